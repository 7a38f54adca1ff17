/**
 * Wherever others meet the name of an organisation that is not verified, the name says so (decision 0021): on every page that can be reached by a
 * link, as each persona and as a reader, in every form that a page is had in (CSV, JSON, feeds, pictures), and in letters. The names are those of
 * the demonstration; nobody looks for them by address, so a new page is looked at by being linked.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { asOwner } from '../src/app/owner.js';
import { freshHouse } from './house.js';
import { waitingLetters } from './letters.js';
import { type Running, runningKept } from './running.js';
import { asker, type Asker, signedIn } from './visit.js';

const mark = ' (not verified)';
/** As no paper, register or text has it. */
const nameOf = (slug: string): string => `Zephyr of ${slug}`;

interface Persona {
  readonly account: string;
  readonly email: string;
  readonly organisation: string;
}

let kept: Running;
let slugs: readonly string[];
let personas: readonly Persona[];
/** What was frozen keeps its bytes (0021): publications, and what a survey tells whoever is asked. */
let frozen: readonly string[];
before(async () => {
  const house = await freshHouse();
  // The demonstration's organisations get names that only an organisation can have: a register knows some of the others.
  await asOwner(house, (write) =>
    sql`create function record.named_apart() returns trigger language plpgsql as $$ begin new.name := 'Zephyr of ' || new.slug; return new; end $$;
      create trigger named_apart before insert on record.organisation for each row execute function record.named_apart()`.execute(
      write,
    ),
  );
  kept = await runningKept({ house });
  await asOwner(house, async (write) => {
    await sql`update record.organisation set claim = 'name'`.execute(write);
    slugs = (await sql<{ slug: string }>`select slug from record.organisation order by slug`.execute(write)).rows.map(
      ({ slug }) => slug,
    );
    personas = (
      await sql<Persona>`select a.id as account, a.email, o.slug as organisation from record.account a
        join record.account_role r on r.account = a.id join record.organisation o on o.id = r.organisation
        where a.persona is not null order by a.email`.execute(write)
    ).rows;
    const { rows } = await sql<{
      text: string;
    }>`select html as text from published.publication union all select content from published.publication union all
      select unnest(string_to_array(notice.value, E'\\n\\n'))
        from record.survey s, jsonb_each(s.asked -> 'notices') part, jsonb_each_text(part.value) notice
        where s.asked is not null`.execute(write);
    frozen = rows.map(({ text }) => text).filter((text) => text.includes('Zephyr of '));
  });
});
after(async () => {
  await kept.stop();
  await kept.house.gates.close();
});

/** A crawl of a demonstration ends long before. */
const pagesAtMost = 700;

/** Names of others that stand somewhere without the mark, with what stands around them. */
function unmarked(text: string, own: string): readonly string[] {
  return slugs.flatMap((slug) => {
    if (slug === own) return [];
    const name = nameOf(slug);
    const found: string[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!text.startsWith(mark, at + name.length))
        found.push(text.slice(Math.max(0, at - 60), at + name.length + 20).replace(/\s+/g, ' '));
    return found;
  });
}

/** What a program and a person read of a page: its text, its titles, the values of its fields. */
function plain(body: string): string {
  const own = frozen.reduce((left, text) => left.replace(text, ''), body);
  return frozen.reduce(
    (left, text) => left.replaceAll(text, ''),
    own.replaceAll('&amp;', '&').replaceAll('&#39;', '’').replaceAll('&quot;', '"'),
  );
}

