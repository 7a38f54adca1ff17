import { actPage } from '../act-page.js';
import { dateFields } from '#base/date-fields.js';
import { recordEnd } from '../../acts.js';
import { evidenceOf, promisesOf } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { endForm, endOf } from './end.form.js';
import { EndFields } from './end.view.js';

export const endPage = actPage({
  path: 'end',
  form: endForm,
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
  submit: (write, who, { promise }, values) => recordEnd(write, who, promise.id, endOf(values)),
  fieldOf: ({ code }) =>
    code === 'date in the future' || code === 'date in the past'
      ? 'on-day'
      : code === 'no such promise'
        ? 'replacement'
        : 'state',
  done: 'ended',
});
