import type { FieldProblem } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { slugParameter, wordsAsked } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { peoplePaths, whoOf } from '#rooms/ground/people/index.js';
import { decideText } from '../../acts.js';
import {
  nextText,
  questionOf,
  type ReviewedSurvey,
  reviewedSurvey,
  type TextToRead,
  textToRead,
} from '../../lookups.js';
import { type ReviewDone, reviewPaths } from '../../paths.js';
import { isOverdue, nextSchoolDay } from '../../rules.js';
import { audienceName, doneWords, problemWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { readDecision } from './text.form.js';
import { ReadText } from './text.view.js';

const params = z.object({ queue: slugParameter, text: z.string().refine(isUuid) });
const outcomeOf = { new: '', cleared: 'clear', redacted: 'redact', withheld: 'withhold', safeguarding: '' } as const;

function shown(
  survey: ReviewedSurvey,
  text: TextToRead,
  today: string,
  typed: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
  done: string | null,
): View {
  const question = questionOf(survey, text.item, text.audience);
  return {
    title: question,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'What people wrote', href: reviewPaths.all() },
      { text: survey.name, href: reviewPaths.queue(survey.slug) },
      { text: 'Read' },
    ],
    main: (
      <ReadText
        action={reviewPaths.text(survey.slug, text.id)}
        back={reviewPaths.queue(survey.slug)}
        colleagues={peoplePaths.colleagues()}
        survey={survey.name}
        done={done}
        question={question}
        audience={audienceName(text.audience)}
        setting={text.setting_name}
        language={text.language}
        version={text.version}
        body={text.body}
        edited={text.edited}
        state={text.state}
        voided={text.voided}
        reason={text.reason}
        due={nextSchoolDay(text.day)}
        isOverdue={isOverdue(text.day, today)}
        home={text.home_name}
        isElsewhere={text.home !== text.setting}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

/** One text at a time: its question, who wrote (as an audience) and where. Nothing else that the same child wrote. */
export const textPage = workPage({
  path: '/work/reviews/:queue/texts/:text',
  params,
  needs: 'see workspace',
  async get({ db, visitor, params: at, query, now }) {
    const survey = await reviewedSurvey(db, visitor.organisation, visitor.account, at.queue);
    const text = survey && (await textToRead(db, visitor.organisation, survey.id, at.text));
    if (!survey || !text) return halt('not-found');
    const typed = {
      outcome: outcomeOf[text.state],
      words: text.edited ?? text.body,
      reason: text.reason ?? '',
      quote: text.quotable ? 'yes' : '',
    };
    return view(shown(survey, text, londonDate(now), typed, [], wordsAsked<string>(doneWords, query)));
  },
  fields: { outcome: 'choice', words: 'text', reason: 'choice', quote: 'choice', seen: 'choice' },
  async post({ db, visitor, params: at, fields, now, site }): Promise<Outcome> {
    const survey = await reviewedSurvey(db, visitor.organisation, visitor.account, at.queue);
    const text = survey && (await textToRead(db, visitor.organisation, survey.id, at.text));
    if (!survey || !text) return halt('not-found');
    const typed = typedIn(fields);
    const form = readDecision(typed);
    if (!form.ok) return invalid(shown(survey, text, londonDate(now), typed, form.problems, null));
    const decided = await decideText(
      db,
      whoOf(visitor, now),
      survey,
      text.id,
      form.decision,
      site,
      Number(fields.get('seen') || Number.NaN),
    );
    if (!decided.ok)
      return invalid(
        shown(
          survey,
          text,
          londonDate(now),
          typed,
          [
            {
              field: decided.problem === 'nothing changed' || decided.problem === 'rewritten' ? 'words' : 'outcome',
              message: problemWords(decided.problem),
            },
          ],
          null,
        ),
      );
    const done = (
      { clear: 'cleared', redact: 'redacted', withhold: 'withheld', pass: 'passed' } as const satisfies Record<
        string,
        ReviewDone
      >
    )[form.decision.kind];
    // Whoever reads the queue goes on with the next; whoever changed a decision goes back to the list.
    const next = text.state === 'new' ? await nextText(db, visitor.organisation, survey.id) : null;
    return redirect(next === null ? reviewPaths.queue(survey.slug, done) : reviewPaths.text(survey.slug, next, done));
  },
});
