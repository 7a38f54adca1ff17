import { type FieldProblem, tooLong } from '#base/form.js';
import { type Decision, withholdReasons } from '../../words.js';

export type DecisionForm =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const longest = 10_000;

export function readDecision(typed: Readonly<Record<string, string>>): DecisionForm {
  const refusedAt = (field: string, message: string): DecisionForm => ({ ok: false, problems: [{ field, message }] });
  const quotable = typed['quote'] === 'yes';
  switch (typed['outcome']) {
    case 'clear':
      return { ok: true, decision: { kind: 'clear', quotable } };
    case 'redact': {
      // Browsers send lines with CR LF: what was not touched must compare as the same.
      const words = (typed['words'] ?? '').replaceAll('\r\n', '\n').trim();
      if (words === '') return refusedAt('words', 'Leave something to read, or withhold it');
      return words.length > longest
        ? refusedAt('words', tooLong(words.length, longest))
        : { ok: true, decision: { kind: 'redact', words, quotable } };
    }
    case 'withhold': {
      const reason = withholdReasons.find((one) => one === typed['reason']);
      return reason
        ? { ok: true, decision: { kind: 'withhold', reason } }
        : refusedAt('reason', 'Say why it is withheld');
    }
    case 'pass':
      return { ok: true, decision: { kind: 'pass' } };
    default:
      return refusedAt('outcome', 'Choose what happens to it');
  }
}
