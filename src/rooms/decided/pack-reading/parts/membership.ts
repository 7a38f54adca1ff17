/** Who sits on the board: tables by political group with substitutes (seed p.2-3), lists with party tags, plain lists. */
import { type Lines, plainText } from '#base/prose.js';
import { span, type Piece } from '../source/source.js';
import type { ReadGroup, ReadMembership, ReadPerson } from '../words.js';
import { isOffice, isParty, looksLikeBody, nameParts, peopleIn, readPerson } from './names.js';
import { EMAIL, PHONE } from './labels.js';
import { key, labelLength } from './pieces.js';

const GROUP =
  /^((?:the\s+)?(?:conservatives?|labour(?:\s+(?:and|&)\s+co-?operative)?|liberal\s+democrats?|lib\s+dems?|independents?|greens?|green\s+party|reform(?:\s+uk)?|plaid\s+cymru|residents?(?:['’]s?)?(?:\s+association)?|ukip|snp|non[\s-]aligned|[\p{Lu}][\p{L}'’&\s-]{2,50}?)(?:\s+(?:group|party|alliance))?)\s*(?:\((\d{1,3})(?:\s+(?:seats?|members?))?\)|[-–—:]?\s+(\d{1,3})\s+(?:seats?|members))\s*:?$/iu;
const SUBSTITUTES = /^(?:named\s+|appointed\s+|nominated\s+)?substitutes?(?:\s+members?)?(?:\s*\(\d+\))?/i;
const HEADER =
  /^(?:councillors?|members?|names?|authority|council|representing|ward|position|role|political\s+group|party|group)$/i;

/** A longer list is no membership of a board; its other rows stay text. */
const MOST_ROWS = 1500;

interface Row {
  readonly cells: readonly string[];
  readonly lines: Lines;
  readonly piece: Piece;
}

interface Growing {
  name: string | null;
  seats: number | null;
  office: ReadGroup['office'];
  members: ReadPerson[];
  substitutes: ReadPerson[];
  places: { readonly lines: Lines }[];
}

/** Rows of tables and single lines alike, as cells. */
function rowsOf(pieces: readonly Piece[]): readonly Row[] {
  return pieces.flatMap((piece): readonly Row[] =>
    piece.kind === 'table'
      ? [...(piece.table?.header ? [piece.table.header] : []), ...(piece.table?.rows ?? [])].map((row) => ({
          cells: row.cells.map((cell) => plainText(cell).trim()),
          lines: row.lines,
          piece,
        }))
      : [{ cells: [piece.text], lines: piece.lines, piece }],
  );
}

export interface MembershipRead {
  readonly membership: ReadMembership | null;
  readonly used: readonly { readonly lines: Lines }[];
}

/** Reads groups, members and substitutes from the pieces of the membership part. */
export function readMembership(pieces: readonly Piece[]): MembershipRead {
  const groups: Growing[] = [];
  const used: { readonly lines: Lines }[] = [];
  let current: Growing | null = null;
  let substitutes = false;
  /** Below "Councillors:" a line with nothing but a name is a member. */
  let listing = false;
  /** Head of the table at hand, where it has one. */
  let columns: readonly string[] = [];
  const groupNamed = (name: string | null): Growing => {
    const known = groups.find((group) =>
      group.name === null ? name === null : name !== null && key(group.name) === key(name),
    );
    if (known) return known;
    const fresh: Growing = { name, seats: null, office: null, members: [], substitutes: [], places: [] };
    groups.push(fresh);
    return fresh;
  };
  const seat = (person: ReadPerson, party: string | null, row: Row): void => {
    const group: Growing = party ? groupNamed(party) : (current ?? groupNamed(null));
    // The group says the party.
    (substitutes ? group.substitutes : group.members).push(
      party ? { ...person, printed: person.printed.replace(` (${party})`, '') } : person,
    );
    group.places.push(row);
    // Cells that a member has no place for keep the row visible as text.
    const held = key(`${person.printed} ${person.office ?? ''} ${person.authority ?? ''} ${party ?? ''}`);
    if (row.cells.every((cell) => held.includes(key(cell))) || row.piece.kind !== 'table') used.push(row);
  };
  for (const row of rowsOf(pieces).slice(0, MOST_ROWS)) {
    const filled = row.cells.filter((cell) => cell !== '');
    const first = filled[0] ?? '';
    const rest = filled.slice(1);
    const headed = GROUP.exec(first.slice(0, 120));
    if (filled.length > 0 && filled.every((cell) => HEADER.test(cell.replace(/:$/, '')))) {
      if (row.piece.kind === 'table') columns = row.cells;
      else listing = true;
      used.push(row);
    } else if (headed && rest.length === 0 && !nameParts(first)?.title) {
      current = groupNamed((headed[1] ?? '').trim());
      current.seats = Number(headed[2] ?? headed[3]);
      current.places.push(row);
      substitutes = false;
      used.push(row);
    } else if (
      rest.length === 0 &&
      first.length < 60 &&
      (isParty(first.replace(/\s+(?:group|party)?\s*:?$/i, '')) || /^[\p{L}\s'’]{3,40}\s+group:?$/iu.test(first)) &&
      row.piece.kind !== 'item'
    ) {
      current = groupNamed(first.replace(/:$/, ''));
      current.places.push(row);
      substitutes = false;
      used.push(row);
    } else if (
      current &&
      rest.length === 0 &&
      /^group\s+office\s*:/i.test(first) &&
      (PHONE.test(first) || EMAIL.test(first))
    ) {
      current.office = { phone: PHONE.exec(first)?.[0]?.trim() ?? null, email: EMAIL.exec(first)?.[0] ?? null };
      used.push(row);
    } else if (
      rest.length === 0 &&
      /^(?:non[\s-]?voting|co-?opted|independent|advisory)\s+(?:members?|persons?|co-?optees?)\s*:?$/i.test(first)
    ) {
      // Seats of another kind stand under the name the text gives them.
      current = groupNamed(first.replace(/:$/, '').trimEnd());
      current.places.push(row);
      substitutes = false;
      listing = true;
      used.push(row);
    } else if (
      SUBSTITUTES.test(first) &&
      first.length - (SUBSTITUTES.exec(first)?.[0].length ?? 0) < 3 &&
      rest.every((cell) => HEADER.test(cell))
    ) {
      if (row.piece.kind === 'table' && rest.length > 0) columns = row.cells;
      substitutes = true;
      used.push(row);
    } else {
      const length =
        labelLength(first, SUBSTITUTES) ||
        labelLength(first, /^(?:membership|members|councillors|committee\s+members)/i);
      const listed = length > 0 && length < first.length ? peopleIn(first.slice(length), row.lines) : null;
      if (listed && listed.people.length > 0 && listed.rest.length === 0) {
        const before: boolean = substitutes;
        if (SUBSTITUTES.test(first)) substitutes = true;
        for (const { person, party, note } of listed.people)
          seat(note === null ? person : { ...person, printed: `${person.printed} (${note})` }, party, row);
        substitutes = before;
        continue;
      }
      const parts = nameParts(first);
      const authority = rest.find((cell) => !isParty(cell)) ?? null;
      const person =
        parts &&
        (parts.title || row.piece.kind !== 'text' || parts.party || (listing && first.length < 60)) &&
        !(parts.rest && first.length > 120)
          ? readPerson(first, row.lines, {
              authority:
                authority && looksLikeBody(authority)
                  ? authority
                  : rest.length === 1 && !isParty(authority ?? '')
                    ? authority
                    : null,
            })
          : null;
      const under = (head: RegExp): string | null => {
        const at = row.piece.kind === 'table' ? columns.findIndex((column) => head.test(column)) : -1;
        return at > 0 ? row.cells[at] || null : null;
      };
      const office = under(/^(?:role|position|office)$/i);
      const full =
        person && columns.length > 2
          ? {
              ...person,
              office: office && isOffice(office) ? office : person.office,
              authority: under(/^(?:authority|council|organisation|representing)$/i) ?? person.authority,
            }
          : person;
      if (full && columns.length > 2) seat(full, parts?.party ?? under(/^(?:party|group|political\s+group)$/i), row);
      else if (person) seat(person, parts?.party ?? rest.find(isParty) ?? null, row);
      else {
        const many = /^(?:cllrs?|councillors?|members?)\b/i.test(first) ? peopleIn(first, row.lines) : null;
        if (many && many.people.length > 1 && many.rest.length === 0)
          for (const { person: each, party, note } of many.people)
            seat(note === null ? each : { ...each, printed: `${each.printed} (${note})` }, party, row);
      }
    }
  }
  const people = groups.reduce((sum, group) => sum + group.members.length + group.substitutes.length, 0);
  if (people === 0) return { membership: null, used: [] };
  const title = pieces.find((piece) => piece.kind === 'text');
  const cycle = /\b(20\d\d)\s*[/–-]\s*(\d{2,4})\b/.exec(title?.text ?? '');
  return {
    membership: {
      cycle: cycle ? `${cycle[1]}/${cycle[2]}` : null,
      groups: groups.map(({ places, ...group }) => ({ ...group, lines: span(places) })),
      lines: span(used),
    },
    used,
  };
}

/** Group offices with telephone and e-mail (seed p.1, table under "Apologies"). Rows: name, "Group Office: …", "email: …". */
export function readGroupOffices(pieces: readonly Piece[]): {
  readonly offices: ReadonlyMap<string, { readonly phone: string | null; readonly email: string | null }>;
  readonly used: readonly { readonly lines: Lines }[];
} {
  const offices = new Map<string, { readonly phone: string | null; readonly email: string | null }>();
  const used: { readonly lines: Lines }[] = [];
  for (const row of rowsOf(pieces)) {
    const text = row.cells.join(' ');
    if (text.length > 300 || !/group\s+office/i.test(text)) continue;
    const name = /^(.{3,50}?)(?:\s+group\s+office)?\s*[:–-]/i.exec(text)?.[1]?.trim();
    const email = EMAIL.exec(text)?.[0] ?? null;
    const phone = PHONE.exec(text)?.[0]?.trim() ?? null;
    if (!name || (!email && !phone)) continue;
    offices.set(key(name.replace(/\sgroup$/i, '').trimEnd()), { phone, email });
    used.push(row);
  }
  return { offices, used };
}
