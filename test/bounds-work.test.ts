/**
 * No page of the workspace grows with what lies behind it: each list below is asked for with more than a page of everything, and again with
 * three times as much. What the pages cost at the volumes of a country is measured by `npm run bench volumes`.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Write } from '#kit/db/gate.js';
import { type Running, runningKept } from './running.js';
import { type Asker, persona } from './visit.js';
import { asOwner } from './owner.js';

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

type Who = 'programme' | 'clerk';

/** Where each list is asked for, by whom. */
const pages: readonly { readonly path: string; readonly as: Who }[] = [
  { path: '/work', as: 'programme' },
  { path: '/work/surveys', as: 'programme' },
  { path: '/work/surveys/bound-1', as: 'programme' },
  { path: '/work/surveys/bound-1/settings', as: 'programme' },
  { path: '/work/surveys/bound-1/cards', as: 'programme' },
  { path: '/work/reviews', as: 'programme' },
  { path: '/work/reviews/bound-1', as: 'programme' },
  { path: '/work/register', as: 'programme' },
  { path: '/work/register/inclusion-charter', as: 'programme' },
  { path: '/work/practice', as: 'programme' },
  { path: '/work/networks/$network', as: 'programme' },
  { path: '/work/charters', as: 'programme' },
  { path: '/work/focus-groups', as: 'programme' },
  { path: '/work/colleagues', as: 'programme' },
  { path: '/work/named', as: 'programme' },
  { path: '/work/boards', as: 'clerk' },
  { path: '/work/boards?board=bound-1', as: 'clerk' },
  { path: '/work/imports', as: 'clerk' },
];

const id = (words: string) => `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`;
/** A row like another one, with some of it changed. */
const like = (table: string, row: string, changes: string) =>
  `(jsonb_populate_record(null::${table}, to_jsonb(${row}) || jsonb_build_object(${changes}))).*`;
const holder = (key: Who) =>
  `(select r.organisation from record.account a join record.account_role r on r.account = a.id where a.email = '${key}@demonstration.invalid' limit 1)`;
const reader = `(select a.id from record.account a where a.email = 'programme@demonstration.invalid')`;
const hosted = `(select host from record.network host where host.organisation = ${holder('programme')} and host.closed_on is null order by host.slug limit 1)`;

