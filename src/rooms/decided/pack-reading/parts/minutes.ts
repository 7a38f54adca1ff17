/** Minutes: their head, who was there, and their items. One reader for minutes inside a pack and on their own. */
import { span, type Piece } from '../source/source.js';
import type {
  ReadApology,
  ReadAppointment,
  ReadAttendance,
  ReadDeclaration,
  ReadMinutes,
  ReadMinutesItem,
  ReadSubstitution,
} from '../words.js';
import { absencesIn, apologiesOfRows, substitutionNoted } from './apologies.js';
import { appointmentsIn } from './appointments.js';
import { attendanceLabel, attendanceOfProse, attendanceOfTable, isAttendanceTable } from './attendance.js';
import { blocksOf } from './blocks.js';
import { timeIn, withoutDates } from './dates.js';
import { declarationTables, declarationsIn } from './declarations.js';
import { withFactsAsLines } from './contents-and-cover.js';
import { itemHeads, markedHeads, type ItemHead } from './item-heads.js';
import { ACTIONS, AGENDA_TITLE, BOTH_TITLE, DECISION, MINUTES_LABEL, MINUTES_TITLE } from './labels.js';
import { isSigned, sign, unreadPart, type Ledger } from './lines-read.js';
import { readMeetingHead, type MeetingHead } from './meeting.js';
import { readMinuteItem } from './minute-item.js';
import { nameParts, peopleIn } from './names.js';
import { nearName, samePerson } from './same-person.js';
import { couldHead, key, labelLength } from './pieces.js';

const APPENDIX =
  /^(?:appendix|annex)\s+\S{1,4}\s*[-–—:.]?\s*(?:.{0,20}\battendance\b.{0,40})?$|^(?:record\s+of\s+)?attendance(?:\s+(?:list|record))?$/i;
/** No board has as many absences; longer lists are something else. */
const MOST_ABSENT = 500;
const CLOSING =
  /^(?:the\s+(?:meeting|chair\w*)\s+(?:was\s+)?(?:closed|ended|concluded|finished|declared)|(?:meeting\s+)?(?:closed|ended|duration)\b|signed\b|chair(?:man|person)?\s*[.…_]{3}|date\s*[.…_]{3})/i;

export interface MinutesRead {
  readonly minutes: ReadMinutes;
  readonly head: MeetingHead;
  readonly heads: readonly ItemHead[];
}

export interface MinutesOptions {
  readonly item: string | null;
  /** Agenda and minutes of one meeting in one text. */
  readonly both: boolean;
  /** These minutes are the whole text: their head is the meeting's. */
  readonly own: boolean;
}

/** Each person once; "Cllr Spry" after "Cllr Sol Spry" is the same one. */
function unique<T extends { readonly person: { readonly name: string } }>(found: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const one of found.slice(0, MOST_ABSENT))
    if (!kept.some(({ person }) => samePerson(person.name, one.person.name))) kept.push(one);
  return kept;
}

/** Where the list of attendance at the end begins; the items stop there. */
function appendixAt(pieces: readonly Piece[], from: number): number {
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (
      piece &&
      couldHead(piece) &&
      APPENDIX.test(piece.text) &&
      pieces
        .slice(at + 1, at + 5)
        .some(
          (next) =>
            isAttendanceTable(next, piece.text) ||
            (at > from + 2 && next.kind === 'text' && attendanceLabel(next.text) !== null),
        )
    )
      return at;
  }
  return pieces.length;
}

