import { plainDate } from '#base/london.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import type { DateSeen, MarkSeen } from '../../lookups.js';

interface Words {
  readonly what: string;
  readonly howLong: string;
  readonly why: string;
}

export interface KeptProps {
  readonly date: DateSeen;
  /** Where the date is confirmed. */
  readonly confirm: string;
  readonly marks: readonly (MarkSeen & { readonly what: string; readonly counted: string })[];
  readonly deleted: readonly Words[];
  readonly kept: readonly Words[];
  readonly done: string | null;
}

function Rules({ caption, rows }: { readonly caption: string; readonly rows: readonly Words[] }) {
  return (
    <Table
      narrow="stack"
      caption={caption}
      head={[{ content: 'What' }, { content: 'For how long' }, { content: 'Why it is kept' }]}
      rows={rows.map(({ what, howLong, why }) => [{ content: what }, { content: howLong }, { content: why }])}
    />
  );
}

export function KeptView({ date, confirm, marks, deleted, kept, done }: KeptProps) {
  return (
    <>
      <Done>{done}</Done>
      <PageHeading lead="Which data is kept here, and for how long. After its last day, data is marked. It is deleted when Kept has run for another 24 hours.">
        How long data is kept
      </PageHeading>
      {date.doubt !== null && !date.isConfirmed && (
        <WarningText>
          Kept deletes nothing by date now, because its date may be wrong. <a href={confirm}>Confirm the date</a>
        </WarningText>
      )}
      {date.doubt !== null && date.isConfirmed && (
        <p>The date was confirmed. Kept goes on deleting within five minutes.</p>
      )}
      {date.doubt === null && (
        <p>
          {date.last === null
            ? 'Kept has just started and has not looked at the date yet.'
            : `Today’s date, as Kept counts it: ${plainDate(date.last)}.`}
        </p>
      )}
      <h2>Will be deleted</h2>
      {marks.length === 0 ? (
        <p>Nothing is marked to be deleted.</p>
      ) : (
        <Table
          narrow="stack"
          caption="Data of your organisation, and of this site as a whole"
          head={[{ content: 'What' }, { content: 'How many' }, { content: 'Kept until' }, { content: 'Deleted' }]}
          rows={marks.map(({ what, counted, until, hours }) => [
            { content: what },
            { content: counted },
            { content: plainDate(until) },
            {
              content:
                hours === 0
                  ? 'With the next round'
                  : hours === 1
                    ? 'After 1 more hour of running'
                    : `After ${hours} more hours of running`,
            },
          ])}
        />
      )}
      <h2>The rules</h2>
      <Rules caption="Deleted after a time" rows={deleted} />
      <Rules caption="Kept without a date" rows={kept} />
    </>
  );
}
