/** A reason that others read: why something is asked back or withdrawn. */
import { tooLong } from '#base/form.js';
import { hasEmailAddress } from '#base/email-address.js';

export const longestReason = 2000;

export function reasonProblem(reason: string): string | null {
  if (reason.trim() === '') return 'Say why';
  if (reason.length > longestReason) return tooLong(reason.length, longestReason, 'The reason');
  if (hasEmailAddress(reason)) return 'The reason has an e-mail address in it. Leave it out: others read this';
  return null;
}
