import type { FieldProblem } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { isDate, londonDate } from '#base/london.js';
import { implausible } from '#base/plausible.js';
import { wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, workPage, type View } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import {
  acceptRest,
  answerDoubt,
  askToPublish,
  giveParticulars,
  placeText,
  reopenDoubt,
  useEarlierAnswers,
} from '../../acts.js';
import { earlierAnswers, importSheet, type ImportSheet } from '../../lookups.js';
import { importPaths } from '../../paths.js';
import { Check, type CheckProps } from './check.view.js';
import { inOrder, refusedAnswer, refusedPart, refusedPublication } from './refusal.js';

const one = z.object({ import: z.uuid() });

const doneWords: Readonly<Record<string, string>> = {
  known: 'This file was imported before. Here it is, with the answers given so far.',
  meeting: 'The particulars of the meeting are saved.',
  used: 'The earlier answers are taken over. Look at what is still open.',
  rest: 'Everything that was left stays as printed.',
};

async function shown(
  db: Read,
  sheet: ImportSheet,
  visitor: Visitor,
  refusal: CheckProps['refusal'],
  done: string | null,
): Promise<View> {
  return {
    title: `Check ${sheet.corrected.board?.name ?? sheet.name}`,
    wide: true,
    crumbs: [
      { text: 'Workspace', href: importPaths.workspace() },
      { text: 'Imports', href: importPaths.list() },
      { text: sheet.name },
    ],
    main: (
      <Check
        sheet={sheet}
        earlier={await earlierAnswers(db, visitor.organisation, sheet)}
        refusal={refusal}
        done={done}
      />
    ),
  };
}

/** After an answer the reader goes on with the next open doubt, or to the button that publishes. */
function nextOpen(sheet: ImportSheet, after: string): string {
  const order = inOrder(sheet.reading.doubts);
  const settled = new Set([...sheet.settlements.map((settlement) => settlement.subject), after]);
  const at = order.findIndex((doubt) => doubt.id === after);
  const next = [...order.slice(at + 1), ...order.slice(0, at + 1)].find((doubt) => !settled.has(doubt.id));
  return `${importPaths.check({ import: sheet.id })}#${next?.id ?? 'publish'}`;
}

async function sheetOf(db: Read, visitor: Visitor, id: string): Promise<ImportSheet | null> {
  return importSheet(db, visitor.organisation, id);
}

export const checkPage = workPage({
  path: '/work/imports/:import',
  params: one,
  needs: 'import',
  async get({ db, visitor, params, query }) {
    const sheet = await sheetOf(db, visitor, params.import);
    return sheet ? view(await shown(db, sheet, visitor, null, wordsAsked(doneWords, query))) : halt('not-found');
  },
});

export const answerPage = workPage({
  path: '/work/imports/:import/doubts/:doubt',
  params: one.extend({ doubt: z.string().max(100) }),
  needs: 'import',
  async get({ params }) {
    return redirect(`${importPaths.check(params)}#${encodeURIComponent(params.doubt)}`);
  },
  fields: { outcome: 'choice', value: 'text', 'substitute-*': 'line', 'absent-*': 'choice' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const sheet = await sheetOf(db, visitor, params.import);
    if (!sheet) return halt('not-found');
    const outcome = fields.get('outcome');
    if (outcome === 'open') {
      const opened = await reopenDoubt(db, whoOf(visitor, now), sheet, params.doubt);
      return opened.ok
        ? redirect(`${importPaths.check(params)}#${encodeURIComponent(params.doubt)}`)
        : invalid(await shown(db, sheet, visitor, refusedAnswer(sheet, params.doubt, opened.problem, {}), null));
    }
    if (outcome !== 'accepted' && outcome !== 'corrected' && outcome !== 'set aside') return halt('not-understood');
    const pairs = fields
      .names()
      .filter((name) => name.startsWith('substitute-'))
      .map((name) => ({ substitute: fields.get(name), absent: fields.get(name.replace('substitute-', 'absent-')) }))
      .filter((pair) => pair.absent !== '');
    const correction = fields.names().some((name) => name.startsWith('substitute-'))
      ? { pairs }
      : { value: fields.get('value').trim() };
    const answered = await answerDoubt(db, whoOf(visitor, now), sheet, params.doubt, outcome, correction);
    if (!answered.ok)
      return invalid(
        await shown(db, sheet, visitor, refusedAnswer(sheet, params.doubt, answered.problem, typedIn(fields)), null),
      );
    return redirect(nextOpen(sheet, params.doubt));
  },
});

