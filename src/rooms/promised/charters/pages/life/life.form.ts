/** Forms of a charter's life: going back, agreeing, counting hands. */
import { dateFields, typedDate } from '#base/date-fields.js';
import type { HandCount } from '../../words.js';
import type { FieldProblem } from '#ui/error-summary/refused.js';
import type { Typed } from '#kit/typed.js';
import type { Form } from '#rooms/promised/together/index.js';

export interface AgreedDraft {
  readonly body: string;
  readonly role: string;
  readonly group: string;
  readonly on: string;
  readonly clauses: readonly string[];
}

export function readAgreed(typed: Typed, today: string): Form<AgreedDraft> {
  const value = (name: string): string => (typed[name] ?? '').trim().replace(/\s+/g, ' ');
  const on = typedDate((name) => typed[name] ?? '', 'on', 'charter agreed', today);
  const clauses = (typed['clauses'] ?? '').split('\n').filter((id) => id !== '');
  const named = (field: string, message: string): readonly FieldProblem[] =>
    value(field) === ''
      ? [{ field, message }]
      : value(field).length > 120
        ? [{ field, message: 'This can be 120 characters long at most' }]
        : [];
  return {
    draft: {
      body: value('body'),
      role: value('role'),
      group: value('group'),
      on: on.kind === 'date' ? on.date : '',
      clauses,
    },
    problems: [
      ...(clauses.length === 0 ? [{ field: 'clauses', message: 'Choose at least one clause that is agreed' }] : []),
      ...named('group', 'Say which group of young people agreed it: a charter without them is none'),
      ...named('body', 'Say which body of adults agreed it'),
      ...named('role', 'Say in which role you record this'),
      ...(on.kind === 'date'
        ? []
        : [{ field: 'on-day', message: on.why ?? 'Enter the day on which it was agreed, like 1 9 2026' }]),
    ],
  };
}

export function typedAgreed(today: string, clauses: readonly string[]): Typed {
  return { clauses: clauses.join('\n'), ...dateFields('on', today) };
}

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
          ? [{ field: 'group', message: 'This can be 80 characters long at most' }]
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
