import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { placeLinks, queryField, queryPlace, slugParameter, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { megabytes } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { readTableAside } from '#rooms/ground/directory/index.js';
import { type PublishedFramework, publishedFrameworks } from '#rooms/ground/frameworks/index.js';
import { peoplePaths, whoOf } from '#rooms/ground/people/index.js';
import { answerInterest, inviteBodies, inviteBody, removeEntry } from '../../acts.js';
import { authorityChoices, bodyMeant } from '../../bodies.js';
import { contactProblems, type FieldProblem, type Typed, typedKind } from '../../body.form.js';
import { invitationHead, invitationTable, readInvitations } from '../../invitations.js';
import { interestsIn, keptEntry } from '../../lookups.js';
import { registerPaths } from '../../paths.js';
import { publishedRegister, registerFigures } from '../../published.js';
import { canBeDone, shownWord } from '../../rules.js';
import { endProblems, inviteProblemText } from '../../view-words.js';
import { readEnd } from '../sign/sign.form.js';
import { EndForm } from '../sign/sign.view.js';
import {
  Desk,
  Invite,
  type InviteProps,
  UploadInvitations,
  type UploadProps,
} from './work-register-of-framework.view.js';

const params = z.object({ framework: slugParameter });
const onAPage = 25;
/** Each has its own form. */
const interestedOnAPage = 20;

/** The framework, where the visitor's organisation keeps it. */
async function kept(db: Read, visitor: Visitor, slug: string): Promise<PublishedFramework | undefined> {
  return (await publishedFrameworks(db)).find((one) => one.slug === slug && one.organisation === visitor.organisation);
}

function crumbs(framework: PublishedFramework, text: string | null = null): NonNullable<View['crumbs']> {
  const here = { text: framework.name, ...(text === null ? {} : { href: registerPaths.desk(framework.slug) }) };
  return [
    { text: 'Workspace', href: '/work' },
    { text: 'Register', href: registerPaths.work() },
    here,
    ...(text === null ? [] : [{ text }]),
  ];
}

const doneWords: Readonly<Record<string, string>> = {
  declined: 'Declined. The address was deleted.',
  invited: 'Listed as interested and invited. The address was deleted here.',
  removed: 'Removed. The register says so, with the reason.',
  many: 'All lines of the file are invited and stand in the register.',
};

async function deskView(
  db: Read,
  visitor: Visitor,
  framework: PublishedFramework,
  now: Date,
  query: Readonly<Record<string, string>>,
  more: { readonly done?: string | null; readonly link?: string | null; readonly problem?: string | null } = {},
): Promise<View> {
  const today = londonDate(now);
  const { slug } = framework;
  const q = queryField(query, 'q', 100).trim();
  const found = await publishedRegister(db, { framework: slug, q, today, place: queryPlace(query), count: onAPage });
  const { total, entries } = found;
  const interests = await interestsIn(
    db,
    visitor.organisation,
    slug,
    queryPlace(query, 'interested-'),
    interestedOnAPage,
  );
  const address = `${registerPaths.desk(slug)}${q === '' ? '' : `?${new URLSearchParams({ q }).toString()}`}`;
  return {
    title: `Keep the register: ${framework.name}`,
    crumbs: crumbs(framework),
    main: (
      <Desk
        csrf={visitor.csrf}
        framework={framework.name}
        figures={await registerFigures(db, slug, today)}
        done={more.done ?? null}
        link={more.link ?? null}
        problem={more.problem ?? null}
        interests={interests.rows.map(({ id, name, kind, urn, authority, role, email, said_on }) => ({
          action: registerPaths.interest(slug, id),
          name,
          kind,
          number: urn === null ? authority : `URN ${urn}`,
          role,
          email,
          said_on,
        }))}
        interestPages={placeLinks(interests, `${registerPaths.desk(slug)}#interested`, 'interested-')}
        q={q}
        action={`${registerPaths.desk(slug)}#entries`}
        total={total}
        entries={entries.map((entry) => ({
          name: entry.name,
          href: entry.signed_on === null ? null : registerPaths.one(slug, entry.slug),
          kind: entry.kind,
          word: shownWord(entry, today),
          remove: canBeDone('remove', entry.state) ? registerPaths.remove(slug, entry.slug) : null,
        }))}
        pages={placeLinks(found, `${address}#entries`)}
        invite={(await endingOf(db, 'framework', slug)) ? null : registerPaths.invite(slug)}
        upload={registerPaths.upload(slug)}
        register={registerPaths.all(slug)}
      />
    ),
  };
}

export const deskPage = workPage({
  path: '/work/register/:framework',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { framework: slug }, query, now }) {
    const framework = await kept(db, visitor, slug);
    return framework
      ? view(await deskView(db, visitor, framework, now, query, { done: wordsAsked(doneWords, query) }))
      : halt('not-found');
  },
});

