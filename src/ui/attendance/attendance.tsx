/** Who was at a meeting and who was not, one table for each way of being there; a plain list on a narrow screen. */
import { addedMark, type Substitution, substitutionWords } from '../added/added.js';
import { Table } from '../table/table.js';
import { attendanceGroups, type Attending } from './attendance-words.js';

export interface AttendanceProps {
  readonly rows: readonly Attendee[];
  readonly substitutions?: readonly Substitution[] | undefined;
  /** Address of a person's page. */
  readonly personHref?: ((slug: string) => string) | undefined;
}

export interface Attendee extends Attending {
  readonly name: string;
  readonly slug: string | null;
  readonly organisation: string | null;
  /** Whether the minutes say so, or the clerk added it. */
  readonly origin: 'source' | 'clerk';
}

export function Attendance({ rows, substitutions = [], personHref }: AttendanceProps) {
  const stoodIn = substitutions.map(substitutionWords).filter((words) => words !== null);
  return (
    <>
      {attendanceGroups(rows).map(({ label, rows: own, hasRoles }) => (
        <Table
          caption={label}
          narrow="lines"
          head={[{ content: 'Name' }, ...(hasRoles ? [{ content: 'Role' }] : []), { content: 'From' }]}
          rows={own.map(({ row, role }) => [
            {
              content: (
                <>
                  {row.slug !== null && personHref ? <a href={personHref(row.slug)}>{row.name}</a> : row.name}
                  {row.origin === 'clerk' && <span class="added"> {addedMark}</span>}
                </>
              ),
            },
            ...(hasRoles ? [{ content: role ?? '' }] : []),
            { content: row.organisation ?? <span class="soft">not stated</span> },
          ])}
        />
      ))}
      {stoodIn.length > 0 && (
        <>
          <p class="minute__speaker">Substitutions:</p>
          <ul class="minute__said">
            {stoodIn.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
