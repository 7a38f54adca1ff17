/** From a source to a reading: cut into parts, read each part, keep what nobody signed for, then look for doubts. */
import type { Block, Lines } from '#base/prose.js';
import { doubtsOf } from '../doubts/doubts.js';
import { span, type Piece, type Source } from '../source/source.js';
import type { Reading, ReadAnnex, ReadItem, ReadMeeting, ReadMembership, ReadMinutes, Unplaced } from '../words.js';
import { agendaOfHeads, agendaOfTable, withoutItemTables } from './agenda.js';
import type { NamedAnnex } from './annexes.js';
import { blocksOf } from './blocks.js';
import { cutIntoParts, type Cut, type Range } from './cut-into-parts.js';
import { firstDate, timeIn, withoutDates } from './dates.js';
import { AGENDA_TITLE, BOTH_TITLE, CANCELLED, MINUTES_TITLE, NEXT_MEETING } from './labels.js';
import { signItemTitles, withFactsAsLines, withoutContents } from './contents-and-cover.js';
import { isRead, newLedger, sign, signedRanges, unreadPart, type Ledger } from './lines-read.js';
import { readMeetingHead, tidyPlace } from './meeting.js';
import { readGroupOffices, readMembership } from './membership.js';
import { readMinutes } from './minutes.js';
import { withoutMinutesTables } from './minutes-table.js';
import { couldHead, heads, key } from './pieces.js';
import { readPapers } from './papers.js';
import type { ReportRead } from './report.js';

/** What the doubts need besides the reading itself. */
export interface Findings {
  readonly source: Source;
  readonly kind: Cut['kind'];
  /** Annexes that a report names and the text does not show. */
  readonly missingAnnexes: readonly { readonly annex: NamedAnnex; readonly lines: Lines }[];
  readonly workedOut: readonly ReadAnnex[];
  /** Bullets that look like paragraphs which lost their number, and no number can be worked out. */
  readonly lostNumbers: readonly Piece[];
}

function nextMeetingIn(pieces: readonly Piece[], ledger: Ledger): Reading['nextMeeting'] {
  for (const [index, piece] of pieces.entries()) {
    // "4. Dyddiad y cyfarfod nesaf / Date of next meeting": the number and the other language apart.
    const text = piece.text
      .replace(/^\S{0,12}\d\S{0,12}\s+(?=\D)/, '')
      .replace(/^[^/\d]{3,60}\/\s*(?=(?:date|next)\b)/i, '');
    if (
      piece.kind === 'table' ||
      piece.text.length > 400 ||
      !(NEXT_MEETING.test(text) || /\bnext\s+meeting\b.{0,80}\b(?:will\s+be|is|to\s+be)\b/i.test(piece.text))
    )
      continue;
    const below = firstDate(piece.text)?.date ? undefined : pieces[index + 1];
    const holder = below && below.text.length < 200 && firstDate(below.text)?.date ? below : piece;
    const date = firstDate(holder.text)?.date;
    if (!date) continue;
    const rest = withoutDates(
      (holder === piece ? text : holder.text).replace(NEXT_MEETING, '').replace(/^\s*[:–—-]\s*/, ''),
    ).replace(/^[\s,:;–—-]+/, '');
    // "13 Mawrth 2024 / 13 March 2024": the other language is no place.
    const isPlace = !/\/|^\d+\s+\p{L}+\s+\d/u.test(rest);
    const sentence = /\bat\s+(?:the\s+)?([A-Z].{3,120}?)\.?$/.exec(rest)?.[1];
    const place =
      /^(?:the|to|was|is|will|it)\b|\b(?:that|held|agreed|resolved)\b/i.test(rest) || rest.length > 160
        ? (sentence ?? null)
        : isPlace
          ? tidyPlace(rest)
          : null;
    if (!/\b(?:will|to)\b/.test(rest) && (place !== null || rest === ''))
      sign(
        ledger,
        holder,
        ...(holder === piece || text.replace(NEXT_MEETING, '').replace(/[^\p{L}\p{N}]/gu, '') === '' ? [piece] : []),
      );
    return { date, start: timeIn(holder.text), place, lines: span([piece, holder]) };
  }
  return null;
}