export const interestPage = workPage({
  path: '/work/register/:framework/interested/:interest',
  params: z.object({ framework: slugParameter, interest: z.string().refine(isUuid) }),
  needs: 'lead',
  fields: { answer: 'choice' },
  async post({
    db,
    visitor,
    params: { framework: slug, interest },
    fields,
    now,
    site,
    demonstration,
  }): Promise<Outcome> {
    const framework = await kept(db, visitor, slug);
    if (!framework) return halt('not-found');
    const answer = fields.get('answer') === 'invite' ? 'invite' : 'decline';
    const done = await answerInterest(db, whoOf(visitor, now), slug, interest, answer, site);
    if (!done.ok)
      return done.problem === 'not there'
        ? halt('not-found')
        : invalid(
            await deskView(
              db,
              visitor,
              framework,
              now,
              {},
              {
                problem: `${inviteProblemText(done.problem)}${done.problem === 'listed already' ? '. Decline, so that the address is deleted' : ''}`,
              },
            ),
          );
    const { token } = done.value;
    if (token !== null && demonstration)
      return view(
        await deskView(
          db,
          visitor,
          framework,
          now,
          {},
          { done: doneWords['invited'] ?? null, link: peoplePaths.join({ token }) },
        ),
      );
    return redirect(registerPaths.desk(slug, answer === 'invite' ? 'invited' : 'declined'));
  },
});

async function inviteView(
  db: Read,
  visitor: Visitor,
  framework: PublishedFramework,
  more: Pick<InviteProps, 'typed' | 'problems' | 'invited'>,
): Promise<View> {
  return {
    title: `Invite somebody: ${framework.name}`,
    crumbs: crumbs(framework, 'Invite somebody'),
    main: (
      <Invite
        csrf={visitor.csrf}
        framework={framework.name}
        action={registerPaths.invite(framework.slug)}
        back={registerPaths.desk(framework.slug)}
        authorities={await authorityChoices(db)}
        {...more}
      />
    ),
  };
}

export const invitePage = workPage({
  path: '/work/register/:framework/invite',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { framework: slug } }) {
    const framework = await kept(db, visitor, slug);
    return framework
      ? view(await inviteView(db, visitor, framework, { typed: {}, problems: [], invited: null }))
      : halt('not-found');
  },
  fields: {
    kind: 'choice',
    authority: 'choice',
    email: 'line',
    school: 'line',
    trust: 'line',
    group: 'line',
    area: 'choice',
  },
  async post({ db, visitor, params: { framework: slug }, fields, now, site, demonstration }): Promise<Outcome> {
    const framework = await kept(db, visitor, slug);
    if (!framework) return halt('not-found');
    const typed: Typed = Object.fromEntries(fields.names().map((name) => [name, fields.get(name)]));
    const again = async (problems: readonly FieldProblem[]): Promise<Outcome> =>
      invalid(await inviteView(db, visitor, framework, { typed, problems, invited: null }));
    const kind = typedKind(typed);
    const body = kind === null ? null : await bodyMeant(db, typed, kind);
    const problems = [
      ...(body === null ? [{ field: 'kind', message: 'Choose who it is' }] : body.ok ? [] : body.problem),
      ...contactProblems(typed, { email: false, role: false }),
    ];
    if (!body?.ok || problems.length > 0) return again(problems);
    const email = (typed['email'] ?? '').trim();
    const done = await inviteBody(
      db,
      whoOf(visitor, now),
      slug,
      { body: body.value, email: email === '' ? null : email, isInterested: false },
      site,
    );
    if (!done.ok)
      return again([
        {
          field: typeof done.problem === 'string' ? body.value.kind : 'email',
          message: inviteProblemText(done.problem),
        },
      ]);
    const { token, letter } = done.value;
    return view(
      await inviteView(db, visitor, framework, {
        typed: {},
        problems: [],
        invited: {
          name: body.value.name,
          letter,
          link: demonstration && token !== null ? peoplePaths.join({ token }) : null,
        },
      }),
    );
  },
});

