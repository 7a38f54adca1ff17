import { crumbs, hostedOr, networkParams, refusedOutcome } from '../hosted-network.js';
import { formPage, noForm } from '#kit/form/form-page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { FormPage } from '#ui/form/form.js';
import { withdrawNetwork } from '../../acts.js';
import { networkPaths } from '../../paths.js';
import { reasonForm } from '../reason.form.js';
import { Reason } from '../reason.view.js';

export const closeNetworkPage = formPage({
  path: '/work/networks/:network/close',
  params: networkParams,
  needs: 'lead',
  form: reasonForm,
  removes: true,
  find: ({ db, visitor, params }) => hostedOr(db, visitor, params.network),
  shown: ({ sheet }, filled) => ({
    title: `End the network: ${sheet.name}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'End it' }],
    main: (
      <FormPage
        action={networkPaths.close(sheet.slug)}
        caption={sheet.name}
        heading="End the network"
        lead="Its page stays, with your reason. Events that are still to come are cancelled."
        button="End the network"
        isWarning
        back={{ href: networkPaths.own(sheet.slug), text: 'Let it go on' }}
        problems={filled.problems}
      >
        <Reason {...filled} />
      </FormPage>
    ),
  }),
  act: ({ db, visitor, now, params }, _, { reason }) =>
    withdrawNetwork(db, whoOf(visitor, now), params.network, reason),
  refused: (problem, { sheet }) => noForm(refusedOutcome(sheet.slug, problem)),
  goes: ({ sheet }) => `${networkPaths.own(sheet.slug)}?done=ended`,
});
