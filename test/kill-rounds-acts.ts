/**
 * Rounds of `kill -9` in acts that must be whole: two processes in the same round of retention, the close of a vote, a withdrawal, a change of the
 * secret. Whenever the kill falls, each act is done with all that belongs to it, or nothing of it is.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { readConfig } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { nobody } from '#kit/db/gate.js';
import { findToWithdraw } from '#kit/withdrawals/withdrawals.js';
import { asOwner } from '../src/app/owner.js';
import { rooms } from '../src/app/rooms.js';
import { verify } from '../src/app/verify.js';
import type { Act } from './acts-child.js';
import { startApp } from './app.js';
import { houseMigrations } from './migrations.js';

const quiet = { how: 'own', holder: 'a test of Kept', log: () => undefined } as const;

/** A process with acts; killed so many milliseconds after its first words, unless it ended before. */
async function killed(
  what: string,
  folder: string,
  acts: readonly Act[],
  milliseconds: number,
): Promise<{ readonly done: number; readonly isKilled: boolean }> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', resolve(import.meta.dirname, 'acts-child.js'), what, folder, JSON.stringify(acts)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'] ?? '/' } },
  );
  let [said, wrong] = ['', ''];
  const ready = Promise.withResolvers<void>();
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    ready.resolve();
  });
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  const ended = new Promise<boolean>((settle) =>
    child.on('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? settle(signal === 'SIGKILL') : ready.reject(new Error(wrong)),
    ),
  );
  await Promise.race([ready.promise, ended]);
  await Promise.race([pause(milliseconds), ended]);
  child.kill('SIGKILL');
  return { isKilled: await ended, done: said.split('done').length - 1 };
}

async function rows<Row>(database: Database, question: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return asOwner(database, async (write) => (await question.execute(write)).rows);
}

const journalled = sql<{
  deleted: number;
}>`select coalesce(sum((detail ->> 'deleted')::integer), 0)::integer as deleted from kit.journal where kind = 'retention' and thing = 'charter suggestions'`;

/** Two processes at once, killed together. What is gone stands in the journal, no more and no less; a mark is about something that is there. */
async function killTwoInRetention(
  database: Database,
  folder: string,
  rounds: number,
): Promise<{ readonly deleted: number; readonly killedAfterMarks: number }> {
  const [charter] = await rows(
    database,
    sql<{ organisation: string; id: string }>`select organisation, id from record.charter limit 1`,
  );
  assert.ok(charter);
  let [added, killedAfterMarks] = [0, 0];
  const look = async (): Promise<{
    readonly left: number;
    readonly marks: number;
    readonly strays: number;
    readonly deleted: number;
  }> => {
    const [found] = await rows(
      database,
      sql<{ left: number; marks: number; strays: number }>`
      select (select count(*) from record.charter_suggestion where day < '2020-01-01')::integer as left,
        (select count(*) from kit.retention_mark where entry = 'charter suggestions')::integer as marks,
        (select count(*) from kit.retention_mark m where m.entry = 'charter suggestions' and not exists (select
          from record.charter_suggestion s where s.id::text = m.thing))::integer as strays`,
    );
    const [told] = await rows(database, journalled);
    return {
      left: found?.left ?? -1,
      marks: found?.marks ?? -1,
      strays: found?.strays ?? -1,
      deleted: told?.deleted ?? -1,
    };
  };
  const before = (await look()).deleted;
  for (let round = 0; round < rounds; round += 1) {
    await rows(
      database,
      sql`insert into record.charter_suggestion (organisation, id, charter, kind, body, day, state, edited, used)
      select ${charter.organisation}, gen_random_uuid(), ${charter.id}, 'words', 'Something', '2019-11-30', 'waiting',
        false, false from generate_series(1, 50)`,
    );
    added += 50;
    await Promise.all([1, 2].map(() => killed('retention', folder, [], 100 + Math.random() * 2500)));
    // What a process had begun ends with its connection.
    await pause(200);
    const { left, marks, strays, deleted } = await look();
    assert.equal(
      left + deleted - before,
      added,
      `round ${round}: ${left} are left, and ${deleted - before} of ${added} stand in the journal as deleted`,
    );
    assert.equal(strays, 0, 'a mark about nothing');
    if (marks > 0) killedAfterMarks += 1;
  }
  return { deleted: (await look()).deleted - before, killedAfterMarks };
}

