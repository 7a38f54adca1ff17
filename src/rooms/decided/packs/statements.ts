/**
 * A pack as a flat list of what it says, in reading order: for comparing two versions and for the search. A statement is
 * what a reader would call one thing: a paragraph, a row of the membership, a decision.
 */
import { isDate, longDate, plainDate, plainTime } from '#base/london.js';
import { blockText, plainText, type Block } from '#base/prose.js';
import { attendanceLine } from '#rooms/decided/minutes/index.js';
import { markedIf, substitutionWords } from '#ui/added/added.js';
import { packAnchors, type BlockAnchor, type PaperAnchors } from './anchors.js';
import type { Member } from '#rooms/decided/boards/index.js';
import type { MinutesPaper, PackContent, Paper } from './words.js';

export interface PackStatement {
  /** The part of the pack: "Cover", "Membership", "Item 3: Leaving care". */
  readonly section: string;
  readonly anchor: string;
  /** Nearest heading above, or the title of the paper or section. */
  readonly heading: string;
  /** Number of a numbered paragraph. It is no part of the text: a number that only moved on is no change. */
  readonly number: string | null;
  readonly text: string;
}

/** What was said, one after the other; what was not said is left out. */
function together(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}

/** What the search keeps of a statement: with its number, so that "paragraph 2.1" finds it. */
export function passageText({ number, text }: Pick<PackStatement, 'number' | 'text'>): string {
  return number === null ? text : `Paragraph ${number}: ${text}`;
}

type Placed = Omit<PackStatement, 'section' | 'number'> & { readonly number?: string | null };

/** Everything a pack says, with the anchor of each place; nothing empty. */
export function packStatements(content: PackContent): readonly PackStatement[] {
  const anchors = packAnchors(content);
  const { agenda, membership } = anchors;
  const within = (section: string, placed: readonly Placed[]) =>
    placed.map((one): PackStatement => ({ section, ...one, number: one.number ?? null }));
  return [
    ...within(
      'Cover',
      coverLines(content).map((text) => ({ anchor: anchors.cover, heading: 'Cover', text })),
    ),
    ...(anchors.notices === null ? [] : within('Notices', blocks(content.notices, anchors.notices.blocks, 'Notices'))),
    ...(membership === null
      ? []
      : within(
          'Membership',
          membershipLines(content).map(({ heading, text }) => ({ anchor: membership, heading, text })),
        )),
    ...within('Agenda', [
      ...content.items.flatMap((item, at) => [
        {
          anchor: item.papers.length === 0 ? (anchors.items[at]?.id ?? agenda) : agenda,
          heading: 'Agenda',
          text: agendaLine(item),
        },
        ...blocks(item.text, anchors.items[at]?.text ?? [], item.title),
      ]),
      ...(content.nextMeeting === null
        ? []
        : [
            {
              anchor: agenda,
              heading: 'Next meeting',
              text: `Next meeting: ${together(
                longDate(content.nextMeeting.date),
                content.nextMeeting.start === null ? null : plainTime(content.nextMeeting.start),
                content.nextMeeting.place,
              )}`,
            },
          ]),
    ]),
    ...content.items.flatMap((item, at) =>
      within(
        `Item ${item.number}: ${item.title}`,
        item.papers.flatMap((paper, index) => paperStatements(paper, anchors.items[at]?.papers[index])),
      ),
    ),
    ...(anchors.leftovers === null
      ? []
      : within('Other text', blocks(content.leftovers, anchors.leftovers.blocks, 'Other text'))),
  ].filter((statement) => statement.text.trim() !== '');
}

function coverLines({ board, meeting, cycle }: PackContent): readonly string[] {
  const contact =
    meeting.contact === null
      ? ''
      : [meeting.contact.name, meeting.contact.phone, meeting.contact.email].filter((part) => part !== null).join(', ');
  return [
    board.organisation === null ? board.name : `${board.name}, ${board.organisation}`,
    meeting.start === null ? longDate(meeting.date) : `${longDate(meeting.date)}, ${plainTime(meeting.start)}`,
    ...(meeting.place === null ? [] : [`Place: ${meeting.place}`]),
    ...(meeting.mode === null
      ? []
      : [
          `Held ${meeting.mode === 'hybrid' ? 'in person and online' : meeting.mode === 'remote' ? 'online' : 'in person'}`,
        ]),
    ...(contact === '' ? [] : [`Contact: ${contact}`]),
    ...(cycle === null ? [] : [`Cycle: ${cycle}`]),
  ];
}

function membershipLines(content: PackContent): readonly { readonly heading: string; readonly text: string }[] {
  return content.groups.flatMap((group) => {
    const heading = group.name ?? 'Members';
    const office = [group.office?.phone, group.office?.email].filter(Boolean).join(', ');
    return [
      ...(group.seats === null ? [] : [`${heading}: ${group.seats} ${group.seats === 1 ? 'seat' : 'seats'}`]),
      ...(office === '' ? [] : [`${heading}, group office: ${office}`]),
      ...group.members.map(memberLine),
      ...group.substitutes.map((member) => `Substitute: ${memberLine(member)}`),
    ].map((text) => ({ heading, text }));
  });
}