/** Cover: board, meeting, notices; what stands there is a notice to members. */
function readCover(
  pieces: readonly Piece[],
  ledger: Ledger,
): {
  readonly board: Reading['board'];
  readonly meeting: ReadMeeting | null;
  readonly notices: readonly Block[];
  readonly offices: ReturnType<typeof readGroupOffices>['offices'];
} {
  const offices = readGroupOffices(pieces);
  sign(ledger, ...offices.used);
  const head = readMeetingHead(pieces);
  sign(ledger, ...head.used);
  for (const piece of pieces)
    if (
      piece.kind === 'text' &&
      piece.text.length < 140 &&
      titleOnly(piece.text, head.board?.name ?? '', head.date?.printed ?? '')
    )
      sign(ledger, piece);
  const rest = pieces.flatMap((piece) => unreadPart(ledger, piece) ?? []);
  const notices = blocksOf(rest);
  sign(ledger, ...rest);
  return { board: head.board, meeting: head.meeting, notices, offices: offices.offices };
}

/** "Agenda", "Agenda for X on 12 March 2024": nothing but words that the reading holds elsewhere. */
function titleOnly(text: string, board: string, date: string): boolean {
  if (!(AGENDA_TITLE.test(text) || BOTH_TITLE.test(text) || MINUTES_TITLE.test(text))) return false;
  const rest = withoutDates(text.replace(board || '⁂', ' ').replace(date || '⁂', ' '));
  return (
    rest
      .replace(
        /\b(?:public|summons|draft|printed|agenda|decisions|minutes|items?|frontsheet|and|for|of|the|on)\b|[^\p{L}\p{N}]/giu,
        '',
      )
      .trim() === ''
  );
}

/** "X Board – Membership 2023/24": board, cycle and the word. */
function membershipTitle(text: string, board: string, cycle: string): boolean {
  const rest = text.replace(board || '⁂', ' ').replace(/\b20\d\d\s*[/–-]\s*\d{2,4}\b/, cycle === '' ? '$&' : ' ');
  return (
    rest.replace(/\b(?:membership|members|committee|board|panel|council|of|the|councillors)\b|[^\p{L}\p{N}]/giu, '') ===
    ''
  );
}

/** Title, date, time and place above an agenda table, said a second time. */
function signRepeated(
  pieces: readonly Piece[],
  ledger: Ledger,
  board: Reading['board'],
  meeting: ReadMeeting | null,
): void {
  for (const piece of pieces) {
    if (piece.kind !== 'text' || piece.text.length > 140) continue;
    const dated = firstDate(piece.text);
    const same =
      key(piece.text) === key(board?.name ?? '⁂') ||
      titleOnly(piece.text, board?.name ?? '', meeting?.printedDate ?? '');
    const when =
      withoutDates(piece.text) === '' &&
      (!dated || dated.date === meeting?.date) &&
      (timeIn(piece.text) === null || timeIn(piece.text) === meeting?.start);
    // The place said again, in words that the place already holds.
    const held = new Set(key(`${meeting?.place ?? ''} ${meeting?.mode ?? ''} meeting`).split(' '));
    const where =
      meeting?.place !== null &&
      key(piece.text)
        .split(' ')
        .every((word) => held.has(word));
    if (same || when || where) sign(ledger, piece);
  }
}

function withOffices(
  membership: ReadMembership | null,
  offices: ReturnType<typeof readGroupOffices>['offices'],
): ReadMembership | null {
  if (!membership) return null;
  return {
    ...membership,
    groups: membership.groups.map((group) => ({
      ...group,
      office: group.office ?? offices.get(key((group.name ?? '').replace(/\sgroup$/i, '').trimEnd())) ?? null,
    })),
  };
}

