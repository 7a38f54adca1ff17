/** Text of the record as a reader sees it: every numbered paragraph can be cited and linked to. */
import { createElement } from 'preact';
import {
  plainText,
  type Block,
  type Heading,
  type ListItem,
  type Paragraph,
  type Prose as ProseText,
  type Table as TableBlock,
} from '#base/prose.js';
import type { Content } from '../parts.js';
import { Table } from '../table/table.js';

export interface ProseProps {
  readonly blocks: readonly Block[];
  /** Level of the highest heading inside: one below the heading that stands above. */
  readonly level?: 2 | 3 | 4 | 5 | undefined;
  /** Id of a heading or paragraph, unique on the page; null for none. By default "p-2.1" for numbered paragraphs only. */
  readonly anchor?: ((block: Heading | Paragraph, index: number) => string | null) | undefined;
  /** Ids of all blocks, parallel to them, in place of `anchor`: for a page on which every block can be linked to. */
  readonly anchors?: readonly ProseAnchor[] | undefined;
  /** Physical page of the PDF on which an anchor stands. */
  readonly pageOf?: ((anchor: string) => number | undefined) | undefined;
  /** The page that begins at an anchor, where the caller follows the pages over more than these blocks; in place of `pageOf`. */
  readonly turnAt?: ((anchor: string) => number | undefined) | undefined;
  /** Address of the PDF: page numbers then lead into it. */
  readonly pdf?: string | undefined;
  /**
   * What stands above these blocks: names a table that has no caption and no heading of its own, and tells "Paragraph 1"
   * here from "Paragraph 1" elsewhere on the page.
   */
  readonly about?: string | undefined;
}

export interface ProseAnchor {
  readonly id: string;
  /** A second id for the same place, shorter: the one that people type. */
  readonly alias: string | null;
}

const lostNumber = 'This number is missing in the source; it was worked out from the numbers before and after.';

export function Prose({ blocks, level = 2, anchor = numberAnchor, anchors, pageOf, turnAt, pdf, about }: ProseProps) {
  const places = blocks.map((block, index): ProseAnchor | null => {
    if (anchors) return anchors[index] ?? null;
    const id = block.kind === 'heading' || block.kind === 'paragraph' ? anchor(block, index) : null;
    return id === null ? null : { id, alias: null };
  });
  const turns = turnAt
    ? places.map((place) => (place === null ? undefined : turnAt(place.id)))
    : pageTurns(places.map((place) => (place === null ? undefined : pageOf?.(place.id))));
  const levels = headingLevels(blocks, level);
  const captions = tableCaptions(blocks, about);
  return (
    <div class="prose">
      {blocks.map((block, index) => (
        <>
          {turns[index] !== undefined && <PageMark page={turns[index]} pdf={pdf} />}
          <BlockView
            block={block}
            level={levels[index] ?? level}
            place={places[index] ?? null}
            caption={captions[index] ?? null}
            about={about}
          />
        </>
      ))}
    </div>
  );
}

/** The page stands beside the first text of each page, not beside every paragraph. */
function pageTurns(pages: readonly (number | undefined)[]): readonly (number | undefined)[] {
  return pages.map((page, index) =>
    page !== undefined && page !== pages.slice(0, index).findLast((earlier) => earlier !== undefined)
      ? page
      : undefined,
  );
}

/**
 * A table without a caption takes its name, for those who cannot see what stands above it, from the nearest heading; a
 * second one below the same heading is numbered.
 */
function tableCaptions(blocks: readonly Block[], about: string | undefined): readonly (string | null)[] {
  let above = about ?? '';
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    if (block.kind === 'heading') above = plainText(block.prose).trim() || above;
    if (block.kind !== 'table') return null;
    const count = (counts.get(above) ?? 0) + 1;
    counts.set(above, count);
    return `Table${count === 1 ? '' : ` ${count}`}${above === '' ? '' : `: ${above}`}`;
  });
}

/** Level of each heading on the page. A source that skips a level on the way down must not make the page skip it too. */
function headingLevels(blocks: readonly Block[], level: number): readonly number[] {
  let last = level - 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return 0;
    last = Math.min(6, level + block.level - 1, last + 1);
    return last;
  });
}

/** The usual anchor: "p-2.1". Only for pages on which each number stands once. */
export function numberAnchor(block: Heading | Paragraph): string | null {
  return block.kind === 'paragraph' && block.number !== null ? `p-${block.number}` : null;
}

export interface PageMarkProps {
  readonly page: number;
  readonly pdf?: string | undefined;
}

/** Page number of the PDF, in the margin where there is one. */
export function PageMark({ page, pdf }: PageMarkProps) {
  const words = (
    <>
      <span class="govuk-visually-hidden">PDF </span>page {page}
    </>
  );
  return <div class="page-mark">{pdf ? <a href={`${pdf}#page=${page}`}>{words}</a> : words}</div>;
}

