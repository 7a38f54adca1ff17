/** Blocks of text in the shape that pack.typ prints: numbers nested, levels of headings sound, links checked, columns measured. */
import { blockText, plainText } from '#base/prose.js';
import type { Block, ListItem, Paragraph, Prose, Run } from '#base/prose.js';
import type { BlockAnchor, SectionAnchors } from '../anchors.js';

export type SheetRun =
  | string
  | {
      readonly text: string;
      readonly bold?: true;
      readonly italic?: true;
      readonly url?: string;
      readonly to?: string;
    };
export type SheetProse = string | readonly SheetRun[];

interface Numbered {
  readonly id: string;
  readonly number: string;
  readonly runs: SheetProse;
  /** True on the first paragraph whose number Kept worked out: the meaning of the brackets is explained there. */
  readonly explain: boolean;
  readonly under: Numbered[];
}

type SheetBlock =
  | { readonly kind: 'heading'; readonly id: string; readonly level: number; readonly runs: SheetProse }
  | { readonly kind: 'numbered'; readonly inner: boolean; readonly paragraphs: Numbered[] }
  | { readonly kind: 'paragraph'; readonly id: string; readonly runs: SheetProse }
  | { readonly kind: 'list'; readonly id: string; readonly ordered: boolean; readonly items: readonly SheetItem[] }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption: SheetProse | null;
      readonly header: readonly SheetProse[] | null;
      readonly rows: readonly (readonly SheetProse[])[];
      readonly widths: readonly number[];
      readonly keep: boolean;
    }
  | { readonly kind: 'quote'; readonly id: string; readonly runs: SheetProse; readonly attribution: SheetProse | null }
  | { readonly kind: 'mark'; readonly id: string };

interface SheetItem {
  readonly runs: SheetProse;
  readonly items: readonly SheetItem[];
}

const deepest = 6;
const charactersOfALine = 85;

export type Typesetter = ReturnType<typeof typesetter>;

/** Turns blocks into their printed shape; one for a whole pack, because the brackets of numbers are explained once. */
export function typesetter(target: (wanted: string) => string | null) {
  let explained = false;

  function run(it: Run): SheetRun {
    const text = legibleText(it.text);
    const place = it.href === undefined ? null : destination(it.href, target);
    if (!it.bold && !it.italic && place === null) return text;
    return {
      text,
      ...(it.bold ? { bold: true as const } : {}),
      ...(it.italic ? { italic: true as const } : {}),
      ...place,
    };
  }

  function prose(runs: Prose): SheetProse {
    const shown = runs.filter((it) => it.text !== '').map(run);
    return shown.every((it) => typeof it === 'string') ? shown.join('') : shown;
  }

  function items(list: readonly ListItem[], depth: number): readonly SheetItem[] {
    if (depth < deepest) return list.map((item) => ({ runs: prose(item.prose), items: items(item.items, depth + 1) }));
    // Below the sixth level nobody can follow (and Typst gives up at about fifty): the rest is set at that level, in order.
    const flat: SheetItem[] = [];
    const waiting = [...list].reverse();
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      flat.push({ runs: prose(item.prose), items: [] });
      waiting.push(...[...item.items].reverse());
    }
    return flat;
  }

  /** `above` is the level of the heading over these blocks: PDF/UA wants no level skipped on the way down. */
  function blocks(list: readonly Block[], ids: readonly BlockAnchor[], above: number): readonly SheetBlock[] {
    const shown: SheetBlock[] = [];
    let level = above;
    for (const [at, block] of list.entries()) {
      const id = ids[at]?.id ?? '';
      if (block.kind === 'paragraph' && block.number !== null) {
        addNumbered(shown, { ...block, number: block.number }, id);
        continue;
      }
      switch (block.kind) {
        case 'heading': {
          if (plainText(block.prose).trim() === '') shown.push({ kind: 'mark', id });
          else {
            level = Math.min(above + block.level, level + 1);
            shown.push({ kind: 'heading', id, level, runs: prose(block.prose) });
          }
          break;
        }
        case 'paragraph':
          shown.push(
            plainText(block.prose).trim() === ''
              ? { kind: 'mark', id }
              : { kind: 'paragraph', id, runs: prose(block.prose) },
          );
          break;
        case 'list':
          shown.push(
            block.items.length === 0
              ? { kind: 'mark', id }
              : { kind: 'list', id, ordered: block.ordered, items: items(block.items, 1) },
          );
          break;
        case 'table': {
          const widths = columnWidths(block.header, block.rows);
          if (widths.length === 0) shown.push({ kind: 'mark', id });
          else
            shown.push({
              kind: 'table',
              id,
              caption: block.caption === null ? null : prose(block.caption),
              header: block.header === null ? null : filled(block.header, widths.length).map(prose),
              rows: block.rows.map((row) => filled(row, widths.length).map(prose)),
              widths,
              keep: everyRowIsShort(block.rows, widths),
            });
          break;
        }
        case 'quote':
          shown.push({
            kind: 'quote',
            id,
            runs: prose(block.prose),
            attribution: block.attribution === null ? null : prose(block.attribution),
          });
          break;
      }
    }
    return shown;
  }

  function addNumbered(shown: SheetBlock[], block: Paragraph & { readonly number: string }, id: string): void {
    const recovered = block.numbering === 'recovered';
    const number = legibleText(block.number);
    const own: Numbered = {
      id,
      number: recovered ? `[${number}]` : number,
      runs: prose(block.prose),
      explain: recovered && !explained,
      under: [],
    };
    if (recovered) explained = true;
    const inner = isInner(block.number);
    const last = shown.at(-1);
    if (last?.kind !== 'numbered') {
      shown.push({ kind: 'numbered', inner, paragraphs: [own] });
      return;
    }
    const parent = last.paragraphs.at(-1);
    if (inner && !last.inner && parent !== undefined) parent.under.push(own);
    else if (inner === last.inner) last.paragraphs.push(own);
    else shown.push({ kind: 'numbered', inner, paragraphs: [own] });
  }

  function section(list: readonly Block[], anchors: SectionAnchors | null) {
    return anchors === null ? null : { id: anchors.id, ...text(list, anchors.blocks, 1) };
  }

  /** Blocks whose last few lines are kept on one page. */
  function text(list: readonly Block[], ids: readonly BlockAnchor[], above: number) {
    const shown = blocks(list, ids, above);
    const kept = keptAtEnd(list);
    return { blocks: shown.slice(0, shown.length - kept), end: shown.slice(shown.length - kept) };
  }

  return { prose, blocks, section, text };
}

