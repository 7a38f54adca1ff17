/** What every answer carries, whoever made it: pages, files, refusals, and what is answered before any page is asked. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nobody } from '#kit/db/gate.js';
import { fileHeaders } from '#kit/corridor/bytes.js';
import { type Running, runningKept } from './running.js';

const host = 'kept.example';
let kept: Running;
before(async () => {
  kept = await runningKept({
    baseUrl: `https://${host}`,
    behindProxy: true,
    securityContact: 'mailto:security@kept.example',
  });
});
after(async () => kept.stop());

interface Raw {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends bytes as they are: what no client library would send, too. */
async function raw(bytes: string): Promise<Raw> {
  const { port } = new URL(kept.url);
  const text = await new Promise<string>((settle, fail) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let got = '';
    socket.setEncoding('latin1').on('data', (part: string) => (got += part));
    socket
      .on('end', () => settle(got))
      .on('error', (problem: NodeJS.ErrnoException) => (got === '' ? fail(problem) : settle(got)));
    socket.on('close', () => settle(got));
  });
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    ),
    body: rest.join('\r\n\r\n'),
  };
}

/** As the proxy asks. */
function ask(
  path: string,
  {
    method = 'GET',
    more = '',
    body = '',
  }: { readonly method?: string; readonly more?: string; readonly body?: string } = {},
): Promise<Raw> {
  return raw(
    `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: 198.51.100.7\r\nConnection: ` +
      `close\r\n${more}${body === '' ? '' : `Content-Length: ${body.length}\r\nContent-Type: application/x-www-form-urlencoded\r\n`}\r\n${body}`,
  );
}

const everywhere: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /^max-age=(?:3153[6-9]|315[4-9]|31[6-9]|3[2-9])\d+; includeSubDomains$/,
  'content-security-policy':
    /^(?=.*default-src 'none')(?=.*object-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors 'none')(?!.*unsafe)/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^(same-origin|cross-origin)$/,
};

function assertSafe(name: string, answer: Raw): void {
  for (const [header, form] of Object.entries(everywhere))
    assert.match(answer.headers.get(header) ?? '', form, `${name}: ${header}`);
  if (answer.body !== '')
    assert.match(
      answer.headers.get('content-type') ?? '',
      /; charset=utf-8$|^application\/(json|problem\+json|pdf)$|^(audio|font|image)\//,
      `${name}: content-type`,
    );
  assert.equal(answer.headers.get('access-control-allow-origin'), undefined, name);
}

