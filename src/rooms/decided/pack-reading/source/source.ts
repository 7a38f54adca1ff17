/**
 * What every format becomes before anything is understood: lines of text, and pieces of one or more lines.
 * A piece is a paragraph, a heading, one list item or a table. Readers of parts see pieces only.
 */
import type { Lines, Prose } from '#base/prose.js';
import type { ReadingSource } from '../words.js';

export interface Source {
  readonly kind: ReadingSource['kind'];
  /** Text of each line; line 1 is at index 0. For HTML and PDF the lines of the text layer. */
  readonly lines: readonly string[];
  readonly pieces: readonly Piece[];
  /** Lines that say nothing: rules, table rulers, running heads and page numbers. */
  readonly decoration: ReadonlySet<number>;
  readonly pages: number | null;
  /** First line of each page of a PDF; null for the other kinds. */
  readonly pageStarts: readonly number[] | null;
}

export interface Piece {
  readonly kind: 'text' | 'item' | 'table';
  readonly text: string;
  readonly prose: Prose;
  readonly lines: Lines;
  /** A blank line or a border of the source stands before it. */
  readonly gap: boolean;
  /** Heading level where the source marks one. */
  readonly level: number | null;
  /** The bullet or number as printed: "-", "✓", "14.1.", "(a)". */
  readonly marker: string | null;
  /** The paragraph number within the marker: "14.1"; null for bullets and letters. */
  readonly number: string | null;
  readonly depth: number;
  readonly table: SourceTable | null;
}

export interface SourceTable {
  readonly header: SourceRow | null;
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  readonly cells: readonly Prose[];
  readonly lines: Lines;
}

/** From the first to the last of some things that have lines. */
export function span(things: readonly { readonly lines: Lines }[], otherwise: Lines = { from: 1, to: 1 }): Lines {
  let from = Infinity;
  let to = 0;
  for (const thing of things) {
    from = Math.min(from, thing.lines.from);
    to = Math.max(to, thing.lines.to);
  }
  return to === 0 ? otherwise : { from, to };
}
