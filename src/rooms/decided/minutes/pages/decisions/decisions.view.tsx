import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { BoardFilter, type BoardFilterProps } from '#ui/entry/board-filter.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';

export interface DecisionsViewProps {
  readonly decisions: readonly DecisionProps[];
  readonly total: number;
  readonly filter: BoardFilterProps;
  readonly pages: PaginationProps | null;
}

export interface DecisionProps {
  readonly body: string;
  readonly board_name: string;
  readonly date: string | null;
  readonly item_number: string | null;
  readonly item_title: string;
  readonly path: string;
}

export function DecisionsView({ decisions, total, filter, pages }: DecisionsViewProps) {
  return (
    <>
      <PageHeading lead="What boards have decided, newest first, in the words of their minutes.">Decisions</PageHeading>
      <BoardFilter {...filter} />
      {decisions.length === 0 ? (
        <EmptyState title="No decisions here yet">
          Decisions appear when the minutes of a meeting are published.
        </EmptyState>
      ) : (
        <>
          <p class="soft">{total === 1 ? '1 decision' : `${total.toLocaleString('en-GB')} decisions`}</p>
          <Entries>
            {decisions.map((decision) => (
              <Entry
                title={decision.body}
                href={decision.path}
                facts={[
                  decision.board_name,
                  ...(decision.date === null ? [] : [plainDate(decision.date)]),
                  `${decision.item_number === null ? '' : `item ${decision.item_number}: `}${decision.item_title}`,
                ].join(', ')}
              />
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </>
      )}
    </>
  );
}
