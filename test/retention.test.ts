/** Retention over the whole house: every table has its rule, and no clock deletes what people said. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { backup } from '#kit/backup/index.js';
import { nobody, type Write } from '#kit/db/gate.js';
import { keptOf, retentionOf } from '#kit/retention/catalogue.js';
import {
  type AsOwner,
  believedToday,
  type Keeper,
  keepRound,
  makeKeeper,
  type Retention,
  retentionClock,
} from '#kit/retention/retention.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { takeInTexts } from '#rooms/heard/reviews/index.js';
import { openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { asOwner } from '../src/app/owner.js';
import { confirmDateWords, retentionWords } from '../src/app/retention-command.js';
import { rooms } from '../src/app/rooms.js';
import { foundOrganisation } from '../src/app/seed.js';
import { surveyFor, textsIn } from '../src/rooms/heard/reviews/fixtures.js';
import { freshHouse, rolledBack } from './house.js';
import { waitingLetters } from './letters.js';
import { type Running, runningKept } from './running.js';
import { signedIn } from './visit.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const truly = new Date();
const dayFrom = (days: number): string => londonDate(new Date(truly.getTime() + days * day));

let kept: Running;
const people = { organisation: '', administrator: '', clerk: '' };
before(async () => {
  kept = await runningKept({ loaded: false, demonstration: false });
  people.organisation = await foundOrganisation(kept.house, 'An association', 'association');
  for (const role of ['administrator', 'clerk'] as const)
    people[role] = await asOwner(kept.house, (write) =>
      openAccount(
        write,
        { email: `${role}@example.org`, name: 'Ann', persona: null, organisation: people.organisation, role },
        truly,
      ),
    );
});
after(async () => kept.stop());

test('each table of the house has one rule: after how long it is deleted, or why it is kept', async () => {
  const rules = [...retentionOf(rooms, ''), ...keptOf(rooms)];
  const named = rules.flatMap(({ tables }) => tables);
  const { rows } = await rolledBack((write) =>
    sql<{
      name: string;
    }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('record', 'published', 'intake', 'kit') and c.relkind in ('r', 'p')`.execute(write),
  );
  const there = rows.map(({ name }) => name).toSorted();
  assert.deepEqual(
    there.filter((name) => !named.includes(name)),
    [],
    'tables without a rule: say in the room how long they are kept, or why',
  );
  assert.deepEqual(
    named.filter((name) => !there.includes(name)),
    [],
    'rules for tables that are not there',
  );
  assert.deepEqual(
    named.filter((name, at) => named.indexOf(name) !== at),
    [],
    'two rules for one table',
  );
  for (const { what, howLong, why } of rules)
    assert.ok([what, howLong, why].every((words) => words.length > 4) && retentionWords().includes(what));
  const names = retentionOf(rooms, '').map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

/** A start of Kept, whose database has this clock and whose machine this monotonic one. */
interface Start {
  readonly keeper: Keeper;
  readonly set: { ahead: number };
  /** Runs for so long, with a round at the end. */
  run(minutes: number): Promise<void>;
}

function started(entries: readonly Retention[], admin: Running['house']['admin'], ahead: number): Start {
  const set = { ahead };
  let ticks = 5 * day;
  const keeper = makeKeeper({
    entries,
    clock: () => truly,
    databaseClock: () => new Date(truly.getTime() + set.ahead),
    ticks: () => ticks,
    site: 'https://kept.example',
  });
  return {
    keeper,
    set,
    async run(minutes) {
      ticks += minutes * minute;
      set.ahead += minutes * minute;
      await keepRound({ admin }, keeper);
    },
  };
}

const only = (...names: readonly string[]): readonly Retention[] =>
  retentionOf(rooms, '').filter(({ name }) => names.includes(name));

