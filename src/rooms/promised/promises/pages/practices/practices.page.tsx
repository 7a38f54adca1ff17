import { actPage, nothing } from '../act-page.js';
import { recordPractices } from '../../acts.js';
import { practicesOf } from '../draft/draft.form.js';
import { promisePaths } from '../../paths.js';
import { problemWords } from '../../view-words.js';
import { PracticeFields } from './practices.view.js';

export const practicesPage = actPage({
  path: 'practices',
  takes: { practices: 'text' },
  act: 'name practice',
  heading: 'Practice that it uses',
  lead: 'Readers find the way from the promise to the practice, and from the practice back to you.',
  button: 'Save',
  action: ({ promise }) => promisePaths.practices(promise.slug),
  initial: (_, { promise }) => ({ practices: promise.practices.join('\n') }),
  load: nothing,
  fields: (props) => <PracticeFields {...props} />,
  submit: async (write, who, { promise }, typed) => {
    const answer = await recordPractices(write, who, promise.id, practicesOf(typed['practices'] ?? ''));
    return answer.ok ? [] : [{ field: 'practices', message: problemWords(answer.problem) }];
  },
  done: 'practices',
});
