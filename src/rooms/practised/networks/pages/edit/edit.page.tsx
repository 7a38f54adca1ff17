import { z } from 'zod';
import { emailAddress, hasEmailAddress } from '#base/email-address.js';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { boardsToChoose } from '#rooms/decided/boards/index.js';
import { publishedAuthorities, publishedSchool } from '#rooms/ground/directory/index.js';
import { themesToChoose } from '#rooms/ground/frameworks/index.js';
import { organisationKinds, ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import {
  draftOf,
  inviteByLetter,
  inviteMember,
  recordEvent,
  recordEventChange,
  recordNetwork,
  recordNetworkChange,
  withdrawEvent,
  withdrawNetwork,
} from '../../acts.js';
import { invitable, networkSheet, type NetworkSheet, ownEvent } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import { isOver, longest } from '../../rules.js';
import { networkProblemWords } from '../../view-words.js';
import type { NetworkProblem } from '../../words.js';
import {
  emptyEvent,
  emptyNetwork,
  type FieldProblem,
  readEvent,
  readNetwork,
  type TypedEvent,
  typedEvent,
  typedEventFrom,
  typedFrom,
  typedNetwork,
  type TypedNetwork,
} from './edit.form.js';
import { EditEvent, EditNetwork, Invite, Reason, type InviteProps } from './edit.view.js';

const one = z.object({ network: slugParameter });
const oneEvent = z.object({ network: slugParameter, event: slugParameter });
const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Networks', href: networkPaths.work() },
];

const choicesAtMost = 300;

async function choicesFor(db: Read, organisation: string, now: Date, sheet: NetworkSheet | null) {
  const today = londonDate(now);
  const own = await ownOrganisation(db, organisation);
  const themes = (
    await themesToChoose(db, { named: sheet?.themes.map((theme) => theme.split(' ')[0] ?? '') ?? [] })
  ).map(({ framework, framework_name, key, title }) => ({
    value: `${framework} ${key}`,
    text: `${title} (${framework_name})`,
  }));
  const authorities = (await publishedAuthorities(db))
    .filter(({ ends }) => ends === null || ends > today)
    .map(({ code, name }) => ({ value: code, text: name }));
  // A steering group is a board of its host: another's board is not its own.
  const boards = (await boardsToChoose(db, own.name, choicesAtMost)).map(({ slug, name }) => ({
    value: slug,
    text: name,
  }));
  return { own, themes, authorities, boards };
}

async function networkForm(
  db: Read,
  visitor: Visitor,
  now: Date,
  typed: TypedNetwork,
  sheet: NetworkSheet | null,
  problems: readonly FieldProblem[],
): Promise<View> {
  const { own, ...choices } = await choicesFor(db, visitor.organisation, now, sheet);
  const heading = sheet === null ? 'Found a network' : 'What the network says of itself';
  return {
    title: sheet === null ? heading : `${heading}: ${sheet.name}`,
    crumbs: [
      ...crumbs,
      ...(sheet === null
        ? [{ text: heading }]
        : [{ text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'Change' }]),
    ],
    main: (
      <EditNetwork
        csrf={visitor.csrf}
        action={sheet === null ? networkPaths.add() : networkPaths.edit(sheet.slug)}
        back={sheet === null ? networkPaths.work() : networkPaths.own(sheet.slug)}
        heading={heading}
        caption={sheet?.name ?? own.name}
        typed={typed}
        kindKept={sheet?.kind ?? null}
        {...choices}
        problems={problems}
      />
    ),
  };
}

async function readTyped(db: Read, visitor: Visitor, now: Date, typed: TypedNetwork, sheet: NetworkSheet | null) {
  const { themes, authorities, boards } = await choicesFor(db, visitor.organisation, now, sheet);
  const values = (list: readonly { readonly value: string }[]) => new Set(list.map(({ value }) => value));
  return readNetwork(
    typed,
    { themes: values(themes), authorities: values(authorities), boards: values(boards) },
    sheet?.kind ?? null,
  );
}

const networkFields: FieldLimits = {
  kind: 'choice',
  name: 'line',
  purpose: 'text',
  terms: 'text',
  chair: 'line',
  authority: 'choice',
  board: 'choice',
  themes: { length: 'choice', most: 200 },
};

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

export const addNetworkPage = workPage({
  path: '/work/networks/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, now }) {
    return view(await networkForm(db, visitor, now, emptyNetwork, null, []));
  },
  fields: networkFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedNetwork(fields);
    const read = await readTyped(db, visitor, now, typed, null);
    if (!read.ok) return invalid(await networkForm(db, visitor, now, typed, null, read.problems));
    return redirect(`${networkPaths.own(await recordNetwork(db, whoOf(visitor, now), read.draft))}?done=founded`);
  },
});

