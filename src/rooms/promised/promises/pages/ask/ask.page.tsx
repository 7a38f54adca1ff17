import { actPage } from '../act-page.js';
import { ownOrganisation } from '#rooms/ground/people/index.js';
import { askedTooSoonOf, inviteToConfirm } from '../../confirmations.js';
import { askedOf, groupsToAsk } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { askForm } from './ask.form.js';
import { AskFields } from './ask.view.js';

export const askPage = actPage({
  path: 'ask',
  form: askForm,
  act: 'ask',
  heading: 'Ask young people whether it was kept',
  lead:
    'Only a “yes” of ten or more young people is shown as confirmed, and only while no group of ten or more says ' +
    'otherwise. The last answer of a group counts. “No” and “partly” are shown too.',
  button: 'Ask them',
  action: ({ promise }) => promisePaths.ask(promise.slug),
  load: async (db, { promise }, visitor, today) => {
    const waiting = new Set(
      (await askedOf(db, visitor.organisation, promise.id))
        .filter(({ answer }) => answer === null)
        .map((one) => one.group_organisation),
    );
    const groups = await groupsToAsk(db, await ownOrganisation(db, visitor.organisation));
    const later = await askedTooSoonOf(db, visitor.organisation, promise.id, today);
    return {
      groups: groups.filter(({ id }) => !waiting.has(id) && !later.has(id)),
      later: [...later.values()],
      addEvidence: promisePaths.evidence(promise.slug),
    };
  },
  fields: (props, extra) => <AskFields {...props} {...extra} />,
  submit: (write, who, { promise }, { group }, site) => inviteToConfirm(write, who, promise.id, group, site),
  fieldOf: () => 'group',
  done: 'asked',
});
