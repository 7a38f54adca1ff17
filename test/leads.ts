/** Organisations made for a test, each with an account of its lead. */
import type { Gates, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { openAccount, type OrganisationKind, type Who } from '#rooms/ground/people/index.js';

/** The lead of a new organisation of this name. */
export async function leadOf(
  write: Write,
  now: Date,
  name: string,
  kind: OrganisationKind = 'programme',
  authority: string | null = null,
): Promise<Who> {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: `${name.toLowerCase()}-${organisation}`, name, kind, authority })
    .execute();
  const account = await openAccount(
    write,
    { email: `${name}@${organisation}.example`, name, persona: null, organisation, role: 'lead' },
    now,
  );
  return { organisation, account, now };
}

/** Work in the name of somebody, through the gate that pages at work use. */
export function as<T>(gates: Gates, who: Who, work: (write: Write) => Promise<T>): Promise<T> {
  return gates.work.write({ ...who, boards: '*' }, work);
}
