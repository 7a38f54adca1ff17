/** What those who listen do: write a conversation down, code quotes, and read each other's. Journalled without a word of what was said. */
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import type { Who } from '#rooms/ground/people/index.js';
import { answeredAtLeast, conversationOf, type Quote, quotesOf, textToQuote } from './lookups.js';
import { isSmall, saidBy } from './rules.js';
import type { ConversationDraft, QuoteProblem } from './words.js';

type Done<T = null> = Result<T, QuoteProblem>;

const journalConversation = journalOf('conversation');
const journalQuote = journalOf('quote');

export async function recordConversation(write: Write, who: Who, draft: ConversationDraft): Promise<string> {
  const id = newId(who.now);
  await write
    .insertInto('record.conversation')
    .values({ organisation: who.organisation, id, ...draft, changed_at: who.now })
    .execute();
  await journalConversation(write, who, 'record', id, { kind: draft.kind });
  return id;
}

export async function recordConversationDraft(
  write: Write,
  who: Who,
  id: string,
  draft: ConversationDraft,
): Promise<Done> {
  const before = await conversationOf(write, who.organisation, id);
  const saved = await write
    .updateTable('record.conversation')
    .set({ ...draft, changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!saved) return refused('not there');
  await write
    .updateTable('record.quote')
    .set({ who: draft.who, phase: draft.phase })
    .where('organisation', '=', who.organisation)
    .where('conversation', '=', id)
    .execute();
  // A group that was too small to be quoted is said to be larger now: a second person looks at each quote with that in mind.
  if (isSmall(before?.eligible ?? null) && !isSmall(draft.eligible))
    await write
      .updateTable('record.quote')
      .set({ read_by: null, read_on: null, recognisable: null })
      .where('organisation', '=', who.organisation)
      .where('conversation', '=', id)
      .execute();
  await journalConversation(write, who, 'record', id);
  return ok(null);
}

/** A quote out of a conversation: it speaks for its people and their phase, and for nothing closer. */
export async function recordQuote(
  write: Write,
  who: Who,
  conversation: string,
  words: string,
  themes: readonly string[],
): Promise<Done<string>> {
  const found = await conversationOf(write, who.organisation, conversation);
  if (!found) return refused('not there');
  const id = newId(who.now);
  await write
    .insertInto('record.quote')
    .values({
      organisation: who.organisation,
      id,
      conversation,
      survey: null,
      text: null,
      who: found.who,
      phase: found.phase,
      eligible: null,
      words,
      themes,
      coded_by: who.account,
      read_by: null,
      read_on: null,
      read_version: null,
      recognisable: null,
      set_aside: false,
    })
    .execute();
  await journalQuote(write, who, 'record', id);
  return ok(id);
}

/** A cleared text as a quote. Who cleared it as it was is its second reader, where somebody else codes it; who took something out is not. */
export async function recordTextQuote(write: Write, who: Who, survey: string, text: string): Promise<Done<string>> {
  const found = await textToQuote(write, survey, text);
  if (!found) return refused('not cleared');
  const isSecond = found.reviewer !== null && found.reviewer !== who.account;
  const id = newId(who.now);
  const saved = await write
    .insertInto('record.quote')
    .values({
      organisation: who.organisation,
      id,
      conversation: null,
      survey,
      text,
      ...saidBy(found.audience),
      eligible: await answeredAtLeast(write, survey, found.audience),
      words: null,
      themes: [],
      coded_by: who.account,
      read_by: isSecond ? found.reviewer : null,
      read_on: isSecond ? londonDate(who.now) : null,
      read_version: isSecond ? found.version : null,
      recognisable: isSecond ? false : null,
      set_aside: false,
    })
    .onConflict((conflict) => conflict.constraint('quote_of_text_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!saved) return refused('coded already');
  await journalQuote(write, who, 'record', id, { text: true });
  return ok(id);
}

/** How many had answered when somebody last looked: kept with a written quote, because the codes that were spent are forgotten in time. */
function counted({ text, eligible }: Quote): { readonly eligible?: number | null } {
  return text === null ? {} : { eligible };
}

/** Other themes, and other words where it was said: then it must be read again. */
export async function recordQuoteDraft(
  write: Write,
  who: Who,
  id: string,
  words: string | null,
  themes: readonly string[],
): Promise<Done> {
  const [found] = await quotesOf(write, who.organisation, { quote: id });
  if (!found) return refused('not there');
  const isChanged = found.text === null && words !== null && words !== found.words;
  await write
    .updateTable('record.quote')
    .set({
      themes,
      ...counted(found),
      ...(isChanged ? { words, coded_by: who.account, read_by: null, read_on: null, recognisable: null } : {}),
    })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await journalQuote(write, who, 'record', id, { words: isChanged });
  return ok(null);
}

/**
 * The second reader's answer: could a classmate recognise who said this? Never by whoever coded it or took something out of it, and of the words
 * that stood on their page alone.
 */
export async function readQuote(
  write: Write,
  who: Who,
  id: string,
  recognisable: boolean,
  seen?: number,
): Promise<Done> {
  const [found] = await quotesOf(write, who.organisation, { quote: id });
  if (!found) return refused('not there');
  if (found.coded_by === who.account || found.redactor === who.account) return refused('own quote');
  if (seen !== undefined && seen !== found.version) return refused('changed meanwhile');
  await write
    .updateTable('record.quote')
    .set({
      read_by: who.account,
      read_on: londonDate(who.now),
      read_version: found.version,
      recognisable,
      ...counted(found),
    })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  await journalQuote(write, who, 'record', id, { read: true });
  return ok(null);
}

export async function setQuoteAside(write: Write, who: Who, id: string, isAside: boolean): Promise<Done> {
  const saved = await write
    .updateTable('record.quote')
    .set({ set_aside: isAside })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!saved) return refused('not there');
  await journalQuote(write, who, 'record', id, { aside: isAside });
  return ok(null);
}
