/** The agenda: number, title, pages and how the paper comes. Tables (seed p.4) and lists. */
import { plainText, type Block, type Lines } from '#base/prose.js';
import type { Delivery, Purpose } from '#rooms/decided/meetings/index.js';
import type { Piece } from '../source/source.js';
import type { ReadItem } from '../words.js';
import { blocksOf } from './blocks.js';
import { withoutSize, type ItemHead } from './item-heads.js';
import { NEXT_MEETING } from './labels.js';
import { couldHead } from './pieces.js';

/** An agenda's text is short; what is longer than this below one head is another part of the document. */
const MOST_TEXT = 40;

const HEAD_CELL =
  /^(?:agenda\s+)?(?:item|no\.?|number|title|subject|purpose|page|pages|paper|time|lead|presenter|report|description)s?(?:\s+(?:no\.?|number|title))?$/i;
const ONLY_PURPOSE =
  /^(?:for\s+|to\s+)?(?:decision|direction|discussion|information|note|noting|approval|agreement)\.?$/i;

const PAGES = /^(?:\(?\s*pages?\s*)?(\d{1,4})\s*(?:[-–—]|to)\s*(\d{1,4})\s*\)?$|^(?:\(?\s*pages?\s*)?(\d{1,4})\s*\)?$/i;
const PAGES_WITHIN =
  /\s*\(?\bpages?\s+(\d{1,4})(?:\s*(?:[-–—]|to)\s*(\d{1,4}))?\)?\s*$|\s+(\d{1,4})\s*[-–—]\s*(\d{1,4})$/i;
const NUMBERED = /^(?:item\s+)?(\d{1,3}|[A-Z]{0,3}\d{1,4}\/\d{1,4}|\d{1,3}[a-z])\s*[.):]?(?:\s+|$)/i;

export function deliveryOf(text: string, paged: boolean): Delivery {
  if (/\bto\s+follow\b/i.test(text)) return 'to follow';
  if (/\b(?:to\s+be\s+)?tabled\b/i.test(text)) return 'tabled';
  if (/\b(?:verbal|oral)\b/i.test(text)) return 'verbal';
  if (paged || /\battached\b|\benclosed\b/i.test(text)) return 'attached';
  return /^\s*presentation\s*$|\(presentation\)|\bpresentation\s*$/i.test(text) ? 'presentation' : 'none';
}

export function purposeOf(text: string): Purpose | null {
  const found = /\bfor\s+(decision|direction|discussion|information|noting|approval|agreement)\b/i
    .exec(text.slice(0, 300))?.[1]
    ?.toLowerCase();
  switch (found) {
    case 'decision':
    case 'approval':
    case 'agreement':
      return 'decision';
    case 'direction':
    case 'discussion':
    case 'information':
    case 'noting':
      return found;
    default:
      return null;
  }
}

function rangeOf(first: string | undefined, second: string | undefined): ReadItem['pages'] {
  return first === undefined ? null : { from: Number(first), to: Number(second ?? first) };
}

/** One item from its title and what stands in the page column. */
function itemOf(number: string, printed: string, column: string, lines: Lines, below: readonly Piece[] = []): ReadItem {
  const title = withoutSize(printed);
  const alone = PAGES.exec(column.trim());
  const within = alone ? null : PAGES_WITHIN.exec(title);
  const year = within?.[3] !== undefined && Number(within[3]) > 1900;
  const pages = alone
    ? rangeOf(alone[1] ?? alone[3], alone[2])
    : within && !year
      ? rangeOf(within[1] ?? within[3], within[2] ?? within[4])
      : null;
  const bare = (within && !year ? title.slice(0, within.index) : title)
    .replace(
      /(?<!\p{L})\s*\(?(?<!\p{L})(?:report\s+|paper\s+)?(?:to\s+follow|to\s+be\s+tabled|tabled|verbal(?:\s+(?:report|update|item))?|oral(?:\s+(?:report|update))?|attached|enclosed|presentation)\)$/iu,
      '',
    )
    .trim();
  const purpose =
    purposeOf(`${printed} ${column}`) ??
    below.map((piece) => purposeOf(piece.text)).find((found) => found !== null) ??
    null;
  return {
    number,
    title: bare || title,
    pages,
    delivery: deliveryOf(`${column} ${title}`, pages !== null),
    purpose,
    text: blocksOf(below.map((piece) => ({ ...piece, gap: false }))),
    lines,
  };
}

/** The column whose cells begin with rising numbers: the first as a rule, the second behind times. */
function numberColumn(piece: Piece): number {
  const rows = piece.table?.rows ?? [];
  for (let column = 0; column < 3; column += 1) {
    const numbers = rows
      .map((row) => plainText(row.cells[column] ?? []).trim())
      .filter((cell) => !/^\d{1,2}[.:]\d{2}/.test(cell))
      .map((cell) => NUMBERED.exec(cell)?.[1])
      .filter((number) => number !== undefined);
    if (
      numbers.length >= Math.max(1, rows.length * 0.5) &&
      numbers.every((number, index) => index === 0 || parseInt(number, 10) > parseInt(numbers[index - 1] ?? '0', 10))
    )
      return column;
  }
  return 0;
}

