/** Minutes that are one table: "Agenda item | Discussion | Action | Who | When", "Item | Decisions and actions | Action". */
import { plainText, type Lines, type Prose } from '#base/prose.js';
import { markerOf } from '../source/lines.js';
import { dropStart } from '../source/inline.js';
import type { Piece, SourceRow } from '../source/source.js';
import { sign, type Ledger } from './lines-read.js';

const ITEM =
  /^(?:(?:agenda\s+)?items?|(?:minute\s+)?(?:no|ref|number)\.?|agenda\s+item\s*\/?\s*(?:no|title)\.?|topic|subject)$/i;
const SAID =
  /^(?:discussions?|minutes?|notes?|points?\s+(?:raised|discussed)|summary\s+of\s+discussion|discussions?\s*(?:and|&|\/)\s*(?:decisions?|actions?|outcomes?)|decisions?\s*(?:and|&|\/)\s*(?:agreed\s+)?actions?|decisions?|comments?)$/i;
const ACTION = /^(?:agreed\s+)?actions?(?:\s+(?:required|agreed|points?))?$/i;
const WHO = /^(?:who|by\s+whom|owner|lead|responsible|person\s+responsible|action\s+by|officer)$/i;
const WHEN = /^(?:when|by\s+when|due(?:\s+date)?|date|deadline|timescale|target(?:\s+date)?)$/i;

interface Columns {
  readonly item: number;
  readonly said: number;
  readonly action: number;
  readonly who: number;
  readonly when: number;
  readonly all: number;
}

function columnsOf(head: SourceRow): Columns | null {
  const cells = head.cells.map((cell) => plainText(cell).trim().replace(/:$/, ''));
  const at = (label: RegExp): number => cells.findIndex((cell) => label.test(cell));
  const columns = {
    item: at(ITEM),
    said: at(SAID),
    action: at(ACTION),
    who: at(WHO),
    when: at(WHEN),
    all: cells.length,
  };
  const known = cells.every((cell) => cell === '' || [ITEM, SAID, ACTION, WHO, WHEN].some((label) => label.test(cell)));
  return columns.item >= 0 && columns.said > columns.item && known ? columns : null;
}

function text(prose: Prose, lines: Lines): readonly Piece[] {
  const whole = plainText(prose).trim();
  if (whole === '') return [];
  const marked = markerOf(whole);
  const item = marked && marked.rest !== '' ? marked : null;
  const own = item ? dropStart(prose, whole.length - item.rest.length) : prose;
  return [
    {
      kind: item ? 'item' : 'text',
      text: plainText(own),
      prose: own,
      lines,
      gap: true,
      level: null,
      marker: item?.marker ?? null,
      number: item?.number ?? null,
      depth: 0,
      table: null,
    },
  ];
}

function table(header: readonly string[] | null, cells: readonly Prose[], lines: Lines): Piece {
  const row: SourceRow = { cells, lines };
  return {
    kind: 'table',
    text: cells.map(plainText).join('\t'),
    prose: [],
    lines,
    gap: true,
    level: null,
    marker: null,
    number: null,
    depth: 0,
    table: { header: header ? { cells: header.map((word) => [{ text: word }]), lines } : null, rows: [row] },
  };
}

function isBold(prose: Prose): boolean {
  return prose.length > 0 && prose[0]?.bold === true;
}

/** One row: its head, what was said, and the action with who owes it and when. */
function rowPieces(row: SourceRow, columns: Columns): readonly Piece[] {
  const cell = (at: number): Prose => (at < 0 ? [] : (row.cells[at] ?? []));
  const first = plainText(cell(columns.item)).trim();
  const { lines } = row;
  const done: Piece[] = [];
  let said = cell(columns.said);
  const number = /^(\d{1,3}[a-z]?)[.):]?$/i.exec(first)?.[1];
  if (number && plainText(said).trim() !== '') {
    // The number stands alone: the title is what the next cell begins with, in bold or as a whole.
    const bold = isBold(said) ? said.findIndex((run) => run.bold !== true && run.text.trim() !== '') : -1;
    const title = bold > 0 ? said.slice(0, bold) : said;
    done.push({
      kind: 'item',
      text: plainText(title).trim(),
      prose: title,
      lines,
      gap: true,
      level: null,
      marker: `${number}.`,
      number,
      depth: 0,
      table: null,
    });
    said = bold > 0 ? said.slice(bold) : [];
  } else if (first !== '') {
    const marked = markerOf(first);
    done.push(
      ...(marked?.number
        ? text(cell(columns.item), lines)
        : text(cell(columns.item), lines).map((piece): Piece => ({ ...piece, level: 3 }))),
    );
  }
  const action = cell(columns.action);
  const owned = columns.who < 0 && columns.when < 0 && plainText(action).trim() !== '';
  // "Decisions and actions | Action": the last column says who.
  if (owned && plainText(action).trim().length < 60 && plainText(said).trim() !== '' && /\bto\s/.test(plainText(said)))
    return [...done, table(null, [said, action], lines)];
  done.push(...text(said, lines));
  if (plainText(action).trim() !== '')
    done.push(table(['Action', 'Owner', 'Due'], [action, cell(columns.who), cell(columns.when)], lines));
  else for (const at of [columns.who, columns.when]) done.push(...text(cell(at), lines));
  return done;
}

/** Tables that are minutes come apart into the lines they would be elsewhere. */
export function withoutMinutesTables(pieces: readonly Piece[], ledger: Ledger): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const rows = piece.table?.rows ?? [];
    const head = piece.table?.header ?? rows[0];
    const columns = head ? columnsOf(head) : null;
    if (!head || !columns || rows.length < 2 || rows.some((row) => row.cells.length > columns.all)) return [piece];
    sign(ledger, head);
    return rows.filter((row) => row !== head).flatMap((row) => rowPieces(row, columns));
  });
}
