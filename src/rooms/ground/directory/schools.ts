/** Reading the register of schools (Get Information About Schools, "edubasealldata" and extracts of it). */
import { ok, refused, type Result } from '#base/result.js';
import { type Columns, readTable, registerLimits, type Row } from './register-table.js';
import { postcodeArea, readDay, readLinks, readPhase, readStatus, trustKind } from './rules.js';
import type { FileProblem, ReadSchool, School, SchoolsReading } from './words.js';

/**
 * All that is taken. The register has 50 to 80 further columns, among them the names of head teachers and proprietors:
 * people whose names nobody needs here, and what is not read cannot leak.
 */
const columns = {
  source:
    'the register of schools as CSV, from get-information-schools.service.gov.uk (“All establishment data”, or an extract of it)',
  limits: registerLimits,
  required: {
    urn: 'URN',
    name: 'EstablishmentName',
    status: 'EstablishmentStatus (name)',
    kind: 'TypeOfEstablishment (name)',
    la: 'LA (name)',
  },
  optional: {
    laCode: 'LA (code)',
    number: 'EstablishmentNumber',
    phase: 'PhaseOfEducation (name)',
    opens: 'OpenDate',
    closes: 'CloseDate',
    lowAge: 'StatutoryLowAge',
    highAge: 'StatutoryHighAge',
    ukprn: 'UKPRN',
    trust: 'Trusts (name)',
    trustCode: 'Trusts (code)',
    trustFlag: 'TrustSchoolFlag (name)',
    town: 'Town',
    postcode: 'Postcode',
    gss: 'GSSLACode (name)',
    links: 'Linked establishments',
  },
  // A school with three links has three cells here, and the head names one.
  spilling: { key: 'links' as const, form: /^\s*\d{5,7} \p{L}/u },
} satisfies Columns<string>;

type Key = keyof typeof columns.required | keyof typeof columns.optional;

/** Which fields a file without the column says nothing about. */
const fieldsOf: Readonly<Partial<Record<Key, readonly (keyof School)[]>>> = {
  laCode: ['la_code', 'laestab'],
  number: ['laestab'],
  phase: ['phase'],
  opens: ['opens'],
  closes: ['closes'],
  lowAge: ['low_age'],
  highAge: ['high_age'],
  ukprn: ['ukprn'],
  trust: ['trust'],
  trustCode: ['trust_code'],
  town: ['town'],
  postcode: ['postcode_area'],
  links: ['predecessors', 'successors'],
};

/** Reads a file of the register of schools; people's names in it are passed over. */
export function readSchools(bytes: Uint8Array): Result<SchoolsReading, FileProblem> {
  const lineOf = new Map<number, number>();
  const read = readTable<Key, ReadSchool>(bytes, columns, (row) => {
    const made = schoolOf(row);
    if (made === null) return null;
    const before = lineOf.get(made.school.urn);
    if (before !== undefined)
      row.refuse('urn', `each URN stands in one row only, and this one was in line ${before} already`);
    lineOf.set(made.school.urn, row.line);
    return made;
  });
  if (!read.ok) return refused(read.problem);
  const silent = Object.entries(fieldsOf).flatMap(([key, fields]) => (read.value.has.has(key) ? [] : fields));
  return ok({ schools: read.value.rows, silent: [...new Set(silent)] });
}

function schoolOf(row: Row<Key>): ReadSchool | null {
  const urn = row.cell('urn');
  if (!/^[1-9]\d{4,6}$/.test(urn)) {
    row.refuse('urn', 'a URN is a number of five to seven digits');
    return null;
  }
  for (const key of ['name', 'kind', 'la'] as const)
    if (row.cell(key) === '') row.refuse(key, 'this cell is never empty');
  const status = readStatus(row.cell('status'));
  if (status === null)
    row.refuse('status', 'the state is Open, Closed, “Open, but proposed to close” or “Proposed to open”');
  const laCode = digits(row, 'laCode', /^\d{3}$/, 'an authority’s number has three digits');
  const number = digits(row, 'number', /^\d{1,4}$/, 'an establishment’s number has up to four digits');
  const ukprn = digits(row, 'ukprn', /^\d{8}$/, 'a UKPRN has eight digits');
  const school: School = {
    urn: Number(urn),
    name: oneLine(row.cell('name')),
    status: status ?? 'open',
    phase: readPhase(oneLine(row.cell('phase'))),
    kind: oneLine(row.cell('kind')),
    la_code: laCode,
    la_name: oneLine(row.cell('la')),
    laestab: laCode !== null && number !== null ? `${laCode}/${number.padStart(4, '0')}` : null,
    ukprn,
    opens: day(row, 'opens'),
    closes: day(row, 'closes'),
    low_age: age(row, 'lowAge'),
    high_age: age(row, 'highAge'),
    trust: oneLine(row.cell('trust')) || null,
    // A number without a name is none that could be shown.
    trust_code:
      row.cell('trust') === '' ? null : digits(row, 'trustCode', /^\d{1,9}$/, 'a trust’s number has up to nine digits'),
    town: oneLine(row.cell('town')) || null,
    postcode_area: postcodeArea(row.cell('postcode')),
    ...readLinks(row.cell('links')),
  };
  return {
    school,
    gss: /^[EWSN]\d{8}$/.test(row.cell('gss')) ? row.cell('gss') : null,
    trustKind: trustKind(row.cell('trustFlag')),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function digits(row: Row<Key>, key: Key, form: RegExp, rule: string): string | null {
  const found = row.cell(key);
  if (found === '') return null;
  if (!form.test(found)) row.refuse(key, rule);
  return found;
}

function day(row: Row<Key>, key: Key): string | null {
  const found = row.cell(key);
  if (found === '') return null;
  const read = readDay(found);
  if (read === null) row.refuse(key, 'a date is a day that exists, written day-month-year such as 01-09-2014');
  return read;
}

function age(row: Row<Key>, key: Key): number | null {
  const found = row.cell(key);
  if (found === '') return null;
  if (!/^\d{1,2}$/.test(found)) row.refuse(key, 'an age is a whole number of years below 100');
  return Number(found);
}
