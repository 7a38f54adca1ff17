/** What is typed into the forms of a network and of an event, and what it means. */
import { typedDate } from '#base/date-fields.js';
import { eventProblems, networkProblems, timeIn } from '../../rules.js';
import { draftProblemWords } from '../../view-words.js';
import { type EventDraft, type NetworkDraft, type NetworkKind, networkKinds } from '../../words.js';

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

interface Fields {
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

export type Read<Draft> =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

function clean(text: string): string {
  return text.replaceAll('\0', ' ').replace(/\r\n?/g, '\n').toWellFormed();
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

export interface TypedNetwork {
  readonly kind: string;
  readonly name: string;
  readonly purpose: string;
  readonly themes: readonly string[];
  readonly authority: string;
  readonly terms: string;
  readonly chair: string;
  readonly board: string;
}

export const emptyNetwork: TypedNetwork = {
  kind: 'learning partnership',
  name: '',
  purpose: '',
  themes: [],
  authority: '',
  terms: '',
  chair: '',
  board: '',
};

export function typedNetwork(fields: Fields): TypedNetwork {
  const get = (name: string) => clean(fields.get(name));
  return {
    kind: get('kind'),
    name: get('name'),
    purpose: get('purpose'),
    themes: fields.all('themes').map(clean),
    authority: get('authority'),
    terms: get('terms'),
    chair: get('chair'),
    board: get('board'),
  };
}

export function typedFrom(draft: NetworkDraft): TypedNetwork {
  return {
    ...draft,
    authority: draft.authority ?? '',
    terms: draft.terms ?? '',
    chair: draft.chair ?? '',
    board: draft.board ?? '',
  };
}

export interface NetworkChoices {
  readonly themes: ReadonlySet<string>;
  readonly authorities: ReadonlySet<string>;
  readonly boards: ReadonlySet<string>;
}

/** The draft, or what keeps it from being one; a learning partnership has no terms, no chair and no board. */
export function readNetwork(
  typed: TypedNetwork,
  choices: NetworkChoices,
  kindKept: NetworkKind | null,
): Read<NetworkDraft> {
  const kind = kindKept ?? networkKinds.find((one) => one === typed.kind);
  const isGroup = kind === 'steering group';
  const draft: NetworkDraft = {
    kind: kind ?? 'learning partnership',
    name: typed.name.trim().replace(/\s+/g, ' '),
    purpose: typed.purpose.trim(),
    themes: [...new Set(typed.themes)].filter((one) => choices.themes.has(one)),
    authority: orNull(typed.authority),
    terms: isGroup ? orNull(typed.terms) : null,
    chair: isGroup ? orNull(typed.chair) : null,
    board: isGroup ? orNull(typed.board) : null,
  };
  const problems: FieldProblem[] = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Choose what kind of network it is' }] : []),
    ...networkProblems(draft).map((problem) => ({ field: problem.part, message: draftProblemWords(problem) })),
    ...(draft.authority !== null && !choices.authorities.has(draft.authority)
      ? [{ field: 'authority', message: 'Choose an area of the list' }]
      : []),
    ...(draft.board !== null && !choices.boards.has(draft.board)
      ? [{ field: 'board', message: 'Choose a board of the list' }]
      : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, draft };
}

const eventFields = [
  'title',
  'about',
  'day-day',
  'day-month',
  'day-year',
  'starts',
  'ends',
  'place',
  'online',
  'link',
  'link-for',
  'audience',
  'access',
] as const;
export type TypedEvent = Readonly<Record<(typeof eventFields)[number], string>>;

export const emptyEvent: TypedEvent = {
  title: '',
  about: '',
  'day-day': '',
  'day-month': '',
  'day-year': '',
  starts: '',
  ends: '',
  place: '',
  online: '',
  link: '',
  'link-for': 'members',
  audience: '',
  access: '',
};

export function typedEvent(fields: Pick<Fields, 'get'>): TypedEvent {
  const typed = (name: (typeof eventFields)[number]) => clean(fields.get(name));
  return {
    title: typed('title'),
    about: typed('about'),
    'day-day': typed('day-day'),
    'day-month': typed('day-month'),
    'day-year': typed('day-year'),
    starts: typed('starts'),
    ends: typed('ends'),
    place: typed('place'),
    online: typed('online'),
    link: typed('link'),
    'link-for': typed('link-for'),
    audience: typed('audience'),
    access: typed('access'),
  };
}

export function typedEventFrom(draft: EventDraft): TypedEvent {
  const [year = '', month = '', day = ''] = draft.day.split('-');
  return {
    title: draft.title,
    about: draft.about,
    'day-day': day.replace(/^0/, ''),
    'day-month': month.replace(/^0/, ''),
    'day-year': year,
    starts: draft.starts,
    ends: draft.ends,
    place: draft.place ?? '',
    online: draft.isOnline ? 'yes' : '',
    link: draft.link ?? '',
    'link-for': draft.linkFor,
    audience: draft.audience,
    access: draft.access,
  };
}

/** The event, or what is wrong with it. It lies ahead: what was is not announced. */
export function readEvent(typed: TypedEvent, today: string): Read<EventDraft> {
  const day = typedDate((name) => typed[name as keyof TypedEvent], 'day', 'coming event', today);
  const draft: EventDraft = {
    title: typed.title.trim().replace(/\s+/g, ' '),
    about: typed.about.trim(),
    day: day.kind === 'date' ? day.date : '',
    starts: timeIn(typed.starts) ?? '',
    ends: timeIn(typed.ends) ?? '',
    place: orNull(typed.place),
    isOnline: typed.online === 'yes',
    link: orNull(typed.link),
    linkFor: typed['link-for'] === 'everybody' ? 'everybody' : 'members',
    audience: typed.audience.trim(),
    access: typed.access.trim(),
  };
  const problems: FieldProblem[] = [
    ...eventProblems(draft).map((problem) =>
      problem.part === 'day'
        ? { field: 'day-day', message: day.why ?? draftProblemWords(problem) }
        : { field: problem.part, message: draftProblemWords(problem) },
    ),
    ...(draft.link !== null && !draft.isOnline
      ? [{ field: 'online', message: 'There is a link, so say that it is online' }]
      : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, draft };
}
