import type { FieldProblem } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, view, workPage } from '#kit/page.js';
import { recordOffer, recordOfferDraft } from '../../acts.js';
import { offerRecord } from '../../lookups.js';
import { careOfferPaths } from '../../paths.js';
import { offerProblemWords } from '../../view-words.js';
import { offerContext } from './context.js';
import { type OfferContext, readOffer, type Typed, typedOffer } from './edit-offer.form.js';
import { EditOffer, NoOffers } from './edit-offer.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Care offer', href: careOfferPaths.desk() },
];
const empty: Typed = {
  get: (name) => (name === 'who' ? 'not known' : ''),
  all: (name) => (name === 'who' ? ['not known'] : []),
};

function shown(action: string, context: OfferContext, typed: Typed, problems: readonly FieldProblem[], title: string) {
  return {
    title,
    crumbs: [...crumbs, { text: title }],
    main: <EditOffer action={action} context={context} typed={typed} problems={problems} heading={title} />,
  };
}

const cannot = { title: 'No offers here', crumbs, main: <NoOffers /> };

const offerFields: FieldLimits = {
  title: 'line',
  what: 'text',
  kinds: { length: 'choice', most: 200 },
  ages: 'choice',
  verifiedOn: 'line',
  ask: 'choice',
  answers: 'choice',
  duty: 'choice',
  who: { length: 'choice', most: 200 },
  groups: { length: 'choice', most: 200 },
  ageMin: 'line',
  ageMax: 'line',
  reach: 'choice',
  areas: 'line',
  outside: 'choice',
  also: 'line',
  amount: 'line',
  cost: 'choice',
  steps: 'text',
  team: 'line',
  phone: 'line',
  email: 'line',
  web: 'line',
  validFrom: 'line',
  validTo: 'line',
  verifiedBy: 'line',
  sourceUrl: 'line',
  note: 'line',
  provider: 'line',
  providerCode: 'line',
  printed: 'line',
};

export const createPage = workPage({
  path: '/work/care-offer/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, now }) {
    const context = await offerContext(db, visitor.organisation, now);
    return view(context ? shown(careOfferPaths.create(), context, empty, [], 'Write an offer down') : cannot);
  },
  fields: offerFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const context = await offerContext(db, visitor.organisation, now);
    if (!context) return invalid(cannot);
    const reading = readOffer(fields, context);
    if (!reading.ok)
      return invalid(shown(careOfferPaths.create(), context, fields, reading.problems, 'Write an offer down'));
    const { id } = await recordOffer(db, { ...visitor, now }, reading.draft);
    return redirect(`${careOfferPaths.own(id)}?done=recorded`);
  },
});

export const editPage = workPage({
  path: '/work/care-offer/offers/:offer/edit',
  params: z.object({ offer: z.string().refine(isUuid) }),
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const found = await offerRecord(db, visitor.organisation, params.offer);
    if (!found || found.state === 'ended') return halt('not-found');
    const context = await offerContext(db, visitor.organisation, now, found.draft.framework);
    return view(
      context
        ? shown(careOfferPaths.edit(params.offer), context, typedOffer(found.draft), [], `Change: ${found.draft.title}`)
        : cannot,
    );
  },
  fields: offerFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await offerRecord(db, visitor.organisation, params.offer);
    if (!found) return halt('not-found');
    const context = await offerContext(db, visitor.organisation, now, found.draft.framework);
    if (!context) return invalid(cannot);
    const title = `Change: ${found.draft.title}`;
    const reading = readOffer(fields, context);
    if (!reading.ok) return invalid(shown(careOfferPaths.edit(params.offer), context, fields, reading.problems, title));
    const saved = await recordOfferDraft(db, { ...visitor, now }, params.offer, reading.draft);
    if (!saved.ok)
      return invalid(
        shown(
          careOfferPaths.edit(params.offer),
          context,
          fields,
          [{ field: 'title', message: offerProblemWords(saved.problem) }],
          title,
        ),
      );
    return redirect(`${careOfferPaths.own(params.offer)}?done=changed`);
  },
});
