/**
 * No page grows with what lies behind it: every public page is asked for with more than two pages' worth of everything, and again with
 * three times as much. What the pages cost at the volumes of a country is measured by `npm run bench volumes`.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { sharedPractices } from '#rooms/practised/networks/published.js';
import { anchorOrder, packAnchors } from '#rooms/decided/packs/anchors.js';
import { publishedOffers } from '#rooms/practised/care-offer/published.js';
import { longPack } from '#rooms/decided/packs/examples.js';
import { rooms } from '#app/rooms.js';
import { loadSamples } from './samples.js';
import { publishPack, withSite } from './site.js';
import type { Volumes } from './room-volumes.js';
import { few, many, prepare, roomVolumes } from './volumes.js';

const longest = 100_000;
/** Of a page whose figures somebody has asked for before. */
const statementsAtMost = 6;
/** What names and numbers of other lengths make. */
const growthAtMost = 4_000;
let statements = 0;
/** The most rows that one answer of the database brought. */
let mostRows = 0;
const asked = pg.Client.prototype.query as (...words: unknown[]) => unknown;
// Before any connection is made: it keeps the function that it was made with.
pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]): unknown {
  const [first] = words;
  const text = typeof first === 'string' ? first : ((first as { readonly text?: string } | undefined)?.text ?? '');
  // Without what a gate says of itself, and the look at the number of the newest act of publishing.
  if (/^\s*(select|with)\b/i.test(text) && !text.includes('set_config') && !text.includes('published.revision'))
    statements += 1;
  const answer = asked.apply(this, words);
  if (answer instanceof Promise)
    answer
      .then(({ rows }: { readonly rows?: readonly unknown[] }) => (mostRows = Math.max(mostRows, rows?.length ?? 0)))
      .catch(() => undefined);
  return answer;
} as typeof pg.Client.prototype.query;

const samples = await loadSamples();
/** Where each public page is asked for; null for what is one thing, however much there is of others. Each room says it of its own (test/samples.ts). */
const pages: Readonly<Record<string, readonly string[] | null>> = Object.fromEntries(
  [...samples.values()].flatMap((room) =>
    Object.entries(room.pages).flatMap(([route, { atVolume }]) => (atVolume === undefined ? [] : [[route, atVolume]])),
  ),
);
/** Of those without an address above. */
const wholeLists = [...samples.values()].flatMap((room) =>
  Object.entries(room.pages).flatMap(([route, { isWhole }]) => (isWhole ? [route] : [])),
);

interface Weighed {
  readonly bytes: number;
  readonly statements: number;
  readonly status: number;
}

async function weigh(size: Volumes): Promise<ReadonlyMap<string, Weighed>> {
  return withSite(async ({ write, get }) => {
    await prepare(write, size);
    const { rows } = await sql<{ board: string; slug: string; month: string; person: string }>`
      select m.board, m.slug, to_char(m.date, 'YYYY-MM') as month, (select p.slug from published.person p
        where p.kind = 'attendance' and p.board = m.board order by p.slug limit 1) as person
        from published.meeting m where m.minutes is not null and m.board = 'volume-board-0002' order by m.date desc limit 1`.execute(
      write,
    );
    const facts = rows[0];
    assert.ok(facts);
    const at = (address: string) =>
      address
        .replace('$board', facts.board)
        .replace('$meeting', facts.slug)
        .replace('$month', facts.month)
        .replace('$person', facts.person);
    const found = new Map<string, Weighed>();
    for (const address of Object.values(pages).flatMap((own) => own ?? [])) {
      const { status, body } = await get(at(address));
      statements = 0;
      // Not from the shelf.
      await get(`${at(address)}${address.includes('?') ? '&' : '?'}again=yes`);
      found.set(address, { bytes: Buffer.byteLength(body), statements, status });
    }
    return found;
  }, new Date());
}

test('every public page is in the list above, as one thing or with the addresses at which it is a list', () => {
  const known = rooms.flatMap((room) => room.pages.filter(({ gate }) => gate === 'public').map(({ path }) => path));
  assert.deepEqual(Object.keys(pages).toSorted(), known.toSorted());
});

