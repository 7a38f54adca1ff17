import { z } from 'zod';
import { type Outcome, redirect, view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { workplacesOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { Workplaces } from './organisation.view.js';

const none = z.object({});
const crumb = { text: 'Workspace', href: '/work' };

/** Choosing for which of one's organisations one works now. */
export const organisationPage = workPage({
  path: '/work/organisation',
  params: none,
  needs: 'see workspace',
  async get({ db, visitor }) {
    const workplaces = await workplacesOf(db, visitor.account);
    return view({
      title: 'Your organisations',
      crumbs: [crumb, { text: 'Your organisations' }],
      main: (
        <Workplaces
          action={peoplePaths.organisation()}
          person={visitor.name}
          current={visitor.organisation}
          workplaces={workplaces}
          colleagues={may(visitor, 'lead') ? peoplePaths.colleagues() : null}
        />
      ),
    });
  },
  fields: { organisation: 'choice' },
  async post({ db, visitor, fields }): Promise<Outcome> {
    const chosen = (await workplacesOf(db, visitor.account)).find(({ id }) => id === fields.get('organisation'));
    return chosen ? redirect('/work', { workIn: chosen.id }) : redirect(peoplePaths.organisation());
  },
});
