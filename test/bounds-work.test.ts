/**
 * No page of the workspace grows with what lies behind it: each list that a room names (test/volumes.ts of the room) is asked for
 * with more than a page of everything, and again with three times as much. What the pages cost at the volumes of a country is measured by
 * `npm run bench volumes`.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Write } from '#kit/db/gate.js';
import { asOwner } from './owner.js';
import { type Running, runningKept } from './running.js';
import type { PersonaKey } from './samples.js';
import { firstWrong, rowsOf, turnPages } from './turned-pages.js';
import { type Asker, persona } from './visit.js';
import { roomVolumes } from './volumes.js';

const longest = 100_000;
/** What names and numbers of other lengths make, and the ways on. */
const growthAtMost = 4_000;
/** With the two that tell who asks. */
const statementsAtMost = 6;
const [few, many] = [70, 210];

let statements = 0;
const asked = pg.Client.prototype.query as (...words: unknown[]) => unknown;
// Before any connection is made: it keeps the function that it was made with.
pg.Client.prototype.query = function (this: pg.Client & { readonly user?: string }, ...words: unknown[]): unknown {
  const [first] = words;
  const text = typeof first === 'string' ? first : ((first as { readonly text?: string } | undefined)?.text ?? '');
  // Without what a gate says of itself and a connection is asked before it is used, and without the jobs, which go on meanwhile.
  if (
    /^\s*(select|with)\b/i.test(text) &&
    this.user?.startsWith('kept_work') === true &&
    text !== 'select 1' &&
    !text.includes('set_config') &&
    !/kit\.(job|mail|daily_run)\b/.test(text)
  )
    statements += 1;
  return asked.apply(this, words);
} as typeof pg.Client.prototype.query;

const lists = roomVolumes.flatMap(({ atWork }) => atWork ?? []);
/** Where each list is asked for, by whom. */
const pages = lists.flatMap(({ pages: own }) => own ?? []);

/** From one number to another, so that what is there can be made more. */
function fill(from: number, to: number): readonly string[] {
  const numbers = `generate_series(${from}, ${to}) n`;
  return [...lists.flatMap(({ more }) => more?.(numbers) ?? []), 'update published.revision set number = number + 1'];
}

let kept: Running;
const askers = new Map<PersonaKey, Asker>();
/** What stands for the $words of an address. */
const facts = new Map<string, Readonly<Record<string, string>>>();

before(async () => {
  kept = await runningKept();
  for (const { as } of pages) askers.set(as, askers.get(as) ?? (await persona(kept, as)));
});

after(async () => kept.stop());

const run = async (write: Write, texts: readonly string[]): Promise<void> => {
  for (const text of texts) await sql.raw(text).execute(write);
};

const addressOf = (path: string): string =>
  path.replace(/\$([a-z]+)/g, (_, name: string) => facts.get(path)?.[name] ?? '');

async function weigh() {
  const found = new Map<string, { readonly bytes: number; readonly statements: number; readonly status: number }>();
  for (const { path, as } of pages) {
    const address = addressOf(path);
    const who = askers.get(as);
    assert.ok(who);
    // Twice: figures that are worked out once are there.
    await who.get(address);
    statements = 0;
    const { status, bytes } = await who.get(address);
    found.set(path, { bytes: bytes.length, statements, status });
  }
  return found;
}

void test('no list of the workspace grows with what lies behind it, is heavier than 100 kB or asks more than six times', async () => {
  assert.ok(pages.length >= 18, `${pages.length} lists`);
  await asOwner(kept.house, async (write) => {
    await run(write, fill(1, few));
    for (const { path, facts: sought } of pages) {
      if (sought === undefined) continue;
      const { rows } = await sql.raw<Record<string, string>>(sought).execute(write);
      facts.set(path, rows[0] ?? {});
    }
  });
  const light = await weigh();
  await asOwner(kept.house, async (write) => run(write, fill(few + 1, many)));
  const heavy = await weigh();
  const faults = [...heavy].flatMap(([path, { bytes, status, statements: asks }]) => {
    const grown = bytes - (light.get(path)?.bytes ?? 0);
    return [
      ...(status === 200 ? [] : [`${path} answered ${status}`]),
      ...(asks > statementsAtMost ? [`${path} asked ${asks} times`] : []),
      ...(bytes > longest ? [`${path} has ${bytes} bytes`] : []),
      ...(grown > growthAtMost ? [`${path} grew by ${grown} to ${bytes} bytes`] : []),
    ];
  });
  assert.deepEqual(faults, []);
});

void test('each list of the workspace gives every row once, in its order, whichever way one turns the pages', async () => {
  const faults: string[] = [];
  let long = 0;
  for (const { path, as, inOrder } of pages) {
    const who = askers.get(as);
    assert.ok(who);
    const { pages: turned, faults: found } = await turnPages((at) => who.get(at), addressOf(path));
    if (turned.length > 1) long += 1;
    faults.push(...found);
    if (!inOrder) continue;
    const { rows: wanted } = await asOwner(kept.house, (write) =>
      sql<{ path: string }>`select path from (${sql.raw(inOrder.rows)}) t (path)`.execute(write),
    );
    const asWanted = wanted.map((row) => row.path);
    faults.push(...firstWrong(path, rowsOf(turned, inOrder.row), asWanted));
  }
  assert.deepEqual(faults, []);
  assert.ok(long >= 8, `${long} lists of more than a page`);
});

void test('figures of what is published can be kept at work: every organisation sees all of it', async () => {
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'published' and c.relrowsecurity and exists (select from pg_roles r
         where r.rolname like 'kept\_work%' and has_any_column_privilege(r.oid, c.oid, 'select'))
         and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')
           and p.polpermissive and pg_get_expr(p.polqual, p.polrelid) !~ '(record|kit)[.]')`.execute(write),
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    [],
  );
});
