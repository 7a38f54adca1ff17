/** The form of something that a young person wants to say, in words for a ten-year-old. */
import type { FieldProblem } from '#ui/error-summary/refused.js';

export const wordsAtMost = 600;

export function sayProblems(body: string): readonly FieldProblem[] {
  if (body.trim() === '') return [{ field: 'body', message: 'Write what you think, or go back to the room' }];
  return body.length > wordsAtMost ? [{ field: 'body', message: 'Write it shorter' }] : [];
}
