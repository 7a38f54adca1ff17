/** Organisations made for a test, each with an account of its lead. */
import type { Gates, Standing, Write } from '#kit/db/gate.js';
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

/** An organisation with its lead, who acts on a day. */
export interface Body {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly standing: Standing;
  act<T>(iso: string, work: (write: Write, who: Who) => Promise<T>): Promise<T>;
}

/** Ten in the morning, in winter as in London. */
export const day = (iso: string): Date => new Date(`${iso}T10:00:00Z`);

let count = 0;

/** A new organisation of a kind; its number is in its name. */
export async function body(
  write: Write,
  gates: Gates,
  kind: OrganisationKind,
  more: { readonly part_of?: string; readonly authority?: string; readonly urn?: number } = {},
): Promise<Body> {
  const [id, account] = [newId(), newId()];
  count += 1;
  const [slug, name] = [`${kind}-${process.pid}-${count}`, `The ${kind} ${count}`];
  await write
    .insertInto('record.organisation')
    .values({ id, slug, name, kind, ...more })
    .execute();
  const lead = { email: `${slug}@example.org`, name: 'A lead', persona: null };
  await write
    .insertInto('record.account')
    .values({ id: account, ...lead, created_at: day('2026-01-01'), closed_at: null })
    .execute();
  await write
    .insertInto('record.account_role')
    .values({ account, organisation: id, board: null, role: 'lead' })
    .execute();
  const standing: Standing = { account, organisation: id, boards: '*' };
  return {
    id,
    slug,
    name,
    standing,
    act: (iso, work) =>
      gates.work.write(standing, (inside) => work(inside, { organisation: id, account, now: day(iso) })),
  };
}
