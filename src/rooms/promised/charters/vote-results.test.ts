import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { tokenHash } from '#kit/token.js';
import { rolledBack } from '#test/house.js';
import { recordCharter, recordClause, recordClauseDraft, recordStage, withdrawClause } from './acts.js';
import { handVotesOf, recordHands, tallyOf, votedElsewhere } from './vote-results.js';
import { charterOf, stagesOf } from './lookups.js';
import {
  answerByChoosing,
  answerClause,
  roomSeen,
  type Stage,
  submitSuggestion,
  tallyWords,
  type VoteAnswer,
} from '#rooms/promised/together/index.js';
import type { ClauseDraft } from './words.js';
import { day } from '#test/leads.js';
import { begun, certain, clause, draft, refused, today } from './test/begun.js';
import { tallyDayRule } from './days.js';

/** In a savepoint that is rolled back, so that the transaction of the test goes on after a refusal. */
async function rolledBackTo<T>(write: Write, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried`.execute(write);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint tried`.execute(write);
  }
}

/** The floors, written down once more, for every outcome that a class of up to `most` can have. */
async function everyOutcome(
  write: Write,
  most: number,
): Promise<
  readonly {
    readonly yes: number;
    readonly no: number;
    readonly sure: number;
    readonly outcome: string | null;
    readonly yes_told: number | null;
    readonly no_told: number | null;
    readonly not_sure_told: number | null;
  }[]
> {
  const { rows } = await sql<{
    yes: number;
    no: number;
    sure: number;
    outcome: string | null;
    yes_told: number | null;
    no_told: number | null;
    not_sure_told: number | null;
  }>`
    select yes, no, sure, n.* from generate_series(0, ${most}) yes, generate_series(0, ${most}) no, generate_series(0,
      ${most}) sure, record.votes_told(yes, no, sure) n`.execute(write);
  return rows;
}

test('what is told of a vote tells no small side, for every vote that can be', async () => {
  await rolledBack(async (write) => {
    const rows = await everyOutcome(write, 13);
    assert.equal(rows.length, 14 ** 3);
    for (const { yes, no, sure, outcome, yes_told, no_told, not_sure_told } of rows) {
      // Where yes and no come to nine or fewer, ten votes would tell that somebody was not sure.
      const [many, split] = [yes + no + sure, yes >= 3 && no >= 3 && (sure >= 3 ? yes + no + sure : yes + no) >= 10];
      assert.equal(outcome !== null, many >= 10);
      assert.deepEqual(
        [yes_told, no_told, not_sure_told],
        split ? [yes, no, sure >= 3 ? sure : null] : [null, null, null],
        `${yes} ${no} ${sure}`,
      );
    }
    // Whoever reads what is told finds every count that was left out to be possible in at least three ways.
    const told = Map.groupBy(rows, ({ outcome, yes_told, no_told, not_sure_told }) =>
      JSON.stringify([outcome, yes_told, no_told, not_sure_told]),
    );
    for (const [words, group] of told) {
      const ways = (count: (row: (typeof rows)[number]) => number) => new Set(group.map(count));
      for (const [at, count] of [
        [1, (row) => row.yes],
        [2, (row) => row.no],
        [3, (row) => row.sure],
      ] as const satisfies readonly (readonly [number, (row: (typeof rows)[number]) => number])[]) {
        const left = (JSON.parse(words) as readonly unknown[])[at] === null;
        if (left) assert.ok(ways(count).size >= 3, `${words}: ${at}`);
      }
    }
  });
});

test('a number that is left out where clauses are chosen does not come out of the others', async () => {
  await rolledBack(async (write) => {
    const people = 10;
    for (const most of [1, 2]) {
      // Every way in which ten people can choose from one to `most` of three or four clauses, by the counts alone.
      const { rows } = await sql<{ chosen: readonly number[]; told: readonly (number | null)[] }>`
        with counts as (
          select case when ${most} = 1 then array[a, b, c] else array[a, b, c, d] end as chosen
            from generate_series(0, ${people}) a, generate_series(0, ${people}) b, generate_series(0, ${people}) c,
              generate_series(0, case when ${most} = 1 then 0 else ${people} end) d
           where a + b + c + d between ${people} and ${people * most}
        )
        select chosen, (select array_agg(n.chosen_told order by n.place) from record.choices_told(${people}, ${most}, chosen) n) as told from counts`.execute(
        write,
      );
      const groups = Map.groupBy(rows, ({ told }) => JSON.stringify(told));
      assert.ok(groups.size > 1, 'some numbers are told');
      for (const [words, group] of groups) {
        for (const [index, number] of (JSON.parse(words) as readonly (number | null)[]).entries()) {
          const ways = new Set(group.map(({ chosen }) => chosen[index]));
          assert.ok(number === null ? ways.size > 1 : number >= 3 && number <= people - 3, `${most}: ${words}`);
        }
      }
    }
    const { rows: few } = await sql<{
      outcome: string | null;
      people_told: number | null;
    }>`select outcome, people_told from record.choices_told(9, 2, array[4, 5])`.execute(write);
    assert.deepEqual(few, [
      { outcome: null, people_told: null },
      { outcome: null, people_told: null },
    ]);
  });
});

