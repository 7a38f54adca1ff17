import type { Read } from '#kit/db/gate.js';
import { readingSummary } from './record.js';
import { corrected, type Correction, type Particulars, type Settlement, withParticulars } from './rules.js';
import type { Reading } from './words.js';

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

export async function importSheet(read: Read, organisation: string, id: string): Promise<ImportSheet | null> {
  const row = await read.selectFrom('record.import').selectAll().where('organisation', '=', organisation).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const rows = await read.selectFrom('record.settlement').select(['subject', 'outcome', 'correction']).where('organisation', '=', organisation).where('import', '=', id).execute();
  // The casts undo acts.ts, which wrote these columns from the same types.
  const reading = row.reading as Reading;
  const particulars = (rows.find((one) => one.subject === 'meeting')?.correction as Particulars | undefined) ?? null;
  const settlements = rows.filter((one) => one.subject !== 'meeting').map((one): Settlement => ({ subject: one.subject, outcome: one.outcome, correction: one.correction as Correction | null }));
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
  const rows = await read.selectFrom('record.import').select(['id', 'name', 'state', 'imported_at', 'reading']).where('organisation', '=', organisation).orderBy('imported_at', 'desc').limit(most).execute();
  return rows.map((row) => {
    const reading = row.reading as Reading;
    return { id: row.id, name: row.name, state: row.state, importedAt: row.imported_at, about: reading.board?.name ?? 'No board found', summary: readingSummary(reading) };
  });
}
