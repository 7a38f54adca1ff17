/** Who was there: tables (seed Appendix A), labelled lists and sentences ("Present: Councillors A, B (Chair) and C"). */
import { plainText, type Lines } from '#base/prose.js';
import type { AttendanceStatus } from '#rooms/decided/meetings/index.js';
import type { Piece } from '../source/source.js';
import type { ReadAttendance, ReadSubstitution } from '../words.js';
import { substitutionNoted } from './apologies.js';
import { isOffice, isParty, looksLikeBody, looksLikePosition, nameParts, peopleIn, readPerson } from './names.js';
import { labelLength } from './pieces.js';

interface Heading {
  readonly pattern: RegExp;
  readonly status: AttendanceStatus;
}

const HEADINGS: readonly Heading[] = [
  {
    pattern:
      /^apolog(?:ies|y)(?:\s+for\s+(?:absence|non-attendance|lateness))?(?:\s+(?:and\s+substitut\w+|received|were\s+received\s+from))?/i,
    status: 'apologies',
  },
  {
    pattern:
      /^(?:absent(?:\s+(?:members|councillors|without\s+apolog\w+))?|not\s+present|did\s+not\s+attend|members\s+absent)/i,
    status: 'absent',
  },
  { pattern: /^(?:named\s+)?substitutes?(?:\s+members?)?(?:\s+(?:present|in\s+attendance))?/i, status: 'substitute' },
  {
    pattern:
      /^(?:also\s+(?:present|in\s+attendance|attending)|in\s+attendance(?:\s+also)?|others?\s+(?:present|in\s+attendance|attending)|officers?(?:\s+(?:present|attending|in\s+attendance))?|(?:council\s+)?staff(?:\s+present)?|guests?|observers?|invited|invitees|attending|advisers|external\s+attendees|(?:other\s+)?(?:councillors|members|persons)\s+(?:in\s+attendance|also\s+present)|lga\s+officers?|co-?opted\s+members(?:\s+present)?)/i,
    status: 'in attendance',
  },
  {
    pattern:
      /^(?:(?:members?|councillors?|those|voting\s+members|committee\s+members|board\s+members)\s+)?present(?:\s+were)?|^attended|^attendance|^attendees|^members\s+in\s+attendance/i,
    status: 'present',
  },
  {
    pattern: /^(?:(?:acting\s+|vice[\s-]*|deputy[\s-]+)?chair(?:man|woman|person)?|(?:deputy\s+)?(?:town\s+)?mayor)/i,
    status: 'present',
  },
  { pattern: /^(?:councillors?|members?|elected\s+members)/i, status: 'present' },
];

/** Lists are compared name by name; what is longer than any board stays text. */
export const MOST_PEOPLE = 1500;

interface Section {
  readonly role: string;
  readonly status: AttendanceStatus;
  readonly length: number;
}

