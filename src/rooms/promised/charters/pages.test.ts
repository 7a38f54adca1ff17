/** Forms of a charter at work, through the router: each is there in the stages that it is for, and leads back in any other. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { asOwner } from '#test/owner.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona } from '#test/visit.js';
import type { Stage } from '#rooms/promised/together/index.js';

const stages: readonly Stage[] = ['preparing', 'suggestions', 'discussion', 'vote', 'counted', 'agreed', 'published'];
const whileWritten: readonly Stage[] = ['preparing', 'suggestions', 'discussion'];

/** Written out by hand, not taken from the rules that it tests. */
const forms: Readonly<Record<string, readonly Stage[]>> = {
  about: whileWritten,
  'clauses/new': whileWritten,
  examples: whileWritten,
  'clauses/:clause': [...whileWritten, 'counted', 'agreed'],
  'easy-read': [...whileWritten, 'counted', 'agreed'],
  hands: ['vote', 'counted'],
  agree: [...whileWritten, 'counted'],
};

/** What one press does, without a form to fill in. */
const presses: Readonly<Record<string, readonly Stage[]>> = {
  publish: ['agreed'],
  'clauses/:clause/move': whileWritten,
  'clauses/:clause/remove': whileWritten,
  'clauses/:clause/promise': ['agreed', 'published'],
};

let kept: Running;
let school: Asker;
let charter = { id: '', slug: '', clause: '' };

before(async () => {
  kept = await runningKept();
  school = await persona(kept, 'school');
  charter = await asOwner(kept.house, async (write) => {
    const { rows } = await sql<typeof charter>`select c.id, c.slug, k.id as clause from record.charter c
      join record.clause k on k.charter = c.id where c.stage = 'preparing' limit 1`.execute(write);
    assert.ok(rows[0]);
    return rows[0];
  });
});
after(async () => kept.stop());

/** As if it had come there: what happens on the way is tried elsewhere. */
async function put(stage: Stage): Promise<void> {
  await asOwner(kept.house, async (write) => {
    await sql`alter table record.charter disable trigger user`.execute(write);
    await sql`update record.charter set stage = ${stage} where id = ${charter.id}`.execute(write);
    await sql`alter table record.charter enable trigger user`.execute(write);
  });
}

const rows = (): Promise<string> =>
  asOwner(kept.house, async (write) => {
    const found = await sql<{
      all: string;
    }>`select (select to_jsonb(c) from record.charter c where c.id = ${charter.id})::text ||
      (select coalesce(jsonb_agg(to_jsonb(k) order by k.id), '[]') from record.clause k where k.charter = ${charter.id})::text as all`.execute(
      write,
    );
    return found.rows[0]?.all ?? '';
  });

const address = (form: string): string => `/work/charters/${charter.slug}/${form.replace(':clause', charter.clause)}`;
const notNow = (): string => `/work/charters/${charter.slug}?done=not-now`;

for (const stage of stages) {
  test(`in the stage "${stage}" the forms that are for it are there, and no other`, async () => {
    await put(stage);
    for (const [form, where] of Object.entries(forms)) {
      const { status, to } = await school.get(address(form));
      if (where.includes(stage)) assert.equal(status, 200, form);
      else assert.deepEqual([status, to], [303, notNow()], form);
    }
  });

  test(`in the stage "${stage}" a press that is not for it changes nothing`, async () => {
    await put(stage);
    const before = await rows();
    for (const [press, where] of Object.entries(presses)) {
      if (where.includes(stage)) continue;
      const { status, to } = await school.post(address(press), press.endsWith('/move') ? { way: 'up' } : {});
      assert.equal(status, 303, press);
      assert.equal(to?.split('#')[0], notNow(), press);
    }
    for (const [form, where] of Object.entries(forms)) {
      if (where.includes(stage)) continue;
      // Whatever it brings: the stage is looked at first, or what was typed comes back; nothing is saved.
      assert.ok([303, 409, 422].includes((await school.post(address(form), {})).status), form);
    }
    assert.equal(await rows(), before);
  });
}

test('the steps forward are buttons of the charter’s own page: each leads on from where it stands', async () => {
  for (const [from, to] of [
    ['preparing', 'suggestions'],
    ['preparing', 'discussion'],
    ['suggestions', 'discussion'],
  ] as const) {
    await put(from);
    const page = await school.get(`/work/charters/${charter.slug}`);
    assert.match(page.body, new RegExp(`name="to"[^>]*value="${to}"|value="${to}"[^>]*name="to"`), `${from}, ${to}`);
    const answer = await school.post(address('stage'), { to });
    assert.deepEqual([answer.status, answer.to], [303, `/work/charters/${charter.slug}?done=stage`], `${from}, ${to}`);
  }
  await put('preparing');
  const back = await school.get(address('stage'));
  assert.deepEqual([back.status, back.to], [303, notNow()], 'there is nothing to go back to');
  const bad = await school.post(address('stage'), { to: 'published' });
  assert.deepEqual([bad.status, bad.to], [303, notNow()]);
});
