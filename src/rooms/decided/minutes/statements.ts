/** Minutes as a flat list of what they say: for the search. */
import { blockText, plainText } from '#base/prose.js';
import { markedIf, substitutionWords } from '#ui/added/added.js';
import { attendanceGroups } from '#ui/attendance/attendance-words.js';
import { minutesAnchors } from './anchors.js';
import type { AttendanceRow, MinutesContent } from './words.js';

export interface MinutesStatement {
  /** Title of the item, or of the part of the minutes. */
  readonly heading: string;
  readonly anchor: string | null;
  readonly text: string;
}

/** Everything the minutes say, one statement for each entry, decision and action, in reading order. */
export function minutesStatements({ minutes }: MinutesContent): readonly MinutesStatement[] {
  const anchors = minutesAnchors(minutes);
  return [
    ...minutes.items.flatMap((item, at) => {
      const own = anchors.items[at];
      const said = (ids: readonly string[] | undefined, texts: readonly string[]) =>
        texts.map((text, index): MinutesStatement => ({ heading: item.title, anchor: ids?.[index] ?? null, text }));
      return [
        ...said(
          own?.entries,
          item.entries.map((entry) =>
            entry.speaker === null ? plainText(entry.prose) : `${entry.speaker}: ${plainText(entry.prose)}`,
          ),
        ),
        ...said(
          own?.decisions,
          item.decisions.map((decision) => plainText(decision.text)),
        ),
        ...said(
          own?.actions,
          item.actions.map((action) => markedIf(action.byClerk.includes('action'), plainText(action.text))),
        ),
      ];
    }),
    ...minutes.leftovers.map((block, at): MinutesStatement => ({
      heading: minutes.title,
      anchor: anchors.leftovers[at] ?? null,
      text: blockText(block),
    })),
    ...minutes.declarations.map((declaration): MinutesStatement => ({
      heading: 'Declarations of interest',
      anchor: 'declarations',
      text: [declaration.name, declaration.kind, declaration.nature].filter((part) => part !== null).join(', '),
    })),
    ...minutes.attendance.map((row): MinutesStatement => ({
      heading: 'Attendance',
      anchor: 'attendance',
      text: attendanceLine(row),
    })),
    ...minutes.substitutions.flatMap((substitution): readonly MinutesStatement[] => {
      const text = substitutionWords(substitution);
      return text === null ? [] : [{ heading: 'Attendance', anchor: 'attendance', text }];
    }),
  ].filter((statement) => statement.text.trim() !== '');
}

const statusWords: Readonly<Record<AttendanceRow['status'], string>> = {
  present: 'present',
  apologies: 'sent apologies',
  absent: 'absent',
  substitute: 'there as a substitute',
  'in attendance': 'in attendance',
};

/** "Cllr A (Chair), Northmoor Council: present"; a role that only repeats the status is left out. */
export function attendanceLine(row: AttendanceRow): string {
  const [only] = attendanceGroups([row]);
  const role = only?.rows[0]?.role ?? null;
  const who = [
    role === null ? row.name : `${row.name} (${role})`,
    ...(row.organisation === null ? [] : [row.organisation]),
  ].join(', ');
  return markedIf(row.origin === 'clerk', `${who}: ${statusWords[row.status]}`);
}
