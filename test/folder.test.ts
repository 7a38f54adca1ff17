/**
 * Somebody takes the whole data folder with its secret after a survey was mixed, and has the source: from tables, log, files and a backup no
 * card is joined to its answers (issue of the log beside the secret; decision 0013). The same attack joins all of them where nothing is wiped.
 */
import assert from 'node:assert/strict';
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { londonDate } from '#base/london.js';
import { readConfig } from '#kit/config.js';
import { clientConfig } from '#kit/db/client.js';
import { type Database, openDatabase } from '#kit/database.js';
import { signal } from '#kit/postgres/postmaster.js';
import { wipeTraces } from '#kit/traces.js';
import { takeSeat } from '#rooms/heard/taking-part/codes-and-seats.js';
import { asked, openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { mix } from '#rooms/heard/taking-part/mixer.js';
import { receive } from '#rooms/heard/taking-part/receiver.js';
import { hmac, openBytes, unseal } from '#rooms/heard/taking-part/sealing.js';
import { asOwner } from '../src/app/owner.js';
import { houseMigrations } from './migrations.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-folder-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));

const open = (folder: string, durable = false): Promise<Database> =>
  openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'own',
    holder: 'a test of Kept',
    log: () => undefined,
    durable,
  });

/** Every byte of a folder, file by file. */
function everyFile(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? [[name, readFileSync(path)] as const] : [];
  });
}

interface Answered {
  readonly survey: string;
  /** What whoever printed the cards knows: which child has which. */
  readonly passes: readonly string[];
  /** How the answers of each are told from the others. */
  readonly marks: readonly string[];
  /** The survey's key as it lay in the database. */
  readonly wrapped: Buffer;
  readonly sealed: readonly Buffer[];
}

/** Cards or seats that answer one after the other, each with answers that nobody else gives. */
async function answer(
  database: Database,
  kind: 'cards' | 'class session',
  groups: readonly number[],
  now: Date,
): Promise<Answered> {
  const { intake, work, release } = database.gates;
  const many = groups.reduce((sum, one) => sum + one, 0);
  const survey = await openSurvey(work, database.key, randomUUID(), { opensOn: '2026-11-01', closesOn: '2026-11-30' });
  const { code, cards } = await survey.wayIn(kind, { places: many });
  const passes =
    kind === 'cards' ? cards.slice(0, many) : Array.from({ length: many }, () => randomBytes(32).toString('base64url'));
  const item = asked.content.items.find((one) => one.kind === 'choose' && one.audiences.includes('student primary'));
  assert.ok(item);
  const keys = item.options.map(({ key }) => key);
  const marks: string[] = [];
  const sealed: Buffer[] = [];
  const rows = async () =>
    (
      await asOwner(database, (write) =>
        sql<{ answers: Buffer }>`select answers from intake.inbox where survey = ${survey.survey}`.execute(write),
      )
    ).rows;
  let at = 0;
  for (const size of groups) {
    for (const pass of passes.slice(at, at + size)) {
      if (kind !== 'cards') assert.equal(await takeSeat(intake, database.key, code, pass, now), null);
      const mask = marks.length + 1;
      marks.push(String(mask));
      const given = { [item.key]: keys.filter((_, bit) => (mask >> bit) & 1) };
      const received = await receive(
        intake,
        database.key,
        {
          survey: survey.survey,
          asked,
          pass,
          submission: randomBytes(16).toString('base64url'),
          audience: 'student primary',
          language: 'en',
          seed: null,
          given,
        },
        now,
      );
      assert.equal(received.outcome, 'accepted');
    }
    at += size;
    sealed.push(...(await rows()).map(({ answers }) => answers));
    if (at < many) await mix(release, database.key, now, true, londonDate(now));
  }
  const { rows: kept } = await asOwner(database, (write) =>
    sql<{ wrapped: Buffer }>`select wrapped from intake.survey_key where survey = ${survey.survey}`.execute(write),
  );
  return { survey: survey.survey, passes, marks, wrapped: kept[0]?.wrapped ?? assert.fail(), sealed };
}

/** All places at which some bytes lie. */
function places(hay: Buffer, needle: Buffer): readonly number[] {
  const found: number[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) found.push(at);
  return found;
}

/**
 * The attack: every 284 bytes that the secret opens are a survey's key. Under it every stretch that opens is somebody's answers, and what lies
 * before it in the same transaction of the log is what was noted of the pass. Gives how many passes were joined to their answers.
 */
