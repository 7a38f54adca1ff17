import { Select } from '../select/select.js';
import { Button } from '../button/button.js';

export interface BoardFilterProps {
  readonly action: string;
  readonly boards: readonly { readonly slug: string; readonly name: string }[];
  readonly chosen: string | null;
}

/** Narrows a list across boards to one of them; nothing to choose where there is only one. */
export function BoardFilter({ action, boards, chosen }: BoardFilterProps) {
  if (boards.length < 2 && chosen === null) return null;
  return (
    <form class="filter" method="get" action={action}>
      <Select id="board" name="board" label="Board" value={chosen ?? ''} items={[{ value: '', text: 'All boards' }, ...boards.map((board) => ({ value: board.slug, text: board.name }))]} />
      <Button kind="secondary">Show</Button>
    </form>
  );
}
