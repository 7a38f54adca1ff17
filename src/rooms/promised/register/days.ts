/** The days of entries: worked out by the rule from what their organisations have published, and written where readers see them. */
import { sql } from 'kysely';
import type { DayRule } from '#kit/days/days.js';
import { fingerprintOf } from '#kit/days/days.js';
import type { Read, Write } from '#kit/db/gate.js';
import { type EarnedDays, entryDays } from './rules.js';
import type { EntryDays } from './words.js';

/** Which entries: of a framework, of an organisation, or of both; all of them where neither is said. */
export interface Whose {
  readonly framework?: string;
  readonly organisation?: string;
}

interface Line extends EntryDays {
  readonly framework: string;
  readonly slug: string;
}

const noDays: Omit<EarnedDays, 'counts'> = { shown_until: null, practised_until: null, confirmed_until: null };

/** The greatest of the days that stand with promises and practices, by framework and organisation. How long each counts is their own rule. */
async function earnedBy(
  read: Read,
  frameworks: readonly string[],
  { organisation }: Whose,
): Promise<ReadonlyMap<string, EarnedDays>> {
  const whose = organisation === undefined ? sql`true` : sql`organisation = ${organisation}::uuid`;
  const { rows: promises } = await sql<{
    at: string;
    theme: string | null;
    counts: string | null;
    shown: string | null;
    confirmed: string | null;
  }>`
    select framework || ' ' || organisation as at, theme, max(counts_until) as counts, max(shown_until) as shown, max(confirmed_until) as confirmed
      from published.promise where framework = any (${[...frameworks]}::text[]) and ${whose} group by framework, organisation, theme`.execute(
    read,
  );
  const { rows: practices } = await sql<{ at: string; practised: string }>`
    select split_part(theme, ' ', 1) || ' ' || organisation as at, max(counts_until) as practised
      from published.practice, unnest(themes) theme where counts_until is not null and ${whose} group by 1`.execute(
    read,
  );
  const later = (one: string | null, other: string | null): string | null =>
    one === null || (other !== null && other > one) ? other : one;
  const found = new Map<string, EarnedDays>();
  for (const { at, theme, counts, shown, confirmed } of promises) {
    const known = found.get(at) ?? { ...noDays, counts: new Map<string, string>() };
    found.set(at, {
      ...known,
      counts: theme === null || counts === null ? known.counts : new Map([...known.counts, [theme, counts]]),
      shown_until: later(known.shown_until, shown),
      confirmed_until: later(known.confirmed_until, confirmed),
    });
  }
  for (const { at, practised } of practices)
    found.set(at, { ...(found.get(at) ?? { ...noDays, counts: new Map() }), practised_until: practised });
  return found;
}

async function daysOf(read: Read, whose: Whose): Promise<readonly Line[]> {
  const entries = await read
    .selectFrom('published.register_entry')
    .select(['framework', 'slug', 'organisation', 'signed_on'])
    .$if(whose.framework !== undefined, (query) => query.where('framework', '=', whose.framework ?? ''))
    .$if(whose.organisation !== undefined, (query) => query.where('organisation', '=', whose.organisation ?? ''))
    .execute();
  const frameworks = [...new Set(entries.map(({ framework }) => framework))];
  if (frameworks.length === 0) return [];
  const themes = await read
    .selectFrom('published.theme')
    .select(['framework', 'key'])
    .where('promised', '=', true)
    .where('framework', 'in', frameworks)
    .execute();
  const asked = Map.groupBy(themes, ({ framework }) => framework);
  const earned = await earnedBy(read, frameworks, whose);
  return entries.map(({ framework, slug, organisation, signed_on }) => ({
    framework,
    slug,
    ...entryDays(
      signed_on,
      (asked.get(framework) ?? []).map(({ key }) => key),
      organisation === null ? undefined : earned.get(`${framework} ${organisation}`),
    ),
  }));
}

/** Of two that change what one organisation has earned, the second looks once the first is through; and none while a framework asks anew. */
async function takeTurn(write: Write, { framework, organisation }: Whose): Promise<void> {
  const under = (name: string) => sql`hashtextextended(${`levels under ${name}`}, 0)`;
  if (organisation === undefined) {
    await sql`select pg_advisory_xact_lock(${under(framework ?? '')})`.execute(write);
    return;
  }
  const found = await write
    .selectFrom('published.register_entry')
    .select('framework')
    .where('organisation', '=', organisation)
    .execute();
  const frameworks = new Set([...found.map((one) => one.framework), ...(framework === undefined ? [] : [framework])]);
  for (const one of [...frameworks].toSorted())
    await sql`select pg_advisory_xact_lock_shared(${under(one)})`.execute(write);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`levels of ${organisation}`}, 0))`.execute(write);
}

const atOnce = 1_000;

/** What is stored of them, as published.write_entry_days() writes it for those at work. */
const columns = Object.keys(entryDays(null, [], undefined));

/** Works the days of entries out anew, after something changed that they follow from. */
export async function earnLevels(
  write: Write,
  whose: Required<Whose> | { readonly organisation: string } | { readonly framework: string },
): Promise<void> {
  await takeTurn(write, whose);
  const lines = await daysOf(write, whose);
  for (let start = 0; start < lines.length; start += atOnce)
    await sql`select published.write_entry_days(${JSON.stringify(lines.slice(start, start + atOnce))}::jsonb)`.execute(
      write,
    );
}

const samples: readonly (readonly [string | null, readonly string[], EarnedDays | undefined])[] = [
  [null, ['a'], undefined],
  ['2024-02-29', ['a', 'b'], { ...noDays, counts: new Map([['a', '2027-01-01']]) }],
  [
    '2026-08-31',
    ['a', 'b'],
    {
      counts: new Map([
        ['a', '2027-01-04'],
        ['b', '2027-01-05'],
      ]),
      shown_until: '2027-01-03',
      practised_until: '2027-01-02',
      confirmed_until: '2027-01-01',
    },
  ],
];

/** The stored days of entries (decision 0029). They follow from those of promises and practices, so they are worked out anew after those. */
export const entryDayRule: DayRule = {
  name: 'entries of registers',
  after: ['promises', 'practices'],
  fingerprint: fingerprintOf(samples.map((one) => entryDays(...one))),
  rewrite: async (write) => {
    const lines = await daysOf(write, {});
    const [set, other] = [
      sql.join(columns.map((one) => sql`${sql.ref(one)} = ${sql.ref(`d.${one}`)}`)),
      sql`(${sql.join(columns.map((one) => sql.ref(`e.${one}`)))}) is distinct from (${sql.join(columns.map((one) => sql.ref(`d.${one}`)))})`,
    ];
    let changed = 0;
    for (let start = 0; start < lines.length; start += atOnce) {
      const part = JSON.stringify(lines.slice(start, start + atOnce));
      const { numAffectedRows = 0n } = await sql`
        update published.register_entry e set ${set} from jsonb_populate_recordset(null::published.register_entry, ${part}::jsonb) d
         where e.framework = d.framework and e.slug = d.slug and ${other}`.execute(write);
      changed += Number(numAffectedRows);
    }
    return changed;
  },
};
