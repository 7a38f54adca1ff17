import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { AnnexPaper, ReportPaper } from './words.js';

/** Hangs a report on its agenda item. */
export async function recordReport(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  item: string,
  position: number,
  report: ReportPaper,
): Promise<void> {
  const id = newId();
  await write
    .insertInto('record.report')
    .values({
      organisation,
      board,
      id,
      agenda_item: item,
      position,
      title: report.title,
      purpose: report.purpose,
      theme: report.theme,
      summary: json(report.summary),
      contact_name: report.contact?.name ?? null,
      contact_position: report.contact?.position ?? null,
      contact_phone: report.contact?.phone ?? null,
      contact_email: report.contact?.email ?? null,
      body: json(report.body),
    })
    .execute();
  const rows = report.recommendations.map((prose, index) => ({
    organisation,
    board,
    id: newId(),
    report: id,
    position: index,
    prose: json(prose),
  }));
  if (rows.length > 0) await write.insertInto('record.recommendation').values(rows).execute();
}

/** Hangs an annex on its agenda item. */
export async function recordAnnex(
  write: Write,
  { organisation, board }: { organisation: string; board: string },
  item: string,
  position: number,
  annex: AnnexPaper,
): Promise<void> {
  await write
    .insertInto('record.annex')
    .values({
      organisation,
      board,
      id: newId(),
      agenda_item: item,
      position,
      number: annex.number,
      title: annex.title,
      body: json(annex.body),
    })
    .execute();
}
