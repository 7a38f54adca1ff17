/** The award as a table: out as CSV for everybody, in as CSV for who may say how schools stand. Every bad line is named, and nothing is half saved. */
import { csvText } from '#base/csv.js';
import { isDate } from '#base/london.js';
import { implausible } from '#base/plausible.js';
import type { Result } from '#base/result.js';
import { type Columns, type FileProblem, judgedTable, type NamedTable } from '#rooms/ground/directory/index.js';
import type { SchoolAward, TakeUp } from './published.js';
import { awardProblems } from './rules.js';
import { awardDraftProblemWords, countWords } from './view-words.js';
import { type AwardCount, type AwardDraft, awardStages } from './words.js';

const names = {
  urn: 'URN',
  stage: 'stage',
  since: 'date from which it holds',
  source: 'where this is known from',
} as const;
type Key = keyof typeof names;
export const awardHead = Object.values(names).join(',');
export const awardColumns: readonly string[] = Object.values(names);
export const awardsAtMost = 5000;

/** What a file of stages holds. */
export const awardTable: Columns<Key> = {
  source: 'a table of schools and stages as CSV, with the columns of the example',
  limits: { bytes: 2_000_000, rows: awardsAtMost, cells: 50, cell: 2000 },
  required: names,
  optional: {},
};

/** "27/3/2026" and "2026-03-27". */
export function dayIn(typed: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim()) ?? [];
  const made = year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(made) ? made : '';
}

/** Reads a file of stages; `mine` says whether a school is in one's area, and is asked once for all. */
export async function readAwards(
  table: NamedTable<Key>,
  today: string,
  mine: (urns: readonly number[]) => Promise<ReadonlySet<number>>,
): Promise<Result<readonly AwardDraft[], FileProblem>> {
  const asked = new Set(
    table.rows
      .map(({ cells }) => cells.urn ?? '')
      .filter((urn) => /^[1-9]\d{4,6}$/.test(urn))
      .map(Number),
  );
  const own = await mine([...asked]);
  const seen = new Map<number, number>();
  const read = judgedTable<Key, AwardDraft>(table, awardTable, (row) => {
    const typed = row.cell('urn');
    const urn = /^[1-9]\d{4,6}$/.test(typed) ? Number(typed) : 0;
    if (urn === 0) row.refuse('urn', 'a URN is a number of five to seven digits');
    else if (!own.has(urn)) row.refuse('urn', 'this school is not in your area, or not in the register of schools');
    const before = seen.get(urn);
    if (urn !== 0 && before !== undefined)
      row.refuse('urn', `each school stands in one line only, and this one was in line ${before} already`);
    seen.set(urn, row.line);
    const said = row.cell('stage').toLowerCase();
    const stage = said === 'not known' ? null : awardStages.find((one) => one === said);
    if (stage === undefined) row.refuse('stage', `the stage is ${awardStages.join(', ')}, or not known`);
    const draft: AwardDraft = {
      urn,
      stage: stage ?? null,
      since: dayIn(row.cell('since')),
      source: row.cell('source'),
    };
    const why = draft.since === '' ? null : implausible('award held since', draft.since, today);
    if (why !== null) row.refuse('since', why);
    for (const problem of awardProblems(draft, today).filter(({ code }) => why === null || code !== 'not yet'))
      row.refuse(
        problem.part === 'since' ? 'since' : 'source',
        problem.code === 'no date'
          ? 'a date is a day that exists, written like 27/3/2026'
          : awardDraftProblemWords(problem),
      );
    return draft;
  });
  return read.ok ? { ok: true, value: read.value.rows } : read;
}

export function takeUpCsv(rows: readonly (TakeUp & { readonly notKnown: number })[]): string {
  const head = [
    'GSS code',
    'authority',
    'open schools',
    'gold',
    'silver',
    'bronze',
    'registered',
    'ran out',
    'not known',
    'as of',
  ];
  return csvText([
    head,
    ...rows.map((row) => [
      row.code,
      row.name,
      row.schools,
      row.gold,
      row.silver,
      row.bronze,
      row.registered,
      row.ranOut,
      row.notKnown,
      row.asOf,
    ]),
  ]);
}

/** A table of schools: its head, and the line of each. */
export const schoolsHead = csvText([
  ['URN', 'school', 'stage', 'counted as', 'since', 'holds until', 'source', 'said on', 'said by'],
]);

export function schoolLine(row: SchoolAward, counted: AwardCount): string {
  return csvText([
    [
      row.urn,
      row.name,
      row.stage,
      countWords[counted].toLowerCase(),
      row.since,
      row.expires,
      row.source,
      row.recorded_on,
      row.organisation_name,
    ],
  ]);
}