test('a lead with nine seats of their own does not read the tenth vote, while the vote is open or after it', async () => {
  const ends: unknown[] = [];
  for (const tenth of ['yes', 'no', 'not sure'] as const) {
    await rolledBack(async (write, { gates }) => {
      const { school, slug, charter, clauses, door, seat, vote } = await begun(write, gates, {}, 'vote');
      const [first = '', second = ''] = clauses;
      const open = await vote();
      const says = async (token: string, on: string, answer: VoteAnswer) =>
        certain(await door((inside) => answerClause(inside, token, open, on, answer, day(today))));
      const tally = async () =>
        (await school.act((inside, who) => tallyOf(inside, who.organisation, charter)))
          .map(({ clause: on, ...told }) => ({ at: clauses.indexOf(on), ...told }))
          .toSorted((a, b) => a.at - b.at);
      for (let voter = 0; voter < 9; voter++) {
        const token = await seat();
        await says(token, first, 'no');
        await says(token, first, 'yes');
        if (voter < 8) await says(token, second, 'yes');
      }
      await says(await seat(), first, tenth);
      const late = await seat();
      const lateAnswer = (on: string) => door((inside) => answerClause(inside, late, open, on, 'yes', day(today)));
      assert.deepEqual(await tally(), [], 'nothing is told before the end');
      assert.deepEqual(
        await school.act((inside, who) =>
          recordClauseDraft(inside, who, slug, first, { ...clause, aim: 'something else' }),
        ),
        { ok: false, problem: { code: 'wrong stage', stage: 'vote' } },
      );
      assert.deepEqual(await lateAnswer(newId()), { ok: false, problem: 'no such clause' });
      certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
      assert.deepEqual(await lateAnswer(first), { ok: false, problem: 'not now' });
      ends.push(await tally());
      // Nor do hands below the floors, in a room or in the table.
      certain(
        await school.act((inside, who) =>
          recordHands(inside, who, slug, [
            { clause: second, group: 'Year 1', day: today, yes: 4, no: 4, notSure: 1 },
            { clause: first, group: 'Year 2', day: today, yes: 21, no: 2, notSure: 0 },
            { clause: first, group: 'Year 3', day: today, yes: 21, no: 4, notSure: 1 },
          ]),
        ),
      );
      const hands = (await school.act((inside, who) => handVotesOf(inside, who.organisation, charter))).map(
        ({ group, outcome, yes, no, notSure }) => [group, outcome, yes, no, notSure],
      );
      assert.deepEqual(hands.toSorted(), [
        ['Year 1', null, null, null, null],
        ['Year 2', 'yes', null, null, null],
        ['Year 3', 'yes', 21, 4, null],
      ]);
      await assert.rejects(
        rolledBackTo(write, () =>
          sql`update record.hand_vote set yes = 4, no = 2 where charter = ${charter}`.execute(write),
        ),
        /hand_vote_no_small_side/,
      );
      await assert.rejects(
        rolledBackTo(write, () =>
          sql`update record.vote_tally set yes = 9, no = 1 where charter = ${charter}`.execute(write),
        ),
        /vote_tally_no_small_side/,
      );
    });
  }
  assert.deepEqual(ends[1], ends[0]);
  assert.deepEqual(ends[2], ends[0]);
  assert.match(JSON.stringify(ends[0]), /"outcome":"yes"/);
});