/** A report on its own says to which board it goes, and when. */
function headOfReport(report: ReportRead): { readonly board: Reading['board']; readonly meeting: ReadMeeting | null } {
  const date = firstDate(report.dated ?? '');
  return {
    board: report.addressee ? { name: report.addressee, organisation: null, lines: report.headLines } : null,
    meeting: date
      ? {
          date: date.date,
          printedDate: date.printed,
          start: timeIn(report.dated ?? '', true),
          place: null,
          mode: null,
          contact: null,
          lines: report.headLines,
        }
      : null,
  };
}

/** What nobody signed for, under the heading it stood below. */
function unplacedIn(pieces: readonly Piece[], parts: Cut, ledger: Ledger): readonly Unplaced[] {
  const found: Unplaced[] = [];
  const items = new Map(
    parts.heads.map((head) => [pieces[head.at], [head.number, head.title].filter(Boolean).join(' ')]),
  );
  let under: string | null = null;
  let run: Piece[] = [];
  const close = (): void => {
    // Two blocks that begin on one line share its number; each keeps its own words.
    for (const block of blocksOf(run)) found.push({ block, under, lines: block.lines ?? span(run) });
    run = [];
  };
  for (const [index, piece] of pieces.entries()) {
    const free = unreadPart(ledger, piece);
    // Where the text has items, their heads say best what a line stood under.
    const item = items.get(piece);
    const headed =
      item === undefined &&
      items.size === 0 &&
      piece.kind === 'text' &&
      (heads(piece, pieces[index + 1]) || /^\d{1,3}[.)]?\s+\p{Lu}/u.test(piece.text)) &&
      couldHead(piece);
    if (headed || item !== undefined) {
      close();
      under = (item ?? piece.text).slice(0, 200);
    }
    if (!free) {
      close();
      continue;
    }
    run.push(free);
  }
  close();
  return found;
}

