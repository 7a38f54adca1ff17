import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { typedDate } from '#base/date-fields.js';
import type { Form } from '#rooms/promised/together/index.js';

export function readCode(
  typed: Typed,
  today: string,
): Form<{ readonly label: string; readonly seats: number; readonly expires: string; readonly shared: boolean }> {
  const label = (typed['label'] ?? '').trim().replace(/\s+/g, ' ');
  const seats = (typed['seats'] ?? '').trim();
  const expires = typedDate((name) => typed[name] ?? '', 'expires', 'code ends', today);
  const problems: FieldProblem[] = [
    ...(label === ''
      ? [{ field: 'label', message: 'Say for whom the code is, like “Year 4”' }]
      : label.length > 60
        ? [{ field: 'label', message: tooLong(label.length, 60) }]
        : []),
    ...(/^\d{1,4}$/.test(seats) && Number(seats) >= 1 && Number(seats) <= 2000
      ? []
      : [{ field: 'seats', message: 'Enter how many seats: a number from 1 to 2,000' }]),
    ...(expires.kind === 'date'
      ? []
      : [
          { field: 'expires-day', message: expires.why ?? 'Enter the last day on which the code works, like 1 9 2027' },
        ]),
  ];
  return {
    draft: {
      label,
      seats: Number(seats),
      expires: expires.kind === 'date' ? expires.date : '',
      shared: typed['shared'] === 'yes',
    },
    problems,
  };
}
