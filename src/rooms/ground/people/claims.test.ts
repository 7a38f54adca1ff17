/** Whom organisations say they are: what an unverified one cannot do, tried with SQL of its own, and how a claim is answered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { clientConfig } from '#kit/db/client.js';
import { type Gates, nobody, type Standing, type Write } from '#kit/db/gate.js';
import { migrate } from '#kit/db/migrate.js';
import { newId } from '#kit/id.js';
import { savePublication } from '#kit/publications/publications.js';
import type { Claims } from '#test/claims.js';
import { emptyDatabase, rolledBack } from '#test/house.js';
import { houseMigrations } from '#test/migrations.js';
import { waitingLetters } from '#test/letters.js';
import { fromRooms } from '#test/room-files.js';
import { openAccount } from './acts.js';
import {
  confirmByDomain,
  listOrganisations,
  nameDomain,
  noteClaims,
  rejectByOwner,
  requireVerified,
  unverifiedAmong,
  unverifiedOrganisations,
  verifyByOwner,
} from './claims.js';
import { type InvitationDraft, invite, joinBy } from './invitations.js';
import { visitorOf } from './lookups.js';
import { ownOrganisation, showOrganisation } from './organisations.js';
import type { OrganisationKind } from './tables.js';

const now = new Date('2026-12-01T10:00:00Z');
const site = 'https://kept.example';
const city = { name: 'City of London', kind: 'authority', authority: 'E09000001', urn: null, partOf: null } as const;

async function council(write: Write): Promise<Standing & { organisation: string; account: string }> {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: organisation, name: 'A school council', kind: 'group' })
    .execute();
  const account = await openAccount(
    write,
    { email: 'lead@council.example', name: 'Lead', persona: null, organisation, role: 'lead' },
    now,
  );
  return { organisation, account, boards: '*' };
}

/** Somebody whom the school council's lead invites as whatever they like. */
async function joined(
  write: Write,
  gates: Gates,
  by: Standing & { organisation: string; account: string },
  email: string,
  body: NonNullable<InvitationDraft['body']>,
) {
  const sent = await gates.work.write(by, (inside) =>
    invite(
      inside,
      {
        organisation: by.organisation,
        account: by.account,
        email,
        body,
        role: 'lead',
        returnTo: '/work',
        words: 'Come.',
        site,
      },
      now,
    ),
  );
  const done = await gates.work.write(nobody, (inside) =>
    joinBy(inside, sent.ok ? sent.value : assert.fail(sent.problem.code), 'Somebody', body.name, now),
  );
  if (!done.ok) return done.problem;
  const { organisation, account } = done.value;
  const { slug } = await write
    .selectFrom('record.organisation')
    .select('slug')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return { organisation, account, slug, standing: { organisation, account, boards: '*' } as const };
}

function made<T>(given: T | string): T {
  return typeof given === 'string' ? assert.fail(given) : given;
}

const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (problem: { code?: string }) => problem.code ?? problem,
  );
const publication = (inside: Write) =>
  savePublication(
    inside,
    {
      kind: 'board',
      subject: newId(),
      version: 1,
      title: 'Board',
      content: {},
      html: '',
      pdf: null,
      pages: null,
      changes: null,
      board: '',
      date: null,
      passages: [],
    },
    now,
  );

