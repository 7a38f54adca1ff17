/** Words of a meeting, each from the seed: mode and attendance (cover), purpose (report heads), delivery (agenda's page column). */

/** One mode for the whole meeting (seed: "Hybrid Meeting"). */
export const meetingModes = ['in person', 'remote', 'hybrid'] as const;
export type MeetingMode = (typeof meetingModes)[number];

/** Why an item is on the agenda (seed: "Purpose of Report. For direction."). */
export type Purpose = 'decision' | 'direction' | 'discussion' | 'information' | 'noting';

/** How an item's paper reaches the members (reference S12). */
export type Delivery = 'attached' | 'to follow' | 'tabled' | 'verbal' | 'presentation' | 'none';

/** A substitute who stands in for somebody is another fact than a substitute who looks on (reference S2). */
export type AttendanceStatus = 'present' | 'apologies' | 'absent' | 'in attendance' | 'substitute';

export type MeetingState =
  | 'planned'
  | 'called'
  | 'agenda published'
  | 'in session'
  | 'closed'
  | 'postponed'
  | 'cancelled';
