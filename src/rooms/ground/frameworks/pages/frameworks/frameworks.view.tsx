import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';

export interface FrameworksViewProps {
  readonly frameworks: readonly {
    readonly href: string;
    readonly name: string;
    readonly summary: string;
    readonly organisation_name: string;
    readonly themes: number;
    readonly ended_on: string | null;
  }[];
}

export function FrameworksView({ frameworks }: FrameworksViewProps) {
  return (
    <>
      <PageHeading lead="What organisations, schools and young people can sign up to: themes, and what is asked of each under them.">
        Frameworks
      </PageHeading>
      {frameworks.length === 0 ? (
        <EmptyState title="No frameworks yet">
          A charter or a list of asks appears here when its keeper publishes it.
        </EmptyState>
      ) : (
        <Entries>
          {frameworks.map((one) => (
            <Entry
              title={one.name}
              href={one.href}
              facts={`Kept by ${one.organisation_name}, ${one.themes} themes${one.ended_on === null ? '' : `, ended on ${plainDate(one.ended_on)}`}`}
            >
              <p>{one.summary}</p>
            </Entry>
          ))}
        </Entries>
      )}
    </>
  );
}
