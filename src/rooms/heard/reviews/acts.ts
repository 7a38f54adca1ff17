/** What reviewers and safeguarding leads do. Every act is saved and journalled without a word of what was written. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { redactionOf, withGapsMarked } from '#base/redaction.js';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal, journalOf } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { newToken, tokenHash } from '#kit/token.js';
import { mayTry, type Who } from '#rooms/ground/people/index.js';
import { addressesOf, concernOf, questionOf, type ReviewedSurvey, sessionRequests, textToRead } from './lookups.js';
import { reviewPaths } from './paths.js';
import { firstWords, nextStep, patternOf, standsOf } from './rules.js';
import type { ConcernStep, Decision, ReviewProblem, SessionAsked } from './words.js';

type Done<T = null> = Result<T, ReviewProblem>;

const journalText = journalOf('free text');
const journalConcern = journalOf('concern');
const journalRequest = journalOf('session request', 'break-glass');

/** Moves what the mixer put down into the reviewers' queues, in every organisation; how many texts. */
export async function takeInTexts(write: Write): Promise<number> {
  const lists = Object.fromEntries(Object.entries(firstWords).map(([language, words]) => [language, patternOf(words)]));
  const { rows } = await sql<{ many: number }>`select record.take_in_texts(${json(lists)}::jsonb) as many`.execute(
    write,
  );
  return rows[0]?.many ?? 0;
}

/** A letter that says that something waits and where. It never says what, nor from which question it comes. */
function letters(organisation: string, addresses: readonly string[], subject: string, words: string, href: string) {
  return addresses.map((to) => ({ organisation, to, subject, body: `${words}\n\n${href}\n` }));
}

/**
 * Decides about one text. Any reviewer of the survey may decide again, except once it is with the safeguarding leads. `seen` is the version that
 * stood on the page: what another reviewer has kept back meanwhile is not let out by a page that was opened before.
 */
export async function decideText(
  write: Write,
  who: Who,
  survey: ReviewedSurvey,
  id: string,
  decision: Decision,
  site: string,
  seen?: number,
): Promise<Done> {
  const text = await textToRead(write, who.organisation, survey.id, id);
  if (!text) return refused('not there');
  if (text.state === 'safeguarding') return refused('passed on already');
  const today = londonDate(who.now);
  if (decision.kind === 'pass') return passOn(write, who, survey, text, site);
  if (text.voided && decision.kind !== 'withhold') return refused('voided');
  const version = seen ?? text.version;
  const letsOut = decision.kind !== 'withhold';
  if (letsOut && version !== text.version) return refused('decided meanwhile');
  const redaction = decision.kind === 'redact' ? redactionOf(text.body, decision.words) : null;
  if (redaction === 'unchanged') return refused('nothing changed');
  if (redaction === 'rewritten') return refused('rewritten');
  const saved = await write
    .updateTable('record.free_text')
    .set({
      state: decision.kind === 'clear' ? 'cleared' : decision.kind === 'redact' ? 'redacted' : 'withheld',
      edited: decision.kind === 'redact' ? withGapsMarked(text.body, decision.words) : null,
      reason: decision.kind === 'withhold' ? decision.reason : null,
      quotable: decision.kind !== 'withhold' && decision.quotable,
      reviewer: who.account,
      decided_on: today,
    })
    .where('organisation', '=', who.organisation)
    .where('survey', '=', survey.id)
    .where('id', '=', id)
    .where('state', '<>', 'safeguarding')
    .$if(letsOut, (query) => query.where('version', '=', version))
    .returning('state')
    .executeTakeFirst();
  if (!saved) return refused(letsOut ? 'decided meanwhile' : 'passed on already');
  await journalText(write, who, 'record', id, {
    state: saved.state,
    ...(text.state === 'new' ? {} : { before: text.state }),
  });
  return ok(null);
}

