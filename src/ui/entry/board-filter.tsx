import { Select } from '../select/select.js';
import { Button } from '../button/button.js';

export interface BoardFilterProps {
  readonly action: string;
  /** Null where there are too many for one field. */
  readonly boards: readonly { readonly slug: string; readonly name: string }[] | null;
  readonly chosen: string | null;
  /** Where all boards stand, each with the way to its own list. */
  readonly everyBoard: string;
}

/** Narrows a list across boards to one of them; nothing to choose where there is only one. */
export function BoardFilter({ action, boards, chosen, everyBoard }: BoardFilterProps) {
  if (boards === null) {
    return (
      <p>
        {chosen === null ? 'Of all boards. ' : 'Of one board. '}
        {chosen !== null && (
          <>
            <a href={action}>Show all boards</a>.{' '}
          </>
        )}
        <a href={everyBoard}>Choose a board</a>
      </p>
    );
  }
  if (boards.length < 2 && chosen === null) return null;
  return (
    <form class="filter" method="get" action={action}>
      <Select
        id="board"
        name="board"
        label="Board"
        value={chosen ?? ''}
        items={[{ value: '', text: 'All boards' }, ...boards.map((board) => ({ value: board.slug, text: board.name }))]}
      />
      <Button kind="secondary">Show</Button>
    </form>
  );
}
