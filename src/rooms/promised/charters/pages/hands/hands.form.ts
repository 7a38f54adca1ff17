/** The form of a show of hands. */
import { type Typed, tooLong } from '#base/form.js';
import { typedDate } from '#base/date-fields.js';
import type { HandCount } from '../../words.js';
import type { Form } from '#rooms/promised/together/index.js';

/** A row of three numbers for each clause; rows left empty are not counted. */
export function readHands(typed: Typed, clauses: readonly string[], today: string): Form<readonly HandCount[]> {
  const group = (typed['group'] ?? '').trim().replace(/\s+/g, ' ');
  const on = typedDate((name) => typed[name] ?? '', 'on', 'show of hands', today);
  const day = on.kind === 'date' ? on.date : '';
  const rows = clauses.map((clause, index) => {
    const at = (name: string): string => (typed[`${name}-${index + 1}`] ?? '').trim();
    return { clause, number: index + 1, values: [at('yes'), at('no'), at('unsure')] as const };
  });
  const filled = rows.filter(({ values }) => values.some((value) => value !== ''));
  const wrong = filled.filter(({ values }) => values.some((value) => value !== '' && !/^\d{1,5}$/.test(value)));
  return {
    draft: filled.map(({ clause, values: [yes, no, notSure] }) => ({
      clause,
      group,
      day,
      yes: Number(yes),
      no: Number(no),
      notSure: Number(notSure),
    })),
    problems: [
      ...(group === ''
        ? [{ field: 'group', message: 'Say who was in the room, like “Year 4”. No names' }]
        : group.length > 80
          ? [{ field: 'group', message: tooLong(group.length, 80) }]
          : []),
      ...(on.kind === 'date'
        ? []
        : [{ field: 'on-day', message: on.why ?? 'Enter the day of the show of hands, like 1 9 2026' }]),
      ...(filled.length === 0 ? [{ field: 'yes-1', message: 'Enter the hands for at least one clause' }] : []),
      ...wrong.map(({ number }) => ({
        field: `yes-${number}`,
        message: `Clause ${number}: enter whole numbers of hands`,
      })),
    ],
  };
}
