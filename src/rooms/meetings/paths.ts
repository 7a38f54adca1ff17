/** Addresses of the calendar, and of meetings at work. A meeting's public address is given by boards: it stands below its board's. */
const part = encodeURIComponent;

export const meetingPaths = {
  calendar: () => '/calendar',
  feed: () => '/calendar.ics',
  boards: () => '/work/boards',
  coming: (board: string) => `/work/boards/${part(board)}/meetings/new`,
  atWork: (board: string, meeting: string) => `/work/boards/${part(board)}/meetings/${part(meeting)}`,
} as const;
