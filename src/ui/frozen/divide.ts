/**
 * A long document in parts that are pages: its own finished HTML, cut between blocks. Every part has the document's frame and its contents;
 * nothing is left out, and nothing stands twice but those. The whole remains one publication, one PDF and one JSON.
 */

export interface Divided {
  /** Finished HTML, in order; one where the document is short. */
  readonly parts: readonly string[];
  /** The part, from 1, in which an anchor stands; 1 for one that is nowhere. */
  partAt(anchor: string): number;
  /** Places of the parts after the first, in order: a server never learns the place after "#", so the first part must lead on to it. */
  readonly elsewhere: readonly { readonly anchor: string; readonly part: number }[];
}

/** Bytes of a part without contents and frame. */
const partAtMost = 50_000;
/** A document up to here is one page. */
const wholeAtMost = 90_000;
/** The list of places elsewhere, which stands in the first part: its text is shorter for it. */
const elsewhereAtMost = 50_000;
/** Contents that are longer stand in the first part only. */
const contentsAtMost = 25_000;

const neverClosed: ReadonlySet<string> = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);
/** Elements whose children stand by themselves, one below the other. */
const opened: ReadonlySet<string> = new Set(['article', 'section', 'div', 'blockquote']);

interface Element {
  readonly name: string;
  readonly tag: string;
  readonly from: number;
  /** Where its children begin and end, and where it ends itself. */
  readonly inside: number;
  until: number;
  end: number;
  readonly children: Element[];
}

/** Where a tag ends that begins there: a ">" within quotes does not end it. */
function tagEnd(html: string, from: number): number {
  let quoted = false;
  for (let at = from; at < html.length; at += 1) {
    const one = html.charCodeAt(at);
    if (one === 34) quoted = !quoted;
    else if (one === 62 && !quoted) return at + 1;
  }
  return html.length;
}

/** The tree of HTML that our own views made: every element is closed, every attribute quoted, and "<" begins nothing but a tag. */
function treeOf(html: string): Element {
  const root: Element = { name: '', tag: '', from: 0, inside: 0, until: html.length, end: html.length, children: [] };
  const open: Element[] = [root];
  for (let at = html.indexOf('<'); at !== -1;) {
    const after = tagEnd(html, at);
    const tag = html.slice(at, after);
    const parent = open.at(-1) ?? root;
    if (tag.startsWith('</')) {
      const closing = open.length > 1 ? open.pop() : undefined;
      if (closing) {
        closing.until = at;
        closing.end = after;
      }
    } else {
      const name = tag.slice(1, tag.search(/[\s/>]/));
      const element: Element = { name, tag, from: at, inside: after, until: after, end: after, children: [] };
      parent.children.push(element);
      if (!neverClosed.has(name) && !tag.endsWith('/>')) open.push(element);
    }
    at = html.indexOf('<', after);
  }
  return root;
}

/** Something that is not cut, within these elements. */
interface Piece {
  readonly html: string;
  readonly within: readonly Element[];
}

function* piecesOf(html: string, element: Element, within: readonly Element[]): Generator<Piece> {
  let at = element.inside;
  for (const child of element.children) {
    // Text between elements belongs to what follows it.
    const piece = html.slice(at, child.end);
    at = child.end;
    if (opened.has(child.name) && child.children.length > 0 && child.end - child.from > partAtMost / 2)
      yield* piecesOf(html, child, [...within, child]);
    else yield { html: piece, within };
  }
  if (at < element.until) yield { html: html.slice(at, element.until), within };
}

const isContents = (element: Element): boolean => element.tag.includes('columns__aside');

/** An element that goes on in another part: the same, without its id, which stands where it began. */
function goesOn({ tag }: Element): string {
  return tag.replace(/ id="[^"]*"/, '');
}

function joined(pieces: readonly Piece[], begun: Set<Element>): string {
  let html = '';
  let open: readonly Element[] = [];
  for (const { html: own, within } of [...pieces, { html: '', within: [] }]) {
    const common = within.findIndex((element, at) => open[at] !== element);
    const kept = common === -1 ? within.length : common;
    for (const element of open.slice(kept).toReversed()) html += `</${element.name}>`;
    for (const element of within.slice(kept)) {
      html += begun.has(element) ? goesOn(element) : element.tag;
      begun.add(element);
    }
    html += own;
    open = within;
  }
  return html;
}

function idsIn(html: string): readonly string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
}

/** Bytes of a place in the list of those elsewhere. */
function weightOf(anchor: string): number {
  return 2 * anchor.length + 55;
}

/** Whether a document of so many characters is more than a page. */
export function isLong(characters: number): boolean {
  return characters > wholeAtMost;
}

/** The address of a place in a document: where it is long, the part is found by the anchor. */
export function inDocument(path: string, anchor: string, long: boolean): string {
  return long ? `${path}?at=${encodeURIComponent(anchor)}#${anchor}` : `${path}#${anchor}`;
}

/** Cuts a document where it is long. */
export function divide(html: string): Divided {
  if (!isLong(html.length)) return { parts: [html], partAt: () => 1, elsewhere: [] };
  const pieces = [...piecesOf(html, treeOf(html), [])];
  const contents = pieces.filter(({ html: own, within }) => within.some(isContents) || own.includes('columns__aside'));
  const repeats = contents.reduce((sum, { html: own }) => sum + own.length, 0) <= contentsAtMost;
  const text = repeats ? pieces.filter((piece) => !contents.includes(piece)) : pieces;
  const groups: Piece[][] = [[]];
  let weight = 0;
  const listed = text.reduce((sum, { html: own }) => sum + idsIn(own).reduce((own_, id) => own_ + weightOf(id), 0), 0);
  const firstAtMost = Math.min(partAtMost, partAtMost + 10_000 - Math.min(listed, elsewhereAtMost));
  for (const piece of text) {
    if (weight > 0 && weight + piece.html.length > (groups.length === 1 ? firstAtMost : partAtMost)) {
      groups.push([]);
      weight = 0;
    }
    groups.at(-1)?.push(piece);
    weight += piece.html.length;
  }
  const begun = new Set<Element>();
  const bare = groups.map((group) => joined(repeats ? inPlace(group, contents, pieces) : group, begun));
  const partOf = new Map<string, number>();
  // What stands in every part leads to the first.
  for (const [at, part] of bare.entries()) for (const id of idsIn(part)) if (!partOf.has(id)) partOf.set(id, at + 1);
  const parts = bare.map((part, at) =>
    part.replace(/ href="#([^"]*)"/g, (link, anchor: string) => {
      const there = partOf.get(anchor);
      return there === undefined || there === at + 1 ? link : ` href="?part=${there}#${anchor}"`;
    }),
  );
  let left = elsewhereAtMost;
  const elsewhere = [...partOf]
    .filter(([anchor, part]) => part > 1 && (left -= weightOf(anchor)) >= 0)
    .map(([anchor, part]) => ({ anchor, part }));
  return { parts, partAt: (anchor) => partOf.get(anchor) ?? 1, elsewhere };
}

/** Contents stand before the text where they stood before it, behind it where they stood behind. */
function inPlace(group: readonly Piece[], contents: readonly Piece[], all: readonly Piece[]): readonly Piece[] {
  const [first] = contents;
  const isBefore = first !== undefined && all.indexOf(first) < all.length / 2;
  return isBefore ? [...contents, ...group] : [...group, ...contents];
}
