/**
 * What was published by mistake is withdrawn, in every room in one way (docs/decisions/0023): its address says so from then on, and everything
 * below that address; lists, search, feeds and exports lose it, because its rows go; a publication is emptied in all its versions. The room says
 * what stands at an address and whose it is (`Withdrawable`); the rest is done here.
 */
import { sql } from 'kysely';
import { fold, wordsOf } from '#base/fold.js';
import { londonDate } from '#base/london.js';
import { ownPath } from '#base/own-path.js';
import { type Result, ok, refused } from '#base/result.js';
import { addressOf, canonicalAddress } from '../canonical.js';
import type { Read, Write } from '../db/gate.js';
import { type Actor, journal } from '../journal.js';
import type { Capability } from '../visitor.js';
import { publicationPaths } from '../publications/paths.js';
import { holdSubject, type PublicationKind, raiseRevision } from '../publications/publications.js';
import type { WithdrawalReason } from './words.js';

export interface WithdrawalRow {
  address: string;
  /** Whether everything below the address is withdrawn with it. */
  below: boolean;
  kind: string;
  subject: string;
  version: number | null;
  organisation: string;
  organisation_name: string;
  role: string;
  reason: WithdrawalReason;
  on_day: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'published.withdrawal': WithdrawalRow;
  }
}

/** Who withdraws. */
export type Withdrawer = Actor;

/** What of one's own stands at a public address. */
export interface Standing {
  /** Its name in its kind, for good: a short name. */
  readonly subject: string;
  readonly title: string;
  /** Public address of the whole; everything below it goes with it, unless it stands alone. */
  readonly address: string;
  readonly standsAlone?: boolean;
  /** Other addresses that show nothing else. */
  readonly besides?: readonly string[];
  /** Why it cannot be withdrawn as it is, and the way out; null where it can. */
  readonly refusal?: string | null;
  /** Where others' words stand there: the only reasons for which it is withdrawn all the same, and why these. */
  readonly only?: { readonly reasons: readonly WithdrawalReason[]; readonly why: string } | null;
  /** What else follows, a sentence each. */
  readonly follows: readonly string[];
}

/** One kind of thing that a room publishes and can withdraw. */
export interface Withdrawable {
  /** Path of its public page: "/charters/:charter". */
  readonly path: string;
  /** Kind of the publication, or a word of the room's own. */
  readonly kind: string;
  /** Of what it is the publication, where it is one: then its versions can be withdrawn, too. */
  readonly publishes?: PublicationKind;
  /** Whether it stands without other things of its organisation. */
  readonly standsAlone?: true;
  /** As readers are told: "charter". */
  readonly word: string;
  readonly needs: Capability;
  /** One's own at that address, held; undefined where there is none of one's own. */
  readonly find: (
    read: Read,
    who: Withdrawer,
    params: Readonly<Record<string, string>>,
  ) => Promise<Standing | undefined>;
  /** Public addresses of all that stands there by one organisation, and is not another's to withdraw. */
  readonly own: (read: Read, organisation: string) => Promise<readonly string[]>;
  /**
   * Whether the same thing comes back at its address when it is published anew, under the next number and with its withdrawn versions. Where it does
   * not, others have tied words of theirs to what stood there (they joined, answered, used or asked for it), and those do not pass to a new one:
   * it has an address of its own, and the old one goes on saying what became of it.
   */
  readonly comesBack: boolean;
  /** How it comes back, in words for whoever withdraws; left out where it is published anew. */
  readonly comesBackBy?: string;
  /** Whether it can end: what has an end of its own in its room is not here. */
  readonly canEnd?: true;
  /** Takes the room's own rows from readers. What it worked from stays in its record. */
  readonly take?: (write: Write, who: Withdrawer, standing: Standing) => Promise<void>;
}