async function prepare(write: Write, organisation: string, survey: string): Promise<void> {
  await sql`insert into intake.answer (survey, audience, language, codes)
    select ${survey}::uuid, 'student primary', 'en', '{1,2}' from generate_series(1, 12)`.execute(write);
  const read = await surveyFor(write, { organisation, settings: [], reviewers: [] });
  await textsIn(write, { organisation, survey: read.id }, [{ body: 'A text that waits' }, { body: 'Another' }]);
  await takeInTexts(write);
  await sql`insert into intake.survey (survey, organisation, asked, opens_on, closes_on, late_until, keep_until)
    values (${read.id}, ${organisation}, '{}', ${dayFrom(-60)}, ${dayFrom(-10)}, ${dayFrom(-3)},
    ${dayFrom(200)})`.execute(write);
  await sql`insert into record.invitation (organisation, token_hash, email, role, return_to, created_at, expires_at)
    values (${organisation}, sha256('a token'), 'invited@example.org', 'lead', '/work', ${truly},
    ${new Date(truly.getTime() + 14 * day)})`.execute(write);
}

test(
  'a clock that is 900 days ahead for one start deletes nothing and says so; a true 900 days delete in two steps, a day of running apart',
  { timeout: 240_000 },
  async () => {
    const { admin, gates } = kept.house;
    const owner = <T>(work: (write: Write) => Promise<T>): Promise<T> => asOwner({ admin }, work);
    const { organisation } = people;
    const { survey } = await openSurvey(gates.work, kept.house.key, organisation, {
      opensOn: dayFrom(-60),
      closesOn: dayFrom(-10),
      keepUntil: dayFrom(200),
    });
    await owner((write) => prepare(write, organisation, survey));
    const all = retentionOf(rooms, '');
    const left = () =>
      owner(async (write) => {
        const { rows } = await sql<
          Record<string, number>
        >`select (select count(*) from intake.answer where survey = ${survey}) as answers, (select count(*) from record.free_text) as texts,
        (select count(*) from record.invitation where email = 'invited@example.org') as invitations, (select count(*)
          from kit.daily_run) as runs, (select count(*) from intake.pass) as passes`.execute(write);
        return rows[0];
      });
    const marks = () =>
      owner(async (write) =>
        (await write.selectFrom('kit.retention_mark').select(['entry', 'thing']).execute()).map(({ entry }) => entry),
      );
    /** As if a process had run for so long meanwhile: how that is counted is shown in src/kit/retention/clock.test.ts. */
    const ran = (hours: number) =>
      owner((write) => sql`update kit.retention_clock set ran = ran + ${hours * 60 * minute}::bigint`.execute(write));
    const clock = () => owner((write) => retentionClock(write));
    const letters = async () =>
      (await owner((write) => waitingLetters(write))).filter(({ subject }) => /confirm the date/.test(subject));
    await started(all, admin, 0).run(5);
    const whole = await left();
    assert.deepEqual([await marks(), whole], [[], { answers: 12, texts: 2, invitations: 1, runs: 0, passes: 0 }]);
    assert.equal(await gates.work.read(nobody, believedToday), londonDate(truly));

    // One start with a wrong clock.
    const wrong = started(all, admin, 900 * day);
    for (let round = 0; round < 3; round += 1) await wrong.run(10);
    assert.deepEqual([await left(), await marks(), (await clock()).stopped?.why], [whole, [], 'forward']);
    assert.equal(await gates.work.read(nobody, believedToday), null, 'nor is a survey mixed for the last time');
    assert.deepEqual(
      (await letters()).map(({ recipient }) => recipient),
      ['administrator@example.org'],
    );
    assert.match(
      (await letters())[0]?.body ?? '',
      /went forward from .* to .*confirm today’s date here:\s+https:\/\/kept.example\/work\/retention\/date/s,
    );
    await ran(23.5);
    for (let round = 0; round < 4; round += 1) await started([], admin, 900 * day).run(15);
    assert.equal((await letters()).length, 1, 'restarts are no running time');
    for (let round = 0; round < 4; round += 1) await wrong.run(15);
    assert.equal((await letters()).length, 2, 'and again after a day of running');

    // The clock is set right. The pages say what to do, to the administrator alone.
    const administrator = await signedIn(kept, people.administrator);
    assert.match(
      (await administrator.get('/work')).body,
      /Kept deletes nothing by date now[^]*href="\/work\/retention\/date"/,
    );
    assert.doesNotMatch((await (await signedIn(kept, people.clerk)).get('/work')).body, /deletes nothing/);
    assert.match(
      (await administrator.get('/work/retention')).body,
      /Confirm the date[^]*Nothing is marked to be deleted/,
    );
    assert.match((await administrator.get('/work/retention/date')).body, /went forward by more than a week/);
    const refused = await administrator.post('/work/retention/date', dateFields('date', dayFrom(900)));
    assert.equal(refused.status, 422);
    assert.match(refused.body, /The clock of the database says .* Then confirm the date/);
    assert.match(refused.body, new RegExp(`value="${dayFrom(900).slice(0, 4)}"`), 'what was typed stays');
    assert.equal((await administrator.post('/work/retention/date', {})).status, 422);
    const right = started(all, admin, 0);
    await right.run(5);
    assert.equal(
      (await clock()).stopped?.why,
      'forward',
      'a right clock alone does not tell which of the two was right',
    );
    assert.equal(
      (await administrator.post('/work/retention/date', dateFields('date', dayFrom(0)))).to,
      '/work/retention?done=confirmed',
    );
    assert.match((await administrator.get('/work/retention?done=confirmed')).body, /Date confirmed/);
    await right.run(5);
    assert.deepEqual([(await clock()).stopped, await left()], [null, whole]);
    assert.doesNotMatch((await administrator.get('/work')).body, /deletes nothing/);
    assert.match(
      await owner(async (write) => {
        const said = await confirmDateWords(write, null, truly);
        return said.ok ? said.value : '';
      }),
      /Kept is sure of its date/,
    );

    // Truly 900 days later, after a long time off: nothing, until somebody says that it is.
    const some = only('answers', 'texts', 'invitations');
    const [one, other] = [started(some, admin, 900 * day), started(some, admin, 900 * day)];
    await one.run(5);
    assert.deepEqual([await left(), await marks()], [whole, []]);
    await owner((write) =>
      write
        .updateTable('kit.retention_clock')
        .set({ confirmed_on: dayFrom(900) })
        .execute(),
    );
    await one.run(5);
    const marked = ['answers', 'invitations', 'texts'];
    assert.deepEqual(
      [await left(), [...new Set(await marks())].toSorted()],
      [whole, marked],
      'marked, and still there',
    );
    const shown = (await administrator.get('/work/retention')).body;
    assert.match(shown, /Answers to a survey, one by one[^]*2 surveys[^]*After 2[45] more hours of running/);
    // Two processes side by side: together they count it once.
    const before = (await clock()).ran;
    for (let at = 0; at < 3; at += 1) {
      await one.run(15);
      await other.run(15);
    }
    assert.equal((await clock()).ran - before, 45 * minute);
    await ran(22.5);
    await one.run(15);
    assert.deepEqual([await left(), [...new Set(await marks())].toSorted()], [whole, marked]);
    // The clock goes back: what was marked is marked no more, and begins again.
    one.set.ahead -= 2 * 60 * minute;
    await one.run(15);
    assert.deepEqual([(await clock()).stopped?.why, await marks(), await left()], ['back', [], whole]);
    await owner((write) =>
      write
        .updateTable('kit.retention_clock')
        .set({ confirmed_on: londonDate(new Date(truly.getTime() + one.set.ahead)) })
        .execute(),
    );
    await one.run(15);
    await ran(24.25);
    assert.deepEqual([await left(), [...new Set(await marks())].toSorted()], [whole, marked]);
    // A kill in the transaction of the second step leaves all of it for the next round.
    const killed: AsOwner = (work) =>
      owner(async (write) => {
        await work(write);
        throw new Error('killed');
      });
    await assert.rejects(one.keeper.round(killed), /killed/);
    assert.deepEqual([await left(), [...new Set(await marks())].toSorted()], [whole, marked]);
    // Both at the same moment.
    other.set.ahead = one.set.ahead;
    await Promise.all([one.run(15), other.run(15)]);
    await one.run(15);
    assert.deepEqual([await left(), await marks()], [{ ...whole, answers: 0, texts: 0, invitations: 0 }, []]);
    const { rows } = await owner((write) =>
      sql<{
        thing: string;
        deleted: number;
      }>`select thing, (detail ->> 'deleted')::integer as deleted from kit.journal where kind = 'retention' and scope = ${organisation} order by thing`.execute(
        write,
      ),
    );
    assert.deepEqual(rows, [
      { thing: 'answers', deleted: 2 },
      { thing: 'invitations', deleted: 1 },
      { thing: 'texts', deleted: 1 },
    ]);
  },
);

