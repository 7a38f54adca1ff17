/** Minutes as a flat list of what they say: for the search. */
import { blockText, plainText } from '#base/prose.js';
import { minutesAnchors } from './anchors.js';
import type { MinutesContent } from './words.js';

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
      const said = (ids: readonly string[] | undefined, texts: readonly string[]) => texts.map((text, index): MinutesStatement => ({ heading: item.title, anchor: ids?.[index] ?? null, text }));
      return [
        ...said(own?.entries, item.entries.map((entry) => (entry.speaker === null ? plainText(entry.prose) : `${entry.speaker}: ${plainText(entry.prose)}`))),
        ...said(own?.decisions, item.decisions.map((decision) => plainText(decision.text))),
        ...said(own?.actions, item.actions.map((action) => plainText(action.text))),
      ];
    }),
    ...minutes.leftovers.map((block, at): MinutesStatement => ({ heading: minutes.title, anchor: anchors.leftovers[at] ?? null, text: blockText(block) })),
    ...minutes.declarations.map((declaration): MinutesStatement => ({ heading: 'Declarations of interest', anchor: 'declarations', text: [declaration.name, declaration.kind, declaration.nature].filter((part) => part !== null).join(', ') })),
    ...minutes.attendance.map((row): MinutesStatement => ({ heading: 'Attendance', anchor: 'attendance', text: [row.name, row.role, row.organisation, row.status].filter((part) => part !== null).join(', ') })),
  ].filter((statement) => statement.text.trim() !== '');
}
