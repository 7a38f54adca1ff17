import { z } from 'zod';
import { placeLinks, queryPlace, slugParameter, wordsAsked } from '#kit/address.js';
import { halt, view, workPage } from '#kit/page.js';
import { publishedFramework } from '#rooms/ground/frameworks/index.js';
import { ownOrganisation } from '#rooms/ground/people/index.js';
import { promisePaths } from '#rooms/promised/promises/index.js';
import { charterOf, chartersOf, clausesOf, stagesOf } from '../../lookups.js';
import { clausesToVote, handVotesOf, tallyOf, votedElsewhere } from '../../vote-results.js';
import { type ClauseText, codesOf, suggestionsOf } from '#rooms/promised/together/index.js';
import { charterPaths } from '../../paths.js';
import { publishedCharter } from '../../published.js';
import { canBeDone, earlierStages, nextStages } from '../../rules.js';
import { doneWords } from '../../view-words.js';
import { OwnCharter, WorkCharters } from './work-charters.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
] as const;

const onAPage = 50;

export const workChartersPage = workPage({
  path: '/work/charters',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    const own = await ownOrganisation(db, visitor.organisation);
    const charters = await chartersOf(db, visitor.organisation, queryPlace(query), onAPage);
    return view({
      title: 'Your charters',
      crumbs: [crumbs[0], { text: 'Charters' }],
      main: (
        <WorkCharters
          organisation={own.name}
          done={wordsAsked(doneWords, query)}
          add={charterPaths.add()}
          all={charterPaths.all()}
          charters={charters.rows.map((one) => ({ ...one, href: charterPaths.own(one.slug) }))}
          pages={placeLinks(charters, charterPaths.work())}
        />
      ),
    });
  },
});

const effectOf = ({ effectVerb, effect }: Pick<ClauseText, 'effectVerb' | 'effect'>) =>
  effect === '' ? null : { verb: effectVerb, words: effect };

export const ownCharterPage = workPage({
  path: '/work/charters/:charter',
  params: z.object({ charter: slugParameter }),
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug }, query }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const clauses = await clausesOf(db, visitor.organisation, charter.id);
    const suggestions = await suggestionsOf(db, visitor.organisation, charter.id);
    const tally = new Map((await tallyOf(db, visitor.organisation, charter.id)).map((one) => [one.clause, one]));
    const elsewhere = new Map(
      (await votedElsewhere(db, visitor.organisation, charter.id)).map((one) => [
        one.clause,
        { title: one.title, href: charterPaths.own(one.slug), on: one.closedOn },
      ]),
    );
    const hands = Map.groupBy(await handVotesOf(db, visitor.organisation, charter.id), ({ clause }) => clause);
    const framework = await publishedFramework(db, charter.framework);
    const aims = new Map(clauses.map(({ id, aim }) => [id, aim]));
    const { stage } = charter;
    const cleared = suggestions.filter(({ state, used }) => state === 'cleared' && !used);
    return view({
      title: `Your charter: ${charter.title}`,
      crumbs: [...crumbs, { text: charter.title }],
      main: (
        <OwnCharter
          title={charter.title}
          intro={charter.intro}
          stage={stage}
          done={wordsAsked(doneWords, query)}
          stages={await stagesOf(db, visitor.organisation, charter.id)}
          can={{
            editWords: canBeDone('edit words', stage),
            editFacts: canBeDone('edit facts', stage),
            easyRead: canBeDone('easy read', stage),
            code: canBeDone('open code', stage),
            hands: canBeDone('count hands', stage),
            agree: canBeDone('agree', stage),
            publish: canBeDone('publish', stage),
            promise: canBeDone('promise', stage),
          }}
          next={
            stage === 'counted' && (await clausesToVote(db, visitor.organisation, charter.id)) === 0
              ? []
              : nextStages(stage)
          }
          mayGoBack={earlierStages(stage).length > 0}
          paths={{
            about: charterPaths.about(slug),
            stage: charterPaths.stage(slug),
            addClause: charterPaths.addClause(slug),
            examples: charterPaths.examples(slug),
            easyWords: charterPaths.easyWords(slug),
            queue: charterPaths.queue(slug),
            codes: charterPaths.codes(slug),
            hands: charterPaths.hands(slug),
            agree: charterPaths.agree(slug),
            publish: charterPaths.publish(slug),
            poster: charterPaths.poster(slug),
            easyRead: charterPaths.easyRead(slug),
          }}
          publicHref={(await publishedCharter(db, slug)) ? charterPaths.one(slug) : null}
          waiting={suggestions.filter(({ state }) => state === 'waiting').length}
          openCodes={
            (await codesOf(db, visitor.organisation, charter.id)).filter(({ closed_on }) => closed_on === null).length
          }
          clauses={clauses.map((clause) => ({
            id: clause.id,
            heading: clause.heading,
            theme: framework?.themes.find(({ key }) => key === clause.theme)?.title ?? null,
            aim: clause.aim,
            steps: clause.steps,
            effect: effectOf({ effectVerb: clause.effect_verb, effect: clause.effect }),
            owner: clause.owner,
            due: clause.due,
            agreed: clause.agreed,
            promise:
              clause.promise_slug === null
                ? null
                : { slug: clause.promise_slug, href: promisePaths.own(clause.promise_slug) },
            tally: tally.get(clause.id) ?? null,
            elsewhere: elsewhere.get(clause.id) ?? null,
            hands: hands.get(clause.id) ?? [],
            edit: charterPaths.clause(slug, clause.id),
            move: charterPaths.moveClause(slug, clause.id),
            remove: charterPaths.removeClause(slug, clause.id),
            makePromise: charterPaths.promise(slug, clause.id),
          }))}
          suggestions={cleared
            .filter(({ kind }) => kind !== 'words')
            .map((one) => ({
              id: one.id,
              aim: one.aim ?? '',
              steps: one.steps ?? [],
              effect: effectOf({ effectVerb: one.effect_verb ?? 'can', effect: one.effect ?? '' }),
              about: one.clause === null ? null : (aims.get(one.clause) ?? null),
              edited: one.edited,
              take: charterPaths.take(slug, one.id),
            }))}
          words={cleared
            .filter(({ kind }) => kind === 'words')
            .map((one) => ({
              body: one.body ?? '',
              about: one.clause === null ? null : (aims.get(one.clause) ?? null),
              edited: one.edited,
            }))}
          agreed={
            charter.agreed_on === null
              ? null
              : { body: charter.agreed_body ?? '', group: charter.agreed_group ?? '', on: charter.agreed_on }
          }
          unplaced={charter.unplaced}
        />
      ),
    });
  },
});