void test('who claims to be the City of London publishes nothing, is named as not verified, and does not keep the real one out', () =>
  rolledBack(async (write, { gates }) => {
    const by = await council(write);
    const fake = made(await joined(write, gates, by, 'mallory@stranger.example', city));
    const as = (whose: typeof fake, work: (inside: Write) => Promise<unknown>) =>
      code(gates.work.write(whose.standing, work));
    assert.equal((await visitorOf(write, fake.account, fake.organisation))?.isUnverified, true);
    assert.equal(await as(fake, publication), 'KP012');
    assert.equal(await as(fake, (inside) => requireVerified(inside, fake.organisation)), 'KP012');
    assert.equal(await as(fake, (inside) => showOrganisation(inside, fake.organisation)), 'done');
    assert.equal(
      await as(fake, (inside) =>
        sql`update published.organisation set verified = true where id = ${fake.organisation}`.execute(inside),
      ),
      '42501',
    );
    assert.equal(
      await as(fake, (inside) =>
        sql`insert into record.organisation (id, slug, name, kind) values (${fake.organisation}, 'mine', 'Mine', 'group')`.execute(
          inside,
        ),
      ),
      '42501',
    );
    assert.deepEqual(
      [...(await gates.public.read(nobody, (read) => unverifiedAmong(read, [fake.slug, null, 'another'])))].toSorted(),
      [fake.organisation, fake.slug].toSorted(),
    );

    const real = made(await joined(write, gates, by, 'clerk@cityoflondon.gov.uk', city));
    const { rows: claims } = await sql<{
      claim: string;
    }>`select claim from record.organisation where id in (${fake.organisation}, ${real.organisation})`.execute(write);
    assert.deepEqual(claims, [{ claim: 'number' }, { claim: 'number' }]);
    assert.ok((await verifyByOwner(write, real.slug, site, now)).ok);
    assert.equal(await as(real, publication), 'done');
    assert.equal((await visitorOf(write, real.account, real.organisation))?.isUnverified, false);
    assert.deepEqual(await verifyByOwner(write, fake.slug, site, now), { ok: false, problem: 'another is verified' });
    assert.deepEqual(await verifyByOwner(write, real.slug, site, now), { ok: false, problem: 'verified already' });
    assert.equal(await joined(write, gates, by, 'third@stranger.example', city), 'organisation known');
    const told = (await waitingLetters(write)).filter(({ subject }) => !subject.startsWith('You are invited'));
    assert.deepEqual(told.map(({ recipient, subject }) => [recipient, subject]).toSorted(), [
      ['clerk@cityoflondon.gov.uk', 'Your organisation is verified'],
      ['mallory@stranger.example', 'Another organisation was verified in your place'],
    ]);
    const entries = await write
      .selectFrom('kit.journal')
      .select(['scope', 'verb', 'who'])
      .where('kind', '=', 'organisation')
      .execute();
    assert.deepEqual(entries, [{ scope: real.organisation, verb: 'agree', who: 'kept' }]);
  }));

void test('a claim that is taken back is told to the organisation and to readers, and can be given again', () =>
  rolledBack(async (write, { gates }) => {
    const by = await council(write);
    const fake = made(await joined(write, gates, by, 'mallory@stranger.example', city));
    assert.ok((await verifyByOwner(write, fake.slug, site, now)).ok);
    await gates.work.write(fake.standing, async (inside) => {
      await showOrganisation(inside, fake.organisation);
      await publication(inside);
    });
    assert.deepEqual(await rejectByOwner(write, fake.slug, ' ', site, now), { ok: false, problem: 'no reason' });
    assert.ok((await rejectByOwner(write, fake.slug, 'The City says it is somebody else.', site, now)).ok);
    assert.deepEqual(await rejectByOwner(write, fake.slug, 'Again', site, now), {
      ok: false,
      problem: 'rejected already',
    });
    assert.equal(await code(gates.work.write(fake.standing, publication)), 'KP012');
    const because = 'The City says it is somebody else.';
    assert.deepEqual(await gates.public.read(nobody, (read) => unverifiedOrganisations(read, 9)), [
      { name: 'City of London', rejected: { on: '2026-12-01', because } },
    ]);
    const letter = (await waitingLetters(write)).find(
      ({ subject }) => subject === 'Your organisation was not verified',
    );
    assert.ok(letter?.recipient === 'mallory@stranger.example' && letter.body.includes(because));
    const listed = (await listOrganisations(write)).find(({ slug }) => slug === fake.slug);
    assert.deepEqual([listed?.status, listed?.number, listed?.inviter], ['rejected', 'E09000001', 'A school council']);
    const real = made(await joined(write, gates, by, 'clerk@cityoflondon.gov.uk', city));
    assert.ok((await verifyByOwner(write, real.slug, site, now)).ok);
    assert.deepEqual(await verifyByOwner(write, fake.slug, site, now), { ok: false, problem: 'another is verified' });
  }));

