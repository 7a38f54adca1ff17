import { z } from 'zod';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { ownOrganisation, peoplePaths } from '#rooms/ground/people/index.js';
import { doubtedDate, retentionPaths } from '#rooms/ground/retention/index.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { type ImportLine, importLines } from '../../lookups.js';
import { importPaths } from '../../paths.js';

const none = z.object({});
const tones = { 'to check': 'yellow', publishing: 'blue', published: 'green' } as const;

function Imports({ lines, mayImport }: { readonly lines: readonly ImportLine[]; readonly mayImport: boolean }) {
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

export const listPage = workPage({
  path: '/work/imports',
  params: none,
  needs: 'see workspace',
  async get({ db, visitor }) {
    return view({
      title: 'Imports',
      crumbs: [{ text: 'Workspace', href: importPaths.workspace() }, { text: 'Imports' }],
      main: (
        <>
          <PageHeading>Imports</PageHeading>
          <Imports lines={await importLines(db, visitor.organisation)} mayImport={may(visitor, 'import')} />
        </>
      ),
    });
  },
});

export const workspacePage = workPage({
  path: '/work',
  params: none,
  needs: 'see workspace',
  async get({ db, visitor, places }) {
    const lines = await importLines(db, visitor.organisation, 5);
    const mustConfirm = may(visitor, 'administer') && (await doubtedDate(db));
    return view({
      title: 'Workspace',
      main: (
        <>
          <PageHeading
            caption={`${visitor.name}, ${(await ownOrganisation(db, visitor.organisation)).name}`}
            lead="What your organisation brings in, promises and publishes."
          >
            Workspace
          </PageHeading>
          {mustConfirm && (
            <WarningText>
              Kept deletes nothing by date now, because its date may be wrong.{' '}
              <a href={retentionPaths.date()}>Confirm the date</a>
            </WarningText>
          )}
          {places.length > 0 && (
            <Entries>
              {places.map((place) => (
                <Entry title={place.text} href={place.href}>
                  {place.about}
                </Entry>
              ))}
            </Entries>
          )}
          {(may(visitor, 'import') || lines.length > 0) && (
            <>
              <h2>Latest imports</h2>
              <Imports lines={lines} mayImport={may(visitor, 'import')} />
              {lines.length > 0 && (
                <p>
                  <a href={importPaths.list()}>All imports</a>
                </p>
              )}
            </>
          )}
          <p>
            <a href={peoplePaths.organisation()}>Your organisations and colleagues</a>
          </p>
        </>
      ),
    });
  },
});
