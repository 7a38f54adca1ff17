import { classes, isGiven, type Attributes, type Content, type Extra } from '../parts.js';

export interface TableProps extends Extra {
  readonly caption?: Content;
  readonly captionClass?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly (readonly TableCell[])[];
  readonly firstCellIsHeader?: boolean | undefined;
  /**
   * How it behaves on a narrow screen. "stack": each row becomes a block with its column titles repeated (needs a
   * head). "lines": each row becomes a few plain lines without titles, for names. Otherwise it scrolls sideways inside
   * its own frame, which can be reached with the keyboard.
   */
  readonly narrow?: 'stack' | 'lines' | 'scroll' | undefined;
}

export interface TableCell extends Extra {
  readonly content: Content;
  readonly numeric?: boolean | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
}

export function Table({
  caption,
  captionClass,
  head,
  rows,
  firstCellIsHeader,
  narrow,
  class: extra,
  attributes,
}: TableProps) {
  // CSS that turns rows into blocks takes the table's meaning away from some screen readers: roles give it back.
  const role = <R extends 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell'>(name: R) =>
    narrow === 'stack' || narrow === 'lines' ? name : undefined;
  const table = (
    <table
      class={classes('govuk-table', narrow === 'stack' && 'table-stack', narrow === 'lines' && 'table-lines', extra)}
      role={role('table')}
      {...attributes}
    >
      {isGiven(caption) && <caption class={classes('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head" role={role('rowgroup')}>
          <tr class="govuk-table__row" role={role('row')}>
            {head.map((cell) => (
              <th
                scope="col"
                role={role('columnheader')}
                class={classes('govuk-table__header', cell.numeric && 'govuk-table__header--numeric', cell.class)}
                {...spans(cell)}
              >
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" role={role('rowgroup')}>
        {rows.map((row) => (
          <tr class="govuk-table__row" role={role('row')}>
            {row.map((cell, index) =>
              index === 0 && firstCellIsHeader ? (
                <th
                  scope="row"
                  role={role('rowheader')}
                  class={classes('govuk-table__header', cell.class)}
                  {...spans(cell)}
                >
                  {cell.content}
                </th>
              ) : (
                <td
                  role={role('cell')}
                  class={classes('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)}
                  {...spans(cell)}
                >
                  {narrow === 'stack' && head?.[index] ? (
                    <>
                      <span class="table-stack__label" aria-hidden="true">
                        {head[index].content}
                      </span>
                      <div class="table-stack__content">{cell.content}</div>
                    </>
                  ) : (
                    cell.content
                  )}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow !== 'scroll') return table;
  return (
    <div
      class="table-scroll"
      role="region"
      tabIndex={0}
      aria-label={typeof caption === 'string' ? caption : 'Table, scrolls sideways'}
    >
      {table}
    </div>
  );
}

function spans(cell: TableCell): Attributes {
  return { colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes };
}
