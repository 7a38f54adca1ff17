/** Opening a way in, as a form. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import type { WayInKind } from '#rooms/heard/taking-part/index.js';
import { mostCards, mostLinked, mostPlaces } from '../../rules.js';
import type { WayDraft, WayOnce } from '../../words.js';

export const sessionMinutes = [60, 90] as const;

/** A random UUID (version 4): the intake keeps it beside answers, so it must not follow the clock. */
const fresh = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id that the form was given, and whether a second batch is meant; null where the id is none of ours. */
export function readOnce(typed: Typed): WayOnce | null {
  const id = typed['id'] ?? '';
  return fresh.test(id) ? { id, again: typed['again'] === 'yes' } : null;
}

export function readWay(
  typed: Typed,
  kind: WayInKind,
  audiences: readonly Audience[],
  settings: readonly string[],
): { readonly draft: WayDraft | null; readonly problems: readonly FieldProblem[] } {
  const label = (typed['label'] ?? '').trim().replace(/\s+/g, ' ');
  const audience = audiences.find((one) => one === typed['audience']);
  // The only setting there is needs no choosing.
  const setting =
    kind === 'open link'
      ? null
      : settings.length === 1
        ? settings[0]
        : settings.find((one) => one === typed['setting']);
  const many = (typed['places'] ?? '').trim();
  const most = kind === 'cards' ? mostCards : mostPlaces;
  const minutes = sessionMinutes.find((one) => String(one) === typed['minutes']);
  const problems: FieldProblem[] = [];
  if (label === '')
    problems.push({
      field: 'label',
      message:
        kind === 'open link'
          ? 'Say where the link will stand, like “Our website”'
          : 'Say for whom it is, like “Year 5, Hazel”',
    });
  else if (label.length > 60) problems.push({ field: 'label', message: tooLong(label.length, 60) });
  if (setting === undefined) problems.push({ field: 'setting', message: 'Choose the setting' });
  if (audience === undefined) problems.push({ field: 'audience', message: 'Choose who will answer' });
  if (kind !== 'open link' && !(/^\d{1,4}$/.test(many) && Number(many) >= 1 && Number(many) <= most))
    problems.push({
      field: 'places',
      message:
        kind === 'cards'
          ? `Enter how many cards: a number from 1 to ${most}`
          : `Enter how many are present: a number from 1 to ${most.toLocaleString('en-GB')}`,
    });
  if (
    kind === 'open link' &&
    many !== '' &&
    !(/^\d{1,6}$/.test(many) && Number(many) >= 1 && Number(many) <= mostLinked)
  )
    problems.push({
      field: 'places',
      message: `Enter a number from 1 to ${mostLinked.toLocaleString('en-GB')}, or leave it empty`,
    });
  if (kind === 'class session' && minutes === undefined)
    problems.push({ field: 'minutes', message: 'Choose how long it lasts' });
  if (problems.length > 0 || audience === undefined || setting === undefined) return { draft: null, problems };
  return {
    draft: {
      kind,
      setting,
      audience,
      label,
      places: kind === 'open link' && many === '' ? null : Number(many),
      minutes: kind === 'class session' ? (minutes ?? null) : null,
    },
    problems,
  };
}
