import { Table } from './table.js';

/** A line of a file that cannot be taken, and the rule that it breaks. */
export interface BadLine {
  readonly line: number;
  /** Null where the whole line is meant. */
  readonly column: string | null;
  readonly found: string;
  readonly rule: string;
}

/** What is wrong in a file that was sent, line by line; nothing where nothing is. `broken` counts all bad lines, of which these may be the first. */
export function BadLines({ lines, broken }: { readonly lines: readonly BadLine[]; readonly broken: number }) {
  if (lines.length === 0) return null;
  return (
    <Table
      narrow="stack"
      caption={broken > lines.length ? `The first of ${broken} lines that are wrong` : 'What is wrong, line by line'}
      head={[{ content: 'Line' }, { content: 'Column' }, { content: 'What stands there' }, { content: 'What to do' }]}
      rows={lines.map(({ line, column, found, rule }) => [
        { content: line },
        { content: column ?? 'the whole line' },
        { content: found === '' ? 'nothing' : found },
        { content: rule },
      ])}
    />
  );
}
