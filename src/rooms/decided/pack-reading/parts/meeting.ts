/** The head of an agenda or of minutes: which board, when, where, in which way, and whom to ask. */
import { withoutEnd } from '#base/ends.js';
import type { Lines } from '#base/prose.js';
import type { MeetingMode } from '#rooms/decided/meetings/index.js';
import { span, type Piece } from '../source/source.js';
import type { ReadMeeting } from '../words.js';
import { datesIn, firstDate, timeIn, withoutDates, type FoundDate } from './dates.js';
import {
  BODY_NAME,
  BOTH_TITLE,
  AGENDA_TITLE,
  CONTACT_HEAD,
  CONTACT_OFFICER,
  EMAIL,
  MINUTES_TITLE,
  ORGANISATION,
  PHONE,
} from './labels.js';
import { nameParts } from './names.js';
import { labelLength } from './pieces.js';

export interface MeetingHead {
  readonly board: { readonly name: string; readonly organisation: string | null; readonly lines: Lines } | null;
  readonly meeting: ReadMeeting | null;
  readonly date: FoundDate | null;
  /** Pieces whose every word is in the head. */
  readonly used: readonly Piece[];
}

const PLACE_LABEL = /^(?:venue|place|location|held\s+(?:at|in)|where)/i;
const DATE_LABEL = /^(?:date(?:\s+and\s+time)?|when|day|date\s+of\s+meeting)/i;
const TIME_LABEL = /^(?:time|start(?:\s+time)?|start(?:ing|s)?\s+at|commencing\s+at)/i;
const PLACE_WORDS =
  /\b(?:room|hall|chamber|floor|street|road|square|house|centre|center|building|office|offices|library|school|church|suite|online|hybrid|virtual|virtually|remote|remotely|teams|zoom|videoconference|lane|avenue|guildhall|pavilion|college|tbc|to be confirmed)\b/i;
const SENTENCE_OF =
  /(?:\bmeeting\s+of|^(?:draft\s+)?(?:minutes|notes?|record)\s+of(?:\s+(?:a|the)\s+(?:\p{L}+\s+)?meeting\s+of)?|^members\s+of)\s+(?:the\s+)?(.{3,120}?)(?=\s+(?:will\s+be|was|to\s+be|is\s+to|are\s+(?:hereby\s+)?(?:summoned|invited)|held|which|at\s+\d|on\s+(?:mon|tue|wed|thu|fri|sat|sun|the|\d)|in\s+the|at\s+the)\b|,\s|\s*$|\s+-\s)/iu;

function modeOf(text: string): MeetingMode | null {
  if (/\bhybrid\b|\bin\s+person\s+(?:and|or)\s+(?:online|remote)/i.test(text)) return 'hybrid';
  const away =
    /\b(?:virtual(?:ly)?|remote(?:ly)?|online|zoom|microsoft teams|ms teams|via teams|videoconference|video conference)\b/i.test(
      text,
    );
  if (!away) return null;
  // "Room 2 and online" names both; a virtual meeting names no room.
  return /\b(?:room|hall|chamber|floor|square|house|street|road)\b/i.test(text) ? 'hybrid' : 'remote';
}

export function tidyPlace(text: string): string | null {
  const place = text
    .replace(/\.?\s*view directions\.?$/i, '')
    .replace(/^(?:hybrid|virtual|remote|online)\s+meeting\s*(?:[-–—:,]|at|in|held)\s*/i, '')
    .replace(/^(?:(?:in|at|on)\s+){1,3}(?:the\s+)?(?=[\p{Lu}\d])/u, '')
    .replace(/[.,;]\s*$/, '')
    .replace(/^[\s,;:–-]+/, '')
    .trim();
  return place.length > 1 && place.length < 300 ? place : null;
}

function boardName(text: string): string {
  return withoutEnd(
    text
      .replace(/^(?:the|a)\s+/i, '')
      .replace(/^(?:last|previous)\s+/i, '')
      .replace(/^(?:(?:agenda|minutes|notes?|papers?)(?:\s+and\s+\w+)?\s+(?:for|of|from)\s+(?:the\s+)?)/i, ''),
    /[\s,;:–—-]/,
  )
    .replace(/\smeeting$/i, '')
    .trim();
}

