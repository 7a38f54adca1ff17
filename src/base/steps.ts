/**
 * What something is called on a day follows from days that are stored with it: a promise is overdue from a day, a level holds until one.
 * The order of these steps stands once, in the rules of a room. A page goes through them here; a list goes through the same ones in SQL
 * (kit/db/steps.ts). Neither works a day out: that was done by the rule when the row was written (docs/decisions/0029).
 */

/**
 * Called by this word from a stored day on, until a stored day (the last one), from the day after it, or until the day before it. Where the
 * day is null the step never holds.
 */
export type Step<Word extends string, Day extends string> =
  | { readonly word: Word; readonly from: Day }
  | { readonly word: Word; readonly until: Day }
  | { readonly word: Word; readonly after: Day }
  | { readonly word: Word; readonly before: Day };

export interface Steps<Word extends string, Day extends string, Told extends string> {
  /** The first that holds on a day gives the word. */
  readonly steps: readonly Step<Word, Day>[];
  /** Where none holds: the word that this column says, or always the same. */
  readonly otherwise: Told | { readonly word: Word };
  /** Where it is given, the steps count only while that column says this. */
  readonly only?: Word;
}

/** The column of a step, and how its day stands to the day that is asked about while the step holds. */
export function comparisonOf<Day extends string>(
  step: Step<string, Day>,
): { readonly column: Day; readonly is: '<=' | '<' | '>=' | '>' } {
  if ('from' in step) return { column: step.from, is: '<=' };
  if ('after' in step) return { column: step.after, is: '<' };
  return 'until' in step ? { column: step.until, is: '>=' } : { column: step.before, is: '>' };
}

function holds<Day extends string>(
  step: Step<string, Day>,
  row: Readonly<Record<Day, string | null>>,
  today: string,
): boolean {
  const { column, is } = comparisonOf(step);
  const day = row[column];
  if (day === null) return false;
  return (
    (is.startsWith('<') && day < today) || (is.startsWith('>') && day > today) || (is.endsWith('=') && day === today)
  );
}

/** The word for a row on a day. */
export function wordOn<Word extends string, Day extends string, Told extends string>(
  { steps, otherwise, only }: Steps<Word, Day, Told>,
  row: Readonly<Record<NoInfer<Day>, string | null>> & Readonly<Record<NoInfer<Told>, NoInfer<Word>>>,
  today: string,
): Word {
  const told: Word = typeof otherwise === 'string' ? row[otherwise] : otherwise.word;
  if (only !== undefined && told !== only) return told;
  return steps.find((step) => holds(step, row, today))?.word ?? told;
}
