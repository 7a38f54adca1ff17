/** The three gates, shown by trying to cross them: in the database, where a gate's role is all a page has, and over HTTP. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { findPlace } from '#kit/database.js';
import { clientConfig } from '#kit/db/client.js';
import { nobody, reading, type Standing, transact, type Write } from '#kit/db/gate.js';
import { ownerRole, rightsOf } from '#kit/db/roles.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import type { Capability } from '#kit/visitor.js';
import { countedBy } from '#rooms/heard/taking-part/pages/limited.js';
import { makeSignInLink, openAccount } from '#rooms/ground/people/index.js';
import { asOwner } from '../src/app/owner.js';
import { rooms } from '../src/app/rooms.js';
import { foundOrganisation } from '../src/app/seed.js';
import { type Grants, linesOf, roles } from './grants.js';
import { house, rolledBack } from './house.js';
import { waitingLetters } from './letters.js';
import { openPdf } from './pdf.js';
import { fromRooms } from './room-files.js';
import { type Running, runningKept } from './running.js';
import { loadSamples, type Named, partsOf } from './samples.js';
import { type Asker, asker, csrfIn, persona, signedIn } from './visit.js';

const now = new Date('2024-03-12T10:30:00.000Z');
const refused = { code: '42501' };
const quiet = { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 };

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clientConfig((await house()).admin, quiet));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// In the database

/** Those of the machinery; each room states its own (test/grants.ts of the room). What nobody states belongs to no gate. */
const kitGrants: Grants = {
  kept_public: {
    'published.ending': 'select',
    'published.passage': 'select',
    'published.publication': 'select',
    'published.publication_line': 'select',
    'published.revision': 'select',
    'published.signed_head': 'select',
    'published.signing_key': 'select',
    'published.withdrawal': 'select',
    'published.word': 'select',
    'schema extension': 'usage',
    'schema kit': 'usage',
    'schema published': 'usage',
    'kit.take_token()': 'execute',
    'published.newest_found()': 'execute',
    'published.withdrawn_publications()': 'execute',
  },
  kept_work: {
    'kit.backup_plan': 'select insert update delete',
    'kit.backup_run': 'select insert update',
    'kit.daily_run': 'select insert',
    'kit.job': 'select insert update',
    'kit.journal': 'select',
    'kit.journal_head': 'select',
    'kit.mail': 'select insert update delete',
    'kit.mail_key': 'select',
    'kit.passkey': 'select insert update delete',
    'kit.passkey_challenge': 'select insert update delete',
    'kit.passkey_reset': 'select insert update delete',
    'kit.retention_clock': 'select',
    'kit.retention_mark': 'select',
    'kit.session': 'select insert update delete',
    'kit.sign_in_link': 'select insert update delete',
    'kit.signed_scope': 'select insert',
    'kit.spent_form': 'select insert update delete',
    'published.ending': 'select insert delete',
    'published.passage': 'select insert update delete',
    'published.publication': 'select insert',
    'published.publication_line': 'select',
    'published.revision': 'select update',
    'published.signed_head': 'select insert',
    'published.signing_key': 'select',
    'published.withdrawal': 'select insert delete',
    'published.word': 'select insert update delete',
    'schema extension': 'usage',
    'schema kit': 'usage',
    'schema published': 'usage',
    'schema record': 'usage',
    'kit.account()': 'execute',
    'kit.append_journal()': 'execute',
    'kit.boards()': 'execute',
    'kit.confirm_date()': 'execute',
    'kit.take_token()': 'execute',
    'published.empty_withdrawn()': 'execute',
    'published.last_version()': 'execute',
    'published.newest_found()': 'execute',
    'published.withdrawn_publications()': 'execute',
  },
  kept_intake: {
    'schema extension': 'usage',
    'schema intake': 'usage',
    'schema kit': 'usage',
    'kit.take_token()': 'execute',
  },
  kept_release: {
    'schema extension': 'usage',
    'schema intake': 'usage',
    'schema kit': 'usage',
    'kit.append_journal()': 'execute',
  },
};
const stated: ReadonlyMap<string, Grants> = new Map([['kit', kitGrants], ...(await fromRooms<Grants>('grants'))]);

for (const role of roles) {
  test(`${role} may do exactly this in the whole database`, async () => {
    const found = await asSuperuser((client) => rightsOf(client, role));
    assert.deepEqual(found.toSorted(), [...stated.values()].flatMap((grants) => linesOf(grants, role)).toSorted());
  });
}

test('what a room keeps is nobody else’s to give: its rights stand in that room', () => {
  const keepers = new Map(
    rooms.flatMap(({ name, keeps = [], retention = [] }) =>
      [...keeps, ...retention].flatMap(({ tables }) => tables.map((table) => [table, name] as const)),
    ),
  );
  for (const [room, grants] of stated)
    for (const what of roles.flatMap((role) => Object.keys(grants[role] ?? {}))) {
      const keeper = keepers.get(what.split('(')[0] ?? '');
      if (room !== 'kit' && keeper !== undefined) assert.equal(room, keeper, what);
    }
});

