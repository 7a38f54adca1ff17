import type { FieldProblem } from '#base/form.js';
import { z } from 'zod';
import { londonDate, plainDate } from '#base/london.js';
import { ok, refused, type Result } from '#base/result.js';
import { queryField, slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { megabytes } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { changeInstrumentDraft, recordInstrumentDraft, sealInstrument } from '../../acts.js';
import { codebookCsv } from '../../codebook.js';
import { itemOf, movedItem } from '../../draft-edits.js';
import { type InstrumentRecord, instrumentRecord } from '../../lookups.js';
import { type InstrumentDone, instrumentPaths } from '../../paths.js';
import { breaksBetween, faultsOf, inLanguage, untranslated } from '../../rules.js';
import { type FormSent, readForm } from '../../form-file.js';
import { audiencesAsked, titleWords } from '../../view-words.js';
import type { InstrumentContent } from '../../words.js';
import { beginTyped, type BeginTyped, nothingTyped } from '../../begin.form.js';
import { meanwhileMessage, seenAt } from '../shared.js';
import { InstrumentView, ReplaceView } from './instrument.view.js';

const params = z.object({ instrument: slugParameter });
const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Instruments', href: instrumentPaths.all() },
];

const doneWords: Readonly<Record<InstrumentDone, string>> = {
  begun: 'The instrument is begun. Only your organisation sees it.',
  replaced: 'The draft was replaced.',
  sealed: 'The version is sealed. Surveys can be opened with it.',
  saved: 'What you changed is saved.',
  added: 'The question is added.',
  'left-out': 'The question is left out.',
  moved: 'The question is moved.',
};

function doneOf(done: string): string | null {
  return Object.entries(doneWords).find(([key]) => key === done)?.[1] ?? null;
}

function shown(found: InstrumentRecord, done: string | null, problems: readonly FieldProblem[]): View {
  const { slug, draft, versions } = found;
  const [first = 'en'] = draft.languages;
  const newest = versions.at(-1);
  return {
    title: titleWords(found.draft),
    crumbs: [...crumbs, { text: titleWords(found.draft) }],
    main: (
      <InstrumentView
        title={titleWords(found.draft)}
        done={done}
        problems={problems}
        languages={draft.languages}
        items={draft.items.map((item) => ({
          item,
          words: inLanguage(item.texts, first, first) || item.key,
          change: instrumentPaths.question(slug, item.key),
          leaveOut: instrumentPaths.leaveOut(slug, item.key),
          sounds: item.sounds?.length ?? 0,
        }))}
        seen={seenAt(found)}
        order={instrumentPaths.move(slug)}
        about={instrumentPaths.about(slug)}
        newQuestion={instrumentPaths.newQuestion(slug)}
        library={instrumentPaths.library(slug)}
        faults={faultsOf(
          draft,
          versions.map(({ content }) => content),
        )}
        breaks={newest ? breaksBetween(newest.content, draft) : []}
        untranslated={untranslated(draft)}
        versions={versions.map(({ number, sealed_on }) => ({ number, when: plainDate(sealed_on) }))}
        isChanged={newest === undefined || JSON.stringify(newest.content) !== JSON.stringify(draft)}
        seal={instrumentPaths.seal(slug)}
        form={instrumentPaths.form(slug)}
        codebook={instrumentPaths.codebook(slug)}
        previews={audiencesAsked(draft).map((audience) => ({
          audience,
          href: instrumentPaths.preview(slug, { audience }),
        }))}
      />
    ),
  };
}

async function own(db: Read, visitor: Visitor, slug: string): Promise<InstrumentRecord | undefined> {
  return instrumentRecord(db, visitor.organisation, slug);
}

export const instrumentPage = workPage({
  path: '/work/instruments/:instrument',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { instrument }, query }) {
    const found = await own(db, visitor, instrument);
    if (!found) return halt('not-found');
    return view(shown(found, doneOf(queryField(query, 'done')), []));
  },
});

