/** Beginning a survey: its name, and the instrument that it puts to people. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';

export function readBegin(
  typed: Typed,
  instruments: readonly string[],
): { readonly name: string; readonly instrument: string; readonly problems: readonly FieldProblem[] } {
  const name = (typed['name'] ?? '').trim().replace(/\s+/g, ' ');
  const instrument = typed['instrument'] ?? '';
  return {
    name,
    instrument,
    problems: [
      ...nameProblems(name),
      ...(instruments.includes(instrument)
        ? []
        : [{ field: 'instrument', message: 'Choose the instrument that is asked' }]),
    ],
  };
}

export function nameProblems(name: string): readonly FieldProblem[] {
  if (name === '') return [{ field: 'name', message: 'Give the survey a name, like “Belonging and safety, autumn”' }];
  return name.length > 120 ? [{ field: 'name', message: tooLong(name.length, 120, 'The name') }] : [];
}
