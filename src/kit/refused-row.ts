/** A row that a constraint refused, though no rule of a room had seen it coming: words for the sender, the name for whoever runs this. */
import { violatedConstraint } from './db/client.js';
import type { ProblemCode } from './problems.js';

export interface RefusedRow {
  readonly problem: Extract<ProblemCode, 'same-already' | 'not-kept'>;
  readonly constraint: string;
}

// Unique and exclusion constraints: two of what may be there once (PostgreSQL, appendix A, class 23).
const twice: ReadonlySet<string> = new Set(['23505', '23P01']);

/** What a failure says of a row that was sent; null for any other. The name holds no value, so it may stand in the log. */
export function refusedRow(problem: unknown): RefusedRow | null {
  if (typeof problem !== 'object' || problem === null || !('code' in problem) || typeof problem.code !== 'string' || !problem.code.startsWith('23')) return null;
  return { problem: twice.has(problem.code) ? 'same-already' : 'not-kept', constraint: violatedConstraint(problem) ?? problem.code };
}
