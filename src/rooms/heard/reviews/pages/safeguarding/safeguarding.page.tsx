import type { FieldProblem } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { answerSessionRequest, askAgain, askForSession, recordConcernStep } from '../../acts.js';
import { type Concern, concernOf, concernsOf, safeguardingNames, sessionRequests } from '../../lookups.js';
import { reviewPaths } from '../../paths.js';
import { isOverdue, nextSchoolDay, nextStep, standsOf } from '../../rules.js';
import type { SessionAsked } from '../../words.js';
import { audienceName, concernDoneWords, problemWords } from '../../view-words.js';
import { readStep, readWords } from './safeguarding.form.js';
import { Concerns, ConcernView, Requests } from './safeguarding.view.js';

const crumb = { text: 'Workspace', href: '/work' };

/** What was passed on to the safeguarding leads of the organisation in sight, and to nobody else. */
export const concernsPage = workPage({
  path: '/work/safeguarding',
  params: z.object({}),
  needs: 'safeguard',
  async get({ db, visitor, now }) {
    const today = londonDate(now);
    const concerns = await concernsOf(db, visitor.organisation);
    const requests = await sessionRequests(db);
    return view({
      title: 'Safeguarding',
      crumbs: [crumb, { text: 'Safeguarding' }],
      main: (
        <Concerns
          organisation={(await ownOrganisation(db, visitor.organisation)).name}
          leads={await safeguardingNames(db, visitor.organisation)}
          requests={reviewPaths.requests()}
          toAnswer={requests.filter(({ may_release }) => may_release).length}
          lines={concerns.map((one) => ({
            href: reviewPaths.concern(one.id),
            survey: one.survey_name,
            audience: audienceName(one.audience),
            passedOn: one.passed_on,
            stands: standsOf(one),
            due: nextSchoolDay(one.passed_on),
            isOverdue: one.acknowledged_on === null && isOverdue(one.passed_on, today),
          }))}
        />
      ),
    });
  },
});

const params = z.object({ concern: z.string().refine(isUuid) });

async function shown(
  db: Read,
  visitor: Visitor,
  concern: Concern,
  today: string,
  typed: { readonly words: string; readonly reason: string },
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const requests = await sessionRequests(db, { concern: concern.id });
  return {
    title: 'What was passed on',
    crumbs: [crumb, { text: 'Safeguarding', href: reviewPaths.concerns() }, { text: 'What was passed on' }],
    main: (
      <ConcernView
        action={reviewPaths.concern(concern.id)}
        ask={reviewPaths.askForSession(concern.id)}
        requests={reviewPaths.requests()}
        done={done}
        problems={problems}
        typed={typed}
        question={concern.question}
        survey={concern.survey_name}
        isFromSurvey={concern.survey !== null}
        asker={concern.asker_name ?? 'not known'}
        setting={concern.setting_name}
        audience={audienceName(concern.audience)}
        language={concern.language}
        body={concern.body}
        day={concern.day}
        passedOn={concern.passed_on}
        due={nextSchoolDay(concern.passed_on)}
        isOverdue={concern.acknowledged_on === null && isOverdue(concern.passed_on, today)}
        stands={standsOf(concern)}
        next={nextStep(standsOf(concern))}
        acknowledged={{ words: null, on: concern.acknowledged_on, by: concern.acknowledged_name }}
        acted={{ words: concern.action, on: concern.action_on, by: concern.action_name }}
        closed={{ words: concern.outcome, on: concern.outcome_on, by: concern.outcome_name }}
        hasSession={concern.has_session}
        asked={requests.map((one) => ({
          on: one.asked_on,
          by: one.asker,
          reason: one.reason,
          answer: one.answer,
          answerer: one.by_head ? 'the head' : one.answerer,
          answeredOn: one.answered_on,
          label: one.label,
        }))}
        mayAskAgain={requests.some(({ answer, asked_by }) => answer === null && asked_by === visitor.account)}
        mayAsk={concern.has_session && requests.every(({ answer }) => answer === 'declined')}
      />
    ),
  };
}

