/** `kept admin organisations`, `verify`, `reject` and `domain`: whom organisations say they are, decided by the owner of the installation. */
import { londonDate, plainDate } from '#base/london.js';
import type { Database } from '#kit/database.js';
import { momentOf } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { withdrawAll } from '#kit/withdrawals/withdrawals.js';
import { byTheOwner } from '#kit/withdrawals/words.js';
import {
  type ListedOrganisation,
  listOrganisations,
  nameDomain,
  noteClaims,
  type OrganisationKind,
  rejectByOwner,
  verifyByOwner,
  type VerifyProblem,
} from '#rooms/ground/people/index.js';
import { asOwner, inSightOf } from './owner.js';
import { rooms } from './rooms.js';

/** Said without a stack trace. */
export class OrganisationProblem extends Error {
  override readonly name = 'OrganisationProblem';
}

type Owned = Pick<Database, 'admin'> & Partial<Pick<Database, 'roleSuffix'>>;

function line({ slug, name, number, status, claim, inviter, since, leads }: ListedOrganisation): string {
  const what = status === 'not verified' && claim === 'name' ? 'not verified (its name is an official one)' : status;
  const who =
    inviter === null
      ? ''
      : `, invited by ${inviter}${since === null ? '' : `, joined ${plainDate(londonDate(since))}`}`;
  const people = status === 'not verified' ? `\n    led by ${leads.length === 0 ? 'nobody' : leads.join(', ')}` : '';
  return `${slug}: ${name}${number === null ? '' : ` (${number})`}, ${what}${who}${people}\n`;
}

export interface OrganisationDraft {
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly authority: string | null;
  readonly urn: number | null;
  readonly part_of: string | null;
}

const nameAtMost = 200;

/** Makes an organisation of whom the owner has said who it is. Never takes another for it: whoever joined first may have its short name. */
export async function makeOrganisation(database: Owned, draft: OrganisationDraft): Promise<string> {
  const { slug, name, kind, authority, urn, part_of } = draft;
  if (name === '' || name.length > nameAtMost)
    throw new OrganisationProblem(`The name of an organisation has 1 to ${nameAtMost} characters.`);
  return asOwner(database, async (write) => {
    const all = await listOrganisations(write);
    const known = all.find((one) => one.slug === slug);
    const row =
      known &&
      (await write
        .selectFrom('record.organisation')
        .select(['name', 'kind', 'authority', 'urn', 'part_of'])
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow());
    if (known && row) {
      const isSame =
        known.status === 'made by the owner' &&
        row.name === name &&
        row.kind === kind &&
        row.authority === authority &&
        row.urn === urn &&
        row.part_of === part_of;
      if (isSame) return `The organisation ${slug} is there already.\n`;
      throw new OrganisationProblem(
        `There is another organisation of that short name, and nothing was changed:\n${line(known)}Choose another short name.`,
      );
    }
    if (part_of !== null && !all.some((one) => one.slug === part_of))
      throw new OrganisationProblem(
        `There is no organisation ${part_of} of which it could be part: kept admin organisations lists them.`,
      );
    // As the database has it: of those with one number, one is verified or made by the owner.
    const rival = await write
      .selectFrom('record.organisation')
      .select('slug')
      .where((of) => of.or([of('claim', 'is', null), of('verified_at', 'is not', null)]))
      .where((of) =>
        of.or([
          of('urn', '=', urn),
          of.and([of('kind', '=', 'authority'), of('authority', '=', kind === 'authority' ? authority : null)]),
        ]),
      )
      .executeTakeFirst();
    if (rival)
      throw new OrganisationProblem(
        `${rival.slug} has that official number and is verified. If it is the wrong one, reject it first: kept admin reject ${rival.slug} REASON`,
      );
    await write
      .insertInto('record.organisation')
      .values({ id: newId(), slug, name, kind, authority, urn, part_of })
      .execute();
    await noteClaims(write);
    return `The organisation ${slug} is made.\n`;
  });
}

/** Every organisation, those that wait first, and how to answer them. */
export async function organisationsList(database: Owned): Promise<string> {
  const all = await asOwner(database, (write) => listOrganisations(write));
  const waiting = all.filter(({ status }) => status === 'not verified').length;
  const told =
    waiting === 0
      ? 'No organisation waits to be verified.\n'
      : `${waiting} ${waiting === 1 ? 'organisation waits' : 'organisations wait'} to be verified: kept admin ` +
        `verify SLUG ..., or kept admin reject SLUG REASON\n`;
  return all.map(line).join('') + told;
}

const whyNot: Readonly<Record<VerifyProblem, (slug: string) => string>> = {
  'not there': (slug) => `There is no organisation ${slug}: kept admin organisations lists them.`,
  'verified already': (slug) => `${slug} is verified already, or does not have to be.`,
  'another is verified': (slug) =>
    `${slug} cannot be verified: another organisation with the same official number is. If that one is the ` +
    `wrong one, reject it first: kept admin reject SLUG REASON`,
};

