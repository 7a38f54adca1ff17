import type { FieldProblem } from '#base/form.js';
import { crumbs, hostedOr, networkParams, refusedOutcome } from '../hosted-network.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { draftOf, recordEvent, recordEventChange, withdrawEvent } from '../../acts.js';
import { type NetworkSheet, ownEvent } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import { isOver } from '../../rules.js';
import { emptyEvent, readEvent, type TypedEvent, typedEvent, typedEventFrom } from './work-events.form.js';
import { EditEvent } from './work-events.view.js';
import { formPage, noForm } from '#kit/form/form-page.js';
import { FormPage } from '#ui/form/form.js';
import { reasonForm } from '../reason.form.js';
import { Reason } from '../reason.view.js';

const oneEvent = z.object({ network: slugParameter, event: slugParameter });

const eventFields: FieldLimits = {
  title: 'line',
  about: 'text',
  'day-*': 'line',
  starts: 'line',
  ends: 'line',
  place: 'line',
  online: 'choice',
  link: 'line',
  'link-for': 'choice',
  audience: 'line',
  access: 'text',
};

function eventForm(
  sheet: NetworkSheet,
  event: string | null,
  typed: TypedEvent,
  problems: readonly FieldProblem[],
): View {
  const isNew = event === null;
  return {
    title: `${isNew ? 'Announce an event' : 'Change the event'}: ${sheet.name}`,
    crumbs: [
      ...crumbs,
      { text: sheet.name, href: networkPaths.own(sheet.slug) },
      { text: isNew ? 'Announce an event' : 'Change the event' },
    ],
    main: (
      <EditEvent
        action={isNew ? networkPaths.addEvent(sheet.slug) : networkPaths.editEvent(sheet.slug, event)}
        back={networkPaths.own(sheet.slug)}
        network={sheet.name}
        isNew={isNew}
        typed={typed}
        cancel={isNew ? null : networkPaths.cancelEvent(sheet.slug, event)}
        problems={problems}
      />
    ),
  };
}

export const addEventPage = workPage({
  path: '/work/networks/:network/events/new',
  params: networkParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found ? found.outcome : view(eventForm(found.sheet, null, emptyEvent, []));
  },
  fields: eventFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const typed = typedEvent(fields);
    const read = readEvent(typed, londonDate(now));
    if (!read.ok) return invalid(eventForm(found.sheet, null, typed, read.problems));
    const answer = await recordEvent(db, whoOf(visitor, now), params.network, read.draft);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=announced`)
      : refusedOutcome(params.network, answer.problem);
  },
});

/** An event that can still be changed; otherwise where one is sent. */
async function comingOr(db: Read, visitor: Visitor, network: string, event: string, now: Date) {
  const found = await hostedOr(db, visitor, network);
  if ('outcome' in found) return found;
  const row = await ownEvent(db, visitor.organisation, found.sheet.id, event);
  if (!row) return { outcome: halt('not-found') };
  if (row.state === 'cancelled' || isOver(row.day, londonDate(now)))
    return noForm(redirect(`${networkPaths.own(network)}?done=not-now`));
  return { sheet: found.sheet, event: row };
}

export const editEventPage = workPage({
  path: '/work/networks/:network/events/:event',
  params: oneEvent,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const found = await comingOr(db, visitor, params.network, params.event, now);
    return 'outcome' in found
      ? found.outcome
      : view(eventForm(found.sheet, params.event, typedEventFrom(draftOf(found.event)), []));
  },
  fields: eventFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await comingOr(db, visitor, params.network, params.event, now);
    if ('outcome' in found) return found.outcome;
    const typed = typedEvent(fields);
    const read = readEvent(typed, londonDate(now));
    if (!read.ok) return invalid(eventForm(found.sheet, params.event, typed, read.problems));
    const answer = await recordEventChange(db, whoOf(visitor, now), params.network, params.event, read.draft);
    if (!answer.ok && answer.problem.code !== 'unchanged') return refusedOutcome(params.network, answer.problem);
    return redirect(`${networkPaths.own(params.network)}?done=${answer.ok ? 'moved' : 'unchanged'}`);
  },
});

export const cancelEventPage = formPage({
  path: '/work/networks/:network/events/:event/cancel',
  params: oneEvent,
  needs: 'lead',
  form: reasonForm,
  removes: true,
  find: ({ db, visitor, params, now }) => comingOr(db, visitor, params.network, params.event, now),
  shown: ({ sheet, event }, filled) => ({
    title: `Cancel the event: ${event.title}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'Cancel it' }],
    main: (
      <FormPage
        action={networkPaths.cancelEvent(sheet.slug, event.slug)}
        caption={event.title}
        heading="Cancel the event"
        lead="Its page stays, with your reason, and calendars that follow the network show it as cancelled."
        button="Cancel the event"
        isWarning
        back={{ href: networkPaths.own(sheet.slug), text: 'Let it take place' }}
        problems={filled.problems}
      >
        <Reason {...filled} />
      </FormPage>
    ),
  }),
  act: ({ db, visitor, now, params }, _, { reason }) =>
    withdrawEvent(db, whoOf(visitor, now), params.network, params.event, reason),
  refused: (problem, { sheet }) => noForm(refusedOutcome(sheet.slug, problem)),
  goes: ({ sheet }) => `${networkPaths.own(sheet.slug)}?done=cancelled`,
});
