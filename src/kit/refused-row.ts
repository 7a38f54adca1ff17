/**
 * A row that a constraint refused, though no rule of a room had seen it coming: mostly because somebody else sent the same at the same moment. The
 * act is tried once more (corridor/acted.ts), and then the room's rules see the other's row. Where a constraint refuses it again, the sender gets words
 * and what they typed; its name is for whoever runs this. Each constraint of the house has words, or is of a kind that says why no form
 * meets it (test/refused-rows.test.ts); the list lies in parts beside what owns the tables.
 */
import { violatedConstraint } from './db/client.js';
import type { ProblemCode } from './problems.js';

/** Why nobody meets a constraint by a form. */
export const unmetKinds = {
  'form first':
    'It looks at this row alone. The form refuses the same values first, in words beside their fields, and one act writes them all together.',
  'by Kept':
    'Kept makes the value itself: by counting in a row that it holds, by chance, or by work that no form asks for.',
  'drawn anew':
    'Drawn from the record by the act that publishes, under a name that the record keeps free. Two at once: the ' +
    'second is tried again and finds what the first drew.',
} as const;

export type UnmetKind = keyof typeof unmetKinds;

/** What the database refuses of the tables of one owner: by table, then by constraint. */
export interface RowRefusals {
  /** One sentence for whoever sent it. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly unmet: Readonly<Partial<Record<UnmetKind, Readonly<Record<string, readonly string[]>>>>>;
}

export interface RefusedRow {
  readonly problem: Extract<ProblemCode, 'same-already' | 'gone-meanwhile' | 'not-kept'>;
  /** With its schema; null where the server does not say it. */
  readonly table: string | null;
  readonly constraint: string;
}

// PostgreSQL, appendix A, class 23: unique and exclusion constraints are about two of what may be there once; foreign keys about what went meanwhile.
const byCode: Readonly<Record<string, RefusedRow['problem']>> = {
  23505: 'same-already',
  '23P01': 'same-already',
  23503: 'gone-meanwhile',
};

/** What a failure says of a row that was sent; null for any other. The names hold no value, so they may stand in the log. */
export function refusedRow(problem: unknown): RefusedRow | null {
  if (
    typeof problem !== 'object' ||
    problem === null ||
    !('code' in problem) ||
    typeof problem.code !== 'string' ||
    !problem.code.startsWith('23')
  )
    return null;
  const table =
    'schema' in problem && 'table' in problem && problem.schema !== undefined
      ? `${String(problem.schema)}.${String(problem.table)}`
      : null;
  return {
    problem: byCode[problem.code] ?? 'not-kept',
    table,
    constraint: violatedConstraint(problem) ?? problem.code,
  };
}

// Raised by record.refuse_unverified and published.refuse_if_ended: the database alone decides who may publish, and what has ended.
const rules: Readonly<Record<string, Extract<ProblemCode, 'not-verified' | 'has-ended'>>> = {
  KP012: 'not-verified',
  KP013: 'has-ended',
};

/** What a rule of the database refused, whatever row it was for; null for any other failure. The same again is refused again. */
export function refusedByRule(problem: unknown): 'not-verified' | 'has-ended' | null {
  return typeof problem === 'object' && problem !== null && 'code' in problem
    ? (rules[String(problem.code)] ?? null)
    : null;
}

/**
 * Whether somebody else's act may have come between the look and the write: then the same act, done again, sees what is there now. A trigger of a
 * room that finds a row in another state refuses with 42501; 40001 and 40P01 are acts that stood in each other's way.
 */
export function isOvertaken(problem: unknown): boolean {
  if (refusedRow(problem) !== null) return true;
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'code' in problem &&
    (problem.code === '42501' || problem.code === '40001' || problem.code === '40P01')
  );
}

/** The sentence for it, out of those of kit and of all rooms; null where it has none of its own. */
export function rowWords(refusals: readonly RowRefusals[], { table, constraint }: RefusedRow): string | null {
  for (const { words } of refusals) {
    const own = table !== null && Object.hasOwn(words, table) ? words[table] : undefined;
    if (own && Object.hasOwn(own, constraint)) return own[constraint] ?? null;
  }
  return null;
}
