import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedFile } from '#test/shared.js';
import { readAuthorities } from './authorities.js';
import { readLinksFile } from './school-links.js';
import {
  authoritiesFile,
  bytesOf,
  csvOf,
  linkColumns,
  linksFile,
  northshire,
  schoolCells,
  schoolColumns,
  schoolsFile,
} from './fixtures.js';
import { readSchools } from './schools.js';
import type { FileProblem, SchoolsReading } from './words.js';

function schoolsOf(bytes: Uint8Array): SchoolsReading {
  const read = readSchools(bytes);
  assert.ok(read.ok, read.ok ? '' : read.problem.message);
  return read.value;
}

function problemOf(bytes: Uint8Array): FileProblem {
  const read = readSchools(bytes);
  assert.ok(!read.ok, 'the file should have been refused');
  return read.problem;
}

test('a school is read with what is needed', () => {
  const { schools, silent } = schoolsOf(schoolsFile({}));
  assert.deepEqual(silent, []);
  assert.deepEqual(schools, [
    {
      gss: 'E99000001',
      trustKind: null,
      school: {
        urn: 999501,
        name: 'Ash Lane School',
        status: 'open',
        phase: 'Primary',
        kind: 'Community school',
        la_code: '850',
        la_name: 'Northshire',
        laestab: '850/2000',
        ukprn: '10080446',
        opens: '1970-09-01',
        closes: null,
        low_age: 4,
        high_age: 11,
        trust: null,
        trust_code: null,
        town: 'Alderton',
        postcode_area: 'NS1',
        predecessors: [],
        successors: [],
      },
    },
  ]);
});

test('nobody’s name, telephone or full postcode is ever in a reading', () => {
  const said = JSON.stringify(schoolsOf(schoolsFile({})));
  for (const name of ['Zebedee', 'Quillfeather', 'Thistlewood', '01632960001', '2AB', 'Mx'])
    assert.ok(!said.includes(name), name);
});

test('columns are found by name wherever they stand, and a column that is not there is silent', () => {
  const turned = bytesOf(csvOf([...schoolColumns].reverse(), [schoolCells()]));
  assert.deepEqual(schoolsOf(turned), schoolsOf(schoolsFile({})));
  const fewer = schoolsOf(
    bytesOf(
      csvOf(
        [
          'A new column',
          ' urn ',
          'EstablishmentName',
          'EstablishmentStatus  (name)',
          'TypeOfEstablishment (name)',
          'LA (name)',
        ],
        [{ ...schoolCells(), ' urn ': '999501', 'EstablishmentStatus  (name)': 'Closed' }],
      ),
    ),
  );
  assert.equal(fewer.schools[0]?.school.status, 'closed');
  assert.deepEqual(fewer.silent.toSorted(), [
    'closes',
    'high_age',
    'la_code',
    'laestab',
    'low_age',
    'opens',
    'phase',
    'postcode_area',
    'predecessors',
    'successors',
    'town',
    'trust',
    'trust_code',
    'ukprn',
  ]);
});

test('UTF-8 with and without a mark, windows-1252 and UTF-16 say the same', () => {
  const text = csvOf(schoolColumns, [schoolCells({ EstablishmentName: 'St Wystan’s École' })]);
  const western = Uint8Array.from([...text].map((letter) => (letter === '’' ? 0x92 : (letter.codePointAt(0) ?? 0))));
  const wide = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), western, wide])
    assert.equal(schoolsOf(bytes).schools[0]?.school.name, 'St Wystan’s École');
});