/** The network, where one's own organisation is its host and it has not ended; otherwise where one is sent. */
async function hostedOr(
  db: Read,
  visitor: Visitor,
  slug: string,
): Promise<{ readonly sheet: NetworkSheet } | { readonly outcome: Outcome }> {
  const sheet = await networkSheet(db, visitor.organisation, slug);
  if (!sheet) return { outcome: halt('not-found') };
  if (!sheet.isHost || sheet.closed_on !== null) return { outcome: redirect(`${networkPaths.own(slug)}?done=not-now`) };
  return { sheet };
}

function refusedOutcome(slug: string, problem: NetworkProblem): Outcome {
  return problem.code === 'not there' ? halt('not-found') : redirect(`${networkPaths.own(slug)}?done=not-now`);
}

export const editNetworkPage = workPage({
  path: '/work/networks/:network/edit',
  params: one,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found
      ? found.outcome
      : view(await networkForm(db, visitor, now, typedFrom(found.sheet), found.sheet, []));
  },
  fields: networkFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const typed = typedNetwork(fields);
    const read = await readTyped(db, visitor, now, typed, found.sheet);
    if (!read.ok) return invalid(await networkForm(db, visitor, now, typed, found.sheet, read.problems));
    const answer = await recordNetworkChange(db, whoOf(visitor, now), params.network, read.draft);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=saved`)
      : refusedOutcome(params.network, answer.problem);
  },
});

function reasonProblems(reason: string): readonly FieldProblem[] {
  if (reason.trim() === '') return [{ field: 'reason', message: 'Say why' }];
  if (reason.length > longest.reason)
    return [{ field: 'reason', message: `The reason can have ${longest.reason} characters at most` }];
  return hasEmailAddress(reason)
    ? [{ field: 'reason', message: 'Leave the e-mail address out of the reason: others read it' }]
    : [];
}

function typedReason(fields: { readonly get: (name: string) => string }): string {
  return fields.get('reason').replaceAll('\0', ' ').replace(/\r\n?/g, '\n');
}

function closeForm(visitor: Visitor, sheet: NetworkSheet, reason: string, problems: readonly FieldProblem[]): View {
  return {
    title: `End the network: ${sheet.name}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'End it' }],
    main: (
      <Reason
        csrf={visitor.csrf}
        action={networkPaths.close(sheet.slug)}
        back={networkPaths.own(sheet.slug)}
        heading="End the network"
        caption={sheet.name}
        lead="Its page stays, with your reason. Events that are still to come are cancelled."
        button="End it"
        stay="Let it go on"
        reason={reason}
        problems={problems}
      />
    ),
  };
}

export const closeNetworkPage = workPage({
  path: '/work/networks/:network/close',
  params: one,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found ? found.outcome : view(closeForm(visitor, found.sheet, '', []));
  },
  fields: { reason: 'text' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const reason = typedReason(fields);
    const problems = reasonProblems(reason);
    if (problems.length > 0) return invalid(closeForm(visitor, found.sheet, reason, problems));
    const answer = await withdrawNetwork(db, whoOf(visitor, now), params.network, reason);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=ended`)
      : refusedOutcome(params.network, answer.problem);
  },
});

const kindNames = {
  association: 'Association',
  programme: 'Programme',
  authority: 'Authority',
  school: 'School or setting',
  trust: 'Trust',
  group: 'Group of young people',
} as const;
/** A group of young people is invited by the school or authority that it belongs to. */
const byLetter = organisationKinds.filter((kind) => kind !== 'group');

/** What an official number means: an authority and a school are known by theirs, so that nobody joins as one that is not there. */
async function numbered(
  db: Read,
  kind: string | undefined,
  number: string,
): Promise<{ readonly authority: string | null; readonly urn: number | null } | string> {
  if (kind === 'authority') {
    const known = (await publishedAuthorities(db)).some(({ code }) => code === number.toUpperCase());
    return known
      ? { authority: number.toUpperCase(), urn: null }
      : 'Enter the GSS code of an authority of the directory, such as E09000007';
  }
  if (kind === 'school') {
    const school = /^[1-9]\d{4,6}$/.test(number) ? await publishedSchool(db, Number(number)) : undefined;
    return school
      ? { authority: school.authority, urn: school.urn }
      : 'Enter the URN of a school of the directory, such as 100049';
  }
  return number === ''
    ? { authority: null, urn: null }
    : 'Leave the number empty: only authorities and schools have one here';
}

async function inviteForm(
  db: Read,
  visitor: Visitor,
  sheet: NetworkSheet,
  typed: Pick<InviteProps, 'how' | 'organisation' | 'name' | 'kind' | 'number' | 'email'>,
  problems: readonly FieldProblem[],
): Promise<View> {
  const known = await invitable(db, sheet.id);
  return {
    title: `Invite an organisation: ${sheet.name}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'Invite' }],
    main: (
      <Invite
        csrf={visitor.csrf}
        action={networkPaths.invite(sheet.slug)}
        back={networkPaths.own(sheet.slug)}
        network={sheet.name}
        known={known.map(({ slug, name }) => ({ value: slug, text: name }))}
        kinds={byLetter.map((kind) => ({ value: kind, text: kindNames[kind] }))}
        {...typed}
        problems={problems}
      />
    ),
  };
}

