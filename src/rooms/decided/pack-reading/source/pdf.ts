/** The text layer of a PDF into lines: rows rebuilt from positions, running heads and page numbers set aside, columns seen. */
import { getDocumentProxy } from 'unpdf';
import { ok, refused, type Result } from '#base/result.js';
import { linesOf } from './decode.js';
import { piecesOf } from './lines.js';
import type { Source } from './source.js';
import { pageLines, type Glyphs } from './pdf-lines.js';

export const MOST_PAGES = 3000;
const EDGE = 2;

export type PdfProblem = 'pdf with password' | 'pdf damaged' | 'pdf without text' | 'pdf with too many pages';

function isNamed(problem: unknown, name: string): boolean {
  return problem instanceof Error && (problem.name === name || problem.constructor.name === name);
}

/** "Page 12 of 50", "12", and a running head with its number: the same but for digits. */
function shape(line: string): string {
  return line
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();
}

/** Lines at the edges of pages that return on at least half of the pages, or hold nothing but a page number. */
function runningLines(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)].map(shape)))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set(
    [...counts]
      .filter(([line, count]) => line !== '' && pages.length >= 3 && count >= Math.max(3, pages.length * 0.5))
      .map(([line]) => line),
  );
}

/** Sheets that a system puts between papers, and empty pages that say so. */
const BETWEEN_PAPERS =
  /^(?:agenda\s+item\s+\d{1,3}[a-z]?|(?:this\s+page\s+is\s+)?intentionally\s+(?:left\s+)?blank\.?|this\s+page\s+(?:is|has\s+been)\s+(?:intentionally\s+)?left\s+blank(?:\s+intentionally)?\.?)$/i;

/** No heading: as wide as running text, or the end of its sentence. */
function isFull(line: string, widest: number): boolean {
  return widest !== Infinity && (line.length > widest * 0.6 || /[.;]$/.test(line));
}

/** A full line of running text at the end of a page whose sentence has no end. */
function breaksOff(line: string): boolean {
  return line.length > 45 && !line.startsWith('|') && !/[.!?:;]["'”’)]?$/.test(line) && /\p{Ll}/u.test(line);
}

const tailOfPdf = 2048;
const plainPdfAtMost = 30_000_000;

/**
 * Whether a PDF has no end, or no table of its objects where its end says. The reader would search such a file byte by
 * byte for half a minute to find that nothing is there; a whole PDF ends with both (ISO 32000-1, 7.5.5).
 */
export function isCutPdf(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  const end = latin1.decode(bytes.subarray(-tailOfPdf));
  const starts = [...end.matchAll(/startxref\s+(\d{1,10})/g)];
  if (starts.length === 0 && !end.includes('%%EOF')) return true;
  if (bytes.length <= plainPdfAtMost) return false;
  const head = Math.max(0, latin1.decode(bytes.subarray(0, 1024)).indexOf('%PDF-'));
  // Some writers count from the first byte, others from "%PDF-".
  const isTable = (at: number): boolean =>
    /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(latin1.decode(bytes.subarray(at, at + 64)));
  return !starts.some((start) => isTable(Number(start[1])) || isTable(Number(start[1]) + head));
}

/** Reads the text layer. Any failure of the reader is a damaged file, said in words. */
export async function pdfSource(bytes: Uint8Array): Promise<Result<Source, PdfProblem>> {
  if (isCutPdf(bytes)) return refused('pdf damaged');
  const pages: (readonly string[])[] = [];
  try {
    // The reader takes the memory over, so it gets a copy; no scripts, no outside fonts.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
    try {
      if (document.numPages > MOST_PAGES) return refused('pdf with too many pages');
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const content = await page.getTextContent();
        const glyphs = content.items.flatMap((item): readonly Glyphs[] =>
          'str' in item && item.str.trim() !== ''
            ? [
                {
                  text: item.str,
                  x: Number(item.transform[4]),
                  y: Number(item.transform[5]),
                  width: item.width,
                  height: Math.abs(Number(item.transform[3])) || item.height || 10,
                },
              ]
            : [],
        );
        pages.push(pageLines(glyphs, page.getViewport({ scale: 1 }).width));
        page.cleanup();
      }
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (problem) {
    return refused(isNamed(problem, 'PasswordException') ? 'pdf with password' : 'pdf damaged');
  }
  const running = runningLines(pages.map((page) => page.filter((line) => line !== '')));
  const lines: string[] = [];
  const decoration = new Set<number>();
  const pageStarts: number[] = [];
  let isOpen = false;
  let widest = 0;
  const continued = new Set<number>();
  for (const page of pages) {
    pageStarts.push(lines.length + 1);
    const filled = page.flatMap((line, index) => (line === '' ? [] : [index]));
    const edges = new Set([...filled.slice(0, EDGE), ...filled.slice(-EDGE)]);
    const isRunning = (line: string, index: number): boolean => {
      const number = /^(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*$/i.test(line) && filled.length > 1;
      return (
        edges.has(index) &&
        line !== '' &&
        (running.has(shape(line)) ||
          BETWEEN_PAPERS.test(line) ||
          (number && (index === filled.at(-1) || index === filled[0])))
      );
    };
    const body = filled.filter((index) => !isRunning(page[index] ?? '', index));
    const [first = -1, last = -1] = [body[0], body.at(-1)];
    for (const [index, line] of page.entries()) {
      // A sentence that the end of the page cut goes on without a blank line.
      if (line === '' && ((isOpen && index < first) || (index > last && breaksOff(page[last] ?? '')))) continue;
      lines.push(linesOf(line)[0] ?? '');
      if (isOpen && index === first && isFull(line, widest)) continued.add(lines.length);
      if (isRunning(line, index)) decoration.add(lines.length);
    }
    widest = Math.max(...body.map((index) => (page[index] ?? '').length));
    isOpen = last >= 0 && breaksOff(page[last] ?? '') && (page[last] ?? '').length > widest * 0.5;
    if ((page[last] ?? '').length < widest * 0.8) widest = Infinity;
    if (!isOpen) lines.push('');
  }
  if (lines.join('').replace(/[^\p{L}\p{N}]/gu, '').length < 8) return refused('pdf without text');
  return ok({ kind: 'pdf', lines, ...piecesOf(lines, decoration, continued), pages: pages.length, pageStarts });
}