/** Whether a table is an agenda: a head with Item and Page, or rows that begin with rising numbers. */
export function isAgendaTable(piece: Piece): boolean {
  if (piece.kind !== 'table' || !piece.table) return false;
  const head = (piece.table.header?.cells ?? piece.table.rows[0]?.cells ?? []).map((cell) => plainText(cell).trim());
  const item = head.some((cell) =>
    /^(?:agenda\s+)?(?:item|no\.?|number|business)s?(?:\s+(?:no\.?|number|title))?$/i.test(cell),
  );
  const page =
    head.some((cell) => /^pages?(?:\s*(?:no\.?|numbers?|\(s\)))?$/i.test(cell)) ||
    head.some((cell) => /^(?:report|paper|purpose|time|lead|presenter|title|subject|description)s?\b/i.test(cell));
  const column = numberColumn(piece);
  // A title stands beside the number; in a table of contents the number is the last thing.
  const rows = piece.table.rows
    .map((row) =>
      /\p{L}{2}/u.test(row.cells.slice(column).map(plainText).join(' '))
        ? NUMBERED.exec(plainText(row.cells[column] ?? []))?.[1]
        : undefined,
    )
    .filter((number) => number !== undefined);
  const rising =
    rows.length >= 2 &&
    rows.every((number, index) => index === 0 || parseInt(number, 10) > parseInt(rows[index - 1] ?? '0', 10));
  if (item && page && !/decision|action/i.test(head.join(' '))) return rows.length >= 1;
  return (
    rising &&
    rows.length >= 3 &&
    rows.length >= piece.table.rows.length * 0.7 &&
    (piece.table.rows[0]?.cells.length ?? 0) <= 5 &&
    !/decision|action|recommendation|target|cost|£/i.test(head.join(' '))
  );
}

const WITHIN = /\s*\b(Minutes|Decisions?|Additional documents)\s*:\s*/;

/** Tables that hold number, title and minutes in two cells ("71. | Apologies Decision: …") come apart into lines. */
export function withoutItemTables(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const rows = piece.table?.rows ?? [];
    const full = rows.filter(
      (row) =>
        row.cells.length >= 2 &&
        /^\S{0,8}\d\S{0,8}$/.test(plainText(row.cells[0] ?? []).trim()) &&
        WITHIN.test(plainText(row.cells[1] ?? []).slice(0, 2000)),
    );
    if (piece.kind !== 'table' || full.length === 0 || full.length < rows.length * 0.3) return [piece];
    const line = (text: string, lines: Lines, gap: boolean): Piece => ({
      kind: 'text',
      text,
      prose: text === '' ? [] : [{ text }],
      lines,
      gap,
      level: null,
      marker: null,
      number: null,
      depth: 0,
      table: null,
    });
    const all = piece.table?.header ? [piece.table.header, ...rows] : rows;
    return all.flatMap((row) =>
      row.cells.flatMap((cell, index) => {
        const parts = plainText(cell).split(new RegExp(WITHIN.source, 'g'));
        return parts
          .map((part, place) => line(place % 2 === 1 ? `${part}:` : part.trim(), row.lines, index === 0 && place === 0))
          .filter(({ text }) => text !== '');
      }),
    );
  });
}

/** Items of an agenda table. A row without number goes on the title of the row above, or is a heading ("Part II"). */
export function agendaOfTable(piece: Piece): {
  readonly items: readonly ReadItem[];
  readonly used: readonly { readonly lines: Lines }[];
} {
  const items: ReadItem[] = [];
  const at = numberColumn(piece);
  const used: { readonly lines: Lines }[] = [];
  // A table without borders has its head as its first row.
  const opening = piece.table?.rows[0];
  const header =
    piece.table?.header ??
    (opening?.cells.every((cell) => HEAD_CELL.test(plainText(cell).trim())) ? opening : undefined);
  if (header) used.push(header);
  for (const row of piece.table?.rows ?? []) {
    if (row === header) continue;
    const cells = row.cells.map((cell) => plainText(cell).trim());
    const first = cells[at] ?? '';
    const number = NUMBERED.exec(first);
    if (number?.[1]) {
      const own = first.slice(number[0].length).trim();
      const title = own || (cells[at + 1] ?? '');
      const column = cells.slice(at + (own ? 1 : 2)).filter(Boolean);
      if (title === '') continue;
      const item = itemOf(number[1], title, column.at(-1) ?? '', row.lines);
      const isFact = item.pages !== null || item.delivery !== 'none' || purposeOf(column.at(-1) ?? '') !== null;
      // Columns that an item has no place for (time, who leads) are text below it, under the words of their head.
      const others = row.cells.flatMap((cell, index): readonly Block[] => {
        const text = plainText(cell).trim();
        if (
          text === '' ||
          index === at ||
          (!own && index === at + 1) ||
          (isFact && text === column.at(-1)) ||
          ONLY_PURPOSE.test(text) ||
          ONLY_PAGES.test(text)
        )
          return [];
        const label = header ? plainText(header.cells[index] ?? []).trim() : '';
        return [
          {
            kind: 'paragraph',
            number: null,
            numbering: null,
            prose: label === '' ? cell : [{ text: `${label}: ` }, ...cell],
            lines: row.lines,
          },
        ];
      });
      items.push({ ...item, purpose: item.purpose ?? purposeOf(cells.join(' ')), text: others });
      used.push(row);
    } else if (/^(?:items?|no\.?|agenda\s+items?|pages?)$/i.test(first)) used.push(row);
  }
  return { items, used };
}

