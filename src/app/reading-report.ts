/** A reading for a person at a terminal. */
import { longDate } from '#base/london.js';
import type { Reading } from '#rooms/decided/pack-reading/index.js';

function lineWords({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`;
}

/** What was read, what could not be placed and what does not add up, each with its lines. */
export function readingReport(reading: Reading): string {
  const { source, board, meeting, membership } = reading;
  const members = membership?.groups.reduce((sum, group) => sum + group.members.length, 0) ?? 0;
  const substitutes = membership?.groups.reduce((sum, group) => sum + group.substitutes.length, 0) ?? 0;
  const facts = [
    `${source.name}: ${source.kind}, ${source.lines} lines${source.pages === null ? '' : `, ${source.pages} pages`}, SHA-256 ${source.sha256}`,
    `Board: ${board?.name ?? 'not found'}`,
    `Meeting: ` +
      `${meeting?.date ? longDate(meeting.date) : 'no date found'}${meeting?.start ? `, ${meeting.start}` : ''}${meeting?.place ? `, ${meeting.place}` : ''}`,
    ...(membership
      ? [`Membership: ${membership.groups.length} groups, ${members} members, ${substitutes} substitutes`]
      : []),
    ...reading.agenda.map(
      (item) =>
        `Item ${item.number}: ` +
        `${item.title}${item.pages ? ` (pages ${item.pages.from}-${item.pages.to})` : item.delivery === 'none' ? '' : ` (${item.delivery})`}`,
    ),
    ...reading.reports.map(
      (report) => `Report${report.item ? ` for item ${report.item}` : ''}: ${report.title}, ${lineWords(report.lines)}`,
    ),
    ...reading.annexes.map((annex) => `Annex ${annex.number ?? ''}: ${annex.title}, ${lineWords(annex.lines)}`),
    ...reading.minutes.map(
      (minutes) =>
        `Minutes${minutes.date ? ` of ${longDate(minutes.date)}` : ''}: ${minutes.items.length} items, ` +
        `${minutes.attendance.length} people, ${lineWords(minutes.lines)}`,
    ),
  ];
  const doubts = (['wrong', 'missing', 'check'] as const).flatMap((weight) =>
    reading.doubts
      .filter((doubt) => doubt.weight === weight)
      .map(
        (doubt) =>
          `  [${weight}] ${doubt.message}${doubt.evidence[0] ? ` (${lineWords(doubt.evidence[0].lines)})` : ''}`,
      ),
  );
  return [
    ...facts,
    '',
    `Not placed: ${reading.unplaced.length}`,
    ...reading.unplaced.map((text) => `  ${lineWords(text.lines)}${text.under ? `, under "${text.under}"` : ''}`),
    '',
    `Does not add up: ${reading.doubts.length}`,
    ...doubts,
    '',
  ].join('\n');
}
