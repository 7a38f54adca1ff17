/** A report: a head of labelled fields, then numbered paragraphs. Every piece ends in a field or in the body. */
import { withoutEnd } from '#base/ends.js';
import type { Block, Lines, Prose } from '#base/prose.js';
import { dropStart } from '../source/inline.js';
import { span, type Piece } from '../source/source.js';
import type { ReadReport } from '../words.js';
import { purposeOf } from './agenda.js';
import { blocksOf } from './blocks.js';
import { CONTACT_OFFICER, EMAIL, EMAIL_LABEL, PHONE, PHONE_LABEL, RECOMMENDED_TO } from './labels.js';
import { recoverNumbers } from './numbering.js';
import { nameParts } from './names.js';
import { heads, key, labelLength } from './pieces.js';
import { reportField, tableFields, type Field } from './report-heads.js';

export interface ReportRead {
  readonly report: ReadReport;
  readonly lost: readonly Piece[];
  /** Board and date that the head of the report names ("Report to: Cabinet"). */
  readonly addressee: string | null;
  readonly dated: string | null;
  readonly headLines: Lines;
}

/** "The Cabinet is recommended to:", "That the Board:" announce recommendations and are none. */
function isAsking(text: string): boolean {
  return (
    text.length < 200 &&
    ((RECOMMENDED_TO.test(text) && /(?:[:–—-]|\bto|\bthat)\s*$/.test(text)) || /^that\s.{2,80}:\s*-?$/i.test(text))
  );
}

/** Reads one report; every piece ends in a field or in the body. */
export function readReport(pieces: readonly Piece[]): ReportRead {
  const body: Piece[] = [];
  const summary: Piece[] = [];
  const recommendations: { prose: Prose; lines: Lines }[] = [];
  const contact: {
    name: string | null;
    position: string | null;
    phone: string | null;
    email: string | null;
    places: Piece[];
  } = { name: null, position: null, phone: null, email: null, places: [] };
  const first = pieces[0];
  let addressee: string | null = null;
  let dated: string | null = null;
  const headPlaces: Piece[] = [];
  let title = first && first.kind === 'text' && reportField(first.text) === null ? first.text : '';
  let printedPurpose: string | null = null;
  let theme: string | null = null;
  let field: Field | 'body' | null = null;
  const given = new Set<Field>();
  const start = title === '' ? 0 : 1;
  /** Words of a contact line that no field holds stay visible in the body. */
  const keep = (text: string, piece: Piece): void => {
    let rest = text;
    for (const held of [contact.name, contact.position, contact.phone, contact.email])
      if (held) rest = rest.replace(held, ' ');
    if (
      /[\p{L}\p{N}]/u.test(rest.replace(/\b(?:tel|telephone|phone|e-?mail|ext|no|number)\b/gi, '')) &&
      !body.includes(piece)
    )
      body.push(piece);
  };
  const named = (text: string, piece: Piece): void => {
    const parts = nameParts(
      withoutEnd(text.split(/\b(?:tel|telephone|phone|e-?mail|ext)\b|(?:^|\s)0\d{3}/i)[0] ?? '', /[\s,;:–—-]/),
    );
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
        if (title !== '' && first && fields.has('title') && key(fields.get('title') ?? '') !== key(title))
          body.push(first);
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
    // A field that comes twice does not overwrite the first; its line is text.
    if (label && given.has(label.field) && label.field !== 'contact') {
      field = 'body';
      body.push(piece);
      continue;
    }
    if (label) {
      given.add(label.field);
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
    if (field !== 'body' && isAsking(piece.text)) {
      field = 'recommendation';
      body.push(piece);
      continue;
    }
    const headed = heads(piece, pieces[index + 1]);
    if (
      field === 'body' ||
      field === null ||
      section ||
      (headed && field !== 'contact' && field !== 'officer') ||
      (piece.number !== null &&
        field !== 'recommendation' &&
        field !== 'summary' &&
        !(field === 'purpose' && printedPurpose === null))
    ) {
      if (field !== null || headed) field = 'body';
      body.push(piece);
    } else if (field === 'purpose') {
      if (printedPurpose === null) printedPurpose = piece.text;
      else body.push(piece);
    } else if (field === 'summary') summary.push(piece);
    else if (field === 'recommendation') {
      recommendations.push({
        prose:
          piece.marker && /[\p{L}\p{N}]/u.test(piece.marker)
            ? [{ text: `${piece.marker} ` }, ...piece.prose]
            : piece.prose,
        lines: piece.lines,
      });
    } else if (field === 'theme' && theme === null) theme = piece.text;
    else if ((field === 'officer' || field === 'contact') && contact.name === null && nameParts(piece.text)) {
      named(piece.text, piece);
      keep(piece.text, piece);
    } else if (field === 'position' && contact.position === null) contact.position = piece.text;
    else if (field === 'phone' && contact.phone === null) contact.phone = piece.text;
    else if (field === 'email' && contact.email === null && EMAIL.test(piece.text)) {
      contact.email = EMAIL.exec(piece.text)?.[0] ?? null;
      keep(piece.text, piece);
    } else {
      field = 'body';
      body.push(piece);
    }
  }
  // County councils name the officer below the last paragraph; the line stays in the body too.
  for (const [index, piece] of body.entries()) {
    const length =
      contact.name === null && piece.kind === 'text' && piece.text.length < 300
        ? labelLength(piece.text, CONTACT_OFFICER)
        : 0;
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
  const hasContact =
    contact.name !== null || contact.position !== null || contact.phone !== null || contact.email !== null;
  return {
    report: {
      item: null,
      title,
      purpose: printedPurpose ? purposeOf(printedPurpose) : null,
      printedPurpose,
      summary: blocksOf(summary),
      theme,
      recommendations,
      contact: hasContact
        ? {
            name: contact.name,
            position: contact.position,
            phone: contact.phone,
            email: contact.email,
            lines: span(contact.places, span(pieces)),
          }
        : null,
      body: blocks,
      lines: span(pieces),
    },
    lost: open,
    addressee,
    dated,
    headLines: span(headPlaces, span(pieces)),
  };
}
