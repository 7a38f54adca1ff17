/** Where reports begin: by the labelled fields of their heads, in the LGA form and in the table of county councils. */
import { plainText } from '#base/prose.js';
import type { Piece } from '../source/source.js';
import {
  CONTACT_HEAD,
  CONTACT_OFFICER,
  EMAIL_LABEL,
  PHONE_LABEL,
  POSITION_LABEL,
  PURPOSE_REPORT,
  RECOMMENDATION,
  REPORT_BY,
  REPORT_DATE,
  REPORT_TITLE,
  REPORT_TO,
  SUMMARY,
  THEME,
} from './labels.js';
import { couldHead, labelLength } from './pieces.js';

export type Field =
  | 'purpose'
  | 'summary'
  | 'theme'
  | 'recommendation'
  | 'contact'
  | 'officer'
  | 'position'
  | 'phone'
  | 'email'
  | 'to'
  | 'by'
  | 'title'
  | 'date';

const FIELDS: readonly (readonly [Field, RegExp])[] = [
  ['purpose', PURPOSE_REPORT],
  ['summary', SUMMARY],
  ['theme', THEME],
  ['recommendation', RECOMMENDATION],
  ['contact', CONTACT_HEAD],
  ['officer', CONTACT_OFFICER],
  ['position', POSITION_LABEL],
  ['phone', PHONE_LABEL],
  ['email', EMAIL_LABEL],
  ['to', REPORT_TO],
  ['title', REPORT_TITLE],
  ['date', REPORT_DATE],
  ['by', REPORT_BY],
];

/** The field that a line names, with the length of its label. */
export function reportField(text: string): { readonly field: Field; readonly length: number } | null {
  for (const [field, label] of FIELDS) {
    const length = labelLength(text, label);
    if (length > 0) return { field, length };
  }
  return null;
}

/** Fields that a head table names in its first column (Report to | Cabinet). */
export function tableFields(piece: Piece): ReadonlyMap<Field, string> {
  const found = new Map<Field, string>();
  for (const row of [...(piece.table?.header ? [piece.table.header] : []), ...(piece.table?.rows ?? [])]) {
    const label = plainText(row.cells[0] ?? []).trim();
    const field = reportField(label)?.field;
    const value = row.cells.slice(1).map(plainText).join(' ').trim();
    if (field && value !== '' && label.length < 40) found.set(field, value);
  }
  return found;
}

/** Whether a report begins here: two more of its fields follow soon, and the first is one that heads use. */
export function reportBegins(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece) return false;
  if (piece.kind === 'table')
    return (
      tableFields(piece).size >= 3 &&
      [...tableFields(piece).keys()].some((field) => field === 'to' || field === 'title' || field === 'by')
    );
  if (piece.kind !== 'text') return false;
  const first = reportField(piece.text)?.field;
  if (!first || !['purpose', 'to', 'title', 'summary'].includes(first)) return false;
  if (first === 'title' && !/:/.test(piece.text)) return false;
  const found = new Set<Field>([first]);
  for (const next of pieces.slice(at + 1, at + 16)) {
    const field = next.kind === 'text' ? reportField(next.text)?.field : undefined;
    if (field) found.add(field);
  }
  const own = (label: RegExp): boolean =>
    pieces
      .slice(at, at + 16)
      .some((next) => next.kind === 'text' && labelLength(next.text, label) === next.text.length);
  // "Purpose" and "Recommendations" as headings of their own are a report too.
  if (own(PURPOSE_REPORT) && own(RECOMMENDATION)) return true;
  return found.size >= 3 && (found.has('recommendation') || found.has('purpose') || found.has('to'));
}

/** Where reports begin: at their title if it stands above the first field. */
export function reportStarts(pieces: readonly Piece[], from: number): readonly number[] {
  const starts: number[] = [];
  let seen = new Set<Field>();
  let quiet = -1;
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    const field = piece?.kind === 'text' ? reportField(piece.text)?.field : undefined;
    const again =
      field !== undefined && seen.has(field) && (field === 'purpose' || field === 'to' || field === 'title');
    if ((at > quiet || again) && reportBegins(pieces, at)) {
      const above = pieces[at - 1];
      const start = at > from && above && couldHead(above) && reportField(above.text) === null ? at - 1 : at;
      starts.push(start);
      seen = new Set();
      quiet = at + 24;
    }
    if (field) seen.add(field);
  }
  return starts;
}
