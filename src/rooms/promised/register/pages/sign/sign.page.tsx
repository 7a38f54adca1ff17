import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { dateFields } from '#base/date-fields.js';
import { londonDate, plainDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { frameworkPaths, publishedFramework, type WholeFramework } from '#rooms/ground/frameworks/index.js';
import { workBoards } from '#rooms/decided/meetings/index.js';
import { publishedDecisions } from '#rooms/decided/minutes/index.js';
import { ownOrganisation, peoplePaths, whoOf } from '#rooms/ground/people/index.js';
import { signingBody, signRegister, withdrawSignature } from '../../acts.js';
import { ownEntry } from '../../lookups.js';
import { registerPaths } from '../../paths.js';
import { audienceOf, canBeDone, lapsesOn } from '../../rules.js';
import { endProblems, signProblems } from '../../view-words.js';
import type { SignProblem } from '../../words.js';
import { readEnd, readSignature } from './sign.form.js';
import { CannotSign, EndForm, Sign, signHeading } from './sign.view.js';

const crumb = [
  { text: 'Workspace', href: '/work' },
  { text: 'Register', href: registerPaths.work() },
];

function nothingHere(why: string): View {
  return { title: 'Nothing to sign here', crumbs: crumb, main: <CannotSign why={why} back={registerPaths.work()} /> };
}

/** Decisions of one's own boards, the newest of each. */
async function ownDecisions(
  db: Read,
  organisation: string,
): Promise<readonly { readonly value: string; readonly text: string }[]> {
  const boards = await workBoards(db, organisation);
  const found = [];
  for (const { slug } of boards.slice(0, 5))
    found.push(...(await publishedDecisions(db, { board: slug, count: 20 })).rows);
  return found.map(({ path, date, board_name, item_title }) => ({
    value: path,
    text: `${date === null ? '' : `${plainDate(date)}, `}${board_name}: ${item_title}`,
  }));
}

/** The form; `typed` is null before anything was typed: then what was signed before stands in it. */
async function shown(
  db: Read,
  visitor: Visitor,
  framework: WholeFramework,
  now: Date,
  typed: Typed | null,
  problems: readonly FieldProblem[],
): Promise<View> {
  const own = await ownOrganisation(db, visitor.organisation);
  const kind = signingBody(own.kind);
  const why: SignProblem | null =
    framework.organisation === visitor.organisation ? 'own framework' : kind === null ? 'cannot sign' : null;
  if (why !== null || kind === null) return nothingHere(signProblems[why ?? 'cannot sign']);
  if (await endingOf(db, 'framework', framework.slug)) return nothingHere(signProblems['framework ended']);
  const asks = framework.asks.filter(({ audience }) => audience === audienceOf[kind]);
  if (asks.length === 0) return nothingHere(signProblems['nothing asked']);
  const entry = await ownEntry(db, visitor.organisation, framework.slug);
  if (entry && !canBeDone('sign', entry.state)) return nothingHere(signProblems['was removed']);
  const before =
    entry?.state === 'signed' && entry.signed_on !== null
      ? { version: entry.version ?? 1, lapses: lapsesOn(entry.signed_on), today: londonDate(now) }
      : null;
  const initial: Typed = entry?.signed_on
    ? {
        by: entry.signed_by ?? '',
        role: entry.signed_role ?? '',
        mandate: entry.mandate ?? '',
        asks: entry.asks.join('\n'),
      }
    : { ...dateFields('on', null) };
  return {
    title: `${signHeading(before, framework.version)}: ${framework.name}`,
    crumbs: [...crumb, { text: framework.name }],
    main: (
      <Sign
        framework={framework.name}
        slug={framework.slug}
        frameworkHref={frameworkPaths.one(framework.slug)}
        version={framework.version}
        organisation={own.name}
        action={registerPaths.sign(framework.slug)}
        back={registerPaths.work()}
        asks={asks.map(({ key, body }) => ({ value: key, label: body }))}
        decisions={await ownDecisions(db, visitor.organisation)}
        before={before}
        heldBy={visitor.isUnverified === true ? peoplePaths.verification() : null}
        typed={typed ?? initial}
        problems={problems}
      />
    ),
  };
}

const fieldFor: Readonly<Record<SignProblem, string>> = {
  'no such framework': 'by',
  'cannot sign': 'by',
  'own framework': 'by',
  'was removed': 'by',
  'decided later': 'on-day',
  'nothing asked': 'by',
  'framework ended': 'asks',
  'no asks': 'asks',
};

export const signPage = workPage({
  path: '/work/register/sign',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query, now }) {
    const framework = await publishedFramework(db, queryField(query, 'framework', 120));
    return framework
      ? view(await shown(db, visitor, framework, now, null, []))
      : view(nothingHere('Choose a framework first.'));
  },
  fields: {
    framework: 'choice',
    by: 'line',
    role: 'line',
    mandate: 'line',
    link: 'line',
    decision: 'choice',
    'on-*': 'line',
    asks: { length: 'choice', most: 200 },
  },
  async post({ db, visitor, fields, now, site }): Promise<Outcome> {
    const framework = await publishedFramework(db, fields.get('framework'));
    if (!framework) return halt('not-found');
    const typed = typedIn(fields);
    const form = readSignature(typed, site, londonDate(now));
    if (!form.ok) return invalid(await shown(db, visitor, framework, now, typed, form.problem));
    const done = await signRegister(db, whoOf(visitor, now), framework.slug, form.value);
    if (!done.ok)
      return invalid(
        await shown(db, visitor, framework, now, typed, [
          { field: fieldFor[done.problem], message: signProblems[done.problem] },
        ]),
      );
    return redirect(`${registerPaths.work()}?done=${done.value.kind}`);
  },
});

async function withdrawing(
  db: Read,
  visitor: Visitor,
  slug: string,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View | null> {
  const framework = await publishedFramework(db, slug);
  const entry = framework && (await ownEntry(db, visitor.organisation, slug));
  if (!framework || !entry || !canBeDone('withdraw', entry.state)) return null;
  return {
    title: `Withdraw: ${framework.name}`,
    crumbs: [...crumb, { text: 'Withdraw' }],
    main: (
      <EndForm
        caption={framework.name}
        heading="Take your signature back"
        lead="The register will say that you withdrew, who decided it and why. You can sign again later."
        button="Withdraw, in public"
        action={registerPaths.withdraw(slug)}
        back={registerPaths.work()}
        framework={slug}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const withdrawPage = workPage({
  path: '/work/register/withdraw',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    return view(
      (await withdrawing(db, visitor, queryField(query, 'framework', 120), {}, [])) ??
        nothingHere('Your organisation has not signed this, so there is nothing to withdraw.'),
    );
  },
  fields: { framework: 'choice', by: 'line', reason: 'text' },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const slug = fields.get('framework');
    const typed = typedIn(fields);
    const again = async (problems: readonly FieldProblem[]): Promise<Outcome> =>
      invalid((await withdrawing(db, visitor, slug, typed, problems)) ?? nothingHere(endProblems['not signed']));
    const form = readEnd(typed);
    if (!form.ok) return again(form.problem);
    const done = await withdrawSignature(db, whoOf(visitor, now), slug, form.value);
    return done.ok
      ? redirect(`${registerPaths.work()}?done=withdrawn`)
      : again([{ field: 'by', message: endProblems[done.problem] }]);
  },
});
