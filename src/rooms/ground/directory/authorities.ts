/**
 * Reading the register of authorities (mySociety's "uk_local_authorities" with GSS codes and successors) and, beside
 * it, the known spellings of their names.
 */
import { ok, refused, type Result } from '#base/result.js';
import { type Columns, readTable, registerLimits, type Row } from './register-table.js';
import { readDay, spelling } from './rules.js';
import type { AuthoritiesReading, Authority, FileProblem } from './words.js';

const columns = {
  source:
    'a table of authorities as CSV with their GSS codes (uk_local_authorities_future.csv of mySociety’s “UK local authority names and codes”)',
  limits: registerLimits,
  required: {
    register: 'local-authority-code',
    official: 'official-name',
    name: 'nice-name',
    gss: 'gss-code',
    kind: 'local-authority-type-name',
    nation: 'nation',
  },
  optional: {
    region: 'region',
    starts: 'start-date',
    ends: 'end-date',
    county: 'county-la',
    combined: 'combined-authority',
    replacedBy: 'replaced-by',
  },
} satisfies Columns<string>;

type Key = keyof typeof columns.required | keyof typeof columns.optional;

const nameColumns = {
  source: 'a table of spellings as CSV (lookup_name_to_registry.csv of the same collection)',
  limits: registerLimits,
  required: { name: 'la-name', register: 'local-authority-code' },
  optional: {},
} satisfies Columns<string>;

interface Draft extends Omit<Authority, 'part_of' | 'replaced_by' | 'spellings'> {
  readonly partOf: readonly string[];
  readonly replacedBy: readonly string[];
}

/** Reads a file of authorities, and a file of further spellings of their names if one is given. */
export function readAuthorities(
  bytes: Uint8Array,
  names: Uint8Array | null = null,
): Result<AuthoritiesReading, FileProblem> {
  const seen = new Map<string, number>();
  const read = readTable<Key, Draft>(bytes, columns, (row) => {
    const made = authorityOf(row);
    for (const [key, code] of [
      ['register', made.register_code],
      ['gss', made.code],
    ] as const) {
      const before = seen.get(`${key} ${code}`);
      if (before !== undefined)
        row.refuse(key, `each code stands in one row only, and this one was in line ${before} already`);
      seen.set(`${key} ${code}`, row.line);
    }
    return made;
  });
  if (!read.ok) return refused(read.problem);
  const spellings = names === null ? ok(new Map<string, string[]>()) : readNames(names);
  if (!spellings.ok) return refused(spellings.problem);
  const drafts = read.value.rows;
  const codes = new Map(drafts.map((draft) => [draft.register_code, draft.code]));
  const known = (wanted: readonly string[]) => wanted.flatMap((one) => codes.get(one) ?? []);
  return ok({
    authorities: drafts.map(({ partOf, replacedBy, ...draft }) => ({
      ...draft,
      part_of: known(partOf),
      replaced_by: known(replacedBy),
      spellings: [
        ...new Set(
          [
            draft.name,
            `${draft.name} Council`,
            draft.official_name,
            ...(spellings.value.get(draft.register_code) ?? []),
          ].map(spelling),
        ),
      ]
        .filter((one) => one !== '')
        .sort(),
    })),
    unknownCodes: [
      ...new Set(
        drafts.flatMap(({ partOf, replacedBy }) => [...partOf, ...replacedBy]).filter((one) => !codes.has(one)),
      ),
    ].sort(),
  });
}

function authorityOf(row: Row<Key>): Draft {
  for (const key of ['register', 'official', 'name', 'kind', 'nation'] as const)
    if (row.cell(key) === '') row.refuse(key, 'this cell is never empty');
  const register = row.cell('register');
  if (!/^[A-Z0-9-]{2,12}$/i.test(register))
    row.refuse('register', 'a code of the register is two to twelve letters, digits or hyphens');
  const gss = row.cell('gss');
  if (gss !== '' && !/^[EWSN]\d{8}$/.test(gss)) row.refuse('gss', 'a GSS code is E, W, S or N with eight digits');
  const day = (key: Key): string | null => {
    const found = row.cell(key);
    const made = found === '' ? null : readDay(found);
    if (found !== '' && made === null) row.refuse(key, 'a date is a day that exists, written year-month-day');
    return made;
  };
  const list = (key: Key): readonly string[] =>
    row
      .cell(key)
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return {
    code: gss === '' ? register : gss,
    register_code: register,
    name: row.cell('name').replace(/\s+/g, ' '),
    official_name: row.cell('official').replace(/\s+/g, ' '),
    kind: row.cell('kind'),
    nation: row.cell('nation'),
    region: row.cell('region') || null,
    starts: day('starts'),
    ends: day('ends'),
    partOf: [...list('county'), ...list('combined')],
    replacedBy: list('replacedBy'),
  };
}

function readNames(bytes: Uint8Array): Result<ReadonlyMap<string, readonly string[]>, FileProblem> {
  const read = readTable<'name' | 'register', readonly [string, string]>(bytes, nameColumns, (row) => {
    if (row.cell('name') === '') row.refuse('name', 'this cell is never empty');
    if (row.cell('register') === '') row.refuse('register', 'this cell is never empty');
    return [row.cell('register'), row.cell('name')];
  });
  if (!read.ok) return refused(read.problem);
  return ok(
    new Map(
      [...Map.groupBy(read.value.rows, ([register]) => register)].map(([register, rows]) => [
        register,
        rows.map(([, name]) => name),
      ]),
    ),
  );
}