function memberLine({ name, honours, office, authority }: Member): string {
  return [honours === null ? name : `${name} ${honours}`, office, authority].filter((part) => part !== null).join(', ');
}

function agendaLine(item: PackContent['items'][number]): string {
  const how = [
    item.purpose === null ? null : `for ${item.purpose}`,
    item.delivery === 'none' || item.delivery === 'attached' ? null : item.delivery,
  ].filter((part) => part !== null);
  return `${item.number}. ${item.title}${how.length === 0 ? '' : ` (${how.join(', ')})`}`;
}

function blocks(list: readonly Block[], anchors: readonly BlockAnchor[], title: string): readonly Placed[] {
  let heading = title;
  return list.map((block, at) => {
    const text = blockText(block);
    if (block.kind === 'heading' && text.trim() !== '') heading = text;
    return { anchor: anchors[at]?.id ?? '', heading, text, number: block.kind === 'paragraph' ? block.number : null };
  });
}

function paperStatements(paper: Paper, anchors: PaperAnchors | undefined): readonly Placed[] {
  if (anchors === undefined) return [];
  const title = { anchor: anchors.id, heading: paper.title, text: paper.title };
  if (paper.kind === 'minutes' && anchors.kind === 'minutes') return [title, ...minutesStatements(paper, anchors)];
  if (paper.kind === 'annex' && anchors.kind === 'annex')
    return [title, ...blocks(paper.body, anchors.body, paper.title)];
  if (paper.kind === 'report' && anchors.kind === 'report') {
    const contact =
      paper.contact === null
        ? ''
        : [paper.contact.name, paper.contact.position, paper.contact.phone, paper.contact.email]
            .filter((part) => part !== null)
            .join(', ');
    const facts = [
      ...(paper.purpose === null ? [] : [`Purpose: ${paper.purpose}`]),
      ...(paper.theme === null ? [] : [`Theme: ${paper.theme}`]),
      ...(contact === '' ? [] : [`Contact: ${contact}`]),
    ];
    return [
      title,
      ...facts.map((text) => ({ anchor: anchors.id, heading: paper.title, text })),
      ...blocks(paper.summary, anchors.summary, paper.title),
      ...paper.recommendations.map((recommendation, at) => ({
        anchor: anchors.recommendations[at] ?? anchors.id,
        heading: paper.title,
        text: plainText(recommendation),
      })),
      ...blocks(paper.body, anchors.body, paper.title),
    ];
  }
  return [title];
}

function minutesStatements(
  paper: MinutesPaper,
  anchors: Extract<PaperAnchors, { kind: 'minutes' }>,
): readonly Placed[] {
  const attendance = anchors.attendance ?? anchors.id;
  return [
    ...paper.items.flatMap((item, at) => {
      const own = anchors.items[at];
      const id = own?.id ?? anchors.id;
      const heading = item.title;
      return [
        { anchor: id, heading, text: item.number === null ? item.title : `${item.number}. ${item.title}` },
        ...item.entries.map((entry, index) => ({
          anchor: own?.entries[index] ?? id,
          heading,
          text: entry.speaker === null ? plainText(entry.prose) : `${entry.speaker}: ${plainText(entry.prose)}`,
        })),
        ...item.decisions.map((decision, index) => ({
          anchor: own?.decisions[index] ?? id,
          heading,
          text: `Decision: ${plainText(decision.text)}`,
        })),
        ...item.actions.map((action, index) => ({
          anchor: own?.actions[index] ?? id,
          heading,
          text: `Action: ${[
            markedIf(action.byClerk.includes('action'), plainText(action.text)),
            ...(action.owner === null ? [] : [markedIf(action.byClerk.includes('owner'), `Owner: ${action.owner}`)]),
            ...(action.due === null
              ? []
              : [
                  markedIf(
                    action.byClerk.includes('due'),
                    `Due: ${isDate(action.due) ? plainDate(action.due) : action.due}`,
                  ),
                ]),
          ].join(' ')}`,
        })),
      ];
    }),
    ...blocks(paper.leftovers, anchors.leftovers, paper.title),
    ...paper.attendance.map((row) => ({ anchor: attendance, heading: 'Attendance', text: attendanceLine(row) })),
    ...paper.substitutions.map((substitution) => ({
      anchor: attendance,
      heading: 'Attendance',
      text: substitutionWords(substitution) ?? '',
    })),
    ...paper.declarations.map((declaration) => ({
      anchor: anchors.declarations ?? anchors.id,
      heading: 'Declarations of interest',
      text: `Declaration: ${together(
        declaration.name,
        declaration.item === null ? null : `item ${declaration.item}`,
        declaration.kind,
        declaration.nature,
      )}`,
    })),
  ];
}
