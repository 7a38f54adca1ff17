import type { FieldProblem } from '#base/form.js';
import { ErrorSummary } from './error-summary.js';

/** The summary above a refused form. No script runs here, so the browser itself is asked to go to it first. */
export function Refused({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ErrorSummary
      errors={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
      attributes={{ tabIndex: -1, autofocus: true }}
    />
  );
}

/** Message and mark of a field that was refused, for the control's own properties (WCAG 3.3.1; ARIA 1.2, aria-invalid). */
export function refusedField(
  problems: readonly FieldProblem[],
  field: string,
): { readonly error?: string; readonly attributes?: { readonly 'aria-invalid': 'true' } } {
  const found = problems.find((problem) => problem.field === field);
  return found ? { error: found.message, attributes: { 'aria-invalid': 'true' } } : {};
}

/** The message of a refused set of radios or checkboxes: the set itself takes no aria-invalid. */
export function refusedSet(problems: readonly FieldProblem[], field: string): { readonly error?: string } {
  const found = problems.find((problem) => problem.field === field);
  return found ? { error: found.message } : {};
}