export function readMinutes(pieces: readonly Piece[], ledger: Ledger, options: MinutesOptions): MinutesRead {
  const first = itemHeads(pieces, 0, pieces.length);
  const appendix = appendixAt(pieces, first[0]?.end ?? 0);
  const numbered = appendix < pieces.length ? itemHeads(pieces, 0, appendix) : first;
  const heads = numbered.length > 0 ? numbered : markedHeads(pieces, 1, appendix);
  const opening = withFactsAsLines(pieces.slice(0, heads[0]?.at ?? appendix));
  const head = readMeetingHead(opening, options.own);
  sign(ledger, ...head.used);
  for (const piece of opening)
    if (
      piece.text.length < 260 &&
      (MINUTES_TITLE.test(piece.text) || BOTH_TITLE.test(piece.text) || AGENDA_TITLE.test(piece.text)) &&
      plainTitle(piece.text, head)
    )
      sign(ledger, piece);

  const attendance: ReadAttendance[] = [];
  const apologies: ReadApology[] = [];
  const substitutions: ReadSubstitution[] = [];
  const declarations: ReadDeclaration[] = [];
  const appointments: ReadAppointment[] = [];
  const items: ReadMinutesItem[] = [];
  const tables: Piece[] = [];
  const inItems = new Set<Piece>();

  // Attendance: tables anywhere, labelled lists in the opening.
  let under = '';
  let heading: Piece | null = null;
  for (const piece of pieces) {
    if (piece.kind !== 'table') {
      if (couldHead(piece)) {
        under = piece.text;
        heading = piece;
      }
      continue;
    }
    if (!isAttendanceTable(piece, under)) continue;
    const read = attendanceOfTable(piece, under);
    attendance.push(...read.rows);
    substitutions.push(...read.substitutions);
    sign(ledger, ...read.used);
    const bare = under.replace(/\s*\(\d{1,3}\)\s*:?$/, '');
    if (heading && read.rows.length > 0 && attendanceLabel(bare)?.length === bare.length) sign(ledger, heading);
  }
  const prose = attendanceOfProse(heads.length === 0 ? opening.slice(0, 60) : opening);
  attendance.push(...prose.rows);
  sign(ledger, ...prose.used);
  const tail = pieces.slice(appendix);
  const listed = declarationTables(tail);
  sign(ledger, ...listed.used);
  for (const [index, piece] of tail.entries())
    if (
      listed.declarations.length > 0 &&
      couldHead(piece) &&
      /^declarations?(?:\s+of\s+interests?)?$/i.test(piece.text) &&
      tail[index + 1]?.kind === 'table'
    )
      sign(ledger, piece);
  for (const piece of tail)
    if (
      couldHead(piece) &&
      APPENDIX.test(piece.text) &&
      piece.text.replace(
        /^(?:appendix|annex)\s+(?:\p{L}|\d{1,2}\p{L}?)(?![\p{L}\p{N}])|\b(?:record|of|attendance|list|at|the|meeting)\b|[^\p{L}]/giu,
        '',
      ) === ''
    )
      sign(ledger, piece);
  const behind = attendanceOfProse(tail);
  attendance.push(
    ...behind.rows.filter((row) => !attendance.some((known) => samePerson(known.person.name, row.person.name))),
  );
  sign(ledger, ...behind.used);
  // A heading "Apologies" holds for the lines below it.
  let below = false;
  for (const piece of opening) {
    if (piece.kind === 'table') continue;
    const label = attendanceLabel(piece.text);
    if (label) below = label.status === 'apologies';
    else if (piece.level !== null) below = false;
    const found = absencesIn(
      label?.status === 'apologies' ? piece.text.slice(label.length) : piece.text,
      piece.lines,
      below,
    );
    apologies.push(...found.apologies);
    substitutions.push(...found.substitutions);
    const people = label ? peopleIn(piece.text.slice(label.length), piece.lines) : null;
    for (const one of people?.people ?? [])
      substitutions.push(
        ...substitutionNoted(one, piece.lines).filter(
          (pair) =>
            !substitutions.some(
              (known) => known.lines === pair.lines && known.substitute?.name === pair.substitute?.name,
            ),
        ),
      );
  }

  const body = pieces.slice(0, appendix);
  const labelled =
    body.some((piece) => piece.kind === 'text' && piece.text.length < 60 && labelLength(piece.text, DECISION) > 0) ||
    body.some((piece) => /\bRESOLVED\b/.test(piece.text));
  const minutesLabels = body
    .slice(heads[0]?.at ?? 0)
    .filter((piece) => /^minutes\s*:?$/i.test(piece.text) && labelLength(piece.text, MINUTES_LABEL) > 0).length;
  for (const [index, one] of heads.entries()) {
    const end = heads[index + 1]?.at ?? appendix;
    const own = [...(one.rest ? [one.rest] : []), ...body.slice(one.end, end)];
    const closing = index === heads.length - 1 ? own.findIndex((piece) => CLOSING.test(piece.text)) : -1;
    const inside = (closing >= 0 ? own.slice(0, closing) : own).filter(
      (piece) =>
        !(
          piece.kind === 'table' &&
          piece.table &&
          piece.table.rows.length > 0 &&
          isSigned(ledger, piece.table.rows[0]?.lines ?? piece.lines)
        ),
    );
    const declared = declarationTables(inside);
    declarations.push(...declared.declarations);
    sign(ledger, ...declared.used);
    const read = readMinuteItem(
      inside.filter((piece) => !declared.cells.has(piece)),
      {
        afterLabel: options.both && minutesLabels > 0,
        labelled: labelled || inside.some((piece) => labelLength(piece.text, ACTIONS) > 0),
      },
    );
    sign(ledger, one, ...read.used);
    for (const piece of [...body.slice(one.at, one.end), ...inside]) inItems.add(piece);
    const underApologies = /\bapolog/i.test(one.title);
    const underDeclarations = /\b(?:declaration|disclosure|interests?)\b/i.test(one.title);
    for (const entry of [...read.entries, ...read.decisions]) {
      const text = entry.prose.map((run) => run.text).join('');
      const absences = absencesIn(text, entry.lines, underApologies, /\bsubstitut/i.test(one.title));
      apologies.push(...absences.apologies);
      substitutions.push(...absences.substitutions);
      declarations.push(...declarationsIn(text, entry.lines, underDeclarations));
    }
    appointments.push(...appointmentsIn(inside, one.title));
    items.push({
      number: one.number,
      title: one.title,
      entries: read.entries,
      decisions: read.decisions,
      actions: read.actions,
      lines: span([one, ...inside]),
    });
    tables.push(...read.tables);
  }
  // A table at the end repeats what the items say.
  declarations.push(
    ...listed.declarations.filter(
      ({ person, item }) =>
        !declarations.some((known) => known.item === item && samePerson(known.person.name, person.name)),
    ),
  );
  // Apologies that stand in a list and in a sentence are one; the sentence comes first.
  const absent = unique([
    ...apologies,
    ...apologiesOfRows(attendance).filter(
      (row) =>
        !apologies.some(
          (known) => samePerson(known.person.name, row.person.name) || nearName(known.person.name, row.person.name),
        ),
    ),
  ]);
  for (const piece of opening)
    if (
      (piece.table ? piece.table.rows.length === 0 : piece.text.length < 40) &&
      piece.text.split(/\s+/).every((word) => /^(?:items?|no\.?|decisions?|actions?|and)$/i.test(word))
    )
      sign(ledger, piece);
  // Pieces of one table row share its line: what one of them signs for does not speak for the others.
  const sharing = (piece: Piece, at: number): boolean =>
    pieces[at - 1]?.lines.from === piece.lines.from || pieces[at + 1]?.lines.from === piece.lines.from;
  const taken = new Set<object>([...head.used, ...prose.used, ...behind.used, ...inItems]);
  const alone = (piece: Piece, at: number): boolean => sharing(piece, at) && !taken.has(piece);
  const loose = pieces.flatMap((piece, at) =>
    options.both && minutesLabels > 0 && !tables.includes(piece) && !ENDED.test(piece.text)
      ? []
      : alone(piece, at)
        ? [piece]
        : (unreadPart(ledger, piece) ?? []),
  );
  sign(ledger, ...loose);
  return {
    minutes: {
      item: options.item,
      board: head.board?.name ?? null,
      date: head.date?.date ?? null,
      printedDate: head.date?.printed ?? null,
      start: head.meeting?.start ?? null,
      place: head.meeting?.place ?? null,
      end: endOf(pieces),
      items,
      attendance,
      apologies: absent,
      substitutions,
      declarations,
      appointments,
      loose: blocksOf(loose),
      lines: span(pieces),
    },
    head,
    heads,
  };
}

