import { Diff } from '#ui/diff/diff.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { inDocument } from '#ui/frozen/divide.js';
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
  /** Whether it is in parts. */
  readonly isLong: boolean;
  /** Address of the version before. */
  readonly before: string | null;
}

export function ChangesView({ board, day, version, changes, pack, isLong, before }: ChangesViewProps) {
  const names = linkNames(changes ?? []);
  const sections = Map.groupBy(changes ?? [], ({ section }) => section);
  return (
    <>
      <PageHeading
        caption={`${board}, ${day}`}
        lead={before === null ? undefined : 'Text that came in is underlined, text that went out is struck through.'}
      >
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
      {changes === null && (
        <EmptyState title="This is the first version">There is no earlier one to compare it with.</EmptyState>
      )}
      {changes !== null && changes.length === 0 && (
        <EmptyState title="No text changed">
          The two versions say the same. Numbering, links or the form of the text may differ.
        </EmptyState>
      )}
      {[...sections].map(([section, own]) => (
        <section>
          <h2>{section}</h2>
          <ul class="changes">
            {own.map((change) => (
              <li>
                <Change change={change} name={names.get(change) ?? change.section} pack={pack} isLong={isLong} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Each place by its name; several places that bear one name are counted, so that no two links sound the same. */
function linkNames(changes: readonly PackChange[]): ReadonlyMap<PackChange, string> {
  const shown = changes.filter(({ anchor }) => anchor !== null);
  const names = new Map<PackChange, string>();
  for (const [place, own] of Map.groupBy(shown, ({ place: named }) => named)) {
    const anchors = [...new Set(own.map(({ anchor }) => anchor))];
    for (const change of own)
      names.set(
        change,
        anchors.length === 1 ? place : `${place} (${anchors.indexOf(change.anchor) + 1} of ${anchors.length})`,
      );
  }
  return names;
}

const words = {
  added: { text: 'Added', tone: 'green' },
  removed: { text: 'Removed', tone: 'red' },
  changed: { text: 'Changed', tone: 'blue' },
} as const;

function Change({
  change,
  name,
  pack,
  isLong,
}: {
  readonly change: PackChange;
  readonly name: string;
  readonly pack: string;
  readonly isLong: boolean;
}) {
  return (
    <>
      <p class="changes__kind">
        <Tag tone={words[change.kind].tone}>{words[change.kind].text}</Tag>
        {change.anchor !== null && <a href={inDocument(pack, change.anchor, isLong)}>See {name} in its place</a>}
      </p>
      <Diff before={change.before ?? ''} after={change.after ?? ''} />
    </>
  );
}