test('a vote belongs to the words that were voted on: changed words end it, the same words are not voted on again', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat, vote } = await begun(write, gates, {}, 'vote');
    const [first = '', second = ''] = clauses;
    const open = await vote();
    const stale = await seat();
    for (let voter = 0; voter < 12; voter++) {
      const token = await seat();
      for (const on of clauses)
        certain(await door((inside) => answerClause(inside, token, open, on, voter < 4 ? 'no' : 'yes', day(today))));
    }
    const stage = (to: Stage, reason: string | null = null) =>
      school.act((inside, who) => recordStage(inside, who, slug, to, reason));
    const tally = async () =>
      (await school.act((inside, who) => tallyOf(inside, who.organisation, charter)))
        .map((one) => [one.clause, one.yes, one.no, one.holds])
        .toSorted();
    certain(await stage('counted'));
    assert.deepEqual(
      await tally(),
      [
        [first, 8, 4, true],
        [second, 8, 4, true],
      ].toSorted(),
    );
    assert.deepEqual(
      await stage('vote'),
      { ok: false, problem: { code: 'voted already' } },
      'no second number for the same words',
    );
    certain(await stage('discussion', 'A word was wrong'));
    certain(
      await school.act((inside, who) =>
        recordClauseDraft(inside, who, slug, first, { ...clause, aim: 'tell each class after a rule has changed' }),
      ),
    );
    assert.deepEqual(
      await tally(),
      [
        [first, 8, 4, false],
        [second, 8, 4, true],
      ].toSorted(),
    );
    const room = await door((inside) => roomSeen(inside, stale, day(today)));
    assert.match(
      tallyWords(room?.tally.find((one) => one.clause === first) ?? assert.fail()),
      /The words were changed after that, so this vote does not count any more/,
    );
    certain(await stage('vote'));
    const again = await vote();
    // A page that was opened before votes neither on the other words nor for the old ones.
    assert.deepEqual(await door((inside) => answerClause(inside, stale, open, first, 'yes', day(today))), {
      ok: false,
      problem: 'other words',
    });
    assert.deepEqual(await door((inside) => answerClause(inside, stale, again, second, 'yes', day(today))), {
      ok: false,
      problem: 'no such clause',
    });
    assert.deepEqual(
      (await door((inside) => roomSeen(inside, stale, day(today))))?.clauses.map(({ id, toVote }) => [id, toVote]),
      [
        [first, true],
        [second, false],
      ],
    );
    certain(await door((inside) => answerClause(inside, stale, again, first, 'yes', day(today))));
    certain(await stage('counted'));
    assert.deepEqual(
      await tally(),
      [
        [first, null, null, true],
        [second, 8, 4, true],
      ].toSorted(),
      'too few voted on the other words',
    );
    // Back to the words of before: their result stands again, as it was.
    certain(await stage('discussion', 'The old words were better'));
    certain(await school.act((inside, who) => recordClauseDraft(inside, who, slug, first, clause)));
    assert.deepEqual(
      await tally(),
      [
        [first, 8, 4, true],
        [second, 8, 4, true],
      ].toSorted(),
    );
    const after = await door((inside) => roomSeen(inside, stale, day(today)));
    assert.deepEqual(
      after?.tally.map(({ yes, holds }) => [yes, holds]),
      [
        [8, true],
        [8, true],
      ],
    );
    assert.deepEqual(await stage('vote'), { ok: false, problem: { code: 'voted already' } });
    // What reads the same is the same: with signs that nobody sees, letters that look alike, another comma, or as a new clause.
    for (const aim of [
      `${clause.aim}\u200b`,
      ` ${clause.aim.replaceAll(' ', '\u00a0 ')}`,
      clause.aim.replaceAll('e', '\u0435'),
      `${clause.aim},`,
    ]) {
      certain(await school.act((inside, who) => recordClauseDraft(inside, who, slug, first, { ...clause, aim })));
      assert.deepEqual(await stage('vote'), { ok: false, problem: { code: 'voted already' } }, aim);
    }
    certain(await school.act((inside, who) => withdrawClause(inside, who, slug, first)));
    const { id: anew } = certain(await school.act((inside, who) => recordClause(inside, who, slug, clause)));
    certain(await school.act((inside, who) => recordClause(inside, who, slug, clause)));
    assert.deepEqual(await stage('vote'), { ok: false, problem: { code: 'voted already' } });
    assert.ok(
      (await tally()).some(([on, yes, no, holds]) => on === anew && yes === 8 && no === 4 && holds === true),
      'and has the same result',
    );
  });
});