function rangesOf(lines: ReadonlySet<number>): readonly Lines[] {
  const ranges: { from: number; to: number }[] = [];
  for (const line of [...lines].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.to === line - 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  return ranges;
}

export interface FileFacts {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The whole reading of a source. Pure: the same source gives the same reading. */
export function readingOf(source: Source, file: FileFacts): Reading {
  const ledger = newLedger(source.lines.length);
  const pieces = withoutContents(withoutMinutesTables(withoutItemTables(source.pieces), ledger), ledger);
  const parts = cutIntoParts(pieces);
  const slice = (range: Range): readonly Piece[] => pieces.slice(range.from, range.to);
  let board: Reading['board'] = null;
  let meeting: ReadMeeting | null = null;
  let notices: readonly Block[] = [];
  let offices: ReturnType<typeof readGroupOffices>['offices'] = new Map();
  let membership: ReadMembership | null = null;
  let agenda: readonly ReadItem[] = [];
  const minutes: ReadMinutes[] = [];

  if (parts.membership) {
    const read = readMembership(slice(parts.membership));
    membership = read.membership;
    sign(ledger, ...read.used);
  }
  const title = parts.membership ? pieces[parts.membership.from] : undefined;
  if (title?.kind === 'text' && membership && membershipTitle(title.text, '', membership.cycle ?? ''))
    sign(ledger, title);
  if (parts.kind === 'pack' || parts.kind === 'agenda') {
    const cover = readCover(
      withFactsAsLines(slice(parts.cover)).filter((piece) => !isRead(ledger, piece)),
      ledger,
    );
    ({ board, meeting, notices, offices } = cover);
  }
  if (title?.kind === 'text' && membership && membershipTitle(title.text, board?.name ?? '', membership.cycle ?? ''))
    sign(ledger, title);
  const list = parts.agenda ? slice(parts.agenda) : [];
  if (parts.table !== null) {
    const table = pieces[parts.table];
    if (table) {
      const read = agendaOfTable(table);
      agenda = read.items;
      sign(ledger, ...read.used);
    }
    const above = slice({ from: parts.agenda?.from ?? parts.table, to: parts.table });
    if (!board || !meeting?.date) {
      const head = readMeetingHead(above);
      if (!board && !meeting) sign(ledger, ...head.used);
      board ??= head.board;
      if (!meeting?.date && head.meeting)
        meeting = {
          ...head.meeting,
          start: head.meeting.start ?? meeting?.start ?? null,
          place: head.meeting.place ?? meeting?.place ?? null,
          contact: meeting?.contact ?? head.meeting.contact,
          mode: head.meeting.mode ?? meeting?.mode ?? null,
        };
    }
    signRepeated(above, ledger, board, meeting);
  } else if (parts.heads.length > 0 && parts.agenda) {
    const both = parts.kind === 'agenda and minutes';
    const labels = list.some((piece) => /^minutes\s*:?$/i.test(piece.text));
    const read = agendaOfHeads(
      parts.heads,
      pieces,
      parts.agenda.to,
      !both || labels,
      (piece) => !isRead(ledger, piece),
    );
    agenda = read.items;
    sign(ledger, ...parts.heads, ...read.used);
    signRepeated(
      slice({ from: parts.agenda.from, to: parts.heads[0]?.at ?? parts.agenda.from }),
      ledger,
      board,
      meeting,
    );
    for (const piece of list)
      if (
        piece.text.length < 40 &&
        /^\(?pages?\s+\d+(?:\s*(?:[-–—]|to)\s*\d+)?\)?$|^\(?(?:report\s+)?(?:to follow|verbal|tabled|attached)\)?$/i.test(
          piece.text,
        )
      )
        sign(ledger, piece);
  }
  if (parts.kind === 'pack')
    signItemTitles(pieces.slice(parts.table === null ? (parts.agenda?.to ?? 0) : parts.table + 1), agenda, ledger);
  let nextMeeting = nextMeetingIn(list, ledger);
  if (parts.minutes) {
    const item =
      parts.kind === 'pack'
        ? (agenda.find((one) =>
            /\b(?:minutes|notes?)\b.*\b(?:previous|last|meeting|held)\b|^minutes$|\bprevious\s+(?:minutes|notes?)\b/i.test(
              one.title,
            ),
          )?.number ?? null)
        : null;
    const read = readMinutes(slice(parts.minutes), ledger, {
      item,
      both: parts.kind === 'agenda and minutes',
      own: parts.kind !== 'pack',
    });
    minutes.push(read.minutes);
    if (parts.kind !== 'pack') {
      ({ board, meeting } = read.head);
      nextMeeting ??= nextMeetingIn(slice(parts.minutes), ledger);
    }
  }
  const papers = readPapers(pieces, parts.reports, agenda, ledger);
  if (papers.first && parts.kind === 'other') ({ board, meeting } = headOfReport(papers.first));
  // A notice that a meeting does not take place names board and day and is neither agenda nor minutes.
  else if (parts.kind === 'other' && pieces.slice(0, 30).some((piece) => CANCELLED.test(piece.text.slice(0, 600))))
    ({ board, meeting } = readMeetingHead(pieces.slice(0, 30)));
  for (const piece of pieces)
    if (
      piece.kind !== 'item' &&
      piece.text.length < 40 &&
      piece.text
        .split(/[\s/]+/)
        .every((word) => /^(?:no\.?|items?|pages?|numbers?|title|decisions?|actions?|and)$/i.test(word))
    )
      sign(ledger, piece);
  const unplaced = unplacedIn(pieces, parts, ledger);
  const reading: Omit<Reading, 'doubts'> = {
    format: 'kept-reading/1',
    source: {
      name: file.name,
      kind: source.kind,
      sha256: file.sha256,
      bytes: file.bytes,
      lines: source.lines.length,
      pages: source.pages,
      pageStarts: source.pageStarts,
    },
    board,
    meeting,
    notices,
    membership: withOffices(membership, offices),
    agenda,
    nextMeeting,
    minutes,
    reports: papers.reports,
    annexes: papers.annexes,
    unplaced,
    placed: signedRanges(ledger),
    decoration: rangesOf(source.decoration),
  };
  return { ...reading, doubts: doubtsOf(reading, { source, kind: parts.kind, ...papers.findings }) };
}