async function passOn(
  write: Write,
  who: Who,
  survey: ReviewedSurvey,
  text: { readonly id: string; readonly item: string; readonly audience: string },
  site: string,
): Promise<Done> {
  // Random, like the text's: a later id must not tell which of two was passed on first.
  const { rows } = await sql<{ concern: string; home: string | null }>`
    with made as (select gen_random_uuid() as concern)
      select concern, record.pass_to_safeguarding(${text.id}::uuid, concern,
      ${questionOf(survey, text.item, text.audience)}, ${londonDate(who.now)}::date) as home from made`.execute(write);
  const [made] = rows;
  if (!made || made.home === null) return refused('nobody to pass to');
  await journalText(write, who, 'record', text.id, { state: 'safeguarding' });
  await writeToLeads(write, who, made.home, made.concern, site);
  return ok(null);
}

async function writeToLeads(write: Write, who: Who, home: string, concern: string, site: string): Promise<void> {
  await journalConcern(write, { ...who, organisation: home }, 'record', concern, { passed: true });
  const addresses = await addressesOf(write, home, ['safeguarding']);
  await postLetters(
    write,
    letters(
      who.organisation,
      addresses,
      'Something waits for you in Kept',
      'Something waits for the safeguarding lead in Kept. Please look at it today.',
      `${site}${reviewPaths.concerns()}`,
    ),
    who.now,
  );
}

/** What a young person wrote outside a survey and may mean that somebody is not safe. */
export interface Worry {
  /** What it came from: the title of a charter. */
  readonly from: string;
  /** What it was about. */
  readonly about: string;
  readonly words: string;
  readonly day: string;
}

/** Passes it to the safeguarding leads of the organisation, or of the one that it is part of. The caller then keeps no copy. */
export async function passWorryOn(write: Write, who: Who, worry: Worry, site: string): Promise<Done> {
  const { rows } = await sql<{ concern: string; home: string | null }>`
    with made as (select gen_random_uuid() as concern)
    select concern, record.receive_concern(concern, ${worry.from}, ${worry.about}, 'young people', ${worry.words},
      ${worry.day}::date, ${londonDate(who.now)}::date) as home from made`.execute(write);
  const [made] = rows;
  if (!made || made.home === null) return refused('nobody to pass to');
  await writeToLeads(write, who, made.home, made.concern, site);
  return ok(null);
}

/** Acknowledges a concern, then what was done, then how it ended: in this order, by any safeguarding lead of the organisation. */
export async function recordConcernStep(write: Write, who: Who, id: string, step: ConcernStep): Promise<Done> {
  await write
    .selectFrom('record.concern')
    .select('id')
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .forUpdate()
    .execute();
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
  await write
    .updateTable('record.concern')
    .set({ ...set, stands: standsOf({ ...concern, ...set }) })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await journalConcern(write, who, 'record', id, { step: step.kind });
  return ok(null);
}

/** Asks which class session or batch of cards a concern came from (P12). Somebody else must answer. */
export async function askForSession(
  write: Write,
  who: Who,
  id: string,
  reason: string,
  site: string,
): Promise<Done<SessionAsked>> {
  const concern = await concernOf(write, who.organisation, id);
  if (!concern) return refused('not there');
  const request = newId(who.now);
  const { rows } = await sql<{
    asked: boolean;
  }>`select record.ask_for_session(${id}::uuid, ${request}::uuid, ${reason}, ${londonDate(who.now)}::date) as asked`.execute(
    write,
  );
  if (!rows[0]?.asked) return refused('cannot be asked');
  await journalRequest(write, who, 'record', request, { asked: true });
  if (concern.asked_by !== who.organisation)
    await journalRequest(write, { ...who, organisation: concern.asked_by }, 'record', request, { asked: true });
  return ok(await writeToReleasers(write, who, request, site));
}

/** Letters to those who may answer: independent of who asks, or the head where no safeguarding lead of the setting is. */
async function writeToReleasers(write: Write, who: Who, request: string, site: string): Promise<SessionAsked> {
  const { rows: releasers } = await sql<{
    email: string;
  }>`select email from record.releasers(${request}::uuid)`.execute(write);
  await postLetters(
    write,
    letters(
      who.organisation,
      releasers.map(({ email }) => email),
      'A safeguarding lead needs your answer in Kept',
      'A safeguarding lead has asked for something that two people must decide together. Please answer today.',
      `${site}${reviewPaths.requests()}`,
    ),
    who.now,
  );
  const isHeadAsked = await askHead(write, who, request, site);
  return isHeadAsked ? 'head' : releasers.length > 0 ? 'colleagues' : 'nobody';
}

