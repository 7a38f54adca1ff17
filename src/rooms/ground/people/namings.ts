/** Naming another organisation in public takes its yes. Who names asks, who is named answers and may change its answer (decision 0023). */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import type { Place } from '#kit/address.js';
import type { Read, Write } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { nameMarker } from './claims.js';
import { leadAddresses, nameInLetters, ownOrganisation, type Who } from './organisations.js';
import { peoplePaths } from './paths.js';
import type { NamingAnswer, NamingKind } from './words.js';

export interface NamingDraft {
  readonly kind: NamingKind;
  /** Id of what names. */
  readonly thing: string;
  readonly organisation: string;
  readonly named: string;
  readonly name: string;
  /** What would be said. */
  readonly words: string;
  /** Public address of what names. */
  readonly path: string;
}

/** Asks another organisation whether it may be named; once for each thing. Its leads get a letter. */
export async function askToName(
  write: Write,
  who: Who,
  { organisation, name, ...draft }: NamingDraft,
  site: string,
): Promise<void> {
  const own = await ownOrganisation(write, who.organisation);
  const id = newId(who.now);
  const made = await write
    .insertInto('record.naming')
    .values({
      organisation: who.organisation,
      id,
      ...draft,
      named_organisation: organisation,
      named_name: name,
      namer_name: own.name,
      asked_on: londonDate(who.now),
      asked_by: who.account,
      answer: null,
      answered_on: null,
      answered_by: null,
    })
    .onConflict((conflict) => conflict.constraint('naming_asked_once').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return;
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'invite',
    kind: 'naming',
    thing: id,
    detail: { kind: draft.kind, of: draft.thing, named: draft.named },
  });
  const body = `${nameInLetters(own)} asks whether it may name ${name} in public. Nobody reads it before you say yes.\n\n${site}${peoplePaths.named()}\n`;
  await postLetters(
    write,
    (await leadAddresses(write, organisation)).map((to) => ({
      organisation: who.organisation,
      to,
      subject: `May we name ${name}?`,
      body,
    })),
    who.now,
  );
}

export interface Naming {
  readonly id: string;
  readonly kind: NamingKind;
  readonly named: string;
  readonly named_name: string;
  readonly namer_name: string;
  readonly words: string;
  readonly path: string;
  readonly asked_on: string;
  readonly answer: NamingAnswer | null;
  readonly answered_on: string | null;
}

const columns = [
  'id',
  'organisation',
  'kind',
  'named',
  'named_name',
  'namer_name',
  'words',
  'path',
  'asked_on',
  'answer',
  'answered_on',
] as const;

/** What one thing of one's own asked of others, and what they said. */
export async function namingsOf(read: Read, organisation: string, thing: string): Promise<readonly Naming[]> {
  return read
    .selectFrom('record.naming')
    .select(columns)
    .where('organisation', '=', organisation)
    .where('thing', '=', thing)
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
}

// All keys fall: who has not been answered comes before who has.
const waitingFirst: readonly Key[] = [
  { by: sql`(answer is null)`, type: 'boolean' },
  { by: 'asked_on', type: 'date' },
  { by: 'id', type: 'uuid' },
];

/** Where others name one's own organisation: what waits for an answer first, then the newest, so many from a place on. */
export async function namedByOthers(
  read: Read,
  organisation: string,
  place: Place,
  count: number,
): Promise<Slice<Naming>> {
  const found = await slice(
    read.selectFrom('record.naming').select(columns).where('named_organisation', '=', organisation),
    { keys: waitingFirst, descending: true },
    place,
    count,
  );
  const marked = await nameMarker(
    read,
    found.rows.map(({ organisation: namer }) => namer),
  );
  return {
    ...found,
    rows: found.rows.map((one) => ({ ...one, namer_name: marked(one.organisation, one.namer_name) })),
  };
}

/**
 * Says yes or no, also in place of an earlier answer: readers see it at once. False where nothing of that id names
 * one's own organisation, or where it was said already.
 */
export async function answerNaming(write: Write, who: Who, id: string, answer: NamingAnswer): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select record.answer_naming(${id}::uuid, ${answer}, ${who.account}::uuid, ${londonDate(who.now)}::date) as done`.execute(
    write,
  );
  if (rows[0]?.done !== true) return false;
  await raiseRevision(write);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'answer',
    kind: 'naming',
    thing: id,
    detail: { answer },
  });
  return true;
}
