import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nobody, reading, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { sharedFile } from '#test/shared.js';
import { html } from '#test/views.js';
import { sql } from 'kysely';
import { applyAuthorities, applyLinks, applySchools } from './acts.js';
import { readAuthorities } from './authorities.js';
import {
  authoritiesFile,
  bytesOf,
  type Cells,
  csvOf,
  linksFile,
  northshire,
  schoolCells,
  schoolsFile,
} from './fixtures.js';
import { readLinksFile } from './school-links.js';
import { authorityByName } from './lookups.js';
import { AuthoritiesView } from './pages/authorities/authorities.view.js';
import { SchoolView } from './pages/school/school.view.js';
import {
  authorityChoices,
  publishedAuthorities,
  publishedAuthority,
  publishedSchool,
  publishedSchools,
  publishedTrust,
  publishedTrusts,
  schoolsOfTrust,
} from './published.js';
import { readSchools } from './schools.js';

const now = new Date('2026-11-23T10:00:00.000Z');
const later = new Date('2026-12-01T10:00:00.000Z');

function importAuthorities(write: Write, bytes: Uint8Array, names: Uint8Array | null = null) {
  const read = readAuthorities(bytes, names);
  assert.ok(read.ok, read.ok ? '' : read.problem.message);
  return applyAuthorities(write, read.value, now);
}

function importSchools(write: Write, bytes: Uint8Array, at = now) {
  const read = readSchools(bytes);
  assert.ok(read.ok, read.ok ? '' : read.problem.message);
  return applySchools(write, read.value, at);
}

const three: readonly Cells[] = [
  {
    URN: '999501',
    'LA (name)': 'East Northshire',
    'GSSLACode (name)': 'E99000002',
    'Linked establishments': '999503 Successor',
  },
  {
    URN: '999502',
    EstablishmentName: 'Birch Lane School',
    'LA (name)': 'East Northshire',
    'GSSLACode (name)': 'X999999',
    'EstablishmentStatus (name)': 'Closed',
    CloseDate: '31-08-2020',
    Postcode: '',
  },
  {
    URN: '999503',
    EstablishmentName: 'Cedar Secondary School',
    'LA (name)': 'Nowhere',
    'GSSLACode (name)': '',
    'PhaseOfEducation (name)': 'Secondary',
  },
];

test('a second import changes only what changed, and says what', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    const revision = async () =>
      (await write.selectFrom('published.revision').select('number').executeTakeFirstOrThrow()).number;
    const first = await importSchools(write, schoolsFile(...three));
    assert.deepEqual(
      [first.added, first.unchanged, first.withoutAuthority],
      [[999501, 999502, 999503], 0, [{ name: 'Nowhere', schools: 1 }]],
    );
    const before = await revision();
    const again = await importSchools(write, schoolsFile(...three), later);
    assert.deepEqual([again.added, again.changed, again.unchanged], [[], [], 3]);
    assert.equal(await revision(), before, 'pages in memory stay good where nothing changed');
    const changed = await importSchools(
      write,
      schoolsFile(
        { ...three[0], 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2026' },
        { ...three[1], 'EstablishmentStatus (name)': 'Open', CloseDate: '', Town: 'Alder' },
        { URN: '999504', 'LA (name)': 'East Northshire' },
      ),
      later,
    );
    assert.deepEqual(changed, {
      added: [999504],
      changed: [
        {
          key: 999501,
          fields: [
            { field: 'status', from: 'open', to: 'closed' },
            { field: 'closes', from: null, to: '2026-08-31' },
          ],
        },
        {
          key: 999502,
          fields: [
            { field: 'status', from: 'closed', to: 'open' },
            { field: 'closes', from: '2020-08-31', to: null },
            { field: 'town', from: 'Alderton', to: 'Alder' },
          ],
        },
      ],
      closed: [999501],
      reopened: [999502],
      unchanged: 0,
      // 999503 stands under another authority, which this file does not cover.
      vanished: [],
      withoutAuthority: [],
      trusts: { added: [], changed: [] },
    });
    assert.equal(await revision(), before + 1);
    const rows = await write.selectFrom('record.school').select(['urn', 'changed_at']).orderBy('urn').execute();
    assert.deepEqual(
      rows.map((row) => [row.urn, row.changed_at.getTime() === later.getTime()]),
      [
        [999501, true],
        [999502, true],
        [999503, false],
        [999504, true],
      ],
    );
    const entries = await write
      .selectFrom('kit.journal')
      .select(['who', 'thing', 'detail'])
      .where('kind', '=', 'directory')
      .orderBy('number')
      .execute();
    assert.equal(entries.length, 4);
    assert.deepEqual(entries[3]?.detail['counts'], {
      added: 1,
      changed: 2,
      closed: 1,
      reopened: 1,
      unchanged: 0,
      vanished: 0,
    });
    const short = await importSchools(write, schoolsFile(three[0] ?? {}), later);
    assert.deepEqual(short.vanished, [999502, 999504]);
    assert.equal((await publishedSchools(write, { from: 0, count: 10 })).total, 4, 'what vanished is still there');
  });
});

