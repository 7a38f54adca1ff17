/** Appointments to outside bodies: lines "Body - Person & Person" below a sentence that announces them (seed p.4), tables, resolutions. */
import { plainText, type Lines } from '#base/prose.js';
import type { Piece } from '../source/source.js';
import type { ReadAppointment } from '../words.js';
import { nameParts, peopleIn } from './names.js';

const ANNOUNCED =
  /\b(?:appoint(?:ed|ments?|ing)?|nominat(?:ed|ions?)|representatives?)\b.{0,120}\b(?:outside|external|partner)\s+(?:bod(?:y|ies)|organisations?)\b|\b(?:outside|external)\s+bod(?:y|ies)\b.{0,120}\b(?:appoint|nominat|represent)/i;
const PAIR = /^(.{3,120}?)\s*(?:\s[-–—]\s|:\s)\s*(.{4,300})$/;
const APPOINTED =
  /^(?:.{0,60}?\bthat\s+)?(.{4,160}?)\s+be\s+(?:re-?)?(?:appointed|nominated)\s+(?:to\s+(?:serve\s+on\s+)?|as\s+.{3,80}?\s+(?:to|on)\s+)(?:the\s+)?(.{4,120}?)(?:\s+for\s+.{0,60})?\.?$/i;

function appointment(body: string, text: string, lines: Lines): ReadAppointment | null {
  const listed = peopleIn(text, lines);
  if (listed.people.length === 0 || listed.rest.length > 0 || nameParts(body)?.title) return null;
  return { body: body.trim(), people: listed.people.map(({ person }) => person), lines };
}

/** Appointments among the pieces of one item. */
export function appointmentsIn(pieces: readonly Piece[], title: string): readonly ReadAppointment[] {
  const found: ReadAppointment[] = [];
  let announced = /\b(?:outside|external)\s+bod(?:y|ies)\b/i.test(title);
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      if (!announced) continue;
      for (const row of piece.table?.rows ?? []) {
        const one = appointment(plainText(row.cells[0] ?? []), plainText(row.cells[1] ?? []), row.lines);
        if (one) found.push(one);
      }
      continue;
    }
    if (piece.text.length < 1500 && ANNOUNCED.test(piece.text)) announced = true;
    if (!announced || piece.text.length > 500) continue;
    const resolved = APPOINTED.exec(piece.text);
    const pair = PAIR.exec(piece.text);
    const one = resolved
      ? appointment(resolved[2] ?? '', resolved[1] ?? '', piece.lines)
      : pair
        ? appointment(pair[1] ?? '', pair[2] ?? '', piece.lines)
        : null;
    if (one) found.push(one);
  }
  return found;
}
