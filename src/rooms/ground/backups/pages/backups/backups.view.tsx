import { sizeWords } from '#ui/document-link/document-link.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { WarningText } from '#ui/warning-text/warning-text.js';

export interface RunShown {
  readonly done: string | null;
  readonly failed: string | null;
  readonly trouble: 'failed' | 'missed' | null;
  readonly problem: string | null;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly publications: number | null;
}

export interface BackupsProps {
  /** Null where no process makes backups by timetable. */
  readonly plan: { readonly time: string; readonly keep: number; readonly mark: string } | null;
  readonly backup: RunShown;
  readonly drill: RunShown;
  /** A drill by hand with the private key, which the timetable does not have. */
  readonly privateKey: RunShown;
}

function Trouble({
  run,
  failed,
  missed,
}: {
  readonly run: RunShown;
  readonly failed: string;
  readonly missed: string;
}) {
  if (run.trouble === null) return null;
  return (
    <>
      <WarningText>{run.trouble === 'failed' ? `${failed} (${run.failed ?? 'time unknown'}).` : missed}</WarningText>
      {run.trouble === 'failed' && run.problem !== null && <p>{run.problem}</p>}
    </>
  );
}

export function BackupsView({ plan, backup, drill, privateKey }: BackupsProps) {
  return (
    <>
      <PageHeading lead="A backup lets whoever runs this Kept bring everything back after a fault. A drill shows that it can be done.">
        Backups
      </PageHeading>
      {plan === null ? (
        <p>Kept makes no backups by itself. Ask whoever runs this Kept how it is backed up.</p>
      ) : (
        <>
          <Trouble run={backup} failed="The last backup failed" missed="No backup was made in the last 26 hours" />
          <Trouble
            run={drill}
            failed="The last drill failed"
            missed="No backup was restored as a drill in the last 8 days"
          />
          <Trouble
            run={privateKey}
            failed="The last drill with the private key failed"
            missed="The private key has not been tested for a year. Without it no backup can be opened"
          />
          {[backup, drill, privateKey].some(({ trouble }) => trouble !== null) && <p>Tell whoever runs this Kept.</p>}
          <SummaryList
            rows={[
              { key: 'Timetable', value: `Each day at ${plan.time}` },
              { key: 'Backups kept', value: plan.keep === 1 ? 'The newest backup' : `The newest ${plan.keep} backups` },
              {
                key: 'Last backup',
                value:
                  backup.done === null
                    ? 'None yet'
                    : [backup.done, backup.bytes === null ? null : sizeWords(backup.bytes)]
                        .filter((part) => part !== null)
                        .join(', '),
              },
              {
                key: 'Last drill',
                value:
                  drill.done === null
                    ? 'None yet'
                    : drill.publications === null
                      ? drill.done
                      : `${drill.done}: ${drill.publications === 1 ? '1 publication' : `${drill.publications} publications`} came back as they were`,
              },
              {
                key: 'Private key last tested',
                value:
                  privateKey.done ?? 'Not yet. Whoever keeps the key runs “kept backup drill --key FILE” once a year',
              },
              {
                key: 'Sealed for',
                value: (
                  <>
                    the key with the mark <code>{plan.mark}</code>
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
