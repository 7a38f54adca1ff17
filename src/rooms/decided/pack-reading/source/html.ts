/**
 * A web page into lines and pieces. parse5 reads what browsers read; nothing is run, fetched or kept but text and links.
 * Its lines are those of the text layer: one for each block, item or row.
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { plainText, type Prose, type Run } from '#base/prose.js';
import { linesOf } from './decode.js';
import { dropStart, safeHref, tidy } from './inline.js';
import { markerOf, textSource } from './lines.js';
import type { Piece, Source, SourceRow } from './source.js';

/** Deeper pages are no documents; the parser's scope checks grow with the depth. */
const DEEPEST = 512;
const MOST_WORK = 300_000;

const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'map',
  'datalist',
  'title',
  'frameset',
  'noframes',
  'xmp',
  'plaintext',
]);
const CHROME = new Set(['nav', 'footer', 'select', 'button', 'menu', 'dialog']);
const BLOCK = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);
const CLOSES_ITSELF = new Set([
  'p',
  'li',
  'td',
  'tr',
  'th',
  'dt',
  'dd',
  'option',
  'br',
  'img',
  'input',
  'meta',
  'link',
  'hr',
  'thead',
  'tbody',
  'tfoot',
  'col',
  'colgroup',
  'wbr',
  'source',
  'area',
  'base',
  'param',
  'html',
  'head',
  'body',
]);
const FORMATTING = new Set([
  'a',
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  'nobr',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
]);

type Node = Tree.ChildNode;

function isElement(node: Node): node is Tree.Element {
  return 'tagName' in node;
}

function attribute(node: Tree.Element, name: string): string | null {
  return node.attrs.find((one) => one.name === name)?.value ?? null;
}

/** A page too deep or too tangled for a tree: found by one pass over its tags, before any tree is built. */
function tangled(text: string): boolean {
  let depth = 0;
  let formatting = 0;
  let work = 0;
  for (const match of text.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    const name = (match[2] ?? '').toLowerCase();
    const step = match[1] === '/' ? -1 : 1;
    if (FORMATTING.has(name)) formatting = Math.max(0, formatting + step);
    else if (step > 0) work += formatting;
    if (!CLOSES_ITSELF.has(name)) depth = Math.max(0, depth + step);
    if (depth > DEEPEST || work > MOST_WORK) return true;
  }
  return false;
}

/** Text between tags, when no tree can be built. */
function stripped(text: string): Source {
  const bare = text
    .replace(/<(script|style|template|noscript)\b[^>]{0,500}>/gi, '\u0001')
    .replace(/<\/(?:script|style|template|noscript)\s*>/gi, '\u0002')
    .split('\u0001')
    .map((part, index) => (index === 0 ? part : part.split('\u0002').slice(1).join(' ') || ''))
    .join('\n')
    .replace(/<\/?(?:p|div|li|tr|h[1-6]|br|table|ul|ol|section|article)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<[a-z/!][^<>]{0,2000}>/gi, ' ');
  return { ...textSource(linesOf(bare), 'text'), kind: 'html' };
}

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
}

interface Frame {
  readonly node: Node;
  readonly style: Style;
  readonly chrome: boolean;
  readonly depth: number;
  readonly leaving: boolean;
}

/** All text of a cell, block after block. */
function cellProse(cell: Tree.Element): Prose {
  const runs: Run[] = [];
  const stack: { readonly node: Node; readonly style: Style }[] = [
    { node: cell, style: { bold: false, italic: false, href: null } },
  ];
  while (stack.length > 0) {
    const top = stack.pop();
    if (!top) break;
    const { node, style } = top;
    if (node.nodeName === '#text' && 'value' in node) runs.push(run(node.value, style));
    if (!isElement(node) || SILENT.has(node.tagName)) continue;
    if (BLOCK.has(node.tagName) || node.tagName === 'br') runs.push({ text: ' ' });
    if (node.tagName === 'li') runs.push({ text: '• ' });
    const inner = styled(node, style);
    for (const child of node.childNodes.toReversed()) stack.push({ node: child, style: inner });
  }
  return tidy(runs);
}

