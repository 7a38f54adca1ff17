/** The form of an event. */
import type { FieldProblem } from '#base/form.js';
import { typedDate } from '#base/date-fields.js';
import { eventProblems, timeIn } from '../../rules.js';
import { draftProblemWords } from '../../view-words.js';
import type { EventDraft } from '../../words.js';
import { clean, type Fields, orNull, type Read } from '../edit/edit.form.js';

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
