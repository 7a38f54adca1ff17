/** What the public gate knows of frameworks: the published tables and nothing else. */
import { frozenPart } from '#kit/publications/contents.js';
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { tally } from '#kit/publications/tally.js';
import { endingsAmong } from '#kit/withdrawals/endings.js';
import type { Audience, FrameworkChange, FrameworkContent, FrameworkKind, ThemeKind } from './words.js';

export interface PublishedFramework {
  readonly slug: string;
  readonly name: string;
  readonly kind: FrameworkKind;
  readonly summary: string;
  /** Id of the organisation that keeps it. */
  readonly organisation: string;
  readonly organisation_slug: string;
  readonly organisation_name: string;
  readonly version: number;
}

const columns = [
  'slug',
  'name',
  'kind',
  'summary',
  'organisation',
  'organisation_slug',
  'organisation_name',
  'version',
] as const;

/** All published frameworks, or those of a kind, by name. */
export async function publishedFrameworks(
  read: Read,
  kind: FrameworkKind | null = null,
): Promise<readonly PublishedFramework[]> {
  return tally(read, ['frameworks', kind], () =>
    read
      .selectFrom('published.framework')
      .select(columns)
      .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'charter'))
      .orderBy('name')
      .orderBy('slug')
      .execute(),
  );
}

/** What can be chosen now: of a framework that has ended nothing new begins (published.refuse_if_ended), and what names it already keeps it. */
export interface Choosing {
  /** Short names of the frameworks that the thing at hand names already. */
  readonly named?: readonly string[];
}

async function goesOn(
  read: Read,
  slugs: readonly string[],
  named: readonly string[],
): Promise<(slug: string) => boolean> {
  const ended = await endingsAmong(read, 'framework', [...new Set(slugs)]);
  return (slug) => !ended.has(slug) || named.includes(slug);
}

/** The frameworks under which something new can begin, by name. */
export async function frameworksToChoose(
  read: Read,
  { named = [], kind = null }: Choosing & { readonly kind?: FrameworkKind | null } = {},
): Promise<readonly PublishedFramework[]> {
  const all = await publishedFrameworks(read, kind);
  const mayChoose = await goesOn(
    read,
    all.map(({ slug }) => slug),
    named,
  );
  return all.filter(({ slug }) => mayChoose(slug));
}

/** The themes that something new can take up, of all frameworks, in their order; only those under which one promises, or all. */
export async function themesToChoose(
  read: Read,
  { named = [], promised = false }: Choosing & { readonly promised?: boolean } = {},
): Promise<readonly PromisedTheme[]> {
  const all = await (promised ? promisedThemeList(read) : themeList(read));
  const mayChoose = await goesOn(
    read,
    all.map(({ framework }) => framework),
    named,
  );
  return all.filter(({ framework }) => mayChoose(framework));
}

export interface PublishedTheme {
  readonly key: string;
  readonly kind: ThemeKind;
  readonly title: string;
  readonly meaning: string;
  readonly examples: readonly string[];
  /** Whether somebody promises under it. */
  readonly promised: boolean;
}

export interface PublishedAsk {
  readonly key: string;
  readonly theme: string | null;
  readonly audience: Audience;
  readonly body: string;
}

export interface WholeFramework extends PublishedFramework {
  readonly themes: readonly PublishedTheme[];
  readonly asks: readonly PublishedAsk[];
  readonly wordings: FrameworkContent['wordings'];
}

/** A framework with its themes, asks and wordings in their order; undefined where none of that name is published. */
export async function publishedFramework(read: Read, slug: string): Promise<WholeFramework | undefined> {
  return tally(read, ['framework', slug], () => wholeFramework(read, slug));
}

async function wholeFramework(read: Read, slug: string): Promise<WholeFramework | undefined> {
  const own = await read.selectFrom('published.framework').select(columns).where('slug', '=', slug).executeTakeFirst();
  if (!own) return undefined;
  const themes = await read
    .selectFrom('published.theme')
    .select(['key', 'kind', 'title', 'meaning', 'examples', 'promised'])
    .where('framework', '=', slug)
    .orderBy('position')
    .execute();
  const asks = await read
    .selectFrom('published.ask')
    .select(['key', 'theme', 'audience', 'body'])
    .where('framework', '=', slug)
    .orderBy('position')
    .execute();
  const words = await read
    .selectFrom('published.wording')
    .select(['key', 'name', 'theme', 'title'])
    .where('framework', '=', slug)
    .orderBy('key')
    .orderBy('position')
    .execute();
  const wordings = [...Map.groupBy(words, ({ key }) => key)].map(([key, rows]) => ({
    key,
    name: rows[0]?.name ?? '',
    themes: rows.map(({ theme, title }) => ({ theme, title })),
  }));
  return { ...own, themes, asks, wordings };
}

/** Titles of themes by "framework theme", for lists over several frameworks. */
export async function themeTitles(read: Read): Promise<ReadonlyMap<string, string>> {
  return tally(read, ['titles of themes'], async () => {
    const rows = await read.selectFrom('published.theme').select(['framework', 'key', 'title']).execute();
    return new Map(rows.map(({ framework, key, title }) => [`${framework} ${key}`, title]));
  });
}

/** How many themes somebody promises under, for each framework. */
export async function promisedCounts(read: Read): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    framework: string;
    count: number;
  }>`select framework, count(*) as count from published.theme where promised group by framework`.execute(read);
  return new Map(rows.map(({ framework, count }) => [framework, count]));
}

export interface PromisedTheme {
  readonly framework: string;
  readonly framework_name: string;
  readonly key: string;
  readonly title: string;
}

/** The themes under which somebody promises, of all frameworks, in their order. */
export async function promisedThemeList(read: Read): Promise<readonly PromisedTheme[]> {
  return tally(read, ['promised themes'], () => themesInOrder(read).where('theme.promised', '=', true).execute());
}

/** Every theme of all frameworks, in their order: what a practice can be about. */
export async function themeList(read: Read): Promise<readonly PromisedTheme[]> {
  return tally(read, ['themes'], () => themesInOrder(read).execute());
}

function themesInOrder(read: Read) {
  return read
    .selectFrom('published.theme as theme')
    .innerJoin('published.framework as framework', 'framework.slug', 'theme.framework')
    .select(['theme.framework', 'framework.name as framework_name', 'theme.key', 'theme.title'])
    .orderBy('framework.name')
    .orderBy('framework.slug')
    .orderBy('theme.position');
}

/** What a version changed against the one before; nothing for a first version. */
export async function changesIn(read: Read, publication: string): Promise<readonly FrameworkChange[]> {
  const row = await read
    .selectFrom('published.publication')
    .select('changes')
    .where('id', '=', publication)
    .executeTakeFirst();
  return frozenPart('framework', 'changes', row?.changes) ?? [];
}