/** The attendance label at the start of a text. "PRESENT Councillor A" needs no colon; "Members asked" is none. */
export function attendanceLabel(text: string): Section | null {
  // "Presennol / Present:" says it in two languages; the label is the one that is understood.
  const other = /^\p{L}[\p{L}\s'’]{2,40}\/\s*(?=\p{Lu})/u.exec(text.slice(0, 80))?.[0];
  const found = labelAt(other ? text.slice(other.length) : text) ?? (other ? labelAt(text) : null);
  return found && other && labelAt(text) === null ? { ...found, length: found.length + other.length } : found;
}

function labelAt(text: string): Section | null {
  for (const { pattern, status } of HEADINGS) {
    const length = labelLength(text, pattern);
    const label = pattern.exec(text.slice(0, 120))?.[0];
    if (!label) continue;
    if (length > 0) return { role: label.replace(/\s+(?:were\s+)?received.*$/i, ''), status, length };
    const rest = text.slice(label.length);
    if (
      /^\s+(?:from\s+)?(?:county\s+)?(?:cllrs?|councillors?|mr|mrs|ms|dr)\b/i.test(rest) &&
      !/^(?:councillors?|members?)$/i.test(label)
    )
      return { role: label.replace(/\s+(?:were\s+)?received.*$/i, ''), status, length: label.length };
  }
  return null;
}

function statusOf(role: string): AttendanceStatus {
  for (const { pattern, status } of HEADINGS) if (pattern.test(role.trim())) return status;
  return 'present';
}

export interface AttendanceRead {
  readonly rows: readonly ReadAttendance[];
  readonly used: readonly { readonly lines: Lines }[];
}

const ROLE_HEAD = /^(?:position|role|position\s*\/\s*role|office|capacity|status)$/i;
const NAME_HEAD = /^(?:councillors?|names?|members?|attendees?|representatives?)$/i;
const HEAD_CELL =
  /^(?:position|role|position\s*\/\s*role|office|capacity|status|councillors?|names?|members?|attendees?|representatives?|attendance|present|attended|authority|council|organisation|(?:authority|council)\s*(?:\/|or|and)\s*organisation|title|job\s+title|representing|party|group|ward)$/i;
const STATUS_HEAD = /^(?:attendance|present|attended|status)$/i;

export function isAttendanceTable(piece: Piece, under: string): boolean {
  if (piece.kind !== 'table' || !piece.table) return false;
  const head = (piece.table.header?.cells ?? piece.table.rows[0]?.cells ?? []).map((cell) => plainText(cell).trim());
  if (head.some((cell) => NAME_HEAD.test(cell)) && head.some((cell) => ROLE_HEAD.test(cell) || STATUS_HEAD.test(cell)))
    return true;
  // A list under its heading has a name in most rows, and no cell that tells a story.
  const bare = under.replace(/\s*\(\d{1,3}\)\s*:?$/, '');
  const headed =
    attendanceLabel(bare)?.length === bare.length ||
    (under.length < 60 && /\battendance\b/i.test(under) && !/\battached\b/i.test(under));
  const named = piece.table.rows.filter((row) => row.cells.some((cell) => nameParts(plainText(cell)) !== null)).length;
  if (
    headed &&
    named > 0 &&
    named >= piece.table.rows.length / 3 &&
    piece.table.rows.every((row) => row.cells.every((cell) => plainText(cell).length < 300))
  )
    return true;
  const roles = piece.table.rows.filter(
    (row) =>
      attendanceLabel(plainText(row.cells[0] ?? [])) &&
      row.cells
        .slice(1)
        .some((cell) => nameParts(plainText(cell)) !== null || peopleIn(plainText(cell), row.lines).people.length > 1),
  );
  if (head.some((cell) => /^(?:actions?|discussion|minutes|decisions?)\b/i.test(cell))) return false;
  return roles.length >= Math.min(2, piece.table.rows.length) && roles.length > 0;
}

/** A table of attendance: the role stands in the first column and holds until the next one. */
export function attendanceOfTable(
  piece: Piece,
  under = '',
): AttendanceRead & { readonly substitutions: readonly ReadSubstitution[] } {
  const rows: ReadAttendance[] = [];
  const used: { readonly lines: Lines }[] = [];
  const first = piece.table?.rows[0];
  const isHead = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || HEAD_CELL.test(cell));
  // A table without borders has its head as its first row.
  const header =
    piece.table?.header ?? (first && isHead(first.cells.map((cell) => plainText(cell).trim())) ? first : null);
  const head = (header?.cells ?? []).map((cell) => plainText(cell).trim());
  // A head in words that nobody knows here stays visible.
  if (header && isHead(header.cells.map((cell) => plainText(cell).trim()))) used.push(header);
  const nameAt = head.findIndex((cell) => NAME_HEAD.test(cell));
  const roleAt = head.findIndex((cell) => ROLE_HEAD.test(cell));
  const statusAt = head.findIndex((cell, index) => STATUS_HEAD.test(cell) && index !== roleAt);
  // "Apologies (3)" above a table holds for rows whose role says nothing else.
  const section = attendanceLabel(under.replace(/\s*\(\d{1,3}\)\s*:?$/, ''));
  const statusFor = (given: string): AttendanceStatus =>
    section && statusOf(given) === 'present' && !/^(?:present|chair)/i.test(given) ? section.status : statusOf(given);
  const heading = section ? under.replace(/:$/, '').trimEnd().slice(0, 60) : (head[nameAt] ?? '');
  const substitutions: ReadSubstitution[] = [];
  let role = '';
  for (const row of piece.table?.rows ?? []) {
    if (row === header || rows.length >= MOST_PEOPLE) continue;
    const cells = row.cells.map((cell) => plainText(cell).trim());
    const at =
      nameAt >= 0 ? nameAt : cells.findIndex((cell, index) => (index > 0 || roleAt < 0) && nameParts(cell) !== null);
    const label = cells[roleAt >= 0 ? roleAt : 0] ?? '';
    if (at !== 0 && label !== '') role = label.replace(/:$/, '');
    const cell = cells[at] ?? cells[1] ?? '';
    const others = cells.filter(
      (other, index) =>
        index !== at && index !== (roleAt >= 0 ? roleAt : at === 0 ? -1 : 0) && index !== statusAt && other !== '',
    );
    const status = statusAt >= 0 ? stated(cells[statusAt] ?? '') : null;
    const person = readPerson(cell, row.lines);
    if (person) {
      // "Present (substitute for Cllr A)" in the column of attendance.
      const instead =
        statusAt >= 0
          ? /\b((?:substitut\w*|deputis\w+)\s+for\s+[^()]{3,60})/i.exec(cells[statusAt] ?? '')?.[1]
          : undefined;
      if (instead) substitutions.push(...substitutionNoted({ person, party: null, note: instead }, row.lines));
      rows.push({
        role: role || person.office || (roleAt >= 0 ? (cells[roleAt] ?? '') : '') || heading,
        status: status ?? statusFor(role),
        person,
        organisation: others.join(', ') || person.authority || nameParts(cell)?.rest || null,
        lines: row.lines,
      });
      if (statusAt < 0 || PLAIN_STATUS.test(cells[statusAt] ?? '')) used.push(row);
    } else {
      const listed = peopleIn(cell, row.lines);
      if (listed.people.length === 0 || listed.rest.length > 0) continue;
      for (const { person: each, note } of listed.people)
        rows.push({
          role: role || heading,
          status: status ?? statusFor(role),
          person: each,
          organisation: each.authority ?? note,
          lines: row.lines,
        });
      if (listed.people.every(({ person: each, note }) => note === null || each.authority === null)) used.push(row);
    }
  }
  return { rows, used, substitutions };
}