/** As many open votes as there are acts: copies of the demonstration's, twelve votes on each clause. */
async function openVotes(database: Database, many: number): Promise<readonly Act[]> {
  const [model] = await rows(
    database,
    sql<{ organisation: string; id: string }>`select organisation, id from record.charter where stage = 'vote' limit 1`,
  );
  assert.ok(model, 'the demonstration has a charter at its vote');
  await rows(
    database,
    sql`
    with copies as (select n, md5(${model.id} || clock_timestamp()::text || n)::uuid as id from generate_series(1, ${many}::integer) n),
      made as (insert into record.charter
        select (jsonb_populate_record(c, jsonb_build_object('id', k.id, 'slug', 'vote-' || k.id))).*
        from record.charter c cross join copies k where c.id = ${model.id} returning id),
      stages as (insert into record.charter_stage
        select (jsonb_populate_record(s, jsonb_build_object('charter', k.id))).* from record.charter_stage s cross
        join copies k where s.charter = ${model.id} returning 1),
      clauses as (insert into record.clause
        select (jsonb_populate_record(c, jsonb_build_object('charter', k.id, 'id', md5(c.id::text || k.id)::uuid, 'aim',
        c.aim || ' ' || k.id))).* from record.clause c cross join copies k where c.charter = ${model.id}
        returning id, organisation, charter),
      secrets as (insert into record.vote_secret (organisation, charter, inner_pad, outer_pad)
        select ${model.organisation}, k.id, decode(repeat('36', 64), 'hex'), decode(repeat('5c', 64), 'hex')
        from copies k returning 1)
    insert into record.clause_vote (organisation, charter, clause, voter, answer)
      select c.organisation, c.charter, c.id, sha256((c.charter::text || v)::bytea), case when v <= 8 then 'yes'
      else 'no' end from clauses c cross join generate_series(1, 12) v`,
  );
  const [lead] = await rows(
    database,
    sql<{
      account: string;
    }>`select account from record.account_role where organisation = ${model.organisation} and role = 'lead' limit 1`,
  );
  return (
    await rows(
      database,
      sql<{ slug: string }>`select slug from record.charter where slug like 'vote-%' and stage = 'vote' order by slug`,
    )
  ).map(({ slug }) => ({ organisation: model.organisation, account: lead?.account ?? '', thing: slug }));
}

/** A vote is open with its votes and its secret, or closed with its tally and without either. */
async function killWhileVotesClose(
  database: Database,
  folder: string,
  rounds: number,
): Promise<{ readonly closed: number; readonly open: number }> {
  let closed = 0;
  let open = 0;
  for (let round = 0; round < rounds; round += 1) {
    const acts = await openVotes(database, 12);
    const { done } = await killed('votes', folder, acts, Math.random() * 400);
    await pause(200);
    const found = await rows(
      database,
      sql<{
        slug: string;
        stage: string;
        votes: number;
        secrets: number;
        tallies: number;
        clauses: number;
        told: number;
      }>`
      select c.slug, c.stage, (select count(*) from record.clause_vote v where v.charter = c.id)::integer as votes,
        (select count(*) from record.vote_secret s where s.charter = c.id)::integer as secrets,
        (select count(*) from record.vote_tally t where t.charter = c.id)::integer as tallies, (select count(*)
          from record.clause k where k.charter = c.id)::integer as clauses,
        (select count(*) from kit.journal j where j.kind = 'charter' and j.thing = c.slug)::integer as told
          from record.charter c where c.slug = any (${acts.map(({ thing }) => thing)}::text[])`,
    );
    const isOver = found.filter(({ stage }) => stage === 'counted');
    assert.ok(isOver.length >= done, 'every close that was told is there');
    for (const { slug, stage, votes, secrets, tallies, clauses, told } of found) {
      if (stage === 'counted')
        assert.deepEqual([votes, secrets, tallies, told], [0, 0, clauses, 1], `${slug} is closed`);
      else assert.deepEqual([stage, votes, secrets, tallies, told], ['vote', 12 * clauses, 1, 0, 0], `${slug} is open`);
    }
    closed += isOver.length;
    open = found.length - isOver.length;
  }
  return { closed, open };
}