export const inviteMemberPage = workPage({
  path: '/work/networks/:network/invite',
  params: one,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found
      ? found.outcome
      : view(
          await inviteForm(
            db,
            visitor,
            found.sheet,
            { how: 'known', organisation: '', name: '', kind: '', number: '', email: '' },
            [],
          ),
        );
  },
  fields: { how: 'choice', organisation: 'choice', name: 'line', kind: 'choice', number: 'line', email: 'line' },
  async post({ db, visitor, params, fields, site, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const get = (name: string) => fields.get(name).replaceAll('\0', ' ').trim();
    const typed = {
      how: get('how'),
      organisation: get('organisation'),
      name: get('name'),
      kind: get('kind'),
      number: get('number'),
      email: get('email'),
    };
    const refuse = async (...problems: readonly FieldProblem[]) =>
      invalid(await inviteForm(db, visitor, found.sheet, typed, problems));
    if (typed.how === 'known') {
      const answer = await inviteMember(db, whoOf(visitor, now), params.network, typed.organisation, site);
      return answer.ok
        ? redirect(`${networkPaths.own(params.network)}?done=invited`)
        : refuse({ field: 'organisation', message: networkProblemWords(answer.problem) });
    }
    if (typed.how !== 'letter') return refuse({ field: 'how', message: 'Choose whether it is in Kept already' });
    const kind = byLetter.find((one) => one === typed.kind);
    const numbers = await numbered(db, kind, typed.number);
    const problems = [
      ...(typed.name === ''
        ? [{ field: 'name', message: 'Say what it is called' }]
        : typed.name.length > longest.name
          ? [{ field: 'name', message: `The name can have ${longest.name} characters at most` }]
          : []),
      ...(kind ? [] : [{ field: 'kind', message: 'Choose what it is' }]),
      ...(typeof numbers === 'string' ? [{ field: 'number', message: numbers }] : []),
      ...(emailAddress(typed.email) !== null
        ? []
        : [{ field: 'email', message: 'Enter an e-mail address in the correct form, like name@example.org' }]),
    ];
    if (problems.length > 0 || !kind || typeof numbers === 'string') return refuse(...problems);
    const answer = await inviteByLetter(db, whoOf(visitor, now), params.network, {
      email: typed.email,
      body: { name: typed.name, kind, ...numbers, partOf: null },
      site,
    });
    if (!answer.ok && answer.problem.code === 'no letter')
      return refuse({ field: 'email', message: networkProblemWords(answer.problem) });
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=written`)
      : refusedOutcome(params.network, answer.problem);
  },
});

function eventForm(
  visitor: Visitor,
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
        csrf={visitor.csrf}
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
  params: one,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found ? found.outcome : view(eventForm(visitor, found.sheet, null, emptyEvent, []));
  },
  fields: eventFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const typed = typedEvent(fields);
    const read = readEvent(typed, londonDate(now));
    if (!read.ok) return invalid(eventForm(visitor, found.sheet, null, typed, read.problems));
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
      : view(eventForm(visitor, found.sheet, params.event, typedEventFrom(draftOf(found.event)), []));
  },
  fields: eventFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await comingOr(db, visitor, params.network, params.event, now);
    if ('outcome' in found) return found.outcome;
    const typed = typedEvent(fields);
    const read = readEvent(typed, londonDate(now));
    if (!read.ok) return invalid(eventForm(visitor, found.sheet, params.event, typed, read.problems));
    const answer = await recordEventChange(db, whoOf(visitor, now), params.network, params.event, read.draft);
    if (!answer.ok && answer.problem.code !== 'unchanged') return refusedOutcome(params.network, answer.problem);
    return redirect(`${networkPaths.own(params.network)}?done=${answer.ok ? 'moved' : 'unchanged'}`);
  },
});

function cancelForm(
  visitor: Visitor,
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
        csrf={visitor.csrf}
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
    return 'outcome' in found ? found.outcome : view(cancelForm(visitor, found.sheet, found.event, '', []));
  },
  fields: { reason: 'text' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await comingOr(db, visitor, params.network, params.event, now);
    if ('outcome' in found) return found.outcome;
    const reason = typedReason(fields);
    const problems = reasonProblems(reason);
    if (problems.length > 0) return invalid(cancelForm(visitor, found.sheet, found.event, reason, problems));
    const answer = await withdrawEvent(db, whoOf(visitor, now), params.network, params.event, reason);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=cancelled`)
      : refusedOutcome(params.network, answer.problem);
  },
});
