/** Lines of text or Markdown into pieces: headings, list items, tables, and paragraphs put together from wrapped lines. */
import { withoutEnd } from '#base/ends.js';
import { plainText, type Prose } from '#base/prose.js';
import { inline } from './inline.js';
import type { Piece, Source, SourceRow } from './source.js';

const BULLET = /^(?:[-*+–—•·▪◦●○■□✓✔❖►▶➢➤‣⁃§→➔⇒](?=\s)|[•·▪◦●■✓✔❖►➢➤‣](?=\S)|o(?=\s{2,}))\s*/u;
/** A number in the margin of a PDF stands before a tab; in square brackets it was worked out by whoever published it. */
const NUMBER =
  /^(\d{1,3}(?=\t)|\[\d{1,3}(?:\.\d{1,3}){0,3}\](?=\t)|\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|\d{1,3}[.)]|\(\d{1,3}\)|\([a-z]\)|[a-z][.)]|\([ivx]{1,5}\)|[ivx]{1,5}[.)])(?:\s+|$)/;
const PAGE_NUMBER = /^(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** Letters of the line for judging its width: wrapped texts fill their lines, unwrapped ones do not. */
function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines
    .map((line) => line.trimEnd().length)
    .filter((length) => length > 0)
    .toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const full = lengths.filter((length) => length >= width * 0.82).length;
  return lengths.length >= 8 && width >= 45 && width <= 130 && full >= lengths.length * 0.15 ? width : null;
}

function startsLow(text: string): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(text);
}

