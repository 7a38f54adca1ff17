/** What a benchmark says: figures with their spread, and goals that are met or missed. */

export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Median of the rounds. */
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  readonly rounds: number;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number } | null;
  /** Null where there is no goal. */
  readonly met: boolean | null;
}

export interface Book {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  /** Keeps the figure that several rounds gave. */
  add(name: string, unit: string, rounds: readonly number[], goal?: Figure['goal']): Figure;
  /** Something that could not be measured here, or that a reader of the figures must know. */
  note(words: string): void;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export function openBook(): Book {
  const figures: Figure[] = [];
  const notes: string[] = [];
  return {
    figures,
    notes,
    add(name, unit, rounds, goal = null) {
      const value = median(rounds);
      const met = goal === null ? null : 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
      const figure: Figure = {
        name,
        unit,
        value,
        lowest: Math.min(...rounds),
        highest: Math.max(...rounds),
        rounds: rounds.length,
        goal,
        met,
      };
      figures.push(figure);
      return figure;
    },
    note: (words) => void notes.push(words),
  };
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value.toFixed(3).replace(/0$/, '');
}

/** The table that a person reads. */
export function table(book: Book): string {
  const rows = [
    ['', 'median', 'lowest to highest', 'rounds', 'goal', ''],
    ...book.figures.map((figure) => [
      figure.name,
      `${shown(figure.value)} ${figure.unit}`,
      figure.rounds === 1 ? '' : `${shown(figure.lowest)} to ${shown(figure.highest)}`,
      String(figure.rounds),
      figure.goal === null
        ? ''
        : 'atMost' in figure.goal
          ? `at most ${figure.goal.atMost}`
          : `at least ${figure.goal.atLeast}`,
      figure.met === null ? '' : figure.met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column > 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...book.notes.map((words) => `Note: ${words}`)].join('\n');
}
