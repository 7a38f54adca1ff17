import { Tag } from '#ui/tag/tag.js';
import { Table } from '#ui/table/table.js';
import { lackWords } from '../../view-words.js';
import type { Lack } from '../../words.js';

export interface QuoteLine {
  readonly href: string;
  /** Null where its source is gone. */
  readonly words: string | null;
  readonly said: string;
  readonly themes: readonly string[];
  readonly lacks: readonly Lack[];
  readonly aside: boolean;
}

export interface ThemeItem {
  readonly value: string;
  readonly text: string;
}

/** Whether a quote may be used, in words. */
export function Usable({ lacks, aside }: Pick<QuoteLine, 'lacks' | 'aside'>) {
  if (aside) return <Tag tone="grey">Set aside</Tag>;
  if (lacks.length === 0) return <Tag tone="green">Usable</Tag>;
  return (
    <>
      <Tag tone="yellow">Not usable</Tag> {lacks.map((one) => lackWords[one]).join('; ')}
    </>
  );
}

export function QuoteLines({ lines, caption }: { readonly lines: readonly QuoteLine[]; readonly caption?: string }) {
  return (
    <Table
      narrow="stack"
      caption={caption ?? 'Quotes'}
      captionClass="govuk-visually-hidden"
      head={[{ content: 'Words' }, { content: 'Said by' }, { content: 'Themes' }, { content: 'May be used' }]}
      rows={lines.map((one) => [
        {
          content: (
            <a href={one.href}>
              {one.words === null ? 'Taken back by its reviewer' : <span dir="auto">{`“${one.words}”`}</span>}
            </a>
          ),
        },
        { content: one.said },
        { content: one.themes.length === 0 ? 'none yet' : one.themes.join('; ') },
        { content: <Usable {...one} /> },
      ])}
    />
  );
}