test('what a page needs is said by one room', () => {
  const said = rooms.flatMap(({ capabilities = {} }) => Object.keys(capabilities));
  assert.equal(new Set(said).size, said.length, `said twice: ${said.join(', ')}`);
  const needed = rooms.flatMap(({ pages, places = [] }) => [
    ...pages.flatMap((page) => (page.gate === 'work' ? [page.needs] : [])),
    ...places.map(({ needs }) => needs),
  ]);
  for (const one of needed) assert.ok(said.includes(one), one);
});

test('every page of the intake has its limit, by code or by sender', () => {
  for (const page of rooms.flatMap(({ pages }) => pages))
    if (page.gate === 'intake') assert.ok(countedBy(page), page.path);
});

test('every table of the record but the accounts is guarded by row-level security, for reading and for writing', async () => {
  const unguarded = await asSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'record' and c.relkind in ('r', 'p') and not (c.relrowsecurity and
          (select count(*) = 1 and bool_and(p.polcmd = '*' and p.polpermissive) from pg_policy p where p.polrelid = c.oid)) order by 1`,
    );
    return rows.map(({ name }) => name);
  });
  assert.deepEqual(unguarded, ['account', 'account_role']);
});

interface Two {
  readonly ours: string;
  readonly theirs: string;
  /** Two boards of ours, one of theirs. */
  readonly boards: readonly [string, string, string];
  readonly meetings: readonly [string, string, string];
  readonly imports: readonly [string, string, string];
}

async function twoOrganisations(write: Write): Promise<Two> {
  const [ours, theirs] = [newId(now), newId(now)];
  const account = newId(now);
  await write
    .insertInto('record.account')
    .values({
      id: account,
      email: `${account}@example.org`,
      name: 'Ann',
      persona: null,
      created_at: now,
      closed_at: null,
    })
    .execute();
  const boards = [newId(now), newId(now), newId(now)] as const;
  const meetings = [newId(now), newId(now), newId(now)] as const;
  const imports = [newId(now), newId(now), newId(now)] as const;
  for (const [id, slug] of [
    [ours, 'ours'],
    [theirs, 'theirs'],
  ] as const)
    await write
      .insertInto('record.organisation')
      .values({ id, slug: `${slug}-${id}`, name: slug })
      .execute();
  for (const [index, organisation] of [ours, ours, theirs].entries()) {
    const board = boards[index] ?? '';
    await sql`insert into record.board (organisation, id, slug, name) values (${organisation}, ${board}, ${board}, 'A board')`.execute(
      write,
    );
    await sql`insert into record.person (organisation, id, slug, name) values (${organisation}, ${newId(now)}, ${board}, 'A person')`.execute(
      write,
    );
    await sql`insert into record.meeting (organisation, board, id, slug, date)
      values (${organisation}, ${board}, ${meetings[index]}, '2024-03-12', '2024-03-12')`.execute(write);
    await sql`insert into record.import (organisation, board, id, name, kind, sha256, source, reading, state,
      imported_by, imported_at) values (${organisation}, ${board}, ${imports[index]}, 'a.md', 'markdown', ${board},
      '', '{}', 'to check', ${account}, ${now})`.execute(write);
    await sql`insert into record.settlement (organisation, import, subject, outcome, settled_by, settled_at)
      values (${organisation}, ${imports[index]}, 'a doubt', 'accepted', ${account}, ${now})`.execute(write);
  }
  return { ours, theirs, boards, meetings, imports };
}

test('the work gate sees the rows of its own organisation and of its own boards, and no others', async () => {
  await rolledBack(async (write, { gates }) => {
    const { ours, theirs, boards, meetings, imports } = await twoOrganisations(write);
    const seen = (standing: Standing): Promise<Record<string, readonly string[]>> =>
      reading(gates.work, standing, async (read) => ({
        organisations: (await read.selectFrom('record.organisation').select('id').execute()).map((row) => row.id),
        boards: (await read.selectFrom('record.board').select('id').orderBy('id').execute()).map((row) => row.id),
        meetings: (await read.selectFrom('record.meeting').select('id').orderBy('id').execute()).map((row) => row.id),
        imports: (await read.selectFrom('record.import').select('id').orderBy('id').execute()).map((row) => row.id),
        settled: (await read.selectFrom('record.settlement').select('import').orderBy('import').execute()).map(
          (row) => row.import,
        ),
        people: (await read.selectFrom('record.person').select('organisation').execute()).map(
          (row) => row.organisation,
        ),
      }));
    const account = newId(now);
    assert.deepEqual(await seen(nobody), {
      organisations: [],
      boards: [],
      meetings: [],
      imports: [],
      settled: [],
      people: [],
    });
    assert.deepEqual(await seen({ account, organisation: ours, boards: '*' }), {
      organisations: [ours],
      boards: boards.slice(0, 2).toSorted(),
      meetings: meetings.slice(0, 2).toSorted(),
      imports: imports.slice(0, 2).toSorted(),
      settled: imports.slice(0, 2).toSorted(),
      people: [ours, ours],
    });
    assert.deepEqual(await seen({ account, organisation: ours, boards: [boards[1]] }), {
      organisations: [ours],
      boards: [boards[1]],
      meetings: [meetings[1]],
      imports: [imports[1]],
      settled: [imports[1]],
      people: [ours, ours],
    });
    // A board of another organisation in the list opens nothing.
    assert.deepEqual(await seen({ account, organisation: ours, boards: [boards[2]] }), {
      organisations: [ours],
      boards: [],
      meetings: [],
      imports: [],
      settled: [],
      people: [ours, ours],
    });
    assert.deepEqual(await seen({ account, organisation: theirs, boards: '*' }), {
      organisations: [theirs],
      boards: [boards[2]],
      meetings: [meetings[2]],
      imports: [imports[2]],
      settled: [imports[2]],
      people: [theirs],
    });
  });
});

test('the work gate cannot write outside its organisation and its boards', async () => {
  await rolledBack(async (write, { gates }) => {
    const { ours, theirs, boards, meetings, imports } = await twoOrganisations(write);
    const clerk: Standing = { account: newId(now), organisation: ours, boards: [boards[0]] };
    const meeting = (organisation: string, board: string) =>
      sql`insert into record.meeting (organisation, board, id, slug, date) values (${organisation}, ${board}, ${newId(now)}, '2024-06-20', '2024-06-20')`;
    await transact(gates.work, clerk, (inside) => meeting(ours, boards[0]).execute(inside));
    await assert.rejects(
      transact(gates.work, clerk, (inside) => meeting(ours, boards[1]).execute(inside)),
      refused,
    );
    await assert.rejects(
      transact(gates.work, clerk, (inside) => meeting(theirs, boards[2]).execute(inside)),
      refused,
    );
    await assert.rejects(
      transact(gates.work, clerk, (inside) =>
        sql`insert into record.organisation (id, slug, name) values (${newId(now)}, 'mine', 'Mine')`.execute(inside),
      ),
      refused,
    );
    // Moving a row of one's own to where one may not be is refused; rows out of sight are not touched at all.
    await assert.rejects(
      transact(gates.work, clerk, (inside) => sql`update record.meeting set board = ${boards[1]}`.execute(inside)),
      refused,
    );
    const touched = await transact(gates.work, clerk, async (inside) => {
      const { rows } = await sql<{
        id: string;
      }>`update record.meeting set place = 'Here' where id = any (${[meetings[1], meetings[2]]}) returning id`.execute(
        inside,
      );
      const { rows: gone } = await sql<{
        id: string;
      }>`delete from record.meeting where id = any (${[meetings[1], meetings[2]]}) returning id`.execute(inside);
      const { rows: answers } = await sql<{
        import: string;
      }>`delete from record.settlement where import = any (${[imports[1], imports[2]]}) returning import`.execute(
        inside,
      );
      return [...rows, ...gone, ...answers];
    });
    assert.deepEqual(touched, []);
  });
});

test('everybody at work reads the directory, only an administrator brings a register in, and nobody deletes from it', async () => {
  await rolledBack(async (write, { gates }) => {
    const { ours } = await twoOrganisations(write);
    const account = (role: string): Promise<string> =>
      openAccount(
        write,
        {
          email: `${role}@directory.example`,
          name: role,
          persona: null,
          organisation: ours,
          role: role === 'administrator' ? 'administrator' : 'clerk',
        },
        now,
      );
    const [administrator, clerk] = [await account('administrator'), await account('clerk')];
    const standing = (who: string): Standing => ({ account: who, organisation: ours, boards: '*' });
    const authority = (code: string, schema: 'record' | 'published') =>
      sql`insert into ${sql.table(`${schema}.authority`)} (code, register_code, name, official_name, kind, nation,
        part_of, replaced_by ${sql.raw(schema === 'record' ? ', spellings, changed_at' : '')})
        values (${code}, ${code}, 'Northmoor', 'Northmoor Council', 'Invented', 'England', '{}', '{}'
        ${sql.raw(schema === 'record' ? ", '{northmoor}', now()" : '')})`;
    for (const schema of ['record', 'published'] as const) {
      await transact(gates.work, standing(administrator), (inside) => authority('E99000001', schema).execute(inside));
      for (const who of [standing(clerk), nobody]) {
        await assert.rejects(
          transact(gates.work, who, (inside) => authority('E99000002', schema).execute(inside)),
          refused,
        );
        await assert.rejects(
          transact(gates.work, who, (inside) =>
            sql`update ${sql.table(`${schema}.authority`)} set name = 'Mine'`.execute(inside),
          ),
          refused,
        );
      }
      await assert.rejects(
        transact(gates.work, standing(administrator), (inside) =>
          sql`delete from ${sql.table(`${schema}.authority`)}`.execute(inside),
        ),
        refused,
      );
    }
    assert.equal(
      (
        await reading(gates.work, standing(clerk), (read) =>
          read.selectFrom('record.authority').select('code').execute(),
        )
      ).length,
      1,
    );
    assert.equal(
      (await reading(gates.public, nobody, (read) => read.selectFrom('published.authority').select('code').execute()))
        .length,
      1,
    );
  });
});

test('the work gate opens no accounts and gives no roles', async () => {
  await rolledBack(async (_, { gates }) => {
    const standing: Standing = { account: newId(now), organisation: newId(now), boards: '*' };
    for (const command of [
      sql`insert into record.account (id, email, name, created_at) values (${newId(now)}, 'me@example.org', 'Me', now())`,
      sql`update record.account set closed_at = null`,
      sql`delete from record.account`,
      sql`insert into record.account_role (account, organisation, board, role) values (${newId(now)}, ${newId(now)}, null, 'administrator')`,
      sql`update record.account_role set role = 'administrator'`,
    ]) {
      await assert.rejects(
        transact(gates.work, standing, (write) => command.execute(write)),
        refused,
      );
    }
  });
});

function publication(write: Write): Promise<unknown> {
  return sql`insert into published.publication (id, kind, subject, version, title, published_at, content, content_sha256, html, html_sha256)
    values (${newId(now)}, 'pack', 'a/b', 1, 'A pack', ${now}, '{}', '', '', '')`.execute(write);
}

test('a publication is changed by nobody: not by a gate, not by the owner, not by the superuser', async () => {
  const changes = [
    sql`update published.publication set title = 'Another'`,
    sql`delete from published.publication`,
    sql`truncate published.publication cascade`,
  ];
  for (const change of changes) {
    await rolledBack(async (write, { gates }) => {
      await transact(gates.work, nobody, publication);
      await assert.rejects(
        transact(gates.work, nobody, (inside) => change.execute(inside)),
        refused,
      );
      // With the right given by mistake, the trigger still stands.
      await sql`grant update, delete, truncate on all tables in schema published to kept_work`.execute(write);
      await assert.rejects(
        transact(gates.work, nobody, (inside) => change.execute(inside)),
        { code: 'KP001' },
      );
    });
    for (const role of [ownerRole, 'the superuser']) {
      await rolledBack(async (write) => {
        await publication(write);
        // As at a commit: it takes its place in the chain.
        await sql`set constraints all immediate`.execute(write);
        if (role === ownerRole) await sql.raw(`set local role ${ownerRole}`).execute(write);
        await assert.rejects(change.execute(write), { code: 'KP001' }, role);
      });
    }
  }
});

test('the journal only grows: no entry is changed, removed or written past its chain', async () => {
  const changes = [sql`update kit.journal set who = 'nobody'`, sql`delete from kit.journal`, sql`truncate kit.journal`];
  for (const change of changes) {
    for (const role of ['kept_work', ownerRole, 'the superuser']) {
      await rolledBack(async (write) => {
        await journal(write, { scope: 'house', at: now, who: 'kept', verb: 'record', kind: 'thing', thing: '1' });
        if (role !== 'the superuser') await sql.raw(`set local role ${role}`).execute(write);
        await assert.rejects(change.execute(write), refused, role);
      });
    }
  }
});

// Over HTTP

let kept: Running;
let clerk: Asker;
let stranger: Asker;
/** What addresses of the workspace name, by room: something of the demonstration, and the persona whose it is. */
const named = new Map<string, Readonly<Record<string, Named>>>();

before(async () => {
  kept = await runningKept();
  clerk = await persona(kept, 'clerk');
  for (const [room, samples] of await loadSamples()) named.set(room, (await samples.gather(partsOf(kept))).named);
  const organisation = await foundOrganisation(kept.house, 'Elsewhere Council', 'elsewhere');
  // Every role there is, so that only the organisation is wrong.
  const other = await asOwner(kept.house, async (write) => {
    await openAccount(
      write,
      { email: 'clerk@elsewhere.example', name: 'Somebody Else', persona: null, organisation, role: 'safeguarding' },
      now,
    );
    return openAccount(
      write,
      { email: 'clerk@elsewhere.example', name: 'Somebody Else', persona: null, organisation, role: 'administrator' },
      now,
    );
  });
  stranger = await signedIn(kept, other);
});

after(async () => kept.stop());

interface Route {
  readonly path: string;
  readonly needs: Capability;
  readonly takes: 'GET' | 'POST';
  /** Whether the address names something. */
  readonly named: boolean;
}

const workRoutes: readonly Route[] = rooms.flatMap((room) =>
  room.pages.flatMap((page) =>
    page.gate === 'work'
      ? (['GET', 'POST'] as const)
          .filter((verb) => (verb === 'GET' ? page.get : page.post))
          .map((takes) => ({ path: page.path, needs: page.needs, takes, named: page.path.includes(':') }))
      : [],
  ),
);

const roomsOf = new Map(rooms.flatMap(({ name, pages }) => pages.map(({ path }) => [path, name] as const)));

function namedIn(path: string): Readonly<Record<string, Named>> {
  return named.get(roomsOf.get(path.split('?')[0] ?? '') ?? '') ?? {};
}

function filled(path: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const found = namedIn(path)[name];
    if (!found) throw new Error(`test/samples.ts of the room names nothing for :${name} in ${path}`);
    return found.value;
  });
}

/** Whose is what an address names. */
function ownerOf(path: string): Promise<Asker> {
  const name = /:(\w+)/.exec(path)?.[1] ?? '';
  return persona(kept, namedIn(path)[name]?.of ?? 'clerk');
}

function ask(
  who: Asker,
  route: Route,
  fields?: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
) {
  return route.takes === 'GET' ? who.get(filled(route.path), headers) : who.post(filled(route.path), fields, headers);
}

test('there are work pages to try', () => {
  assert.ok(workRoutes.filter((route) => route.takes === 'GET').length >= 5);
  assert.ok(workRoutes.filter((route) => route.takes === 'POST').length >= 5);
});

test('no page of the workspace opens without a session, nor with an invented one', async () => {
  for (const who of [asker(kept.url, null), asker(kept.url, 'a'.repeat(43)), asker(kept.url, 'short')]) {
    for (const route of workRoutes) {
      const answer = await ask(who, route);
      if (route.takes === 'GET') {
        assert.equal(answer.status, 303, `${route.takes} ${route.path}`);
        assert.equal(answer.to, `/sign-in?to=${encodeURIComponent(filled(route.path))}`);
        assert.equal(answer.body, '');
      } else assert.equal(answer.status, 401, `${route.takes} ${route.path}`);
    }
  }
});

test('no form is taken with a wrong token of the session, or with none', async () => {
  // An administrator may do everything but look into safeguarding, so that nothing but the token is wrong.
  const [administrator, lead, other] = [
    await persona(kept, 'administrator'),
    await persona(kept, 'safeguarding'),
    await persona(kept, 'administrator'),
  ];
  for (const route of workRoutes.filter(({ takes }) => takes === 'POST')) {
    for (const csrf of ['', 'wrong', other.csrf]) {
      const answer = await ask(route.needs === 'safeguard' ? lead : administrator, route, { csrf });
      assert.equal(answer.status, 403, `${route.path} with «${csrf}»`);
      assert.match(answer.body, /This form is out of date/);
    }
  }
});

test('no form is taken from another site', async () => {
  for (const route of workRoutes.filter(({ takes }) => takes === 'POST')) {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: kept.url },
    ]) {
      const answer = await ask(clerk, route, undefined, headers);
      assert.equal(answer.status, 403, `${route.path} ${JSON.stringify(headers)}`);
      assert.match(answer.body, /This came from another site/);
    }
  }
  for (const path of ['/sign-in', '/sign-in/persona', '/sign-out'])
    assert.equal((await clerk.post(path, {}, { origin: 'https://elsewhere.example' })).status, 403, path);
});

test('what belongs to another organisation is not found, whatever is asked of it', async () => {
  const routes = workRoutes.filter((route) => route.named);
  for (const route of routes) {
    const theirs = await ask(stranger, route);
    // An address that only leads on to another one says nothing about what is there.
    if (theirs.status === 303 && theirs.to?.startsWith('/work/') && route.path.startsWith('/work/imports/'))
      assert.equal((await stranger.get(theirs.to.split('#')[0] ?? '')).status, 404, route.path);
    else assert.equal(theirs.status, 404, `${route.takes} ${route.path}`);
    // The same address is something to those whose it is: it is the organisation that makes the difference.
    if (route.takes === 'GET')
      assert.ok([200, 303].includes((await ask(await ownerOf(route.path), route)).status), route.path);
  }
  assert.ok(routes.length >= 5);
  assert.doesNotMatch(
    (await stranger.get('/work/imports')).body,
    new RegExp(named.get('imports')?.['import']?.value ?? 'none'),
  );
});

test('a clerk of one board does not find what belongs to another board of the same organisation', async () => {
  const account = await asOwner(kept.house, async (write) => {
    const { organisation } = await write.selectFrom('record.import').select('organisation').executeTakeFirstOrThrow();
    const id = newId(now);
    await write
      .insertInto('record.account')
      .values({
        id,
        email: 'one-board@demonstration.invalid',
        name: 'One Board',
        persona: null,
        created_at: now,
        closed_at: null,
      })
      .execute();
    await write
      .insertInto('record.account_role')
      .values({ account: id, organisation, board: newId(now), role: 'clerk' })
      .execute();
    return id;
  });
  const who = await signedIn(kept, account);
  assert.equal((await who.get(filled('/work/imports/:import'))).status, 404);
  assert.equal((await who.post(filled('/work/imports/:import/publish'))).status, 404);
  assert.equal((await clerk.get(filled('/work/imports/:import'))).status, 200);
});

test('the session cookie is kept from scripts and other sites, and the database knows only its hash', async () => {
  const visitor = asker(kept.url, null);
  const page = await visitor.get('/sign-in?to=/work/imports');
  const account = /name="account" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const answer = await visitor.post('/sign-in/persona', { account, to: '/work/imports' });
  assert.equal(answer.status, 303);
  assert.equal(answer.to, '/work/imports');
  const cookie = answer.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^kept=[\w-]{43}; /);
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) assert.ok(cookie.includes(flag), `${flag} in ${cookie}`);
  const token = /^kept=([\w-]{43})/.exec(cookie)?.[1] ?? '';
  const rows = await asOwner(kept.house, (write) =>
    sql<{ line: string }>`select to_json(s)::text as line from kit.session s`.execute(write),
  );
  assert.ok(rows.rows.length > 0);
  for (const { line } of rows.rows)
    assert.ok(!line.includes(token) && !line.includes(Buffer.from(token).toString('hex')));
  // Signing out ends the session in the database too: the cookie is worth nothing to whoever kept a copy.
  const me = asker(kept.url, token);
  assert.equal((await me.get('/work')).status, 200);
  assert.equal((await me.post('/sign-out', { csrf: 'wrong' })).status, 403);
  const left = await me.post('/sign-out', { csrf: csrfIn((await me.get('/work')).body) });
  assert.equal(left.status, 303);
  assert.match(left.headers.get('set-cookie') ?? '', /^kept=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
  assert.equal((await me.get('/work')).status, 303);
});

async function newcomer(email: string, role: 'administrator' | 'lead'): Promise<string> {
  const { organisation } = await kept.house.gates.work.read(nobody, (read) =>
    read
      .selectFrom('record.account_role')
      .select('organisation')
      .orderBy('organisation')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return asOwner(kept.house, (write) =>
    openAccount(write, { email, name: email, persona: null, organisation, role }, now),
  );
}

test('a session in which a passkey was shown ends after four idle hours and after a day at most', async () => {
  let time = new Date('2024-03-12T10:30:00Z');
  const later = await runningKept({ house: kept.house, loaded: false, clock: () => time });
  try {
    const account = await newcomer('day@sessions.test', 'administrator');
    const hours = (count: number): void => void (time = new Date(time.getTime() + count * 3_600_000));
    const idle = await signedIn(later, account, time);
    hours(3.9);
    assert.equal((await idle.get('/work')).status, 200);
    hours(4.1);
    assert.equal((await idle.get('/work')).status, 303);
    const busy = await signedIn(later, account, time);
    for (let time = 0; time < 6; time++) {
      hours(3.9);
      assert.equal((await busy.get('/work')).status, 200);
    }
    hours(0.7);
    assert.equal((await busy.get('/work')).status, 303);
  } finally {
    await later.stop();
  }
});

test('how somebody signs in, and where they are signed in, changes only within half an hour of a sign-in', async () => {
  let time = new Date('2024-03-12T10:30:00Z');
  const later = await runningKept({ house: kept.house, loaded: false, clock: () => time });
  try {
    const account = await newcomer('fresh@sessions.test', 'lead');
    const one = await signedIn(later, account, time);
    time = new Date(time.getTime() + 29 * 60_000);
    assert.equal((await one.get('/work/passkeys')).status, 200);
    time = new Date(time.getTime() + 2 * 60_000);
    assert.equal((await one.get('/work/passkeys')).to, '/sign-in?again=yes&to=%2Fwork%2Fpasskeys');
    assert.equal((await one.get('/work/account')).status, 200, 'looking is free');
    for (const [path, fields] of [
      ['/work/account', { act: 'close' }],
      ['/work/account', { act: 'all' }],
      ['/work/passkeys', { answer: '{}' }],
    ] as const) {
      const { status, body } = await one.post(path, fields, { 'sec-fetch-site': 'same-origin' });
      assert.equal(status, 401, path);
      assert.ok(body.includes(`href="/sign-in?again=yes&amp;to=${encodeURIComponent(path)}"`), path);
    }
    assert.match(
      (await asker(later.url, one.token).get('/sign-in?again=yes&to=/work/account')).body,
      /Sign in again to go on/,
    );
    assert.equal((await one.get('/work')).status, 200, 'nothing has ended');
    const again = await signedIn(later, account, time);
    assert.equal((await again.post('/work/account', { act: 'all' })).to, '/sign-in');
    assert.equal((await one.get('/work')).status, 303);
  } finally {
    await later.stop();
  }
});

test('an account has ten sessions: another one ends the one that was not used for longest', async () => {
  const account = await newcomer('many@sessions.test', 'lead');
  const at = (minutes: number): Date => new Date(Date.now() - (60 - minutes) * 60_000);
  const all: Asker[] = [];
  for (let count = 0; count < 10; count++) all.push(await signedIn(kept, account, at(count)));
  for (const one of all) assert.equal((await one.get('/work/account')).status, 200);
  all.push(await signedIn(kept, account, at(30)));
  const states = await Promise.all(all.map(async (one) => (await one.get('/work/account')).status));
  assert.equal(states.filter((status) => status === 200).length, 10);
  assert.equal(states.at(-1), 200);
});

test('behind https the cookie travels only there, and the browser is told to stay there', async () => {
  const safe = await runningKept({ house: kept.house, loaded: false, baseUrl: 'https://kept.example' });
  try {
    const { id } = await kept.house.gates.work.read(nobody, (read) =>
      read
        .selectFrom('record.account')
        .select('id')
        .where('persona', 'is not', null)
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
    const answer = await asker(safe.url, null).post('/sign-in/persona', { account: id, to: '/work' });
    const [, name = '', token = ''] =
      /^(__Host-kept)=([\w-]{43}); .*Path=\/; HttpOnly; Secure; SameSite=Lax$/.exec(
        answer.headers.get('set-cookie') ?? '',
      ) ?? [];
    assert.ok(token, answer.headers.get('set-cookie') ?? 'no cookie');
    const asked = (cookie: string) => fetch(`${safe.url}/work`, { redirect: 'manual', headers: { cookie } });
    assert.equal((await asked(`${name}=${token}`)).status, 200);
    // A neighbour below the same domain, or somebody on a line without encryption, can set this one.
    assert.equal((await asked(`kept=${token}`)).status, 303);
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/);
  } finally {
    await safe.stop();
  }
});

test('a session ends after twelve idle hours and after fourteen days at most', async () => {
  let time = new Date('2024-03-12T10:30:00Z');
  const later = await runningKept({ house: kept.house, loaded: false, clock: () => time });
  try {
    const { id } = await kept.house.gates.work.read(nobody, (read) =>
      read
        .selectFrom('record.account')
        .select('id')
        .where('persona', 'is not', null)
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
    const hours = (count: number): void => void (time = new Date(time.getTime() + count * 3_600_000));
    const idle = await signedIn(later, id, time);
    hours(11);
    assert.equal((await idle.get('/work')).status, 200);
    hours(11);
    assert.equal((await idle.get('/work')).status, 200);
    hours(13);
    assert.equal((await idle.get('/work')).status, 303);
    const busy = await signedIn(later, id, time);
    for (let half = 0; half < 27; half++) {
      hours(11.9);
      assert.equal((await busy.get('/work')).status, 200);
    }
    hours(11.9 * 2);
    assert.equal((await busy.get('/work')).status, 303);
  } finally {
    await later.stop();
  }
});

test('nobody signs in as a persona outside the demonstration', async () => {
  const real = await runningKept({ house: kept.house, loaded: false, demonstration: false });
  try {
    const { id } = await kept.house.gates.work.read(nobody, (read) =>
      read
        .selectFrom('record.account')
        .select('id')
        .where('persona', 'is not', null)
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
    const visitor = asker(real.url, null);
    const answer = await visitor.post('/sign-in/persona', { account: id, to: '/work' });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.doesNotMatch((await visitor.get('/sign-in')).body, /name="account"/);
    // In the demonstration an account that is no persona cannot be chosen either.
    const { id: plain } = await kept.house.gates.work.read(nobody, (read) =>
      read.selectFrom('record.account').select('id').where('persona', 'is', null).limit(1).executeTakeFirstOrThrow(),
    );
    assert.equal((await asker(kept.url, null).post('/sign-in/persona', { account: plain, to: '/work' })).status, 404);
  } finally {
    await real.stop();
  }
});

test('signing in: no number of requests locks an address out or fills its mailbox, and nothing tells who has an account', async () => {
  // A clock of its own, so that nothing fills the buckets during the test.
  const door = await runningKept({ loaded: false, demonstration: false, clock: () => now, hasMail: true });
  try {
    const organisation = await foundOrganisation(door.house, 'A Council', 'council');
    await asOwner(door.house, (write) =>
      openAccount(write, { email: 'ann@example.org', name: 'Ann', persona: null, organisation, role: 'clerk' }, now),
    );
    const visitor = asker(door.url, null);
    // At the same moment too.
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => visitor.post('/sign-in', { email: 'Ann@example.org', to: '/work' })),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const letters = (): Promise<readonly { recipient: string; body: string }[]> =>
      door.house.gates.work.read(nobody, waitingLetters);
    assert.deepEqual(
      (await letters()).map(({ recipient }) => recipient),
      ['ann@example.org'],
    );
    const token = /sign-in\/link\/([\w-]{43})/.exec((await letters())[0]?.body ?? '')?.[1] ?? '';
    assert.equal((await visitor.post(`/sign-in/link/${token}`)).to, '/work', 'the link in the mailbox works');
    // Somebody without an account gets the same answer and no mail.
    const [known, unknown] = [
      await visitor.post('/sign-in', { email: 'ann@example.org', to: '/work' }),
      await visitor.post('/sign-in', { email: 'eve@example.org', to: '/work' }),
    ];
    assert.equal(known.body.replaceAll('ann@', 'eve@'), unknown.body);
    assert.deepEqual(
      (await letters()).map(({ recipient }) => recipient),
      ['ann@example.org', 'ann@example.org'],
    );
    let allowed = 0;
    while ((await visitor.post('/sign-in', { email: `somebody-${allowed}@example.org`, to: '/work' })).status === 200)
      allowed += 1;
    assert.ok(allowed > 0 && allowed <= 20, `${allowed} addresses from one sender`);
  } finally {
    await door.stop();
  }
});

test('a link signs in once, for ten minutes, and leads nowhere but here', async () => {
  let time = now;
  const door = await runningKept({ house: kept.house, loaded: false, clock: () => time });
  try {
    const link = (to: string | null): Promise<string> =>
      kept.house.gates.work.write(nobody, (write) => makeSignInLink(write, 'clerk@demonstration.invalid', to, time));
    const visitor = asker(door.url, null);
    const token = await link('/work/imports');
    // Opening it, as a mail scanner does, uses nothing up.
    for (let round = 0; round < 2; round++) assert.equal((await visitor.get(`/sign-in/link/${token}`)).status, 200);
    const first = await visitor.post(`/sign-in/link/${token}`);
    assert.equal(first.to, '/work/imports');
    assert.match(first.headers.get('set-cookie') ?? '', /^kept=/);
    const second = await visitor.post(`/sign-in/link/${token}`);
    assert.equal(second.status, 422);
    assert.equal(second.headers.get('set-cookie'), null);
    const old = await link(null);
    time = new Date(now.getTime() + 11 * 60_000);
    assert.equal((await visitor.post(`/sign-in/link/${old}`)).status, 422);
    for (const away of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example/',
      'javascript:alert(1)',
    ])
      assert.equal((await visitor.post(`/sign-in/link/${await link(away)}`)).to, '/work', away);
    const rows = await asOwner(kept.house, (write) =>
      sql<{ line: string }>`select to_json(l)::text as line from kit.sign_in_link l`.execute(write),
    );
    for (const { line } of rows.rows) assert.ok(!line.includes(token));
  } finally {
    await door.stop();
  }
});

test('codes of cards stand on the cards that were printed, and nowhere in the database', async () => {
  const who = await persona(kept, 'programme');
  const made = await who.post(filled('/work/surveys/:survey/ways-in/new?kind=cards'), {
    label: 'Year 6, Elm',
    audience: 'student primary',
    places: '12',
  });
  const file = /action="([^"]*\/cards)"/.exec((await who.get(made.to ?? '')).body)?.[1] ?? '';
  const cards = await openPdf((await who.post(file)).bytes);
  const printed = (await Promise.all(Array.from({ length: cards.pages }, (_, page) => cards.text(page + 1)))).join(
    '\n',
  );
  const codes = [...printed.matchAll(/take([BCDFGHJKLMNPQRSTVWXYZ2345679]{9})It/g)].map(([, code]) => code ?? '');
  assert.equal(new Set(codes).size, 12);
  const dump = await asOwner(kept.house, async (write) => {
    const { rows: tables } = await sql<{
      name: string;
    }>`select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
      and n.nspname in ('record', 'intake', 'kit', 'published')`.execute(write);
    const parts: string[] = [];
    for (const { name } of tables)
      parts.push(
        ...(await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(write)).rows.map(
          ({ line }) => line,
        ),
      );
    return parts.join('\n');
  });
  assert.ok(dump.includes('Year 6, Elm'));
  for (const code of codes)
    for (const form of [code, Buffer.from(code).toString('hex')]) assert.ok(!dump.includes(form), code);
});

test('no secret stands in any line that the server writes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-gates-'));
  const secret = `a secret that nobody can guess ${newId(now)}`;
  const environment = {
    KEPT_DATA: folder,
    KEPT_SECRET: secret,
    PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
    KEPT_DEMO: 'on',
  };
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(import.meta.dirname, '..', 'src', 'app', 'cli.js'), 'start'],
    { env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const ready = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('Stop it with')) ready.resolve();
    });
  }
  const ended = once(child, 'close');
  try {
    await Promise.race([ready.promise, ended.then(() => assert.fail(`it did not start:\n${said}`))]);
    const url = `http://127.0.0.1:${environment.PORT}`;
    const visitor = asker(url, null);
    const account = /name="account" value="([^"]+)"/.exec((await visitor.get('/sign-in')).body)?.[1] ?? '';
    const token =
      /^kept=([\w-]{43})/.exec(
        (await visitor.post('/sign-in/persona', { account, to: '/work' })).headers.get('set-cookie') ?? '',
      )?.[1] ?? '';
    const me = asker(url, token);
    const csrf = csrfIn((await me.get('/work')).body);
    assert.equal((await me.get('/work/imports')).status, 200);
    await visitor.post('/sign-in', { email: 'somebody@private.example', to: '/work' });
    const place = await findPlace(readConfig(environment), {
      how: 'join',
      holder: 'a test of Kept',
      log: () => undefined,
    });
    const link = await asOwner(place, (write) =>
      makeSignInLink(write, 'clerk@demonstration.invalid', null, new Date()),
    );
    // A fault of ours on the way of each secret: it is logged with its reference, and without them.
    await asOwner(place, (write) =>
      sql`alter table record.import rename to import_away; alter table record.account rename to account_away`.execute(
        write,
      ),
    );
    const references: string[] = [];
    for (const answer of [
      await me.get('/work/imports'),
      await me.post('/work/imports/new', { text: 'A private line of a pack' }),
      await visitor.post(`/sign-in/link/${link}`),
      await visitor.post('/sign-in', { email: 'somebody@private.example' }),
    ]) {
      assert.equal(answer.status, 500);
      references.push(/<code>([0-9a-f]{12})<\/code>/.exec(answer.body)?.[1] ?? 'none');
      assert.doesNotMatch(
        answer.body,
        /record\.|account_away|select|node_modules/,
        'the reader is shown nothing of the inside',
      );
    }
    child.kill('SIGTERM');
    await ended;
    await place.stop();
    for (const reference of references)
      assert.ok(said.includes(reference), `the log has the reference ${reference}:\n${said}`);
    for (const [name, value] of Object.entries({
      'the session': token,
      'the token of its forms': csrf,
      'the link': link,
      'the secret': secret,
      'the address that asked': 'somebody@private.example',
      'the text of a pack': 'A private line',
      'an e-mail address of an account': 'clerk@demonstration.invalid',
    })) {
      assert.ok(value.length > 5 && !said.includes(value), `${name} stands in the log:\n${said}`);
    }
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
