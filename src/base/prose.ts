/**
 * Text as data: what a report, a minute or an annex is made of. One shape serves the importer, the record,
 * the HTML page and the PDF, so that a paragraph keeps its number and its place in the source on the whole way.
 */

/** A stretch of text in one style. `href` is set only for links with a real http(s), mailto or #anchor target. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly href?: string;
}

export type Prose = readonly Run[];

/** Lines of the source, 1-based and inclusive. For a PDF the lines of its text layer, counted over all pages. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the highest below the title of the paper it stands in. */
  readonly level: 1 | 2 | 3;
  readonly prose: Prose;
  readonly lines: Lines | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** As a reader cites it: "2", "2.1", "14.4". Null where the text gives none and none can be worked out. */
  readonly number: string | null;
  /** "printed": stands in the source. "recovered": lost in the source, worked out from its neighbours without doubt. */
  readonly numbering: 'printed' | 'recovered' | null;
  readonly prose: Prose;
  readonly lines: Lines | null;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly lines: Lines | null;
}

export interface ListItem {
  readonly prose: Prose;
  readonly items: readonly ListItem[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption: Prose | null;
  /** Null where the source marks no header row. All rows have as many cells as the widest one. */
  readonly header: readonly Prose[] | null;
  readonly rows: readonly (readonly Prose[])[];
  readonly lines: Lines | null;
}

export interface Quote {
  readonly kind: 'quote';
  readonly prose: Prose;
  readonly attribution: Prose | null;
  readonly lines: Lines | null;
}

export type Block = Heading | Paragraph | ListBlock | Table | Quote;

/** Prose without its styles. */
export function plainText(prose: Prose): string {
  return prose.map((run) => run.text).join('');
}

/** Plain text as prose; empty text gives empty prose. */
export function prose(text: string): Prose {
  return text === '' ? [] : [{ text }];
}

function listText(items: readonly ListItem[]): string {
  return items.map((item) => [plainText(item.prose), listText(item.items)].filter(Boolean).join('\n')).join('\n');
}

/** Everything a block says, without styles: for search, comparison and counting. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.prose);
    case 'quote':
      return [plainText(block.prose), block.attribution ? plainText(block.attribution) : ''].filter(Boolean).join('\n');
    case 'list':
      return listText(block.items);
    case 'table':
      return [...(block.caption ? [[block.caption]] : []), ...(block.header ? [block.header] : []), ...block.rows]
        .map((row) => row.map(plainText).join('\t'))
        .join('\n');
  }
}