test('what a file has no column for stays as it was', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    await importSchools(write, schoolsFile(...three));
    const columns = [
      'URN',
      'EstablishmentName',
      'EstablishmentStatus (name)',
      'TypeOfEstablishment (name)',
      'LA (name)',
      'Town',
    ];
    const changes = await importSchools(write, bytesOf(csvOf(columns, [schoolCells({ ...three[0], Town: 'Elder' })])));
    assert.deepEqual(changes.changed, [{ key: 999501, fields: [{ field: 'town', from: 'Alderton', to: 'Elder' }] }]);
    const school = await publishedSchool(write, 999501);
    assert.deepEqual(
      [school?.phase, school?.ukprn, school?.successors],
      ['Primary', '10080446', [{ urn: 999503, name: 'Cedar Secondary School', how: null, since: null }]],
    );
  });
});

function importLinks(write: Write, bytes: Uint8Array) {
  const read = readLinksFile(bytes);
  assert.ok(read.ok, read.ok ? '' : read.problem.message);
  return applyLinks(write, read.value, later);
}

test('links come in once, and stand on the pages of both schools', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    await importSchools(write, schoolsFile(...three));
    const file = linksFile(
      ['999503', '999502', 'Predecessor - amalgamated', '01-09-2020'],
      ['999503', '999599', 'Predecessor'],
      ['999501', '999502', 'Sixth form link'],
    );
    const first = await importLinks(write, file);
    assert.deepEqual(
      [first.added, first.leftOut, first.unknownSchools],
      [['999503 999502 predecessor', '999503 999599 predecessor'], [{ kind: 'Sixth form link', rows: 1 }], [999599]],
    );
    const revision = async () =>
      (await write.selectFrom('published.revision').select('number').executeTakeFirstOrThrow()).number;
    const before = await revision();
    const again = await importLinks(write, file);
    assert.deepEqual([again.added, again.changed, again.unchanged, await revision()], [[], [], 2, before]);
    const known = { urn: 999502, name: 'Birch Lane School', how: 'amalgamated', since: '2020-09-01' };
    assert.deepEqual((await publishedSchool(write, 999503))?.predecessors, [
      { urn: 999501, name: 'Ash Lane School', how: null, since: null },
      known,
      { urn: 999599, name: null, how: null, since: null },
    ]);
    assert.deepEqual((await publishedSchool(write, 999502))?.successors, [
      { urn: 999503, name: 'Cedar Secondary School', how: 'amalgamated', since: '2020-09-01' },
    ]);
    const changed = await importLinks(write, bytesOf('URN,LinkURN,LinkType\n999503,999502,Predecessor - merged\n'));
    assert.deepEqual(
      changed.changed,
      [{ key: '999503 999502 predecessor', fields: [{ field: 'how', from: 'amalgamated', to: 'merged' }] }],
      'a file without days takes none away',
    );
    assert.deepEqual(changed.vanished, ['999503 999599 predecessor']);
    assert.equal((await publishedSchool(write, 999503))?.predecessors.length, 3, 'what vanished is still there');
  });
});

