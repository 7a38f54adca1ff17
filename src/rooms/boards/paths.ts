/**
 * Addresses under /boards and /people. Everything that belongs to a board stands below its address, its meetings too, and
 * the lists across boards can be narrowed to one.
 */
const part = encodeURIComponent;

export const boardPaths = {
  all: () => '/boards',
  one: (board: string) => `/boards/${part(board)}`,
  meeting: (board: string, meeting: string) => `/boards/${part(board)}/meetings/${part(meeting)}`,
  calendar: (board: string) => `/boards/${part(board)}/calendar.ics`,
  decisions: (board: string | null = null, page = 1) => `/decisions${narrowed(board, page)}`,
  actions: (board: string | null = null, page = 1) => `/actions${narrowed(board, page)}`,
  person: (person: string) => `/people/${part(person)}`,
} as const;

function narrowed(board: string | null, page: number): string {
  const query = new URLSearchParams({ ...(board === null ? {} : { board }), ...(page === 1 ? {} : { page: String(page) }) }).toString();
  return query === '' ? '' : `?${query}`;
}
