import { type FieldProblem, type Typed, lengthProblems } from '#base/form.js';
import { charterFields, clausesAtMost, frameworkChoices, chartersCrumbs } from '../charter-at-work.js';
import { z } from 'zod';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import {
  frameworksToChoose,
  publishedFramework,
  themeNamed,
  type WholeFramework,
} from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordCharter } from '../../acts.js';
import { charterPaths } from '../../paths.js';
import { type CharterReading, readCharter } from '../../reading.js';
import { problemWords } from '../../view-words.js';
import type { ClauseDraft } from '../../words.js';
import { typedIn } from '#kit/typed.js';
import { readAbout } from '../about/about.form.js';
import { NewCharter, type NewCharterProps } from './new-charter.view.js';

/** Key of the theme under which one promises that a heading names, in whichever wording; null where it names none. */
function themeOf(framework: WholeFramework | undefined, heading: string): string | null {
  if (!framework) return null;
  const key = themeNamed(heading, framework.themes, framework.wordings);
  return framework.themes.some((theme) => theme.promised && theme.key === key) ? key : null;
}

function draftsOf(reading: CharterReading, framework: WholeFramework | undefined): readonly ClauseDraft[] {
  return reading.clauses.map(({ heading, aim, steps, effect }) => ({
    heading,
    theme: themeOf(framework, heading),
    aim,
    steps,
    effectVerb: effect?.verb ?? 'can',
    effect: effect?.words ?? '',
    owner: null,
    due: null,
    easy: [],
  }));
}

async function newForm(
  db: Read,
  typed: Typed,
  problems: readonly FieldProblem[],
  found: CharterReading | null,
): Promise<View> {
  const framework = await publishedFramework(db, typed['framework'] ?? '');
  const reading: NewCharterProps['reading'] = found && {
    found,
    themes: new Map(
      found.headings
        .map(({ text }) => text.trim())
        .concat(found.clauses.map(({ heading }) => heading))
        .map((heading) => [
          heading,
          framework?.themes.find(({ key }) => key === themeOf(framework, heading))?.title ?? null,
        ]),
    ),
  };
  return {
    title: 'Start a charter',
    crumbs: [...chartersCrumbs, { text: 'Start a charter' }],
    main: (
      <NewCharter
        action={charterPaths.add()}
        back={charterPaths.work()}
        typed={typed}
        problems={problems}
        frameworks={await frameworkChoices(db, null)}
        reading={reading}
      />
    ),
  };
}

export const newCharterPage = workPage({
  path: '/work/charters/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db }) {
    const frameworks = await frameworksToChoose(db, { kind: 'charter' });
    return view(
      await newForm(
        db,
        { framework: frameworks.length === 1 ? (frameworks[0]?.slug ?? '') : '', ballot: 'each' },
        [],
        null,
      ),
    );
  },
  fields: charterFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedIn(fields);
    const text = typed['text'] ?? '';
    const { draft, problems } = readAbout(
      typed,
      (await frameworkChoices(db, null)).map(({ value }) => value),
    );
    const tooMuch = lengthProblems('text', text, 60_000, 'The text');
    const reading = text.trim() === '' || tooMuch.length > 0 ? null : readCharter(text);
    const noClause =
      reading && reading.clauses.length === 0
        ? [
            {
              field: 'text',
              message:
                'No sentence of this text begins with “We will”. Change the text, or take it away and write clauses yourself',
            },
          ]
        : [];
    const tooMany =
      reading && reading.clauses.length > clausesAtMost
        ? [{ field: 'text', message: `A charter can have ${clausesAtMost} clauses at most` }]
        : [];
    const all = [...problems, ...tooMuch, ...noClause, ...tooMany];
    if (all.length > 0) return invalid(await newForm(db, typed, all, reading));
    // What was pasted is looked at before anything is kept of it.
    if (reading && fields.get('act') !== 'save') return view(await newForm(db, typed, [], reading));
    const framework = await publishedFramework(db, draft.framework);
    const made = await recordCharter(
      db,
      whoOf(visitor, now),
      draft,
      reading ? draftsOf(reading, framework) : [],
      reading ? reading.unplaced.map((line) => line.text.trim()) : [],
    );
    return made.ok
      ? redirect(`${charterPaths.own(made.value.slug)}?done=begun`)
      : invalid(await newForm(db, typed, [{ field: 'framework', message: problemWords(made.problem) }], reading));
  },
});
