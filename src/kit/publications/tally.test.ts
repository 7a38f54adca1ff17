import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { nobody, type Read } from '#kit/db/gate.js';
import { publicPage, workPage } from '#kit/page.js';
import { beginSession, cookieNames } from '#kit/session.js';
import type { Visitor } from '#kit/visitor.js';
import { rolledBack } from '#test/house.js';
import { roomServer } from '#test/room-server.js';
import { makeTallies, tally } from './tally.js';

// Never asked: the work below is its own.
const connection = () => ({}) as Read;

test('a figure is worked out once for each act of publishing, by whichever connection', async () => {
  const tallies = makeTallies();
  let asked = 0;
  const figure = (read: Read) => tally(read, ['promises', 'kept'], async () => (asked += 1));
  const at = (revision: number, read = connection()) => tallies.during(read, revision, () => figure(read));
  assert.deepEqual([await at(1), await at(1), await at(2), await at(2)], [1, 1, 2, 2]);
  const another = connection();
  assert.deepEqual(await Promise.all([at(3), at(3, another)]), [3, 3]);
  assert.equal(await figure(another), 4, 'outside of a page nothing is remembered');
  assert.equal(
    await makeTallies().during(another, 3, () => figure(another)),
    5,
    'nor what another server has worked out',
  );
});

test('what failed is asked again, and questions that differ in anything have answers of their own', async () => {
  const tallies = makeTallies();
  const read = connection();
  const ask = (question: readonly unknown[], answer: () => Promise<string>) =>
    tallies.during(read, 1, () => tally(read, question, answer));
  await assert.rejects(ask(['a'], () => Promise.reject(new Error('away'))));
  assert.equal(await ask(['a'], async () => 'there'), 'there');
  for (const other of [['a', ''], ['a', null], ['b'], [['a']]])
    assert.equal(await ask(other, async () => JSON.stringify(other)), JSON.stringify(other));
});

test('at work the revision is asked for once a page, by the first figure that needs it', async () => {
  const tallies = makeTallies();
  let revision = 1;
  let asked = 0;
  const page = (questions: readonly string[], read = connection()) =>
    tallies.during(
      read,
      async () => ((asked += 1), revision),
      () => Promise.all(questions.map((question) => tally(read, [question], async () => revision))),
    );
  assert.deepEqual(await page([]), []);
  assert.equal(asked, 0);
  assert.deepEqual(await page(['a', 'b']), [1, 1]);
  assert.equal(asked, 1);
  revision = 2;
  assert.deepEqual(await page(['a']), [2], 'what an act of a moment ago changed is there');
});

test('readers never meet a figure that was worked out at work, and the other way round', async () => {
  const page = { params: z.object({}), needs: 'see workspace', cached: false } as const;
  const figure = (read: Read, seen: string) => tally(read, ['the same question'], async () => seen);
  const told = (body: string) => ({ kind: 'json', status: 200, body: { body } }) as const;
  const pages = [
    publicPage({ ...page, path: '/figures', get: async ({ db }) => told(await figure(db, 'what all may see')) }),
    workPage({ ...page, path: '/work/figures', get: async ({ db }) => told(await figure(db, 'who was invited')) }),
  ];
  const visitor: Omit<Visitor, 'csrf' | 'rights'> = {
    account: '01935f6e-0000-7000-8000-000000000001',
    name: 'Ann',
    organisation: '01935f6e-0000-7000-8000-000000000002',
    boards: '*',
    roles: ['lead'],
    persona: true,
  };
  await rolledBack(async (write, { gates }) => {
    const ann = { id: visitor.account, email: 'ann@example.org', name: 'Ann', persona: null };
    await write
      .insertInto('record.account')
      .values({ ...ann, created_at: new Date(), closed_at: null })
      .execute();
    const token = await gates.work.write(nobody, (inside) => beginSession(inside, visitor.account, new Date()));
    const cookie = `${cookieNames(false).session}=${token}`;
    const { app } = await roomServer({
      gates,
      rooms: [{ name: 'figures', pages, capabilities: { 'see workspace': ['lead'] } }],
      visitorOf: async () => visitor,
    });
    const seen = async (url: string) =>
      (await app.inject({ url, headers: { host: 'localhost', cookie } })).json<{ body: string }>().body;
    try {
      assert.equal(await seen('/work/figures'), 'who was invited');
      assert.equal(await seen('/figures'), 'what all may see');
      assert.equal(await seen('/work/figures'), 'who was invited');
    } finally {
      await app.close();
    }
  });
});
