/** What the public gate knows of promises: the published tables and nothing else. */
import { keysOf } from '#base/keys.js';
import { sql } from 'kysely';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, slice } from '#kit/db/slice.js';
import { isCalledInSql, wordInSql } from '#kit/db/steps.js';
import { tally } from '#kit/publications/tally.js';
import { withoutMark } from '#rooms/ground/people/index.js';
import { promiseSteps } from './rules.js';
import {
  endings,
  type Answer,
  type EffectVerb,
  type EventDetail,
  type EventKind,
  type EvidenceKind,
  type OwnStrength,
  type PromiseDays,
  type PromiseStatus,
  type PublicState,
  type ReasonKind,
  type Strength,
  type Tie,
} from './words.js';

export interface PublishedPromise extends Pick<PromiseDays, (typeof dayColumns)[number]> {
  readonly id: string;
  readonly slug: string;
  readonly organisation: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly organisation_kind: string;
  readonly authority: string | null;
  readonly framework: string;
  readonly theme: string | null;
  readonly charter: string | null;
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effect_verb: EffectVerb;
  readonly effect: string;
  readonly owner: string;
  readonly starts: string | null;
  readonly due: string;
  readonly first_due: string;
  readonly moves: number;
  readonly board: string | null;
  readonly state: PublicState;
  readonly at_risk: boolean;
  readonly last_news: string;
  readonly kept_on: string | null;
  readonly evidence: Strength | null;
  readonly confirmed_on: string | null;
  readonly last_answer: Answer | null;
}

/** Whose rule is promiseDays(); what only compares them is here. */
const dayColumns = ['declared_status', 'overdue_from', 'no_news_from', 'counts_until'] as const;

const columns = [
  'id',
  'slug',
  'organisation',
  'organisation_slug',
  'organisation_name',
  'organisation_kind',
  'authority',
  'framework',
  'theme',
  'charter',
  'aim',
  'steps',
  'effect_verb',
  'effect',
  'owner',
  'starts',
  'due',
  'first_due',
  'moves',
  'board',
  'state',
  'at_risk',
  'last_news',
  'kept_on',
  'evidence',
  'confirmed_on',
  'last_answer',
  ...dayColumns,
] as const;

export interface PromiseWish {
  readonly status?: PromiseStatus | null;
  readonly framework?: string | null;
  readonly theme?: string | null;
  readonly authority?: string | null;
  /** Slug of the organisation. */
  readonly organisation?: string | null;
  /** Slug of the responsible board. */
  readonly board?: string | null;
  /** Slug of the own charter that they come from. */
  readonly charter?: string | null;
  /** The day for which the status is worked out. */
  readonly today: string;
  readonly place?: Place;
  readonly count: number;
}

export interface PromisesCounted {
  /** How many there are of each status, whichever was asked for; what there is none of is left out. */
  readonly counts: ReadonlyMap<PromiseStatus, number>;
  readonly total: number;
}

export interface PromisesFound extends PromisesCounted {
  readonly promises: readonly PublishedPromise[];
  /** The places before and after them. */
  readonly before: string | null;
  readonly after: string | null;
}

const filters = {
  framework: 'framework',
  theme: 'theme',
  authority: 'authority',
  organisation: 'organisation_slug',
  board: 'board',
  charter: 'charter',
} as const;

/** Newest news first. */
const newestFirst: readonly Key[] = [
  { by: 'changed_at', type: 'timestamptz' },
  { by: 'id', type: 'uuid' },
];