function joined(
  folder: string,
  key: (purpose: string) => Buffer,
  { survey, passes, marks, wrapped, sealed }: Answered,
): { readonly joined: number; readonly keysFound: number; readonly openable: number } {
  const files = everyFile(folder);
  const codes = createSecretKey(key('intake codes'));
  const kek = createSecretKey(key('survey keys'));
  // Found by its beginning, and opened where it lies: an attacker without it would try every place of every file in the same way.
  const raws = files.flatMap(([, bytes]) =>
    places(bytes, wrapped.subarray(0, 12)).flatMap(
      (at) => openBytes(kek, `survey key ${survey}`, bytes.subarray(at, at + wrapped.length)) ?? [],
    ),
  );
  const [raw] = raws;
  const older = createSecretKey(key('intake inbox'));
  const inbox = raw ? createSecretKey(hmac(raw, 'kept inbox')) : null;
  const spentKey = raw ? createSecretKey(hmac(raw, 'kept spent')) : null;
  let openable = 0;
  const logs = files.filter(([name]) => name.startsWith('postgres/pg_wal/'));
  const masks = new Map<number, string>();
  for (const one of sealed) {
    const text = (inbox && unseal(inbox, survey, one)) ?? unseal(older, survey, one);
    if (text === null) continue;
    openable += 1;
    const said = JSON.parse(text) as [string, readonly (string | null)[]];
    const mark = marks.find((mask) => said[1].includes(mask)) ?? '';
    for (const [, bytes] of logs) for (const at of places(bytes, one)) masks.set(at, mark);
  }
  // What was noted of each pass lies in the log just before the sealed answers that came with it.
  let count = 0;
  for (const [index, pass] of passes.entries()) {
    const hash = hmac(codes, pass);
    const noted = [hash, ...(spentKey ? [hmac(spentKey, hash)] : [])];
    const near = logs
      .flatMap(([, bytes]) => noted.flatMap((one) => places(bytes, one)))
      .flatMap((at) => {
        const next = [...masks.keys()].filter((place) => place > at).toSorted((a, b) => a - b)[0];
        return next === undefined || next - at > 3000 ? [] : [masks.get(next)];
      });
    if (near.includes(marks[index])) count += 1;
  }
  return { joined: count, keysFound: raws.length, openable };
}

/** Who reads the tables alone: the order of answers, their ids and transactions, beside what is left of passes. */
async function tablesJoin(database: Database, { survey, marks }: Answered): Promise<void> {
  const { rows: answers } = await asOwner(database, (write) =>
    sql<{
      xmin: string;
      id: string;
      session: string | null;
      codes: readonly (number | null)[];
    }>`select xmin::text, id, session, codes from intake.answer where survey = ${survey} order by ctid`.execute(write),
  );
  assert.equal(answers.length, marks.length, 'none is lost');
  assert.equal(new Set(answers.map(({ xmin }) => xmin)).size, 1, 'one transaction wrote them all');
  assert.ok(
    answers.every(({ id }) => id[14] === '4'),
    'random ids',
  );
  const order = answers.map(({ codes }) =>
    codes.findIndex((code) => marks.includes(String(code))) >= 0
      ? Number(codes.find((code) => marks.includes(String(code))))
      : 0,
  );
  assert.notDeepEqual(
    order,
    order.toSorted((a, b) => a - b),
    'not in the order of answering',
  );
  const { rows: left } = await asOwner(database, (write) =>
    sql<{
      spent: number;
      inbox: number;
      keys: number;
      traces: number;
    }>`select (select count(*)::int from intake.spent x join intake.way_in w on w.way_in = x.way_in where w.survey = ${survey}) as spent,
    (select count(*)::int from intake.inbox where survey = ${survey}) as inbox, (select count(*)::int
      from intake.survey_key where survey = ${survey}) as keys, (select count(*)::int
      from kit.trace) as traces`.execute(write),
  );
  assert.deepEqual(left, [{ spent: 0, inbox: 0, keys: 0, traces: 0 }]);
}

/** Stops it in order, so that the folder is what lies on the disk. */
function copied(folder: string): string {
  const copy = mkdtempSync(join(workshop, 'copy-'));
  cpSync(folder, copy, { recursive: true, filter: (from) => !from.includes('/run') });
  return copy;
}

const now = new Date('2026-11-26T10:00:00Z');
const afterwards = new Date('2026-12-08T10:00:00Z');

