/** Signing a data sheet. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { type SignerCapacity, signers } from '../../words.js';

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
        ? [{ field: 'name', message: tooLong(name.length, 100, 'The name') }]
        : []),
    ...(capacity === null ? [{ field: 'capacity', message: 'Say in which capacity you sign' }] : []),
    ...(typed['read'] === 'yes' ? [] : [{ field: 'read', message: 'Confirm that you have read the data sheet' }]),
  ];
  return { name, capacity, problems };
}