function narrowed(wish: Omit<PromiseWish, 'count'>) {
  const given = keysOf(filters).flatMap((key) => {
    const value = wish[key];
    return value === undefined || value === null ? [] : [sql`${sql.ref(filters[key])} = ${value}`];
  });
  return given.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(given, sql` and `)}`;
}

/** How many promises there are of each status, and so in all. */
export async function countPromises(
  read: Read,
  { status, ...wish }: Omit<PromiseWish, 'count' | 'place'>,
): Promise<PromisesCounted> {
  const counts = await tally(
    read,
    ['promises', ...keysOf(filters).map((key) => wish[key] ?? null), wish.today],
    async () => {
      const { rows } = await sql<{
        status: PromiseStatus;
        count: number;
      }>`select ${wordInSql(promiseSteps, wish.today)} as status, count(*) as count from published.promise where ${narrowed(wish)} group by 1`.execute(
        read,
      );
      return new Map(rows.map((row) => [row.status, row.count]));
    },
  );
  return {
    counts,
    total: status ? (counts.get(status) ?? 0) : [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** Promises with their newest news first, so many from a place on, and how many there are. */
export async function publishedPromises(
  read: Read,
  { place = beginning, count, ...wish }: PromiseWish,
): Promise<PromisesFound> {
  const counted = await countPromises(read, wish);
  const ending = endings.find((one) => one === wish.status);
  const among = read
    .selectFrom('published.promise')
    .select(columns)
    .where(narrowed(wish))
    // What has ended stands in a column, and an index knows it; the rest is told by days.
    .$if(ending !== undefined, (query) => query.where('state', '=', ending ?? 'kept'))
    .$if(Boolean(wish.status) && ending === undefined, (query) =>
      query.where(isCalledInSql(promiseSteps, wish.status ?? 'on track', wish.today)),
    );
  const { rows, before, after } = await slice(among, { keys: newestFirst, descending: true }, place, count);
  return { ...counted, promises: rows, before, after };
}

export interface PublishedEvidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly dated: string;
  readonly strength: OwnStrength;
  readonly taken_back_on: string | null;
  readonly taken_back_because: string | null;
}

export interface PublishedConfirmation {
  /** Null, and no name, while it has not answered. */
  readonly group_slug: string | null;
  readonly group_name: string;
  readonly asked_on: string;
  readonly answer: Answer | null;
  /** How the group is tied to whoever promised: by it invited to Kept, or a part of it. */
  readonly tie: Tie | null;
  /** Null below ten. */
  readonly people: number | null;
  readonly words: string | null;
  /** Where the group took its words back. */
  readonly words_taken_back_on: string | null;
  readonly answered_on: string | null;
}

export interface PromiseEvent {
  readonly position: number;
  readonly day: string;
  readonly kind: EventKind;
  readonly body: string | null;
  readonly detail: EventDetail;
}

export interface TakenUp {
  readonly board: string;
  readonly board_name: string;
  readonly meeting: string;
  readonly date: string;
}

export interface WholePromise extends PublishedPromise {
  readonly agreed_on: string;
  readonly agreed_by: string;
  readonly agreed_link: string | null;
  readonly measure: string | null;
  readonly source: string | null;
  readonly practices: readonly string[];
  readonly ended_on: string | null;
  readonly ended_by: string | null;
  readonly reason_kind: ReasonKind | null;
  readonly reason: string | null;
  readonly replacement: string | null;
  readonly proof: readonly PublishedEvidence[];
  readonly confirmations: readonly PublishedConfirmation[];
  /** Newest first. */
  readonly events: readonly PromiseEvent[];
  readonly takenUp: readonly TakenUp[];
}

const unnamedGroup = 'A group of young people';

/** Everything that happened to a promise, newest first. A group that was asked is not named by the question. */
export async function promiseEvents(read: Read, promise: string): Promise<readonly PromiseEvent[]> {
  const events = await read
    .selectFrom('published.promise_event')
    .select(['position', 'day', 'kind', 'body', 'detail'])
    .where('promise', '=', promise)
    .orderBy('position', 'desc')
    .execute();
  return events.map((event) => (event.kind === 'asked' ? { ...event, detail: {} } : event));
}

/** A promise with everything that readers may know of it; undefined where none of that name is published. */
export async function publishedPromise(read: Read, slug: string): Promise<WholePromise | undefined> {
  const own = await read
    .selectFrom('published.promise')
    .select([
      ...columns,
      'agreed_on',
      'agreed_by',
      'agreed_link',
      'measure',
      'source',
      'practices',
      'ended_on',
      'ended_by',
      'reason_kind',
      'reason',
      'replacement',
    ])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!own) return undefined;
  const proof = await read
    .selectFrom('published.evidence')
    .select(['id', 'kind', 'title', 'url', 'dated', 'strength', 'taken_back_on', 'taken_back_because'])
    .where('promise', '=', own.id)
    .orderBy('dated')
    .orderBy('id')
    .execute();
  const confirmations = await read
    .selectFrom('published.confirmation')
    .select([
      'group_slug',
      'group_name',
      'asked_on',
      'answer',
      'tie',
      'people',
      'words',
      'words_taken_back_on',
      'answered_on',
    ])
    .where('promise', '=', own.id)
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
  const events = await promiseEvents(read, own.id);
  const takenUp = await read
    .selectFrom('published.suggestion')
    .select(['board', 'board_name', 'meeting', 'date'])
    .where('promise', '=', own.id)
    .orderBy('date')
    .orderBy('board')
    .execute();
  // Who was asked has not said that it may be named with this promise: its answer says so.
  const shown = confirmations.map((one) =>
    one.answer === null ? { ...one, group_slug: null, group_name: unnamedGroup, tie: null } : one,
  );
  // What happened keeps the name that a group had then; whether it is verified is said as it is now.
  const marked = new Map(confirmations.map(({ group_name: name }) => [withoutMark(name), name]));
  const told = events.map((event) =>
    event.detail.group === undefined
      ? event
      : { ...event, detail: { ...event.detail, group: marked.get(event.detail.group) ?? event.detail.group } },
  );
  return { ...own, proof, confirmations: shown, events: told, takenUp };
}

/** More than this do not go into one field of a form. */
const chosenFromAtMost = 400;

/** Authorities and boards that promises name, for the filters of the list; of boards none where there are too many. */
export async function promiseFilters(read: Read): Promise<{
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
  readonly boards: readonly { readonly slug: string; readonly name: string }[];
}> {
  return tally(read, ['filters of promises'], async () => {
    // A probe of an index for each authority is quicker than reading all promises.
    const { rows: authorities } = await sql<{
      code: string;
      name: string;
    }>`select code, name from published.authority a where exists (select from published.promise p where p.authority = a.code) order by name`.execute(
      read,
    );
    const { rows: boards } = await sql<{
      slug: string;
      name: string;
    }>`select slug, name from published.board b where exists (select from published.promise p where p.board = b.slug)
      order by name limit ${chosenFromAtMost + 1}`.execute(read);
    return { authorities, boards: boards.length > chosenFromAtMost ? [] : boards };
  });
}

/** The promises that were taken up for a meeting because they were overdue. */
export async function promisesTakenUp(
  read: Read,
  board: string,
  meeting: string,
): Promise<readonly { readonly slug: string; readonly aim: string; readonly organisation_name: string }[]> {
  return read
    .selectFrom('published.suggestion as taken')
    .innerJoin('published.promise as promise', 'promise.id', 'taken.promise')
    .select(['promise.slug', 'promise.aim', 'promise.organisation_name'])
    .where('taken.board', '=', board)
    .where('taken.meeting', '=', meeting)
    .orderBy('promise.due')
    .orderBy('promise.slug')
    .execute();
}

export interface OverduePromise {
  readonly id: string;
  readonly slug: string;
  readonly organisation_name: string;
  readonly aim: string;
  readonly owner: string;
  readonly due: string;
  readonly first_due: string;
  readonly moves: number;
}

/** Promises that are overdue on a day and for which that board is responsible, the longest overdue first. */
export async function suggestionsFor(
  read: Read,
  board: string,
  day: string,
  most = 50,
): Promise<readonly OverduePromise[]> {
  return read
    .selectFrom('published.promise')
    .select(['id', 'slug', 'organisation_name', 'aim', 'owner', 'due', 'first_due', 'moves'])
    .where('board', '=', board)
    .where(isCalledInSql(promiseSteps, 'overdue', day))
    .orderBy('due')
    .orderBy('slug')
    .limit(most)
    .execute();
}