/** What stands at an address is there and not withdrawn, or withdrawn with its line in the journal; what is left of a publication verifies. */
async function killWhileWithdrawing(
  database: Database,
  folder: string,
  rounds: number,
): Promise<{ readonly withdrawn: number }> {
  const kinds = rooms.flatMap((room) => room.withdrawables ?? []);
  const people = await rows(
    database,
    sql<{
      organisation: string;
      account: string;
    }>`select distinct on (organisation) organisation, account from record.account_role order by organisation, account`,
  );
  const all: Act[] = [];
  for (const { organisation, account } of people) {
    await database.gates.work.read({ account, organisation, boards: '*' }, async (read) => {
      for (const kind of kinds)
        for (const thing of await kind.own(read, organisation)) {
          const found = await findToWithdraw(
            read,
            { organisation, account, now: new Date() },
            kinds,
            thing,
            'https://kept.example',
          );
          if (found && (found.standing.refusal ?? null) === null && !found.standing.only)
            all.push({ organisation, account, thing });
        }
    });
  }
  assert.ok(all.length >= 5, `${all.length} things can be withdrawn`);
  const gone = new Set<string>();
  for (let round = 0; round < rounds && gone.size < all.length; round += 1) {
    const left = all.filter(({ thing }) => !gone.has(thing));
    await killed('withdrawals', folder, left, Math.random() * 300);
    await pause(200);
    const told = new Set(
      (
        await rows(
          database,
          sql<{
            address: string;
          }>`select detail ->> 'address' as address from kit.journal where verb = 'withdraw' and detail ? 'address'`,
        )
      ).map(({ address }) => address),
    );
    const taken = new Set(
      (
        await rows(database, sql<{ address: string }>`select address from published.withdrawal where version is null`)
      ).map(({ address }) => address),
    );
    for (const { organisation, account, thing } of left) {
      const isThere = await database.gates.work.read({ account, organisation, boards: '*' }, (read) =>
        findToWithdraw(read, { organisation, account, now: new Date() }, kinds, thing, 'https://kept.example'),
      );
      // Of an event its organisation still finds the record; readers do not.
      assert.equal(told.has(thing), taken.has(thing), thing);
      assert.ok(taken.has(thing) || isThere !== undefined, `${thing} is gone, and was not withdrawn`);
      if (taken.has(thing)) gone.add(thing);
    }
    assert.deepEqual((await verify(database.gates)).faults, []);
  }
  return { withdrawn: gone.size };
}

/** The folder opens with the secret before or the next one, by itself, and its keys are the same. */
async function killWhileTheSecretChanges(folder: string, rounds: number): Promise<{ readonly changes: number }> {
  const config = readConfig({ KEPT_DATA: folder });
  const state = async (): Promise<{ readonly key: string; readonly told: number }> => {
    const database = await openDatabase(config, { ...quiet, migrations: houseMigrations() });
    try {
      const [told] = await rows(
        database,
        sql<{ many: number }>`select count(*)::integer as many from kit.journal where kind = 'secret'`,
      );
      await database.gates.work.read(nobody, (read) =>
        read.selectFrom('record.organisation').select('id').limit(1).execute(),
      );
      return { key: database.key('a test').toString('hex'), told: told?.many ?? 0 };
    } finally {
      await database.stop();
    }
  };
  const before = await state();
  for (let round = 0; round < rounds; round += 1) {
    await killed('secret', folder, [], 200 + Math.random() * 3000);
    assert.equal((await state()).key, before.key, `round ${round}: the keys are the same`);
  }
  return { changes: (await state()).told - before.told };
}

/** All of them on one folder with the demonstration. */
export async function killInActs(folder: string, rounds: number): Promise<object> {
  await (await startApp(folder)).end();
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), { ...quiet, migrations: houseMigrations() });
  let figures: object;
  try {
    const retention = await killTwoInRetention(database, folder, rounds);
    const votes = await killWhileVotesClose(database, folder, rounds);
    figures = { rounds, retention, votes, withdrawals: await killWhileWithdrawing(database, folder, rounds) };
    assert.deepEqual((await verify(database.gates)).faults, []);
  } finally {
    await database.stop();
  }
  return { ...figures, secret: await killWhileTheSecretChanges(folder, rounds) };
}