test('whatever a cell holds, however lines end and whatever stands between cells, the row is the same', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'É', '’', '"', ',', ';', '\n', '\r\n', ' ', '\t', '日') })
    .filter((name) => name.trim() !== '');
  fc.assert(
    fc.property(cell, cell, fc.constantFrom('\n', '\r\n'), (name, town, end) => {
      const { schools } = schoolsOf(
        bytesOf(
          csvOf(
            schoolColumns,
            [schoolCells({ EstablishmentName: name, Town: town }), schoolCells({ URN: '999502' })],
            end,
          ),
        ),
      );
      assert.deepEqual(
        schools.map(({ school }) => school.urn),
        [999501, 999502],
      );
      assert.equal(schools[0]?.school.name, name.trim().replace(/\s+/g, ' '));
      assert.equal(schools[0]?.school.town, town.trim().replace(/\s+/g, ' '));
    }),
    { numRuns: 200 },
  );
  const spread = csvOf(schoolColumns, [schoolCells()]).replaceAll('","', '";"');
  assert.equal(schoolsOf(bytesOf(spread)).schools.length, 1);
  // Lines that end in several ways, and empty lines, as after a file was put together.
  assert.equal(
    schoolsOf(
      bytesOf(
        `${csvOf(schoolColumns, [schoolCells()])}\n\n${csvOf(schoolColumns, [schoolCells({ URN: '999502' })], '\n').split('\n')[1]}\n`,
      ),
    ).schools.length,
    2,
  );
});

test('each broken cell is named with its line, its column and the rule', () => {
  const found = problemOf(
    schoolsFile(
      { EstablishmentName: 'Two\nlines' },
      { URN: '99950X' },
      { URN: '999503', OpenDate: '31-02-2014' },
      { URN: '999504', 'EstablishmentStatus (name)': 'Ajar' },
      { URN: '999505', StatutoryLowAge: 'four' },
      { URN: '999506', EstablishmentName: '' },
      { URN: '999501' },
    ),
  );
  assert.equal(found.code, 'broken rows');
  assert.equal(found.broken, 6);
  assert.deepEqual(
    found.rows.map(({ line, column, found: cell }) => [line, column, cell]),
    [
      [4, 'URN', '99950X'],
      [5, 'OpenDate', '31-02-2014'],
      [6, 'EstablishmentStatus (name)', 'Ajar'],
      [7, 'StatutoryLowAge', 'four'],
      [8, 'EstablishmentName', ''],
      [9, 'URN', '999501'],
    ],
  );
  assert.match(
    found.message,
    /^Line 4, column “URN” \(99950X\): a URN is a number of five to seven digits\. 6 rows are broken\. Nothing was saved\. Put them right/,
  );
  assert.match(found.rows[5]?.rule ?? '', /in line 2 already/);
});

test('a row with more cells than the head has names is not believed', () => {
  const found = problemOf(bytesOf(`${csvOf(schoolColumns, [schoolCells()])}"999502","x"\r\n`));
  assert.deepEqual(found.rows, [
    { line: 3, column: null, found: '2 cells', rule: 'each row has as many cells as the first row has names: 25' },
  ]);
});

test('several links stand in cells of their own after the last column, and nothing else may', () => {
  const text = csvOf(schoolColumns, [schoolCells({ 'Linked establishments': '999601 Predecessor' })]).trimEnd();
  assert.deepEqual(
    schoolsOf(bytesOf(`${text},"999602 Predecessor - amalgamated","999603 Successor"\r\n`)).schools[0]?.school
      .predecessors,
    [999601, 999602],
  );
  assert.equal(problemOf(bytesOf(`${text},"more"\r\n`)).broken, 1);
});

test('a quotation mark that is never closed is said to be that', () => {
  const text = csvOf(schoolColumns, [schoolCells(), schoolCells({ URN: '999502' })]);
  const found = problemOf(bytesOf(text.slice(0, -3)));
  assert.match(found.rows[0]?.rule ?? '', /closed again/);
});

