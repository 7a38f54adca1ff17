import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { answersFor } from './answers-to-earlier-file.js';
import { readingSummary } from './record.js';
import { corrected, withParticulars } from './rules.js';
import type { Correction, Particulars, Settlement } from './words.js';
import type { Doubt, Reading } from '#rooms/decided/pack-reading/index.js';

/** An import with everything its check page shows. */
export interface ImportSheet {
  readonly id: string;
  readonly name: string;
  readonly state: 'to check' | 'publishing' | 'published';
  readonly importedAt: Date;
  readonly lines: readonly string[];
  /** As the importer read it. */
  readonly reading: Reading;
  /** With the clerk's answers in it. */
  readonly corrected: Reading;
  readonly settlements: readonly Settlement[];
  readonly particulars: Particulars | null;
  /** Doubts without an answer. */
  readonly open: number;
}

/** The particulars of a meeting stand among the answers to doubts, under a subject of their own. */
function isParticulars(correction: Correction | Particulars): correction is Particulars {
  return 'board' in correction;
}

function settlementOf(row: {
  readonly subject: string;
  readonly outcome: Settlement['outcome'];
  readonly correction: Correction | Particulars | null;
}): Settlement {
  const { subject, outcome, correction } = row;
  return { subject, outcome, correction: correction === null || isParticulars(correction) ? null : correction };
}

/** So many earlier imports are looked through for answers. */
const earlierAtMost = 20;

export async function importSheet(read: Read, organisation: string, id: string): Promise<ImportSheet | null> {
  const row = await read
    .selectFrom('record.import')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const rows = await read
    .selectFrom('record.settlement')
    .select(['subject', 'outcome', 'correction'])
    .where('organisation', '=', organisation)
    .where('import', '=', id)
    .execute();
  const { reading } = row;
  const given = rows.find((one) => one.subject === 'meeting')?.correction ?? null;
  const particulars = given !== null && isParticulars(given) ? given : null;
  const settlements = rows.filter((one) => one.subject !== 'meeting').map(settlementOf);
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    importedAt: row.imported_at,
    lines: row.source.split('\n'),
    reading,
    corrected: withParticulars(corrected(reading, settlements), particulars),
    settlements,
    particulars,
    open: reading.doubts.filter((doubt) => !settlements.some((settlement) => settlement.subject === doubt.id)).length,
  };
}

/** An earlier import whose answers fit doubts that are open in this one. */
export interface EarlierAnswers {
  readonly import: string;
  readonly name: string;
  readonly answers: readonly Settlement[];
}

/** The newest earlier import that has answers for open doubts of this one; what it leaves open, one before it may answer next. */
export async function earlierAnswers(
  read: Read,
  organisation: string,
  sheet: ImportSheet,
): Promise<EarlierAnswers | null> {
  const open = sheet.reading.doubts.filter(
    (doubt) => !sheet.settlements.some((settlement) => settlement.subject === doubt.id),
  );
  if (open.length === 0 || sheet.state === 'publishing') return null;
  const imports = await read
    .selectFrom('record.import as earlier')
    .select([
      'earlier.id',
      'earlier.name',
      sql<readonly Doubt[]>`coalesce(earlier.reading -> 'doubts', '[]')`.as('doubts'),
    ])
    .where('earlier.organisation', '=', organisation)
    .where('earlier.id', '<>', sheet.id)
    .where('earlier.imported_at', '<=', sheet.importedAt)
    .where((where) =>
      where.exists(
        where
          .selectFrom('record.settlement as answer')
          .select('answer.subject')
          .whereRef('answer.organisation', '=', 'earlier.organisation')
          .whereRef('answer.import', '=', 'earlier.id'),
      ),
    )
    .orderBy('earlier.imported_at', 'desc')
    .limit(earlierAtMost)
    .execute();
  if (imports.length === 0) return null;
  const rows = await read
    .selectFrom('record.settlement')
    .select(['import', 'subject', 'outcome', 'correction'])
    .where('organisation', '=', organisation)
    .where(
      'import',
      'in',
      imports.map((one) => one.id),
    )
    .execute();
  for (const { id, name, doubts } of imports) {
    const answers = answersFor(sheet.reading, open, doubts, rows.filter((row) => row.import === id).map(settlementOf));
    if (answers.length > 0) return { import: id, name, answers };
  }
  return null;
}

export interface ImportLine {
  readonly id: string;
  readonly name: string;
  readonly state: 'to check' | 'publishing' | 'published';
  readonly importedAt: Date;
  readonly about: string;
  readonly summary: string;
}

/** The newest imports of an organisation. */
export async function importLines(read: Read, organisation: string, most = 50): Promise<readonly ImportLine[]> {
  const rows = await read
    .selectFrom('record.import')
    .select(['id', 'name', 'state', 'imported_at', 'reading'])
    .where('organisation', '=', organisation)
    .orderBy('imported_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const { reading } = row;
    return {
      id: row.id,
      name: row.name,
      state: row.state,
      importedAt: row.imported_at,
      about: reading.board?.name ?? 'No board found',
      summary: readingSummary(reading),
    };
  });
}