void test('an address in the one domain that the owner named for a number verifies it; another, a lookalike or a printed link does not', () =>
  rolledBack(async (write, { gates }) => {
    const by = await council(write);
    for (const [domain, problem] of [
      ['gmail.com', 'for anybody'],
      ['gov.uk', 'for anybody'],
      ['no domain', 'not a domain'],
      ['localhost', 'not a domain'],
    ] as const)
      assert.deepEqual(await nameDomain(write, domain, { authority: 'E09000001' }, now), { ok: false, problem });
    assert.ok((await nameDomain(write, ' CityOfLondon.gov.uk ', { authority: 'E09000001' }, now)).ok);
    const confirm = (whose: { account: string }) =>
      gates.work.write(nobody, (inside) => confirmByDomain(inside, whose.account, site, now));
    const isVerified = async (whose: { organisation: string; standing: Standing }) =>
      gates.work.read(whose.standing, async (read) => (await ownOrganisation(read, whose.organisation)).verified);
    for (const email of [
      'a@stranger.example',
      'a@cityoflondon.gov.uk.example',
      'a@pupils.cityoflondon.gov.uk',
      'a@mycityoflondon.gov.uk',
      'a@gov.uk',
    ]) {
      const other = made(await joined(write, gates, by, email, city));
      await confirm(other);
      assert.equal(await isVerified(other), false, email);
    }
    const camden = made(
      await joined(write, gates, by, 'b@cityoflondon.gov.uk', { ...city, name: 'Camden', authority: 'E09000007' }),
    );
    await confirm(camden);
    assert.equal(await isVerified(camden), false, 'of another number');
    const real = made(await joined(write, gates, by, 'clerk@cityoflondon.gov.uk', city));
    await confirm(real);
    assert.equal(await isVerified(real), true);
    const { verified_by: how } = await write
      .selectFrom('record.organisation')
      .select('verified_by')
      .where('id', '=', real.organisation)
      .executeTakeFirstOrThrow();
    assert.equal(how, 'domain');

    // A stranger who invites somebody of the real one is not verified with them; who is left alone there is.
    assert.ok((await nameDomain(write, 'camden.gov.uk', { authority: 'E09000007' }, now)).ok);
    const fake = made(
      await joined(write, gates, by, 'mallory@stranger.example', { ...city, name: 'Camden', authority: 'E09000007' }),
    );
    const sent = await gates.work.write(fake.standing, (inside) =>
      invite(
        inside,
        {
          organisation: fake.organisation,
          account: fake.account,
          email: 'ann@camden.gov.uk',
          body: null,
          role: 'lead',
          returnTo: '/work',
          words: 'Come.',
          site,
        },
        now,
      ),
    );
    const lured = await gates.work.write(nobody, (inside) =>
      joinBy(inside, sent.ok ? sent.value : assert.fail(sent.problem.code), 'Ann', '', now),
    );
    const colleague = lured.ok ? lured.value : assert.fail(lured.problem);
    await confirm(colleague);
    assert.equal(await isVerified(fake), false, 'with a stranger in it');
    await sql`delete from record.account_role where account = ${fake.account}`.execute(write);
    await confirm(colleague);
    assert.equal(await isVerified(fake), true, 'in the hands of its own people');
  }));