test('what is no register says what it is and what is wanted', () => {
  const cases: readonly (readonly [bytes: Uint8Array, code: FileProblem['code'], message: RegExp])[] = [
    [new Uint8Array(), 'no rows', /empty/],
    [Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'not a table', /Excel workbook or a zip/],
    [bytesOf('%PDF-1.7'), 'not a table', /a PDF/],
    [Uint8Array.from([1, 0, 2, 0]), 'not a table', /no text/],
    [bytesOf('<!doctype html><title>Sign in</title>'), 'not a table', /web page/],
    [bytesOf('{"a": 1}'), 'not a table', /JSON/],
    [bytesOf('la-name,local-authority-code\nA,B\n'), 'columns missing', /does not name “URN”, “EstablishmentName”/],
    [bytesOf(csvOf([...schoolColumns, 'URN'], [schoolCells()])), 'columns twice', /“URN”/],
    [bytesOf(csvOf(schoolColumns, [])), 'no rows', /names of columns and no rows/],
  ];
  for (const [bytes, code, message] of cases) {
    const found = problemOf(bytes);
    assert.equal(found.code, code);
    assert.match(found.message, message);
    assert.match(found.message, /register of schools/);
  }
});

test('two thousand files damaged by chance are read or refused with a reason, never worse', () => {
  const base = csvOf(schoolColumns, [
    schoolCells({ EstablishmentName: 'A "quoted", École' }),
    schoolCells({ URN: '999502', Town: 'Two\nlines' }),
    schoolCells({ URN: '999503' }),
  ]);
  const whole = bytesOf(base);
  const damage = fc.record({
    at: fc.nat(whole.length),
    cut: fc.nat(40),
    put: fc.uint8Array({ maxLength: 12 }),
    mark: fc.constantFrom('', '"', ',', '\r', '\n', '\0', '\uFEFF'),
  });
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const bytes = damages.reduce(
        (now, { at, cut, put, mark }) =>
          Buffer.concat([now.subarray(0, at), put, Buffer.from(mark), now.subarray(at + cut)]),
        Buffer.from(whole),
      );
      const read = readSchools(bytes);
      if (!read.ok) {
        refusals += 1;
        assert.ok(read.problem.message.length > 40);
        assert.equal(read.problem.code === 'broken rows', read.problem.rows.length > 0);
        return;
      }
      for (const { school } of read.value.schools) {
        assert.ok(school.urn > 9999 && school.name !== '' && school.la_name !== '' && school.kind !== '');
        assert.doesNotMatch(JSON.stringify(school), /\\u0000/);
      }
    }),
    { numRuns: 2000 },
  );
  assert.ok(refusals > 200 && refusals < 2000, String(refusals));
});

test('authorities are read with those before and after them', () => {
  const read = readAuthorities(
    authoritiesFile(...northshire),
    bytesOf('la-name,local-authority-code\n"Northshire, County of",NSH\n'),
  );
  assert.ok(read.ok);
  const [county, east, west, alderton] = read.value.authorities;
  assert.deepEqual(
    [county?.code, county?.ends, county?.replaced_by],
    ['E99000001', '2023-04-01', ['E99000002', 'E99000003']],
  );
  assert.deepEqual(county?.spellings, [
    'northshire',
    'northshire council',
    'northshire county council',
    'northshire county of',
  ]);
  assert.deepEqual([east?.starts, east?.region, west?.part_of], ['2023-04-01', 'North East', []]);
  assert.deepEqual([alderton?.code, alderton?.part_of], ['ALD', ['E99000002']]);
  assert.deepEqual(read.value.unknownCodes, ['XXX']);
  const twice = readAuthorities(authoritiesFile(northshire[0] ?? {}, { ...northshire[1], 'gss-code': 'E99000001' }));
  assert.ok(!twice.ok && /line 2 already/.test(twice.problem.message));
});

test('a trust is read with its number and its kind; a number that is none is named, and a number without a name is no trust', () => {
  const [one] = schoolsOf(
    schoolsFile({
      'TrustSchoolFlag (name)': 'Supported by a multi-academy trust',
      'Trusts (code)': '2044',
      'Trusts (name)': 'ALDER TRUST',
    }),
  ).schools;
  assert.deepEqual(
    [one?.school.trust, one?.school.trust_code, one?.trustKind],
    ['ALDER TRUST', '2044', 'multi-academy trust'],
  );
  assert.equal(schoolsOf(schoolsFile({ 'Trusts (code)': '0' })).schools[0]?.school.trust_code, null);
  assert.match(
    problemOf(schoolsFile({ 'Trusts (code)': 'MAT', 'Trusts (name)': 'Alder' })).message,
    /^Line 2, column “Trusts \(code\)” \(MAT\): a trust’s number/,
  );
});