test(
  'Kept’s own backup from before a mixing is gone within days of running, in two steps; other files stay',
  { timeout: 120_000 },
  async () => {
    const house = await freshHouse();
    const folder = mkdtempSync(join(tmpdir(), 'kept-own-backups-'));
    try {
      const backups = join(folder, 'backups');
      mkdirSync(backups);
      const open = await openSurvey(house.gates.work, house.key, '0194f000-0000-7000-8000-000000000001', {
        opensOn: dayFrom(-60),
        closesOn: dayFrom(-10),
        keepUntil: dayFrom(200),
      });
      await house.gates.release.write(nobody, (write) =>
        sql`select intake.key_of(${open.survey}, '\\x00'::bytea)`.execute(write),
      );
      const file = join(backups, 'before.kept');
      await backup({ place: house, file, app: 'test', now: new Date(truly.getTime() - day) });
      writeFileSync(join(backups, 'notes.txt'), 'not a backup');
      const { rows } = await asOwner(house, (write) =>
        sql<{ many: number }>`select count(*)::integer as many from intake.survey_key`.execute(write),
      );
      assert.deepEqual(rows, [{ many: 1 }]);
      const running = started(
        retentionOf(rooms, backups).filter(({ name }) => name === 'backups'),
        house.admin,
        0,
      );
      await running.run(5);
      await asOwner(house, (write) =>
        sql`select intake.destroy_key(${open.survey}::uuid, ${dayFrom(0)}::date)`.execute(write),
      );
      // Until the fifth day there is nothing newer.
      for (let at = 0; at < 5; at += 1) {
        running.set.ahead += day;
        await running.run(15);
      }
      running.set.ahead += day;
      await asOwner(house, (write) =>
        sql`update kit.retention_clock set ran = ran + ${23.5 * 60 * minute}::bigint`.execute(write),
      );
      await running.run(15);
      assert.ok(existsSync(file), 'marked, and still there');
      for (let at = 0; at < 4; at += 1) await running.run(15);
      assert.deepEqual([existsSync(file), existsSync(join(backups, 'notes.txt'))], [false, true]);
      assert.ok(running.set.ahead < 7 * day, 'within seven days');
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await house.gates.close();
    }
  },
);

test('whoever is no administrator confirms no date, not even in the database', async () => {
  const clerk = await signedIn(kept, people.clerk);
  assert.equal((await clerk.post('/work/retention/date', dateFields('date', dayFrom(0)))).status, 403);
  await assert.rejects(
    kept.house.gates.work.write(nobody, (write) => sql`select kit.confirm_date('2026-11-30'::date)`.execute(write)),
    { code: '42501' },
  );
  await assert.rejects(
    kept.house.gates.work.write(nobody, (write) =>
      sql`update kit.retention_clock set stopped_why = null`.execute(write),
    ),
    { code: '42501' },
  );
  await assert.rejects(
    kept.house.gates.work.write(nobody, (write) => sql`delete from kit.retention_mark`.execute(write)),
    { code: '42501' },
  );
});
