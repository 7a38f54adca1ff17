import { crumbs, hostedOr, networkParams, reasonProblems, refusedOutcome, typedReason } from '../hosted-network.js';
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
import type { FieldProblem } from '../edit/edit.form.js';
import { EditEvent } from './work-events.view.js';
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
    return { outcome: redirect(`${networkPaths.own(network)}?done=not-now`) };
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

function cancelForm(
  sheet: NetworkSheet,
  event: { readonly slug: string; readonly title: string },
  reason: string,
  problems: readonly FieldProblem[],
): View {
  return {
    title: `Cancel the event: ${event.title}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'Cancel the event' }],
    main: (
      <Reason
        action={networkPaths.cancelEvent(sheet.slug, event.slug)}
        back={networkPaths.own(sheet.slug)}
        heading="Cancel the event"
        caption={event.title}
        lead="Its page stays, with your reason, and calendars that follow the network show it as cancelled."
        button="Cancel it"
        stay="Let it take place"
        reason={reason}
        problems={problems}
      />
    ),
  };
}

export const cancelEventPage = workPage({
  path: '/work/networks/:network/events/:event/cancel',
  params: oneEvent,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const found = await comingOr(db, visitor, params.network, params.event, now);
    return 'outcome' in found ? found.outcome : view(cancelForm(found.sheet, found.event, '', []));
  },
  fields: { reason: 'text' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await comingOr(db, visitor, params.network, params.event, now);
    if ('outcome' in found) return found.outcome;
    const reason = typedReason(fields);
    const problems = reasonProblems(reason);
    if (problems.length > 0) return invalid(cancelForm(found.sheet, found.event, reason, problems));
    const answer = await withdrawEvent(db, whoOf(visitor, now), params.network, params.event, reason);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=cancelled`)
      : refusedOutcome(params.network, answer.problem);
  },
});