function run(text: string, style: Style): Run {
  return {
    text: clean(text),
    ...(style.bold ? { bold: true as const } : {}),
    ...(style.italic ? { italic: true as const } : {}),
    ...(style.href ? { href: style.href } : {}),
  };
}

function clean(text: string): string {
  return (
    linesOf(text)
      .join(' ')
      .replace(/^(?=\S)/, /^\s/.test(text) ? ' ' : '') + (/\s$/.test(text) ? ' ' : '')
  );
}

function styled(node: Tree.Element, style: Style): Style {
  const bold = style.bold || node.tagName === 'b' || node.tagName === 'strong';
  const italic = style.italic || node.tagName === 'i' || node.tagName === 'em';
  const href = node.tagName === 'a' ? safeHref(attribute(node, 'href') ?? '') : style.href;
  return bold === style.bold && italic === style.italic && href === style.href ? style : { bold, italic, href };
}

function childElements(node: Tree.Element): readonly Tree.Element[] {
  return node.childNodes.filter(isElement);
}

function rowsOf(table: Tree.Element): readonly Tree.Element[] {
  return childElements(table).flatMap((child) =>
    child.tagName === 'tr'
      ? [child]
      : ['thead', 'tbody', 'tfoot'].includes(child.tagName)
        ? childElements(child).filter(({ tagName }) => tagName === 'tr')
        : [],
  );
}

function cellsOf(row: Tree.Element): readonly Tree.Element[] {
  return childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

/** A table that arranges the page rather than data: a cell holds headings, tables or much text, or there is one column. */
function isLayout(table: Tree.Element): boolean {
  const rows = rowsOf(table);
  if (rows.every((row) => cellsOf(row).length < 2)) return true;
  // Number and item: title and text stand as blocks in the second cell.
  if (
    rows.filter(
      (row) =>
        /^\s*\d{1,4}[.)]?\s*$/.test(plainText(cellProse(cellsOf(row)[0] ?? row))) &&
        cellsOf(row)
          .slice(1)
          .some((cell) => childElements(cell).filter(({ tagName }) => BLOCK.has(tagName)).length > 1),
    ).length >
    rows.length / 3
  )
    return true;
  let looked = 0;
  const stack: Node[] = rows.flatMap((row) => cellsOf(row).flatMap((cell) => [...cell.childNodes]));
  for (const row of rows)
    for (const cell of cellsOf(row))
      if (childElements(cell).filter(({ tagName }) => tagName === 'p' || tagName === 'div').length > 2) return true;
  while (stack.length > 0 && looked < 50_000) {
    const node = stack.pop();
    looked += 1;
    if (!node || !isElement(node)) continue;
    if (node.tagName === 'table' || /^h[1-6]$/.test(node.tagName)) return true;
    stack.push(...node.childNodes.slice(0, 2000));
  }
  return false;
}