test('the same words are put to the vote once in a year, in whichever charter of an organisation they stand', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, clauses, charter, door, seat, vote } = await begun(write, gates, {}, 'vote');
    const [first = '', second = ''] = clauses;
    const { framework } =
      (await school.act((inside, who) => charterOf(inside, who.organisation, slug))) ?? assert.fail();
    const other = async (title: string, more: Partial<ClauseDraft> = {}) => {
      const { slug: made } = certain(
        await school.act((inside, who) =>
          recordCharter(inside, who, { ...draft, title, framework }, [{ ...clause, ...more }]),
        ),
      );
      return { made, id: (await school.act((inside, who) => charterOf(inside, who.organisation, made)))?.id ?? '' };
    };
    const stage = (of: string, to: Stage, reason: string | null = null) =>
      school.act((inside, who) => recordStage(inside, who, of, to, reason));
    const early = await other('While it is open', { aim: `${clause.aim},` });
    assert.deepEqual(
      await stage(early.made, 'vote'),
      { ok: false, problem: { code: 'voted already' } },
      'the same words are being voted on',
    );
    assert.deepEqual(
      (await school.act((inside, who) => votedElsewhere(inside, who.organisation, early.id))).map(
        ({ title, closedOn }) => [title, closedOn],
      ),
      [['Our charter', null]],
    );
    const open = await vote();
    for (let voter = 0; voter < 12; voter++) {
      const token = await seat();
      for (const on of [first, second])
        certain(await door((inside) => answerClause(inside, token, open, on, voter < 4 ? 'no' : 'yes', day(today))));
    }
    certain(await stage(slug, 'counted'));
    assert.deepEqual(
      (await school.act((inside, who) => tallyOf(inside, who.organisation, charter))).map(({ yes }) => yes),
      [8, 8],
    );
    assert.deepEqual(
      await stage(early.made, 'vote'),
      { ok: false, problem: { code: 'voted already' } },
      'the same words were voted on',
    );
    assert.deepEqual(
      (await school.act((inside, who) => votedElsewhere(inside, who.organisation, early.id))).map(
        ({ title, closedOn }) => [title, closedOn],
      ),
      [['Our charter', today]],
    );
    // Other words are another question; and after a year other children are asked.
    certain(await stage((await other('Other words', { aim: 'open the library at lunch' })).made, 'vote'));
    certain(await stage((await other('What they feel, not what they can', { effectVerb: 'feel' })).made, 'vote'));
    await write
      .updateTable('record.vote_tally')
      .set({ closed_on: sql`current_date - interval '13 months'` })
      .where('charter', '=', charter)
      .execute();
    await tallyDayRule.rewrite(write);
    certain(await stage(early.made, 'vote'));
    // Of two the first has the words; whoever went back from the vote comes behind who opened it meanwhile.
    const [one, two] = [await other('One', { aim: 'plant a tree' }), await other('Two', { aim: 'plant a tree' })];
    certain(await stage(one.made, 'vote'));
    certain(await stage(one.made, 'discussion', 'Too early'));
    certain(await stage(two.made, 'vote'));
    assert.deepEqual(await stage(one.made, 'vote'), { ok: false, problem: { code: 'voted already' } });
    // A vote of fewer than ten told nothing that another could be compared with.
    certain(await stage(two.made, 'counted'));
    certain(await stage(one.made, 'vote'));
    // Another organisation's words are its own.
    const elsewhere = await begun(write, gates, {}, 'vote');
    assert.equal(
      (await elsewhere.school.act((inside, who) => votedElsewhere(inside, who.organisation, elsewhere.charter))).length,
      0,
    );
  });
});

test('where some are chosen, nobody chooses more than allowed', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat, vote } = await begun(write, gates, { choose: 1 }, 'vote');
    const open = await vote();
    for (let voter = 0; voter < 10; voter++) {
      const token = await seat();
      assert.deepEqual(await door((inside) => answerByChoosing(inside, token, open, clauses, day(today))), {
        ok: false,
        problem: 'too many',
      });
      certain(await door((inside) => answerByChoosing(inside, token, open, clauses.slice(1), day(today))));
      certain(
        await door((inside) =>
          answerByChoosing(inside, token, open, voter < 4 ? clauses.slice(1) : clauses.slice(0, 1), day(today)),
        ),
      );
      assert.deepEqual(await door((inside) => answerByChoosing(inside, token, newId(), clauses.slice(1), day(today))), {
        ok: false,
        problem: 'other words',
      });
      assert.deepEqual(await door((inside) => answerClause(inside, token, open, clauses[0] ?? '', 'yes', day(today))), {
        ok: false,
        problem: 'not now',
      });
    }
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
    assert.deepEqual(
      (await school.act((inside, who) => tallyOf(inside, who.organisation, charter)))
        .map(({ people, chosen, byChoosing }) => [people, chosen, byChoosing])
        .toSorted(),
      [
        [10, 4, true],
        [10, 6, true],
      ],
    );
  });
});