test('every list is measured at the volumes of a country, and so is everything that is taken whole', () => {
  const measured = roomVolumes.flatMap((room) => room.measured?.map(({ path }) => path.split('?')[0] ?? '') ?? []);
  const isMeasured = (pattern: string) => {
    const parts = pattern.split('/');
    return measured.some(
      (path) =>
        path.split('/').length === parts.length &&
        path.split('/').every((part, at) => part === parts[at] || parts[at]?.startsWith(':')),
    );
  };
  const lists = Object.entries(pages)
    .filter(([path, at]) => at !== null || wholeLists.includes(path))
    .map(([path]) => path);
  assert.deepEqual(
    lists.filter((path) => !isMeasured(path)),
    [],
  );
});

test('no page grows with what lies behind it, and none is heavier than 100 kB', async () => {
  const [light, heavy] = [await weigh(few), await weigh(many)];
  const faults = [...heavy].flatMap(([address, { bytes, status, statements }]) => {
    const before = light.get(address)?.bytes ?? 0;
    return [
      ...(status === 200 ? [] : [`${address} answered ${status}`]),
      ...(statements > statementsAtMost ? [`${address} asked ${statements} times`] : []),
      ...(bytes > longest && !address.includes('.ics') ? [`${address} has ${bytes} bytes`] : []),
      ...(bytes - before > growthAtMost && !address.includes('.ics')
        ? [`${address} grew from ${before} to ${bytes} bytes`]
        : []),
    ];
  });
  assert.deepEqual(faults, []);
});

test('what is taken whole is read and written a thousand rows at a time, and nothing of it is lost', () =>
  withSite(async ({ write, get }) => {
    const size = 2_600;
    await prepare(write, { ...few, authorities: 2, schools: size, awards: size, promisers: size, entries: size });
    await sql`insert into published.coverage (authority, framework, theme, ask, organisation, organisation_name, own, state, source, said_on, recorded_at)
      select 'E7' || lpad((n % 130)::text, 7, '0'), 'care-leavers-asks', 'finance', 'ask-' || n, md5('one')::uuid,
        'Volume forum', false, 'offered', 'Local offer', current_date, now() from generate_series(1, ${size}) n`.execute(
      write,
    );
    const linesOf = async (address: string) => (await get(address)).body.trimEnd().split('\r\n').slice(1);
    const told = new Map<string, number>();
    mostRows = 0;
    for (const address of [
      '/frameworks/inclusion-charter/register.csv',
      '/award/E80000001/award.csv',
      '/care-offer/coverage.csv',
      '/award.csv',
    ]) {
      const lines = await linesOf(address);
      assert.equal(new Set(lines).size, lines.length, address);
      told.set(address, lines.length);
    }
    const { entries } = JSON.parse((await get('/frameworks/inclusion-charter/register.json')).body) as {
      readonly entries: readonly { readonly slug: string }[];
    };
    assert.equal(new Set(entries.map(({ slug }) => slug)).size, size);
    const { rows } = await sql<{ schools: number; covered: number }>`
      select (select count(*) from published.award a join published.school s on s.urn = a.urn and s.status = 'open' and s.authority = 'E80000001') as schools,
             (select count(*) from published.coverage) as covered`.execute(write);
    assert.deepEqual([...told.values()], [size, rows[0]?.schools, rows[0]?.covered, 2]);
    assert.ok((rows[0]?.schools ?? 0) > 1_100, 'more than one part');
    // One more tells that the list goes on.
    assert.ok(mostRows <= 1_001, `${mostRows} rows at once`);
  }, new Date()));

