/** Forms of a charter's life: going back, agreeing, counting hands. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { dateFields, typedDate } from '#base/date-fields.js';
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
        ? [{ field, message: tooLong(value(field).length, 120) }]
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
