import assert from 'node:assert/strict';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import test from 'node:test';
import pg from 'pg';
import { londonDate } from '#base/london.js';
import { clientConfig } from '#kit/db/client.js';
import { freshHouse, type House } from '#test/house.js';
import { codeHash } from './codes.js';
import { whatCodeOpens, takeSeat } from './codes-and-seats.js';
import { asked, askedFifteen, fifteenAnswers, openSurvey } from './fixtures.js';
import { handIn } from './hand-in.js';
import { mix } from './mixer.js';
import { receive, type Submission } from './receiver.js';
import { hmac, seal } from './sealing.js';
import type { Given } from './given-answers.js';

const now = new Date('2026-11-26T10:00:00Z');
const over = new Date('2026-12-08T10:00:00Z');
const days = { opensOn: '2026-11-01', closesOn: '2026-11-30' };
const token = (): string => randomBytes(16).toString('base64url');
const house: Promise<House> = freshHouse();

async function ask<R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly R[]> {
  const client = new pg.Client(
    clientConfig((await house).admin, {
      name: 'kept test',
      statementTimeout: 0,
      lockTimeout: 0,
      idleInTransactionTimeout: 0,
    }),
  );
  await client.connect();
  try {
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

function submission(
  survey: string,
  pass: string,
  given: Given = { belonging: 'usually' },
  more: Partial<Submission> = {},
): Submission {
  return {
    survey,
    asked,
    pass,
    submission: token(),
    audience: 'student primary',
    language: 'en',
    seed: null,
    given,
    ...more,
  };
}

test('one survey that cannot be mixed is named and keeps no other waiting', async () => {
  const { gates, key } = await house;
  const all = await Promise.all([0, 1, 2].map(() => openSurvey(gates.work, key, randomUUID(), days)));
  for (const { survey, wayIn } of all)
    for (const card of (await wayIn('cards', { places: 12 })).cards)
      assert.equal((await receive(gates.intake, key, submission(survey, card), now)).outcome, 'accepted');
  const [first, middle, last] = all.map(({ survey }) => survey).toSorted();
  // A row that is opened and put down nowhere.
  await ask(
    `create function intake.refuse() returns trigger language plpgsql as $$ begin raise exception 'refused here'; end $$`,
  );
  await ask(
    `create trigger refuse before insert on intake.answer for each row when (new.survey = '${middle}') execute function intake.refuse()`,
  );
  await assert.rejects(
    mix(gates.release, key, now, true, londonDate(now)),
    (problem: Error) =>
      problem.message.includes(`${middle}: refused here`) &&
      !problem.message.includes(`${first}`) &&
      !problem.message.includes(`${last}`),
  );
  const many = await ask<{ survey: string; many: number }>(
    'select survey, count(*)::int as many from intake.answer group by survey order by survey',
  );
  assert.deepEqual(many, [
    { survey: first, many: 12 },
    { survey: last, many: 12 },
  ]);
  await ask('drop trigger refuse on intake.answer');
  await mix(gates.release, key, now, true, londonDate(now));
  assert.deepEqual(await ask('select count(*)::int as many from intake.answer where survey = $1', [middle]), [
    { many: 12 },
  ]);
});

test('all answers to a survey are sealed in one size, and what is noted of a card is told by nobody who has the secret alone', async () => {
  const { gates, key } = await house;
  const { survey, wayIn } = await openSurvey(gates.work, key, randomUUID(), { ...days, asks: askedFifteen });
  const { cards } = await wayIn('cards', { places: 5, audience: 'student secondary' });
  const long = { q12: ['o11', 'o12', 'o13', 'o14', 'o15'] };
  for (const [index, given] of [{}, fifteenAnswers(7), long, { q14: 'x' }, { q15: 'y'.repeat(200) }].entries()) {
    const sent = submission(survey, cards[index] ?? '', given, {
      asked: askedFifteen,
      audience: 'student secondary',
      seed: index * 9000,
    });
    assert.equal((await receive(gates.intake, key, sent, now)).outcome, 'accepted');
  }
  const sizes = await ask<{ answers: number; texts: number | null }>(
    'select distinct octet_length(answers) as answers, octet_length(texts) as texts from intake.inbox where survey = $1',
    [survey],
  );
  assert.deepEqual(
    [new Set(sizes.map(({ answers }) => answers)).size, sizes.map(({ texts }) => texts).toSorted()],
    [1, [540, null]],
  );
  const hashes = cards.map((card) => codeHash(createSecretKey(key('intake codes')), card));
  assert.deepEqual(await ask('select count(*)::int as many from intake.spent where hash = any ($1)', [hashes]), [
    { many: 0 },
  ]);
  assert.equal((await whatCodeOpens(gates.intake, key, cards[0] ?? '', now))?.state, 'spent');
});

test('a session of which fewer than ten answered is not named beside its answers', async () => {
  const { gates, key } = await house;
  const { survey, wayIn } = await openSurvey(gates.work, key, randomUUID(), days);
  const ways = [await wayIn('class session', { places: 30 }), await wayIn('class session', { places: 30 })];
  for (const [index, { code }] of ways.entries()) {
    for (let seat = 0; seat < (index === 0 ? 10 : 4); seat += 1) {
      const pass = token();
      assert.equal(await takeSeat(gates.intake, key, code, pass, now), null);
      assert.equal((await receive(gates.intake, key, submission(survey, pass), now)).outcome, 'accepted');
    }
  }
  await mix(gates.release, key, over, true, londonDate(over));
  const found = await ask<{ session: string | null; many: number }>(
    'select session, count(*)::int as many from intake.answer where survey = $1 group by session order by many',
    [survey],
  );
  assert.deepEqual(found, [
    { session: null, many: 4 },
    { session: ways[0]?.id ?? '', many: 10 },
  ]);
});

test('a survey that took answers before surveys had keys goes on: its cards stay used, what was sealed is opened, and its tables are rewritten', async () => {
  const { gates, key } = await house;
  const { survey, wayIn } = await openSurvey(gates.work, key, randomUUID(), days);
  const { cards, id } = await wayIn('cards', { places: 12 });
  await ask('update intake.survey set is_older = true where survey = $1', [survey]);
  // As the Kept before wrote them.
  const code = asked.content.items.map(({ key: name }) => (name === 'belonging' ? '1' : null));
  for (const card of cards.slice(0, 11)) {
    const body = seal(createSecretKey(key('intake inbox')), survey, JSON.stringify(['en', code, null]));
    await ask('insert into intake.spent (hash, way_in, submission) values ($1, $2, $3)', [
      codeHash(key('intake codes'), card),
      id,
      hmac(key('intake submissions'), card),
    ]);
    await ask(
      "insert into intake.inbox (survey, setting, audience, session, answers) values ($1, null, 'student primary', $2, $3)",
      [survey, id, body],
    );
  }
  assert.equal((await whatCodeOpens(gates.intake, key, cards[0] ?? '', now))?.state, 'spent');
  assert.equal((await receive(gates.intake, key, submission(survey, cards[0] ?? ''), now)).outcome, 'used');
  assert.equal((await receive(gates.intake, key, submission(survey, cards[11] ?? ''), now)).outcome, 'accepted');
  await ask('delete from kit.trace');
  await mix(gates.release, key, over, true, londonDate(over));
  assert.deepEqual(await ask('select count(*)::int as many from intake.answer where survey = $1', [survey]), [
    { many: 12 },
  ]);
  assert.deepEqual(await ask('select must from kit.trace'), [{ must: true }]);
});

test('once it is mixed a file is refused as closed, whatever is in it', async () => {
  const { gates, key } = await house;
  const { survey } = await openSurvey(gates.work, key, randomUUID(), days);
  await mix(gates.release, key, over, true, londonDate(over));
  assert.equal(
    (await handIn(gates.intake, key, { survey, sealed: randomBytes(300).toString('base64url') }, over)).outcome,
    'closed',
  );
});

test('the pools close', async () => {
  await (await house).gates.close();
});
