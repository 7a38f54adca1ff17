/** How long words are kept that are nobody's answers (decision 0027): by the rules of the rooms, a day before and a day after. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { daysUntil } from '#base/london.js';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { retentionOf } from '#kit/retention/catalogue.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { rooms } from '../src/app/rooms.js';
import { rolledBack } from './house.js';
import { waitingLetters } from './letters.js';

const now = new Date('2026-11-30T10:00:00Z');
const site = 'https://kept.example';

async function organisation(
  write: Write,
): Promise<{ readonly id: string; readonly lead: string; readonly email: string }> {
  const id = newId();
  const email = `lead-${id.slice(-12)}@words.example`;
  await write
    .insertInto('record.organisation')
    .values({
      id,
      slug: `words-${id.slice(-12)}`,
      name: 'A school',
      kind: 'school',
      authority: null,
      urn: null,
      part_of: null,
    })
    .execute();
  return {
    id,
    lead: await openAccount(write, { email, name: 'Ann', persona: null, organisation: id, role: 'lead' }, now),
    email,
  };
}

/** Which of these things a rule lets go on a day, the first on which it does, and that they are gone then. */
async function goes(write: Write, name: string, today: string, of: readonly string[]): Promise<readonly string[]> {
  const entry = retentionOf(rooms, '').find((one) => one.name === name);
  assert.ok(entry && 'due' in entry, name);
  const due = (await entry.due(write, today)).filter(({ thing }) => of.includes(thing));
  for (const { until } of due) assert.equal(daysUntil(until, today), 1, `${name} is kept until ${until}`);
  await entry.forget(
    write,
    due.map(({ thing }) => thing),
    today,
  );
  assert.deepEqual(
    (await entry.due(write, today)).filter(({ thing }) => of.includes(thing)),
    [],
  );
  return due.map(({ thing }) => thing);
}

async function charterOf(write: Write, organisation: string): Promise<string> {
  const charter = newId();
  await sql`insert into record.charter (organisation, id, slug, title, intro, framework, stage, safeguarding,
    changed_at) values (${organisation}, ${charter}, ${charter}, 'Our charter', '', '', 'suggestions', 'Ms Khan',
    ${now})`.execute(write);
  return charter;
}

const saying = (
  write: Write,
  organisation: string,
  charter: string,
  day: string,
  how: { readonly state?: string; readonly reason?: string; readonly passed?: string; readonly reviewed?: string } = {},
): Promise<string> => {
  const id = newId();
  return sql`insert into record.charter_suggestion (organisation, id, charter, kind, body, day, state, edited, reason, passed_on, reviewed_on, used)
    values (${organisation}, ${id}, ${charter}, 'words', 'Something', ${day}, ${how.state ?? 'waiting'}, false,
      ${how.reason ?? null}, ${how.passed ?? null}, ${how.reviewed ?? null}, false)`
    .execute(write)
    .then(() => id);
};

test(
  'what young people suggested for a charter goes after two years, what was withheld after 90 days, a worry that ' +
    'an adult holds after two years',
  async () => {
    await rolledBack(async (write) => {
      const { id } = await organisation(write);
      const charter = await charterOf(write, id);
      const [waiting, cleared, unkind, worry] = [
        await saying(write, id, charter, '2026-11-30'),
        await saying(write, id, charter, '2026-11-30', { state: 'cleared', reviewed: '2026-12-01' }),
        await saying(write, id, charter, '2026-11-30', { state: 'withheld', reason: 'unkind', reviewed: '2026-12-01' }),
        await saying(write, id, charter, '2026-11-30', {
          state: 'withheld',
          reason: 'worry',
          reviewed: '2026-12-01',
          passed: '2026-12-01',
        }),
      ];
      const all = [waiting, cleared, unkind, worry];
      const on = (today: string) => goes(write, 'charter suggestions', today, all);
      assert.deepEqual(await on('2027-03-01'), []);
      assert.deepEqual(await on('2027-03-02'), [unkind]);
      assert.deepEqual(await on('2028-11-30'), []);
      assert.deepEqual((await on('2028-12-01')).toSorted(), [waiting, cleared, worry].toSorted());
    });
  },
);