/** A web page as a source. */
export function htmlSource(text: string): Source {
  if (tangled(text)) return stripped(text);
  const lines: string[] = [];
  const pieces: Piece[] = [];
  const decoration = new Set<number>();
  let runs: Run[] = [];
  let gap = true;
  let level: number | null = null;
  let bullet: { marker: string; number: string | null; depth: number } | null = null;
  const flush = (chrome: boolean): void => {
    const prose = tidy(runs);
    runs = [];
    const whole = plainText(prose);
    if (whole.trim() === '') return;
    lines.push(bullet ? `${bullet.marker} ${whole}` : whole);
    const at = { from: lines.length, to: lines.length };
    if (chrome || !/[\p{L}\p{N}]/u.test(whole)) decoration.add(lines.length);
    else {
      const typed = level === null ? markerOf(whole) : null;
      const item =
        bullet ?? (typed && typed.rest !== '' ? { marker: typed.marker, number: typed.number, depth: 0 } : null);
      const rest =
        typed && (bullet === null || typed.number !== null) && typed.rest !== ''
          ? dropStart(prose, whole.length - typed.rest.length)
          : prose;
      const shown = item && typed?.number && bullet ? { ...item, marker: typed.marker, number: typed.number } : item;
      pieces.push({
        kind: item ? 'item' : 'text',
        text: plainText(rest),
        prose: rest,
        lines: at,
        gap,
        level,
        marker: shown?.marker ?? null,
        number: shown?.number ?? null,
        depth: shown?.depth ?? 0,
        table: null,
      });
    }
    gap = false;
    bullet = null;
  };
  const addTable = (table: Tree.Element): void => {
    const rows = rowsOf(table).map((row): { readonly row: SourceRow; readonly head: boolean } => {
      const cells = cellsOf(row).map(cellProse);
      lines.push(cells.map(plainText).join(' | '));
      return {
        row: { cells, lines: { from: lines.length, to: lines.length } },
        head: cellsOf(row).length > 0 && cellsOf(row).every(({ tagName }) => tagName === 'th'),
      };
    });
    const filled = rows.filter(({ row }) => row.cells.some((cell) => cell.length > 0));
    for (const { row } of rows) if (row.cells.every((cell) => cell.length === 0)) decoration.add(row.lines.from);
    if (filled.length === 0) return;
    const header = filled[0]?.head ? (filled[0]?.row ?? null) : null;
    const body = filled.slice(header ? 1 : 0).map(({ row }) => row);
    const all = filled.map(({ row }) => row);
    pieces.push({
      kind: 'table',
      text: all.map((row) => row.cells.map(plainText).join('\t')).join('\n'),
      prose: [],
      lines: { from: all[0]?.lines.from ?? 1, to: all.at(-1)?.lines.to ?? 1 },
      gap: true,
      level: null,
      marker: null,
      number: null,
      depth: 0,
      table: { header, rows: body },
    });
  };
  const counters = new Map<Node, number>();
  const document = parse(text);
  const plain: Style = { bold: false, italic: false, href: null };
  const stack: Frame[] = document.childNodes
    .toReversed()
    .map((node) => ({ node, style: plain, chrome: false, depth: 0, leaving: false }));
  while (stack.length > 0) {
    const frame = stack.pop();
    if (!frame) break;
    const { node, style, chrome } = frame;
    if (node.nodeName === '#text' && 'value' in node) {
      runs.push(run(node.value, style));
      continue;
    }
    if (!isElement(node) || SILENT.has(node.tagName)) continue;
    const name = node.tagName;
    if (frame.leaving) {
      flush(chrome);
      gap = true;
      if (/^h[1-6]$/.test(name)) level = null;
      continue;
    }
    if (name === 'br') {
      flush(chrome);
      continue;
    }
    if (name === 'img') {
      const alt = attribute(node, 'alt') ?? '';
      if (alt.trim() !== '') runs.push(run(` ${alt} `, style));
      continue;
    }
    const hidden =
      chrome || CHROME.has(name) || attribute(node, 'hidden') !== null || attribute(node, 'role') === 'navigation';
    if (BLOCK.has(name)) {
      flush(chrome);
      if (name !== 'li') gap = true;
    }
    if (name === 'table' && !hidden && !isLayout(node)) {
      const caption = childElements(node).find(({ tagName }) => tagName === 'caption');
      if (caption) {
        runs.push(...cellProse(caption));
        flush(false);
      }
      addTable(node);
      gap = true;
      continue;
    }
    if (/^h[1-6]$/.test(name)) level = Number(name[1]);
    if (name === 'li') {
      const parent = node.parentNode;
      const ordered = parent !== null && 'tagName' in parent && parent.tagName === 'ol';
      const start = ordered ? Number(attribute(parent, 'start') ?? 1) : 1;
      const number =
        (parent && 'tagName' in parent
          ? (counters.get(parent) ?? (Number.isFinite(start) ? Math.trunc(start) - 1 : 0))
          : 0) + 1;
      if (parent && 'tagName' in parent) counters.set(parent, number);
      bullet = ordered
        ? { marker: `${number}.`, number: String(number), depth: Math.max(0, frame.depth - 1) }
        : { marker: '•', number: null, depth: Math.max(0, frame.depth - 1) };
    }
    const inner = styled(node, style);
    const depth = frame.depth + (name === 'ul' || name === 'ol' ? 1 : 0);
    if (BLOCK.has(name)) stack.push({ ...frame, chrome: hidden, leaving: true });
    for (const child of node.childNodes.toReversed())
      stack.push({ node: child, style: inner, chrome: hidden, depth, leaving: false });
  }
  flush(false);
  return { kind: 'html', lines, pieces, decoration, pages: null, pageStarts: null };
}
