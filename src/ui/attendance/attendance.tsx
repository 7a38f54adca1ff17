/** Who was at a meeting and who was not, one table for each way of being there. */
import { Table } from '../table/table.js';

export interface AttendanceProps {
  readonly rows: readonly Attendee[];
  /** Address of a person's page. */
  readonly personHref?: ((slug: string) => string) | undefined;
}

export interface Attendee {
  readonly role: string;
  readonly status: 'present' | 'apologies' | 'absent' | 'substitute' | 'in attendance';
  readonly name: string;
  readonly slug: string | null;
  readonly organisation: string | null;
}

const statusWords: Readonly<Record<Attendee['status'], string>> = { present: 'Present', apologies: 'Apologies', absent: 'Absent', substitute: 'Substitutes', 'in attendance': 'In attendance' };

export function Attendance({ rows, personHref }: AttendanceProps) {
  return (
    <>
      {[...new Set(rows.map((row) => row.status))].map((status) => {
        const own = rows.filter((row) => row.status === status);
        return (
          <Table
            caption={`${statusWords[status]} (${own.length})`}
            narrow="stack"
            head={[{ content: 'Name' }, { content: 'Role' }, { content: 'From' }]}
            rows={own.map((row) => [
              { content: row.slug !== null && personHref ? <a href={personHref(row.slug)}>{row.name}</a> : row.name },
              { content: row.role },
              { content: row.organisation ?? <span class="soft">not stated</span> },
            ])}
          />
        );
      })}
    </>
  );
}
