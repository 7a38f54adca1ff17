/** A reason that others read: why something is asked back or withdrawn. */
import { hasEmailAddress } from '#base/email-address.js';

const longestReason = 2000;

export function reasonProblem(reason: string): string | null {
  if (reason.trim() === '') return 'Say why';
  if (reason.length > longestReason) return `The reason can be ${longestReason} characters long at most`;
  if (hasEmailAddress(reason)) return 'The reason has an e-mail address in it. Leave it out: others read this';
  return null;
}
