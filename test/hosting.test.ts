/**
 * The files of docs/hosting: every setting they name is one, their limits agree with what Kept declares, and nginx runs with the very file of the
 * page before two processes. Skips, visibly, where there is no nginx or openssl.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Agent as HttpAgent, request as askPlainly } from 'node:http';
import { Agent, request as askSafely } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { randomBytes, randomUUID } from 'node:crypto';
import { settings } from '#kit/config.js';
import { bytesAtMost, type FieldLimits, type FileLimits } from '#kit/fields.js';
import { csrfIn } from './visit.js';
import { asked, openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import type { Asked } from '#rooms/heard/taking-part/words.js';
import { rooms } from '../src/app/rooms.js';
import { freePort, type Running, runningKept } from './running.js';

const home = join(import.meta.dirname, '..', '..');
const folder = join(home, 'docs', 'hosting');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('every setting that the files of docs/hosting name is one', () => {
  const known = new Set<string>(settings.flatMap(({ name }) => [name, `${name}_FILE`]));
  const ours = /\b(?:KEPT_[A-Z_]+|BASE_URL(?:_FILE)?|DATABASE_[A-Z_]*URL(?:_FILE)?|SMTP_URL(?:_FILE)?|MAIL_FROM)\b/g;
  let found = 0;
  for (const text of [...readdirSync(folder).map(read), readFileSync(join(home, 'docs', 'hosting.md'), 'utf8')]) {
    for (const [name] of text.matchAll(ours)) {
      found += 1;
      // Of the launcher (kept.mjs), not of Kept.
      if (name !== 'KEPT_NODE') assert.ok(known.has(name), name);
    }
  }
  assert.ok(found > 10);
});

test('the proxies take what the largest form of Kept may bring, and its largest headers', () => {
  const forms = rooms.flatMap(({ pages }) =>
    (pages as unknown as readonly { readonly fields?: FieldLimits; readonly files?: FileLimits }[]).map(
      ({ fields, files }) =>
        (fields === undefined ? 0 : bytesAtMost(fields)) +
        Object.values(files ?? {}).reduce((sum, { atMost }) => sum + atMost, 0),
    ),
  );
  const largest = Math.max(...forms) / 1024 / 1024;
  for (const [name, form] of [
    ['nginx.conf', /client_max_body_size (\d+)m;/],
    ['Caddyfile', /max_size (\d+)MB/],
  ] as const) {
    const taken = Number(form.exec(read(name))?.[1]);
    assert.ok(taken >= largest && taken <= largest + 20, `${name} takes ${taken} MB, Kept ${largest} MB`);
  }
  const kilobytes = (name: string): number =>
    Number(new RegExp(`${name} (?:\\d+ )?(\\d+)k;`).exec(read('nginx.conf'))?.[1]);
  // What travels in cookies is 7.5 kB at most behind a proxy (kit/attempt-cookies.ts): one header of a request, several
  // of an answer beside a kilobyte and a half of others.
  assert.ok(kilobytes('large_client_header_buffers') >= 8);
  assert.ok(kilobytes('proxy_buffer_size') >= 16);
  assert.ok(kilobytes('proxy_busy_buffers_size') <= kilobytes('proxy_buffers') * 7, 'nginx refuses it otherwise');
});

test('the proxies hand on one address of the sender, the name, and nothing that a sender could write', () => {
  assert.match(read('nginx.conf'), /proxy_set_header X-Forwarded-For \$remote_addr;/);
  assert.match(read('nginx.conf'), /proxy_set_header Host \$host;/);
  assert.doesNotMatch(read('nginx.conf'), /proxy_add_x_forwarded_for/);
  assert.match(read('Caddyfile'), /header_up X-Forwarded-For \{remote_host\}/);
  for (const name of ['nginx.conf', 'Caddyfile'])
    assert.doesNotMatch(read(name), /^(?!\s*#).*(TLSv1 |TLSv1\.1|SSLv3|tls1\.[01] )/m, name);
  // Neither address nor path of anybody in a log: paths of links let somebody in.
  assert.doesNotMatch(
    /log_format kept '([^']+)'/.exec(read('nginx.conf'))?.[1] ?? '$uri',
    /remote_addr|request_uri|\$uri|\$request |agent|referer/,
  );
});

test('docs/hosting.md says what each figure of /metrics means', () => {
  const page = readFileSync(join(home, 'docs', 'hosting.md'), 'utf8');
  const sources = globSync('src/**/*.ts', { cwd: home })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(join(home, file), 'utf8'));
  const figures = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/(?:name: |gauge\(|counter\()'(kept_[a-z_]+)'/g)].map(([, name = '']) => name),
    ),
  );
  assert.ok(figures.size > 15);
  assert.deepEqual(
    [...figures].filter((name) => !new RegExp(`\\b${name}\\b`).test(page)),
    [],
  );
});

