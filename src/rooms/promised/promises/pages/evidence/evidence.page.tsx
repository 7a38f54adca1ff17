import { actPage, nothing } from '../act-page.js';
import { recordEvidence, withdrawEvidence } from '../../acts.js';
import { evidenceOf } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { evidenceForm, takeBackForm } from './evidence.form.js';
import { EvidenceFields, TakeBackFields } from './evidence.view.js';

export const evidencePage = actPage({
  path: 'evidence',
  form: evidenceForm,
  act: 'add evidence',
  heading: 'Add evidence',
  lead: 'What shows that the promise is kept. It is public at once; nobody may be recognised in it.',
  button: 'Add it',
  action: ({ promise }) => promisePaths.evidence(promise.slug),
  load: nothing,
  fields: (props) => <EvidenceFields {...props} />,
  submit: (write, who, { promise }, { kind, title, url, dated, strength }) =>
    recordEvidence(write, who, promise.id, { kind, title, url, dated, strength }),
  fieldOf: ({ code }) => (code === 'date in the future' ? 'dated-day' : 'kind'),
  done: 'evidence',
});

export const takeBackPage = actPage({
  path: 'evidence/:evidence',
  form: takeBackForm,
  removes: true,
  act: 'take evidence back',
  heading: 'Take evidence back',
  button: 'Take it back',
  action: ({ promise, evidence }) => promisePaths.takeBack(promise.slug, evidence),
  load: async (db, { promise, evidence }) => {
    const found = (await evidenceOf(db, promise.organisation, promise.id)).find(
      ({ id, taken_back_on }) => id === evidence && taken_back_on === null,
    );
    return found ? { title: found.title } : null;
  },
  fields: (props, { title }) => <TakeBackFields {...props} title={title} />,
  submit: (write, who, { promise, evidence }, { why }) => withdrawEvidence(write, who, promise.id, evidence, why),
  fieldOf: () => 'why',
  done: 'taken-back',
});
