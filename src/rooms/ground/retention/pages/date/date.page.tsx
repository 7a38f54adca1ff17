import { z } from 'zod';
import { typedDate } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { type Fields, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { confirmDate } from '../../acts.js';
import { dateSeen } from '../../lookups.js';
import { retentionPaths } from '../../paths.js';
import { DateView } from './date.view.js';

const parts = ['date-day', 'date-month', 'date-year'];

async function shown(db: Read, fields: Fields | null, problem: string | null): Promise<View> {
  return {
    title: 'Confirm the date',
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'How long data is kept', href: retentionPaths.kept() },
      { text: 'Date' },
    ],
    main: (
      <DateView
        action={retentionPaths.date()}
        back={retentionPaths.kept()}
        date={await dateSeen(db)}
        typed={Object.fromEntries(parts.map((part) => [part, fields?.get(part) ?? '']))}
        problem={problem}
      />
    ),
  };
}

/** An administrator says which day it is, where Kept is not sure. */
export const datePage = workPage({
  path: '/work/retention/date',
  params: z.object({}),
  needs: 'administer',
  fields: { 'date-*': 'line' },
  async get({ db }) {
    return view(await shown(db, null, null));
  },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedDate((name) => fields.get(name), 'date', 'date confirmed', londonDate(now));
    const confirmed = await confirmDate(db, whoOf(visitor, now), typed.kind === 'date' ? typed.date : null);
    return confirmed.ok
      ? redirect(retentionPaths.kept('confirmed'))
      : invalid(await shown(db, fields, confirmed.problem));
  },
});
