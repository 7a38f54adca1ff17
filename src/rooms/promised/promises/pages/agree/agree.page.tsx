import { nothing, actPage } from '../act-page.js';
import { dateFields } from '#base/date-fields.js';
import { agreePromise } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { agreementForm } from './agree.form.js';
import { AgreeFields } from './agree.view.js';

export const agreePage = actPage({
  path: 'agree',
  form: agreementForm,
  act: 'agree',
  heading: 'Agree this promise',
  lead: 'From now on it is public, with everything that happens to it. It cannot be made a draft again.',
  button: 'Agree and publish',
  action: ({ promise }) => promisePaths.agree(promise.slug),
  initial: (today) => dateFields('on', today),
  load: nothing,
  fields: (props) => <AgreeFields {...props} />,
  submit: (write, who, { promise }, agreement, site) => agreePromise(write, who, promise.id, agreement, site),
  fieldOf: ({ code }) => (code === 'date in the future' ? 'on-day' : 'by'),
  done: 'agreed',
});
