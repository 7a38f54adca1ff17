import { Imports } from '../imports-table.view.js';
import { z } from 'zod';
import { view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { PageHeading } from '#ui/page/page.js';
import { importLines } from '../../lookups.js';
import { importPaths } from '../../paths.js';

const none = z.object({});

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