/** A line that only says how the paper comes or on which pages it stands: facts of the item, no text. */
const COLUMN_LINE =
  /^\(?(?:report\s+|paper\s+)?(?:to\s+follow|verbal|oral|tabled|to\s+be\s+tabled|attached|enclosed|presentation)\b.{0,30}\)?$/i;
const ONLY_PAGES =
  /^\(?pages?\s+\d+(?:\s*(?:[-–—]|to)\s*\d+)?\)?$|^\(?(?:report\s+)?(?:to\s+follow|verbal|tabled|attached)\)?$/i;
/** Where the text of an item ends: its minutes, or a part of the agenda that is no item. */
const AFTER_TEXT = /^(?:minutes|decisions?|resolved|actions?)\s*:?$/i;
const NO_ITEM =
  /^(?:membership|members|quorum|contact|published|issued|dated|signed|chief\s+executive|clerk|for\s+(?:further|more)\s+information|if\s+you|please|note\s*:|notes?$|part\s+(?:[ivx]+|\d|[a-z])\b|yours)/i;

function isPartHeading(piece: Piece): boolean {
  return piece.level !== null || (couldHead(piece) && piece.text.length < 80 && !/\p{Ll}/u.test(piece.text));
}

/** The pieces below a head that speak of its item. Behind the last item a new heading or a closing note ends them. */
function textBelow(below: readonly Piece[], isLastHead: boolean): readonly Piece[] {
  // Where labels say which text is the minutes, the last item ends there.
  const isLast = isLastHead && !below.some((piece) => AFTER_TEXT.test(piece.text));
  let end = below.findIndex(
    (piece) =>
      AFTER_TEXT.test(piece.text) ||
      NEXT_MEETING.test(piece.text) ||
      /^part\s+(?:[ivx]+|\d|[a-z])\b/i.test(piece.text) ||
      (isLast && NO_ITEM.test(piece.text)) ||
      (isLast && (piece.level !== null || (piece.gap && couldHead(piece) && piece.kind === 'text'))),
  );
  if (end < 0) end = below.length;
  // "PART II" above the next item belongs to neither.
  for (let last = below[end - 1]; last && isPartHeading(last); last = below[end - 1]) end -= 1;
  return below.slice(0, end).filter((piece) => !ONLY_PAGES.test(piece.text));
}

/** Items of an agenda that is a list; what stands below a head belongs to it and may name pages, delivery and purpose. */
export function agendaOfHeads(
  heads: readonly ItemHead[],
  pieces: readonly Piece[],
  to: number,
  hasText: boolean,
  isFree: (piece: Piece) => boolean,
): { readonly items: readonly ReadItem[]; readonly used: readonly Piece[] } {
  const used: Piece[] = [];
  const items = heads.map((head, index) => {
    const next = Math.min(heads[index + 1]?.at ?? to, to);
    const own = textBelow(
      hasText ? pieces.slice(head.end, next).slice(0, MOST_TEXT) : [],
      index === heads.length - 1,
    ).filter(isFree);
    const below = pieces
      .slice(head.end, Math.min(next, head.end + 3))
      .filter(
        (piece) =>
          piece.kind === 'text' && (piece.text.length < 60 || (piece.text.length < 220 && piece.text.startsWith('('))),
      )
      .map((piece) => piece.text);
    const column = below.find((text) => PAGES_WITHIN.test(` ${text}`) || COLUMN_LINE.test(text)) ?? '';
    const within = PAGES_WITHIN.exec(` ${column}`);
    used.push(...own);
    const text = [...(head.rest ? [head.rest] : []), ...own];
    return itemOf(
      head.number ?? String(index + 1),
      head.title,
      within ? `${within[1] ?? within[3]}-${within[2] ?? within[4] ?? within[1]}` : column,
      head.lines,
      text,
    );
  });
  return { items, used };
}
