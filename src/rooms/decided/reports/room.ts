import type { Room } from '#kit/room.js';

/** Has no pages of its own: a report is read in its pack. */
export const reports: Room = {
  name: 'reports',
  pages: [],
  keeps: [
    {
      what: 'Reports, recommendations and annexes',
      howLong: 'For as long as this Kept is there.',
      why: 'They are public record.',
      tables: ['record.report', 'record.recommendation', 'record.annex'],
    },
  ],
};
