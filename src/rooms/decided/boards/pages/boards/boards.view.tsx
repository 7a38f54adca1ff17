import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Cards, PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';

export interface BoardsViewProps {
  readonly boards: readonly BoardCardProps[];
  readonly pages: PaginationProps | null;
}

export interface BoardCardProps {
  readonly href: string;
  readonly name: string;
  readonly organisation: string;
  readonly members: number;
  readonly next: string | null;
}

export function BoardsView({ boards, pages }: BoardsViewProps) {
  return (
    <>
      <PageHeading lead="The groups of councillors whose meetings are published here: who sits on them, when they meet, what they decide.">
        Boards
      </PageHeading>
      {boards.length === 0 ? (
        <EmptyState title="No boards yet">A board appears here when its first meeting is published.</EmptyState>
      ) : (
        <>
          <Cards>
            {boards.map((board) => (
              <BoardCard {...board} />
            ))}
          </Cards>
          {pages && <Pagination {...pages} />}
        </>
      )}
    </>
  );
}

function BoardCard({ href, name, organisation, members, next }: BoardCardProps) {
  return (
    <article class="meeting-card">
      <div class="meeting-card__words">
        <h2 class="meeting-card__title">
          <a href={href}>{name}</a>
        </h2>
        {organisation !== '' && <div>{organisation}</div>}
        <div class="soft">
          {[
            ...(members > 0 ? [`${members} ${members === 1 ? 'member' : 'members'}`] : []),
            next === null ? 'no next meeting known' : `next meeting ${plainDate(next)}`,
          ].join(', ')}
        </div>
      </div>
    </article>
  );
}
