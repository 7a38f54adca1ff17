import { form } from '#base/form.js';
import { withdrawDraft } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { actPage, nothing } from '../act-page.js';

/** Deletes a draft, once it was asked. */
export const discardPage = actPage({
  path: 'discard',
  form: form({}),
  act: 'discard',
  heading: 'Delete this draft',
  lead: 'Nobody else has seen it. It cannot be brought back.',
  button: 'Delete the draft',
  removes: true,
  action: ({ promise }) => promisePaths.discard(promise.slug),
  load: nothing,
  fields: () => <></>,
  submit: (write, who, { promise }) => withdrawDraft(write, who, promise.id),
  done: () => `${promisePaths.work()}?done=discarded`,
});