test('offers come whole and in order: by numbers of pages, and of a word that more have than anybody looks at', () =>
  withSite(async ({ write, get }) => {
    await prepare(write, { ...few, offers: 450 });
    const { rows } = await sql<{
      id: string;
      title: string;
      folded: string;
    }>`select id, title, folded from published.offer where state = 'live' order by id`.execute(write);
    const taken: string[] = [];
    for (let page = 1; ; page += 1) {
      const list = JSON.parse((await get(`/care-offer/open-referral/services?page=${page}&per_page=37`)).body) as {
        readonly contents: readonly { readonly id: string }[];
        readonly total_items: number;
      };
      assert.equal(list.total_items, rows.length);
      if (list.contents.length === 0) break;
      taken.push(...list.contents.map(({ id }) => id));
    }
    assert.deepEqual(
      taken,
      rows.map(({ id }) => id),
    );
    const { rows: inOrder } = await sql<{
      slug: string;
    }>`select slug from published.offer where state = 'live' and folded like '%volume%' order by title, slug`.execute(
      write,
    );
    const all = await publishedOffers(write, { q: 'volume', from: 0, count: 300 });
    const shown = new Set(all.offers.map(({ slug }) => slug));
    assert.deepEqual([inOrder.length, all.total, shown.size], [450, 200, 200]);
    assert.deepEqual(
      all.offers.map(({ slug }) => slug),
      inOrder.map(({ slug }) => slug).filter((slug) => shown.has(slug)),
    );
    const { rows: some } = await sql<{
      slug: string;
    }>`select slug from published.offer where state = 'live' and folded like '%cedar%' order by title, slug`.execute(
      write,
    );
    assert.ok(some.length > 10 && some.length < 200);
    const found = await publishedOffers(write, { q: 'cedar', from: 0, count: 300 });
    assert.deepEqual([found.total, found.offers.map(({ slug }) => slug)], [some.length, some.map(({ slug }) => slug)]);
  }, new Date()));

test('what members of a network have shown is the same by either way, that of a small network and that of a large one', () =>
  withSite(async ({ write }) => {
    await prepare(write, { ...few, practices: 300 });
    await sql`insert into published.network_member (network, member, slug, name, kind, role, since)
      select n.id, o.id, o.slug, o.name, 'school', null, current_date
        from published.network n, published.organisation o where n.slug = 'volume-1' and o.slug = 'volume-2'`.execute(
      write,
    );
    const network = await write
      .selectFrom('published.network')
      .select(['id', 'themes'])
      .where('slug', '=', 'volume-1')
      .executeTakeFirstOrThrow();
    const small = await sharedPractices(write, { ...network, members: 111 }, 20);
    assert.equal(small.length, 20);
    assert.deepEqual(new Set(small.map(({ organisation_name: name }) => name)), new Set(['Volume School 2']));
    const slugs = (found: readonly { readonly slug: string }[]) => found.map(({ slug }) => slug);
    assert.deepEqual(slugs(await sharedPractices(write, { ...network, members: 5_000 }, 20)), slugs(small));
    assert.deepEqual(
      await sharedPractices(write, { ...network, themes: ['inclusion-charter nothing'], members: 111 }, 20),
      [],
    );
  }, new Date()));

test('a pack of two hundred pages is read in parts; every place of it has an address that arrives, and the whole stays one publication', () =>
  withSite(async ({ write, get }) => {
    const content = longPack(30, 40);
    await publishPack(write, content, 1, new Date('2026-02-26T09:00:00Z'));
    const path = `/boards/${content.board.slug}/meetings/${content.meeting.slug}/pack`;
    const pages: string[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const { status, body } = await get(next);
      assert.equal(status, 200, next);
      assert.ok(Buffer.byteLength(body) < longest, `${next} has ${Buffer.byteLength(body)} bytes`);
      assert.equal(body.match(/<h1/g)?.length, 1, next);
      pages.push(body);
      next = /<a class="govuk-link govuk-pagination__link" href="([^"]*)" rel="next"/.exec(body)?.[1];
    }
    assert.ok(pages.length > 3, `${pages.length} parts`);
    const anchors = anchorOrder(packAnchors(content));
    for (const anchor of anchors)
      assert.equal(
        pages.filter((body) => body.includes(` id="${anchor}"`) && !body.includes(`<li id="${anchor}"><a href="?part=`))
          .length,
        1,
        anchor,
      );
    // An address with "#" never tells the server: the first part leads on to as many places as a page has room for.
    const led = anchors.filter((anchor) => pages[0]?.includes(` id="${anchor}"`) === true);
    assert.ok(led.length > 500, `${led.length} of ${anchors.length}`);
    for (const anchor of [anchors[1], anchors.at(-1), anchors[Math.floor(anchors.length / 2)]])
      assert.ok((await get(`${path}?at=${anchor}`)).body.includes(` id="${anchor}"`), anchor);
    assert.equal((await get(`${path}?part=999`)).body, pages.at(-1));
    assert.equal(JSON.parse((await get(`${path}.json`)).body).items.length, content.items.length);
  }));
