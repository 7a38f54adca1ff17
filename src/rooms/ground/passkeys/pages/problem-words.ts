import type { AddProblem } from '../acts.js';

export const notUnderstood = 'That passkey does not fit this account, or it took longer than five minutes. Try again';

export function addProblemWords(problem: AddProblem): string {
  switch (problem) {
    case 'not understood':
      return 'The passkey could not be set up, or it took longer than five minutes. Try again';
    case 'known already':
      return 'This passkey is set up already. Use another device or another security key';
    case 'too many':
      return 'An account has at most 20 passkeys. Remove one that you no longer use';
  }
}
