import type { Lines } from '#base/prose.js';
import { classes } from '../parts.js';

export interface SourceProps {
  /** Name of the file, or of the part shown. */
  readonly title: string;
  readonly lines: readonly string[];
  /** Number of the first line shown. */
  readonly from?: number | undefined;
  /** Lines to which something on the page refers. */
  readonly marked?: readonly Lines[] | undefined;
  /** Fills the height of the window and scrolls by itself: for standing beside what was read from it. */
  readonly tall?: boolean | undefined;
}

/** Anchor of a line of the source. */
export function lineAnchor(line: number): string {
  return `line-${line}`;
}

/** The text as it came, with the numbers by which everything else refers to it. */
export function Source({ title, lines, from = 1, marked = [], tall }: SourceProps) {
  const markedLines = new Set(
    marked.flatMap((range) => Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)),
  );
  return (
    <div class={classes('source', tall && 'source--tall')} role="region" aria-label={`Source: ${title}`} tabIndex={0}>
      <ol class="source__lines" start={from}>
        {lines.map((text, index) => {
          const number = from + index;
          return (
            <li id={lineAnchor(number)} class={markedLines.has(number) ? 'source__marked' : undefined}>
              {text}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
