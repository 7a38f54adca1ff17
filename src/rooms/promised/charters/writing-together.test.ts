import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { recordStage } from './acts.js';
import { recordCode, withdrawCode } from './codes.js';
import { answerSuggestion, recordFromSuggestion } from './suggestions.js';
import { clausesOf } from './lookups.js';
import { tallyOf } from './vote-results.js';
import {
  answerClause,
  codeOpens,
  codesOf,
  leaveSeat,
  roomSeen,
  submitSuggestion,
  suggestionsOf,
  takeSeat,
  tallyWords,
  voteMark,
} from '#rooms/promised/together/index.js';
import { day } from '#test/leads.js';
import { begun, body, certain, site, today } from './test/begun.js';

test('a code opens the room while it is open, to as many as it has seats', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, code, door, seat } = await begun(write, gates);
    assert.equal((await door((inside) => codeOpens(inside, code, day(today))))?.title, 'Our charter');
    assert.equal(await door((inside) => codeOpens(inside, 'BBBBBBBBB', day(today))), undefined);
    const small = certain(
      await school.act((inside, who) =>
        recordCode(inside, who, slug, { label: 'Two', seats: 2, shared: false, expires: '2026-12-10' }),
      ),
    ).code;
    const takes = [];
    for (let index = 0; index < 3; index++) takes.push(await door((inside) => takeSeat(inside, small, day(today))));
    assert.deepEqual(
      takes.map((one) => (one.ok ? 'in' : one.problem)),
      ['in', 'in', 'full'],
    );
    assert.deepEqual(await door((inside) => takeSeat(inside, code, day('2026-12-11'))), {
      ok: false,
      problem: 'not open',
    });
    const token = await seat();
    assert.equal((await door((inside) => roomSeen(inside, token, day(today))))?.code, code);
    // The day after its last one the seat opens nothing; nor does an invented seat.
    assert.equal(await door((inside) => roomSeen(inside, token, day('2026-12-11'))), null);
    assert.equal(await door((inside) => roomSeen(inside, 'a'.repeat(43), day(today))), null);
    certain(await school.act((inside, who) => withdrawCode(inside, who, slug, code)));
    assert.equal(await door((inside) => roomSeen(inside, token, day(today))), null);
    // The lead reads how many seats each code had taken, and of the closed one none is left.
    assert.deepEqual(
      (await school.act((inside, who) => codesOf(inside, who.organisation, charter)))
        .map(({ label, taken }) => [label, taken])
        .toSorted(),
      [
        ['Two', 2],
        ['Year 4', 0],
      ],
    );
  });
});

test('what young people write waits until an adult of the organisation has read it', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat } = await begun(write, gates);
    const token = await seat();
    const say = (text: string) =>
      door((inside) =>
        submitSuggestion(inside, token, { kind: 'words', clause: clauses[0] ?? null, body: text }, day(today)),
      );
    certain(await say('Good.'));
    certain(await say('Ask Sam Smith.'));
    certain(await say('I am afraid at home.'));
    certain(
      await door((inside) =>
        submitSuggestion(
          inside,
          token,
          {
            kind: 'clause',
            clause: null,
            text: { aim: 'play more', steps: ['longer breaks'], effectVerb: 'feel', effect: 'happy' },
          },
          day(today),
        ),
      ),
    );
    const seen = async () => (await door((inside) => roomSeen(inside, token, day(today))))?.suggestions ?? [];
    assert.deepEqual(await seen(), []);
    const all = await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter));
    const idOf = (text: string): string => all.find(({ body: said, aim }) => said === text || aim === text)?.id ?? '';
    const review = (text: string, how: Parameters<typeof answerSuggestion>[4]) =>
      school.act((inside, who) => answerSuggestion(inside, who, slug, idOf(text), how, site));
    certain(await review('Good.', { outcome: 'clear' }));
    const edit = (text: string) => ({
      outcome: 'edit' as const,
      words: { aim: null, steps: null, effect: null, body: text },
    });
    // With nothing taken out the name would be shown to the class; and nobody puts words into a child's mouth.
    assert.deepEqual(await review('Ask Sam Smith.', edit('Ask Sam Smith')), {
      ok: false,
      problem: { code: 'nothing taken out' },
    });
    assert.deepEqual(await review('Ask Sam Smith.', edit('School is great.')), {
      ok: false,
      problem: { code: 'rewritten' },
    });
    assert.deepEqual(
      (await seen()).map(({ body: said }) => said),
      ['Good.'],
    );
    certain(await review('Ask Sam Smith.', edit('Ask [name].')));
    certain(await review('I am afraid at home.', { outcome: 'withhold', reason: 'worry', pass: true }));
    certain(await review('play more', { outcome: 'clear' }));
    assert.deepEqual(await review('Good.', { outcome: 'clear' }), { ok: false, problem: { code: 'not waiting' } });
    assert.deepEqual((await seen()).map(({ body: said, aim, edited }) => [said ?? aim, edited]).toSorted(), [
      ['Ask [name].', true],
      ['Good.', false],
      ['play more', false],
    ]);
    // The name is nowhere any more, and the letter about the worry says nothing of it.
    const { rows: kept } = await sql<{
      text: string;
    }>`select row_to_json(s)::text as text from record.charter_suggestion s`.execute(write);
    assert.ok(kept.every(({ text }) => !text.includes('Sam Smith')));
    const letters = (await waitingLetters(write)).filter(({ recipient }) => recipient === 'dsl@example.org');
    assert.equal(letters.length, 1);
    assert.doesNotMatch(`${letters[0]?.subject} ${letters[0]?.body}`, /afraid|home/);
    const taken = certain(
      await school.act((inside, who) => recordFromSuggestion(inside, who, slug, idOf('play more'))),
    );
    assert.equal(
      (await school.act((inside, who) => clausesOf(inside, who.organisation, charter))).at(-1)?.id,
      taken.clause,
    );
    assert.deepEqual(await school.act((inside, who) => recordFromSuggestion(inside, who, slug, idOf('play more'))), {
      ok: false,
      problem: { code: 'not there' },
    });
  });
});

