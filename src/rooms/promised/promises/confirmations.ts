/** Asking young people whether a promise was kept, and their answer. Whoever promised asks; only the group answers. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import type { Read, Write } from '#kit/db/gate.js';
import { tell } from '#kit/events.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { raiseRevision } from '#kit/publications/publications.js';
import {
  leadAddresses,
  nameInLetters,
  nameMarker,
  type Organisation,
  ownOrganisation,
  publishedOrganisation,
  showOrganisation,
  type Who,
} from '#rooms/ground/people/index.js';
import { askedOf, askedOfGroup, type AskedRecord, evidenceOf, heldPromise } from './lookups.js';
import { promisePaths } from './paths.js';
import { promiseEvents } from './published.js';
import {
  answersOf,
  askedTooSoon,
  canBeDone,
  confirmationOf,
  isCounted,
  promiseDays,
  shownPeople,
  strengthOf,
} from './rules.js';
import { drawPromise, saveEvent } from './store.js';
import type { Answer, AnswerProblem, EventDetail, PromiseProblem } from './words.js';

/** Groups that wait for news or for time before they are asked the same again, each with the day from which it may be asked. */
export async function askedTooSoonOf(
  read: Read,
  organisation: string,
  promise: string,
  today: string,
): Promise<ReadonlyMap<string, { readonly name: string; readonly from: string }>> {
  const [asked, events, evidence] = [
    await askedOf(read, organisation, promise),
    await promiseEvents(read, promise),
    await evidenceOf(read, organisation, promise),
  ];
  const last = new Map(asked.map((one) => [one.group_organisation, one]));
  const marked = await nameMarker(read, [...last.keys()]);
  const waits = (one: AskedRecord) =>
    one.answered_on === null
      ? null
      : askedTooSoon({ group_name: one.group_name, answered_on: one.answered_on }, events, evidence, today);
  return new Map(
    [...last.values()].flatMap((one) => {
      const from = waits(one);
      return from === null
        ? []
        : [[one.group_organisation, { name: marked(one.group_organisation, one.group_name), from }] as const];
    }),
  );
}

/** Asks groups of young people about a promise that was declared kept; each gets a letter that something waits. */
export async function inviteToConfirm(
  write: Write,
  who: Who,
  id: string,
  groups: readonly string[],
  site: string,
): Promise<Result<null, PromiseProblem>> {
  const found = await heldPromise(write, who.organisation, id);
  if (!found) return refused({ code: 'not there' });
  if (!canBeDone('ask', found.state)) return refused({ code: 'wrong state', state: found.state });
  const own = await ownOrganisation(write, who.organisation);
  const asked: Organisation[] = [];
  for (const slug of new Set(groups)) {
    const group = await publishedOrganisation(write, slug);
    if (!group || group.kind !== 'group' || group.id === own.id) return refused({ code: 'no such group' });
    asked.push(group);
  }
  if (asked.length === 0) return refused({ code: 'no such group' });
  const open = await write
    .selectFrom('record.confirmation')
    .select('group_organisation')
    .where('organisation', '=', who.organisation)
    .where('promise', '=', id)
    .where('answer', 'is', null)
    .execute();
  if (asked.some((group) => open.some((one) => one.group_organisation === group.id)))
    return refused({ code: 'asked already' });
  const today = londonDate(who.now);
  const early = await askedTooSoonOf(write, who.organisation, id, today);
  for (const group of asked) {
    const soon = early.get(group.id);
    if (soon) return refused({ code: 'asked too soon', group: soon.name, from: soon.from });
  }
  for (const group of asked) {
    const common = {
      id: newId(who.now),
      organisation: who.organisation,
      promise: id,
      group_name: group.name,
      asked_on: today,
    };
    await write
      .insertInto('record.confirmation')
      .values({ ...common, group_organisation: group.id, asked_by: who.account })
      .execute();
    await write
      .insertInto('published.confirmation')
      .values({ ...common, group_slug: group.slug })
      .execute();
    await saveEvent(write, who, id, 'asked', null, { group: group.name });
    await journal(write, {
      scope: who.organisation,
      at: who.now,
      who: who.account,
      verb: 'invite',
      kind: 'confirmation',
      thing: common.id,
      detail: { promise: id, group: group.slug },
    });
    const body =
      `${nameInLetters(own)} says that a promise to young people was kept, and asks what your group ` +
      `says.\n\n${site}${promisePaths.confirmation(common.id)}\n\nTalk it over with the young people. You answer ` +
      `for them, without names.\n`;
    await postLetters(
      write,
      (await leadAddresses(write, group.id)).map((to) => ({
        organisation: who.organisation,
        to,
        subject: 'Was this promise kept?',
        body,
      })),
      who.now,
    );
  }
  await drawPromise(write, who.organisation, id);
  return ok(null);
}

