/** Requests to a running Kept as a browser without a screen would make them: cookies kept, redirects seen. */
import { beginSession, csrfOf, findSession } from '#kit/session.js';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { savePasskey } from '#kit/passkeys/passkeys.js';
import { visitorOf } from '#rooms/ground/people/index.js';
import type { PersonaKey } from '../src/app/demonstration/who.js';
import type { Running } from './running.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly bytes: Uint8Array;
  /** Where a redirect leads; null for other answers. */
  readonly to: string | null;
}

export interface Asker {
  /** The session's token; null for somebody who is not signed in. */
  readonly token: string | null;
  readonly csrf: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form; the session's own CSRF token is added where `fields` names none. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export function asker(url: string, token: string | null, organisation: string | null = null): Asker {
  const csrf = token === null || organisation === null ? '' : csrfOf(token, organisation);
  const cookie: Record<string, string> = token === null ? {} : { cookie: `kept=${token}` };
  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: new TextDecoder().decode(bytes),
      to: response.headers.get('location'),
    };
  }
  return {
    token,
    csrf,
    get: (path, headers = {}) => ask(path, { headers: { ...cookie, ...headers } }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...cookie, ...headers },
        body: new URLSearchParams({ ...(token === null ? {} : { csrf }), ...fields }),
      }),
  };
}

/** The token in the forms of a page. */
export function csrfIn(body: string): string {
  return /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** Whoever has this session, in the organisation in which it acts. */
export async function inSession(kept: Running, token: string, now: Date = new Date()): Promise<Asker> {
  const organisation = await kept.house.gates.work.read(nobody, async (read) => {
    const session = await findSession(read, token, now);
    return session ? ((await visitorOf(read, session.account, session.organisation))?.organisation ?? null) : null;
  });
  return asker(kept.url, token, organisation);
}

/** Somebody who is signed in with this account. */
export async function signedIn(kept: Running, account: string, now: Date = new Date()): Promise<Asker> {
  return kept.house.gates.work.write(nobody, async (write) => {
    const visitor = await visitorOf(write, account);
    // Whose role needs a passkey has shown one.
    const passkey =
      visitor?.needsPasskey && !visitor.persona
        ? await savePasskey(
            write,
            account,
            { credential: newId(now), public_key: Buffer.alloc(0), counter: 0, transports: [] },
            'A passkey of tests',
            now,
          )
        : null;
    return asker(
      kept.url,
      await beginSession(write, account, now, passkey === null ? {} : { passkey }),
      visitor?.organisation ?? null,
    );
  });
}

/** The demonstration's persona of that role. */
export async function persona(kept: Running, role: PersonaKey): Promise<Asker> {
  const found = await kept.house.gates.work.read(nobody, (read) =>
    read
      .selectFrom('record.account')
      .select('id')
      .where('email', '=', `${role}@demonstration.invalid`)
      .executeTakeFirstOrThrow(),
  );
  return signedIn(kept, found.id);
}