/** From one number to another, so that what is there can be made more. */
function fill(from: number, to: number): readonly string[] {
  const numbers = `generate_series(${from}, ${to}) n`;
  const big = id(`'bound survey 1'`);
  const model = `(select s.* from record.survey s where s.stage = 'open' and s.organisation = ${holder('programme')} order by s.opens_on desc, s.id limit 1) m`;
  return [
    `insert into record.organisation
      select
        ${like(
          'record.organisation',
          'o',
          `'id', ${id(`'bound setting ' || n`)}, 'slug', 'bound-setting-' || n, 'name',
          'Bound setting ' || n, 'urn', null, 'authority', null`,
        )}
       from (select * from record.organisation where kind = 'school' limit 1) o cross join ${numbers}`,
    `insert into record.survey
      select
        ${like(
          'record.survey',
          'm',
          `'id', ${id(`'bound survey ' || n`)}, 'slug', 'bound-' || n, 'name', 'Bound survey ' || n,
          'changed_at', now() - n * interval '1 hour'`,
        )}
      from ${model} cross join ${numbers}`,
    `insert into record.survey_reviewer (organisation, survey, account) select s.organisation, s.id, ${reader}
      from record.survey s cross join ${numbers} where s.slug = 'bound-' || n`,
    `insert into record.survey_setting (organisation, survey, setting, turn_to, invited_on, answer, answered_on)
      select m.organisation, ${big}, ${id(`'bound setting ' || n`)}, 'The office', current_date, 'takes part',
      current_date from ${model} cross join ${numbers}`,
    `insert into record.survey_roll (organisation, survey, setting, audience, eligible, opted_out, changed_on)
      select m.organisation, ${big}, ${id(`'bound setting ' || n`)}, m.audiences[1], 900, 3, current_date
      from ${model} cross join ${numbers}`,
    `insert into record.way_in (organisation, survey, id, setting, audience, kind, label, places, opened_on)
     select m.organisation, ${big}, ${id(`'bound ' || kind || n`)}, ${id(`'bound setting ' || n`)}, m.audiences[1],
       kind, 'Class ' || n, 30, current_date from ${model} cross join unnest(array['class session', 'cards']) kind
       cross join ${numbers}`,
    `insert into record.free_text (organisation, survey, id, setting, audience, item, language, body, day, is_first, state, reviewer, decided_on)
     select s.organisation, s.id, ${id(`'bound text ' || state || n`)}, null, m.audiences[1], 'item-1', 'en',
       'A text', current_date - n % 9, false, state, case when state = 'cleared' then ${reader} end, case
       when state = 'cleared' then current_date end
       from ${model} cross join unnest(array['new', 'cleared']) state cross join ${numbers}
         join record.survey s on s.slug = case when state = 'new' then 'bound-' || n else 'bound-1' end`,
    `insert into record.register_interest (organisation, id, framework, kind, name, email, role, said_on)
     select ${holder('programme')}, ${id(`'bound interest ' || n`)}, 'inclusion-charter', 'group', 'Bound group ' ||
       n, 'somebody-' || n || '@example.org', 'Chair', current_date from ${numbers}`,
    `insert into published.register_entry (framework, slug, keeper, kind, name, folded, state, invited_on, asks)
     select 'inclusion-charter', 'bound-' || n, ${holder('programme')}, 'group', 'Bound group ' || n, 'bound group '
       || n, 'invited', current_date, '{}' from ${numbers}`,
    `insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
      organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
      published_on, reviewed_on, review_due, state, body, folded_title, folded)
     select 'bound-' || n, ${id(`'bound practice ' || n`)}, p.publication, 1, ${id(`'bound setting 1'`)},
       'bound-setting-1', 'Bound setting', 'school', ${holder('programme')}, 'Keeper', 'Bound practice ' || n,
       'Summary', '{}', '{}', '{}', 'said', current_date, current_date, current_date, 'published', 'Body', 'bound', 'bound'
       from (select publication from published.practice limit 1) p cross join ${numbers}`,
    // The database keeps who may do what to a membership: this is the host's.
    `select set_config('kept.organisation', ${holder('programme')}::text, true)`,
    `insert into record.network_member (organisation, network, member, state, since, changed_at, changed_by)
      select (${hosted}).organisation, (${hosted}).id, ${id(`'bound setting ' || n`)}, 'invited', current_date, now(),
      ${reader} from ${numbers}`,
    `select set_config('kept.organisation', '', true)`,
    `insert into record.charter
      select
        ${like(
          'record.charter',
          'c',
          `'id', ${id(`'bound charter ' || n`)}, 'slug', 'bound-' || n, 'organisation',
          ${holder('programme')}, 'title', 'Bound charter ' || n, 'stage', 'preparing'`,
        )}
      from (select * from record.charter limit 1) c cross join ${numbers}`,
    `insert into record.conversation (organisation, id, kind, who, phase, day, present, facilitator, notes, changed_at)
     select ${holder('programme')}, ${id(`'bound conversation ' || n`)}, 'focus group', 'students', 'primary',
       current_date - n, 8, 'Youth worker', repeat('Notes ', 500), now() from ${numbers}`,
    `insert into record.board (organisation, id, slug, name)
      select ${holder('clerk')}, ${id(`'bound board ' || n`)}, 'bound-' || n, 'A bound board ' || n from ${numbers}`,
    `insert into record.meeting
      select
        ${like(
          'record.meeting',
          'm',
          `'board', ${id(`'bound board 1'`)}, 'id', ${id(`'bound meeting ' || n`)}, 'slug',
          (current_date + n - 40)::text, 'date', current_date + n - 40, 'state', 'planned'`,
        )}
       from (select * from record.meeting where organisation = ${holder('clerk')} limit 1) m cross join ${numbers}`,
    `insert into record.naming (organisation, id, kind, thing, named_organisation, named, named_name, namer_name, words, path, asked_on)
     select ${holder('clerk')}, ${id(`'bound naming ' || n`)}, 'board of a promise', ${id(`'bound thing ' || n`)},
       ${holder('programme')}, 'bound-1', 'A bound board', 'The council', 'do it', '/promises/bound-' || n,
       current_date from ${numbers}`,
    'update published.revision set number = number + 1',
  ];
}

let kept: Running;
let askers: Readonly<Record<Who, Asker>>;
let network = '';

before(async () => {
  kept = await runningKept();
  askers = { programme: await persona(kept, 'programme'), clerk: await persona(kept, 'clerk') };
});

after(async () => kept.stop());

const run = async (write: Write, texts: readonly string[]): Promise<void> => {
  for (const text of texts) await sql.raw(text).execute(write);
};

async function weigh() {
  const found = new Map<string, { readonly bytes: number; readonly statements: number; readonly status: number }>();
  for (const { path, as } of pages) {
    const address = path.replace('$network', network);
    // Twice: figures that are worked out once are there.
    await askers[as].get(address);
    statements = 0;
    const { status, bytes } = await askers[as].get(address);
    found.set(path, { bytes: bytes.length, statements, status });
  }
  return found;
}

void test('no list of the workspace grows with what lies behind it, is heavier than 100 kB or asks more than six times', async () => {
  await asOwner(kept.house, async (write) => {
    await run(write, fill(1, few));
    network =
      (await sql<{ slug: string }>`select ${sql.raw(`(${hosted}).slug`)} as slug`.execute(write)).rows[0]?.slug ?? '';
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