/** Sends one's own open request again: to those who may answer now, who may be others than before. Three times, then one every eight hours. */
export async function askAgain(write: Write, who: Who, id: string, site: string): Promise<Done<SessionAsked>> {
  const request = (await sessionRequests(write, { concern: id })).find(
    ({ answer, asked_by }) => answer === null && asked_by === who.account,
  );
  if (!request) return refused('not there');
  if (!(await mayTry(write, `session request ${request.id}`, 3, 28_800, who.now))) return refused('asked often');
  await journalRequest(write, who, 'record', request.id, { asked: 'again' });
  return ok(await writeToReleasers(write, who, request.id, site));
}

const daysForHead = 7;

/** Writes to the head where no safeguarding lead of the setting is independent of who asks. Says what is asked, and nothing of a child. */
async function askHead(write: Write, who: Who, request: string, site: string): Promise<boolean> {
  const token = newToken();
  const ends = new Date(who.now.getTime() + daysForHead * 86_400_000);
  const { rows } = await sql<{
    name: string;
    email: string;
  }>`select name, email from record.ask_head(${request}::uuid, ${tokenHash(token)}, ${ends})`.execute(write);
  const [head] = rows;
  if (!head) return false;
  const body =
    `A safeguarding lead of your school or organisation asks which class session something came from that young ` +
    `people wrote, because somebody may not be safe. A second person must agree. There is no other safeguarding ` +
    `lead who can, so we ask you as the head.\n\nOpen this link to see who asks, and to answer. You need no ` +
    `account. It works once, for ${daysForHead} days:\n\n${site}${reviewPaths.head({ token })}\n\nIf you did not ` +
    `expect this, ask your safeguarding lead before you answer.\n`;
  await postLetters(
    write,
    [{ organisation: who.organisation, to: head.email, subject: 'A safeguarding lead needs your answer', body }],
    who.now,
  );
  return true;
}

/** The head's answer. The link is used up by it; whoever asked is told. */
export async function answerAsHead(
  write: Write,
  token: string,
  grants: boolean,
  now: Date,
  site: string,
): Promise<Done> {
  const { rows } = await sql<{
    request: string;
    organisation: string;
    asked_of: string;
  }>`select request, organisation, asked_of from record.release_by_head(${tokenHash(token)}, ${grants}, ${now}, ${londonDate(now)}::date)`.execute(
    write,
  );
  const [answered] = rows;
  if (!answered) return refused('cannot be answered');
  for (const scope of new Set([answered.organisation, answered.asked_of]))
    await journal(write, {
      scope,
      at: now,
      who: 'head',
      verb: 'record',
      kind: 'session request',
      thing: answered.request,
      why: null,
      detail: { answer: grants ? 'released' : 'declined' },
      security: 'break-glass',
    });
  const { rows: asker } = await sql<{
    email: string | null;
  }>`select record.asker_address(${answered.request}::uuid) as email`.execute(write);
  const to = asker[0]?.email ?? null;
  await postLetters(
    write,
    letters(
      answered.organisation,
      to === null ? [] : [to],
      'Your request in Kept has an answer',
      'The head has answered your request for a session.',
      `${site}${reviewPaths.requests()}`,
    ),
    now,
  );
  return ok(null);
}

/** Answers such a request: never the one who asked. The database holds the same rule. */
export async function answerSessionRequest(write: Write, who: Who, id: string, grants: boolean): Promise<Done> {
  const [request] = await sessionRequests(write, { request: id });
  if (!request) return refused('not there');
  const { rows } = await sql<{
    answered: boolean;
  }>`select record.release_session(${id}::uuid, ${grants}, ${londonDate(who.now)}::date) as answered`.execute(write);
  if (!rows[0]?.answered)
    return refused(
      request.answer === null && request.asked_by !== who.account ? 'not independent' : 'cannot be answered',
    );
  for (const scope of new Set([request.organisation, request.asked_of]))
    await journalRequest(write, { ...who, organisation: scope }, 'record', id, {
      answer: grants ? 'released' : 'declined',
    });
  return ok(null);
}
