/** Reading the links file of the register of schools ("links_edubasealldata"): which school came before or after which. */
import { ok, refused, type Result } from '#base/result.js';
import { type Columns, readTable, registerLimits } from './register-table.js';
import { linkOf, readDay } from './rules.js';
import type { FileProblem, LinksReading, SchoolLink } from './words.js';

const columns = {
  source:
    'the links of the register of schools as CSV, from get-information-schools.service.gov.uk (“Establishment links”, links_edubasealldata)',
  limits: registerLimits,
  required: { urn: 'URN', linked: 'LinkURN', type: 'LinkType' },
  optional: { since: 'LinkEstablishedDate' },
} satisfies Columns<string>;

type Key = keyof typeof columns.required | keyof typeof columns.optional;

/** Reads a file of links. Kinds of link that are no succession (a shared sixth form, a children's centre) are counted, not taken. */
export function readLinksFile(bytes: Uint8Array): Result<LinksReading, FileProblem> {
  const leftOut = new Map<string, number>();
  const links = new Map<string, SchoolLink>();
  const read = readTable<Key, true>(bytes, columns, (row) => {
    for (const key of ['urn', 'linked'] as const)
      if (!/^[1-9]\d{4,6}$/.test(row.cell(key))) row.refuse(key, 'a URN is a number of five to seven digits');
    const typed = row.cell('type').replace(/\s+/g, ' ');
    if (typed === '') row.refuse('type', 'this cell is never empty');
    const day = row.cell('since');
    const since = day === '' ? null : readDay(day);
    if (day !== '' && since === null)
      row.refuse('since', 'a date is a day that exists, written day-month-year such as 01-09-2014');
    const [urn, linked] = [Number(row.cell('urn')), Number(row.cell('linked'))];
    const meant = linkOf(typed);
    if (meant === null || urn === linked) {
      const what = meant === null ? typed : 'linked to itself';
      leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
      return true;
    }
    // The register repeats a link now and then, once with a day and once without: the one that says more is kept.
    const key = `${urn} ${linked} ${meant.relation}`;
    const before = links.get(key);
    links.set(key, {
      urn,
      linked,
      relation: meant.relation,
      how: meant.how ?? before?.how ?? null,
      since: since ?? before?.since ?? null,
    });
    return true;
  });
  if (!read.ok) return refused(read.problem);
  return ok({
    links: [...links.values()],
    tellsDays: read.value.has.has('since'),
    leftOut: [...leftOut]
      .map(([kind, rows]) => ({ kind, rows }))
      .sort((a, b) => b.rows - a.rows || (a.kind < b.kind ? -1 : 1)),
  });
}