export const unplacedPage = workPage({
  path: '/work/imports/:import/unplaced/:line',
  params: one.extend({ line: z.coerce.number().int().positive() }),
  needs: 'import',
  fields: { outcome: 'choice' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const sheet = await sheetOf(db, visitor, params.import);
    if (!sheet) return halt('not-found');
    const outcome = fields.get('outcome') === 'set aside' ? 'set aside' : 'accepted';
    const placed = await placeText(db, whoOf(visitor, now), sheet, params.line, outcome);
    if (!placed.ok) return invalid(await shown(db, sheet, visitor, refusedPart('unplaced', placed.problem), null));
    return redirect(`${importPaths.check(params)}#unplaced-${params.line}`);
  },
});

const modes = ['in person', 'remote', 'hybrid'] as const;

export const particularsPage = workPage({
  path: '/work/imports/:import/meeting',
  params: one,
  needs: 'import',
  fields: { board: 'line', date: 'line', start: 'line', place: 'line', mode: 'choice' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const sheet = await sheetOf(db, visitor, params.import);
    if (!sheet) return halt('not-found');
    const board = fields.get('board').trim();
    const date = fields.get('date').trim();
    const why = isDate(date) ? implausible('meeting in a paper', date, londonDate(now)) : null;
    const start = fields.get('start').trim();
    const place = fields.get('place').trim();
    const problems: readonly FieldProblem[] = [
      ...(board === '' ? [{ field: 'board', message: 'Enter the name of the board' }] : []),
      ...(board.length > 200
        ? [{ field: 'board', message: 'The name of the board is longer than 200 characters: enter it in short' }]
        : []),
      ...(isDate(date)
        ? []
        : [{ field: 'date', message: 'Enter the date of the meeting, as year, month and day, like 2024-03-12' }]),
      ...(why === null ? [] : [{ field: 'date', message: why }]),
      ...(start === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(start)
        ? []
        : [{ field: 'start', message: 'Enter the start as hours and minutes, like 11:00, or leave it empty' }]),
      ...(place.length > 500
        ? [{ field: 'place', message: 'The place is longer than 500 characters: enter it in short' }]
        : []),
    ];
    if (problems.length > 0)
      return invalid(await shown(db, sheet, visitor, { subject: 'meeting', problems, typed: typedIn(fields) }, null));
    const given = await giveParticulars(db, whoOf(visitor, now), sheet, {
      board,
      date,
      start: start || null,
      place: place || null,
      mode: modes.find((mode) => mode === fields.get('mode')) ?? null,
    });
    return given.ok
      ? redirect(`${importPaths.check(params)}?done=meeting`)
      : invalid(
          await shown(db, sheet, visitor, { ...refusedPart('meeting', given.problem), typed: typedIn(fields) }, null),
        );
  },
});

export const acceptRestPage = workPage({
  path: '/work/imports/:import/accept-rest',
  params: one,
  needs: 'import',
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const sheet = await sheetOf(db, visitor, params.import);
    if (!sheet) return halt('not-found');
    const accepted = await acceptRest(db, whoOf(visitor, now), sheet);
    return accepted.ok
      ? redirect(`${importPaths.check(params)}?done=rest#publish`)
      : invalid(await shown(db, sheet, visitor, refusedPart('publish', accepted.problem), null));
  },
});

export const earlierAnswersPage = workPage({
  path: '/work/imports/:import/earlier-answers',
  params: one,
  needs: 'import',
  fields: { from: 'choice' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const sheet = await sheetOf(db, visitor, params.import);
    if (!sheet) return halt('not-found');
    const used = await useEarlierAnswers(db, whoOf(visitor, now), sheet, fields.get('from'));
    return used.ok
      ? redirect(`${importPaths.check(params)}?done=used`)
      : invalid(await shown(db, sheet, visitor, refusedPart('doubts', used.problem), null));
  },
});

export const publishPage = workPage({
  path: '/work/imports/:import/publish',
  params: one,
  needs: 'publish',
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const sheet = await sheetOf(db, visitor, params.import);
    if (!sheet) return halt('not-found');
    const asked = await askToPublish(db, whoOf(visitor, now), sheet);
    if (!asked.ok) return invalid(await shown(db, sheet, visitor, refusedPublication(sheet, asked.problem), null));
    return redirect(importPaths.progress({ job: asked.value }));
  },
});
