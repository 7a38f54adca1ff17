/** Addresses of the calendar. A meeting's own address is given by boards: it stands below its board's. */
export const meetingPaths = {
  calendar: () => '/calendar',
  feed: () => '/calendar.ics',
} as const;