test('no vote can be joined to a seat, to a suggestion or to a person: not through the work gate, and not from the tables themselves', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat, vote } = await begun(write, gates);
    const token = await seat();
    certain(
      await door((inside) =>
        submitSuggestion(inside, token, { kind: 'words', clause: null, body: 'Mine' }, day(today)),
      ),
    );
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'vote', null)));
    const open = await vote();
    certain(await door((inside) => answerClause(inside, token, open, clauses[0] ?? '', 'no', day(today))));
    // The gate in which pages work, as the lead and as nobody.
    for (const standing of [school.standing, nobody]) {
      for (const table of ['together_seat', 'clause_vote', 'vote_secret'])
        await assert.rejects(
          gates.work.write(standing, (inside) => sql`select * from ${sql.table(`record.${table}`)}`.execute(inside)),
          refused,
          table,
        );
      await assert.rejects(
        gates.work.write(standing, (inside) =>
          sql`select record.voter_number(${school.id}::uuid, ${charter}::uuid, ${tokenHash(token)})`.execute(inside),
        ),
        refused,
      );
    }
    // A dump of everything: which values does a vote share with a seat or a suggestion?
    const dump = async (table: string): Promise<readonly string[]> =>
      (
        await sql<{
          row: Record<string, unknown>;
        }>`select to_jsonb(t) as row from ${sql.table(`record.${table}`)} t where charter = ${charter}`.execute(write)
      ).rows.flatMap(({ row }) => Object.values(row).map((value) => JSON.stringify(value)));
    const [votes, seats, suggestions] = [
      await dump('clause_vote'),
      await dump('together_seat'),
      await dump('charter_suggestion'),
    ];
    assert.equal(votes.length, 5);
    const shared = (one: readonly string[], other: readonly string[]): readonly string[] =>
      one.filter((value) => other.includes(value));
    const known = [JSON.stringify(school.id), JSON.stringify(charter)].toSorted();
    assert.deepEqual(shared(votes, seats).toSorted(), known);
    assert.deepEqual(shared(votes, suggestions).toSorted(), known);
    assert.deepEqual(
      shared(seats, suggestions).filter((value) => !known.includes(value)),
      [JSON.stringify(today)],
    );
    // Even with the secret nobody gets from the seat that is kept to the number that voted: it takes the token.
    const { rows } = await sql<{
      number: Buffer;
      voter: Buffer;
    }>`select record.voter_number(${school.id}::uuid, ${charter}::uuid, s.token_hash) as number, v.voter
      from record.together_seat s, record.clause_vote v where s.charter = ${charter}
      and v.charter = ${charter}`.execute(write);
    assert.ok(rows.length > 0 && rows.every(({ number, voter }) => !number.equals(voter)));
    // When the vote closes, secret and answers are gone, and the token itself leads nowhere.
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
    assert.deepEqual([await dump('clause_vote'), await dump('vote_secret')], [[], []]);
    // No line of the journal has anything of it, and none was written by somebody at the door.
    const { rows: lines } = await sql<{
      verb: string;
      detail: string;
    }>`select verb, detail::text as detail from kit.journal where scope = ${school.id} and kind = 'charter'`.execute(
      write,
    );
    assert.ok(lines.length > 0 && lines.every(({ detail }) => !/Mine|"no"/.test(detail)));
  });
});

test('a vote that is gone back from is never counted, and the next one begins from nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat, vote } = await begun(write, gates, {}, 'vote');
    const open = await vote();
    for (let voter = 0; voter < 11; voter++) {
      const token = await seat();
      certain(
        await door((inside) =>
          answerClause(inside, token, open, clauses[0] ?? '', voter < 5 ? 'no' : 'yes', day(today)),
        ),
      );
    }
    assert.deepEqual(await school.act((inside, who) => recordStage(inside, who, slug, 'discussion', ' ')), {
      ok: false,
      problem: { code: 'no reason' },
    });
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'discussion', 'A word was wrong')));
    assert.equal(
      (await school.act((inside, who) => stagesOf(inside, who.organisation, charter))).at(-1)?.reason,
      'A word was wrong',
    );
    // Else a lead would break it off after each vote, and read what changed.
    assert.deepEqual(await school.act((inside, who) => tallyOf(inside, who.organisation, charter)), []);
    assert.deepEqual((await sql`select from record.clause_vote where charter = ${charter}`.execute(write)).rows, []);
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'vote', null)));
  });
});
