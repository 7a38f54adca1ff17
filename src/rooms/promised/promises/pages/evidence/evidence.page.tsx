import { actPage, readThenAct, nothing } from '../act-page.js';
import { londonDate } from '#base/london.js';
import { recordEvidence, withdrawEvidence } from '../../acts.js';
import { evidenceOf } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { problemWords } from '../../view-words.js';
import { readEvidence } from './evidence.form.js';
import { EvidenceFields, TakeBackFields } from './evidence.view.js';

export const evidencePage = actPage({
  path: 'evidence',
  takes: { kind: 'choice', title: 'line', strength: 'choice', 'dated-*': 'line', faceless: 'choice', url: 'line' },
  act: 'add evidence',
  heading: 'Add evidence',
  lead: 'What shows that the promise is kept. It is public at once; nobody may be recognised in it.',
  button: 'Add it',
  action: ({ promise }) => promisePaths.evidence(promise.slug),
  initial: () => ({}),
  load: nothing,
  fields: (props) => <EvidenceFields {...props} />,
  submit: (write, who, { promise }, typed, site) =>
    readThenAct(
      readEvidence(typed, site, londonDate(who.now)),
      (draft) => recordEvidence(write, who, promise.id, draft),
      (problem) => (problem.code === 'date in the future' ? 'dated-day' : 'kind'),
    ),
  done: 'evidence',
});

export const takeBackPage = actPage({
  path: 'evidence/:evidence',
  takes: { why: 'text' },
  act: 'take evidence back',
  heading: 'Take evidence back',
  button: 'Take it back',
  action: ({ promise, evidence }) => promisePaths.takeBack(promise.slug, evidence),
  initial: () => ({}),
  load: async (db, { promise, evidence }) => {
    const found = (await evidenceOf(db, promise.organisation, promise.id)).find(({ id }) => id === evidence);
    return found ? { title: found.title } : null;
  },
  fields: (props, { title }) => <TakeBackFields {...props} title={title} />,
  submit: async (write, who, { promise, evidence }, typed) => {
    const why = (typed['why'] ?? '').trim();
    if (why === '' || why.length > 1000)
      return [
        { field: 'why', message: why === '' ? 'Say why it is taken back' : 'This can be 1000 characters long at most' },
      ];
    const answer = await withdrawEvidence(write, who, promise.id, evidence, why);
    return answer.ok ? [] : [{ field: 'why', message: problemWords(answer.problem) }];
  },
  done: 'taken-back',
});
