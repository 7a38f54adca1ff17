/** The form of a coming meeting. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { typedDate } from '#base/date-fields.js';
import { type Result, ok, refused } from '#base/result.js';
import { type MeetingMode, meetingModes } from '../../words.js';

export interface Coming {
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
}

/** "14:00" from "2pm", "2.30 pm", "14:00", "midday"; null where it is no time of day. */
export function clockTime(typed: string): string | null {
  const plain = typed.trim().toLowerCase();
  if (plain === 'midday' || plain === 'noon') return '12:00';
  const found = /^(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?$/.exec(plain);
  if (!found) return null;
  const [, hours = '', minutes = '00', half] = found;
  // "2" alone could be either half of the day.
  if (half === undefined && found[2] === undefined) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)))
    return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

export function readComing(typed: Typed, today: string): Result<Coming, readonly FieldProblem[]> {
  const value = (name: string): string => (typed[name] ?? '').trim();
  const date = typedDate(value, 'date', 'coming meeting', today);
  const start = clockTime(value('start'));
  const mode = meetingModes.find((one) => one === value('mode')) ?? null;
  const problems = [
    ...(date.kind === 'date'
      ? []
      : [{ field: 'date-day', message: date.why ?? 'Enter the day of the meeting, like 20 6 2027' }]),
    ...(value('start') !== '' && start === null
      ? [{ field: 'start', message: 'Enter the time, like 2pm or 14:00, or leave it out' }]
      : []),
    ...(value('place').length > 200
      ? [{ field: 'place', message: tooLong(value('place').length, 200, 'The place') }]
      : []),
    ...(mode === null ? [{ field: 'mode', message: 'Choose how people meet' }] : []),
  ];
  return date.kind === 'date' && problems.length === 0
    ? ok({ date: date.date, start, place: value('place') === '' ? null : value('place'), mode })
    : refused(problems);
}
