import { Diff } from '#ui/diff/diff.js';
import { Table } from '#ui/table/table.js';
import type { PartChange } from '../rules.js';
import { ToldText } from './told.view.js';

export interface ChangesTableProps {
  readonly caption: string;
  /** Heading of the column with what stood there before. */
  readonly before: string;
  readonly changes: readonly PartChange[];
}

/** Part by part what stood there before, and beside it what became of it, word by word. */
export function ChangesTable({ caption, before, changes }: ChangesTableProps) {
  return (
    <Table
      class="compare"
      narrow="stack"
      caption={caption}
      head={[{ content: 'Part' }, { content: before }, { content: 'Now, with what changed' }]}
      firstCellIsHeader
      rows={changes.map((change) => [
        { content: change.label },
        { content: change.before === '' ? <span class="soft">Not there</span> : <ToldText text={change.before} /> },
        { content: <Diff before={change.before} after={change.after} /> },
      ])}
    />
  );
}
