import { actPage, readThenAct } from '../act-page.js';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { recordEnd } from '../../acts.js';
import { evidenceOf, promisesOf } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { readEnd } from './end.form.js';
import { EndFields } from './end.view.js';

export const endPage = actPage({
  path: 'end',
  takes: { state: 'choice', by: 'line', 'on-*': 'line', reason: 'choice', why: 'text', replacement: 'choice' },
  act: 'end',
  heading: 'End this promise',
  lead: 'How it ends stays public for good. An end cannot be undone.',
  button: 'End it',
  action: ({ promise }) => promisePaths.end(promise.slug),
  initial: (today) => dateFields('on', today),
  load: async (db, { promise }, visitor) => {
    const evidence = await evidenceOf(db, visitor.organisation, promise.id);
    const others = (await promisesOf(db, visitor.organisation)).filter(
      ({ id, state }) => id !== promise.id && state !== 'draft',
    );
    return {
      hasEvidence: evidence.some(({ taken_back_on }) => taken_back_on === null),
      addEvidence: promisePaths.evidence(promise.slug),
      others: others.map(({ slug, number, aim }) => ({
        value: slug,
        text: `${number}. We will ${aim.length > 80 ? `${aim.slice(0, 79)}…` : aim}`,
      })),
    };
  },
  fields: (props, extra) => <EndFields {...props} {...extra} />,
  submit: (write, who, { promise }, typed) =>
    readThenAct(
      readEnd(typed, londonDate(who.now)),
      (end) => recordEnd(write, who, promise.id, end),
      (problem) =>
        problem.code === 'date in the future' || problem.code === 'date in the past'
          ? 'on-day'
          : problem.code === 'no such promise'
            ? 'replacement'
            : 'state',
    ),
  done: 'ended',
});
