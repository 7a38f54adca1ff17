/**
 * A pack in the shape its Typst template prints: every sentence finished, every anchor and page break decided. The
 * template only sets type; whatever needs a rule is decided here, where it can be tested.
 */
import { plainText, type Block } from '#base/prose.js';
import { addedMark, addedMeaning, markedIf, substitutionWords } from '#ui/added/added.js';
import { attendanceGroups } from '#ui/attendance/attendance-words.js';
import {
  anchorTarget,
  type MinutesAnchors,
  type PackAnchors,
  type PaperAnchors,
  type ReportAnchors,
} from '../anchors.js';
import { followingParts } from '../page-ranges.js';
import { purposeWords } from '../view-words.js';
import { headPrinted, type HeadSeen } from '#kit/proof/heads.js';
import type { Member } from '#rooms/decided/boards/index.js';
import type {
  AttendanceRow,
  Delivery,
  MinutesEntry,
  MinutesItem,
  MinutesPaper,
  PackContent,
  Paper,
  ReportPaper,
} from '../words.js';
import { legibleText, type SheetProse, type SheetRun, typesetter, type Typesetter } from './blocks.js';
import { dayMonthYear, fullDate, hour } from './dates.js';

interface Fact {
  readonly name: string;
  readonly runs: SheetProse;
}

export interface Version {
  readonly number: number;
  /** ISO date. */
  readonly publishedOn: string;
  /** The newest signed head at that moment (kit/proof); none where nothing was signed yet. */
  readonly head?: HeadSeen | null | undefined;
}

/** Title of the document: what a reader's window and a search engine show. */
export function packTitle(content: PackContent): string {
  return legibleText(`${content.board.name}: agenda pack for ${dayMonthYear(content.meeting.date)}`);
}

/** The data for pack.typ. */
export function packSheets(content: PackContent, anchors: PackAnchors, version: Version) {
  const setter = typesetter(anchorTarget(anchors));
  const following = followingParts(content, anchors);
  return {
    title: packTitle(content),
    organisation: content.board.organisation === null ? null : legibleText(content.board.organisation),
    board: legibleText(content.board.name),
    running: shortened(legibleText(content.board.name), 90),
    date: legibleText(fullDate(content.meeting.date)),
    shortDate: legibleText(dayMonthYear(content.meeting.date)),
    published: legibleText(`Published with Kept, version ${version.number}, ${dayMonthYear(version.publishedOn)}`),
    head: version.head ? headPrinted(version.head) : null,
    facts: coverFacts(content),
    notices: setter.section(content.notices, anchors.notices),
    cover: anchors.cover,
    membership: anchors.membership,
    cycle: content.cycle === null ? null : legibleText(content.cycle),
    groups: content.groups.map((group) => ({
      name: legibleText(group.name ?? 'Members'),
      seats: group.seats === null ? null : `${group.seats} ${group.seats === 1 ? 'seat' : 'seats'}`,
      office: contactRuns(null, null, group.office?.phone ?? null, group.office?.email ?? null),
      members: group.members.map(memberRow),
      together: isOnePiece(group.members),
      substitutes: group.substitutes.map(memberRow),
      substitutesTogether: isOnePiece(group.substitutes),
    })),
    agenda: anchors.agenda,
    // In millimetres: room for the longest number, but never at the cost of the titles.
    numberWidth: Math.min(40, Math.max(15, ...content.items.map((item) => 7 + 2.4 * item.number.length))),
    items: content.items.map((item, at) => ({
      id: anchors.items[at]?.id ?? '',
      number: legibleText(item.number),
      title: legibleText(item.title),
      purpose: item.purpose === null ? null : purposeWords[item.purpose],
      delivery: item.papers.length > 0 ? null : deliveryWords[item.delivery],
      until: following[at] ?? null,
      // No heading can stand in a cell of the agenda: it is a line of bold words there.
      text: setter.blocks(item.text.map(headingAsLine), anchors.items[at]?.text ?? [], 1),
      papers: item.papers.map((paper, index) =>
        paperSheet(paper, item.title, anchors.items[at]?.papers[index], setter),
      ),
    })),
    leftovers: setter.section(content.leftovers, anchors.leftovers),
    nextMeeting: nextMeeting(content),
  };
}

