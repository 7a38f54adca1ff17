/** Where the parts of a text begin and end: cover, membership, agenda, minutes, reports. */
import { plainText } from '#base/prose.js';
import type { Piece } from '../source/source.js';
import { isAgendaTable } from './agenda.js';
import { attendanceLabel, isAttendanceTable } from './attendance.js';
import { annexHeadings } from './annexes.js';
import { itemHeads, markedHeads, risingHeads, type ItemHead } from './item-heads.js';
import { AGENDA_TITLE, BODY_NAME, BOTH_TITLE, MEMBERSHIP_TITLE, MINUTES_TITLE } from './labels.js';
import { nameParts, peopleIn } from './names.js';
import { firstDate } from './dates.js';
import { couldHead } from './pieces.js';
import { reportStarts } from './report-heads.js';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Cut {
  readonly kind: 'pack' | 'agenda' | 'minutes' | 'agenda and minutes' | 'other';
  readonly cover: Range;
  readonly membership: Range | null;
  readonly agenda: Range | null;
  /** Index of the agenda table, or null where the agenda is a list. */
  readonly table: number | null;
  readonly heads: readonly ItemHead[];
  readonly minutes: Range | null;
  readonly reports: readonly Range[];
}

function findFrom(
  pieces: readonly Piece[],
  from: number,
  to: number,
  test: (piece: Piece, at: number) => boolean,
): number {
  for (let at = from; at < to; at += 1) {
    const piece = pieces[at];
    if (piece && test(piece, at)) return at;
  }
  return -1;
}

/** Signs that a text is minutes, though no title says so. */
function looksLikeMinutes(pieces: readonly Piece[]): boolean {
  const opening = pieces.slice(0, 60);
  const present = opening.some(
    (piece) =>
      piece.kind !== 'table' &&
      attendanceLabel(piece.text)?.status === 'present' &&
      !/^(?:chair|members?$|councillors?$)/i.test(piece.text),
  );
  const table = pieces.some((piece) => isAttendanceTable(piece, ''));
  const resolved = pieces.some(
    (piece) => /\bRESOLVED\b|^(?:it\s+was\s+)?resolved\b/i.test(piece.text) && piece.text.length < 3000,
  );
  const past = pieces.some((piece) =>
    /\b(?:apologies\s+(?:for\s+absence\s+)?(?:were|was|had\s+been)\s+(?:received|given|submitted)|the\s+meeting\s+(?:closed|ended|concluded)|declared\s+(?:an?|that)\b|opened\s+the\s+meeting)\b/i.test(
      piece.text,
    ),
  );
  const recorded =
    pieces.some(
      (piece) => piece.kind === 'text' && /^(?:decisions?|actions?|agreed\s+actions?)\s*:?$/i.test(piece.text),
    ) || pieces.some((piece) => /^(?:the\s+)?chair\p{L}*\s+(?:welcomed|opened|invited)\b/iu.test(piece.text));
  return [present || table, resolved, past, recorded].filter(Boolean).length >= 2;
}

function isMinutesTitle(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (
    !piece ||
    piece.kind !== 'text' ||
    piece.text.length > 260 ||
    !MINUTES_TITLE.test(piece.text) ||
    /\b(?:were|was\s+agreed|to\s+(?:agree|confirm|approve)|approved\s+as|attached)\b/i.test(piece.text)
  )
    return false;
  // "2." on the line above makes it an item of the agenda.
  return !/^(?:item\s+)?\d{1,4}[.):]?$/i.test(pieces[at - 1]?.text ?? '');
}

