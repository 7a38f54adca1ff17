/** Writing of promises: the organisation's own row, what readers see of it, and what happened to it. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { tell } from '#kit/events.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { recordUses } from '#rooms/practised/practice/index.js';
import { promiseDays, strengthOf } from './rules.js';
import type { PromiseRow, PublishedPromiseRow } from './tables.js';
import type { EventDetail, EventKind } from './words.js';

/** The next number of an organisation's promises; two acts wait for each other. */
export async function nextNumber(write: Write, organisation: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`promises of ${organisation}`}, 0))`.execute(write);
  const row = await write
    .selectFrom('record.promise')
    .select((of) => of.fn.max('number').as('last'))
    .where('organisation', '=', organisation)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function savePromise(write: Write, who: Who, id: string, change: Partial<PromiseRow>): Promise<void> {
  await write
    .updateTable('record.promise')
    .set({ ...change, changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
}

/** Draws what readers see from the organisation's own rows. What young people answered is theirs and stays as it is. */
export async function drawPromise(write: Write, organisation: string, id: string): Promise<void> {
  const own = await showOrganisation(write, organisation);
  const row = await write
    .selectFrom('record.promise')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (
    row.state === 'draft' ||
    row.owner === null ||
    row.due === null ||
    row.first_due === null ||
    row.agreed_on === null ||
    row.agreed_by === null ||
    row.last_news === null
  )
    throw new Error('a draft is not drawn');
  const strengths = await write
    .selectFrom('record.evidence')
    .select('strength')
    .where('organisation', '=', organisation)
    .where('promise', '=', id)
    .where('taken_back_on', 'is', null)
    .execute();
  const known = await write
    .selectFrom('published.promise')
    .select('confirmed_on')
    .where('id', '=', id)
    .executeTakeFirst();
  const { number: _number, state, owner, due, first_due, agreed_on, agreed_by, last_news, ...told } = row;
  const kept_on = state === 'kept' ? row.ended_on : null;
  const evidence = strengthOf(
    strengths.map(({ strength }) => strength),
    known !== undefined && known.confirmed_on !== null,
  );
  const drawn: Omit<PublishedPromiseRow, 'confirmed_on' | 'last_answer'> = {
    ...told,
    state,
    owner,
    due,
    first_due,
    agreed_on,
    agreed_by,
    last_news,
    organisation_slug: own.slug,
    organisation_name: own.name,
    organisation_kind: own.kind,
    authority: own.authority,
    urn: own.urn,
    kept_on,
    evidence,
    ...promiseDays({
      state,
      due,
      at_risk: row.at_risk,
      last_news,
      kept_on,
      evidence,
      confirmed_on: known?.confirmed_on ?? null,
    }),
  };
  await write
    .insertInto('published.promise')
    .values(drawn)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(drawn))
    .execute();
  if (!known && row.practices.length > 0)
    await recordUses(
      write,
      { promise: id, promiseSlug: row.slug, organisationName: own.name, aim: row.aim },
      row.practices,
    );
  await raiseRevision(write);
  await tell(write, 'promise changed', { organisation, framework: row.framework });
}

/** Adds to the history of a promise that readers know already, for them and for the organisation itself. */
export async function saveEvent(
  write: Write,
  who: Who,
  promise: string,
  kind: EventKind,
  body: string | null,
  detail: EventDetail,
): Promise<void> {
  // Holds the promise, so that no two events get one place.
  await sql`select from published.promise where id = ${promise} for no key update`.execute(write);
  const row = await write
    .selectFrom('published.promise_event')
    .select((of) => of.fn.max('position').as('last'))
    .where('promise', '=', promise)
    .executeTakeFirst();
  const common = {
    promise,
    organisation: who.organisation,
    position: (row?.last ?? 0) + 1,
    kind,
    body,
    detail: json(detail),
  };
  await write
    .insertInto('record.promise_event')
    .values({ ...common, at: who.now, account: who.account })
    .execute();
  await write
    .insertInto('published.promise_event')
    .values({ ...common, day: londonDate(who.now) })
    .execute();
}
