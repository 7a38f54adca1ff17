import { plainDate } from '#base/london.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';

export interface PersonViewProps {
  readonly name: string;
  readonly authority: string | null;
  readonly offices: readonly Linked[];
  readonly seats: readonly Linked[];
  readonly substitutes: readonly Linked[];
  readonly outsideBodies: readonly Linked[];
  readonly attendance: readonly AttendanceAt[];
  readonly declarations: readonly DeclarationAt[];
}

export interface Linked {
  readonly text: string;
  readonly href: string;
  readonly more: string | null;
}

export interface AttendanceAt {
  readonly board: string;
  /** Newest first. */
  readonly meetings: readonly { readonly date: string | null; readonly href: string; readonly status: string }[];
}

export interface DeclarationAt {
  readonly date: string | null;
  readonly href: string;
  readonly board: string;
  readonly nature: string | null;
}

/** Only what publications say of the person in office: nothing private is known here. */
export function PersonView(props: PersonViewProps) {
  const rows = [
    { key: props.offices.length === 1 ? 'Office' : 'Offices', places: props.offices },
    { key: 'Member of', places: props.seats },
    { key: 'Substitute on', places: props.substitutes },
    { key: 'Sent to', places: props.outsideBodies },
  ].filter(({ places }) => places.length > 0);
  return (
    <>
      <PageHeading caption="Person" lead={props.authority ?? undefined}>
        {props.name}
      </PageHeading>
      {rows.length > 0 && (
        <SummaryList rows={rows.map(({ key, places }) => ({ key, value: <Places places={places} /> }))} />
      )}
      {props.attendance.length > 0 && (
        <section>
          <h2 id="attendance">Attendance</h2>
          <p class="soft">
            Counted over the meetings whose minutes are published here. A meeting that is not published is not counted.
          </p>
          {props.attendance.map((board) => (
            <AttendanceOn {...board} />
          ))}
        </section>
      )}
      {props.declarations.length > 0 && (
        <section>
          <h2 id="declarations">Declarations of interest</h2>
          <Table
            caption="Declarations of interest"
            captionClass="govuk-visually-hidden"
            narrow="stack"
            head={[{ content: 'Meeting' }, { content: 'Board' }, { content: 'What was declared' }]}
            rows={props.declarations.map((declaration) => [
              {
                content: (
                  <a href={declaration.href}>
                    {declaration.date === null ? 'Meeting without a date' : plainDate(declaration.date)}
                  </a>
                ),
              },
              { content: declaration.board },
              { content: declaration.nature || <span class="soft">not stated</span> },
            ])}
          />
        </section>
      )}
    </>
  );
}

function Places({ places }: { readonly places: readonly Linked[] }) {
  return (
    <ul class="govuk-list">
      {places.map((place) => (
        <li>
          <a href={place.href}>{place.text}</a>
          {place.more !== null && <span class="soft">, {place.more}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Of each board; all are counted, and all stand in the calendar. */
const meetingsAtMost = 24;

/** Counts, never a share in per cent: two of three meetings say little about anybody. */
function AttendanceOn({ board, meetings }: AttendanceAt) {
  const statuses = [...new Set(meetings.map(({ status }) => status))];
  const counts = statuses.map(
    (status) => `${statusWords[status] ?? status}: ${meetings.filter((meeting) => meeting.status === status).length}`,
  );
  return (
    <Table
      caption={
        `${board}: ${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'} ` +
        `(${counts.join(', ')})${meetings.length > meetingsAtMost ? `. The last ${meetingsAtMost} of them` : ''}`
      }
      head={[{ content: 'Meeting' }, { content: 'Attendance' }]}
      rows={meetings
        .slice(0, meetingsAtMost)
        .map((meeting) => [
          { content: <a href={meeting.href}>{meeting.date === null ? 'Without a date' : plainDate(meeting.date)}</a> },
          { content: statusWords[meeting.status] ?? meeting.status },
        ])}
    />
  );
}

const statusWords: Readonly<Record<string, string>> = {
  present: 'present',
  apologies: 'sent apologies',
  absent: 'absent',
  'in attendance': 'in attendance',
  substitute: 'as substitute',
};
