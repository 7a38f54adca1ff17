/** The steps of base/steps.ts in SQL: comparisons of stored days with a day, in the order in which the rules of a room give them. */
import { type RawBuilder, sql } from 'kysely';
import type { Step, Steps } from '#base/steps.js';

type Told = RawBuilder<boolean>;

interface Row {
  readonly day: RawBuilder<unknown>;
  readonly column: (name: string) => RawBuilder<unknown>;
}

/** `alias`: of the table, where the question has several. */
function rowOn(today: string, alias: string | undefined): Row {
  return {
    day: sql`${today}::date`,
    column: (name) => sql.ref(alias === undefined ? name : `${alias}.${name}`),
  };
}

function holding(step: Step<string, string>, { column, day }: Row): Told {
  if ('from' in step) return sql<boolean>`${column(step.from)} <= ${day}`;
  return 'after' in step ? sql<boolean>`${column(step.after)} < ${day}` : sql<boolean>`${column(step.until)} >= ${day}`;
}

function dayOf(step: Step<string, string>): string {
  return 'from' in step ? step.from : 'after' in step ? step.after : step.until;
}

/** What is true of the day in a column. */
export interface Condition {
  readonly column: string;
  readonly is: Told;
}

function notYet(step: Step<string, string>, { column, day }: Row): Condition {
  const at = column(dayOf(step));
  const isNot = 'from' in step ? sql`> ${day}` : 'after' in step ? sql`>= ${day}` : sql`< ${day}`;
  return { column: dayOf(step), is: sql<boolean>`(${at} is null or ${at} ${isNot})` };
}

/** The word of each row on a day, for counting. */
export function wordInSql<Word extends string>(
  { steps, otherwise, only }: Steps<Word, string, string>,
  today: string,
  alias?: string,
): RawBuilder<Word> {
  const row = rowOn(today, alias);
  const told = row.column(otherwise);
  const cases = [
    ...(only === undefined ? [] : [sql`when ${told} <> ${sql.lit(only)} then ${told}`]),
    ...steps.map((step) => sql`when ${holding(step, row)} then ${sql.lit(step.word)}`),
  ];
  return sql<Word>`case ${sql.join(cases, sql` `)} else ${told} end`;
}

/** What is true of the rows that have this word on a day, part by part: what the column says, and each step that must hold or not. */
export function conditionsInSql<Word extends string>(
  { steps, only }: Omit<Steps<Word, string, string>, 'otherwise'>,
  word: Word,
  today: string,
  alias?: string,
): { readonly told: Word | null; readonly days: readonly Condition[] } {
  const row = rowOn(today, alias);
  const place = steps.findIndex((step) => step.word === word);
  const step = steps[place];
  const before = step === undefined ? steps : steps.slice(0, place);
  if (step !== undefined)
    return {
      told: only ?? null,
      days: [{ column: dayOf(step), is: holding(step, row) }, ...before.map((one) => notYet(one, row))],
    };
  // A word that the column gives: while it says so and none of the steps holds, where they count at all.
  return { told: word, days: only !== undefined && only !== word ? [] : before.map((one) => notYet(one, row)) };
}

/** The same as one condition. */
export function isCalledInSql<Word extends string>(
  steps: Steps<Word, string, string>,
  word: Word,
  today: string,
  alias?: string,
): RawBuilder<boolean> {
  const { told, days } = conditionsInSql(steps, word, today, alias);
  const column = told === null ? [] : [sql<boolean>`${rowOn(today, alias).column(steps.otherwise)} = ${sql.lit(told)}`];
  return sql<boolean>`${sql.join([...column, ...days.map(({ is }) => is)], sql` and `)}`;
}
