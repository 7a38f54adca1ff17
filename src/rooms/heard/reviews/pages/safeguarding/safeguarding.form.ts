import { type FieldProblem, tooLong } from '#base/form.js';
import type { ConcernStep } from '../../words.js';

const longest = 4000;

export type Words =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What is written down about a concern, or asked about it. */
export function readWords(typed: string, field: string, missing: string): Words {
  const words = typed.toWellFormed().replaceAll('\0', '').trim();
  if (words === '') return { ok: false, problems: [{ field, message: missing }] };
  return words.length > longest
    ? { ok: false, problems: [{ field, message: tooLong(words.length, longest) }] }
    : { ok: true, words };
}

export type StepForm =
  | { readonly ok: true; readonly step: ConcernStep }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export function readStep(step: string, words: string): StepForm {
  if (step === 'acknowledge') return { ok: true, step: { kind: 'acknowledge' } };
  const kind = step === 'outcome' ? 'outcome' : 'action';
  const read = readWords(words, 'words', kind === 'action' ? 'Say what you did' : 'Say how it ended');
  return read.ok ? { ok: true, step: { kind, words: read.words } } : read;
}