const has = (program: string): boolean =>
  spawnSync('/bin/sh', ['-c', `command -v ${program}`], { env: { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } })
    .status === 0;
const missing = ['nginx', 'openssl'].filter((program) => !has(program));
const host = 'kept.example.gov.uk';
const cleaning: (() => unknown)[] = [];
after(async () => {
  for (const clean of cleaning.toReversed()) await clean();
});

interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

async function waitForPort(port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>(
      (settle) => void socket.on('connect', () => settle(true)).on('error', () => settle(false)),
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((settle) => setTimeout(settle, 25));
  }
  throw new Error(`nothing listens on ${port}`);
}

/** nginx with the file of the page: other ports, another certificate, other folders, the same everything else. */
async function behindNginx(processes: readonly Running[]): Promise<{
  readonly ask: (
    path: string,
    how?: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: Buffer | string;
      readonly plain?: true;
    },
  ) => Promise<Seen>;
}> {
  const work = mkdtempSync(join(tmpdir(), 'kept-hosting-'));
  cleaning.push(() => rmSync(work, { recursive: true, force: true }));
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${host}`,
      '-addext',
      `subjectAltName=DNS:${host}`,
      '-keyout',
      join(work, 'key.pem'),
      '-out',
      join(work, 'cert.pem'),
    ],
    { stdio: 'ignore' },
  );
  const [http, https] = [await freePort(), await freePort()];
  const ports = processes.map(({ url }) => new URL(url).port);
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^user .*$/m, process.getuid?.() === 0 ? 'user root;' : ''],
    [/listen 80/g, `listen 127.0.0.1:${http}`],
    [/listen 443/g, `listen 127.0.0.1:${https}`],
    [/ssl_certificate \/\S+;/, `ssl_certificate ${work}/cert.pem;`],
    [/ssl_certificate_key \/\S+;/, `ssl_certificate_key ${work}/key.pem;`],
    [/\/var\/log\/nginx/g, work],
    [/pid \S+;/, `pid ${work}/nginx.pid;`],
    [/127\.0\.0\.1:3001/, `127.0.0.1:${ports[0]}`],
    [/127\.0\.0\.1:3002/, `127.0.0.1:${ports[1]}`],
    [
      /http \{\n/,
      `http {\n    client_body_temp_path ${work}/body;\n    proxy_temp_path ${work}/proxy;\n    ` +
        `fastcgi_temp_path ${work}/f;\n    uwsgi_temp_path ${work}/u;\n    scgi_temp_path ${work}/s;\n`,
    ],
  ];
  let text = read('nginx.conf');
  for (const [what, by] of changes) {
    assert.match(text, what);
    text = text.replace(what, by);
  }
  writeFileSync(join(work, 'nginx.conf'), text);
  const nginx = spawn('nginx', ['-c', join(work, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  let said = '';
  nginx.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  cleaning.push(async () => {
    if (nginx.exitCode !== null) return;
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
  });
  await Promise.race([waitForPort(https), once(nginx, 'exit').then(() => assert.fail(said))]);
  const agent = new Agent({ ca: readFileSync(join(work, 'cert.pem')), servername: host, keepAlive: true });
  cleaning.push(() => agent.destroy());
  return {
    ask: (path, { method = 'GET', headers = {}, body, plain } = {}) =>
      new Promise((settle, fail) => {
        const common = {
          host: '127.0.0.1',
          path,
          method,
          headers: {
            host,
            ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
        };
        const asking = plain
          ? askPlainly({ ...common, port: http, agent: false as unknown as HttpAgent })
          : askSafely({ ...common, port: https, agent });
        asking.on('response', (answer) => {
          let got = '';
          answer.setEncoding('utf8').on('data', (part: string) => (got += part));
          answer.on('end', () => settle({ status: answer.statusCode ?? 0, headers: answer.headers, body: got }));
        });
        asking.on('error', fail).end(body);
      }),
  };
}

const form = (
  fields: Readonly<Record<string, string>>,
): { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: string } => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

test(
  'nginx, as the page has it, before two processes: sign-in, a child’s survey with the largest cookies, the largest upload, and a process that stops',
  { skip: missing.length > 0 && `not installed here: ${missing.join(', ')}` },
  async () => {
    const options = { behindProxy: true, baseUrl: `https://${host}` } as const;
    const first = await runningKept(options);
    cleaning.push(() => first.stop());
    const second = await runningKept({ ...options, loaded: false, house: first.house });
    let isUp = true;
    cleaning.push(() => (isUp ? second.stop() : undefined));
    const { ask } = await behindNginx([second, first]);

    const page = await ask('/boards');
    assert.equal(page.status, 200);
    assert.match(String(page.headers['strict-transport-security']), /includeSubDomains/);
    const led = await ask('/boards', { plain: true });
    assert.deepEqual([led.status, led.headers['location']], [301, `https://${host}/boards`]);
    assert.equal(
      (await ask('/sign-in', { ...form({ email: 'a@b.example' }), plain: true })).status,
      403,
      'a form without encryption is not led on',
    );
    assert.equal((await ask('/metrics')).status, 404);

    // Whoever invents addresses is counted as one, over both processes.
    let refused = 0;
    for (let tries = 0; tries < 30; tries++)
      if (
        /many tries/.test(
          (
            await ask('/sign-in', {
              ...form({ email: 'a@b.example' }),
              headers: {
                'content-type': 'application/x-www-form-urlencoded',
                'x-forwarded-for': `10.0.0.${tries}`,
                forwarded: `for=10.0.0.${tries}`,
              },
            })
          ).body,
        )
      )
        refused += 1;
    assert.ok(refused > 5, `${refused}`);

    const account = /name="account" value="([^"]+)"/.exec((await ask('/sign-in')).body)?.[1] ?? '';
    const entered = await ask('/sign-in/persona', form({ account, to: '/work' }));
    const session = String(entered.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    assert.match(session, /^__Host-kept=/);
    assert.equal((await ask('/work', { headers: { cookie: session } })).status, 200);

    // The largest upload: 64 MB. It is no pack, and says so: what matters is that it came whole and the refusal came back.
    const clerk = [...(await ask('/sign-in')).body.matchAll(/name="account" value="([^"]+)"/g)].map(
      ([, id = '']) => id,
    );
    let answered: Seen | null = null;
    for (const id of clerk) {
      const cookie =
        String((await ask('/sign-in/persona', form({ account: id, to: '/work' }))).headers['set-cookie']?.[0]).split(
          ';',
        )[0] ?? '';
      const page = await ask('/work/imports/new', { headers: { cookie } });
      if (page.status !== 200) continue;
      const csrf = csrfIn(page.body);
      const boundary = 'keptboundary';
      const body = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; ` +
            `name="csrf"\r\n\r\n${csrf}\r\n--${boundary}\r\ncontent-disposition: form-data; ` +
            `name="text"\r\n\r\n\r\n--${boundary}\r\ncontent-disposition: form-data; name="pack"; ` +
            `filename="pack.md"\r\n\r\n`,
        ),
        Buffer.alloc(64 * 1024 * 1024, 'a pack that is too large '),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      answered = await ask('/work/imports/new', {
        method: 'POST',
        headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
        body,
      });
      break;
    }
    assert.equal(answered?.status, 422, answered?.body.slice(0, 300));

    // A survey whose texts fill the cookies as far as they go behind a proxy, while a process stops in the middle.
    const items = Array.from({ length: 6 }, (_, at) => ({
      key: `t${at + 1}`,
      kind: 'long text' as const,
      audiences: ['student secondary' as const],
      texts: { en: `Text ${at + 1}` },
      variants: {},
      hints: {},
      options: [],
      atMost: null,
      least: null,
      most: null,
      special: null,
      when: null,
    }));
    const long: Asked = {
      ...asked,
      languages: ['en'],
      audiences: ['student secondary'],
      content: { title: { en: 'Six texts' }, languages: ['en'], items },
    };
    const survey = await openSurvey(first.house.gates.work, first.house.key, randomUUID(), { asks: long });
    const {
      cards: [card = ''],
    } = await survey.wayIn('cards', { places: 1, audience: 'student secondary' });
    const jar = new Map<string, string>();
    let most = 0;
    const go = async (path: string, how: Parameters<typeof ask>[1] = {}): Promise<Seen> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      most = Math.max(most, cookie.length);
      const seen = await ask(path, { ...how, headers: { ...how.headers, ...(cookie === '' ? {} : { cookie }) } });
      for (const line of seen.headers['set-cookie'] ?? []) {
        const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const to = seen.headers['location'];
      return typeof to === 'string' ? go(to, seen.status === 307 ? how : {}) : seen;
    };
    let shown = await go(`/take/${card}/begin`, form({ language: 'en' }));
    for (let steps = 0; steps < 20 && !shown.body.includes('value="send"'); steps++) {
      assert.equal(shown.status, 200, shown.body.slice(0, 500));
      if (steps === 3) {
        isUp = false;
        await second.stop();
      }
      const hidden = Object.fromEntries(
        [...shown.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      );
      // Noise, so that nothing makes it small.
      shown = await go(
        `/take/${card}/answer`,
        form({ ...hidden, go: 'next', answer: randomBytes(750).toString('hex') }),
      );
    }
    const hidden = Object.fromEntries(
      [...shown.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    const arrived = await go(`/take/${card}/answer`, form({ ...hidden, go: 'send' }));
    assert.match(arrived.body, /Your answers have arrived/);
    assert.ok(most > 4000, `cookies of ${most} bytes`);
  },
);