test(
  '12 cards, 12 seats, and 25 cards mixed in two groups: nobody is joined from the folder and its secret after the mixing',
  { timeout: 300_000 },
  async (t) => {
    const folder = join(workshop, 'data');
    let database = await open(folder);
    const { key } = database;
    const all = [
      await answer(database, 'cards', [12], now),
      await answer(database, 'class session', [12], now),
      await answer(database, 'cards', [10, 15], now),
    ];
    // Another survey goes on: its key must stay good.
    const other = await answer(database, 'cards', [3], now);
    await asOwner(database, (write) =>
      sql`update intake.survey set closes_on = '2027-02-01', late_until = '2027-02-08' where survey = ${other.survey}`.execute(
        write,
      ),
    );
    await mix(database.gates.release, key, afterwards, true, londonDate(afterwards));
    await database.stop();
    const before = copied(folder);
    const could = all.map((one) => joined(before, key, one));
    t.diagnostic(`without wiping: ${JSON.stringify(could)}`);
    // A record of the log that goes over the end of a page has the page's header in its middle, and this attack does not read around it.
    for (const [index, one] of could.entries())
      assert.ok(
        one.keysFound > 0 && one.joined >= (all[index]?.passes.length ?? 0) - 3,
        `the attack works where nothing is wiped: ${JSON.stringify(one)}`,
      );
    database = await open(folder);
    const wiped = await wipeTraces(database);
    assert.deepEqual(wiped, { gone: 3, waiting: 0 });
    for (const one of all) await tablesJoin(database, one);
    await database.stop();
    const found = all.map((one) => joined(folder, key, one));
    t.diagnostic(`after wiping: ${JSON.stringify(found)}`);
    assert.deepEqual(
      found,
      all.map(() => ({ joined: 0, keysFound: 0, openable: 0 })),
    );
    // No part of a key that is longer than what one page may keep, no sealed answers, and nothing noted of a card lies anywhere.
    for (const [name, bytes] of everyFile(folder)) {
      for (const { wrapped, sealed } of all) {
        for (let at = 0; at + 64 <= wrapped.length; at += 32)
          assert.ok(!bytes.includes(wrapped.subarray(at, at + 64)), `a key lies in ${name}`);
        for (const one of sealed) assert.ok(!bytes.includes(one), `sealed answers lie in ${name}`);
      }
    }
    // The other survey is mixed later with the key that it had.
    database = await open(folder);
    await mix(
      database.gates.release,
      key,
      new Date('2027-02-09T10:00:00Z'),
      true,
      londonDate(new Date('2027-02-09T10:00:00Z')),
    );
    const { rows } = await asOwner(database, (write) =>
      sql<{ many: number }>`select count(*)::int as many from intake.answer where survey = ${other.survey}`.execute(
        write,
      ),
    );
    assert.deepEqual(rows, [{ many: 3 }]);
    await database.stop();
  },
);

test(
  'killed between the mixing and the wiping, and in the middle of it: the next round ends it, and answers of others come in meanwhile',
  { timeout: 300_000 },
  async () => {
    const folder = join(workshop, 'killed');
    let database = await open(folder, true);
    const { key } = database;
    const one = await answer(database, 'cards', [12], now);
    await mix(database.gates.release, key, afterwards, true, londonDate(afterwards));
    for (const wait of [0, 15, 40, 90]) {
      const pid = database.postgres?.pid() ?? assert.fail();
      const wiping = wait === 0 ? Promise.resolve(null) : wipeTraces(database).catch(() => null);
      await new Promise((settle) => setTimeout(settle, wait));
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        signal(pid, 'SIGQUIT');
      }
      await wiping;
      await database.stop().catch(() => undefined);
      database = await open(folder, true);
    }
    // Somebody still reads what was there before, as a backup would: it waits, and answers come in meanwhile.
    const reader = new pg.Client(
      clientConfig(database.admin, {
        name: 'a test of Kept',
        statementTimeout: 0,
        lockTimeout: 0,
        idleInTransactionTimeout: 0,
      }),
    );
    await reader.connect();
    await reader.query('begin isolation level repeatable read; select count(*) from intake.survey_key');
    await asOwner(database, (write) =>
      sql`insert into kit.trace (filled, filled_by) values ('intake.survey_key', 'intake.fill_survey_keys')`.execute(
        write,
      ),
    );
    assert.ok((await wipeTraces(database)).waiting > 0);
    const stays = await answer(database, 'cards', [3], now);
    await reader.query('commit');
    await reader.end();
    assert.equal((await wipeTraces(database)).waiting, 0);
    await tablesJoin(database, one);
    const { rows } = await asOwner(database, (write) =>
      sql<{ many: number }>`select count(*)::int as many from intake.inbox where survey = ${stays.survey}`.execute(
        write,
      ),
    );
    assert.deepEqual(rows, [{ many: 3 }], 'nothing of others is lost');
    await database.stop();
    assert.deepEqual(joined(folder, key, one), { joined: 0, keysFound: 0, openable: 0 });
  },
);
