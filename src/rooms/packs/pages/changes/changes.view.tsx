import { Diff } from '#ui/diff/diff.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import type { PackChange } from '../../changes.js';

export interface ChangesViewProps {
  readonly board: string;
  readonly day: string;
  readonly version: number;
  /** Null for the first version, which has nothing to be compared with. */
  readonly changes: readonly PackChange[] | null;
  /** Address of this version. */
  readonly pack: string;
  /** Address of the version before. */
  readonly before: string | null;
}

export function ChangesView({ board, day, version, changes, pack, before }: ChangesViewProps) {
  const sections = Map.groupBy(changes ?? [], ({ section }) => section);
  return (
    <>
      <PageHeading caption={`${board}, ${day}`} lead={before === null ? undefined : 'Text that came in is underlined, text that went out is struck through.'}>
        What changed in version {version}
      </PageHeading>
      <p>
        <a href={pack}>Read version {version}</a>
        {before !== null && (
          <>
            {' '}
            or <a href={before}>version {version - 1}</a>
          </>
        )}
        .
      </p>
      {changes === null && <EmptyState title="This is the first version">There is no earlier one to compare it with.</EmptyState>}
      {changes !== null && changes.length === 0 && <EmptyState title="No text changed">The two versions say the same. Numbering, links or the form of the text may differ.</EmptyState>}
      {[...sections].map(([section, own]) => (
        <section>
          <h2>{section}</h2>
          <ul class="changes">
            {own.map((change) => (
              <li>
                <Change change={change} pack={pack} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const words = { added: { text: 'Added', tone: 'green' }, removed: { text: 'Removed', tone: 'red' }, changed: { text: 'Changed', tone: 'blue' } } as const;

function Change({ change, pack }: { readonly change: PackChange; readonly pack: string }) {
  return (
    <>
      <p class="changes__kind">
        <Tag tone={words[change.kind].tone}>{words[change.kind].text}</Tag>
        {change.anchor !== null && <a href={`${pack}#${change.anchor}`}>See it in its place</a>}
      </p>
      <Diff before={change.before ?? ''} after={change.after ?? ''} />
    </>
  );
}
