/** The form of something that a young person wants to say, in words for a ten-year-old. */
import type { FieldProblem } from '#base/form.js';
import { suggestionLongest } from '../../suggestion-limits.js';

export function sayProblems(body: string): readonly FieldProblem[] {
  if (body.trim() === '') return [{ field: 'body', message: 'Write what you think, or go back to the room' }];
  return body.length > suggestionLongest.said ? [{ field: 'body', message: 'Write it shorter' }] : [];
}