export interface AnswerDraft {
  readonly answer: Answer;
  /** How many young people took part. */
  readonly people: number;
  /** Their words; no names. */
  readonly words: string | null;
}

/** What the young people say, said by the adult who works with them; once for each time that they were asked. */
export async function answerConfirmation(
  write: Write,
  who: Who,
  id: string,
  draft: AnswerDraft,
  site: string,
): Promise<Result<null, AnswerProblem>> {
  const question = await write
    .selectFrom('record.confirmation')
    .select(['organisation', 'promise'])
    .where('group_organisation', '=', who.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!question) return refused('not there');
  // Held, so that of two groups that answer at once the second knows of the first.
  const promise = await write
    .selectFrom('published.promise')
    .select(['state', 'due', 'at_risk', 'last_news', 'kept_on', 'framework'])
    .where('id', '=', question.promise)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!promise) return refused('not there');
  const [today, counted] = [londonDate(who.now), isCounted(draft.people)];
  const asked = await write
    .selectFrom('published.confirmation')
    .select(['id', 'group_slug', 'group_name', 'answer', 'people', 'answered_on'])
    .where('promise', '=', question.promise)
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
  const before = confirmationOf(answersOf(asked)).on;
  const { on: confirmed } = confirmationOf(
    answersOf(
      asked.map((one) =>
        one.id === id ? { ...one, answer: draft.answer, people: shownPeople(draft.people), answered_on: today } : one,
      ),
    ),
  );
  const evidence = await write
    .selectFrom('published.evidence')
    .select('strength')
    .where('promise', '=', question.promise)
    .where('taken_back_on', 'is', null)
    .execute();
  const strength = strengthOf(
    evidence.map((one) => one.strength),
    confirmed !== null,
  );
  const days = promiseDays({ ...promise, evidence: strength, confirmed_on: confirmed });
  const told: EventDetail = {
    answer: draft.answer,
    enough: counted,
    ...(counted && confirmed !== null
      ? { stands: 'confirmed' }
      : confirmed === null && before !== null
        ? { stands: 'no longer confirmed' }
        : {}),
  };
  const { rows } = await sql<{ refusal: AnswerProblem | null }>`
    select record.answer_confirmation(${id}::uuid, ${draft.answer}, ${draft.people},
      ${shownPeople(draft.people)}::integer, ${draft.words}, ${who.account}::uuid, ${who.now}, ${today}::date,
      ${confirmed}::date, ${strength}, ${json(days)}::jsonb, ${json(told)}::jsonb) as refusal`.execute(write);
  const refusal = rows[0]?.refusal ?? null;
  if (refusal !== null) return refused(refusal);
  await raiseRevision(write);
  await tell(write, 'promise changed', { organisation: question.organisation, framework: promise.framework });
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'answer',
    kind: 'confirmation',
    thing: id,
    detail: { answer: draft.answer, ...(told.stands === undefined ? {} : { stands: told.stands }) },
  });
  const [about] = await askedOfGroup(write, who.organisation, id);
  if (about) {
    // What they said stands on the page; a letter carries nothing of it.
    const body = `${about.group_name} has answered whether you kept a promise.\n\n${site}${promisePaths.one(about.slug)}\n`;
    await postLetters(
      write,
      (await leadAddresses(write, question.organisation)).map((to) => ({
        organisation: who.organisation,
        to,
        subject: 'Young people have answered',
        body,
      })),
      who.now,
    );
  }
  return ok(null);
}

/** The young people who said "yes" say that it is so no more, without being asked; only down, because up again they are asked. */
export async function withdrawYes(
  write: Write,
  who: Who,
  id: string,
  draft: AnswerDraft,
  site: string,
): Promise<Result<null, AnswerProblem>> {
  if (draft.answer === 'yes') return refused('no yes');
  const fresh = newId(who.now);
  const { rows } = await sql<{
    done: boolean;
  }>`select record.take_yes_back(${id}::uuid, ${fresh}::uuid, ${who.account}::uuid, ${londonDate(who.now)}::date) as done`.execute(
    write,
  );
  return rows[0]?.done === true ? answerConfirmation(write, who, fresh, draft, site) : refused('no yes');
}

/** Takes back what the young people said, for instance because somebody can be recognised in it. Their answer stays. */
export async function withdrawWords(write: Write, who: Who, id: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select record.take_words_back(${id}::uuid, ${londonDate(who.now)}::date) as done`.execute(write);
  if (rows[0]?.done !== true) return false;
  await raiseRevision(write);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: 'confirmation',
    thing: id,
  });
  return true;
}

/** Lets those who promise find a group of young people that has published nothing yet. */
export async function showGroup(write: Write, who: Who): Promise<void> {
  const own = await showOrganisation(write, who.organisation);
  await raiseRevision(write);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'publish',
    kind: 'organisation',
    thing: own.id,
  });
}
