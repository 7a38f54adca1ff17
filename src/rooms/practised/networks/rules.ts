/** What holds in networks: who may do what to a membership, when an event is over. */
import { keysOf } from '#base/keys.js';
import { hasEmailAddress } from '#base/email-address.js';
import { isDate } from '#base/london.js';
import type { EventDraft, MemberState, NetworkDraft } from './words.js';

export type Side = 'host' | 'member';

interface Rule {
  readonly by: Side;
  readonly from: readonly (MemberState | null)[];
  readonly to: MemberState;
  readonly needsReason?: true;
}

/** An organisation joins, declines and leaves by its own lead; the host invites, admits, refuses and removes. Null: it has no part in the network yet. */
export const memberCan = {
  invite: { by: 'host', from: [null, 'declined', 'refused', 'left', 'removed'], to: 'invited' },
  admit: { by: 'host', from: ['asked'], to: 'joined' },
  refuse: { by: 'host', from: ['asked'], to: 'refused', needsReason: true },
  remove: { by: 'host', from: ['joined', 'invited'], to: 'removed', needsReason: true },
  ask: { by: 'member', from: [null, 'declined', 'left'], to: 'asked' },
  join: { by: 'member', from: ['invited'], to: 'joined' },
  decline: { by: 'member', from: ['invited', 'asked'], to: 'declined' },
  leave: { by: 'member', from: ['joined'], to: 'left' },
} as const satisfies Readonly<Record<string, Rule>>;
export type MemberAct = keyof typeof memberCan;

export function mayMember(act: MemberAct, side: Side, state: MemberState | null): boolean {
  const rule: Rule = memberCan[act];
  return rule.by === side && rule.from.includes(state);
}

export function needsReason(act: MemberAct): boolean {
  const rule: Rule = memberCan[act];
  return rule.needsReason === true;
}

/** A name in plain letters: a network's address stands in letters as it is (record.keep_membership), where others would be written as signs. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e’]+/g, ' ');
}

/** Whether an event lies behind us: a day that is today is still to come. */
export function isOver(day: string, today: string): boolean {
  return day < today;
}

/** What calendars must be told again. Whoever only corrects a spelling in the text raises it too: the sequence tells copies apart. */
export function isSameEvent(a: EventDraft, b: EventDraft): boolean {
  return keysOf(a).every((key) => a[key] === b[key]);
}

/** Characters that each part can have. */
export const longest = {
  name: 140,
  purpose: 2000,
  terms: 4000,
  chair: 120,
  title: 140,
  about: 3000,
  place: 200,
  link: 500,
  audience: 300,
  access: 1000,
  reason: 1000,
} as const;

export const themesAtMost = 12;

export type DraftProblem = {
  readonly part: string;
  readonly code:
    | 'empty'
    | 'too long'
    | 'e-mail address'
    | 'no date'
    | 'no time'
    | 'ends first'
    | 'no link'
    | 'nowhere'
    | 'too many'
    | 'unknown';
  /** Characters that a text has that is too long. */
  readonly length?: number;
};

function texts(
  parts: Readonly<Partial<Record<keyof typeof longest, string | null>>>,
  required: readonly string[],
): DraftProblem[] {
  return keysOf(parts).flatMap((part): DraftProblem[] => {
    const text = parts[part] ?? '';
    if (text.trim() === '') return required.includes(part) ? [{ part, code: 'empty' }] : [];
    if (text.length > longest[part]) return [{ part, code: 'too long', length: text.length }];
    return part !== 'link' && hasEmailAddress(text) ? [{ part, code: 'e-mail address' }] : [];
  });
}

/** What keeps a network from being founded: a steering group says what it may decide and who chairs it. */
export function networkProblems(draft: NetworkDraft): readonly DraftProblem[] {
  const { name, purpose, terms, chair } = draft;
  return [
    ...texts(
      { name, purpose, terms, chair },
      draft.kind === 'steering group' ? ['name', 'purpose', 'terms', 'chair'] : ['name', 'purpose'],
    ),
    ...(draft.kind === 'learning partnership' && draft.themes.length === 0
      ? [{ part: 'themes', code: 'empty' } as const]
      : []),
    ...(draft.themes.length > themesAtMost ? [{ part: 'themes', code: 'too many' } as const] : []),
  ];
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** "9:30", "09.30", "9.30am" and "2pm" as "HH:MM"; null where it is no time of day. */
export function timeIn(typed: string): string | null {
  const [, hour = '', minute = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim()) ?? [];
  if (hour === '' || (half === undefined && !/[:.]/.test(typed))) return null;
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const hours = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const made = `${String(hours).padStart(2, '0')}:${minute}`;
  return clock.test(made) ? made : null;
}

/** A web address that a page may link to. */
export function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s/?#"<>\\@.]+\.[^\s"<>\\]+$/i.test(text);
}

export function eventProblems(draft: EventDraft): readonly DraftProblem[] {
  const { title, about, place, link, audience, access } = draft;
  const found: DraftProblem[] = texts({ title, about, place, link, audience, access }, [
    'title',
    'about',
    'audience',
    'access',
  ]);
  if (!isDate(draft.day)) found.push({ part: 'day', code: 'no date' });
  for (const part of ['starts', 'ends'] as const) if (!clock.test(draft[part])) found.push({ part, code: 'no time' });
  if (clock.test(draft.starts) && clock.test(draft.ends) && draft.ends <= draft.starts)
    found.push({ part: 'ends', code: 'ends first' });
  if (place === null && !draft.isOnline) found.push({ part: 'place', code: 'nowhere' });
  if (link !== null && !isWebAddress(link)) found.push({ part: 'link', code: 'no link' });
  return found;
}
