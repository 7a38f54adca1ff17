import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { after, test } from 'node:test';
import { addressOf, canonicalAddress } from './canonical.js';
import { makeShelf, type Shelf } from './shelf.js';

const servers: Server[] = [];
after(() => servers.forEach((server) => server.close()));

interface State {
  revision: number;
  text: string;
  now: Date;
  made: number;
  hold: Promise<unknown>;
  /** The database answers after this. */
  slow: Promise<unknown>;
  isAway: boolean;
}

/** As the corridor does it: from the shelf, else after a look at the revision, else made. Pages below /never do not go on without the database. */
async function answered(
  shelf: Shelf,
  state: State,
  request: IncomingMessage,
  response: Parameters<Shelf['serve']>[1],
): Promise<void> {
  if (shelf.serve(request, response)) return;
  const key = canonicalAddress(request.url ?? '/') ?? '/';
  const from = await shelf.check().catch(() => null);
  if (shelf.serve(request, response, key)) return;
  if (from === null) return void response.writeHead(503).end();
  const body = `<p>${state.text}</p> `.repeat(400);
  state.made += 1;
  await state.hold;
  shelf.keepAndServe(request, response, {
    key,
    body,
    type: 'text/html; charset=utf-8',
    headers: { 'cache-control': 'no-cache' },
    from,
    goesOn: !key.startsWith('/never'),
  });
}

/** A server whose one kind of page says which state of the record it was made from. */
async function house() {
  const state: State = {
    revision: 1,
    text: 'one',
    now: new Date('2026-03-10T12:00:00Z'),
    made: 0,
    hold: Promise.resolve(),
    slow: Promise.resolve(),
    isAway: false,
  };
  const readRevision = async (): Promise<number> => {
    await state.slow;
    if (state.isAway) throw new Error('the database is away');
    return state.revision;
  };
  const shelf = makeShelf(readRevision, () => state.now, {
    sayOld: (html, asOf) => `<b>as at ${asOf.toISOString()}</b>${html}`,
  });
  const server = createServer((request, response) => void answered(shelf, state, request, response));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    state,
    shelf,
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(url + path, { headers: { connection: 'close', ...headers } }),
  };
}