/** A status that says no more than the row holds; "Apologies, sent representative" keeps its row visible. */
const PLAIN_STATUS =
  /^(?:(?:was\s+)?(?:present|attended|expected|absent|apologies(?:\s+(?:received|given|sent))?|in\s+attendance|yes|no|✓|substitutes?|did\s+not\s+attend)(?:,?\s+as\s+(?:a\s+)?(?:substitute|expected))?)?$/i;

/** "Present", "Apologies", "Absent", "Yes", "✓" in a column of its own. */
function stated(cell: string): AttendanceStatus | null {
  if (/apolog/i.test(cell)) return 'apologies';
  if (/absent|no\b|did not/i.test(cell)) return 'absent';
  if (/in attendance|observ|officer/i.test(cell)) return 'in attendance';
  if (/substitut|reserve/i.test(cell)) return 'substitute';
  return /present|yes|attended|✓|expected/i.test(cell) ? 'present' : null;
}

const UNNAMED =
  /\b(?:public|press|residents?|electors|parishioners|parents|teachers|visitors|officers|others|reporters?|students|pupils)\b/i;
const STOP =
  /^(?:the\s+meeting|also\s+see|minutes|agenda|quorum|venue|contact|location|date|time|place|media|note|webcast|link|issue\s+details|declaration)/i;

