/** The steps of base/steps.ts in SQL: comparisons of stored days with a day, in the order in which the rules of a room give them. */
import { type RawBuilder, sql } from 'kysely';
import { comparisonOf, type Step, type Steps } from '#base/steps.js';

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

/** What is true of the day in a column. */
export interface Condition {
  readonly column: string;
  readonly is: Told;
}

const opposite = { '<=': '>', '<': '>=', '>=': '<', '>': '<=' } as const;

function holding(step: Step<string, string>, { column, day }: Row): Condition {
  const { column: name, is } = comparisonOf(step);
  return { column: name, is: sql<boolean>`${column(name)} ${sql.raw(is)} ${day}` };
}

function notHolding(step: Step<string, string>, { column, day }: Row): Condition {
  const { column: name, is } = comparisonOf(step);
  const at = column(name);
  return { column: name, is: sql<boolean>`(${at} is null or ${at} ${sql.raw(opposite[is])} ${day})` };
}

/** The word of each row on a day, for counting. */
export function wordInSql<Word extends string>(
  { steps, otherwise, only }: Steps<Word, string, string>,
  today: string,
  alias?: string,
): RawBuilder<Word> {
  const row = rowOn(today, alias);
  const told = typeof otherwise === 'string' ? row.column(otherwise) : sql.lit(otherwise.word);
  const cases = [
    ...(only === undefined ? [] : [sql`when ${told} <> ${sql.lit(only)} then ${told}`]),
    ...steps.map((step) => sql`when ${holding(step, row).is} then ${sql.lit(step.word)}`),
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
    return { told: only ?? null, days: [holding(step, row), ...before.map((one) => notHolding(one, row))] };
  // A word that the column gives: while it says so and none of the steps holds, where they count at all.
  return { told: word, days: only !== undefined && only !== word ? [] : before.map((one) => notHolding(one, row)) };
}

/** The same as one condition. */
export function isCalledInSql<Word extends string>(
  steps: Steps<Word, string, string>,
  word: Word,
  today: string,
  alias?: string,
): RawBuilder<boolean> {
  const { told, days } = conditionsInSql(steps, word, today, alias);
  const { otherwise } = steps;
  const column =
    told === null
      ? []
      : [
          typeof otherwise === 'string'
            ? sql<boolean>`${rowOn(today, alias).column(otherwise)} = ${sql.lit(told)}`
            : sql<boolean>`${sql.lit(told === otherwise.word)}`,
        ];
  return sql<boolean>`${sql.join([...column, ...days.map(({ is }) => is)], sql` and `)}`;
}
