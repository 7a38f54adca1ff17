/** Addresses of the calendar, and of meetings at work. A meeting's public address is given by boards: it stands below its board's. */
const part = encodeURIComponent;

export const meetingPaths = {
  /** What comes next; or the meetings of a month ("2026-03"); of one board or of all. */
  calendar: ({
    month = null,
    board = null,
  }: { readonly month?: string | null; readonly board?: string | null } = {}) => {
    const query = new URLSearchParams([
      ...(month === null ? [] : [['month', month]]),
      ...(board === null ? [] : [['board', board]]),
    ]).toString();
    return query === '' ? '/calendar' : `/calendar?${query}`;
  },
  feed: () => '/calendar.ics',
  boards: (board: string | null = null) =>
    board === null ? '/work/boards' : `/work/boards?${new URLSearchParams({ board }).toString()}`,
  coming: (board: string) => `/work/boards/${part(board)}/meetings/new`,
  atWork: (board: string, meeting: string) => `/work/boards/${part(board)}/meetings/${part(meeting)}`,
} as const;