/** Labelled lists in the head of minutes. A label holds for the pieces below it until something else begins. */
export function attendanceOfProse(pieces: readonly Piece[]): AttendanceRead {
  const rows: ReadAttendance[] = [];
  const used: { readonly lines: Lines }[] = [];
  let section = null as Section | null;
  let alone = false;
  /** A label on a line of its own is read when a person stands below it. */
  let label: Piece | null = null;
  for (const piece of pieces) {
    if (piece.kind === 'table' || rows.length >= MOST_PEOPLE) {
      section = null;
      continue;
    }
    const found = attendanceLabel(piece.text);
    // "Councillors:" below "Apologies:" goes on with the apologies.
    const weak = found && /^(?:councillors?|members?|elected\s+members)$/i.test(found.role);
    if (found && weak && !section) continue;
    // Offices one below the other, without names between them, are a column torn off its table: whose they are is not said.
    const office = found !== null && isOffice(found.role) && found.length === piece.text.length;
    if (office && alone) {
      section = null;
      continue;
    }
    alone = office;
    if (found && !weak) section = found;
    if (!section) continue;
    const text = (found ? piece.text.slice(found.length).trim() : piece.text).replace(
      /^\p{L}+\s*\/\s*(?=(?:councillors?|cllrs?)\b)/iu,
      '',
    );
    if (
      text === '' ||
      (found && /^(?:(?:committee|board|council|panel|other|co-?opted|voting)\s+)?members\s*:?$/i.test(text))
    ) {
      label = piece;
      continue;
    }
    if (!found && (STOP.test(text) || piece.level !== null)) {
      section = null;
      continue;
    }
    if (
      /^(?:none|nil|there\s+were\s+(?:none|no\s+apologies)|no\s+apologies(?:\s+(?:were\s+)?received)?)\.?$/i.test(text)
    )
      continue;
    const kind = section;
    const listed = peopleIn(text.replace(/^(?:were\s+)?(?:received\s+)?(?:from\s+)/i, ''), piece.lines);
    // "and four members of the public" names nobody: the names are read, and the line stays visible as text.
    const sound =
      listed.people.length > 0 &&
      listed.rest.every((rest) => UNNAMED.test(rest) || /^\p{Lu}{2,4}$/u.test(rest)) &&
      listed.people.every(
        ({ person, note }) =>
          person.title !== null ||
          person.office !== null ||
          note === null ||
          looksLikePosition(note) ||
          looksLikeBody(note) ||
          isParty(note) ||
          /^\p{Lu}{2,3}(?:,|$)/u.test(note) ||
          kind.status !== 'present',
      );
    if (!sound || (!found && text.length > 600)) {
      if (!found) section = null;
      continue;
    }
    // Words of another language stand in no field.
    let isHeld = listed.rest.length === 0 && !/\s\/\s/.test(piece.text);
    for (const { person, note } of listed.people) {
      const office = person.office && isOffice(person.office) ? person.office : null;
      // Why somebody is away is their own affair: it is no organisation and no part of the name.
      const replaced = note !== null && /^(?:substitut|sub\b|deputis|for\s)/i.test(note);
      const isReason = replaced || kind.status === 'apologies' || kind.status === 'absent';
      rows.push({
        role: office ?? kind.role,
        status: replaced && kind.status === 'present' ? 'substitute' : kind.status,
        person,
        organisation: person.authority ?? (isReason ? null : note),
        lines: piece.lines,
      });
      if (note !== null && (isReason || person.authority !== null)) isHeld = false;
    }
    if (label && !label.text.includes('/')) used.push(label);
    label = null;
    // A note that no row holds keeps the line visible as text.
    if (isHeld) used.push(piece);
  }
  return { rows, used };
}
