import type { FieldProblem } from '#base/form.js';
import type { z } from 'zod';
import { ok, refused } from '#base/result.js';
import { queryField } from '#kit/address.js';
import type { FieldLimits } from '#kit/fields.js';
import { type Fields, halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { changeInstrumentDraft } from '../../acts.js';
import { withAdded, emptyItem, hangingOn, itemOf, replaced, withLeftOut } from '../../draft-edits.js';
import { type InstrumentRecord, instrumentRecord } from '../../lookups.js';
import { instrumentPaths } from '../../paths.js';
import { readingAdvice } from '../../readability.js';
import { optionKeysOf, inLanguage } from '../../rules.js';
import { yesOrNoOptions } from '../../kept-own-words.js';
import { titleWords } from '../../view-words.js';
import { type Item, type ItemKind, itemKinds } from '../../words.js';
import { crumbsOf, instrumentParams, meanwhileMessage, questionParams, seenAt, wordsOf } from '../shared.js';
import {
  acted,
  afterOf,
  lostOptions,
  madeQuestion,
  optionsSealed,
  type QuestionTyped,
  readQuestion,
  typedQuestion,
} from './question.form.js';
import { KindView, LeaveOutView, QuestionView } from './question.view.js';

interface Shown {
  readonly problems?: readonly FieldProblem[];
  readonly focus?: string;
  readonly meanwhile?: boolean;
}

function sealedOf(found: InstrumentRecord) {
  return found.versions.map(({ content }) => content);
}

/** The questions before one, or before the place of a new one, whose answers a condition can name. */
function earlierOf(found: InstrumentRecord, item: Item | null, typed: QuestionTyped) {
  const { draft } = found;
  const [first = 'en'] = draft.languages;
  const after = afterOf(typed.place);
  const end =
    item === null
      ? after === null
        ? draft.items.length
        : after === ''
          ? 0
          : draft.items.findIndex(({ key }) => key === after) + 1
      : draft.items.findIndex(({ key }) => key === item.key);
  return draft.items
    .slice(0, end)
    .filter((one) => optionKeysOf(one).length > 0)
    .map((one) => ({
      key: one.key,
      words: wordsOf(found, one),
      options: [
        ...(one.kind === 'yes or no' ? yesOrNoOptions : one.options).map(({ key, texts }) => ({
          key,
          words: inLanguage(texts, first, first) || key,
        })),
        ...lostOptions(item, one).map((key) => ({ key, words: `${key} (no longer an option)` })),
      ],
    }));
}

function shown(
  found: InstrumentRecord,
  item: Item | null,
  typed: QuestionTyped,
  { problems = [], focus, meanwhile = false }: Shown = {},
): View {
  const { slug, draft } = found;
  const sealed = sealedOf(found);
  const heading = item === null ? 'A new question' : 'Change a question';
  return {
    title: item === null ? heading : `Change a question: ${wordsOf(found, item)}`,
    crumbs: crumbsOf(found, heading),
    main: (
      <QuestionView
        title={titleWords(draft)}
        heading={heading}
        action={
          item === null ? instrumentPaths.newQuestion(slug, typed.kind) : instrumentPaths.question(slug, item.key)
        }
        seen={seenAt(found)}
        typed={typed}
        problems={problems}
        focus={focus ?? null}
        done={null}
        meanwhile={
          meanwhile ? (item === null ? instrumentPaths.one(slug) : instrumentPaths.question(slug, item.key)) : null
        }
        languages={draft.languages}
        isNew={item === null}
        isSealed={item !== null && sealed.some((version) => itemOf(version, item.key) !== undefined)}
        sealedOptions={optionsSealed(item, sealed)}
        earlier={earlierOf(found, item, typed)}
        places={draft.items.map((one) => ({ key: one.key, words: wordsOf(found, one) }))}
        advice={item === null ? [] : readingAdvice(item)}
        links={
          item === null
            ? []
            : [
                {
                  text: 'See it as it is asked',
                  href: instrumentPaths.preview(slug, {
                    ...(item.audiences[0] === undefined ? {} : { audience: item.audiences[0] }),
                    item: item.key,
                  }),
                },
                {
                  text:
                    (item.sounds ?? []).length === 0
                      ? 'Add recordings that read it aloud'
                      : `Recordings that read it aloud (${(item.sounds ?? []).length})`,
                  href: instrumentPaths.sounds(slug, item.key),
                },
              ]
        }
      />
    ),
  };
}

/** What a sent form leads to, for a new question and for one that is there. */
async function saved(
  context: {
    readonly db: Parameters<typeof changeInstrumentDraft>[0];
    readonly visitor: Visitor;
    readonly now: Date;
    readonly fields: Fields;
  },
  found: InstrumentRecord,
  before: Item | null,
  kind: ItemKind,
): Promise<Outcome> {
  const { db, visitor, now, fields } = context;
  const typed = readQuestion(fields, kind, found.draft.languages);
  const step = acted(typed, fields.get('act'));
  // A button that only changes the form must not make an older page look as if it had seen the newest draft.
  const isStale = fields.get('seen') !== seenAt(found);
  if (step)
    return view(
      shown(isStale ? { ...found, changed_at: timeOf(fields.get('seen'), found) } : found, before, step.typed, {
        focus: step.focus,
      }),
    );
  const made = madeQuestion(typed, before, found.draft, sealedOf(found));
  if (!isStale && made.problems.length > 0) return invalid(shown(found, before, typed, { problems: made.problems }));
  const { item, renamed } = made;
  const change = await changeInstrumentDraft<never>(
    db,
    whoOf(visitor, now),
    found.slug,
    fields.get('seen'),
    { question: item.key },
    (draft) =>
      ok(before === null ? withAdded(draft, item, afterOf(typed.place)) : replaced(draft, before.key, item, renamed)),
  );
  if (change.ok) return redirect(instrumentPaths.one(found.slug, before === null ? 'added' : 'saved'));
  if (change.problem === 'not there') return halt('not-found');
  return invalid(
    shown(found, before, typed, {
      meanwhile: true,
      problems: [{ field: `text-${found.draft.languages[0] ?? 'en'}`, message: meanwhileMessage }],
    }),
  );
}

function timeOf(seen: string, found: InstrumentRecord): Date {
  const time = new Date(seen);
  return Number.isNaN(time.getTime()) ? found.changed_at : time;
}

const questionFields: FieldLimits = {
  seen: 'choice',
  act: 'choice',
  'text-*': 'text',
  audiences: { length: 'choice', most: 200 },
  'variant-*': 'text',
  'hint-*': 'line',
  options: 'choice',
  'option-*': 'line',
  key: 'line',
  special: 'choice',
  whenItem: 'choice',
  place: 'choice',
  whenOptions: { length: 'choice', most: 200 },
  atMost: 'line',
  least: 'line',
  most: 'line',
};

export const newQuestionPage = workPage<z.infer<typeof instrumentParams>>({
  path: '/work/instruments/:instrument/new-question',
  params: instrumentParams,
  needs: 'lead',
  async get({ db, visitor, params: { instrument }, query }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    if (!found) return halt('not-found');
    const kind = itemKinds.find((one) => one === queryField(query, 'kind'));
    if (kind !== undefined) return view(shown(found, null, typedQuestion(emptyItem(kind))));
    return view({
      title: 'Add a question',
      crumbs: crumbsOf(found, 'Add a question'),
      main: (
        <KindView
          title={titleWords(found.draft)}
          action={instrumentPaths.newQuestion(instrument)}
          library={instrumentPaths.library(instrument)}
        />
      ),
    });
  },
  fields: questionFields,
  async post({ db, visitor, params: { instrument }, query, fields, now }): Promise<Outcome> {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    if (!found) return halt('not-found');
    const kind = itemKinds.find((one) => one === queryField(query, 'kind'));
    return kind === undefined
      ? redirect(instrumentPaths.newQuestion(instrument))
      : saved({ db, visitor, now, fields }, found, null, kind);
  },
});

export const questionPage = workPage<z.infer<typeof questionParams>>({
  path: '/work/instruments/:instrument/questions/:item',
  params: questionParams,
  needs: 'lead',
  async get({ db, visitor, params: { instrument, item: key } }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const item = found && itemOf(found.draft, key);
    return item ? view(shown(found, item, typedQuestion(item))) : halt('not-found');
  },
  fields: questionFields,
  async post({ db, visitor, params: { instrument, item: key }, fields, now }): Promise<Outcome> {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const item = found && itemOf(found.draft, key);
    return item ? saved({ db, visitor, now, fields }, found, item, item.kind) : halt('not-found');
  },
});

function leavingOut(found: InstrumentRecord, item: Item, problems: readonly FieldProblem[]): View {
  return {
    title: `Leave out: ${wordsOf(found, item)}`,
    crumbs: crumbsOf(found, 'Leave a question out'),
    main: (
      <LeaveOutView
        title={titleWords(found.draft)}
        words={wordsOf(found, item)}
        seen={seenAt(found)}
        hanging={hangingOn(found.draft, item.key).map((one) => ({ key: one.key, words: wordsOf(found, one) }))}
        isSealed={sealedOf(found).some((version) => itemOf(version, item.key) !== undefined)}
        back={instrumentPaths.one(found.slug)}
        problems={problems}
      />
    ),
  };
}

export const leaveOutPage = workPage<z.infer<typeof questionParams>>({
  path: '/work/instruments/:instrument/questions/:item/leave-out',
  params: questionParams,
  needs: 'lead',
  async get({ db, visitor, params: { instrument, item: key } }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const item = found && itemOf(found.draft, key);
    return item ? view(leavingOut(found, item, [])) : halt('not-found');
  },
  fields: { seen: 'choice' },
  async post({ db, visitor, params: { instrument, item: key }, fields, now }): Promise<Outcome> {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const item = found && itemOf(found.draft, key);
    if (!item) return halt('not-found');
    const change = await changeInstrumentDraft(
      db,
      whoOf(visitor, now),
      instrument,
      fields.get('seen'),
      { leftOut: key },
      (draft) => (itemOf(draft, key) ? ok(withLeftOut(draft, key)) : refused('not there')),
    );
    if (change.ok) return redirect(instrumentPaths.one(instrument, 'left-out'));
    return change.problem === 'changed meanwhile'
      ? invalid(
          leavingOut(found, item, [
            {
              field: 'leave-out',
              message: `${meanwhileMessage}. Look at what stands here, and press again if it is still right`,
            },
          ]),
        )
      : halt('not-found');
  },
});