test('whoever leads hears each day that young people’s words wait for more than a school day, and none of the words', async () => {
  await rolledBack(async (write, { gates }) => {
    const { id, email } = await organisation(write);
    const charter = await charterOf(write, id);
    // A Friday: the next school day is Monday.
    await saying(write, id, charter, '2026-11-27');
    const work = rooms
      .flatMap((room) => Object.entries(room.daily ?? {}))
      .find(([name]) => name === 'charter suggestions to read')?.[1];
    assert.ok(work && 'evenInDoubt' in work);
    const on = async (today: string) => {
      const before = (await waitingLetters(write)).length;
      await gates.work.write({ account: null, organisation: id, boards: '*' }, (inside) =>
        work.act(inside, { organisation: id, today, now, site }),
      );
      return (await waitingLetters(write))
        .slice(before)
        .map(({ recipient, body }) => [
          recipient,
          body.includes('Something'),
          body.includes(`/work/charters/${charter}/queue`),
        ]);
    };
    assert.deepEqual(await on('2026-11-30'), []);
    assert.deepEqual(await on('2026-12-01'), [[email, true, true]]);
  });
});

test('a concern goes 25 years after it was passed on once it is closed, its session 90 days after that; an open one stays', async () => {
  await rolledBack(async (write) => {
    const { id } = await organisation(write);
    const concern = async (outcome: string | null): Promise<string> => {
      const which = newId();
      await sql`insert into record.concern (organisation, id, asked_by, survey_name, audience, question, language,
        body, day, has_session, passed_on, acknowledged_on, action, action_on, outcome, outcome_on)
        values (${id}, ${which}, ${id}, 'A survey', 'student primary', 'A question', 'en', 'Something', '2026-11-30',
          true, '2026-11-30', '2026-11-30', 'Asked', '2026-11-30', ${outcome},
          ${outcome === null ? null : '2026-12-10'})`.execute(write);
      await sql`insert into record.concern_session (organisation, concern, session) values (${id}, ${which}, ${newId()})`.execute(
        write,
      );
      return which;
    };
    const [open, closed] = [await concern(null), await concern('It ended well')];
    assert.deepEqual(await goes(write, 'concern sessions', '2027-03-10', [open, closed]), []);
    assert.deepEqual(await goes(write, 'concern sessions', '2027-03-11', [open, closed]), [closed]);
    assert.deepEqual(await goes(write, 'concerns', '2051-11-30', [open, closed]), []);
    assert.deepEqual(await goes(write, 'concerns', '2051-12-01', [open, closed]), [closed]);
    assert.deepEqual(await goes(write, 'concerns', '2099-12-01', [open, closed]), []);
  });
});

test('notes and place of a conversation go after two years with the quotes that may not be used; numbers and usable quotes stay', async () => {
  await rolledBack(async (write, { gates }) => {
    const { id, lead } = await organisation(write);
    const other = await openAccount(
      write,
      { email: `other-${id.slice(-12)}@words.example`, name: 'Tom', persona: null, organisation: id, role: 'lead' },
      now,
    );
    const conversation = newId();
    await sql`insert into record.conversation (organisation, id, kind, who, phase, day, present, setting, facilitator,
      notes, changed_at) values (${id}, ${conversation}, 'focus group', 'students', 'primary', '2026-11-30', 8,
      'Millpond', 'youth worker', 'Notes', ${now})`.execute(write);
    const quote = async (reader: string | null, recognisable: boolean | null, aside = false): Promise<string> => {
      const which = newId();
      await sql`insert into record.quote (organisation, id, conversation, who, words, themes, coded_by, read_by, read_on, recognisable, set_aside)
        values (${id}, ${which}, ${conversation}, 'students', 'Words', '{}', ${lead}, ${reader},
          ${reader === null ? null : '2026-12-01'}, ${recognisable}, ${aside})`.execute(write);
      return which;
    };
    const usable = await quote(other, false);
    for (const [reader, recognisable, aside] of [
      [null, null, false],
      [other, true, false],
      [other, false, true],
    ] as const)
      await quote(reader, recognisable, aside);
    assert.deepEqual(await goes(write, 'conversation notes', '2028-11-30', [conversation]), []);
    assert.deepEqual(await goes(write, 'conversation notes', '2028-12-01', [conversation]), [conversation]);
    const { rows } = await sql`select notes, setting, present, (select array_agg(q.id) from record.quote q
        where q.conversation = c.id) as quotes from record.conversation c where c.id = ${conversation}`.execute(write);
    assert.deepEqual(rows, [{ notes: '', setting: null, present: 8, quotes: [usable] }]);
    await assert.rejects(
      gates.work.write(nobody, (inside) => sql`delete from record.quote`.execute(inside)),
      { code: '42501' },
      'no gate deletes by a date',
    );
  });
});