export const sealPage = workPage({
  path: '/work/instruments/:instrument/seal',
  params,
  needs: 'lead',
  get: async ({ db, visitor, params: { instrument } }) =>
    (await own(db, visitor, instrument)) ? redirect(instrumentPaths.one(instrument)) : halt('not-found'),
  fields: {},
  async post({ db, visitor, params: { instrument }, now }): Promise<Outcome> {
    const sealed = await sealInstrument(db, whoOf(visitor, now), instrument);
    if (sealed.ok) return redirect(instrumentPaths.one(instrument, 'sealed'));
    const found = await own(db, visitor, instrument);
    if (!found || sealed.problem.code === 'not there') return halt('not-found');
    const message =
      sealed.problem.code === 'faults'
        ? 'What stands below must be put right before it is sealed'
        : 'Nothing changed since the newest version';
    return invalid(shown(found, null, [{ field: 'items', message }]));
  },
});

/** One question up or down: each row has its own two buttons. */
export const orderPage = workPage({
  path: '/work/instruments/:instrument/order',
  params,
  needs: 'lead',
  get: async ({ db, visitor, params: { instrument } }) =>
    (await own(db, visitor, instrument)) ? redirect(instrumentPaths.one(instrument)) : halt('not-found'),
  fields: { seen: 'choice', down: 'choice', up: 'choice' },
  async post({ db, visitor, params: { instrument }, fields, now }): Promise<Outcome> {
    const up = fields.get('up');
    const key = up === '' ? fields.get('down') : up;
    const moved = await changeInstrumentDraft(
      db,
      whoOf(visitor, now),
      instrument,
      fields.get('seen'),
      { moved: key },
      (draft) => (itemOf(draft, key) ? ok(movedItem(draft, key, up === '' ? 1 : -1)) : refused('not there')),
    );
    // The browser goes to where the question stands now.
    if (moved.ok) return redirect(`${instrumentPaths.one(instrument, 'moved')}#item-${encodeURIComponent(key)}`);
    const found = await own(db, visitor, instrument);
    if (!found || moved.problem === 'not there') return halt('not-found');
    return invalid(
      shown(found, null, [
        {
          field: `item-${key}`,
          message: `${meanwhileMessage}. It stands below as it is now; move the question again if it should go elsewhere`,
        },
      ]),
    );
  },
});

/** Every option of every item of the draft, with its words. */
export const codebookPage = workPage({
  path: '/work/instruments/:instrument/codebook.csv',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { instrument } }) {
    const found = await own(db, visitor, instrument);
    if (!found) return halt('not-found');
    return {
      kind: 'file',
      body: codebookCsv(found.draft),
      type: 'text/csv; charset=utf-8',
      download: `${instrument}-codebook-${londonDate(found.changed_at)}.csv`,
    };
  },
});

function replacing(found: InstrumentRecord, typed: BeginTyped, { problems, cells }: FormSent): View {
  return {
    title: 'Bring in a newer form',
    crumbs: [
      ...crumbs,
      { text: titleWords(found.draft), href: instrumentPaths.one(found.slug) },
      { text: 'A newer form' },
    ],
    main: <ReplaceView title={titleWords(found.draft)} typed={typed} problems={problems} cells={cells} />,
  };
}

export const formPage = workPage<z.infer<typeof params>, Result<InstrumentContent, FormSent>>({
  path: '/work/instruments/:instrument/form',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { instrument } }) {
    const found = await own(db, visitor, instrument);
    return found
      ? view(replacing(found, { ...nothingTyped, audiences: audiencesAsked(found.draft) }, { problems: [], cells: [] }))
      : halt('not-found');
  },
  prepare: readForm,
  fields: { audiences: { length: 'choice', most: 200 } },
  files: { form: { atMost: 4 * megabytes } },
  async post({ db, visitor, params: { instrument }, fields, prepared, now }): Promise<Outcome> {
    const found = await own(db, visitor, instrument);
    if (!found) return halt('not-found');
    if (!prepared.ok) return invalid(replacing(found, beginTyped(fields), prepared.problem));
    const done = await recordInstrumentDraft(db, whoOf(visitor, now), instrument, prepared.value);
    return done.ok ? redirect(instrumentPaths.one(instrument, 'replaced')) : halt('not-found');
  },
});
