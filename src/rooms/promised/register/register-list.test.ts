/** The register as readers go through it: the words that narrow it, and parts of names, at a size at which nobody counts everything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { rolledBack } from '#test/house.js';
import { countedAtMost, publishedRegister, type RegisterWish, wholeRegister } from './published.js';
import { shownWord } from './rules.js';
import { shownWords } from './words.js';

const framework = 'charter-of-names';
const today = '2026-06-01';
const publication = '00000000-0000-7000-8000-0000000000fd';

/** 1,500 bodies: two of three once signed; names that very many, some and hardly any bear; levels that hold, ended and never were. */
async function fill(write: Write): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(write);
  await run(`insert into published.publication (id, kind, subject, version, title, published_at, content, content_sha256, html, html_sha256)
    values ('${publication}', 'framework', '${framework}', 1, 'Charter', now(), '{}', '', '', '')`);
  await run(`insert into published.framework (slug, name, kind, summary, organisation, organisation_slug, organisation_name, version, publication)
    values ('${framework}', 'Charter', 'charter', 'Summary', md5('keeper')::uuid, 'keeper', 'Keeper', 1, '${publication}')`);
  // Levels follow from what is published; here their days are put in.
  await run(`
    insert into published.register_entry (framework, slug, keeper, kind, name, folded, authority, urn, state, first_signed_on, signed_on, asks,
      acting_until, shown_until, practised_until, confirmed_until)
    select '${framework}', 'entry-' || n, md5('keeper')::uuid, case when n % 5 = 0 then 'trust'
      else 'school' end, name, lower(name), 'E0900000' || n % 3, 900000 + n,
           case when n % 3 = 0 then 'invited' when n % 31 = 0 then 'withdrawn' when n % 37 = 0 then 'removed' else 'signed' end,
           case when n % 3 > 0 then '2023-05-05'::date end, case when n % 3 > 0 then '2026-05-01'::date - n end, '{}',
           case when n % 4 = 0 then '2026-06-01'::date + (n % 5) - 2 end, case when n % 8 = 0 then '2026-06-01'::date + (n % 3) - 1 end,
           case when n % 8 = 0 then '2026-12-31'::date end, case when n % 16 = 0 then '2026-06-01'::date + (n % 7) - 3 end
      from generate_series(1, 1500) n,
           lateral (select (array['Ash','Birch'])[1 + n % 2] || case when n % 10 < 9 then ' Primary School '
             else ' Academy ' end || case when n = 700 then 'of the Lighthouse ' else '' end || n as name) named`);
  await run(`update published.register_entry set lapses_on = signed_on + interval '24 months',
      showing_until = case when num_nulls(acting_until, shown_until, practised_until) = 0
        then least(acting_until, shown_until, practised_until) end,
      heard_until = case when num_nulls(acting_until, shown_until, practised_until, confirmed_until) = 0
        then least(acting_until, shown_until, practised_until, confirmed_until) end`);
  await run('analyze published.register_entry');
}

async function everyPage(
  gates: Gates,
  wish: Omit<RegisterWish, 'framework' | 'today' | 'count' | 'isReader'>,
): Promise<readonly string[]> {
  const slugs: string[] = [];
  for (let after: string | undefined; ;) {
    const found = await gates.public.read(nobody, (read) =>
      publishedRegister(read, {
        framework,
        today,
        count: 150,
        isReader: true,
        ...wish,
        place: after === undefined ? {} : { after },
      }),
    );
    slugs.push(...found.entries.map(({ slug }) => slug));
    if (found.after === null) return slugs;
    after = found.after;
  }
}

test('every word narrows the register to those who are told by it, and each stands under one', () =>
  rolledBack(async (write, { gates }) => {
    await fill(write);
    const all = await gates.public.read(nobody, (read) => wholeRegister(read, framework, (row) => row));
    assert.equal(all.length, 1000);
    const found = await gates.public.read(nobody, (read) =>
      publishedRegister(read, { framework, today, count: 1, isReader: true }),
    );
    for (const show of shownWords) {
      const own = all.filter((entry) => shownWord(entry, today) === show).map(({ slug }) => slug);
      assert.deepEqual(await everyPage(gates, { show }), own, show);
      assert.equal(found.counts.get(show) ?? 0, own.length, show);
    }
    for (const show of ['heard', 'showing', 'acting', 'signed', 'lapsed', 'withdrawn', 'removed'] as const)
      assert.ok((found.counts.get(show) ?? 0) > 0, show);
  }));

test('a part of a name finds those who have signed, counted as far as anybody counts', () =>
  rolledBack(async (write, { gates }) => {
    await fill(write);
    const all = await gates.public.read(nobody, (read) => wholeRegister(read, framework, (row) => row));
    const asked = (wish: Partial<RegisterWish>) =>
      gates.public.read(nobody, (read) =>
        publishedRegister(read, { framework, today, count: 10, isReader: true, ...wish }),
      );
    for (const wish of [
      { q: 'lighthouse' },
      { q: 'acad' },
      { q: 'BIRCH 7' },
      { q: 'school ash 3' },
      { q: 'birch', kind: 'trust' },
      { q: 'academy', authority: 'E09000001' },
      { q: 'nobody' },
    ] as const) {
      const own = all.filter(
        ({ name, kind, authority }) =>
          wish.q
            .toLowerCase()
            .split(' ')
            .every((part) => name.toLowerCase().includes(part)) &&
          (!('kind' in wish) || kind === wish.kind) &&
          (!('authority' in wish) || authority === wish.authority),
      );
      const found = await asked(wish);
      assert.ok(own.length <= countedAtMost, JSON.stringify(wish));
      assert.deepEqual([found.total, found.isMore], [own.length, false], JSON.stringify(wish));
      assert.deepEqual(
        await everyPage(gates, wish),
        own.map(({ slug }) => slug),
        JSON.stringify(wish),
      );
      for (const show of ['acting', 'lapsed'] as const) {
        const narrowed = own.filter((entry) => shownWord(entry, today) === show);
        assert.deepEqual(
          [(await asked({ ...wish, show })).total, await everyPage(gates, { ...wish, show })],
          [narrowed.length, narrowed.map(({ slug }) => slug)],
        );
      }
    }
    // More than are counted: all are gone through all the same.
    const many = all.filter(({ name }) => name.includes('Primary'));
    assert.ok(many.length > countedAtMost);
    const found = await asked({ q: 'primary' });
    assert.deepEqual([found.total, found.isMore, found.counts.size], [countedAtMost, true, 0]);
    assert.deepEqual(
      await everyPage(gates, { q: 'primary' }),
      many.map(({ slug }) => slug),
    );
    assert.deepEqual(
      await everyPage(gates, { q: 'primary', show: 'acting' }),
      many.filter((entry) => shownWord(entry, today) === 'acting').map(({ slug }) => slug),
    );
  }));
