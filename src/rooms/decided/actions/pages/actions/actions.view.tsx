import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { BoardFilter, type BoardFilterProps } from '#ui/entry/board-filter.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Promise } from '#ui/minute/minute.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Tag } from '#ui/tag/tag.js';
import { stateWords } from '../../rules.js';

export interface ActionsViewProps {
  readonly actions: readonly ActionProps[];
  readonly total: number;
  /** ISO date. */
  readonly today: string;
  readonly filter: BoardFilterProps;
  readonly pages: PaginationProps | null;
}

export interface ActionProps {
  readonly body: string;
  readonly board_name: string;
  readonly date: string | null;
  readonly item_number: string | null;
  readonly item_title: string;
  readonly owner: string | null;
  readonly due: string | null;
  /** As the board said it; null where it said nothing. */
  readonly state: string | null;
  readonly path: string;
}

/** Nothing where the board has not said how it goes: that a date has passed does not say that nothing was done. */
function State({ action, today }: { readonly action: ActionProps; readonly today: string }) {
  const words = stateWords(action, today);
  return words === null ? null : <Tag tone={words.tone}>{words.text}</Tag>;
}

export function ActionsView({ actions, total, today, filter, pages }: ActionsViewProps) {
  return (
    <>
      <PageHeading lead="Actions agreed by boards, newest first. We show where the minutes give no owner or no date.">
        Actions
      </PageHeading>
      <BoardFilter {...filter} />
      {actions.length === 0 ? (
        <EmptyState title="No actions here yet">Actions appear when the minutes of a meeting are published.</EmptyState>
      ) : (
        <>
          <p class="soft">{total === 1 ? '1 action' : `${total.toLocaleString('en-GB')} actions`}</p>
          <Entries>
            {actions.map((action) => (
              <Entry
                title={action.body}
                href={action.path}
                facts={[
                  action.board_name,
                  ...(action.date === null ? [] : [plainDate(action.date)]),
                  `${action.item_number === null ? '' : `item ${action.item_number}: `}${action.item_title}`,
                ].join(', ')}
              >
                <Promise owner={action.owner} due={action.due}>
                  <State action={action} today={today} />
                </Promise>
              </Entry>
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </>
      )}
    </>
  );
}
