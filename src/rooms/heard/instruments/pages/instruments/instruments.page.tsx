import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { megabytes } from '#kit/fields.js';
import { invalid, type Outcome, redirect, type Sent, view, workPage } from '#kit/page.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { recordInstrument } from '../../acts.js';
import { instrumentsOf } from '../../lookups.js';
import { instrumentPaths } from '../../paths.js';
import { belongingAndSafety } from '../../templates/belonging-and-safety.js';
import { audiencesAsked, audienceWords, titleWords } from '../../view-words.js';
import type { InstrumentContent } from '../../words.js';
import { type FormSent, readForm } from '../../form-file.js';
import { beginTyped, type BeginTyped, nothingTyped } from '../../begin.form.js';
import { BeginView, InstrumentsView } from './instruments.view.js';

const crumb = { text: 'Workspace', href: '/work' };

export const instrumentsPage = workPage({
  path: '/work/instruments',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    const instruments = await instrumentsOf(db, visitor.organisation);
    return view({
      title: 'Instruments',
      crumbs: [crumb, { text: 'Instruments' }],
      main: (
        <InstrumentsView
          organisation={(await ownOrganisation(db, visitor.organisation)).name}
          begin={instrumentPaths.begin()}
          instruments={instruments.map(({ slug, draft, changed_at, version }) => {
            return {
              title: titleWords(draft),
              href: instrumentPaths.one(slug),
              about: `${draft.items.length} items. ${audiencesAsked(draft)
                .map((audience) => audienceWords[audience])
                .join('; ')}.`,
              changed: `${version === null ? 'Not sealed yet' : `Version ${version}`}, changed on ${plainDate(londonDate(changed_at))}`,
            };
          })}
        />
      ),
    });
  },
});

async function readBegin(sent: Sent): Promise<Result<InstrumentContent, FormSent>> {
  const { from } = beginTyped(sent.fields);
  if (from === 'template') return ok(belongingAndSafety);
  if (from === 'nothing') return ok({ title: {}, languages: ['en'], items: [] });
  if (from === 'form') return readForm(sent);
  return refused({ problems: [{ field: 'from', message: 'Choose what to begin from' }], cells: [] });
}

function shown(typed: BeginTyped, { problems, cells }: FormSent) {
  return {
    title: 'Begin an instrument',
    crumbs: [crumb, { text: 'Instruments', href: instrumentPaths.all() }, { text: 'Begin' }],
    main: <BeginView typed={typed} problems={problems} cells={cells} />,
  };
}

export const beginPage = workPage<object, Result<InstrumentContent, FormSent>>({
  path: '/work/instruments/new',
  params: z.object({}),
  needs: 'lead',
  get: async () => view(shown(nothingTyped, { problems: [], cells: [] })),
  prepare: readBegin,
  fields: { from: 'choice', audiences: { length: 'choice', most: 200 } },
  files: { form: { atMost: 4 * megabytes } },
  async post({ db, visitor, fields, prepared, now }): Promise<Outcome> {
    if (!prepared.ok) return invalid(shown(beginTyped(fields), prepared.problem));
    const slug = await recordInstrument(db, whoOf(visitor, now), prepared.value);
    return redirect(instrumentPaths.one(slug, 'begun'));
  },
});
