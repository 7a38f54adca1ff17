/** The steps of base/steps.ts in SQL: comparisons of stored days with a day, in the order in which the rules of a room give them. */
import { type RawBuilder, sql } from 'kysely';
import type { Step, Steps } from '#base/steps.js';

type Told = RawBuilder<boolean>;

function holding(step: Step<string, string>, day: RawBuilder<unknown>): Told {
  return 'from' in step
    ? sql<boolean>`${sql.ref(step.from)} <= ${day}`
    : sql<boolean>`${sql.ref(step.until)} >= ${day}`;
}

function notHolding(step: Step<string, string>, day: RawBuilder<unknown>): Told {
  return 'from' in step
    ? sql<boolean>`(${sql.ref(step.from)} is null or ${sql.ref(step.from)} > ${day})`
    : sql<boolean>`(${sql.ref(step.until)} is null or ${sql.ref(step.until)} < ${day})`;
}

/** The word of each row on a day, for counting. */
export function wordInSql<Word extends string>(
  { steps, otherwise, only }: Steps<Word, string, string>,
  today: string,
): RawBuilder<Word> {
  const [told, day] = [sql.ref(otherwise), sql`${today}::date`];
  const cases = [
    ...(only === undefined ? [] : [sql`when ${told} <> ${sql.lit(only)} then ${told}`]),
    ...steps.map((step) => sql`when ${holding(step, day)} then ${sql.lit(step.word)}`),
  ];
  return sql<Word>`case ${sql.join(cases, sql` `)} else ${told} end`;
}

/** What is true of the rows that have this word on a day, part by part: what the column says, and each step that must hold or not. */
export function conditionsInSql<Word extends string>(
  { steps, only }: Omit<Steps<Word, string, string>, 'otherwise'>,
  word: Word,
  today: string,
): { readonly told: Word | null; readonly days: readonly Told[] } {
  const day = sql`${today}::date`;
  const place = steps.findIndex((step) => step.word === word);
  const step = steps[place];
  const before = step === undefined ? steps : steps.slice(0, place);
  if (step !== undefined)
    return { told: only ?? null, days: [holding(step, day), ...before.map((one) => notHolding(one, day))] };
  // A word that the column gives: while it says so and none of the steps holds, where they count at all.
  return { told: word, days: only !== undefined && only !== word ? [] : before.map((one) => notHolding(one, day)) };
}

/** The same as one condition. */
export function isCalledInSql<Word extends string>(
  steps: Steps<Word, string, string>,
  word: Word,
  today: string,
): RawBuilder<boolean> {
  const { told, days } = conditionsInSql(steps, word, today);
  const column = told === null ? [] : [sql<boolean>`${sql.ref(steps.otherwise)} = ${told}`];
  return sql<boolean>`${sql.join([...column, ...days], sql` and `)}`;
}