test('trusts come of the schools that name them by number; the usual name holds, and a second import says what changed', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    const of = (name: string, more: Cells = {}): Cells => ({
      'TrustSchoolFlag (name)': 'Supported by a multi-academy trust',
      'Trusts (code)': '90001',
      'Trusts (name)': name,
      ...more,
    });
    const rows = [
      { ...three[0], ...of('Alder Trust') },
      { ...three[1], ...of('ALDER TRUST') },
      { ...three[2], ...of('Alder Trust') },
      {
        URN: '999504',
        ...of('Birch Learning', {
          'Trusts (code)': '90002',
          'TrustSchoolFlag (name)': 'Supported by a single-academy trust',
        }),
      },
    ];
    assert.deepEqual((await importSchools(write, schoolsFile(...rows))).trusts, {
      added: ['90001', '90002'],
      changed: [],
    });
    assert.deepEqual(
      await publishedTrust(write, '90001'),
      { code: '90001', name: 'Alder Trust', kind: 'multi-academy trust', schools: 2 },
      'one of three is closed',
    );
    assert.deepEqual((await importSchools(write, schoolsFile(...rows))).trusts, { added: [], changed: [] });
    const { total, schools } = await schoolsOfTrust(write, '90001', 0, 50);
    assert.deepEqual(
      [total, schools.map(({ la_name, urn }) => `${la_name} ${urn}`)],
      [3, ['East Northshire 999501', 'East Northshire 999502', 'Nowhere 999503']],
    );
    const found = async (q: string) => {
      const answer = await publishedTrusts(write, { q, from: 0, count: 10 });
      return [answer.trusts.map(({ code }) => code), answer.near];
    };
    assert.deepEqual(await found(''), [['90001', '90002'], false]);
    assert.deepEqual(await found('birch'), [['90002'], false]);
    assert.deepEqual(await found('90001'), [['90001'], false]);
    assert.deepEqual(await found('brich lerning'), [['90002'], true]);
    assert.deepEqual(await found('xyzzyplugh'), [[], false]);
    for (const odd of ['%', "o'", '\\', '( )']) await found(odd);
    const renamed = await importSchools(
      write,
      schoolsFile({ URN: '999504', ...of('Birch Trust', { 'Trusts (code)': '90002', 'TrustSchoolFlag (name)': '' }) }),
    );
    assert.deepEqual(
      renamed.trusts.changed,
      [{ key: '90002', fields: [{ field: 'name', from: 'Birch Learning', to: 'Birch Trust' }] }],
      'a file that does not say the kind takes none away',
    );
    assert.deepEqual(
      [(await publishedSchool(write, 999501))?.trust_code, (await publishedSchool(write, 999504))?.trust],
      ['90001', 'Birch Trust'],
    );
    // A download without numbers: who stays in the trust keeps the number, who went to another one has none.
    const columns = [
      'URN',
      'EstablishmentName',
      'EstablishmentStatus (name)',
      'TypeOfEstablishment (name)',
      'LA (name)',
      'Trusts (name)',
    ];
    await importSchools(
      write,
      bytesOf(
        csvOf(columns, [
          schoolCells({ ...three[0], 'Trusts (name)': 'Alder Trust' }),
          schoolCells({ ...three[2], 'Trusts (name)': 'Cedar Trust' }),
        ]),
      ),
    );
    assert.deepEqual(
      [(await publishedSchool(write, 999501))?.trust_code, (await publishedSchool(write, 999503))?.trust_code],
      ['90001', null],
    );
  });
});

test('no name of a head teacher or proprietor, no telephone and no full postcode is in the database', async () => {
  await rolledBack(async (write) => {
    await importSchools(write, schoolsFile(...three));
    for (const table of ['record.school', 'published.school', 'kit.journal']) {
      const { rows } = await sql<{ line: string }>`select to_json(t)::text as line from ${sql.table(table)} t`.execute(
        write,
      );
      for (const { line } of rows)
        for (const name of ['Zebedee', 'Quillfeather', 'Thistlewood', '01632960001', '2AB'])
          assert.ok(!line.includes(name), `${name} in ${table}`);
    }
  });
});

test('an import is all or nothing, and through the work gate only an administrator’s', async () => {
  await rolledBack(async (write, { gates }) => {
    const organisation = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id: organisation, slug: organisation, name: 'Northmoor' })
      .execute();
    const account = (role: 'administrator' | 'clerk') =>
      openAccount(write, { email: `${role}@northmoor.example`, name: role, persona: null, organisation, role }, now);
    const standing = { account: await account('administrator'), organisation, boards: '*' } as const;
    const clerk = { ...standing, account: await account('clerk') };
    const read = readSchools(schoolsFile(...three));
    assert.ok(read.ok);
    const { value } = read;
    await assert.rejects(
      gates.work.write(clerk, (inside) => applySchools(inside, value, now, clerk.account)),
      { code: '42501' },
    );
    const failing = gates.work.write(standing, async (inside) => {
      await applySchools(inside, value, now, standing.account);
      throw new Error('the power failed');
    });
    await assert.rejects(failing, /power/);
    assert.equal((await write.selectFrom('record.school').select('urn').execute()).length, 0);
    await gates.work.write(standing, (inside) => applySchools(inside, value, now, standing.account));
    const seen = await reading(gates.public, nobody, (inside) => publishedSchools(inside, { from: 0, count: 10 }));
    assert.equal(seen.total, 3);
    await assert.rejects(
      reading(gates.public, nobody, (inside) => inside.selectFrom('record.school').select('urn').execute()),
      { code: '42501' },
    );
  });
});