test('a worry goes to the safeguarding leads of the school, else of whoever it is part of, and no copy stays', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, door, seat } = await begun(write, gates, { safeguardingEmail: null });
    const token = await seat();
    const pass = async (words: string) => {
      certain(
        await door((inside) =>
          submitSuggestion(inside, token, { kind: 'words', clause: null, body: words }, day(today)),
        ),
      );
      const id =
        (await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter))).find(
          ({ body: said }) => said === words,
        )?.id ?? '';
      return {
        id,
        done: await school.act((inside, who) =>
          answerSuggestion(inside, who, slug, id, { outcome: 'withhold', reason: 'worry', pass: true }, site),
        ),
      };
    };
    const nobodyThere = await pass('First worry');
    assert.deepEqual(nobodyThere.done, { ok: false, problem: { code: 'nobody to pass to' } });
    const left = await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter));
    assert.deepEqual(
      left.map(({ state, body: said }) => [state, said]),
      [['waiting', 'First worry']],
      'it waits as it was',
    );
    const appoint = async (organisation: string, email: string) => {
      const account = newId();
      await write
        .insertInto('record.account')
        .values({ id: account, email, name: 'Safeguarding', persona: null, created_at: day(today), closed_at: null })
        .execute();
      await sql`insert into record.account_role (account, organisation, role) values (${account}, ${organisation}, 'safeguarding')`.execute(
        write,
      );
      return (inside: (read: Write) => Promise<unknown>) =>
        gates.work.write({ account, organisation, boards: '*' }, inside);
    };
    const concerns = async (reads: (work: (read: Write) => Promise<unknown>) => Promise<unknown>) =>
      (
        (await reads(
          async (inside) => (await sql<{ body: string }>`select body from record.concern`.execute(inside)).rows,
        )) as { body: string }[]
      ).map(({ body: said }) => said);
    // A youth group without leads of its own: those of the council that it is part of.
    const council = await body(write, gates);
    await sql`update record.organisation set part_of = (select slug from record.organisation where id = ${council.id}) where id = ${school.id}`.execute(
      write,
    );
    const above = await appoint(council.id, `above-${school.id}@example.org`);
    certain((await pass('Second worry')).done);
    assert.deepEqual(await concerns(above), ['Second worry']);
    const own = await appoint(school.id, `own-${school.id}@example.org`);
    const third = await pass('Third worry');
    certain(third.done);
    assert.deepEqual([await concerns(own), await concerns(above)], [['Third worry'], ['Second worry']]);
    assert.deepEqual(
      (await school.act((inside) => sql`select from record.concern`.execute(inside))).rows,
      [],
      'the lead of the charter does not open the store',
    );
    assert.equal(
      (await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter))).find(
        ({ id }) => id === third.id,
      )?.body,
      null,
    );
    const letters = (await waitingLetters(write)).filter(({ recipient }) => recipient.includes(school.id));
    assert.deepEqual(letters.map(({ recipient }) => recipient).toSorted(), [
      `above-${school.id}@example.org`,
      `own-${school.id}@example.org`,
    ]);
    for (const letter of letters) assert.doesNotMatch(`${letter.subject} ${letter.body}`, /worry|charter/i);
  });
});

test('several seats from one browser are refused, unless the lead said that devices are shared; then everybody is told', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, code, door, seat, vote } = await begun(write, gates, {}, 'vote');
    const takes = (by: string, marks: readonly string[]) => door((inside) => takeSeat(inside, by, day(today), marks));
    const open = await vote();
    const mark = [voteMark(open)];
    assert.deepEqual(await takes(code, mark), { ok: false, problem: 'voted here' });
    const shared = certain(
      await school.act((inside, who) =>
        recordCode(inside, who, slug, { label: 'Tablets', seats: 3, shared: true, expires: '2026-12-10' }),
      ),
    ).code;
    const one = certain(await takes(shared, mark));
    const told = async (token: string) => {
      const room = await door((inside) => roomSeen(inside, token, day(today)));
      return [room?.shared, room?.othersShare];
    };
    assert.deepEqual(
      [await told(one), await told(await seat())],
      [
        [true, true],
        [false, true],
      ],
    );
    // Whoever leaves has no seat any more, not even with the token. While a vote is open the seat stays taken: leaving
    // gives no second vote, and tells nobody who has not voted.
    const two = certain(await takes(shared, mark));
    await door((inside) => leaveSeat(inside, two, day(today)));
    assert.equal(await door((inside) => roomSeen(inside, two, day(today))), null);
    const three = certain(await takes(shared, []));
    certain(await door((inside) => answerClause(inside, three, open, clauses[0] ?? '', 'yes', day(today))));
    await door((inside) => leaveSeat(inside, three, day(today)));
    assert.deepEqual(await door((inside) => answerClause(inside, three, open, clauses[0] ?? '', 'no', day(today))), {
      ok: false,
      problem: 'no seat',
    });
    assert.deepEqual(await takes(shared, []), { ok: false, problem: 'full' });
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
    const [tally] = await school.act((inside, who) => tallyOf(inside, who.organisation, charter));
    assert.ok(tally && tallyWords(tally).endsWith('People shared devices, so somebody may have voted more than once'));
    // Once the vote is over, a browser that voted comes in again to read.
    assert.equal((await takes(code, mark)).ok, true);
  });
});