function membershipRange(pieces: readonly Piece[], from: number, to: number): Range | null {
  const at = findFrom(pieces, from, to, (piece, index) => {
    if (piece.kind === 'table') {
      const head = (piece.table?.header?.cells ?? []).map((cell) => plainText(cell).trim());
      return (
        head.some((cell) => /^(?:councillor|member|name)s?$/i.test(cell)) &&
        head.some((cell) => /^(?:authority|council|representing|group|political\s+group|ward|party)$/i.test(cell)) &&
        !isAttendanceTable(piece, '')
      );
    }
    if (piece.kind !== 'text' || piece.text.length > 1500) return false;
    const label =
      /^(?:membership|committee\s+members(?:hip)?|board\s+members(?:hip)?|members(?:\s+of\s+the\s+(?:committee|board|panel|council))?|councillors|to)\s*(?:\([^)]{0,80}\))?\s*:/i.exec(
        piece.text,
      );
    if (label && label[0].length < piece.text.length)
      return peopleIn(piece.text.slice(label[0].length), piece.lines).people.length >= 2;
    if (!(MEMBERSHIP_TITLE.test(piece.text) || label) || piece.text.length > 140) return false;
    return pieces
      .slice(index + 1, Math.min(index + 8, to))
      .some(
        (next) =>
          next.kind === 'table' ||
          nameParts(next.text)?.title ||
          nameParts(next.text)?.office ||
          peopleIn(next.text.slice(0, 600), next.lines).people.length > 1,
      );
  });
  return at < 0 ? null : { from: at, to };
}

/** Heads of an agenda list, from the heading "Agenda" on. */
function listHeads(pieces: readonly Piece[], from: number, to: number): readonly ItemHead[] {
  const found = itemHeads(pieces, from, to);
  return found.length > 0 ? found : markedHeads(pieces, from + 1, to);
}

export function cutIntoParts(pieces: readonly Piece[]): Cut {
  const size = pieces.length;
  const table = findFrom(pieces, 0, size, (piece) => isAgendaTable(piece));
  const both =
    pieces.slice(0, 15).some((piece) => piece.kind === 'text' && BOTH_TITLE.test(piece.text)) ||
    (table < 0 &&
      (pieces.some((piece) => /^minutes\s*:$/i.test(piece.text)) ||
        pieces.filter((piece) => /^minutes$/i.test(piece.text)).length >= 3));
  const agendaTitle = findFrom(
    pieces,
    0,
    Math.min(size, 80),
    (piece) => piece.kind === 'text' && piece.text.length < 140 && AGENDA_TITLE.test(piece.text),
  );
  const whole: Range = { from: 0, to: size };
  const none = { membership: null, agenda: null, table: null, heads: [], minutes: null, reports: [] } as const;

  if (both && table < 0) {
    const heads = listHeads(pieces, 0, size);
    if (heads.length > 0)
      return {
        ...none,
        kind: 'agenda and minutes',
        cover: { from: 0, to: heads[0]?.at ?? 0 },
        agenda: { from: heads[0]?.at ?? 0, to: size },
        heads,
        minutes: whole,
      };
  }
  const starts = reportStarts(pieces, table >= 0 ? table + 1 : 0);
  const firstReport = starts[0] ?? size;
  const titled = findFrom(pieces, table >= 0 ? table + 1 : 0, size, (_, at) => isMinutesTitle(pieces, at));
  const early = titled >= 0 && titled < 15 && (agendaTitle < 0 || titled < agendaTitle);

  if (table < 0 && (early || (agendaTitle < 0 && looksLikeMinutes(pieces)))) {
    const to = titled >= 0 && firstReport > titled ? firstReport : size;
    return {
      ...none,
      kind: 'minutes',
      cover: { from: 0, to: 0 },
      minutes: { from: 0, to },
      reports: ranges(to === firstReport ? starts : [], size),
    };
  }
  if (table < 0 && agendaTitle < 0) {
    const called = pieces
      .slice(0, 30)
      .some((piece) =>
        /\b(?:will\s+be\s+held|are\s+(?:hereby\s+)?summoned|you\s+are\s+invited\s+to\s+attend)\b/i.test(piece.text),
      );
    if (!called) return { ...none, kind: 'other', cover: { from: 0, to: 0 }, reports: ranges(starts, size) };
  }
  const untitled = titled < 0 && table >= 0 ? presentAt(pieces, table + 1, firstReport) : -1;
  const minutesAt =
    untitled >= 0 && hasMinutes(pieces, untitled)
      ? untitled
      : titled >= 0 && titled > (table >= 0 ? table : Math.max(agendaTitle, 0)) && hasMinutes(pieces, titled)
        ? titled
        : -1;
  const annexAt =
    starts.length === 0
      ? (annexHeadings(pieces, table >= 0 ? table + 1 : agendaTitle + 1).find(() => true)?.at ?? size)
      : size;
  const end = Math.min(minutesAt >= 0 ? minutesAt : size, firstReport, table >= 0 ? size : annexAt);
  const agendaFrom = table >= 0 ? headingAbove(pieces, table) : Math.max(agendaTitle, 0);
  const isSupplement = /\bsupplement/i.test(pieces[agendaTitle]?.text ?? '');
  const listed = table >= 0 ? [] : listHeads(pieces, agendaFrom, end);
  const heads = listed.length === 0 && table < 0 && isSupplement ? risingHeads(pieces, agendaFrom, end) : listed;
  const listFrom = table >= 0 ? agendaFrom : (heads[0]?.at ?? agendaFrom);
  // Some agendas name their members at the end.
  const lastHead = heads.at(-1)?.end ?? end;
  const membership =
    membershipRange(pieces, 0, listFrom) ?? (table < 0 ? membershipRange(pieces, lastHead, end) : null);
  const minutesTo = starts.find((start) => start > minutesAt) ?? size;
  return {
    kind: minutesAt >= 0 || starts.length > 0 ? 'pack' : 'agenda',
    cover: { from: 0, to: listFrom },
    membership,
    agenda: { from: listFrom, to: end },
    table: table >= 0 ? table : null,
    heads,
    minutes: minutesAt >= 0 ? { from: minutesAt, to: minutesTo } : null,
    reports: ranges(starts, minutesAt >= 0 && starts.length > 0 && minutesAt > (starts.at(-1) ?? 0) ? minutesAt : size),
  };
}

