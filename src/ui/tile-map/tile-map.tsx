/** A country or a city as a grid of tiles, one for each area, roughly where it lies: every area is as large as every other. */

export interface TileMapProps {
  /** What the picture shows, for those who do not see it: the same stands in a table beside it. */
  readonly label: string;
  readonly tiles: readonly Tile[];
}

export interface Tile {
  readonly column: number;
  readonly row: number;
  /** Three letters or four: "CAM". */
  readonly short: string;
  /** The whole name and what the tile says: read out, and shown when somebody points at it. */
  readonly name: string;
  /** One letter or sign: colour alone says nothing. */
  readonly mark: string;
  readonly tone: TileTone;
  /** Null where there is nothing to go to. */
  readonly href: string | null;
}

export type TileTone = 'none' | 'open' | 'first' | 'second' | 'third' | 'fourth' | 'ended';

const step = 100;
const size = 94;

export function TileMap({ label, tiles }: TileMapProps) {
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  return (
    <svg
      class="tile-map"
      viewBox={`0 0 ${columns * step} ${rows * step}`}
      role="group"
      aria-label={label}
      xmlns="http://www.w3.org/2000/svg"
    >
      {tiles.map((tile) =>
        tile.href === null ? (
          <g class={`tile tile--${tile.tone}`} role="img" aria-label={`${tile.short}: ${tile.name}`}>
            <Inside {...tile} />
          </g>
        ) : (
          <a class={`tile tile--${tile.tone}`} href={tile.href}>
            <Inside {...tile} />
          </a>
        ),
      )}
    </svg>
  );
}

function Inside({ column, row, short, mark, name }: Tile) {
  const [x, y] = [column * step + 3, row * step + 3];
  return (
    <>
      <title>{`${short}: ${name}`}</title>
      <rect x={x} y={y} width={size} height={size} rx="10" />
      <text x={x + size / 2} y={y + 36}>
        {short}
      </text>
      <text class="tile__mark" x={x + size / 2} y={y + 79}>
        {mark}
      </text>
    </>
  );
}

export interface TileKeyProps {
  readonly items: readonly {
    readonly mark: string;
    readonly tone: TileTone;
    readonly text: string;
    readonly count: number;
  }[];
}

/** What the marks mean, with how many tiles have each. */
export function TileKey({ items }: TileKeyProps) {
  return (
    <ul class="tile-key">
      {items.map(({ mark, tone, text, count }) => (
        <li>
          <span class={`tile-key__mark tile-key__mark--${tone}`} aria-hidden="true">
            {mark}
          </span>
          {`${text}: ${count}`}
        </li>
      ))}
    </ul>
  );
}