/** "Agenda for Scrutiny Committee on Monday 4 March 2024, 10.00 am", "Scrutiny Committee - Monday, 4th March, 2024". */
function boardBeforeDate(text: string, date: FoundDate): string | null {
  const before = withoutEnd(text.slice(0, date.at), /[\s,;:–—-]/)
    .replace(/\s(?:on|held\s+on)$/i, '')
    .trimEnd()
    .replace(/\s(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$/i, '')
    .trimEnd();
  const name = boardName(
    before.replace(/^.*\bof\s+(?:the\s+)?(?=[^,]*\b(?:Board|Committee|Council|Cabinet|Panel|Forum)\b)/i, ''),
  );
  return name.length > 3 &&
    name.length < 110 &&
    BODY_NAME.test(name) &&
    !/\b(?:will|held|was|you|hereby|summoned|attend|invited|notice)\b/i.test(name)
    ? name
    : null;
}

/** Person, telephone and e-mail of the officer to ask. */
function contactIn(pieces: readonly Piece[]): {
  readonly contact: ReadMeeting['contact'];
  readonly used: readonly Piece[];
} {
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'table') continue;
    const headed =
      /^(?:[\p{Lu}\w&]+\s+){0,3}contact(?:\s+(?:details|officer|information|us))?s?\s*:?$/iu.test(piece.text) &&
      !CONTACT_HEAD.test('');
    const label =
      labelLength(piece.text, CONTACT_OFFICER) ||
      labelLength(
        piece.text,
        /^(?:clerk(?:\s+to\s+the\s+(?:council|committee|board))?|democratic\s+services(?:\s+officer)?|committee\s+(?:officer|clerk)|governance\s+officer|enquiries(?:\s+to)?)/i,
      );
    const sentence = /\bcontact:?\s+((?:\p{Lu}[\p{L}'’-]+\s?){2,3})/u.exec(piece.text.slice(0, 600));
    if (headed || (label > 0 && label === piece.text.length)) {
      const near = pieces.slice(index + 1, index + 5);
      const stop = near.findIndex(
        (other, place) =>
          place > 0 &&
          !EMAIL.test(other.text) &&
          !PHONE.test(other.text) &&
          !/^(?:tel|phone|e-?mail)/i.test(other.text),
      );
      const taken = near.slice(0, stop < 0 ? near.length : stop);
      const text = taken.map((other) => other.text).join('\n');
      const name =
        taken.map((other) => nameParts(other.text.replace(EMAIL, '').replace(PHONE, ''))).find(Boolean)?.name ?? null;
      if (name || EMAIL.test(text)) {
        const used = taken.filter((other) => other.text.length < 90);
        return {
          contact: { name, email: EMAIL.exec(text)?.[0] ?? null, phone: PHONE.exec(text)?.[0]?.trim() ?? null },
          used: [piece, ...used],
        };
      }
    } else if (label > 0 || sentence) {
      const rest = label > 0 ? piece.text.slice(label) : (sentence?.[1] ?? '');
      const after = pieces
        .slice(index + 1, index + 4)
        .filter((other) => other.text.length < 80 && (EMAIL.test(other.text) || PHONE.test(other.text)));
      const text = [piece, ...after].map((other) => other.text).join('\n');
      const name = nameParts(rest.split(/\s+on\s+|\s+at\s+|\bTel|\bEmail|\bon\b|\bor\b/i)[0] ?? '')?.name ?? null;
      const email = EMAIL.exec(text)?.[0] ?? null;
      const phone = PHONE.exec(text)?.[0]?.trim() ?? null;
      if (name && (email || phone || label > 0)) return { contact: { name, email, phone }, used: after };
    }
  }
  return { contact: null, used: [] };
}

interface Place {
  readonly place: string | null;
  readonly pieces: readonly Piece[];
  readonly mode: MeetingMode | null;
}

/** The place: labelled, in the sentence that calls the meeting, or on the lines after date and time. */
function placeIn(pieces: readonly Piece[], dated: number): Place {
  for (const [index, piece] of pieces.entries()) {
    const length = labelLength(piece.text, PLACE_LABEL);
    if (length === 0 || piece.kind === 'table') continue;
    const next = pieces[index + 1];
    const own = piece.text.slice(length).trim();
    const text = own || (next && next.kind === 'text' ? next.text : '');
    if (text && text.length < 250)
      return {
        place: tidyPlace(withoutDates(text) || text),
        pieces: own || !next ? [piece] : [piece, next],
        mode: modeOf(text),
      };
  }
  const held = pieces[dated];
  if (!held) return { place: null, pieces: [], mode: null };
  const rest = withoutDates(held.text);
  const sentence =
    /\bheld\s+(?:(?:virtually|remotely|online|on|at|,)\s+){0,4}(?:at|in|via|on|by)\s+(?:the\s+)?(.{3,160})/i.exec(
      rest.slice(0, 500),
    );
  if (sentence?.[1]) {
    const place =
      sentence[1]
        .replace(/\s+(?:has|have|had|was|were|will|is|are)\s.*$/i, '')
        .replace(/\s+(?:on|at|commencing|starting)\b[\s,]*(?:at|on)?[\s,]*$/i, '')
        .replace(/[\s,]+(?:on|at)[\s,]*(?=\.|$)/i, '')
        .split(/\.\s/)[0] ?? '';
    if (PLACE_WORDS.test(place) || /^[A-Z]/.test(place))
      return { place: tidyPlace(place), pieces: [], mode: modeOf(rest) };
  }
  for (let at = dated + 1; at < Math.min(dated + 5, pieces.length); at += 1) {
    const piece = pieces[at];
    if (!piece || piece.kind !== 'text' || piece.level !== null) break;
    if (withoutDates(piece.text) === '' || labelLength(piece.text, TIME_LABEL) > 0) continue;
    if (
      piece.text.length > 200 ||
      /[.:]$/.test(piece.text) ||
      AGENDA_TITLE.test(piece.text) ||
      nameParts(piece.text)?.title
    )
      break;
    const text = withoutDates(piece.text).replace(/^(?:at|in)\s+/i, '');
    if (PLACE_WORDS.test(text)) return { place: tidyPlace(text), pieces: [piece], mode: modeOf(text) };
  }
  const inline = rest.slice(0, 300).replace(/^.*?[-–—,]\s*(?=[A-Z])/, '');
  return {
    place:
      PLACE_WORDS.test(inline) &&
      !/^(?:notes?|minutes|record)\b/i.test(inline) &&
      held.text.length < 200 &&
      !BODY_NAME.test(inline)
        ? tidyPlace(inline)
        : null,
    pieces: [],
    mode: modeOf(rest),
  };
}

const HEAD_WORDS =
  /\b(?:hybrid|virtual|online|remote|meeting|venue|place|location|date|time|title|committee|board|contact|officer|clerk|democratic|services|email|e-mail|tel|telephone|phone|on|at|in|the|of|for|view|directions|agenda|minutes|draft|held|start|starting|commencing|and|mrs|mr|ms|miss|dr|cllr|councillor|or)\b/giu;

/** Whether a line says only what the head of the reading holds: board, date, time, place, contact, and their labels. */
function saysNoMore(
  text: string,
  held: readonly (string | null | undefined)[],
  date: string | null,
  start: string | null,
): boolean {
  const dates = datesIn(text);
  const time = timeIn(text);
  if (dates.some((found) => found.date !== date) || (time !== null && time !== start && dates.length > 0)) return false;
  let rest = text;
  let known =
    dates.length > 0 ||
    (text.length < 30 &&
      [PLACE_LABEL, DATE_LABEL, TIME_LABEL].some((label) => labelLength(text, label) === text.length));
  for (const words of held) {
    if (!words || !rest.toLowerCase().includes(words.toLowerCase())) continue;
    const at = rest.toLowerCase().indexOf(words.toLowerCase());
    rest = `${rest.slice(0, at)} ${rest.slice(at + words.length)}`;
    known = true;
  }
  return (
    known &&
    withoutDates(rest)
      .replace(HEAD_WORDS, ' ')
      .replace(/[^\p{L}\p{N}]/gu, '') === ''
  );
}

/**
 * Reads the head from the first pieces of an agenda or of minutes. Minutes within a pack keep only board, date, time and
 * place (`own` is false), so their organisation and contact are not signed for.
 */
export function readMeetingHead(pieces: readonly Piece[], own = true): MeetingHead {
  const flat = pieces.filter((piece) => piece.kind !== 'table');
  const used = new Set<Piece>();
  // Dates of notices ("published on 4 March", "minutes of the meeting of 2 May") come later than the meeting's own.
  const near = flat.slice(0, 40);
  const withDate = near.map((piece) => ({ piece, date: firstDate(piece.text) }));
  const ownLine = (piece: Piece): boolean =>
    piece.text.length < 220 &&
    !/\b(?:published|dated|previous|last\s+meeting|next\s+meeting|deadline|by\s+(?:noon|5))\b/i.test(piece.text);
  const dated = withDate.findIndex(({ piece, date }) => date?.date && ownLine(piece));
  const fallback = dated >= 0 ? dated : withDate.findIndex(({ piece, date }) => date && ownLine(piece));
  const date = fallback >= 0 ? (withDate[fallback]?.date ?? null) : null;
  const datePiece = fallback >= 0 ? near[fallback] : undefined;

  let name: string | null = null;
  let organisation: string | null = null;
  const boardPieces: Piece[] = [];
  for (const [index, piece] of near.slice(0, Math.max(12, fallback + 2)).entries()) {
    const text = piece.text;
    const found = firstDate(text);
    const sentence =
      SENTENCE_OF.exec(text.slice(0, 300)) ??
      /^(?:title|board|committee|meeting|body)\s*:\s*(.{3,100})$/i.exec(text.slice(0, 120));
    const alone =
      text.length < 100 &&
      BODY_NAME.test(text) &&
      !/[.:;]$/.test(text) &&
      !AGENDA_TITLE.test(text) &&
      !found &&
      !/:\s/.test(text) &&
      /^\p{Lu}/u.test(text) &&
      piece.kind === 'text' &&
      !MINUTES_TITLE.test(text) &&
      !/^(?:to|from)\b|\bmembers\s+of\b/i.test(text);
    const whole = alone && ORGANISATION.test(text) && !/\b(?:committee|board|panel|cabinet|forum)\b/i.test(text);
    if (whole && !organisation && !name) {
      organisation = text;
      boardPieces.push(piece);
      if (own) used.add(piece);
    } else if (!name && sentence?.[1] && BODY_NAME.test(sentence[1])) {
      name = boardName(sentence[1]);
      boardPieces.push(piece);
    } else if (!name && found && boardBeforeDate(text, found)) {
      name = boardBeforeDate(text, found);
      boardPieces.push(piece);
    } else if (!name && alone) {
      name = boardName(text);
      boardPieces.push(piece);
      if (name === text) used.add(piece);
    } else if (
      !name &&
      index < 6 &&
      (AGENDA_TITLE.test(text) || MINUTES_TITLE.test(text)) &&
      !BOTH_TITLE.test(text) &&
      BODY_NAME.test(text) &&
      text.length < 140
    ) {
      const cut = boardName(
        text.replace(/^.*?\b(?:for|of|from)\s+(?:the\s+)?(?:last\s+)?(?:meeting\s+of\s+(?:the\s+)?)?/i, ''),
      );
      if (BODY_NAME.test(cut) && !found) {
        name = cut;
        boardPieces.push(piece);
      }
    } else if (name && text === name) used.add(piece);
  }
  // A council that meets as itself is the board.
  if (!name && organisation) {
    name = organisation;
    organisation = null;
  }
  // "Meeting of the Parish Council" below "Little Dene Parish Council": one body, by its full name.
  if (name && organisation && organisation.toLowerCase().endsWith(name.toLowerCase())) {
    if (organisation.length > name.length) name = organisation;
    organisation = null;
  }

  const place = placeIn(near, fallback);
  const timed = [
    datePiece,
    ...near.slice(fallback + 1, fallback + 4),
    ...near.filter((piece) => labelLength(piece.text, TIME_LABEL) > 0),
    ...near.slice(Math.max(0, fallback - 2), Math.max(0, fallback)),
  ].filter((piece) => piece !== undefined);
  const startPiece =
    fallback >= 0 || timed.length > 0
      ? timed.find((piece) => piece.text.length < 240 && timeIn(piece.text) !== null)
      : undefined;
  const start = startPiece ? timeIn(startPiece.text) : null;
  for (const piece of [datePiece, startPiece])
    if (
      piece &&
      (withoutDates(piece.text) === '' ||
        (labelLength(piece.text, DATE_LABEL) + labelLength(piece.text, TIME_LABEL) > 0 &&
          withoutDates(piece.text.slice(labelLength(piece.text, DATE_LABEL) || labelLength(piece.text, TIME_LABEL))) ===
            ''))
    )
      used.add(piece);
  for (const piece of near)
    if (
      date &&
      piece.text.length < 60 &&
      withoutDates(piece.text) === '' &&
      datesIn(piece.text).every((other) => other.date === date.date) &&
      (timeIn(piece.text) ?? start) === start
    )
      used.add(piece);
  const contact = own ? contactIn(flat) : { contact: null, used: [] };
  for (const piece of contact.used)
    if (/^(?:[\p{L}&]+\s+){0,3}contact(?:\s+(?:details|officer|information|us))?s?\s*:?$/iu.test(piece.text))
      used.add(piece);

  const held = [
    name,
    own ? organisation : null,
    place.place,
    contact.contact?.name,
    contact.contact?.email,
    contact.contact?.phone,
  ];
  for (const piece of near)
    if (piece.text.length < 300 && saysNoMore(piece.text, held, date?.date ?? null, start)) used.add(piece);
  const things = [datePiece, startPiece, ...place.pieces].filter((piece) => piece !== undefined);
  const heading = near
    .slice(0, Math.max(fallback + 4, 8))
    .map((piece) => piece.text)
    .join('\n')
    .slice(0, 2000);
  const meeting: ReadMeeting | null =
    things.length === 0 && !contact.contact
      ? null
      : {
          date: date?.date ?? null,
          printedDate: date?.printed ?? null,
          start,
          place: place.place,
          mode: place.mode ?? modeOf(heading.slice(0, 600)),
          contact: contact.contact,
          lines: span(things, span(contact.used)),
        };
  return { board: name ? { name, organisation, lines: span(boardPieces) } : null, meeting, date, used: [...used] };
}
