import { params, keptFramework, crumbs } from '../kept-register.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { placeLinks, queryField, queryPlace, slugParameter, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import type { PublishedFramework } from '#rooms/ground/frameworks/index.js';
import { peoplePaths, whoOf } from '#rooms/ground/people/index.js';
import { answerInterest } from '../../acts.js';
import { interestsIn } from '../../lookups.js';
import { registerPaths } from '../../paths.js';
import { publishedRegister, registerFigures } from '../../published.js';
import { canBeDone, shownWord } from '../../rules.js';
import { inviteProblemText } from '../../view-words.js';
import { KeptRegister } from './work-register-of-framework.view.js';
const onAPage = 25;
/** Each has its own form. */
const interestedOnAPage = 20;

const doneWords: Readonly<Record<string, string>> = {
  declined: 'Declined. The address was deleted.',
  invited: 'Listed as interested and invited. The address was deleted here.',
  removed: 'Removed. The register says so, with the reason.',
  many: 'All lines of the file are invited and stand in the register.',
};

async function keptRegisterView(
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
      <KeptRegister
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

export const keptRegisterPage = workPage({
  path: '/work/register/:framework',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { framework: slug }, query, now }) {
    const framework = await keptFramework(db, visitor, slug);
    return framework
      ? view(await keptRegisterView(db, visitor, framework, now, query, { done: wordsAsked(doneWords, query) }))
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
    const framework = await keptFramework(db, visitor, slug);
    if (!framework) return halt('not-found');
    const answer = fields.get('answer') === 'invite' ? 'invite' : 'decline';
    const done = await answerInterest(db, whoOf(visitor, now), slug, interest, answer, site);
    if (!done.ok)
      return done.problem === 'not there'
        ? halt('not-found')
        : invalid(
            await keptRegisterView(
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
        await keptRegisterView(
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
