import { crumbs, keptFramework, params } from '../kept-register.js';
import { megabytes } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { readTableAside } from '#rooms/ground/directory/index.js';
import type { PublishedFramework } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { inviteBodies } from '../../acts.js';
import { invitationHead, invitationTable, readInvitations } from '../../invitations.js';
import { registerPaths } from '../../paths.js';
import { inviteProblemText } from '../../view-words.js';
import { UploadInvitations, type UploadProps } from './invitations.view.js';

function uploadView(framework: PublishedFramework, more: Pick<UploadProps, 'message' | 'rows' | 'broken'>): View {
  return {
    title: `Invite many by a file: ${framework.name}`,
    crumbs: crumbs(framework, 'Invite many by a file'),
    main: (
      <UploadInvitations
        framework={framework.name}
        action={registerPaths.upload(framework.slug)}
        back={registerPaths.desk(framework.slug)}
        columnsHref={registerPaths.uploadColumns(framework.slug)}
        {...more}
      />
    ),
  };
}

export const uploadPage = workPage({
  path: '/work/register/:framework/invitations',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { framework: slug } }) {
    const framework = await keptFramework(db, visitor, slug);
    return framework ? view(uploadView(framework, { message: null, rows: [], broken: 0 })) : halt('not-found');
  },
  prepare: async ({ files: { invitations } }) => invitations && readTableAside(invitations.bytes, invitationTable),
  fields: {},
  files: { invitations: { atMost: 8 * megabytes } },
  async post({ db, visitor, params: { framework: slug }, prepared: table, now, site }): Promise<Outcome> {
    const framework = await keptFramework(db, visitor, slug);
    if (!framework) return halt('not-found');
    const refuse = (message: string, rows: UploadProps['rows'] = [], broken = 0): Outcome =>
      invalid(uploadView(framework, { message, rows, broken }));
    if (!table) return refuse('Choose a file');
    const read = table.ok ? await readInvitations(db, slug, table.value) : table;
    if (!read.ok) return refuse(read.problem.message, read.problem.rows, read.problem.broken);
    const done = await inviteBodies(db, whoOf(visitor, now), slug, read.value, site);
    return done.ok
      ? redirect(registerPaths.desk(slug, 'many'))
      : refuse(
          `${inviteProblemText(done.problem.code)}${done.problem.at === null ? '' : `: ${read.value[done.problem.at]?.body.name ?? ''}`}. Nothing was saved.`,
        );
  },
});

/** The names of the columns, as a file to fill in. */
export const uploadColumnsPage = workPage({
  path: '/work/register/:framework/invitations/columns.csv',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { framework: slug } }) {
    return (await keptFramework(db, visitor, slug))
      ? { kind: 'file', body: `${invitationHead}\r\n`, type: 'text/csv; charset=utf-8', download: 'invitations.csv' }
      : halt('not-found');
  },
});
