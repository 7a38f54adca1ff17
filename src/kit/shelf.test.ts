import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { after, test } from 'node:test';
import { makeShelf } from './shelf.js';

const servers: Server[] = [];
after(() => servers.forEach((server) => server.close()));

/** A server whose one kind of page says which state of the record it was made from. */
async function house() {
  const state = { revision: 1, text: 'one', now: new Date('2026-03-10T12:00:00Z'), made: 0, hold: Promise.resolve() };
  const shelf = makeShelf(async () => state.revision, () => state.now);
  const answer = async (request: IncomingMessage, response: Parameters<typeof shelf.serve>[1]): Promise<void> => {
    if (shelf.serve(request, response)) return;
    const from = await shelf.check();
    const body = `${state.text} `.repeat(400);
    state.made += 1;
    await state.hold;
    shelf.keepAndServe(request, response, { body, type: 'text/html; charset=utf-8', headers: { 'cache-control': 'no-cache' }, from });
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return { state, shelf, get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers: { connection: 'close', ...headers } }) };
}

test('a page is made once, and each reader gets the form that their browser takes', async () => {
  const { state, get } = await house();
  const first = await get('/a', { 'accept-encoding': 'br' });
  assert.equal(first.headers.get('content-encoding'), 'br');
  assert.match(await first.text(), /^one one/);
  assert.equal((await get('/a', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
  assert.equal((await get('/a', { 'accept-encoding': 'identity' })).headers.get('content-encoding'), null);
  const known = await get('/a', { 'if-none-match': first.headers.get('etag') ?? '' });
  assert.deepEqual([known.status, await known.text(), known.headers.get('etag')], [304, '', first.headers.get('etag')]);
  assert.equal(state.made, 1);
});

test('after an act of publishing, and on the next day in London, it is made anew', async () => {
  const { state, shelf, get } = await house();
  await (await get('/a')).text();
  state.text = 'two';
  state.revision = 2;
  shelf.doubt();
  assert.match(await (await get('/a')).text(), /^two/);
  state.text = 'tomorrow';
  state.now = new Date('2026-03-11T00:00:01Z');
  // The day is looked up once a second.
  await new Promise((resolve) => setTimeout(resolve, 1050));
  assert.match(await (await get('/a')).text(), /^tomorrow/);
  assert.equal(state.made, 3);
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
  assert.match(await (await get('/other')).text(), /^two/);
  gate.resolve();
  assert.match(await (await slow).text(), /^one/);
  assert.match(await (await get('/slow')).text(), /^two/);
});
