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
  /** All its meetings, month by month. */
  meetings: (board: string) => `/calendar?board=${part(board)}`,
  decisions: (board: string | null = null) => `/decisions${narrowed(board)}`,
  actions: (board: string | null = null) => `/actions${narrowed(board)}`,
  person: (person: string) => `/people/${part(person)}`,
} as const;

function narrowed(board: string | null): string {
  return board === null ? '' : `?board=${part(board)}`;
}
