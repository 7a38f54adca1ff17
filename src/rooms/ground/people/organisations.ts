/** Organisations: one's own, those that readers may know of, and whom their letters go to. */
import { sql } from 'kysely';
import type { Read, Write } from '#kit/db/gate.js';
import type { Visitor } from '#kit/visitor.js';
import type { PublishedOrganisationRow } from './tables.js';

/** In whose name something is done, by whom, when. */
export interface Who {
  readonly organisation: string;
  readonly account: string;
  readonly now: Date;
}

/** Whoever is signed in, acting now. */
export function whoOf({ organisation, account }: Pick<Visitor, 'organisation' | 'account'>, now: Date): Who {
  return { organisation, account, now };
}

export interface Organisation extends Readonly<PublishedOrganisationRow> {}

const told = ['id', 'slug', 'name', 'kind', 'authority', 'urn', 'part_of', 'rejected_on', 'rejected_because'] as const;
const columns = [...told, 'verified'] as const;

/** The organisation that is in sight: the visitor's own. */
export async function ownOrganisation(read: Read, id: string): Promise<Organisation> {
  return read
    .selectFrom('record.organisation')
    .select([...told, sql<boolean>`claim is null or verified_at is not null`.as('verified')])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** What its name has behind it wherever others meet it while it is not verified (record.marked_name). */
export const notVerifiedMark = ' (not verified)';

/** Its name in a letter to others. */
export function nameInLetters({ name, verified }: Pick<Organisation, 'name' | 'verified'>): string {
  return verified ? name : `${name}${notVerifiedMark}`;
}

/** The organisations in which the account holds a role, by name. */
export async function workplacesOf(
  read: Read,
  account: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from record.workplaces(${account}::uuid) order by name, id`.execute(read);
  return rows;
}

/** Lets readers know of one's own organisation, with the first thing it publishes; again when its name changes. */
export async function showOrganisation(write: Write, id: string): Promise<Organisation> {
  const own = await ownOrganisation(write, id);
  const { id: _, ...rest } = own;
  // The name that readers see says where it is not verified.
  const shown = { ...rest, name: sql<string>`record.marked_name(${own.name}, ${own.verified})` };
  await write
    .insertInto('published.organisation')
    .values({ id, ...shown })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(shown))
    .execute();
  return own;
}

/** An organisation that readers know of, by the short name in its address. */
export async function publishedOrganisation(read: Read, slugOf: string): Promise<Organisation | undefined> {
  return read.selectFrom('published.organisation').select(columns).where('slug', '=', slugOf).executeTakeFirst();
}

/** Addresses of those who lead an organisation in sight: whom its letters go to. */
export async function leadAddresses(read: Read, organisation: string): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('record.account as account')
    .innerJoin('record.account_role as held', 'held.account', 'account.id')
    .select('account.email')
    .distinct()
    .where('held.organisation', '=', organisation)
    .where('held.role', 'in', ['lead', 'administrator'])
    .where('account.closed_at', 'is', null)
    .orderBy('account.email')
    .execute();
  return rows.map((row) => row.email);
}