/** Verifies all of them, or none. */
export async function verifyOrganisations(
  database: Owned,
  slugs: readonly string[],
  site: string,
  now: Date,
): Promise<string> {
  if (slugs.length === 0)
    throw new OrganisationProblem('Say which: kept admin verify SLUG ... (kept admin organisations lists them)');
  return asOwner(database, async (write) => {
    let said = '';
    for (const slug of slugs) {
      const done = await verifyByOwner(write, slug, site, now);
      if (!done.ok) throw new OrganisationProblem(`${whyNot[done.problem](slug)} Nothing was changed.`);
      said += `${done.value.name} is verified and can publish. Its leads are told.\n`;
    }
    return said;
  });
}

/**
 * Held first, so that what is being published now is waited for and goes too (record.refuse_unverified). What it had
 * published goes by the one act of withdrawal; what others have put their words to stays, ended and marked.
 */
async function takePublicBack(
  write: Write,
  slug: string,
  now: Date,
): Promise<{ readonly said: string; readonly isNews: boolean }> {
  const { id, name } = await write
    .selectFrom('record.organisation')
    .select(['id', 'name'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const kinds = rooms.flatMap((room) => room.withdrawables ?? []);
  const who = { organisation: id, account: 'kept', now };
  const { withdrawn, staying, missed } = await inSightOf(write, id, () =>
    withdrawAll(write, who, name, kinds, { role: byTheOwner, reason: 'not ours' }),
  );
  const stays = staying.map((address) => `\n    ${address}`).join('');
  const still = missed.map((address) => `\n    ${address}`).join('');
  const stood =
    still === ''
      ? ''
      : `These still stand: Kept did not find what they were drawn from. Tell whoever maintains it:${still}\n`;
  const nothing = still === '' ? 'Nothing that it had published stays.\n' : '';
  const others =
    stays === ''
      ? nothing
      : `These stay, ended and marked, because others have signed, joined or answered there:${stays}\n`;
  return { said: `Withdrawn: ${withdrawn}. ${others}${stood}`, isNews: withdrawn > 0 || still !== '' };
}

const triesAtMost = 5;

/** One of its people may hold what is to be taken back, and wait for the row of their organisation: then the database ends one of the two. */
async function untilFree<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (problem) {
      if (momentOf(problem) !== 'held up') throw problem;
      if (tries === triesAtMost)
        throw new OrganisationProblem(
          'Somebody is publishing for it at this moment, and has not come to an end. Nothing was changed. Try it again in a minute.',
        );
    }
  }
}

export async function rejectOrganisation(
  database: Owned,
  [slug, ...words]: readonly string[],
  site: string,
  now: Date,
): Promise<string> {
  if (slug === undefined || words.length === 0)
    throw new OrganisationProblem(
      'Say which and why; the organisation and readers are told the reason: kept admin reject SLUG REASON',
    );
  return untilFree(() =>
    asOwner(database, async (write) => {
      const known = (await listOrganisations(write)).find((one) => one.slug === slug);
      // Before it is rejected: then its rooms still know what they have published.
      const taken = known ? await takePublicBack(write, slug, now) : { said: '', isNews: false };
      const done = await rejectByOwner(write, slug, words.join(' '), site, now);
      if (!done.ok && done.problem === 'rejected already' && taken.isNews)
        return `${slug} was rejected already. ${taken.said}`;
      if (!done.ok)
        throw new OrganisationProblem(
          done.problem === 'not there'
            ? whyNot['not there'](slug)
            : done.problem === 'no reason'
              ? 'The reason has 1 to 2,000 characters.'
              : `${slug} is rejected already.`,
        );
      return (
        `${done.value.name} is rejected: it publishes nothing and asks nobody, and public pages say why. ` +
        `${taken.said}Its leads are told. Whoever it belongs to can join.\n`
      );
    }),
  );
}

export async function officialDomain(database: Owned, [domain, number]: readonly string[], now: Date): Promise<string> {
  const urn = number !== undefined && /^[1-9]\d{4,6}$/.test(number) ? Number(number) : null;
  if (domain === undefined || number === undefined || (urn === null && !/^[EWSN]\d{8}$/.test(number)))
    throw new OrganisationProblem(
      'Say the domain of email addresses and whose it is, by GSS code or URN: kept admin domain camden.gov.uk E09000007',
    );
  return asOwner(database, async (write) => {
    const done = await nameDomain(write, domain, urn === null ? { authority: number } : { urn }, now);
    if (!done.ok)
      throw new OrganisationProblem(
        done.problem === 'not a domain'
          ? `${domain} is no domain of email addresses.`
          : `Anybody can have an address in ${domain}, so it confirms nobody.`,
      );
    return `Whoever leads ${number} with an address in ${done.value} is verified when they join or sign in by a link that was sent to it.\n`;
  });
}
