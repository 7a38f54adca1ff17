/** The entrance of the importer: bytes of a published pack or of minutes into a reading, or the reason why not. */
import { createHash } from 'node:crypto';
import { ok, refused, type Result } from '#base/result.js';
import { readingOf } from './parts/reading.js';
import { decode, isNoText, linesOf } from './source/decode.js';
import { htmlSource } from './source/html.js';
import { pdfSource } from './source/pdf.js';
import { unpacksBeyond } from './source/pdf-unpacked.js';
import { textSource } from './source/lines.js';
import type { Source } from './source/source.js';
import type { Reading, ReadingProblem, ReadingProblemKind } from './words.js';

/** Texts are read in memory, several times over; ten million characters is a hundred seed packs. */
export const LARGEST_TEXT = 10_000_000;
export const LARGEST_PDF = 100_000_000;
/** What the pages of a PDF unpack to, without their pictures, which nobody reads here. */
export const LARGEST_UNPACKED = 100_000_000;
export const LONGEST_LINE = 200_000;
export const MOST_LINES = 200_000;
/** Tags of a web page: the largest pack that we know of has a tenth of that. */
export const MOST_TAGS = 400_000;

const MESSAGES: Readonly<Record<ReadingProblemKind, string>> = {
  empty: 'The file has no text in it. Check that the right file was chosen, and that it opens on your computer.',
  binary:
    'The file is not text, a web page or a PDF. Kept reads Markdown, plain text, HTML and PDF: save the document ' +
    'as one of these (in Word: Save as, PDF) and choose it again.',
  'too large':
    `The file is too large. Kept reads texts and web pages of up to ${LARGEST_TEXT / 1_000_000} MB with lines of ` +
    `up to ${LONGEST_LINE / 1000} thousand characters, and PDFs of up to ${LARGEST_PDF / 1_000_000} MB. Split the ` +
    `pack into parts, or leave out its pictures.`,
  'too many lines': `The file has more than ${MOST_LINES / 1000} thousand lines. Split the pack into parts and read them one by one.`,
  'pdf with password':
    'The PDF is protected by a password. Open it, save a copy without the password, and choose that copy.',
  'pdf damaged':
    'The PDF is damaged or was not completely downloaded. Download it again, or open it and print it to a new PDF.',
  'pdf without text':
    'The PDF holds pictures of pages and no text. Run text recognition (OCR) on it first, or ask its publisher for the document itself.',
  'pdf with too many pages': 'The PDF has more than 3,000 pages. Split it into parts and read them one by one.',
};

export function readingProblem(kind: ReadingProblemKind): ReadingProblem {
  return { kind, message: MESSAGES[kind] };
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}

function isMoreThan(text: string, mark: string, most: number): boolean {
  let many = 0;
  for (let at = text.indexOf(mark); at >= 0 && many <= most; at = text.indexOf(mark, at + 1)) many += 1;
  return many > most;
}

/** A PDF may begin with some stray bytes; its name must stand within the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return startsWith(bytes, '%PDF-') || new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function isHtml(text: string, name: string): boolean {
  const start = text.slice(0, 3000).trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html\b|<\?xml[^>]{0,200}\?>\s*<(?:!doctype )?html\b)/.test(start)) return true;
  if (/\.(?:x?html?|aspx)$/i.test(name)) return /<[a-z!][^>]{0,300}>/.test(start);
  return (
    /^(?:<!--|<(?:head|body|div|table|section|article|main|h1|p|meta)\b)/.test(start) &&
    (text.slice(0, 20_000).match(/<\/?[a-z][a-z0-9]{0,10}[\s>]/gi)?.length ?? 0) > 10
  );
}

/** Whether the marks of Markdown occur; only the name of the kind depends on it. */
function looksLikeMarkdown(lines: readonly string[], name: string): boolean {
  return (
    /\.(?:md|markdown)$/i.test(name) ||
    lines.slice(0, 400).some((line) => /^#{1,6}\s|^\|[\s:-]+\||\*\*\S|\]\(\S+\)/.test(line.slice(0, 400)))
  );
}

/** What the size and the first bytes say, without reading on: no process is started for an archive. */
export function refusedAtSight(bytes: Uint8Array): ReadingProblem | null {
  if (bytes.length === 0) return readingProblem('empty');
  if (isPdf(bytes)) return bytes.length > LARGEST_PDF ? readingProblem('too large') : null;
  if (bytes.length > LARGEST_TEXT) return readingProblem('too large');
  return isNoText(bytes) ? readingProblem('binary') : null;
}

/** Bytes into lines and pieces, for the reading and for showing the source beside it. */
export async function readSource(bytes: Uint8Array, name: string): Promise<Result<Source, ReadingProblem>> {
  const atSight = refusedAtSight(bytes);
  if (atSight) return refused(atSight);
  if (isPdf(bytes)) {
    if (unpacksBeyond(bytes, LARGEST_UNPACKED)) return refused(readingProblem('too large'));
    const read = await pdfSource(bytes);
    return read.ok ? ok(read.value) : refused(readingProblem(read.problem));
  }
  const decoded = decode(bytes);
  if (!decoded.ok) return refused(readingProblem('binary'));
  if (isHtml(decoded.text, name)) {
    if (isMoreThan(decoded.text, '<', MOST_TAGS)) return refused(readingProblem('too large'));
    const source = htmlSource(decoded.text);
    return source.pieces.length === 0 ? refused(readingProblem('empty')) : ok(source);
  }
  // Counted before they are taken apart.
  if (isMoreThan(decoded.text, '\n', MOST_LINES))
    return refused(readingProblem(decoded.text.trim() === '' ? 'empty' : 'too many lines'));
  const lines = linesOf(decoded.text);
  if (lines.every((line) => line.trim() === '')) return refused(readingProblem('empty'));
  if (lines.length > MOST_LINES) return refused(readingProblem('too many lines'));
  if (lines.some((line) => line.length > LONGEST_LINE)) return refused(readingProblem('too large'));
  return ok(textSource(lines, looksLikeMarkdown(lines, name) ? 'markdown' : 'text'));
}

/** Reads a published pack or minutes; never throws for any bytes, and never invents. */
export async function readPack(bytes: Uint8Array, name: string): Promise<Result<Reading, ReadingProblem>> {
  const source = await readSource(bytes, name);
  if (!source.ok) return source;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok(readingOf(source.value, { name, sha256, bytes: bytes.length }));
}