test('links are read with their kind and day; what is no succession is counted and left out', () => {
  const read = readLinksFile(
    linksFile(
      ['999503', '999501', 'Predecessor - amalgamated', '01-09-2015'],
      ['999501', '999503', 'Successor'],
      ['999501', '999503', 'Successor - Merged', '2015-09-01'],
      ['999501', '999504', 'Sixth Form Centre Link'],
      ['999501', '999501', 'Successor'],
    ),
  );
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    links: [
      { urn: 999503, linked: 999501, relation: 'predecessor', how: 'amalgamated', since: '2015-09-01' },
      { urn: 999501, linked: 999503, relation: 'successor', how: 'merged', since: '2015-09-01' },
    ],
    tellsDays: true,
    leftOut: [
      { kind: 'Sixth Form Centre Link', rows: 1 },
      { kind: 'linked to itself', rows: 1 },
    ],
  });
  const bad = readLinksFile(
    linksFile(['99950X', '999501', 'Successor'], ['999501', '', 'Successor', '31-02-2015'], ['999501', '999502', '']),
  );
  assert.ok(!bad.ok);
  assert.deepEqual(
    bad.problem.rows.map(({ line, column }) => `${line} ${column}`),
    ['2 URN', '3 LinkURN', '3 LinkEstablishedDate', '4 LinkType'],
  );
  assert.match(bad.problem.message, /Nothing was saved/);
  const other = readLinksFile(bytesOf('URN,Name\n999501,A\n'));
  assert.ok(
    !other.ok &&
      other.problem.code === 'columns missing' &&
      /“LinkURN”, “LinkType”/.test(other.problem.message) &&
      /links_edubasealldata/.test(other.problem.message),
  );
});

test('links say the same in whatever order columns stand, in windows-1252, and twice over', () => {
  const row = {
    URN: '999503',
    LinkURN: '999501',
    LinkType: 'Predecessor – amalgamated',
    LinkEstablishedDate: '01/09/2015',
    New: 'É',
  };
  const text = csvOf(
    ['New', 'LinkEstablishedDate', ' linktype', 'LinkURN', 'URN'],
    [{ ...row, ' linktype': row.LinkType }],
  );
  const western = Uint8Array.from([...text].map((letter) => (letter === '–' ? 0x96 : (letter.codePointAt(0) ?? 0))));
  for (const bytes of [bytesOf(text), western]) {
    const read = readLinksFile(bytes);
    assert.ok(read.ok);
    assert.deepEqual(read.value.links, [
      { urn: 999503, linked: 999501, relation: 'predecessor', how: 'amalgamated', since: '2015-09-01' },
    ]);
  }
  const urn = fc.integer({ min: 10_000, max: 9_999_999 });
  const type = fc.constantFrom(
    'Predecessor',
    'Successor',
    'Successor - Split School',
    'Result of Amalgamation',
    'Other',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(urn, urn, type), { minLength: 1, maxLength: 12 }), (rows) => {
      const of = (list: typeof rows) => {
        const read = readLinksFile(
          linksFile(...list.map(([one, other, kind]) => [String(one), String(other), kind] as const)),
        );
        assert.ok(read.ok);
        return read.value;
      };
      const once = of(rows);
      assert.deepEqual(of([...rows, ...rows]).links, once.links, 'a row that stands twice is one link');
      const taken = rows.filter(([one, other, kind]) => one !== other && /^(Pre|Suc)/.test(kind)).length;
      assert.equal(
        taken + once.leftOut.reduce((sum, { rows: count }) => sum + count, 0),
        rows.length,
        'every row is taken or counted',
      );
    }),
    { numRuns: 200 },
  );
  assert.deepEqual(linkColumns.length, 5);
});

