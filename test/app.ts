/** A running Kept as tests meet it: its process, and a clerk who signs in, brings packs in and publishes them over HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface RunningApp {
  readonly url: string;
  readonly process: ChildProcess;
  readonly said: readonly string[];
  readonly ended: Promise<void>;
  /** Tells it to end, and waits until it did. */
  end(): Promise<void>;
}

/** Starts Kept with the demonstration on a data folder and waits until it answers. `more`: further variables of its environment. */
export async function startApp(folder: string, more: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', resolve(import.meta.dirname, 'app-child.js'), folder],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'] ?? '/', ...more } },
  );
  const said: string[] = [];
  const ready = Promise.withResolvers<string>();
  let rest = '';
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const told: { readonly ready?: string; readonly log?: string; readonly problem?: string } = JSON.parse(line);
      said.push(told.log ?? told.problem ?? '');
      if (told.ready !== undefined) ready.resolve(told.ready);
    }
  });
  child.stderr.on('data', (part: Buffer) => said.push(part.toString()));
  child.stdin.on('error', () => undefined);
  // "exit", not "close": after a kill its typesetter may hold the pipes for a moment longer.
  const ended = new Promise<void>((settle) => child.on('exit', () => settle()));
  ended.then(
    () => ready.reject(new Error(`Kept did not start: ${said.join('\n')}`)),
    () => undefined,
  );
  return {
    url: await ready.promise,
    process: child,
    said,
    ended,
    end: async () => {
      child.stdin.write('end\n');
      await ended;
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

export interface Clerk {
  get(path: string): Promise<Answer>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a file through the upload page. */
  upload(name: string, bytes: Uint8Array | string): Promise<Answer>;
  readonly csrf: string;
  readonly cookie: string;
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, location: response.headers.get('location') ?? '', body: await response.text() };
}

function valueOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** Signs in as the persona whose name is given, through the page a visitor uses. */
export async function signIn(url: string, name = 'Morwenna Clarke'): Promise<Clerk> {
  const page = await (await fetch(`${url}/sign-in`)).text();
  // Each persona is a form of its own: the account stands nearest after the name.
  const account = valueOf(page.slice(page.indexOf(name)), 'account');
  const chosen = await fetch(`${url}/sign-in/persona`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account, to: '/work' }),
  });
  const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  if (chosen.status !== 303 || cookie === '') throw new Error(`nobody could sign in as ${name}: ${chosen.status}`);
  const csrf = valueOf(await (await fetch(`${url}/work/imports/new`, { headers: { cookie } })).text(), 'csrf');
  if (csrf === '') throw new Error('the upload page has no csrf field');
  const ask = async (path: string, init: RequestInit): Promise<Answer> =>
    answerOf(await fetch(url + path, { ...init, redirect: 'manual', headers: { cookie } }));
  return {
    csrf,
    cookie,
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) }),
    upload: (file, bytes) => {
      const body = new FormData();
      body.set('csrf', csrf);
      body.set('pack', new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]), file);
      return ask('/work/imports/new', { method: 'POST', body });
    },
  };
}
