import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { TileKey, TileMap } from '#ui/tile-map/tile-map.js';
import { shownWordsFor } from '../../view-words.js';
import { type ShownWord, shownWords } from '../../words.js';
import { Figures, type FiguresProps } from '../figures.view.js';
import { ShownTag } from '../standing-tag.view.js';

export interface MapViewProps {
  readonly framework: string;
  readonly figures: FiguresProps;
  readonly tiles: readonly MapTile[];
  readonly register: string;
}

export interface MapTile {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly column: number;
  readonly row: number;
  /** Null where the register has no entry for it. */
  readonly entry: { readonly href: string; readonly word: ShownWord } | null;
  /** Schools, trusts and groups of the area that have signed. */
  readonly others: number;
  readonly othersHref: string;
}

export function MapView({ framework, figures, tiles, register }: MapViewProps) {
  const counts = Map.groupBy(tiles, ({ entry }) => entry?.word ?? null);
  const key = shownWords.flatMap((word) => {
    const found = counts.get(word);
    const { mark, tile, text } = shownWordsFor[word];
    return found ? [{ mark, tone: tile, text, count: found.length }] : [];
  });
  const none = counts.get(null)?.length ?? 0;
  const said = [
    ...key.map(({ text, count }) => `${count} ${text.toLowerCase()}`),
    ...(none > 0 ? [`${none} not on the register`] : []),
  ].join(', ');
  return (
    <>
      <PageHeading
        caption={framework}
        lead="Each tile is a borough, or the City of London. The letter shows its status."
      >
        Map of London
      </PageHeading>
      <Figures {...figures} />
      <TileMap
        label={`Councils of London in the register: ${said}. The same as a table below.`}
        tiles={tiles.map(({ name, short, column, row, entry }) => ({
          short,
          column,
          row,
          name: `${name}, ${entry === null ? 'not on the register' : shownWordsFor[entry.word].text.toLowerCase()}`,
          mark: entry === null ? '·' : shownWordsFor[entry.word].mark,
          tone: entry === null ? 'none' : shownWordsFor[entry.word].tile,
          href: entry?.href ?? null,
        }))}
      />
      <TileKey
        items={[
          ...key,
          ...(none > 0 ? [{ mark: '·', tone: 'none' as const, text: 'Not on the register', count: none }] : []),
        ]}
      />
      <Table
        narrow="stack"
        firstCellIsHeader
        caption="The same as a table, by name"
        head={[
          { content: 'Council' },
          { content: 'Status' },
          { content: 'Schools, trusts and groups there that signed' },
        ]}
        rows={tiles
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, entry, others, othersHref }) => [
            { content: entry === null ? name : <a href={entry.href}>{name}</a> },
            { content: entry === null ? 'Not on the register' : <ShownTag word={entry.word} /> },
            {
              content:
                others === 0 ? (
                  'none'
                ) : (
                  <a href={othersHref} aria-label={`${others} in ${name}`}>
                    {others}
                  </a>
                ),
            },
          ])}
      />
      <p>
        <a href={register}>The whole register</a>
      </p>
    </>
  );
}
