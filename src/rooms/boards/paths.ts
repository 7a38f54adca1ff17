/** Addresses under /boards and /people. Everything that belongs to a board stands below its address, its meetings too. */
const part = encodeURIComponent;

export const boardPaths = {
  all: () => '/boards',
  one: (board: string) => `/boards/${part(board)}`,
  meeting: (board: string, meeting: string) => `/boards/${part(board)}/meetings/${part(meeting)}`,
  calendar: (board: string) => `/boards/${part(board)}/calendar.ics`,
  person: (person: string) => `/people/${part(person)}`,
} as const;
