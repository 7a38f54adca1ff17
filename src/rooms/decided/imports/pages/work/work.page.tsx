import { z } from 'zod';
import { Imports } from '../imports-table.view.js';
import { view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { ownOrganisation, peoplePaths } from '#rooms/ground/people/index.js';
import { doubtedDate, retentionPaths } from '#rooms/ground/retention/index.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { importLines } from '../../lookups.js';
import { importPaths } from '../../paths.js';

export const workspacePage = workPage({
  path: '/work',
  params: z.object({}),
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