const ENDED =
  /^(?:(?:there\s+being\s+no\s+(?:further|other)\s+business,?\s*)?(?:the\s+)?(?:chair\w*\s+(?:declared|closed)\s+the\s+)?(?:meeting|proceedings)\s+)?(?:was\s+(?:declared\s+)?)?(?:closed|ended|concluded|finished|rose|finish|close)\b/i;

/** When the meeting closed. The line itself stays text: the record has no other place for it. */
function endOf(pieces: readonly Piece[]): string | null {
  for (const piece of pieces.slice(-40).toReversed())
    if (piece.kind !== 'table' && piece.text.length < 160 && ENDED.test(piece.text) && timeIn(piece.text) !== null)
      return timeIn(piece.text);
  return null;
}

/** The title says no more than "minutes", the board's name and the date, all of which the reading holds. */
function plainTitle(text: string, head: MeetingHead): boolean {
  const rest = withoutDates(text)
    .replace(head.meeting?.place ?? '⁂', ' ')
    .replace(head.board?.name ?? '⁂', ' ')
    .replace(head.board?.organisation ?? '⁂', ' ')
    .replace(head.date?.printed ?? '⁂', ' ');
  const named = new Set(key(head.board?.name ?? '').split(' '));
  return (
    rest
      .replace(/[\p{L}\p{N}]+/gu, (word) => (named.has(word.toLowerCase()) ? ' ' : word))
      .replace(
        /\b(?:draft|public|minutes?|notes?|agenda|decisions|and|of|the|a|last|previous|meeting|held|on|at|in|for|printed|unconfirmed|record|part|board|committee)\b|[^\p{L}\p{N}]/giu,
        '',
      )
      .trim() === '' && !nameParts(rest.trim())
  );
}
