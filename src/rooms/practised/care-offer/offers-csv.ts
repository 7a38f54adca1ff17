/** Several offers at once: a table with the form's own fields as columns. Every bad line is named, and nothing is half saved. */
import type { Result } from '#base/result.js';
import {
  type Columns,
  type FileProblem,
  judgedTable,
  namedTable,
  type NamedTable,
} from '#rooms/ground/directory/index.js';
import { type OfferContext, readOffer, type Typed } from './pages/edit-offer/edit-offer.form.js';
import { offerKey } from './rules.js';
import type { OfferDraft } from './words.js';

/** Key of the form's field, and the name of its column. */
const names = {
  title: 'title',
  what: 'what it is',
  kinds: 'kinds',
  ask: 'ask',
  answers: 'answers the ask',
  provider: 'provider',
  providerCode: 'provider code',
  printed: 'printed in',
  duty: 'duty',
  who: 'who',
  groups: 'groups',
  ages: 'ages',
  ageMin: 'lowest age',
  ageMax: 'highest age',
  reach: 'reach',
  areas: 'areas',
  outside: 'outside the area',
  also: 'also',
  amount: 'amount',
  cost: 'cost',
  steps: 'steps',
  team: 'team',
  phone: 'phone',
  email: 'email',
  web: 'web',
  validFrom: 'valid from',
  validTo: 'valid to',
  verifiedOn: 'checked on',
  verifiedBy: 'checked by',
  sourceUrl: 'source address',
  note: 'note',
} as const;
type Key = keyof typeof names;

const { title, what, kinds, ...optional } = names;
export const offersAtMost = 2000;

/** What a file of offers holds. */
export const offerTable: Columns<Key> = {
  source: 'a table of offers as CSV, with the columns of the example',
  limits: { bytes: 5_000_000, rows: offersAtMost, cells: 100, cell: 20_000 },
  required: { title, what, kinds },
  optional,
};

/** The first line of a file to fill in. */
export const csvHead = Object.values(names).join(',');
export const csvColumns: readonly string[] = Object.values(names);

const many: ReadonlySet<string> = new Set(['kinds', 'who', 'groups']);
/** Judges a file of offers: all of them, or what is wrong with which line. */
export function readOffers(table: NamedTable<Key>, context: OfferContext): Result<readonly OfferDraft[], FileProblem> {
  const seen = new Map<string, number>();
  const read = judgedTable<Key, OfferDraft>(table, offerTable, (row) => {
    const cell = (name: string): string => (isKey(name) ? row.cell(name) : '');
    const typed: Typed = {
      get: cell,
      all: (name) =>
        many.has(name)
          ? cell(name)
              .split(/[;|]/)
              .map((part) => part.trim())
          : [cell(name)],
    };
    const reading = readOffer(typed, context);
    if (!reading.ok) {
      for (const { field, message } of reading.problems) row.refuse(isKey(field) ? field : 'title', message);
      return null;
    }
    const key = offerKey(reading.draft);
    const before = seen.get(key);
    if (before !== undefined)
      row.refuse('title', `this provider’s offer of this name stands in line ${before} already`);
    seen.set(key, row.line);
    return reading.draft;
  });
  return read.ok ? { ok: true, value: read.value.rows } : read;
}

/** Reads a file of our own, here and now; one from outside is taken apart aside (`readTableAside`). */
export function readOfferFile(bytes: Uint8Array, context: OfferContext): Result<readonly OfferDraft[], FileProblem> {
  const table = namedTable(bytes, offerTable);
  return table.ok ? readOffers(table.value, context) : table;
}

function isKey(name: string): name is Key {
  return name in names;
}
