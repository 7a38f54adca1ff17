/** What reviewers and safeguarding leads do. Every act is saved and journalled without a word of what was written. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import type { Who } from '#rooms/people/index.js';
import { addressesOf, concernOf, questionOf, type ReviewedSurvey, sessionRequests, textToRead } from './lookups.js';
import { reviewPaths } from './paths.js';
import { firstWords, nextStep, patternOf, standsOf } from './rules.js';
import type { ConcernStep, Decision, ReviewProblem } from './words.js';

type Done<T = null> = Result<T, ReviewProblem>;

async function note(write: Write, who: Who, scope: string, kind: 'free text' | 'concern' | 'session request', thing: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await journal(write, { scope, at: who.now, who: who.account, verb: 'record', kind, thing, why: null, detail });
}

/** Moves what the mixer put down into the reviewers' queues, in every organisation; how many texts. */
export async function takeInTexts(write: Write): Promise<number> {
  const lists = Object.fromEntries(Object.entries(firstWords).map(([language, words]) => [language, patternOf(words)]));
  const { rows } = await sql<{ many: number }>`select record.take_in_texts(${json(lists)}::jsonb) as many`.execute(write);
  return rows[0]?.many ?? 0;
}

/** A letter that says that something waits and where. It never says what, nor from which question it comes. */
function letters(organisation: string, addresses: readonly string[], subject: string, words: string, href: string) {
  return addresses.map((to) => ({ organisation, to, subject, body: `${words}\n\n${href}\n` }));
}

/** Decides about one text. Any reviewer of the survey may decide again, except once it is with the safeguarding leads. */
export async function decideText(write: Write, who: Who, survey: ReviewedSurvey, id: string, decision: Decision, site: string): Promise<Done> {
  const text = await textToRead(write, who.organisation, survey.id, id);
  if (!text) return refused('not there');
  if (text.state === 'safeguarding') return refused('passed on already');
  const today = londonDate(who.now);
  if (decision.kind === 'pass') return passOn(write, who, survey, text, site);
  if (decision.kind === 'redact' && decision.words === text.body) return refused('nothing changed');
  const saved = await write
    .updateTable('record.free_text')
    .set({
      state: decision.kind === 'clear' ? 'cleared' : decision.kind === 'redact' ? 'redacted' : 'withheld',
      edited: decision.kind === 'redact' ? decision.words : null,
      reason: decision.kind === 'withhold' ? decision.reason : null,
      quotable: decision.kind !== 'withhold' && decision.quotable,
      reviewer: who.account,
      decided_on: today,
    })
    .where('organisation', '=', who.organisation)
    .where('survey', '=', survey.id)
    .where('id', '=', id)
    .where('state', '<>', 'safeguarding')
    .returning('state')
    .executeTakeFirst();
  if (!saved) return refused('passed on already');
  await note(write, who, who.organisation, 'free text', id, { state: saved.state, ...(text.state === 'new' ? {} : { before: text.state }) });
  return ok(null);
}

async function passOn(write: Write, who: Who, survey: ReviewedSurvey, text: { readonly id: string; readonly item: string; readonly audience: string }, site: string): Promise<Done> {
  // Random, like the text's: a later id must not tell which of two was passed on first.
  const { rows } = await sql<{ concern: string; home: string | null }>`
    with made as (select gen_random_uuid() as concern) select concern, record.pass_to_safeguarding(${text.id}::uuid, concern, ${questionOf(survey, text.item, text.audience)}, ${londonDate(who.now)}::date) as home from made`.execute(write);
  const [made] = rows;
  if (!made || made.home === null) return refused('nobody to pass to');
  await note(write, who, who.organisation, 'free text', text.id, { state: 'safeguarding' });
  await note(write, who, made.home, 'concern', made.concern, { passed: true });
  const addresses = await addressesOf(write, made.home, ['safeguarding']);
  await postLetters(write, letters(who.organisation, addresses, 'Something waits for you in Kept', 'Something waits for the safeguarding lead in Kept. Please look at it today.', `${site}${reviewPaths.concerns()}`), who.now);
  return ok(null);
}

/** Acknowledges a concern, then what was done, then how it ended: in this order, by any safeguarding lead of the organisation. */
export async function recordConcernStep(write: Write, who: Who, id: string, step: ConcernStep): Promise<Done> {
  await write.selectFrom('record.concern').select('id').where('organisation', '=', who.organisation).where('id', '=', id).forUpdate().execute();
  const concern = await concernOf(write, who.organisation, id);
  if (!concern) return refused('not there');
  if (nextStep(standsOf(concern)) !== step.kind) return refused('not in order');
  const today = londonDate(who.now);
  const set =
    step.kind === 'acknowledge'
      ? { acknowledged_on: today, acknowledged_by: who.account }
      : step.kind === 'action'
        ? { action: step.words, action_on: today, action_by: who.account }
        : { outcome: step.words, outcome_on: today, outcome_by: who.account };
  await write.updateTable('record.concern').set(set).where('organisation', '=', who.organisation).where('id', '=', id).execute();
  await note(write, who, who.organisation, 'concern', id, { step: step.kind });
  return ok(null);
}

/** Asks which class session or batch of cards a concern came from (P12). Somebody else must answer. */
export async function askForSession(write: Write, who: Who, id: string, reason: string, site: string): Promise<Done> {
  const concern = await concernOf(write, who.organisation, id);
  if (!concern) return refused('not there');
  const request = newId(who.now);
  const { rows } = await sql<{ asked: boolean }>`select record.ask_for_session(${id}::uuid, ${request}::uuid, ${reason}, ${londonDate(who.now)}::date) as asked`.execute(write);
  if (!rows[0]?.asked) return refused('cannot be asked');
  await note(write, who, who.organisation, 'session request', request, { asked: true });
  if (concern.asked_by !== who.organisation) await note(write, who, concern.asked_by, 'session request', request, { asked: true });
  const me = await write.selectFrom('record.account').select('email').where('id', '=', who.account).executeTakeFirst();
  const addresses = new Set([...(await addressesOf(write, who.organisation, ['safeguarding'])), ...(await addressesOf(write, concern.asked_by, ['lead', 'administrator']))]);
  addresses.delete(me?.email ?? '');
  await postLetters(write, letters(who.organisation, [...addresses], 'A safeguarding lead needs your answer in Kept', 'A safeguarding lead has asked for something that two persons must decide together. Please answer today.', `${site}${reviewPaths.requests()}`), who.now);
  return ok(null);
}

/** Answers such a request: never the one who asked. The database holds the same rule. */
export async function answerSessionRequest(write: Write, who: Who, id: string, grants: boolean): Promise<Done> {
  const [request] = await sessionRequests(write, { request: id });
  if (!request) return refused('not there');
  const { rows } = await sql<{ answered: boolean }>`select record.release_session(${id}::uuid, ${grants}, ${londonDate(who.now)}::date) as answered`.execute(write);
  if (!rows[0]?.answered) return refused('cannot be answered');
  for (const scope of new Set([request.organisation, request.asked_of])) await note(write, who, scope, 'session request', id, { answer: grants ? 'released' : 'declined' });
  return ok(null);
}
