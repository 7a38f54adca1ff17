import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import type { Read, Write } from '#kit/db/gate.js';
import { queryField } from '#kit/address.js';
import { formPage } from '#kit/form/form-page.js';
import { removalPage } from '#kit/form/removal-page.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { ownOrganisation, type Who } from '#rooms/ground/people/index.js';
import { checkOffer, discardOffer, endOffer, publishOffer } from '../../acts.js';
import { offerHistory, offerRecord } from '../../lookups.js';
import { careOfferPaths } from '../../paths.js';
import { knownAuthorities } from '../../published.js';
import { asPublished, offerProblemWords } from '../../view-words.js';
import type { OfferProblem } from '../../words.js';
import { fieldTools, FormPage } from '#ui/form/form.js';
import { Input } from '#ui/input/input.js';
import { endOfferForm } from './end-offer.form.js';
import { OwnOffer } from './work-offer.view.js';

const params = z.object({ offer: z.string().refine(isUuid) });

interface Typed {
  readonly by: string;
  readonly reason: string;
}

async function shown(
  db: Read,
  visitor: Visitor,
  id: string,
  now: Date,
  done: string,
  typed: Typed,
  problems: readonly { readonly field: string; readonly message: string }[],
): Promise<View | null> {
  const found = await offerRecord(db, visitor.organisation, id);
  if (!found) return null;
  const own = await ownOrganisation(db, visitor.organisation);
  const titles = await themeTitles(db);
  const today = londonDate(now);
  const areas = new Map((await knownAuthorities(db, found.draft.areas)).map(({ code, name }) => [code, name]));
  const { id: offer, slug, ended_on, ended_reason, changed_at, draft } = found;
  return {
    title: `${draft.title}, in the workspace`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Care offer', href: careOfferPaths.desk() },
      { text: draft.title },
    ],
    main: (
      <OwnOffer
        id={offer}
        state={found.state}
        publicHref={found.state === 'draft' ? null : careOfferPaths.offer(slug)}
        isChanged={found.shown !== null && JSON.stringify(found.shown) !== JSON.stringify(draft)}
        offer={asPublished(draft, {
          id: offer,
          slug,
          organisation_name: own.name,
          state: found.state === 'ended' ? 'ended' : 'live',
          ended_on,
          ended_reason,
          changed_at,
          today,
        })}
        areas={draft.areas.map((code) => areas.get(code) ?? code)}
        kinds={draft.themes.map((theme) => ({
          text: titles.get(`${draft.framework} ${theme}`) ?? theme,
          href: careOfferPaths.offers({ kind: `${draft.framework} ${theme}` }),
        }))}
        answers={draft.answers}
        history={(await offerHistory(db, visitor.organisation, id)).map(({ at, ...rest }) => ({
          on: londonDate(at),
          ...rest,
        }))}
        today={today}
        done={done}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

const nothing: Typed = { by: '', reason: '' };

export const ownOfferPage = workPage({
  path: '/work/care-offer/offers/:offer',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { offer }, query, now }) {
    const found = await shown(db, visitor, offer, now, queryField(query, 'done', 20), nothing, []);
    return found ? view(found) : halt('not-found');
  },
});

/** One act on an offer: done, it leads back to the offer; refused, the offer is shown again with the reason. */
function actPage(
  verb: string,
  done: string,
  field: 'by' | 'reason' | null,
  missing: string,
  act: (
    db: Write,
    who: Who,
    id: string,
    words: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: OfferProblem }>,
) {
  return workPage({
    path: `/work/care-offer/offers/:offer/${verb}`,
    params,
    needs: 'lead',
    fields: { by: 'line', reason: 'line' },
    async post({ db, visitor, params: { offer }, fields, now }): Promise<Outcome> {
      const typed: Typed = { by: fields.get('by'), reason: fields.get('reason') };
      const refuse = async (at: string, message: string): Promise<Outcome> => {
        const again = await shown(db, visitor, offer, now, '', typed, [{ field: at, message }]);
        return again ? invalid(again) : halt('not-found');
      };
      const words = field === null ? '' : typed[field].replace(/\s+/g, ' ').trim();
      if (field !== null && words === '') return refuse(field, missing);
      if (words.length > 300) return refuse(field ?? 'by', tooLong(words.length, 300));
      const made = await act(db, { ...visitor, now }, offer, words);
      if (!made.ok)
        return made.problem.code === 'not there'
          ? halt('not-found')
          : refuse(field ?? 'publish', offerProblemWords(made.problem));
      return redirect(
        verb === 'discard' ? `${careOfferPaths.desk()}?done=${done}` : `${careOfferPaths.own(offer)}?done=${done}`,
      );
    },
  });
}

export const publishOfferPage = actPage('publish', 'published', null, '', publishOffer);
export const checkOfferPage = actPage(
  'check',
  'checked',
  'by',
  'Say in which role you checked it, not by name',
  checkOffer,
);
const offerCrumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Care offer', href: careOfferPaths.desk() },
] as const;

export const endOfferPage = formPage({
  path: '/work/care-offer/offers/:offer/end',
  params,
  needs: 'lead',
  form: endOfferForm,
  removes: true,
  find: async ({ db, visitor, params: { offer } }) => (await offerRecord(db, visitor.organisation, offer)) ?? null,
  elsewhere: ({ id, state }) => (state === 'live' ? null : careOfferPaths.own(id)),
  shown: ({ id, draft }, filled) => ({
    title: `End this offer: ${draft.title}`,
    crumbs: [...offerCrumbs, { text: draft.title, href: careOfferPaths.own(id) }, { text: 'End it' }],
    main: (
      <FormPage
        action={careOfferPaths.end(id)}
        caption={draft.title}
        heading="End this offer"
        lead="Its page stays, with your reason. It leaves the list of what people can get."
        button="End the offer"
        isWarning
        back={{ href: careOfferPaths.own(id), text: 'Keep it' }}
        problems={filled.problems}
      >
        <Input
          {...fieldTools(filled).field('reason')}
          label="Why it ends"
          hint="Readers see it on the offer’s page, which stays"
        />
      </FormPage>
    ),
  }),
  act: ({ db, visitor, now }, { id }, { reason }) => endOffer(db, { ...visitor, now }, id, reason),
  refused: (problem) => ({ field: 'reason', message: offerProblemWords(problem) }),
  goes: ({ id }) => `${careOfferPaths.own(id)}?done=ended`,
});

export const discardOfferPage = removalPage({
  path: '/work/care-offer/offers/:offer/discard',
  params,
  needs: 'lead',
  find: async ({ db, visitor, params: { offer } }) => (await offerRecord(db, visitor.organisation, offer)) ?? null,
  elsewhere: ({ id, state }) => (state === 'draft' ? null : careOfferPaths.own(id)),
  asks: ({ id, draft }) => ({
    crumbs: [...offerCrumbs, { text: draft.title, href: careOfferPaths.own(id) }],
    caption: draft.title,
    heading: 'Delete this draft',
    lead: 'Nobody else has seen it. It cannot be brought back.',
    button: 'Delete the draft',
    action: careOfferPaths.discard(id),
    back: careOfferPaths.own(id),
  }),
  act: ({ db, visitor, now }, { id }) => discardOffer(db, { ...visitor, now }, id),
  refused: offerProblemWords,
  goes: () => `${careOfferPaths.desk()}?done=discarded`,
});
