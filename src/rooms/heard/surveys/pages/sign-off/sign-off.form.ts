/** Signing a data sheet. */
import { type SignerCapacity, signers } from '../../words.js';
import type { FieldProblem, Typed } from '../typed.form.js';

export function readSignature(typed: Typed): {
  readonly name: string;
  readonly capacity: SignerCapacity | null;
  readonly problems: readonly FieldProblem[];
} {
  const name = (typed['name'] ?? '').trim().replace(/\s+/g, ' ');
  const capacity = signers.find((one) => one === typed['capacity']) ?? null;
  const problems: FieldProblem[] = [
    ...(name === ''
      ? [{ field: 'name', message: 'Enter the name of whoever signs' }]
      : name.length > 100
        ? [{ field: 'name', message: 'The name can be 100 characters long at most' }]
        : []),
    ...(capacity === null ? [{ field: 'capacity', message: 'Say in which capacity you sign' }] : []),
    ...(typed['read'] === 'yes' ? [] : [{ field: 'read', message: 'Confirm that you have read the data sheet' }]),
  ];
  return { name, capacity, problems };
}