void test('a name that a register knows is a claim however it is written, and other names are none', () =>
  rolledBack(async (write, { gates }) => {
    await sql`insert into record.authority (code, register_code, name, official_name, kind, nation, part_of, replaced_by, spellings, changed_at) values
      ('E09000007', 'CMD', 'Camden', 'London Borough of Camden', 'London borough', 'England', '{}', '{}', '{}',
        ${now}), ('E09000001', 'LND', 'City of London', 'City of London Corporation', 'London borough', 'England', '{}',
        '{}', '{}', ${now})`.execute(write);
    await sql`insert into record.school (urn, name, status, kind, la_name, predecessors, successors, changed_at)
      values (100001, 'St Mary’s Primary School', 'open', 'Academy', 'Camden', '{}', '{}', ${now})`.execute(write);
    await sql`insert into record.trust (code, name, changed_at) values ('1', 'Harbour Learning Trust', ${now})`.execute(
      write,
    );
    const claimOf = async (name: string, kind: OrganisationKind = 'programme') =>
      (
        await sql<{ claim: string | null }>`select record.claim_of(${kind}, null, null, ${name}) as claim`.execute(
          write,
        )
      ).rows[0]?.claim;
    const names = [
      'City of London',
      'Camden',
      'Camden Council',
      'London Borough of Camden',
      'The London Borough of Camden Council',
      'St Mary’s Primary School',
      'Harbour Learning Trust',
      'City of London Council',
      'City of London Corporation',
    ];
    const noise = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => ` ${name.replaceAll(' ', '  ')} `,
      (name) => name.replaceAll('’', ''),
      (name) => `${name.slice(0, 2)}\u200b${name.slice(2)}`,
      (name) => name.replace('a', 'á'),
      (name) => name.replace('a', '\u0430'),
      (name) => `The ${name}.`,
      // Invisible signs, a Latin alpha, a dotless i, a Cherokee letter, and signs of the keyboard that look alike.
      (name) => `${name.slice(0, 3)}\u2063${name.slice(3)}`,
      (name) => name.replaceAll('a', '\u0251'),
      (name) => name.replaceAll('i', '\u0131'),
      (name) => name.replace('C', '\u13df'),
      (name) => name.replaceAll('o', '0').replaceAll('l', 'I'),
      (name) => name.replaceAll('i', '1').replaceAll('m', 'rn'),
      (name) => `\u202d${name}`,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(noise, { maxLength: 3 }), async (name, all) =>
        assert.equal(await claimOf(all.reduce((so, one) => one(so), name)), 'name', name),
      ),
      { numRuns: 120 },
    );
    for (const name of [
      'C a m d e n Council',
      'LB Camden',
      'Camden LBC',
      'Camden Local Authority',
      'Camden Council Services',
      'Voice of the London Borough of Camden',
      'Camden Council – Children’s Services',
      'City of London Corporation Youth',
      'Official Youth Voice',
    ])
      assert.equal(await claimOf(name), 'name', name);
    for (const name of ['Sea\u0280ch', 'Youth Council (verified)', 'Ver1fied voices', '\u202enodnoL fo ytiC'])
      assert.equal(await claimOf(name), 'name', name);
    for (const name of [
      'Camden School Council',
      'The School Council of Camden',
      'Youth Council',
      'Council',
      'A B C',
      'Unofficial Voices',
      'Borough of',
      'London Youth Council',
      'Camden Youth Voice',
      'Złoty Głos',
      'মা Mothers’ Voice',
      'Straße',
      'Voice 🎉',
      'London',
      'Friends of St Mary’s Primary School',
      'Harbour',
      'Ysgol Gynradd Tŷ Gwyn',
      'مجلس الشباب',
      '',
    ])
      assert.equal(await claimOf(name), null, name);
    assert.equal(await claimOf('No register knows it', 'authority'), 'name');
    // A group that has that name claims it, also when the register comes later.
    const by = await council(write);
    assert.equal(
      await code(
        gates.work.write(
          made(
            await joined(write, gates, by, 'x@stranger.example', {
              ...city,
              name: 'Camden Council',
              kind: 'association',
              authority: null,
            }),
          ).standing,
          publication,
        ),
      ),
      'KP012',
    );
    const early = made(
      await joined(write, gates, by, 'y@stranger.example', {
        ...city,
        name: 'Millpond School',
        kind: 'group',
        authority: null,
      }),
    );
    assert.equal(await code(gates.work.write(early.standing, publication)), 'done');
    await sql`insert into record.school (urn, name, status, kind, la_name, predecessors, successors, changed_at)
      values (100002, 'Millpond School', 'open', 'Academy', 'Camden', '{}', '{}', ${now})`.execute(write);
    await noteClaims(write);
    assert.equal(await code(gates.work.write(early.standing, publication)), 'KP012');
  }));

void test('the name of somebody who is here and is known to be it is a claim, also where they come later; a common name of groups is none', () =>
  rolledBack(async (write, { gates }) => {
    const by = await council(write);
    const of = { ...city, kind: 'group', authority: null } as const;
    const before = made(
      await joined(write, gates, by, 'w@stranger.example', { ...of, name: 'Harbour Youth Alliance' }),
    );
    assert.equal(await code(gates.work.write(before.standing, publication)), 'done');
    for (const [slug, name, kind] of [
      ['lga-here', 'Local Government Association', 'association'],
      ['harbour-here', 'Harbour Youth Alliance', 'programme'],
      ['voices-here', 'Year Six Voices', 'group'],
    ] as const)
      await write.insertInto('record.organisation').values({ id: newId(), slug, name, kind }).execute();
    await noteClaims(write);
    assert.equal(
      await code(gates.work.write(before.standing, publication)),
      'KP012',
      'the owner made one of that name',
    );
    for (const name of [
      'Local Government Association',
      'The Local  Government Assocıation.',
      'L o c a l Government Association',
    ])
      assert.equal(
        await code(
          gates.work.write(
            made(await joined(write, gates, by, 'x@stranger.example', { ...of, name })).standing,
            publication,
          ),
        ),
        'KP012',
        name,
      );
    const voices = made(
      await joined(write, gates, by, 'y@stranger.example', { ...of, kind: 'association', name: 'Year Six Voices' }),
    );
    assert.equal(await code(gates.work.write(voices.standing, publication)), 'done');
    // Who only claims a name keeps it from nobody.
    const first = made(await joined(write, gates, by, 'z@stranger.example', { ...of, name: 'Bridge Programme' }));
    const second = made(
      await joined(write, gates, by, 'q@stranger.example', { ...of, kind: 'programme', name: 'Bridge Programme' }),
    );
    const third = made(
      await joined(write, gates, by, 'r@stranger.example', { ...of, kind: 'association', name: 'Bridge Programme' }),
    );
    for (const { standing } of [first, second, third])
      assert.equal(await code(gates.work.write(standing, publication)), 'done');
  }));

