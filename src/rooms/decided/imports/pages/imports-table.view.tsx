import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import type { ImportLine } from '../lookups.js';
import { importPaths } from '../paths.js';

const tones = { 'to check': 'yellow', publishing: 'blue', published: 'green' } as const;

export function Imports({ lines, mayImport }: { readonly lines: readonly ImportLine[]; readonly mayImport: boolean }) {
  const action = mayImport ? <Button href={importPaths.upload()}>Import a pack</Button> : undefined;
  if (lines.length === 0)
    return (
      <EmptyState title="No imports yet" action={action}>
        Bring in an agenda pack or minutes that were published elsewhere: Kept reads them, shows what does not add up,
        and publishes them again.
      </EmptyState>
    );
  return (
    <>
      {action}
      <Table
        narrow="stack"
        caption="Imports, newest first"
        head={[
          { content: 'Board' },
          { content: 'File' },
          { content: 'State' },
          { content: 'Read' },
          { content: 'Imported' },
        ]}
        rows={lines.map((line) => [
          // The check page is for those who may import: to others the way there would be closed.
          { content: mayImport ? <a href={importPaths.check({ import: line.id })}>{line.about}</a> : line.about },
          { content: line.name },
          { content: <Tag tone={tones[line.state]}>{line.state}</Tag> },
          { content: line.summary },
          { content: `${plainDate(londonDate(line.importedAt))}, ${plainTime(londonTime(line.importedAt))}` },
        ])}
      />
    </>
  );
}
