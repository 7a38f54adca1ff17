import { sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { authorityByName, phases, publishedAuthorities, publishedSchool } from '#rooms/ground/directory/index.js';
import { frameworksToChoose, publishedFrameworks, themeList } from '#rooms/ground/frameworks/index.js';
import { nameInLetters, nameMarker, withoutMark } from '#rooms/ground/people/index.js';
import { type Facts, practiceStanding, type Standing } from './rules.js';
import type { Known, SpotlightDraft, SubmissionState } from './words.js';

/** What the frameworks and the directory say to a draft. A name or number that means nothing is null, never a guess. `practice` is its id, once it has one. */
export async function knownFor(read: Read, draft: SpotlightDraft, practice: string | null): Promise<Known> {
  const typed = draft.authority.trim();
  const byCode = /^[A-Z]\d{8}$/i.test(typed)
    ? (await publishedAuthorities(read)).find(({ code }) => code === typed.toUpperCase())
    : undefined;
  const authority = byCode ?? (typed === '' ? null : await authorityByName(read, typed));
  const urn = /^[1-9]\d{4,6}$/.test(draft.urn.trim()) ? Number(draft.urn.trim()) : null;
  const school = urn === null ? undefined : await publishedSchool(read, urn);
  const frameworks = await publishedFrameworks(read);
  const goingOn = new Set(
    (await frameworksToChoose(read, { named: await putTo(read, practice) })).map(({ slug }) => slug),
  );
  return {
    frameworks,
    ended: new Set(frameworks.map(({ slug }) => slug).filter((slug) => !goingOn.has(slug))),
    themes: await themeList(read),
    phases,
    authority: authority && { code: authority.code, name: authority.name },
    school: school ? { urn: school.urn, name: school.name } : null,
  };
}

/** The frameworks to whose keeper it was put before. */
async function putTo(read: Read, practice: string | null): Promise<readonly string[]> {
  if (practice === null) return [];
  return (
    await read.selectFrom('record.submission').select('framework').distinct().where('practice', '=', practice).execute()
  ).map(({ framework }) => framework);
}

export interface SubmissionSeen {
  readonly id: string;
  readonly number: number;
  readonly state: SubmissionState;
  readonly keeper: string;
  readonly framework: string;
  readonly submitted_at: Date;
  readonly decided_at: Date | null;
  readonly reason: string | null;
  readonly original: SpotlightDraft;
  readonly content: SpotlightDraft;
}

export interface PublicFacts {
  readonly slug: string;
  readonly version: number;
  readonly state: 'published' | 'withdrawn';
  readonly published_on: string;
  readonly reviewed_on: string;
  readonly review_due: string;
  readonly uses: number;
  readonly reason: string | null;
}

/** A spotlight as its own organisation has it. */
export interface Spotlight extends Standing {
  readonly id: string;
  /** What the organisation goes on from: its own draft, or what was last submitted with the keeper's changes, whichever is ahead. */
  readonly draft: SpotlightDraft;
  readonly follows: number;
  readonly changed_at: Date;
  readonly last: SubmissionSeen | null;
  readonly published: PublicFacts | null;
}

const publicColumns = [
  'slug',
  'version',
  'state',
  'published_on',
  'reviewed_on',
  'review_due',
  'uses',
  'reason',
] as const;

async function lastSubmission(read: Read, organisation: string, practice: string): Promise<SubmissionSeen | null> {
  const row = await read
    .selectFrom('record.submission')
    .select([
      'id',
      'number',
      'state',
      'keeper',
      'framework',
      'submitted_at',
      'decided_at',
      'reason',
      'original',
      'content',
    ])
    .where('organisation', '=', organisation)
    .where('practice', '=', practice)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A spotlight of an organisation; undefined where it has none of that id. */
export async function spotlightOf(read: Read, organisation: string, id: string): Promise<Spotlight | undefined> {
  const row = await read
    .selectFrom('record.practice')
    .select(['id', 'draft', 'follows', 'changed_at'])
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const last = await lastSubmission(read, organisation, id);
  const published =
    (await read.selectFrom('published.practice').select(publicColumns).where('id', '=', id).executeTakeFirst()) ?? null;
  const isAhead = last !== null && last.number > row.follows;
  return {
    ...row,
    draft: isAhead ? last.content : row.draft,
    last,
    published,
    ...practiceStanding({ follows: row.follows, last, published }),
  };
}

/** The same, held so that two acts on it wait for each other. */
export async function heldSpotlight(write: Read, organisation: string, id: string): Promise<Spotlight | undefined> {
  await sql`select from record.practice where organisation = ${organisation} and id = ${id} for update`.execute(write);
  return spotlightOf(write, organisation, id);
}

export interface SpotlightLine extends Standing {
  readonly id: string;
  readonly title: string;
  readonly changed_at: Date;
  readonly reason: string | null;
  readonly published: Pick<PublicFacts, 'slug' | 'version' | 'state' | 'review_due' | 'uses'> | null;
}

/** An organisation's spotlights, those changed last first. */
export async function spotlightsOf(read: Read, organisation: string): Promise<readonly SpotlightLine[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    follows: number;
    changed_at: Date;
    number: number | null;
    submission: SubmissionState | null;
    reason: string | null;
    slug: string | null;
    version: number;
    state: 'published' | 'withdrawn';
    review_due: string;
    uses: number;
  }>`
    select practice.id, practice.follows, greatest(practice.changed_at, last.at) as changed_at, last.number, last.state as submission, last.reason,
           case when last.number > practice.follows then last.title else practice.draft ->> 'title' end as title,
           shown.slug, shown.version, shown.state, shown.review_due, shown.uses
      from record.practice
      left join lateral (
        select number, state, reason, content ->> 'title' as title, coalesce(decided_at, submitted_at) as at from record.submission
         where submission.organisation = practice.organisation and submission.practice = practice.id order by number desc limit 1) as last on true
      left join published.practice as shown on shown.id = practice.id
     where practice.organisation = ${organisation}
     order by 3 desc, practice.id`.execute(read);
  return rows.map(
    ({ id, title, changed_at, follows, number, submission, reason, slug, version, state, review_due, uses }) => {
      const facts: Facts = {
        follows,
        last: number === null || submission === null ? null : { number, state: submission },
        published: slug === null ? null : { state },
      };
      return {
        id,
        title,
        changed_at,
        reason: submission === 'asked back' ? reason : null,
        published: slug === null ? null : { slug, version, state, review_due, uses },
        ...practiceStanding(facts),
      };
    },
  );
}

/** What was put to a keeper, with whose it is. */
export interface KeeperSubmission extends SubmissionSeen {
  readonly organisation: string;
  readonly practice: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  /** Its name as others meet it. */
  readonly told_by: string;
  readonly organisation_kind: string;
}

/** A submission as the keeper to whom it was put sees it; undefined where none of that id was. `hold` lets two acts on it wait for each other. */
export async function submissionOf(
  read: Read,
  keeper: string,
  id: string,
  hold: 'hold' | null = null,
): Promise<KeeperSubmission | undefined> {
  const row = await read
    .selectFrom('record.submission')
    .select([
      'id',
      'number',
      'state',
      'keeper',
      'framework',
      'submitted_at',
      'decided_at',
      'reason',
      'original',
      'content',
      'organisation',
      'practice',
      'organisation_slug',
      'organisation_name',
      'organisation_kind',
    ])
    .where('keeper', '=', keeper)
    .where('id', '=', id)
    .$if(hold !== null, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const marked = await nameMarker(read, [row.organisation]);
  return {
    ...row,
    told_by: marked(row.organisation, row.organisation_name),
  };
}

export interface WaitingLine {
  readonly id: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly submitted_at: Date;
  readonly isNew: boolean;
}

/** Whether an organisation keeps a framework, and what waits for it then, the oldest first, and how many there are in all. */
export async function waitingFor(
  read: Read,
  keeper: string,
  count: number,
): Promise<{ readonly isKeeper: boolean; readonly total: number; readonly waiting: readonly WaitingLine[] }> {
  type Line = WaitingLine & { readonly total: number; readonly verified: boolean };
  const { rows } = await sql<{ isKeeper: boolean } & (Line | { id: null })>`
    select own.keeps as "isKeeper", line.* from (select exists (select from record.framework where framework.organisation = ${keeper}) as keeps) own
      left join lateral (
        select submission.id, submission.content ->> 'title' as title, submission.organisation_name, submission.submitted_at,
               record.is_verified(submission.organisation) as verified,
               not exists (select from published.practice as shown where shown.id = submission.practice) as "isNew", count(*) over () as total
          from record.submission where submission.keeper = ${keeper} and submission.state = 'waiting'
         order by submission.submitted_at, submission.id limit ${count}) line on true
     order by line.submitted_at, line.id`.execute(read);
  const lines = rows.filter((row) => row.id !== null);
  const waiting = lines.map(({ verified, organisation_name: name, ...line }) => ({
    ...line,
    organisation_name: nameInLetters({ name: withoutMark(name), verified }),
  }));
  return { isKeeper: rows[0]?.isKeeper ?? false, total: lines[0]?.total ?? 0, waiting };
}

const newestFirst: readonly Key[] = [
  { by: 'published_on', type: 'date' },
  { by: 'slug', type: 'text' },
];

export interface ClearedLine {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly published_on: string;
  readonly review_due: string;
}

/** What others had cleared by this keeper and readers see, the newest first: so many from a place on. */
export async function clearedBy(read: Read, keeper: string, place: Place, count: number): Promise<Slice<ClearedLine>> {
  const among = read
    .selectFrom('published.practice')
    .select(['id', 'slug', 'title', 'organisation_name', 'published_on', 'review_due'])
    .where('keeper', '=', keeper)
    .where('organisation', '<>', keeper)
    .where(sql<boolean>`state = 'published'`);
  return slice(among, { keys: newestFirst, descending: true }, place, count);
}

/** A published practice that one of the two sides may withdraw, with its owner. */
export async function publishedFor(
  read: Read,
  side: string,
  id: string,
): Promise<
  | {
      readonly slug: string;
      readonly title: string;
      readonly organisation: string;
      readonly organisation_name: string;
      readonly keeper: string;
      readonly state: 'published' | 'withdrawn';
    }
  | undefined
> {
  return read
    .selectFrom('published.practice')
    .select(['slug', 'title', 'organisation', 'organisation_name', 'keeper', 'state'])
    .where('id', '=', id)
    .where((either) => either.or([either('organisation', '=', side), either('keeper', '=', side)]))
    .executeTakeFirst();
}