test('two thousand damaged files of links are read or refused with a reason, never worse', () => {
  const whole = linksFile(
    ['999503', '999501', 'Predecessor - amalgamated', '01-09-2015'],
    ['999501', '999503', 'Successor'],
    ['999504', '999501', 'Other'],
  );
  const damage = fc.record({
    at: fc.nat(whole.length),
    cut: fc.nat(30),
    put: fc.uint8Array({ maxLength: 10 }),
    mark: fc.constantFrom('', '"', ',', '\r', '\n', '\0'),
  });
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const bytes = damages.reduce(
        (now, { at, cut, put, mark }) =>
          Buffer.concat([now.subarray(0, at), put, Buffer.from(mark), now.subarray(at + cut)]),
        Buffer.from(whole),
      );
      const read = readLinksFile(bytes);
      if (!read.ok) {
        refusals += 1;
        assert.ok(read.problem.message.length > 40);
        return;
      }
      for (const link of read.value.links) assert.ok(link.urn > 9999 && link.linked > 9999 && link.urn !== link.linked);
    }),
    { numRuns: 2000 },
  );
  assert.ok(refusals > 200 && refusals < 2000, String(refusals));
});

const real = {
  counties: sharedFile('data/gias/gias_surrey_hampshire_2022-04-20.csv'),
  mixed: sharedFile('data/gias/gias_edubasealldata_sample_teaching-vacancies.csv'),
  newer: sharedFile('data/gias/gias_edubase_sample_schools-experience.csv'),
};
const without = (path: string | null) => (path === null ? 'the real file is not beside the repository' : false);

test(
  'the register of two counties, 111 columns, is read whole and without a head teacher',
  { skip: without(real.counties) },
  () => {
    const bytes = readFileSync(real.counties ?? '');
    const { schools } = schoolsOf(bytes);
    assert.equal(schools.length, 1096);
    assert.equal(schools.filter(({ school }) => school.status === 'closed').length, 368);
    const alton = schools[0];
    assert.deepEqual(
      [alton?.school.urn, alton?.school.laestab, alton?.school.postcode_area, alton?.gss],
      [115850, '850/2000', 'GU34', 'E10000014'],
    );
    assert.ok(!JSON.stringify(alton).includes('Mead'));
    assert.ok(schools.filter(({ school }) => school.successors.length > 0).length > 200);
    // This download names trusts and has no number for them.
    assert.deepEqual(
      [
        schools.filter(({ school }) => school.trust !== null).length > 150,
        schools.filter(({ school }) => school.trust_code !== null).length,
      ],
      [true, 0],
    );
    assert.equal(schools.filter(({ trustKind }) => trustKind === 'multi-academy trust').length, 159);
  },
);

test('a download of 133 columns is read', { skip: without(real.newer) }, () => {
  assert.deepEqual(
    schoolsOf(readFileSync(real.newer ?? ''))
      .schools.map(({ school }) => school.la_name)
      .toSorted(),
    ['Greenwich', 'Islington', 'Kensington and Chelsea', 'Kensington and Chelsea'],
  );
});

test(
  'a file of 120 columns into which rows of 135 were pasted is refused by line; without them it is read',
  { skip: without(real.mixed) },
  () => {
    const bytes = readFileSync(real.mixed ?? '');
    const found = problemOf(bytes);
    assert.equal(found.broken, 10);
    assert.match(
      found.message,
      /^Line \d+ \(135 cells\): each row has as many cells as the first row has names: 120\./,
    );
    const first = found.rows[0]?.line ?? 0;
    const own = bytes
      .toString('utf8')
      .split(/(?<=\n)/)
      .slice(0, first - 1)
      .join('');
    assert.equal(schoolsOf(bytesOf(own)).schools.length, 9);
  },
);