function BlockView({
  block,
  level,
  place,
  caption,
  about,
}: {
  readonly block: Block;
  readonly level: number;
  readonly place: ProseAnchor | null;
  readonly caption: string | null;
  readonly about: string | undefined;
}) {
  const id = place?.id;
  switch (block.kind) {
    case 'heading':
      return createElement(`h${level}`, { id }, <Runs prose={block.prose} />);
    case 'paragraph':
      return <ParagraphView paragraph={block} place={place} about={about} />;
    case 'list':
      return <ListView ordered={block.ordered} items={block.items} id={id} />;
    case 'table':
      return <TableView table={block} id={id} hiddenCaption={caption} />;
    case 'quote':
      return (
        <blockquote class="prose__quote" id={id}>
          <p>
            <Runs prose={block.prose} />
          </p>
          {block.attribution && (
            <footer>
              <Runs prose={block.attribution} />
            </footer>
          )}
        </blockquote>
      );
  }
}

function ParagraphView({
  paragraph,
  place,
  about,
}: {
  readonly paragraph: Paragraph;
  readonly place: ProseAnchor | null;
  readonly about: string | undefined;
}) {
  const text = <Runs prose={paragraph.prose} />;
  if (paragraph.number === null) return <p id={place?.id}>{text}</p>;
  const recovered = paragraph.numbering === 'recovered';
  const number = (
    <>
      <span class="govuk-visually-hidden">Paragraph </span>
      {recovered ? `[${paragraph.number}]` : paragraph.number}
      {about !== undefined && <span class="govuk-visually-hidden">, {about}</span>}
      {recovered && <span class="govuk-visually-hidden"> ({lostNumber})</span>}
    </>
  );
  return (
    <div class="numbered" id={place?.id}>
      {place === null ? (
        <span class="numbered__number">{number}</span>
      ) : (
        <a
          class="numbered__number"
          id={place.alias ?? undefined}
          href={`#${place.alias ?? place.id}`}
          title={recovered ? lostNumber : undefined}
        >
          {number}
        </a>
      )}
      <p>{text}</p>
    </div>
  );
}

function ListView({
  ordered,
  items,
  id,
}: {
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
  readonly id?: string | undefined;
}) {
  return createElement(
    ordered ? 'ol' : 'ul',
    { id },
    items.map((item) => (
      <li>
        <Runs prose={item.prose} />
        {item.items.length > 0 && <ListView ordered={ordered} items={item.items} />}
      </li>
    )),
  );
}

function TableView({
  table,
  id,
  hiddenCaption,
}: {
  readonly table: TableBlock;
  readonly id?: string | undefined;
  readonly hiddenCaption: string | null;
}) {
  const row = (cells: readonly ProseText[]) =>
    cells.map((cell) => ({ content: <Runs prose={cell} />, numeric: isFigure(cell) }));
  const columns = table.header?.length ?? table.rows[0]?.length ?? 0;
  const printed = table.caption ? plainText(table.caption).trim() : '';
  return (
    <Table
      attributes={id === undefined ? undefined : { id }}
      caption={printed || hiddenCaption}
      captionClass={printed === '' ? 'govuk-visually-hidden' : undefined}
      head={
        table.header
          ? row(table.header).map((cell, index) => ({ ...cell, numeric: isFigureColumn(table, index) }))
          : undefined
      }
      rows={table.rows.map(row)}
      narrow={table.header && columns <= 4 ? 'stack' : columns > 2 ? 'scroll' : undefined}
    />
  );
}

const figure = /^[£€$]?[-+−]?[\d,.\s]+(%|m|bn|k)?$/;

function isFigure(cell: ProseText): boolean {
  const text = plainText(cell).trim();
  return text !== '' && figure.test(text) && /\d/.test(text);
}

function isFigureColumn(table: TableBlock, column: number): boolean {
  return (
    table.rows.length > 0 &&
    table.rows.every((row) => isFigure(row[column] ?? []) || plainText(row[column] ?? []).trim() === '') &&
    table.rows.some((row) => isFigure(row[column] ?? []))
  );
}

export interface RunsProps {
  readonly prose: ProseText;
}

/** The reading promises nothing else in href; a page must not depend on that promise. */
const safeTarget = /^(https?:\/\/|mailto:|#)/i;

/** A stretch of prose inside a sentence, a cell or a list item. */
export function Runs({ prose }: RunsProps) {
  return (
    <>
      {prose.map((run) => {
        let content: Content = run.text;
        if (run.italic) content = <em>{content}</em>;
        if (run.bold) content = <strong>{content}</strong>;
        return run.href !== undefined && safeTarget.test(run.href) ? <a href={run.href}>{content}</a> : content;
      })}
    </>
  );
}
