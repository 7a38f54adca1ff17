/** What is typed to invite somebody. */
import { type FieldProblem, lengthProblems } from '#base/form.js';
import { emailAddress } from '#base/email-address.js';

export const longestEmail = 254;

/** What is wrong with a typed address; none where it is one. */
export function emailProblems(typed: string): readonly FieldProblem[] {
  if (typed === '') return [{ field: 'email', message: 'Enter an email address' }];
  if (typed.length > longestEmail) return lengthProblems('email', typed, longestEmail, 'An email address');
  return emailAddress(typed) === null
    ? [{ field: 'email', message: 'Enter an email address in the correct form, like name@example.org' }]
    : [];
}

/** A typed text without control characters, at most so long as is worth keeping in the form. */
export function typedText(text: string, longest = 300): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longest);
}