/** Whether a line goes on in the next one. */
function goesOn(line: string, next: string, width: number | null): boolean {
  const rest = next.trim();
  const end = line.trimEnd();
  if (startsLow(rest)) return !/[.!?:]["'”’)]?$/.test(end) || width !== null;
  if (
    /[,&]$/.test(end) ||
    /\b(?:and|of|the|with|for|in|on|at|by|to|from|an)$/.test(end) ||
    /\b(?:Cllrs?|Mr|Mrs|Ms|Dr)\.?$/.test(end)
  )
    return true;
  // "12th" + "May 2022".
  if (/\b\d{1,2}(?:st|nd|rd|th)$/.test(end) && /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(rest))
    return true;
  if (width === null) return false;
  const word = rest.slice(0, rest.search(/\s|$/));
  return end.length + 1 + word.length > width * 0.94 && !/[:]$/.test(end);
}

function isTableRow(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith('|') && trimmed.indexOf('|', 1) > 0;
}

function isRuler(line: string): boolean {
  return /^[|\s:=-]+$/.test(line) && line.includes('-') && line.includes('|');
}

function cellsOf(line: string): readonly Prose[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\' && line[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (character === '|') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  if ((cells[0] ?? '').trim() === '') cells.shift();
  if ((cells.at(-1) ?? '').trim() === '') cells.pop();
  return cells.map(inline);
}

/** Columns that a line without borders shows: pieces between tabs, or between pipes. */
function looseCells(line: string): readonly string[] {
  if (line.includes('\t')) {
    const cells = line.trim().split(/\t+/);
    // A tab behind a bullet or a number is an indent.
    const indent =
      cells.length > 1 &&
      (markerOf(`${cells[0]} x`)?.rest === 'x'
        ? cells.length === 2 || !/\d/.test(cells[0] ?? '')
        : /^(?:\d{1,4}|\[[\d.]{1,12}\])$/.test(cells[0] ?? '') && cells.length === 2);
    return indent ? [] : cells;
  }
  return line.includes(' | ') ? line.split(' | ') : [];
}

interface Open {
  kind: 'text' | 'item';
  raw: string;
  last: string;
  from: number;
  to: number;
  gap: boolean;
  level: number | null;
  marker: string | null;
  number: string | null;
  depth: number;
}

function closed(open: Open): Piece {
  const prose = inline(open.raw);
  const { kind, gap, level, marker, number, depth } = open;
  return {
    kind,
    text: plainText(prose),
    prose,
    lines: { from: open.from, to: open.to },
    gap,
    level,
    marker,
    number,
    depth,
    table: null,
  };
}

function tablePiece(header: SourceRow | null, rows: readonly SourceRow[], gap: boolean): Piece {
  const all = header ? [header, ...rows] : rows;
  const lines = { from: all[0]?.lines.from ?? 1, to: all.at(-1)?.lines.to ?? 1 };
  const text = all.map((row) => row.cells.map(plainText).join('\t')).join('\n');
  return {
    kind: 'table',
    text,
    prose: [],
    lines,
    gap,
    level: null,
    marker: null,
    number: null,
    depth: 0,
    table: { header, rows },
  };
}

/** Marker, number and rest of a list item, or null. A bullet may carry a second mark: "- ✓ Text", "- 14.1. Text". */
export function markerOf(
  line: string,
): { readonly marker: string; readonly number: string | null; readonly rest: string } | null {
  let rest = line.trim();
  let marker = '';
  let number: string | null = null;
  for (let round = 0; round < 2; round += 1) {
    const bullet = BULLET.exec(rest);
    if (!bullet) break;
    marker = bullet[0].trim();
    rest = rest.slice(bullet[0].length);
  }
  const printed = NUMBER.exec(rest);
  if (printed?.[1]) {
    const digits = withoutEnd(printed[1], /[.)\]]/).replace(/^[([]/, '');
    // "1.4 million" and "2.30 pm" begin sentences, not paragraphs.
    const after = rest.slice(printed[0].length);
    if (!/^\d+\.\d+$/.test(printed[1]) || !/^(?:million|billion|per cent|%|[ap]\.?m)/i.test(after)) {
      marker = printed[1];
      number = /^\d/.test(digits) && !printed[1].startsWith('(') ? digits : null;
      rest = after;
    }
  }
  return marker === '' ? null : { marker, number, rest };
}

/** Words of the text, gathered when the first hyphen asks for them. */
function wordsWhenAsked(lines: readonly string[]): () => ReadonlySet<string> {
  let words: Set<string> | null = null;
  return () =>
    (words ??= new Set(
      lines.flatMap(
        (line) =>
          line
            .slice(0, 2000)
            .toLowerCase()
            .match(/\p{L}{4,}/gu) ?? [],
      ),
    ));
}

/** "Meet-" + "ing" is "Meeting" where the text says "meeting" elsewhere; otherwise the hyphen stays, as in "longer-term". */
function acrossHyphen(raw: string, next: string, words: () => ReadonlySet<string>): string {
  const [before = '', after = ''] = [/\p{L}+(?=-$)/u.exec(raw)?.[0], /^\p{L}+/u.exec(next)?.[0]];
  return words().has(`${before}${after}`.toLowerCase()) ? `${raw.slice(0, -1)}${next}` : `${raw}${next}`;
}

/** The pieces of a text. `known` names lines that say nothing, such as running heads; `continued` lines that go on from the one before. */
export function piecesOf(
  lines: readonly string[],
  known: ReadonlySet<number> = new Set(),
  continued: ReadonlySet<number> = new Set(),
): { readonly pieces: readonly Piece[]; readonly decoration: ReadonlySet<number> } {
  const pieces: Piece[] = [];
  const words = wordsWhenAsked(lines);
  const decoration = new Set<number>(known);
  const width = wrapWidth(lines.filter((line) => !isTableRow(line)));
  let open: Open | null = null;
  let gap = true;
  const close = (): void => {
    if (open) {
      const piece = closed(open);
      if (piece.text === '' && piece.number === null)
        for (let line = open.from; line <= open.to; line += 1) decoration.add(line);
      else pieces.push(piece);
    }
    open = null;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const number = index + 1;
    const trimmed = line.trim();
    if (known.has(number)) continue;
    if (trimmed === '') {
      close();
      gap = true;
      continue;
    }
    if (
      (/^(?:[-*_=~.·•](?:\s*)){3,}$/.test(trimmed.slice(0, 200)) && !/\p{L}|\p{N}/u.test(trimmed)) ||
      /^(?:```|~~~)/.test(trimmed) ||
      isRuler(line) ||
      PAGE_NUMBER.test(trimmed) ||
      !/[\p{L}\p{N}]/u.test(trimmed)
    ) {
      close();
      decoration.add(number);
      gap = true;
      continue;
    }
    if (isTableRow(line)) {
      close();
      const rows: SourceRow[] = [];
      let header: SourceRow | null = null;
      let end = index;
      for (; end < lines.length && (isTableRow(lines[end] ?? '') || isRuler(lines[end] ?? '')); end += 1) {
        if (isRuler(lines[end] ?? '')) {
          decoration.add(end + 1);
          if (rows.length === 1 && !header) header = rows.pop() ?? null;
          continue;
        }
        const cells = cellsOf((lines[end] ?? '').trim());
        if (cells.every((cell) => cell.length === 0)) decoration.add(end + 1);
        if (cells.length > 0) rows.push({ cells, lines: { from: end + 1, to: end + 1 } });
      }
      if (header && header.cells.every((cell) => cell.length === 0)) header = null;
      const filled = rows.filter((row) => row.cells.some((cell) => cell.length > 0));
      if (filled.length > 0 || header) pieces.push(tablePiece(header, filled, gap));
      index = end - 1;
      gap = true;
      continue;
    }
    const loose = looseCells(line);
    if (loose.length > 1) {
      const rows: SourceRow[] = [];
      let end = index;
      for (
        ;
        end < lines.length && !known.has(end + 1) && looseCells(lines[end] ?? '').length === loose.length;
        end += 1
      ) {
        rows.push({ cells: looseCells(lines[end] ?? '').map(inline), lines: { from: end + 1, to: end + 1 } });
      }
      if (rows.length >= 2 || (line.includes('\t') && loose.every((cell) => cell.length < 120))) {
        close();
        pieces.push(tablePiece(null, rows, gap));
        index = end - 1;
        gap = true;
        continue;
      }
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(trimmed.slice(0, 1000));
    if (heading?.[1]) {
      close();
      pieces.push(
        closed({
          kind: 'text',
          raw: trimmed.replace(/^#+\s+/, '').replace(/\s#+$/, ''),
          last: line,
          from: number,
          to: number,
          gap: true,
          level: heading[1].length,
          marker: null,
          number: null,
          depth: 0,
        }),
      );
      gap = true;
      continue;
    }
    const quoted = trimmed.replace(/^(?:>\s?)+/, '');
    const item = markerOf(quoted);
    const current = open as Open | null;
    if (!item && current && (continued.has(number) || goesOn(current.last, quoted, width))) {
      current.raw =
        /\p{Ll}-$/u.test(current.raw) && startsLow(quoted)
          ? acrossHyphen(current.raw, quoted, words)
          : `${current.raw} ${quoted}`;
      current.last = line;
      current.to = number;
      continue;
    }
    close();
    const depth = Math.floor((line.length - line.trimStart().length) / 2);
    if (item)
      open = {
        kind: 'item',
        raw: item.rest,
        last: line,
        from: number,
        to: number,
        gap,
        level: null,
        marker: item.marker,
        number: item.number,
        depth,
      };
    else
      open = {
        kind: 'text',
        raw: quoted,
        last: line,
        from: number,
        to: number,
        gap,
        level: null,
        marker: null,
        number: null,
        depth,
      };
    gap = false;
  }
  close();
  return { pieces: rejoined(pieces), decoration };
}

/**
 * A sentence that a page break or a lost indent cut in two, with a blank line between (seed: "(DCMS)" + "colleagues have
 * started"): the second part begins small and the first has no end.
 */
function rejoined(pieces: readonly Piece[]): readonly Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    const before = done.at(-1);
    const broken =
      before &&
      piece.kind === 'text' &&
      piece.level === null &&
      before.kind !== 'table' &&
      before.level === null &&
      /^\p{Ll}/u.test(piece.text) &&
      !/[.!?:;"”’…]$/u.test(before.text) &&
      (before.kind === 'item' ? before.text.length > 25 : before.text.length > 60);
    if (before && broken) {
      const prose = [...before.prose, { text: ' ' }, ...piece.prose];
      done[done.length - 1] = {
        ...before,
        prose,
        text: `${before.text} ${piece.text}`,
        lines: { from: before.lines.from, to: piece.lines.to },
      };
    } else done.push(piece);
  }
  return done;
}

/** A source whose lines are its text: Markdown and plain text. */
export function textSource(lines: readonly string[], kind: 'markdown' | 'text'): Source {
  return { kind, lines, ...piecesOf(lines), pages: null, pageStarts: null };
}
