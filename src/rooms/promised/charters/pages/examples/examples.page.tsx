import { halt, redirect, view, workPage } from '#kit/page.js';
import { publishedFramework } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordClause } from '../../acts.js';
import { charterOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { examples } from '../../templates/examples.js';
import { Examples } from './examples.view.js';
import { charterCrumbs, params } from '../charter-at-work.js';

const whomWords = { school: 'For a school', trust: 'For a trust', authority: 'For a borough' } as const;

export const examplesPage = workPage({
  path: '/work/charters/:charter/examples',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('edit words', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    const themes = (await publishedFramework(db, charter.framework))?.themes ?? [];
    const groups = [
      ...Map.groupBy(
        examples.map((one, index) => ({ ...one, number: index + 1 })),
        ({ theme }) => theme,
      ),
    ].map(([theme, list]) => ({
      title: themes.find(({ key }) => key === theme)?.title ?? theme.replaceAll('-', ' '),
      examples: list.map((one) => ({
        number: one.number,
        whom: whomWords[one.whom],
        aim: one.aim,
        steps: one.steps,
        verb: one.effectVerb,
        effect: one.effect,
      })),
    }));
    return view({
      title: `Examples: ${charter.title}`,
      crumbs: charterCrumbs(charter, 'Examples'),
      main: <Examples action={charterPaths.examples(slug)} back={charterPaths.own(slug)} groups={groups} />,
    });
  },
  fields: { example: 'choice' },
  async post({ db, visitor, params: { charter: slug }, fields, now }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const one = examples[Number(fields.get('example')) - 1];
    if (!one) return redirect(charterPaths.examples(slug));
    const themes = (await publishedFramework(db, charter.framework))?.themes ?? [];
    const { aim, steps, effectVerb, effect } = one;
    const saved = await recordClause(db, whoOf(visitor, now), slug, {
      aim,
      steps,
      effectVerb,
      effect,
      heading: '',
      theme: themes.some(({ key }) => key === one.theme) ? one.theme : null,
      owner: null,
      due: null,
      easy: [],
    });
    return redirect(
      saved.ok
        ? `${charterPaths.own(slug)}?done=example#clause-${saved.value.id}`
        : `${charterPaths.own(slug)}?done=not-now`,
    );
  },
});
