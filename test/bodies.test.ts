/** What a form may be sent as, tried on a real socket: who is refused hears it at once, and nothing of theirs is held. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from './running.js';
import { type Asker, persona } from './visit.js';

let kept: Running;
let lead: Asker;

before(async () => {
  kept = await runningKept();
  lead = await persona(kept, 'borough');
});
after(async () => kept.stop());

/** Sends a head and the beginning of a body that never ends; tells the status that comes back all the same. */
async function unfinished(path: string, type: string, beginning: string, cookie = ''): Promise<number> {
  const { port, hostname, host } = new URL(kept.url);
  return new Promise((settle, fail) => {
    const socket = connect(Number(port), hostname, () => {
      const head = [`POST ${path} HTTP/1.1`, `host: ${host}`, `content-type: ${type}`, 'content-length: 50000000', 'sec-fetch-site: same-origin', ...(cookie ? [`cookie: ${cookie}`] : [])];
      socket.write(`${head.join('\r\n')}\r\n\r\n${beginning}`);
    });
    let said = '';
    socket.on('data', (part) => {
      said += part.toString();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(said)?.[1];
      if (status === undefined) return;
      socket.destroy();
      settle(Number(status));
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('closed without an answer')));
  });
}

const boundary = 'multipart/form-data; boundary=kept';
const beginning = '--kept\r\ncontent-disposition: form-data; name="email"; filename="a.bin"\r\n\r\nxxxx';

test('a page without a file of its own answers an upload before it has come', async () => {
  for (const path of ['/sign-in', '/sign-out', '/together', '/care-offer/find', '/take']) assert.equal(await unfinished(path, boundary, beginning), 400, path);
});

test('somebody who is not signed in sends no upload at all', async () => {
  assert.equal(await unfinished('/work/imports/new', boundary, beginning), 401);
});

test('a signed-in lead sends no upload to a page that takes none', async () => {
  assert.equal(await unfinished('/work/promises/new', boundary, beginning, `kept=${lead.token}`), 400);
});

test('a form is refused by its length before it has come', async () => {
  assert.equal(await unfinished('/sign-in', 'application/x-www-form-urlencoded', 'email=a'), 413);
});

async function send(type: string, body: string, path = '/work/promises/new'): Promise<number> {
  return (await fetch(`${kept.url}${path}`, { method: 'POST', redirect: 'manual', body, headers: { 'content-type': type, cookie: `kept=${lead.token}`, 'sec-fetch-site': 'same-origin' } })).status;
}

test('only a form is taken for a form', async () => {
  for (const type of ['application/json', 'text/plain', 'application/xml', 'multipart/form-data', 'application/x-protobuf']) assert.equal(await send(type, '{"aim":"x"}'), 400, type);
});

test('more values than the page takes are refused before one is read', async () => {
  assert.equal(await send('application/x-www-form-urlencoded', 'a&'.repeat(400_000)), 400);
  assert.equal(await send('application/x-www-form-urlencoded', `csrf=${lead.csrf}&aim=a&aim=b`), 400);
});

test('text that is too long comes back whole, with everything else that was typed', async () => {
  const long = 'We will listen. '.repeat(2000);
  const answer = await lead.post('/work/promises/new', { aim: long, owner: 'Head of care', 'due-day': '1' });
  assert.equal(answer.status, 422);
  assert.match(answer.body, /This text has 32,000 characters\. It may have 20,000: shorten it/);
  assert.ok(answer.body.includes(long.trimEnd()));
  assert.match(answer.body, /<input type="hidden" name="owner" value="Head of care"/);
});

test('a multipart body that breaks off or is none is the sender’s, wherever it breaks', async () => {
  const part = (name: string, more = ''): string => `--kept\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\nx`;
  const broken = [part('file', '; filename="a"'), `${part('language')}\r\n${part('file', '; filename="a"')}\r\n`, `${part('file', '; filename="a"')}\r\n--kept`, '--kept\r\ncontent-disposition: form-data; name="file"', 'no boundary at all', '', '--kept\r\n\r\n\r\n--kept--\r\n', `${part('__proto__')}\r\n--kept--\r\n`];
  for (const body of broken)
    for (const path of ['/take/unsent', '/work/imports/new']) {
      const status = await send('multipart/form-data; boundary=kept', body, path);
      assert.ok(status >= 400 && status < 500, `${path} ${JSON.stringify(body)}: ${status}`);
    }
  assert.equal(await send('multipart/form-data', 'x', '/take/unsent'), 400);
});
