import { type FieldProblem, tooLong } from '#base/form.js';

/** What one may begin from: a template that ships, or nothing. */
export const beginnings = ['inclusion-charter', 'care-leavers-asks', 'charter', 'asks'] as const;
export type Beginning = (typeof beginnings)[number];

export interface BeginForm {
  readonly from: Beginning | null;
  readonly name: string;
  readonly problems: readonly FieldProblem[];
}

/** Reads the form that begins a framework. */
export function beginForm(get: (name: string) => string): BeginForm {
  const name = get('name').trim().replace(/\s+/g, ' ');
  const from = beginnings.find((one) => one === get('from')) ?? null;
  return {
    from,
    name,
    problems: [
      ...(from === null ? [{ field: 'from', message: 'Choose what to begin from' }] : []),
      ...(name === ''
        ? [{ field: 'name', message: 'Enter a name' }]
        : name.length > 120
          ? [{ field: 'name', message: tooLong(name.length, 120, 'The name') }]
          : []),
    ],
  };
}