const deliveryWords: Readonly<Record<Delivery, string>> = {
  attached: '',
  'to follow': 'To follow',
  tabled: 'Tabled',
  verbal: 'Verbal',
  presentation: 'Presentation',
  none: '',
};
const modeWords = { 'in person': 'In person', remote: 'Online', hybrid: 'In person and online' } as const;

function headingAsLine(block: Block): Block {
  return block.kind === 'heading'
    ? {
        kind: 'paragraph',
        number: null,
        numbering: null,
        prose: block.prose.map((run) => ({ ...run, bold: true })),
        lines: null,
      }
    : block;
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function coverFacts(content: PackContent): readonly Fact[] {
  const { start, place, mode, contact } = content.meeting;
  const reach = contact === null ? null : contactRuns(contact.name, null, contact.phone, contact.email);
  return [
    ...(start === null ? [] : [{ name: 'Time', runs: legibleText(hour(start)) }]),
    ...(place === null ? [] : [{ name: 'Place', runs: legibleText(place) }]),
    ...(mode === null ? [] : [{ name: 'How people meet', runs: modeWords[mode] }]),
    ...(reach === null ? [] : [{ name: 'Contact', runs: reach }]),
  ];
}

function nextMeeting(content: PackContent): string | null {
  const next = content.nextMeeting;
  if (next === null) return null;
  const when = `${fullDate(next.date)}${next.start === null ? '' : `, ${hour(next.start)}`}`;
  return legibleText(next.place === null ? when : `${when}, ${next.place}`);
}

/** Whether a table of members is never parted: of a dozen rows at most, none of which is longer than three lines. */
function isOnePiece(members: readonly Member[]): boolean {
  return (
    members.length <= 12 &&
    members.every(
      (member) =>
        `${member.name}${member.honours ?? ''}${member.office ?? ''}`.length <= 100 &&
        (member.authority ?? '').length <= 100,
    )
  );
}

function memberRow(member: Member) {
  const named = member.honours === null ? member.name : `${member.name} ${member.honours}`;
  return {
    name: legibleText(named),
    office: member.office === null ? null : legibleText(member.office),
    authority: legibleText(member.authority ?? ''),
  };
}

/** Name, position, telephone and address in one line, the address as a link; null where nothing is known. */
function contactRuns(
  name: string | null,
  position: string | null,
  phone: string | null,
  email: string | null,
): SheetProse | null {
  const parts: SheetRun[] = [name, position, phone].filter((part) => part !== null).map((part) => legibleText(part));
  if (email !== null)
    parts.push(
      /^[^\s@]+@[^\s@]+$/.test(email)
        ? { text: legibleText(email), url: `mailto:${email.toWellFormed()}` }
        : legibleText(email),
    );
  return parts.length === 0 ? null : parts.flatMap((part, at) => (at === 0 ? [part] : [', ', part]));
}

function paperSheet(paper: Paper, itemTitle: string, anchors: PaperAnchors | undefined, setter: Typesetter) {
  // The agenda's title and the paper's are often the same; the contents then name them once.
  const repeats = sameWords(paper.title, itemTitle);
  if (paper.kind === 'report' && anchors?.kind === 'report') return { ...reportSheet(paper, anchors, setter), repeats };
  if (paper.kind === 'annex' && anchors?.kind === 'annex')
    return {
      kind: 'annex' as const,
      id: anchors.id,
      label: paper.number === null ? 'Annex' : `Annex ${legibleText(paper.number)}`,
      title: legibleText(paper.title),
      body: setter.text(paper.body, anchors.body, 2),
    };
  if (paper.kind === 'minutes' && anchors?.kind === 'minutes')
    return { ...minutesSheet(paper, anchors, setter), repeats };
  throw new Error(
    `The anchors do not belong to this pack: a ${paper.kind} has those of ${anchors?.kind ?? 'nothing'}.`,
  );
}

function sameWords(one: string, other: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(one) === bare(other);
}

function reportSheet(paper: ReportPaper, anchors: ReportAnchors, setter: Typesetter) {
  const contact = paper.contact;
  return {
    kind: 'report' as const,
    id: anchors.id,
    title: legibleText(paper.title),
    purpose: paper.purpose === null ? null : legibleText(paper.purpose),
    summary: setter.blocks(paper.summary, anchors.summary, 3),
    theme: paper.theme === null ? null : legibleText(paper.theme),
    recommendations: paper.recommendations.map((recommendation, at) => ({
      id: anchors.recommendations[at] ?? '',
      runs: setter.prose(recommendation),
    })),
    contact: contact === null ? null : contactRuns(contact.name, contact.position, contact.phone, contact.email),
    body: setter.text(paper.body, anchors.body, 2),
  };
}

/** About half a page of the box around a decision. */
const charactersOfHalfAPage = 1_400;

function minutesSheet(paper: MinutesPaper, anchors: MinutesAnchors, setter: Typesetter) {
  let explained = false;
  const explain = (isMarked: boolean): string | null => {
    const first = isMarked && !explained;
    if (first) explained = true;
    return first ? addedMeaning : null;
  };
  return {
    kind: 'minutes' as const,
    id: anchors.id,
    title: legibleText(paper.title),
    date: paper.date === null ? null : legibleText(`Meeting of ${fullDate(paper.date)}`),
    items: paper.items.map((item, at) => {
      const own = anchors.items[at];
      return {
        id: own?.id ?? '',
        number: item.number === null ? null : legibleText(item.number),
        title: legibleText(item.title),
        talk: talk(item.entries, own?.entries ?? [], setter),
        // A box that is not taller than half a page stands on one.
        together:
          item.decisions.reduce((sum, { text }) => sum + 85 + plainText(text).length, 0) <= charactersOfHalfAPage,
        decisions: item.decisions.map(({ text }, index) => ({
          id: own?.decisions[index] ?? '',
          runs: setter.prose(text),
        })),
        actions: item.actions.map((action, index) => ({
          id: own?.actions[index] ?? '',
          runs: setter.prose(
            action.byClerk.includes('action') ? [...action.text, { text: ` ${addedMark}` }] : action.text,
          ),
          promise: promise(action),
          explain: explain(action.byClerk.length > 0),
        })),
      };
    }),
    leftovers: setter.blocks(paper.leftovers, anchors.leftovers, 2),
    attendance: anchors.attendance,
    attended: attended(paper.attendance, explain),
    substitutions: paper.substitutions
      .map(substitutionWords)
      .filter((words) => words !== null)
      .map(legibleText),
    declarations: anchors.declarations,
    declared: paper.declarations.map(({ name, item, kind, nature }) =>
      [name, item ?? '', [kind, nature].filter((part) => part !== null).join(': ')].map(legibleText),
    ),
  };
}

function promise(action: MinutesItem['actions'][number]): string | null {
  const parts = [
    ...(action.owner === null
      ? []
      : [legibleText(markedIf(action.byClerk.includes('owner'), `Owner: ${action.owner}`))]),
    ...(action.due === null
      ? []
      : [legibleText(markedIf(action.byClerk.includes('due'), `Due: ${dayMonthYear(action.due)}`))]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Comments in a row by the same speaker become one list under one heading, as minutes are written (seed p.2-5). */
function talk(entries: readonly MinutesEntry[], ids: readonly string[], setter: Typesetter) {
  const parts: {
    readonly label: string | null;
    readonly entries: { readonly id: string; readonly runs: SheetProse }[];
  }[] = [];
  for (const [at, entry] of entries.entries()) {
    const label = entryLabel(entry);
    const shown = { id: ids[at] ?? '', runs: setter.prose(entry.prose) };
    const last = parts.at(-1);
    if (last !== undefined && last.label === label && label !== null) last.entries.push(shown);
    else parts.push({ label, entries: [shown] });
  }
  return parts;
}

function entryLabel({ kind, speaker }: MinutesEntry): string | null {
  const who = speaker === null ? null : legibleText(speaker);
  switch (kind) {
    case 'introduction':
    case 'note':
      return null;
    case 'comment':
      return who === null ? 'Members commented' : `${who} commented`;
    case 'question':
      return who === null ? 'Members asked' : `${who} asked`;
    case 'response':
      return who === null ? 'In response' : `${who} responded`;
  }
}

function attended(rows: readonly AttendanceRow[], explain: (isMarked: boolean) => string | null) {
  return attendanceGroups(rows).map(({ label, rows: own, hasRoles }) => ({
    label,
    hasRoles,
    explain: explain(own.some(({ row }) => row.origin === 'clerk')),
    rows: own.map(({ row, role }) =>
      [markedIf(row.origin === 'clerk', row.name), ...(hasRoles ? [role ?? ''] : []), row.organisation ?? ''].map(
        legibleText,
      ),
    ),
  }));
}
