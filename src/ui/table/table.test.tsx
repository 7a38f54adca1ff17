import { contentOf, entries, extraOf, keepsContract, type Options, textOf } from '#test/contract.js';
import { Table, type TableCell } from './table.js';

const cellOf = (cell: Options): TableCell => ({
  ...extraOf(cell),
  content: contentOf(cell),
  numeric: cell['format'] === 'numeric',
  colspan: cell['colspan'] as number | undefined,
  rowspan: cell['rowspan'] as number | undefined,
});

keepsContract({
  component: 'table',
  compared: 21,
  view: (options) => (
    <Table
      {...extraOf(options)}
      caption={textOf(options, 'caption')}
      captionClass={textOf(options, 'captionClasses')}
      head={options['head'] ? entries(options['head'] as Options['items']).map(cellOf) : undefined}
      firstCellIsHeader={options['firstCellIsHeader'] === true}
      rows={(options['rows'] as readonly (Options['items'] | null)[])
        .filter(Boolean)
        .map((row) => entries(row ?? []).map(cellOf))}
    />
  ),
});