test('an authority knows what came before and after it, what it is part of, and its schools', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    await importSchools(write, schoolsFile(...three));
    const county = await publishedAuthority(write, 'E99000001');
    assert.deepEqual(
      county?.successors.map(({ name }) => name),
      ['East Northshire', 'West Northshire'],
    );
    const east = await publishedAuthority(write, 'E99000002');
    assert.deepEqual(
      [east?.predecessors.map(({ name }) => name), east?.parts.map(({ code }) => code), east?.schools],
      [['Northshire'], ['ALD'], 2],
    );
    assert.deepEqual(
      (await publishedAuthority(write, 'ALD'))?.partOf.map(({ name }) => name),
      ['East Northshire'],
    );
    assert.equal(await publishedAuthority(write, 'E00000000'), undefined);
    assert.deepEqual(
      (await publishedAuthorities(write, { region: 'North East', kind: 'Unitary authority' })).length,
      4,
    );
    assert.deepEqual((await publishedAuthorities(write, { region: 'London' })).length, 0);
    assert.deepEqual(await authorityChoices(write), { regions: ['North East'], kinds: ['Unitary authority'] });
    // The school's own code is X999999: its authority's name is known.
    assert.equal((await publishedSchool(write, 999502))?.authority, 'E99000002');
    // The successor does not name the school itself, and knows it all the same.
    assert.deepEqual((await publishedSchool(write, 999503))?.predecessors, [
      { urn: 999501, name: 'Ash Lane School', how: null, since: null },
    ]);
  });
});

test('a second register of authorities says what ended', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    const changes = await importAuthorities(
      write,
      authoritiesFile(
        ...northshire.slice(0, 1),
        { ...northshire[1], 'end-date': '2028-04-01' },
        ...northshire.slice(2, 3),
      ),
    );
    assert.deepEqual(changes.changed, [
      { key: 'E99000002', fields: [{ field: 'ends', from: null, to: '2028-04-01' }] },
    ]);
    assert.deepEqual([changes.closed, changes.unchanged, changes.vanished], [['E99000002'], 2, ['ALD']]);
  });
});

test('a printed name means an authority only through a known spelling', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(
      write,
      authoritiesFile(...northshire, {
        'local-authority-code': 'OLD',
        'official-name': 'West Northshire Borough Council',
        'nice-name': 'West Northshire',
        'gss-code': 'E99000009',
        'end-date': '1998-04-01',
      }),
      bytesOf('la-name,local-authority-code\n"Northshire (East)",ENS\n'),
    );
    const named = async (name: string) => (await authorityByName(write, name))?.code ?? null;
    for (const name of ['East Northshire', 'EAST NORTHSHIRE COUNCIL', 'Northshire (East)', 'northshire east'])
      assert.equal(await named(name), 'E99000002', name);
    assert.equal(await named('West Northshire'), 'E99000003', 'the one that lasts');
    assert.equal(await named('West Northshire Borough Council'), 'E99000009', 'said in full, the old one is meant');
    for (const name of ['East Northshir', 'Northshire East Coast', '', '  ', 'Council'])
      assert.equal(await named(name), null, name);
  });
});