/** Those of the machinery; each room says it of its own (test/claims.ts of the room). */
const kitUnguarded: Readonly<Record<string, string>> = {
  'published.withdrawal': 'only takes back',
  'published.ending': 'only says that it is over',
  'published.signed_head': 'of the whole installation, says nothing of an organisation',
  'published.passage': 'of a publication',
  'published.word': 'of a publication',
};

void test('every table that readers see is guarded by the one rule, or a reason says why it needs no guard', async () => {
  const said = [...(await fromRooms<Claims>('claims')).values()];
  const unguarded = new Set([kitUnguarded, ...said.map((room) => room.unguarded ?? {})].flatMap(Object.keys));
  await rolledBack(async (write) => {
    const { rows } = await sql<{ name: string; guarded: boolean }>`
      select format('%I.%I', n.nspname, c.relname) as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'only_verified') as guarded
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'published' and c.relkind in ('r', 'p') and has_table_privilege('kept_work', c.oid, 'insert') order by 1`.execute(
      write,
    );
    assert.deepEqual(
      rows.filter(({ name, guarded }) => guarded === unguarded.has(name)),
      [],
    );
    const { rows: asking } = await sql<{
      name: string;
    }>`select t.tgrelid::regclass::text as name from pg_trigger t where t.tgname = 'only_verified'
      and t.tgrelid::regclass::text !~ '^published' order by 1`.execute(write);
    assert.deepEqual(
      asking.map(({ name }) => name),
      said.flatMap(({ guarded = [] }) => guarded).toSorted(),
    );
  });
});

void test('an organisation is part of another only where the other invited it', () =>
  rolledBack(async (write, { gates }) => {
    const by = await council(write);
    const { slug } = await write
      .selectFrom('record.organisation')
      .select('slug')
      .where('id', '=', by.organisation)
      .executeTakeFirstOrThrow();
    await write
      .insertInto('record.organisation')
      .values({ id: newId(now), slug: 'elsewhere', name: 'Elsewhere', kind: 'school' })
      .execute();
    const part = { name: 'Year 5', kind: 'group', authority: null, urn: null } as const;
    assert.equal(await code(joined(write, gates, by, 'a@b.example', { ...part, partOf: 'elsewhere' })), '42501');
    made(await joined(write, gates, by, 'a@b.example', { ...part, partOf: slug }));
  }));

void test('at the upgrade those who came by an invitation wait for the owner, and those whom the owner made do not', async () => {
  const place = await emptyDatabase();
  const migrations = houseMigrations();
  await migrate({
    ...place,
    migrations: migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === '20261203-claims'),
    ),
  });
  const client = new pg.Client(
    clientConfig(place.admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    const id = (last: number): string => `018e3a5c-0000-7000-8000-${String(last).padStart(12, '0')}`;
    await client.query(`insert into record.organisation (id, slug, name, kind, authority, urn)
      values ('${id(1)}', 'programme', 'Programme', 'programme', null, null),
        ('${id(2)}', 'city', 'City of London', 'authority', 'E09000001', null), ('${id(3)}', 'school', 'A school',
          'school', 'E09000007', 100001), ('${id(4)}', 'council', 'School council', 'group', 'E09000007', null),
          ('${id(5)}', 'own', 'Camden', 'authority', 'E09000007', null);
      insert into published.organisation (id, slug, name, kind, authority) values ('${id(2)}', 'city', 'City of London', 'authority', 'E09000001');
      insert into record.invitation (organisation, token_hash, email, name, kind, role, return_to, created_at, expires_at, used_at, joined)
        select '${id(1)}', sha256(convert_to(o.slug, 'UTF8')), o.slug || '@a.example', o.name, o.kind, 'lead',
          '/work', '2026-02-01', '2026-03-01', '2026-02-01', o.id from record.organisation o
          where o.slug in ('city', 'school', 'council')`);
    await migrate({ ...place, migrations });
    const { rows } = await client.query(
      'select slug, claim, record.is_verified(id) as verified from record.organisation order by id',
    );
    assert.deepEqual(rows, [
      { slug: 'programme', claim: null, verified: true },
      { slug: 'city', claim: 'number', verified: false },
      { slug: 'school', claim: 'number', verified: false },
      { slug: 'council', claim: null, verified: true },
      { slug: 'own', claim: null, verified: true },
    ]);
    assert.deepEqual((await client.query('select slug, verified from published.organisation')).rows, [
      { slug: 'city', verified: false },
    ]);
  } finally {
    await client.end();
  }
});