/** Lines of text that make a page worth turning to, and those that may be moved to it for that. */
const linesOfAnEnd = 6;
const linesToMove = 18;

/** How many blocks at the end make one piece. Numbered paragraphs hang together otherwise, and a table parts between rows. */
function keptAtEnd(list: readonly Block[]): number {
  let lines = 0;
  let count = 0;
  for (const block of list.toReversed()) {
    if (block.kind === 'table' || (block.kind === 'paragraph' && block.number !== null)) break;
    const own = blockText(block)
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersOfALine)),
        block.kind === 'heading' ? 1 : 0,
      );
    if (lines + own > linesToMove) break;
    lines += own;
    count++;
    if (lines >= linesOfAnEnd && block.kind !== 'heading') break;
  }
  return count > 1 ? count : 0;
}

/** "2.1" stands under "2"; "77/21" and "2" stand in the margin. */
function isInner(number: string): boolean {
  return /[^.]\.[^.]/.test(number);
}

function filled(row: readonly Prose[], width: number): readonly Prose[] {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, (): Prose => [])];
}

/** Parts of the page width by how much the columns say, with room for the longest word of each. */
function columnWidths(header: readonly Prose[] | null, rows: readonly (readonly Prose[])[]): readonly number[] {
  const all = header === null ? rows : [header, ...rows];
  const width = all.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = all.map((row) => plainText(row[column] ?? []));
    const word = cells.reduce(
      (longest, cell) => cell.split(/\s+/).reduce((most, part) => Math.max(most, part.length), longest),
      1,
    );
    const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    return Math.round(10 * Math.max(Math.min(word, 16) + 2, Math.sqrt(Math.min(mean, 400)) * 2.5));
  });
}

/** Whether rows can be kept from breaking across pages: none is taller than about a third of a page. */
function everyRowIsShort(rows: readonly (readonly Prose[])[], widths: readonly number[]): boolean {
  const all = widths.reduce((sum, width) => sum + width, 0);
  return rows.every((row) =>
    row.every((cell, column) => plainText(cell).length * all <= 18 * charactersOfALine * (widths[column] ?? 1)),
  );
}

/** Where a link leads in print: the open web, an address, or a place in this pack; anything else is only text. */
function destination(
  href: string,
  target: (wanted: string) => string | null,
): { readonly url: string } | { readonly to: string } | null {
  if (href.startsWith('#')) {
    const to = target(href.slice(1));
    return to === null ? null : { to };
  }
  return /^(?:https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(href) ? { url: href.toWellFormed() } : null;
}

/**
 * Text as it can be printed: no control characters, no halves of characters, and a chance to break words that are
 * longer than a line (addresses, mostly) so that nothing runs off the page.
 */
export function legibleText(text: string): string {
  const whole = text.toWellFormed();
  // Nearly all text is fine as it is; a pack of 600 pages has two million characters.
  if (!unprintable.test(whole) && !longWord.test(whole)) return whole;
  return whole
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(new RegExp(unprintable, 'g'), ' ')
    .replace(/[^\s\u200b]{31,}/g, (word) =>
      word.replace(/[/._\-&=?@](?=[^/._\-&=?@])/g, '$&\u200b').replace(/[^\s\u200b]{12}(?=[^\s\u200b])/gu, '$&\u200b'),
    );
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
const longWord = /[^\s\u200b]{31}/;
