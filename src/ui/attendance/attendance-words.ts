/** Rows of attendance by the way of being there; page and PDF say the same. */
import { fold } from '#base/fold.js';

export type AttendeeStatus = 'present' | 'apologies' | 'absent' | 'substitute' | 'in attendance';

export interface Attending {
  readonly role: string;
  readonly status: AttendeeStatus;
}

export interface AttendanceGroup<Row extends Attending> {
  /** "Members present (16)". */
  readonly label: string;
  /** `role` is null where it only repeats what the label says. */
  readonly rows: readonly { readonly row: Row; readonly role: string | null }[];
  readonly hasRoles: boolean;
}

const labels: Readonly<Record<AttendeeStatus, string>> = {
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent',
  substitute: 'Substitutes',
  'in attendance': 'In attendance',
};

/** Whom an attendance list expects: of these, "member" says nothing that the label does not. */
const ofMembers: readonly AttendeeStatus[] = ['present', 'apologies', 'absent'];

/** One group for each status, in the order in which the statuses first appear. */
export function attendanceGroups<Row extends Attending>(rows: readonly Row[]): readonly AttendanceGroup<Row>[] {
  return [...Map.groupBy(rows, ({ status }) => status)].map(([status, own]) => {
    // Appendix A of the seed has "Members" beside all but the officers: the label says it once.
    const members =
      ofMembers.includes(status) &&
      own.some(({ role }) => isMember(role)) &&
      own.every(({ role }) => isMember(role) || isOffice(role) || repeats(role, status));
    const shown = own.map((row) => ({
      row,
      role: repeats(row.role, status) || (members && isMember(row.role)) ? null : row.role,
    }));
    return {
      label: `${members && status === 'present' ? 'Members present' : labels[status]} (${own.length})`,
      rows: shown,
      hasRoles: shown.some(({ role }) => role !== null),
    };
  });
}

function isMember(role: string): boolean {
  return /^members?$/i.test(role.trim());
}

function isOffice(role: string): boolean {
  return /\bchair|\bconvenor\b|\bconvener\b|\bmayor\b/i.test(role);
}

function repeats(role: string, status: AttendeeStatus): boolean {
  const bare = (text: string) =>
    fold(text)
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .replace(/s$/, '');
  return bare(role) === '' || bare(role) === bare(status);
}