function uploadView(
  visitor: Visitor,
  framework: PublishedFramework,
  more: Pick<UploadProps, 'message' | 'rows' | 'broken'>,
): View {
  return {
    title: `Invite many by a file: ${framework.name}`,
    crumbs: crumbs(framework, 'Invite many by a file'),
    main: (
      <UploadInvitations
        csrf={visitor.csrf}
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
    const framework = await kept(db, visitor, slug);
    return framework ? view(uploadView(visitor, framework, { message: null, rows: [], broken: 0 })) : halt('not-found');
  },
  prepare: async ({ files: { invitations } }) => invitations && readTableAside(invitations.bytes, invitationTable),
  fields: {},
  files: { invitations: { atMost: 8 * megabytes } },
  async post({ db, visitor, params: { framework: slug }, prepared: table, now, site }): Promise<Outcome> {
    const framework = await kept(db, visitor, slug);
    if (!framework) return halt('not-found');
    const refuse = (message: string, rows: UploadProps['rows'] = [], broken = 0): Outcome =>
      invalid(uploadView(visitor, framework, { message, rows, broken }));
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
    return (await kept(db, visitor, slug))
      ? { kind: 'file', body: `${invitationHead}\r\n`, type: 'text/csv; charset=utf-8', download: 'invitations.csv' }
      : halt('not-found');
  },
});

async function removing(
  db: Read,
  visitor: Visitor,
  framework: PublishedFramework,
  slug: string,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View | null> {
  const entry = await keptEntry(db, visitor.organisation, framework.slug, slug);
  if (!entry) return null;
  return {
    title: `Remove ${entry.name}: ${framework.name}`,
    crumbs: crumbs(framework, 'Remove'),
    main: (
      <EndForm
        csrf={visitor.csrf}
        caption={framework.name}
        heading={`Remove ${entry.name}`}
        lead="It stays in the register as removed, with who decided it and why. Its badge says so from now on."
        button="Remove, in public"
        action={registerPaths.remove(framework.slug, slug)}
        back={registerPaths.desk(framework.slug)}
        framework={framework.slug}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const removePage = workPage({
  path: '/work/register/:framework/entries/:entry/remove',
  params: z.object({ framework: slugParameter, entry: slugParameter }),
  needs: 'lead',
  async get({ db, visitor, params }) {
    const framework = await kept(db, visitor, params.framework);
    const shown = framework && (await removing(db, visitor, framework, params.entry, {}, []));
    return shown ? view(shown) : halt('not-found');
  },
  fields: { by: 'line', reason: 'text', framework: 'choice' },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const framework = await kept(db, visitor, params.framework);
    if (!framework) return halt('not-found');
    const typed: Typed = Object.fromEntries(fields.names().map((name) => [name, fields.get(name)]));
    const again = async (problems: readonly FieldProblem[]): Promise<Outcome> => {
      const shown = await removing(db, visitor, framework, params.entry, typed, problems);
      return shown ? invalid(shown) : halt('not-found');
    };
    const form = readEnd(typed);
    if (!form.ok) return again(form.problem);
    const done = await removeEntry(db, whoOf(visitor, now), params.framework, params.entry, form.value, site);
    return done.ok
      ? redirect(registerPaths.desk(params.framework, 'removed'))
      : again([{ field: 'by', message: endProblems[done.problem] }]);
  },
});