test('a page is made once, and each reader gets the form that their browser takes', async () => {
  const { state, get } = await house();
  const first = await get('/a', { 'accept-encoding': 'br' });
  assert.equal(first.headers.get('content-encoding'), 'br');
  assert.match(await first.text(), /^<p>one/);
  assert.equal((await get('/a', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
  assert.equal((await get('/a', { 'accept-encoding': 'identity' })).headers.get('content-encoding'), null);
  const known = await get('/a', { 'if-none-match': first.headers.get('etag') ?? '' });
  assert.deepEqual([known.status, await known.text(), known.headers.get('etag')], [304, '', first.headers.get('etag')]);
  assert.equal(state.made, 1);
});

test('a whole register goes out at once as it is, and compressed as soon as that is done aside', async () => {
  const { state, get } = await house();
  state.text = 'a register '.repeat(120);
  const first = await get('/large', { 'accept-encoding': 'br' });
  assert.equal(first.headers.get('content-encoding'), null);
  const whole = await first.text();
  assert.ok(whole.length > 400 * 1024);
  for (
    let again = await get('/large', { 'accept-encoding': 'br' });
    ;
    again = await get('/large', { 'accept-encoding': 'br' })
  ) {
    assert.equal(await again.text(), whole);
    if (again.headers.get('content-encoding') === 'br') break;
  }
  assert.equal(state.made, 1);
});

test('after an act of publishing, and on the next day in London, it is made anew', async () => {
  const { state, shelf, get } = await house();
  await (await get('/a')).text();
  state.text = 'two';
  state.revision = 2;
  shelf.doubt();
  assert.match(await (await get('/a')).text(), /^<p>two/);
  state.text = 'tomorrow';
  state.now = new Date('2026-03-11T00:00:01Z');
  // The day is looked up once a second.
  await new Promise((resolve) => setTimeout(resolve, 1050));
  assert.match(await (await get('/a')).text(), /^<p>tomorrow/);
  assert.equal(state.made, 3);
});

test('whoever published here reads their own page new, however long the database takes to say that it is', async () => {
  const { state, shelf, get } = await house();
  await (await get('/a')).text();
  state.text = 'two';
  state.revision = 2;
  state.slow = new Promise((resolve) => setTimeout(resolve, 300));
  shelf.doubt();
  assert.match(await (await get('/a')).text(), /^<p>two/);
});

test('a page that was being made while somebody published is not taken for the new one', async () => {
  const { state, shelf, get } = await house();
  const gate = Promise.withResolvers<void>();
  state.hold = gate.promise;
  const slow = get('/slow');
  while (state.made === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  state.text = 'two';
  state.revision = 2;
  state.hold = Promise.resolve();
  shelf.doubt();
  // Somebody else's request learns of the new state first.
  assert.match(await (await get('/other')).text(), /^<p>two/);
  gate.resolve();
  assert.match(await (await slow).text(), /^<p>one/);
  assert.match(await (await get('/slow')).text(), /^<p>two/);
});

test('a quiet process asks before it serves: nobody gets what was published over a second ago', async (context) => {
  const { state, get } = await house();
  await (await get('/a')).text();
  // Nobody asks for some time; meanwhile another process publishes, and this one is told nothing.
  const { now } = performance;
  context.mock.method(performance, 'now', () => now.call(performance) + 1_001);
  state.text = 'two';
  state.revision = 2;
  assert.match(await (await get('/a')).text(), /^<p>two/);
});

test('the answer to a question that was put before an act of publishing does not count for it', async () => {
  const revisions = [1, 2];
  const gate = Promise.withResolvers<void>();
  const shelf = makeShelf(
    async () => {
      const found = revisions.shift() ?? 3;
      if (found === 1) await gate.promise;
      return found;
    },
    () => new Date(),
  );
  const before = shelf.check();
  shelf.doubt();
  const after = shelf.check();
  gate.resolve();
  assert.equal((await before).revision, 1);
  assert.notEqual((await after).revision, 1);
});

test('without the database a page goes on from memory for ten minutes, says so, and is kept by nobody', async (context) => {
  const { state, shelf, get } = await house();
  for (const path of ['/a', '/never/b']) await (await get(path)).text();
  const etag = (await get('/a')).headers.get('etag') ?? '';
  state.isAway = true;
  await shelf.check().catch(() => undefined);
  for (const encoding of ['br', 'gzip', 'identity']) {
    const old = await get('/a', { 'accept-encoding': encoding, 'if-none-match': etag });
    assert.equal(old.status, 200);
    assert.equal(old.headers.get('content-encoding'), encoding === 'identity' ? null : encoding);
    assert.deepEqual(
      ['warning', 'cache-control', 'etag'].map((name) => old.headers.get(name)),
      ['111 - "Revalidation Failed"', 'no-store', null],
    );
    assert.match(old.headers.get('age') ?? '', /^\d+$/);
    assert.match(await old.text(), /^<b>as at 2026-03-10T12:00:00.000Z<\/b><p>one/);
  }
  assert.equal((await get('/never/b')).status, 503);
  assert.equal((await get('/new')).status, 503);
  const { now } = performance;
  const later = context.mock.method(performance, 'now', () => now.call(performance) + 9.9 * 60_000);
  assert.equal((await get('/a')).status, 200);
  later.mock.mockImplementation(() => now.call(performance) + 10.1 * 60_000);
  assert.equal((await get('/a')).status, 503);
  // Back again: as if nothing had been, and of the old form nothing is left.
  state.isAway = false;
  const back = await get('/a');
  assert.deepEqual([back.status, back.headers.get('warning')], [200, null]);
  assert.match(await back.text(), /^<p>one/);
});

test('what this process may have withdrawn itself does not go on from memory', async () => {
  const { state, shelf, get } = await house();
  await (await get('/a')).text();
  state.isAway = true;
  shelf.doubt();
  assert.equal((await get('/a')).status, 503);
});

test('a page has one address, however it is asked for, and one place on the shelf', async () => {
  const { state, shelf, get } = await house();
  for (const path of [
    '/boards/a-b',
    '/boards/a-b/',
    '/boards/a-b?',
    '/boards/a-b/?',
    '/%62oards/a-b',
    '/boards/a%2Db',
  ]) {
    assert.equal((await get(path)).status, 200);
  }
  assert.equal(state.made, 1);
  assert.equal(shelf.figures().pages, 1);
  assert.deepEqual(['/', '', '/?', '/#top', '/a?b=c', '/a/%zz', '/%C3%A9', '/%e9'].map(canonicalAddress), [
    '/',
    '/',
    '/',
    '/',
    null,
    null,
    '/%C3%A9',
    null,
  ]);
  assert.equal(addressOf('/boards/:board/pack/v:version', { board: 'é', version: 1 }), '/boards/%C3%A9/pack/v1');
});

test('the shelf holds no more than its limit, whatever is asked for', async () => {
  const shelf = makeShelf(
    async () => 1,
    () => new Date(),
  );
  const from = await shelf.check();
  const response = { writeHead: () => response, end: () => response } as unknown as Parameters<Shelf['serve']>[1];
  const request = { method: 'GET', url: '/', headers: {} } as IncomingMessage;
  const body = Buffer.alloc(8 * 1024 * 1024);
  for (let number = 0; number < 40; number += 1)
    shelf.keepAndServe(request, response, {
      key: `/${number}`,
      body,
      type: 'application/pdf',
      headers: {},
      from,
      goesOn: number % 2 === 0,
    });
  assert.ok(shelf.figures().bytes <= 128 * 1024 * 1024);
  assert.ok(shelf.figures().pages >= 8);
});
