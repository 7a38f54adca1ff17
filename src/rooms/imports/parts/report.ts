/** A report: a head of labelled fields (LGA form, and the table of county councils), then numbered paragraphs. */
import { plainText, type Block, type Lines, type Prose } from '#base/prose.js';
import { dropStart } from '../source/inline.js';
import { span, type Piece } from '../source/source.js';
import type { ReadReport } from '../words.js';
import { purposeOf } from './agenda.js';
import { blocksOf } from './blocks.js';
import { CONTACT_HEAD, CONTACT_OFFICER, EMAIL, EMAIL_LABEL, PHONE, PHONE_LABEL, POSITION_LABEL, PURPOSE_REPORT, RECOMMENDATION, RECOMMENDED_TO, REPORT_BY, REPORT_DATE, REPORT_TITLE, REPORT_TO, SUMMARY, THEME } from './labels.js';
import { recoverNumbers } from './numbering.js';
import { nameParts } from './people.js';
import { couldHead, heads, key, labelLength, likeness } from './pieces.js';

type Field = 'purpose' | 'summary' | 'theme' | 'recommendation' | 'contact' | 'officer' | 'position' | 'phone' | 'email' | 'to' | 'by' | 'title' | 'date';

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
function tableFields(piece: Piece): ReadonlyMap<Field, string> {
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
  if (piece.kind === 'table') return tableFields(piece).size >= 3 && [...tableFields(piece).keys()].some((field) => field === 'to' || field === 'title' || field === 'by');
  if (piece.kind !== 'text') return false;
  const first = reportField(piece.text)?.field;
  if (!first || !['purpose', 'to', 'title', 'summary'].includes(first)) return false;
  if (first === 'title' && !/:/.test(piece.text)) return false;
  const found = new Set<Field>([first]);
  for (const next of pieces.slice(at + 1, at + 16)) {
    const field = next.kind === 'text' ? reportField(next.text)?.field : undefined;
    if (field) found.add(field);
  }
  const own = (label: RegExp): boolean => pieces.slice(at, at + 16).some((next) => next.kind === 'text' && labelLength(next.text, label) === next.text.length);
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
    const again = field !== undefined && seen.has(field) && (field === 'purpose' || field === 'to' || field === 'title');
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

export interface ReportRead {
  readonly report: ReadReport;
  readonly lost: readonly Piece[];
  /** Board and date that the head of the report names ("Report to: Cabinet"). */
  readonly addressee: string | null;
  readonly dated: string | null;
  readonly headLines: Lines;
}

/** Reads one report; every piece ends in a field or in the body. */
export function readReport(pieces: readonly Piece[]): ReportRead {
  const body: Piece[] = [];
  const summary: Piece[] = [];
  const recommendations: { prose: Prose; lines: Lines }[] = [];
  const contact: { name: string | null; position: string | null; phone: string | null; email: string | null; places: Piece[] } = { name: null, position: null, phone: null, email: null, places: [] };
  const first = pieces[0];
  let addressee: string | null = null;
  let dated: string | null = null;
  const headPlaces: Piece[] = [];
  let title = first && first.kind === 'text' && reportField(first.text) === null ? first.text : '';
  let printedPurpose: string | null = null;
  let theme: string | null = null;
  let field: Field | 'body' | null = null;
  const start = title === '' ? 0 : 1;
  /** Words of a contact line that no field holds stay visible in the body. */
  const keep = (text: string, piece: Piece): void => {
    let rest = text;
    for (const held of [contact.name, contact.position, contact.phone, contact.email]) if (held) rest = rest.replace(held, ' ');
    if (/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:tel|telephone|phone|e-?mail|ext|no|number)\b/gi, '')) && !body.includes(piece)) body.push(piece);
  };
  const named = (text: string, piece: Piece): void => {
    const parts = nameParts(text.split(/\b(?:tel|telephone|phone|e-?mail|ext)\b|(?:^|\s)0\d{3}/i)[0]?.replace(/[\s,;:–—-]+$/, '') ?? '');
    contact.name = parts?.name ?? contact.name;
    // "Jane Doe, Head of Service, 01234 567890" on one line.
    contact.position ??= parts?.rest && !EMAIL.test(parts.rest) && !PHONE.test(parts.rest) ? parts.rest : null;
    contact.phone ??= PHONE.exec(text)?.[0]?.trim() ?? null;
    contact.email ??= EMAIL.exec(text)?.[0] ?? null;
    contact.places.push(piece);
  };
  for (const [index, piece] of pieces.entries()) {
    if (index < start) continue;
    if (piece.kind === 'table') {
      const fields: ReadonlyMap<Field, string> = field === 'body' ? new Map() : tableFields(piece);
      if (fields.size >= 3) {
        if (title !== '' && first && fields.has('title') && key(fields.get('title') ?? '') !== key(title)) body.push(first);
        title = fields.get('title') ?? title;
        printedPurpose ??= fields.get('purpose') ?? null;
        addressee = fields.get('to') ?? addressee;
        dated = fields.get('date') ?? dated;
        headPlaces.push(piece);
      }
      if (field !== 'summary') field = fields.size >= 3 ? null : 'body';
      (field === 'summary' ? summary : body).push(piece);
      continue;
    }
    const section = piece.number !== null && pieces[index + 1]?.number?.startsWith(`${piece.number}.`) === true;
    const own: ReturnType<typeof reportField> = reportField(piece.text);
    // Recommendations may stand at the end, as a section of the body.
    const late = own?.field === 'recommendation' && own.length === piece.text.length && recommendations.length === 0;
    const label: { readonly field: Field; readonly length: number } | null = field === 'body' && !late ? null : own;
    if (label) {
      field = label.field;
      const rest = piece.text.slice(label.length).trim();
      switch (label.field) {
        case 'purpose':
          printedPurpose = rest || null;
          break;
        case 'theme':
          theme = rest || null;
          break;
        case 'title':
          if (rest && title !== '' && first && key(rest) !== key(title)) body.push(first);
          title = rest || title;
          break;
        case 'summary':
          if (rest) summary.push({ ...piece, text: rest, prose: dropStart(piece.prose, label.length) });
          break;
        case 'recommendation':
          if (rest) recommendations.push({ prose: dropStart(piece.prose, label.length), lines: piece.lines });
          break;
        case 'officer':
          if (rest) {
            named(rest, piece);
            keep(rest, piece);
          }
          break;
        case 'position':
          contact.position = rest || null;
          break;
        case 'phone':
          contact.phone = rest || null;
          break;
        case 'email':
          contact.email = EMAIL.exec(rest)?.[0] ?? null;
          if (rest) keep(rest, piece);
          break;
        case 'to':
        case 'by':
        case 'date':
          if (label.field === 'to') addressee = rest || null;
          if (label.field === 'date') dated = rest || null;
          if (label.field !== 'by') headPlaces.push(piece);
          body.push(piece);
          break;
        case 'contact':
          if (rest) body.push(piece);
          break;
      }
      if (['officer', 'position', 'phone', 'email'].includes(label.field)) contact.places.push(piece);
      continue;
    }
    const repeated = title !== '' && key(piece.text) === key(title);
    if (repeated && index < pieces.length - 1) {
      if (field !== null) field = 'body';
      continue;
    }
    if (field !== 'body' && RECOMMENDED_TO.test(piece.text) && /(?:[:–—-]|\bto|\bthat)\s*$/.test(piece.text)) {
      field = 'recommendation';
      body.push(piece);
      continue;
    }
    const headed = heads(piece, pieces[index + 1]);
    if (field === 'body' || field === null || section || (headed && field !== 'contact' && field !== 'officer') || (piece.number !== null && field !== 'recommendation' && field !== 'summary' && !(field === 'purpose' && printedPurpose === null))) {
      if (field !== null || headed) field = 'body';
      body.push(piece);
    } else if (field === 'purpose') {
      if (printedPurpose === null) printedPurpose = piece.text;
      else body.push(piece);
    } else if (field === 'summary') summary.push(piece);
    else if (field === 'recommendation') {
      recommendations.push({ prose: piece.marker && /[\p{L}\p{N}]/u.test(piece.marker) ? [{ text: `${piece.marker} ` }, ...piece.prose] : piece.prose, lines: piece.lines });
    } else if (field === 'theme' && theme === null) theme = piece.text;
    else if ((field === 'officer' || field === 'contact') && contact.name === null && nameParts(piece.text)) {
      named(piece.text, piece);
      keep(piece.text, piece);
    }
    else if (field === 'position' && contact.position === null) contact.position = piece.text;
    else if (field === 'phone' && contact.phone === null) contact.phone = piece.text;
    else if (field === 'email' && contact.email === null && EMAIL.test(piece.text)) {
      contact.email = EMAIL.exec(piece.text)?.[0] ?? null;
      keep(piece.text, piece);
    }
    else {
      field = 'body';
      body.push(piece);
    }
  }
  // County councils name the officer below the last paragraph; the line stays in the body too.
  for (const [index, piece] of body.entries()) {
    const length = contact.name === null && piece.kind === 'text' && piece.text.length < 300 ? labelLength(piece.text, CONTACT_OFFICER) : 0;
    if (length === 0) continue;
    named(piece.text.slice(length), piece);
    for (const below of body.slice(index + 1, index + 4)) {
      if (below.kind !== 'text' || below.text.length > 90) break;
      if (labelLength(below.text, EMAIL_LABEL) > 0) contact.email ??= EMAIL.exec(below.text)?.[0] ?? null;
      if (labelLength(below.text, PHONE_LABEL) > 0) contact.phone ??= PHONE.exec(below.text)?.[0]?.trim() ?? null;
    }
  }
  const { recovered, open } = recoverNumbers(body);
  const blocks: readonly Block[] = blocksOf(body, recovered);
  const hasContact = contact.name !== null || contact.position !== null || contact.phone !== null || contact.email !== null;
  return {
    report: {
      item: null,
      title,
      purpose: printedPurpose ? purposeOf(printedPurpose) : null,
      printedPurpose,
      summary: blocksOf(summary),
      theme,
      recommendations,
      contact: hasContact ? { name: contact.name, position: contact.position, phone: contact.phone, email: contact.email, lines: span(contact.places, span(pieces)) } : null,
      body: blocks,
      lines: span(pieces),
    },
    lost: open,
    addressee,
    dated,
    headLines: span(headPlaces, span(pieces)),
  };
}

/** Number of the item a report belongs to: by likeness of title, initials, or because both stand alone in order. */
export function matchReports(titles: readonly string[], items: readonly { readonly number: string; readonly title: string; readonly attached: boolean }[]): readonly (string | null)[] {
  const taken = new Set<string>();
  const found: (string | null)[] = titles.map((title) => {
    const best = items
      .filter((item) => !taken.has(item.number))
      .map((item) => ({ item, score: key(item.title) === key(title) ? 2 : likeness(item.title, title) }))
      .toSorted((a, b) => b.score - a.score)[0];
    if (!best || best.score < 0.6) return null;
    taken.add(best.item.number);
    return best.item.number;
  });
  // Between two items that found their reports, the only paper left over belongs to the only item left over.
  const free = items.filter((item) => item.attached && !taken.has(item.number));
  const lone = found.flatMap((number, index) => (number === null ? [index] : []));
  const settled = [...found];
  if (free.length === lone.length) {
    const order = (number: string): number => items.findIndex((item) => item.number === number);
    const proposed = [...found];
    lone.forEach((index, place) => {
      proposed[index] = free[place]?.number ?? null;
    });
    const positions = proposed.map((number) => order(number ?? ''));
    if (positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -1))) return proposed;
  }
  return settled;
}
