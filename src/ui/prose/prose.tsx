/** Text of the record as a reader sees it: every numbered paragraph can be cited and linked to. */
import { createElement } from 'preact';
import { plainText, type Block, type Heading, type ListItem, type Paragraph, type Prose as ProseText, type Table as TableBlock } from '#base/prose.js';
import type { Content } from '../parts.js';
import { Table } from '../table/table.js';

export interface ProseProps {
  readonly blocks: readonly Block[];
  /** Level of the highest heading inside: one below the heading that stands above. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** Id of a heading or paragraph, unique on the page; null for none. By default "p-2.1" for numbered paragraphs only. */
  readonly anchor?: ((block: Heading | Paragraph, index: number) => string | null) | undefined;
  /** Physical page of the PDF on which an anchor stands. */
  readonly pageOf?: ((anchor: string) => number | undefined) | undefined;
  /** Address of the PDF: page numbers then lead into it. */
  readonly pdf?: string | undefined;
}

const lostNumber = 'This number is missing in the source; it was worked out from the numbers before and after.';

export function Prose({ blocks, level = 2, anchor = numberAnchor, pageOf, pdf }: ProseProps) {
  const anchors = blocks.map((block, index) => (block.kind === 'heading' || block.kind === 'paragraph' ? anchor(block, index) : null));
  const pages = anchors.map((name) => (name === null ? undefined : pageOf?.(name)));
  // The page stands beside the first text of each page, not beside every paragraph.
  const turns = pages.map((page, index) => (page !== undefined && page !== pages.slice(0, index).findLast((earlier) => earlier !== undefined) ? page : undefined));
  return (
    <div class="prose">
      {blocks.map((block, index) => (
        <>
          {turns[index] !== undefined && <PageMark page={turns[index]} pdf={pdf} />}
          <BlockView block={block} level={level} anchor={anchors[index] ?? null} />
        </>
      ))}
    </div>
  );
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

function BlockView({ block, level, anchor }: { readonly block: Block; readonly level: number; readonly anchor: string | null }) {
  switch (block.kind) {
    case 'heading':
      return createElement(`h${Math.min(6, level + block.level - 1)}`, { id: anchor ?? undefined }, <Runs prose={block.prose} />);
    case 'paragraph':
      return <ParagraphView paragraph={block} anchor={anchor} />;
    case 'list':
      return <ListView ordered={block.ordered} items={block.items} />;
    case 'table':
      return <TableView table={block} />;
    case 'quote':
      return (
        <blockquote class="prose__quote">
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

function ParagraphView({ paragraph, anchor }: { readonly paragraph: Paragraph; readonly anchor: string | null }) {
  const text = <Runs prose={paragraph.prose} />;
  if (paragraph.number === null) return <p id={anchor ?? undefined}>{text}</p>;
  const recovered = paragraph.numbering === 'recovered';
  const number = (
    <>
      <span class="govuk-visually-hidden">Paragraph </span>
      {recovered ? `[${paragraph.number}]` : paragraph.number}
      {recovered && <span class="govuk-visually-hidden"> ({lostNumber})</span>}
    </>
  );
  return (
    <div class="numbered" id={anchor ?? undefined}>
      {anchor === null ? (
        <span class="numbered__number">{number}</span>
      ) : (
        <a class="numbered__number" href={`#${anchor}`} title={recovered ? lostNumber : undefined}>
          {number}
        </a>
      )}
      <p>{text}</p>
    </div>
  );
}

function ListView({ ordered, items }: { readonly ordered: boolean; readonly items: readonly ListItem[] }) {
  return createElement(
    ordered ? 'ol' : 'ul',
    null,
    items.map((item) => (
      <li>
        <Runs prose={item.prose} />
        {item.items.length > 0 && <ListView ordered={ordered} items={item.items} />}
      </li>
    )),
  );
}

function TableView({ table }: { readonly table: TableBlock }) {
  const row = (cells: readonly ProseText[]) => cells.map((cell) => ({ content: <Runs prose={cell} />, numeric: isFigure(cell) }));
  const columns = table.header?.length ?? table.rows[0]?.length ?? 0;
  const caption = table.caption ? plainText(table.caption) : undefined;
  return (
    <Table
      caption={caption}
      head={table.header ? row(table.header).map((cell, index) => ({ ...cell, numeric: isFigureColumn(table, index) })) : undefined}
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
  return table.rows.length > 0 && table.rows.every((row) => isFigure(row[column] ?? []) || plainText(row[column] ?? []).trim() === '') && table.rows.some((row) => isFigure(row[column] ?? []));
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