function isTitleLine(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.kind === 'text' &&
    piece.text.length < 100 &&
    !/meeting:/i.test(piece.text) &&
    (couldHead(piece) || firstDate(piece.text) !== null) &&
    !/next\s+meeting/i.test(piece.text)
  );
}

/** Minutes without a title begin above "Present:", at the lines with board and date. */
function presentAt(pieces: readonly Piece[], from: number, to: number): number {
  const present = findFrom(pieces, from, to, (piece) => {
    const label = piece.kind === 'text' ? attendanceLabel(piece.text) : null;
    return (
      label?.status === 'present' &&
      /present/i.test(label.role) &&
      peopleIn(piece.text.slice(label.length), piece.lines).people.length > 0
    );
  });
  if (present < 0) return -1;
  let at = present;
  while (at > from && present - at < 6 && isTitleLine(pieces[at - 1])) at -= 1;
  return at;
}

/** A title of minutes with minutes below it, not the line of an agenda. */
function hasMinutes(pieces: readonly Piece[], at: number): boolean {
  const below = pieces.slice(at, at + 400);
  return (
    looksLikeMinutes(below) ||
    below.slice(0, 200).filter((piece) => /^(?:decisions?|actions?|resolved|minutes)\b\s*:?$/i.test(piece.text))
      .length >= 1 ||
    below.some((piece) => isAttendanceTable(piece, ''))
  );
}

/** The heading "Agenda" above the table, passing board, date and place. */
function headingAbove(pieces: readonly Piece[], table: number): number {
  for (let at = table - 1; at >= Math.max(0, table - 10); at -= 1) {
    const piece = pieces[at];
    if (piece?.kind === 'table') return at + 1;
    if (piece?.kind === 'text' && AGENDA_TITLE.test(piece.text)) return at;
  }
  const above = pieces[table - 1];
  return above && couldHead(above) && BODY_NAME.test(above.text) ? table - 1 : table;
}

function ranges(starts: readonly number[], size: number): readonly Range[] {
  return starts
    .filter((start) => start < size)
    .map((from, index) => ({ from, to: Math.min(starts[index + 1] ?? size, size) }));
}