test('every answer is told to stay on https, to run nothing of others and to be taken for nothing else', async () => {
  const style = /href="(\/assets\/[^"]+\.css)"/.exec((await ask('/boards')).body)?.[1] ?? '';
  const answers: Readonly<Record<string, readonly [expected: number, answer: Promise<Raw>]>> = {
    'a page': [200, ask('/boards')],
    'a page from the shelf': [200, ask('/boards')],
    'a page of the intake': [200, ask('/take')],
    'the door': [200, ask('/sign-in')],
    'the workspace, for who is not signed in': [303, ask('/work')],
    'an asset': [200, ask(style)],
    'a feed': [200, ask('/calendar.ics')],
    health: [200, ask('/healthz')],
    readiness: [200, ask('/readyz')],
    'figures, from outside': [404, ask('/metrics')],
    'a folder': [404, ask('/assets/')],
    'the source': [404, ask('/.git/config')],
    nothing: [404, ask('/nothing-here')],
    'an address that cannot be read': [404, ask('/%zz')],
    'a form of another site': [
      403,
      ask('/sign-in', { method: 'POST', more: 'Sec-Fetch-Site: cross-site\r\n', body: 'email=a' }),
    ],
    'a form that is none': [400, ask('/sign-in', { method: 'POST', body: 'other=a' })],
    'a form that is too large': [413, ask('/sign-in', { method: 'POST', body: `email=${'a'.repeat(1_100_000)}` })],
    'another method': [405, ask('/', { method: 'TRACE' })],
    'a question about other origins': [
      405,
      ask('/take', {
        method: 'OPTIONS',
        more: 'Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n',
      }),
    ],
    'another name': [
      421,
      raw('GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-For: 198.51.100.7\r\nConnection: close\r\n\r\n'),
    ],
    'two names': [421, ask('/boards', { more: 'Host: evil.example\r\n' })],
    'no name': [421, raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')],
    'an expectation that nobody meets': [
      417,
      ask('/sign-in', { method: 'POST', more: 'Expect: tea\r\n', body: 'email=a' }),
    ],
    'another name in the address': [421, ask('http://evil.example/boards')],
    'no HTTP': [400, raw('HELLO\r\n\r\n')],
    'two lengths': [
      400,
      raw(
        `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ),
    ],
    'too many headers': [431, ask('/boards', { more: `Cookie: ${'a'.repeat(210_000)}\r\n` })],
  };
  for (const [name, [expected, asking]] of Object.entries(answers)) {
    const answer = await asking;
    assert.equal(answer.status, expected, name);
    assertSafe(name, answer);
  }
});

test('nobody between us and the reader keeps an error, a sign-in or anything of the workspace', async () => {
  for (const path of ['/nothing-here', '/sign-in', '/work', '/healthz', '/readyz', '/take', '/sign-in/passkey'])
    assert.match((await ask(path)).headers.get('cache-control') ?? '', /no-store/, path);
});

test('who signs out leaves nothing for the Back key, and answers that wait on the device stay', async () => {
  const { id } = await kept.house.gates.work.read(nobody, (read) =>
    read.selectFrom('record.account').select('id').where('persona', 'is not', null).limit(1).executeTakeFirstOrThrow(),
  );
  const entered = await ask('/sign-in/persona', { method: 'POST', body: `account=${id}&to=/work` });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  assert.match(cookie, /^__Host-kept=/);
  const left = await ask('/sign-out', { method: 'POST', more: `Cookie: ${cookie}\r\n`, body: 'csrf=' });
  assert.equal(left.status, 303);
  assert.equal(left.headers.get('clear-site-data'), '"cache"');
  assert.equal((await ask('/work', { more: `Cookie: ${cookie}\r\n` })).status, 303);
});

test('who finds a fault is told where to write', async () => {
  const told = await ask('/.well-known/security.txt');
  assertSafe('security.txt', told);
  const [, until = ''] =
    /^Contact: mailto:security@kept\.example\nExpires: (\S+)\nPreferred-Languages: en\nCanonical: https:\/\/kept\.example\/\.well-known\/security\.txt\n$/.exec(
      told.body,
    ) ?? [];
  const days = (new Date(until).getTime() - Date.now()) / 86_400_000;
  assert.ok(days > 80 && days < 365, until);
});

test('a file is saved under a name that no text can break out of', () => {
  const named = (download: string) => fileHeaders({ type: 'text/csv', download }, '/x')['content-disposition'];
  assert.equal(
    named('cards-4B "east"\r\nset-cookie: a=b-2024.pdf'),
    'attachment; filename="cards-4B-east-set-cookie-a-b-2024.pdf"',
  );
  assert.equal(named('../../etc/passwd'), 'attachment; filename="..-..-etc-passwd"');
  assert.equal(named('ŵ'), 'attachment; filename="-"');
  assert.equal(
    fileHeaders({ type: 'application/pdf' }, '/boards/x/pack.pdf?a=/b.exe')['content-disposition'],
    'inline; filename="pack.pdf"',
  );
  assert.equal(fileHeaders({ type: 'text/html; charset=utf-8' }, '/x')['content-disposition'], undefined);
});

test('a badge may stand on pages of others, and nothing else may', async () => {
  const badge = await ask('/frameworks/inclusion-charter/register/millpond-primary-school-invented/badge.svg');
  assert.equal(badge.status, 200);
  assert.equal(badge.headers.get('cross-origin-resource-policy'), 'cross-origin');
  for (const path of [
    '/calendar.ics',
    '/frameworks/inclusion-charter/register/millpond-primary-school-invented/badge.json',
    '/boards',
  ])
    assert.equal((await ask(path)).headers.get('cross-origin-resource-policy'), 'same-origin', path);
});

test('who has pages made for addresses of their own, without end, is told to wait; others, and pages that lie ready, go on', async () => {
  const search = (sender: string, at: number) =>
    raw(`GET /search?q=${at} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${sender}\r\nConnection: close\r\n\r\n`);
  const states: number[] = [];
  for (let at = 0; at < 650; at += 50)
    states.push(
      ...(await Promise.all(Array.from({ length: 50 }, (_, more) => search('203.0.113.77', at + more)))).map(
        ({ status }) => status,
      ),
    );
  assert.equal(states[0], 200);
  assert.ok(states.includes(429));
  const refused = await search('203.0.113.77', 1);
  assert.equal(refused.headers.get('retry-after'), '60');
  assertSafe('a limit', refused);
  assert.equal((await search('198.51.100.20', 1)).status, 200);
  assert.equal(
    (await raw(`GET /boards HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: 203.0.113.77\r\nConnection: close\r\n\r\n`))
      .status,
    200,
  );
});

test('a connection that breaks off in the middle, or does not end, holds up no stop', async () => {
  const house = await runningKept({ loaded: false });
  const { port } = new URL(house.url);
  const cut = connect(Number(port), '127.0.0.1', () => cut.end('GET /boards HTTP/1.1\r\nHost: x'));
  const open = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  open.on('error', () => undefined).resume();
  const answered = new Promise((settle) => void open.once('data', settle));
  open.write('HELLO\r\n\r\n');
  await answered;
  await new Promise(
    (settle) =>
      void cut
        .on('error', () => undefined)
        .on('close', settle)
        .resume(),
  );
  // It would wait for ever.
  await house.stop();
  open.destroy();
});

test('no page looks words up by what an address says, but through wordsAsked', () => {
  const home = join(import.meta.dirname, '..', '..');
  for (const file of globSync('src/rooms/**/*.{ts,tsx}', { cwd: home }))
    assert.doesNotMatch(readFileSync(join(home, file), 'utf8'), /[\w)]\[(?:queryField\(|query\[|query\.)/, file);
});

test('no code of ours makes code from text', () => {
  const home = join(import.meta.dirname, '..', '..');
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: home })) {
    if (file.includes('.test.')) continue;
    assert.doesNotMatch(readFileSync(join(home, file), 'utf8'), /\beval\(|new Function\(|from 'node:vm'/, file);
  }
});