test('schools are found by name, by town and by number, and with a slip', async () => {
  await rolledBack(async (write) => {
    await importAuthorities(write, authoritiesFile(...northshire));
    await importSchools(write, schoolsFile(...three));
    const found = async (q: string, more: { authority?: string; phase?: string } = {}) => {
      const answer = await publishedSchools(write, { q, ...more, from: 0, count: 10 });
      return [answer.schools.map(({ urn }) => urn), answer.near] as const;
    };
    assert.deepEqual(await found('ASH-lane'), [[999501], false]);
    assert.deepEqual(await found('cedar'), [[999503], false]);
    assert.deepEqual(await found('lane school'), [[999501, 999502], false], 'the open one first');
    assert.deepEqual(await found('cedar secondry'), [[999503], true]);
    assert.deepEqual((await found('alderton'))[0].length, 3);
    assert.deepEqual(await found('999502'), [[999502], false]);
    assert.deepEqual(await found('ceder secondry'), [[999503], true], 'too far off for each word, near as a whole');
    assert.deepEqual(await found('xyzzyplugh'), [[], false]);
    assert.deepEqual(await found('school', { phase: 'Secondary' }), [[999503], false]);
    assert.deepEqual(await found('', { authority: 'E99000002' }), [[999501, 999502], false]);
    const beyond = await publishedSchools(write, { q: 'school', from: 50, count: 10 });
    assert.deepEqual([beyond.total, beyond.schools, beyond.near], [3, [], false]);
    for (const odd of ['%', '_', "o'", '\\', '"', "'; drop", '( )']) await found(odd);
  });
});

test('views say what is so and leave out what is not known', async () => {
  await rolledBack(async (write) => {
    await importSchools(write, schoolsFile(...three));
    const school = await publishedSchool(write, 999502);
    assert.ok(school);
    const page = html(
      <SchoolView
        {...school}
        authority={{ text: school.la_name, href: null }}
        predecessors={[]}
        trust={null}
        successors={[{ text: 'URN 999599', href: null, how: 'amalgamated', since: '2020-09-01' }]}
      />,
    );
    assert.match(page, /Closed/);
    assert.match(page, /31 August 2020/);
    assert.match(page, /4 to 11/);
    assert.match(page, /Closed; continued as/);
    assert.match(page, /URN 999599 \(amalgamated, from 1 September 2020\)/);
    assert.doesNotMatch(page, /Trust|Successor of/);
  });
  const page = html(
    <AuthoritiesView
      action="/authorities"
      region=""
      kind=""
      regions={['London']}
      kinds={['County']}
      total={1}
      pages={null}
      authorities={[
        {
          href: '/authorities/E99000001',
          code: 'E99000001',
          name: 'Northshire',
          kind: 'County',
          region: null,
          nation: 'England',
          state: 'former',
          schools: 3,
        },
      ]}
    />,
  );
  assert.match(page, /<a href="\/authorities\/E99000001">Northshire<\/a> \(former\)/);
});

const real = {
  authorities: sharedFile('data/lookups/uk_local_authorities_future.csv'),
  names: sharedFile('data/lookups/lookup_name_to_registry.csv'),
  schools: sharedFile('data/gias/gias_surrey_hampshire_2022-04-20.csv'),
};
const skip = Object.values(real).includes(null) ? 'the real files are not beside the repository' : false;

test('the real registers come in, twice, and every school has its authority', { skip, timeout: 120_000 }, async () => {
  await rolledBack(async (write) => {
    const bytes = (path: string | null) => readFileSync(path ?? '');
    const authorities = await importAuthorities(write, bytes(real.authorities), bytes(real.names));
    assert.equal(authorities.added.length, 470);
    assert.equal((await importAuthorities(write, bytes(real.authorities), bytes(real.names))).unchanged, 470);
    const london = await publishedAuthorities(write, { region: 'London' });
    assert.equal(london.filter(({ kind }) => ['London borough', 'City corporation'].includes(kind)).length, 33);
    for (const [name, code] of [
      ['Cheshire West and Chester Council', 'E06000050'],
      ['Bristol, City of', 'E06000023'],
      ['Lincolnshire County Council', 'E10000019'],
      ['Cumbria', 'E10000006'],
    ] as const)
      assert.equal((await authorityByName(write, name))?.code, code, name);
    assert.deepEqual(
      (await publishedAuthority(write, 'E10000006'))?.successors.map(({ name }) => name),
      ['Cumberland', 'Westmorland and Furness'],
    );
    const schools = await importSchools(write, bytes(real.schools));
    assert.deepEqual([schools.added.length, schools.withoutAuthority], [1096, []]);
    assert.equal((await importSchools(write, bytes(real.schools))).unchanged, 1096);
    assert.equal(
      (await publishedSchools(write, { q: 'alton infnat', from: 0, count: 5 })).schools[0]?.name,
      'Alton Infant School',
    );
  });
});
