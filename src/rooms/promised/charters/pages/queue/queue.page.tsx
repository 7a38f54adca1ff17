import type { FieldProblem, Typed } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { slugParameter, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { answerSuggestion, recordFromSuggestion } from '../../suggestions.js';
import { type Charter, charterOf, clausesOf } from '../../lookups.js';
import { type Suggestion, suggestionOf, suggestionsOf } from '#rooms/promised/together/index.js';
import { charterPaths } from '../../paths.js';
import { doneWords, problemWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { readReview } from './queue.form.js';
import { Queue, ReadSuggestion, suggestionTitle } from './queue.view.js';

const params = z.object({ charter: slugParameter });
const oneParams = z.object({ charter: slugParameter, suggestion: z.string().refine(isUuid) });
const crumbs = (charter: Charter) => [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
  { text: charter.title, href: charterPaths.own(charter.slug) },
];

async function aims(db: Read, visitor: Visitor, charter: Charter): Promise<ReadonlyMap<string, string>> {
  return new Map((await clausesOf(db, visitor.organisation, charter.id)).map(({ id, aim }) => [id, aim]));
}

function titleOf({ kind, clause, aim }: Suggestion, known: ReadonlyMap<string, string>): string {
  return suggestionTitle(
    kind,
    kind === 'clause' ? (aim === null ? null : `we will ${aim}`) : clause === null ? null : (known.get(clause) ?? null),
  );
}

export const queuePage = workPage({
  path: '/work/charters/:charter/queue',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug }, query }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const known = await aims(db, visitor, charter);
    const lines = (await suggestionsOf(db, visitor.organisation, charter.id)).map((one) => ({
      href: charterPaths.suggestion(slug, one.id),
      title: titleOf(one, known),
      day: one.day,
      state: one.state,
      edited: one.edited,
      reason: one.reason,
      passedOn: one.passed_on,
    }));
    return view({
      title: `What young people wrote: ${charter.title}`,
      crumbs: [...crumbs(charter), { text: 'What young people wrote' }],
      main: (
        <Queue
          done={wordsAsked(doneWords, query)}
          back={charterPaths.own(slug)}
          waiting={lines.filter(({ state }) => state === 'waiting')}
          read={lines.filter(({ state }) => state !== 'waiting')}
        />
      ),
    });
  },
});

async function found(
  db: Read,
  visitor: Visitor,
  slug: string,
  id: string,
): Promise<{ readonly charter: Charter; readonly suggestion: Suggestion } | undefined> {
  const charter = await charterOf(db, visitor.organisation, slug);
  const suggestion = charter && (await suggestionOf(db, visitor.organisation, charter.id, id));
  return charter && suggestion && { charter, suggestion };
}

async function shown(
  db: Read,
  visitor: Visitor,
  charter: Charter,
  suggestion: Suggestion,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  const title = titleOf(suggestion, await aims(db, visitor, charter));
  return {
    title,
    crumbs: [
      ...crumbs(charter),
      { text: 'What young people wrote', href: charterPaths.queue(charter.slug) },
      { text: 'Read' },
    ],
    main: (
      <ReadSuggestion
        action={charterPaths.suggestion(charter.slug, suggestion.id)}
        back={charterPaths.queue(charter.slug)}
        title={title}
        kind={suggestion.kind}
        state={suggestion.state}
        pledge={
          suggestion.kind === 'words'
            ? null
            : {
                aim: suggestion.aim ?? '',
                steps: suggestion.steps ?? [],
                effect:
                  (suggestion.effect ?? '') === ''
                    ? null
                    : { verb: suggestion.effect_verb ?? 'can', words: suggestion.effect ?? '' },
              }
        }
        body={suggestion.body}
        isGone={suggestion.passed_on !== null && suggestion.body === null && suggestion.aim === null}
        edited={suggestion.edited}
        passedOn={suggestion.passed_on}
        typed={typed}
        problems={problems}
        safeguarding={charter.safeguarding}
      />
    ),
  };
}

export const suggestionPage = workPage({
  path: '/work/charters/:charter/queue/:suggestion',
  params: oneParams,
  needs: 'lead',
  async get({ db, visitor, params: at }) {
    const both = await found(db, visitor, at.charter, at.suggestion);
    if (!both) return halt('not-found');
    const { suggestion } = both;
    return view(
      await shown(
        db,
        visitor,
        both.charter,
        suggestion,
        {
          aim: suggestion.aim ?? '',
          steps: (suggestion.steps ?? []).join('\n'),
          effect: suggestion.effect ?? '',
          body: suggestion.body ?? '',
          reason: suggestion.reason ?? '',
        },
        [],
      ),
    );
  },
  fields: {
    outcome: 'choice',
    body: 'text',
    reason: 'choice',
    pass: 'choice',
    aim: 'text',
    steps: 'text',
    effect: 'text',
  },
  async post({ db, visitor, params: at, fields, now, site }): Promise<Outcome> {
    const both = await found(db, visitor, at.charter, at.suggestion);
    if (!both) return halt('not-found');
    const typed = typedIn(fields);
    const form = readReview(typed, both.suggestion.kind === 'words');
    if (!form.ok) return invalid(await shown(db, visitor, both.charter, both.suggestion, typed, form.problems));
    const answered = await answerSuggestion(db, whoOf(visitor, now), at.charter, at.suggestion, form.review, site);
    if (!answered.ok)
      return invalid(
        await shown(db, visitor, both.charter, both.suggestion, typed, [
          { field: 'outcome', message: problemWords(answered.problem) },
        ]),
      );
    const done = form.review.outcome !== 'withhold' ? 'cleared' : form.review.pass ? 'passed' : 'withheld';
    return redirect(`${charterPaths.queue(at.charter)}?done=${done}`);
  },
});

export const takePage = workPage({
  path: '/work/charters/:charter/queue/:suggestion/take',
  params: oneParams,
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params: at, now }) {
    const taken = await recordFromSuggestion(db, whoOf(visitor, now), at.charter, at.suggestion);
    if (!taken.ok && taken.problem.code === 'not there') return halt('not-found');
    return redirect(
      taken.ok
        ? `${charterPaths.own(at.charter)}?done=taken#clause-${taken.value.clause}`
        : `${charterPaths.own(at.charter)}?done=not-now`,
    );
  },
});