export const concernPage = workPage({
  path: '/work/safeguarding/:concern',
  params,
  needs: 'safeguard',
  async get({ db, visitor, params: { concern: id }, query, now }) {
    const concern = await concernOf(db, visitor.organisation, id);
    if (!concern) return halt('not-found');
    return view(
      await shown(
        db,
        visitor,
        concern,
        londonDate(now),
        { words: '', reason: '' },
        [],
        wordsAsked<string>(concernDoneWords, query),
      ),
    );
  },
  fields: { step: 'choice', words: 'text' },
  async post({ db, visitor, params: { concern: id }, fields, now }): Promise<Outcome> {
    const concern = await concernOf(db, visitor.organisation, id);
    if (!concern) return halt('not-found');
    const typed = { words: fields.get('words'), reason: '' };
    const form = readStep(fields.get('step'), typed.words);
    if (!form.ok) return invalid(await shown(db, visitor, concern, londonDate(now), typed, form.problems, null));
    const saved = await recordConcernStep(db, whoOf(visitor, now), id, form.step);
    if (!saved.ok)
      return invalid(
        await shown(
          db,
          visitor,
          concern,
          londonDate(now),
          typed,
          [{ field: 'step', message: problemWords(saved.problem) }],
          null,
        ),
      );
    return redirect(reviewPaths.concern(id, form.step.kind === 'acknowledge' ? 'acknowledged' : form.step.kind));
  },
});

export const askForSessionPage = workPage({
  path: '/work/safeguarding/:concern/session',
  params,
  needs: 'safeguard',
  fields: { reason: 'text', act: 'choice' },
  async post({ db, visitor, params: { concern: id }, fields, now, site }): Promise<Outcome> {
    const concern = await concernOf(db, visitor.organisation, id);
    if (!concern) return halt('not-found');
    const typed = { words: '', reason: fields.get('reason') };
    const goOn = (asked: SessionAsked): Outcome =>
      redirect(reviewPaths.concern(id, asked === 'colleagues' ? 'asked' : `asked-${asked}`));
    if (fields.get('act') === 'again') {
      const again = await askAgain(db, whoOf(visitor, now), id, site);
      return again.ok
        ? goOn(again.value)
        : invalid(
            await shown(
              db,
              visitor,
              concern,
              londonDate(now),
              typed,
              [{ field: 'requests', message: problemWords(again.problem) }],
              null,
            ),
          );
    }
    const read = readWords(typed.reason, 'reason', 'Say why you need to know, without repeating what was written');
    if (!read.ok) return invalid(await shown(db, visitor, concern, londonDate(now), typed, read.problems, null));
    const asked = await askForSession(db, whoOf(visitor, now), id, read.words, site);
    return asked.ok
      ? goOn(asked.value)
      : invalid(
          await shown(
            db,
            visitor,
            concern,
            londonDate(now),
            typed,
            [{ field: 'reason', message: problemWords(asked.problem) }],
            null,
          ),
        );
  },
});

async function shownRequests(
  db: Read,
  visitor: Visitor,
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const requests = await sessionRequests(db);
  return {
    title: 'Requests for a session',
    crumbs: [crumb, { text: 'Requests for a session' }],
    main: (
      <Requests
        done={done}
        problems={problems}
        requests={requests.map((one) => ({
          id: one.id,
          action: reviewPaths.request(one.id),
          survey: one.survey_name,
          home: one.home_name,
          asker: one.asker,
          reason: one.reason,
          on: one.asked_on,
          answer: one.answer,
          answerer: one.answerer,
          mayAnswer: one.may_release,
          isOwn: one.asked_by === visitor.account,
          byHead: one.by_head,
          label: one.label,
        }))}
      />
    ),
  };
}

const answered: Readonly<Record<string, string>> = {
  released: 'You said yes. Both of you can see the session below.',
  declined: 'You said no.',
};

/** Whoever may be the second person: other safeguarding leads of the setting, and those who lead the organisation that asked. */
export const requestsPage = workPage({
  path: '/work/session-requests',
  params: z.object({}),
  needs: 'see workspace',
  async get({ db, visitor, query }) {
    return view(await shownRequests(db, visitor, [], wordsAsked(answered, query)));
  },
});

export const requestPage = workPage({
  path: '/work/session-requests/:request',
  params: z.object({ request: z.string().refine(isUuid) }),
  needs: 'see workspace',
  fields: { answer: 'choice' },
  async post({ db, visitor, params: { request: id }, fields, now }): Promise<Outcome> {
    const grants = fields.get('answer') === 'release';
    const saved = await answerSessionRequest(db, whoOf(visitor, now), id, grants);
    if (saved.ok) return redirect(reviewPaths.requests(grants ? 'released' : 'declined'));
    return saved.problem === 'not there'
      ? halt('not-found')
      : invalid(await shownRequests(db, visitor, [{ field: id, message: problemWords(saved.problem) }], null));
  },
});
