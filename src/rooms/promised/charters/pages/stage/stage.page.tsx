import { charterFrame, params } from '../charter-at-work.js';
import { formPage, noForm } from '#kit/form/form-page.js';
import { redirect } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordStage } from '../../acts.js';
import { charterOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { earlierStages } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { stageForm } from './stage.form.js';
import { GoBack } from './stage.view.js';

const notNow = ({ slug }: { readonly slug: string }): string => `${charterPaths.own(slug)}?done=not-now`;

export const stagePage = formPage({
  path: '/work/charters/:charter/stage',
  params,
  needs: 'lead',
  form: stageForm,
  async find({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return null;
    return { charter, earlier: earlierStages(charter.stage) };
  },
  // The form is for going back. The steps forward are buttons of the charter's own page, and are sent here as well.
  elsewhere: ({ charter, earlier }) => (earlier.length === 0 ? notNow(charter) : null),
  shown: ({ charter, earlier }, filled) =>
    charterFrame(
      charter,
      charter.stage === 'published' ? 'The next version' : 'Go back',
      <GoBack
        action={charterPaths.stage(charter.slug)}
        back={charterPaths.own(charter.slug)}
        {...filled}
        stage={charter.stage}
        stages={earlier}
      />,
    ),
  act: ({ db, visitor, now }, { charter }, { to, reason }) =>
    recordStage(db, whoOf(visitor, now), charter.slug, to, reason === '' ? null : reason),
  refused: (problem, { charter, earlier }) =>
    earlier.length === 0
      ? noForm(redirect(notNow(charter)))
      : { field: problem.code === 'no reason' ? 'reason' : 'to', message: problemWords(problem) },
  goes: ({ charter }) => `${charterPaths.own(charter.slug)}?done=stage`,
});
