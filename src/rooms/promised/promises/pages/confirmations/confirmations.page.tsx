import type { FieldProblem, Typed } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { ownOrganisation, publishedOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { answerConfirmation, showGroup, withdrawWords, withdrawYes } from '../../confirmations.js';
import { type AskedOfUs, askedOfGroup } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { publishedPromise } from '../../published.js';
import { readAnswer } from './confirmations.form.js';
import { Confirmation, Confirmations } from './confirmations.view.js';

const crumbs = [{ text: 'Workspace', href: '/work' }];

export const confirmationsPage = workPage({
  path: '/work/confirmations',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    const own = await ownOrganisation(db, visitor.organisation);
    const asked = await askedOfGroup(db, visitor.organisation);
    return view({
      title: 'Was it kept?',
      crumbs: [...crumbs, { text: 'Was it kept?' }],
      main: (
        <Confirmations
          action={promisePaths.confirmations()}
          organisation={own.name}
          isGroup={own.kind === 'group'}
          isShown={(await publishedOrganisation(db, own.slug)) !== undefined}
          done={
            query['done'] === 'answered'
              ? 'The answer is public.'
              : query['done'] === 'shown'
                ? 'Those who promise can find your group now.'
                : null
          }
          asked={asked.map((one) => ({ ...one, href: promisePaths.confirmation(one.id) }))}
        />
      ),
    });
  },
  fields: {},
  async post({ db, visitor, now }): Promise<Outcome> {
    const own = await ownOrganisation(db, visitor.organisation);
    if (own.kind !== 'group') return redirect(promisePaths.confirmations());
    await showGroup(db, whoOf(visitor, now));
    return redirect(`${promisePaths.confirmations()}?done=shown`);
  },
});

async function shown(
  db: Read,
  group: string,
  asked: AskedOfUs,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View | null> {
  const promise = await publishedPromise(db, asked.slug);
  if (!promise) return null;
  // Only the last answer of the group can be taken back.
  const last = (await askedOfGroup(db, group))
    .filter(({ slug }) => slug === asked.slug)
    .every(({ asked_on, id }) => [asked_on, id].join() <= [asked.asked_on, asked.id].join());
  return {
    title: `Was it kept? ${promise.organisation_name}, ${asked.asked_on}`,
    crumbs: [
      ...crumbs,
      { text: 'Was it kept?', href: promisePaths.confirmations() },
      { text: promise.organisation_name },
    ],
    main: (
      <Confirmation
        action={promisePaths.confirmation(asked.id)}
        back={promisePaths.confirmations()}
        page={promisePaths.one(asked.slug)}
        promise={promise}
        evidence={promise.proof.filter(({ taken_back_on }) => taken_back_on === null)}
        answered={
          asked.answer === null || asked.people === null || asked.answered_on === null
            ? null
            : { answer: asked.answer, people: asked.people, words: asked.words, on: asked.answered_on }
        }
        mayTakeBack={asked.answer === 'yes' && last}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const confirmationPage = workPage({
  path: '/work/confirmations/:confirmation',
  params: z.object({ confirmation: z.string().refine(isUuid) }),
  needs: 'lead',
  async get({ db, visitor, params }) {
    const [asked] = await askedOfGroup(db, visitor.organisation, params.confirmation);
    const page = asked && (await shown(db, visitor.organisation, asked, {}, []));
    return page ? view(page) : halt('not-found');
  },
  fields: { answer: 'choice', people: 'line', words: 'text', outcome: 'choice' },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const [asked] = await askedOfGroup(db, visitor.organisation, params.confirmation);
    if (!asked) return halt('not-found');
    const who = whoOf(visitor, now);
    if (fields.get('outcome') === 'take back') {
      await withdrawWords(db, who, asked.id);
      return redirect(promisePaths.confirmation(asked.id));
    }
    const typed: Typed = { answer: fields.get('answer'), people: fields.get('people'), words: fields.get('words') };
    const form = readAnswer(typed);
    if (!form.ok) {
      const page = await shown(db, visitor.organisation, asked, typed, form.problem);
      return page ? invalid(page) : halt('not-found');
    }
    const answer = await (fields.get('outcome') === 'no more' ? withdrawYes : answerConfirmation)(
      db,
      who,
      asked.id,
      form.value,
      site,
    );
    // Answered already, by a colleague: the page shows what was said.
    return redirect(answer.ok ? `${promisePaths.confirmations()}?done=answered` : promisePaths.confirmation(asked.id));
  },
});