/** Frozen bytes of publications, which stay as they are, and addresses that end a visit. */
const leftOut = [/^\/publications\//, /^\/sign-out/, /^\/kit\b/, /\.pdf$/, /\/v\d+(\/|$)/];

/** One page of each shape is enough of a list that only turns its leaves. */
function shapeOf(address: string): string {
  // Lists that turn their leaves, and pages of which there is one for each council, month or filter.
  return address.replace(/[?&](before|after|page|month|a|b|region|theme|kind|authority|show|need|phase)=[^&#]*/g, '');
}

async function crawl(
  by: Asker,
  starts: readonly string[],
  within: (path: string) => boolean,
  own: string,
): Promise<{ readonly seen: number; readonly bare: readonly string[] }> {
  const [queue, known, bare] = [[...starts], new Set(starts), [] as string[]];
  let seen = 0;
  for (let path = queue.shift(); path !== undefined && seen < pagesAtMost; path = queue.shift()) {
    const { status, body } = await by.get(path);
    if (status !== 200) continue;
    seen += 1;
    for (const around of unmarked(plain(body), own)) bare.push(`${path}: … ${around} …`);
    for (const [, href = ''] of body.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
      const next = shapeOf(plain(href));
      if (known.has(next) || leftOut.some((one) => one.test(next)) || !within(next)) continue;
      known.add(next);
      queue.push(next);
    }
  }
  assert.ok(seen < pagesAtMost, 'the crawl ended by itself');
  return { seen, bare };
}

test('a reader meets no name of an organisation that is not verified without its mark', async () => {
  const { seen, bare } = await crawl(
    asker(kept.url, null),
    [
      '/',
      '/frameworks',
      '/promises',
      '/practice',
      '/networks',
      '/charters',
      '/care-offer',
      '/search?q=eastmere',
      '/search?q=millpond',
      '/search?q=lantern',
    ],
    (path) => !path.startsWith('/work') && !path.startsWith('/schools') && !path.startsWith('/authorities'),
    '',
  );
  assert.ok(seen > 150, String(seen));
  assert.deepEqual(bare, []);
});

test('whoever works here meets no name of another organisation that is not verified without its mark', async () => {
  assert.ok(personas.length > 8);
  const all: string[] = [];
  for (const { account, email, organisation } of personas) {
    const { seen, bare } = await crawl(
      await signedIn(kept, account),
      ['/work'],
      (path) => path.startsWith('/work'),
      organisation,
    );
    assert.ok(seen > 3, `${email}: ${seen}`);
    all.push(...bare.map((one) => `${email} ${one}`));
  }
  assert.deepEqual(all, []);
});

test('letters say it too, and what is drawn anew keeps the mark', async () => {
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{
      id: string;
      slug: string;
    }>`select p.id, p.slug from published.practice p where p.state = 'published' and p.organisation <> p.keeper and
      not exists (select from record.submission s where s.practice = p.id and s.state = 'waiting') limit 1`.execute(
      write,
    ),
  );
  const [practice] = rows;
  assert.ok(practice);
  const before = (await kept.house.gates.work.read(nobody, waitingLetters)).length;
  const keeper = personas.find(({ organisation }) => organisation === 'inclusion-programme') ?? assert.fail();
  assert.equal(
    (
      await (
        await signedIn(kept, keeper.account)
      ).post(`/work/practice/${practice.id}/withdraw`, { reason: 'It says too much.' })
    ).status,
    303,
  );
  const letters = (await kept.house.gates.work.read(nobody, waitingLetters)).slice(before);
  assert.ok(
    letters.some(({ body }) => body.includes(`${nameOf('inclusion-programme')}${mark} has withdrawn a spotlight`)),
  );
  for (const { subject, body } of letters) assert.deepEqual(unmarked(`${subject} ${body}`, ''), []);
  assert.match(
    (await asker(kept.url, null).get(`/practice/${practice.slug}`)).body,
    /by Zephyr of inclusion-programme \(not verified\)/,
  );
  const { rows: drawn } = await asOwner(kept.house, (write) =>
    sql<{
      organisation_name: string;
    }>`update published.promise set organisation_name = ${nameOf('eastmere')} where organisation_slug = 'eastmere' returning organisation_name`.execute(
      write,
    ),
  );
  assert.ok(drawn.length > 0);
  for (const { organisation_name: name } of drawn) assert.equal(name, `${nameOf('eastmere')}${mark}`);
});
