import type { Read } from '#kit/db/gate.js';
import type { AnnexPaper, ReportPaper } from './words.js';

/** Reports and annexes of the items named, each with its item, in the order of the pack. */
export async function papersOf(
  read: Read,
  organisation: string,
  items: readonly string[],
): Promise<readonly { readonly item: string; readonly position: number; readonly paper: ReportPaper | AnnexPaper }[]> {
  if (items.length === 0) return [];
  const reports = await read
    .selectFrom('record.report')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('agenda_item', 'in', items)
    .execute();
  const recommendations =
    reports.length === 0
      ? []
      : await read
          .selectFrom('record.recommendation')
          .select(['report', 'prose'])
          .where('organisation', '=', organisation)
          .where(
            'report',
            'in',
            reports.map((report) => report.id),
          )
          .orderBy('position')
          .execute();
  const annexes = await read
    .selectFrom('record.annex')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('agenda_item', 'in', items)
    .execute();
  const papers = [
    ...reports.map((row) => ({
      item: row.agenda_item,
      position: row.position,
      paper: {
        kind: 'report' as const,
        title: row.title,
        purpose: row.purpose,
        summary: row.summary,
        theme: row.theme,
        recommendations: recommendations
          .filter((recommendation) => recommendation.report === row.id)
          .map((recommendation) => recommendation.prose),
        contact:
          row.contact_name || row.contact_position || row.contact_phone || row.contact_email
            ? {
                name: row.contact_name,
                position: row.contact_position,
                phone: row.contact_phone,
                email: row.contact_email,
              }
            : null,
        body: row.body,
      },
    })),
    ...annexes.map((row) => ({
      item: row.agenda_item,
      position: row.position,
      paper: { kind: 'annex' as const, number: row.number, title: row.title, body: row.body },
    })),
  ];
  return papers.sort((a, b) => a.position - b.position);
}
