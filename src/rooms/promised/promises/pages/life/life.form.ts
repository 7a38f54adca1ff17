/** The forms by which a promise lives: agreed, news, date, evidence, end. What was typed, or what is wrong with it, by field. */
import { typedDate } from '#base/date-fields.js';
import type { DateRange } from '#base/plausible.js';
import { ownPath } from '#base/own-path.js';
import { type Result, ok, refused } from '#base/result.js';
import { needsReason } from '../../rules.js';
import {
  endings,
  evidenceKinds,
  type Ending,
  type EvidenceKind,
  type OwnStrength,
  reasonKinds,
  type ReasonKind,
} from '../../words.js';

export type Typed = Readonly<Record<string, string>>;

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export type Read<T> = Result<T, readonly FieldProblem[]>;

function text(typed: Typed, name: string): string {
  return (typed[name] ?? '').trim();
}

function needed(typed: Typed, name: string, most: number, message: string): readonly FieldProblem[] {
  const value = text(typed, name);
  if (value === '') return [{ field: name, message }];
  return value.length > most ? [{ field: name, message: `This can be ${most} characters long at most` }] : [];
}

function neededDate(
  typed: Typed,
  prefix: string,
  range: DateRange,
  today: string,
  message: string,
): { readonly date: string; readonly problems: readonly FieldProblem[] } {
  const found = typedDate((name) => typed[name] ?? '', prefix, range, today);
  return found.kind === 'date'
    ? { date: found.date, problems: [] }
    : { date: '', problems: [{ field: `${prefix}-day`, message: found.why ?? message }] };
}

function given<T>(problems: readonly FieldProblem[], value: () => T): Read<T> {
  return problems.length > 0 ? refused(problems) : ok(value());
}

/** An address of this site, as it was copied from the browser or typed; null where it is none. */
export function siteLink(typed: string, site: string): string | null {
  const path = typed.startsWith(`${site}/`) ? typed.slice(site.length) : typed;
  const own = ownPath(path, '');
  return own === '' ? null : own;
}

/** Where evidence can be looked up: an address on the web or a path of this site; null where it is neither. */
export function webLink(typed: string, site: string): string | null {
  const own = siteLink(typed, site);
  if (own !== null) return own;
  if (typed.length > 2000 || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') && url.username === ''
    ? url.href
    : null;
}

export function readAgreement(
  typed: Typed,
  site: string,
  today: string,
): Read<{ readonly by: string; readonly link: string | null; readonly on: string }> {
  const on = neededDate(typed, 'on', 'promise agreed', today, 'Enter the date on which it was agreed, like 1 9 2026');
  const link = text(typed, 'link') === '' ? null : siteLink(text(typed, 'link'), site);
  return given(
    [
      ...needed(typed, 'by', 200, 'Say which body agreed it: the governing body, the school council, a board'),
      ...on.problems,
      ...(text(typed, 'link') !== '' && link === null
        ? [{ field: 'link', message: 'Give an address of this site, or leave it out' }]
        : []),
    ],
    () => ({ by: text(typed, 'by'), link, on: on.date }),
  );
}

export function readNews(typed: Typed): Read<{ readonly body: string; readonly atRisk: boolean }> {
  const standing = text(typed, 'standing');
  return given(
    [
      ...needed(typed, 'body', 2000, 'Say what was done since the last news'),
      ...(['on track', 'at risk'].includes(standing)
        ? []
        : [{ field: 'standing', message: 'Choose whether it will be kept in time' }]),
    ],
    () => ({ body: text(typed, 'body'), atRisk: standing === 'at risk' }),
  );
}

export function readNewDate(typed: Typed, today: string): Read<{ readonly due: string; readonly why: string }> {
  const due = neededDate(typed, 'due', 'promise due', today, 'Enter the new date, like 1 9 2027');
  return given([...due.problems, ...needed(typed, 'why', 1000, 'Say why the date moves. Readers see it')], () => ({
    due: due.date,
    why: text(typed, 'why'),
  }));
}

export interface EvidenceTyped {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly dated: string;
  readonly strength: OwnStrength;
}

export function readEvidence(typed: Typed, site: string, today: string): Read<EvidenceTyped> {
  const kind = evidenceKinds.find((one) => one === text(typed, 'kind'));
  const dated = neededDate(typed, 'dated', 'evidence dated', today, 'Enter the day that it is of, like 1 9 2026');
  const url = text(typed, 'url') === '' ? null : webLink(text(typed, 'url'), site);
  const strength = text(typed, 'strength');
  return given(
    [
      ...(kind ? [] : [{ field: 'kind', message: 'Choose what kind of evidence it is' }]),
      ...needed(typed, 'title', 200, 'Say what it is, with the figure where it is one'),
      ...(text(typed, 'url') !== '' && url === null
        ? [{ field: 'url', message: 'Enter the address in full, like https://www.example.org/page' }]
        : []),
      ...dated.problems,
      ...(strength === 'said' || strength === 'shown'
        ? []
        : [{ field: 'strength', message: 'Choose whether others can look it up' }]),
      ...(strength === 'shown' && text(typed, 'url') === ''
        ? [{ field: 'url', message: 'What is shown can be looked up: give its address' }]
        : []),
      ...(kind === 'photo' && text(typed, 'faceless') !== 'yes'
        ? [{ field: 'faceless', message: 'A photo is evidence only if nobody’s face can be seen in it' }]
        : []),
    ],
    () => ({
      kind: kind ?? 'document',
      title: text(typed, 'title'),
      url,
      dated: dated.date,
      strength: strength === 'shown' ? 'shown' : 'said',
    }),
  );
}

export interface EndTyped {
  readonly state: Ending;
  readonly on: string;
  readonly by: string;
  readonly reason: { readonly kind: ReasonKind; readonly words: string } | null;
  readonly replacement: string | null;
}

export function readEnd(typed: Typed, today: string): Read<EndTyped> {
  const state = endings.find((one) => one === text(typed, 'state'));
  const on = neededDate(typed, 'on', 'promise ended', today, 'Enter the day on which it ended, like 1 9 2026');
  const kind = reasonKinds.find((one) => one === text(typed, 'reason'));
  const isReasoned = state !== undefined && needsReason(state);
  return given(
    [
      ...(state ? [] : [{ field: 'state', message: 'Choose how it ends' }]),
      ...on.problems,
      ...needed(typed, 'by', 200, 'Say who declares or decided this: a role or a body, never a name'),
      ...(isReasoned && !kind ? [{ field: 'reason', message: 'Choose a reason. Every end but “kept” has one' }] : []),
      ...(isReasoned ? needed(typed, 'why', 2000, 'Say in plain words why') : []),
      ...(state === 'replaced' && text(typed, 'replacement') === ''
        ? [{ field: 'replacement', message: 'Choose the promise that takes its place' }]
        : []),
    ],
    () => ({
      state: state ?? 'kept',
      on: on.date,
      by: text(typed, 'by'),
      reason: isReasoned && kind ? { kind, words: text(typed, 'why') } : null,
      replacement: state === 'replaced' ? text(typed, 'replacement') : null,
    }),
  );
}
