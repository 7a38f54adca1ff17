import { crumbs, hostedOr, networkParams, reasonProblems, refusedOutcome, typedReason } from '../hosted-network.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { withdrawNetwork } from '../../acts.js';
import type { NetworkSheet } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import type { FieldProblem } from '../edit/edit.form.js';
import { Reason } from '../reason.view.js';

function closeForm(sheet: NetworkSheet, reason: string, problems: readonly FieldProblem[]): View {
  return {
    title: `End the network: ${sheet.name}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'End it' }],
    main: (
      <Reason
        action={networkPaths.close(sheet.slug)}
        back={networkPaths.own(sheet.slug)}
        heading="End the network"
        caption={sheet.name}
        lead="Its page stays, with your reason. Events that are still to come are cancelled."
        button="End it"
        stay="Let it go on"
        reason={reason}
        problems={problems}
      />
    ),
  };
}

export const closeNetworkPage = workPage({
  path: '/work/networks/:network/close',
  params: networkParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found ? found.outcome : view(closeForm(found.sheet, '', []));
  },
  fields: { reason: 'text' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const reason = typedReason(fields);
    const problems = reasonProblems(reason);
    if (problems.length > 0) return invalid(closeForm(found.sheet, reason, problems));
    const answer = await withdrawNetwork(db, whoOf(visitor, now), params.network, reason);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=ended`)
      : refusedOutcome(params.network, answer.problem);
  },
});