/** Short names of what one organisation shows in a table of readers, for `own` of a kind that has one table. */
export async function slugsShownBy(read: Read, table: `published.${string}`, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from ${sql.table(table)} where organisation = ${organisation} order by slug`.execute(read);
  return rows.map(({ slug }) => slug);
}

function matched(
  pattern: string,
  address: string,
): { readonly params: Readonly<Record<string, string>>; readonly rest: readonly string[] } | null {
  const [wanted, given] = [pattern.split('/').slice(1), address.split('/').slice(1)];
  if (given.length < wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    // A canonical address can be read: names of things are written in every alphabet.
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return { params, rest: given.slice(wanted.length) };
}

export interface Found {
  readonly kind: Withdrawable;
  readonly standing: Standing;
  /** The version that the address names, where it is not the newest; null for the whole. */
  readonly version: number | null;
}

/** What of one's own stands at an address, as it was copied from the browser. */
export async function findToWithdraw(
  read: Read,
  who: Withdrawer,
  kinds: readonly Withdrawable[],
  typed: string,
  site: string,
): Promise<Found | undefined> {
  const path = ownPath(typed.trim().startsWith(`${site}/`) ? typed.trim().slice(site.length) : typed.trim(), '');
  const address = canonicalAddress(path.split('?')[0] ?? '');
  if (path === '' || address === null) return undefined;
  const nearest = kinds
    .flatMap((kind) => {
      const found = matched(kind.path, address);
      return found === null ? [] : [{ kind, ...found }];
    })
    .toSorted((a, b) => a.rest.length - b.rest.length)[0];
  // A version, or a file of it: anything else below is a thing of its own.
  if (
    !nearest ||
    nearest.rest.length > 2 ||
    nearest.rest.some((part) => !/^v\d{1,6}$/.test(part) && !/^[a-z-]{1,40}(\.[a-z]{1,5})?$/.test(part))
  )
    return undefined;
  const standing = await nearest.kind.find(read, who, nearest.params);
  if (!standing) return undefined;
  const version = Number(/^v(\d{1,6})$/.exec(nearest.rest[0] ?? '')?.[1] ?? 0);
  if (version === 0 || nearest.kind.publishes === undefined) return { kind: nearest.kind, standing, version: null };
  const rows = await versionsOf(read, nearest.kind.publishes, standing.subject);
  return {
    kind: nearest.kind,
    standing,
    version: rows.some((row) => row.version === version) && version < (rows[0]?.version ?? 0) ? version : null,
  };
}

async function versionsOf(
  read: Read,
  kind: PublicationKind,
  subject: string,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  return read
    .selectFrom('published.publication')
    .select(['id', 'version'])
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('version', 'desc')
    .execute();
}

export interface WithdrawalDraft {
  readonly role: string;
  readonly reason: WithdrawalReason;
  /** An older version alone; null for the whole with all its versions. */
  readonly version: number | null;
}

/** Withdraws it: in the caller's transaction, for every process within a second. Gives how many versions were emptied. */
export async function withdraw(
  write: Write,
  who: Withdrawer,
  organisationName: string,
  { kind, standing }: Found,
  { role, reason, version }: WithdrawalDraft,
): Promise<Result<number, string>> {
  if (version === null && (standing.refusal ?? null) !== null) return refused(standing.refusal ?? '');
  if (version === null && standing.only && !standing.only.reasons.includes(reason)) return refused(standing.only.why);
  const publication = kind.publishes ?? null;
  if (publication) await holdSubject(write, publication, standing.subject);
  const versions = publication ? await versionsOf(write, publication, standing.subject) : [];
  const gone = version === null ? versions : versions.filter((one) => one.version === version);
  const common = {
    kind: kind.kind,
    subject: standing.subject,
    organisation: who.organisation,
    organisation_name: organisationName,
    role,
    reason,
    on_day: londonDate(who.now),
  };
  const rows: WithdrawalRow[] = [
    ...(version === null
      ? [standing.address, ...(standing.besides ?? [])].map((address) => ({
          ...common,
          address,
          below: standing.standsAlone !== true,
          version: null,
        }))
      : []),
    ...gone.flatMap((one) =>
      [
        `${standing.address}/v${one.version}`,
        publicationPaths.one(one.id),
        `${standing.address}/v${one.version + 1}/changes`,
      ].map((address) => ({ ...common, address, below: true, version: one.version })),
    ),
  ];
  if (rows.length === 0) return refused('That version is not there any more.');
  for (const row of rows)
    await write
      .insertInto('published.withdrawal')
      .values(row)
      .onConflict((conflict) => conflict.column('address').doNothing())
      .execute();
  const words = publication ? await wordsIn(write, publication, standing.subject, version) : [];
  if (version === null) await kind.take?.(write, who, standing);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'withdraw',
    kind: kind.kind,
    thing: standing.subject,
    why: reason,
    detail: { address: standing.address, role, ...(version === null ? {} : { version }) },
  });
  if (publication) {
    await sql`select from published.empty_withdrawn(${publication}, ${standing.subject}, ${version}::integer, ${common.on_day}::date)`.execute(
      write,
    );
    await forgetWords(write, words);
  }
  await raiseRevision(write);
  return ok(gone.length);
}

export interface WithdrawnAll {
  readonly withdrawn: number;
  /** Addresses that stay: others have put their own words there. */
  readonly staying: readonly string[];
  /** Addresses that still stand, though nobody else has a part in them: their rooms did not find them. A fault, and never passed over in silence. */
  readonly missed: readonly string[];
}

/** Withdraws all that one organisation has published, by the owner of the installation: in the caller's transaction, with that organisation in sight. */
export async function withdrawAll(
  write: Write,
  who: Withdrawer,
  organisationName: string,
  kinds: readonly Withdrawable[],
  draft: Omit<WithdrawalDraft, 'version'>,
): Promise<WithdrawnAll> {
  let withdrawn = 0;
  const [staying, missed]: [string[], string[]] = [[], []];
  // Room after room: a meeting goes after its papers, a framework after the promises that were made under it.
  for (const kind of kinds) {
    for (const address of await kind.own(write, who.organisation)) {
      const params = matched(kind.path, address)?.params;
      const standing = params && (await kind.find(write, who, params));
      // Gone meanwhile with something that it hung on.
      if (!standing) continue;
      const done = await withdraw(
        write,
        who,
        organisationName,
        { kind, standing, version: null },
        { ...draft, version: null },
      );
      if (done.ok) withdrawn += 1;
      else staying.push(standing.address);
    }
    missed.push(...(await kind.own(write, who.organisation)).filter((address) => !staying.includes(address)));
    for (const standing of await leftOf(write, who, kind)) {
      await withdraw(write, who, organisationName, { kind, standing, version: null }, { ...draft, version: null });
      withdrawn += 1;
    }
  }
  return { withdrawn, staying, missed };
}

/** What an organisation has published and its room does not know of any more: its lists were emptied, and its text stood. */
async function leftOf(
  read: Read,
  who: Withdrawer,
  { publishes: kind, path, find, standsAlone }: Withdrawable,
): Promise<readonly Standing[]> {
  if (kind === undefined) return [];
  const rows = await read
    .selectFrom('published.publication as publication')
    .innerJoin('kit.journal as line', (join) =>
      join.onRef('line.kind', '=', 'publication.kind').onRef('line.thing', '=', 'publication.subject'),
    )
    .select('publication.subject')
    .distinct()
    .where('publication.kind', '=', kind)
    .where(sql<boolean>`publication.withdrawn_on is null`)
    .where('line.scope', '=', who.organisation)
    .where('line.verb', '=', 'publish')
    .orderBy('publication.subject')
    .execute();
  const names = path.split('/').flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : []));
  const left: Standing[] = [];
  for (const { subject } of rows) {
    const parts = subject.split('/');
    const params = Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '']));
    // What the room knows has been asked about already: it stays, or is another's, which this organisation only cleared.
    if ((await find(read, who, params)) === undefined)
      left.push({
        subject,
        title: '',
        address: addressOf(path, params),
        standsAlone: standsAlone === true,
        follows: [],
      });
  }
  return left;
}

/** The words of what goes, so that no misspelt question is led to a name that stands nowhere any more. */
async function wordsIn(
  read: Read,
  kind: PublicationKind,
  subject: string,
  version: number | null,
): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('published.publication')
    .select(['title', 'content'])
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .execute();
  return [...new Set(rows.flatMap(({ title, content }) => wordsOf(fold(`${title}\n${content}`))))];
}

async function forgetWords(write: Write, words: readonly string[]): Promise<void> {
  for (let start = 0; start < words.length; start += 1000) {
    await sql`delete from published.word where word = any(${words.slice(start, start + 1000)}::text[])
      and numnode(plainto_tsquery('english', word)) > 0 and not exists (select from published.passage
      where found @@ plainto_tsquery('english', word))`.execute(write);
  }
}

/** Whoever publishes anew at an address takes it up again; versions that were withdrawn stay so. */
export async function takeUpAgain(write: Write, kind: string, subject: string): Promise<void> {
  await write
    .deleteFrom('published.withdrawal')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('version', 'is', null)
    .execute();
}

/** Whether it is withdrawn as a whole: then its room does nothing more with it in public. */
export async function isWithdrawn(read: Read, kind: string, subject: string): Promise<boolean> {
  return (
    (await read
      .selectFrom('published.withdrawal')
      .select('address')
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .where('version', 'is', null)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** Short names of one kind that were withdrawn and begin so: their addresses say so, and nothing new may take one. */
export async function withdrawnNames(read: Read, kind: string, beginning: string): Promise<readonly string[]> {
  const rows = await read
    .selectFrom('published.withdrawal')
    .select('subject')
    .distinct()
    .where('kind', '=', kind)
    .where('version', 'is', null)
    .where(sql<boolean>`starts_with(subject, ${beginning})`)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** All that one organisation has withdrawn, newest first. */
export async function withdrawnBy(read: Read, organisation: string, count: number): Promise<readonly WithdrawalRow[]> {
  return read
    .selectFrom('published.withdrawal')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('address', 'not like', '/publications/%')
    .where('address', 'not like', '%/changes')
    .orderBy('on_day', 'desc')
    .orderBy('address')
    .limit(count)
    .execute();
}

export interface WithdrawalBook {
  /** What is said of an address, or of one above it; undefined where it is not withdrawn. */
  at(revision: number, address: string): Promise<WithdrawalRow | undefined>;
}

/** Withdrawals are few: they are read once for each act of publishing, so that no page costs a statement more. */
export function withdrawalBook(readAll: () => Promise<readonly WithdrawalRow[]>): WithdrawalBook {
  let known: { readonly revision: number; readonly rows: Promise<ReadonlyMap<string, WithdrawalRow>> } | null = null;
  return {
    async at(revision, address) {
      if (known?.revision !== revision) {
        const rows = readAll().then((all) => new Map(all.map((row) => [row.address, row])));
        const mine = (known = { revision, rows });
        rows.catch(() => {
          if (known === mine) known = null;
        });
      }
      const rows = await known.rows;
      if (rows.size === 0) return undefined;
      for (let end = address.length; end > 0; end = address.lastIndexOf('/', end - 1)) {
        const found = rows.get(address.slice(0, end));
        if (found && (found.below || end === address.length)) return found;
      }
      return undefined;
    },
  };
}
