/**
 * How much a PDF unpacks to, before its reader unpacks it: a stream of some kilobytes may hold hundreds of megabytes of text, and the reader takes
 * them all (ISO 32000-1, 7.4.4). Pictures are left out: they are large in honest files, and no text is in them.
 */
import { inflateSync } from 'node:zlib';

const streamMark = Buffer.from('stream');
/** A stream's dictionary stands before it; a longer one is no dictionary of a page. */
const dictionaryAtMost = 2_000;
/** A filter may stand on a filter. */
const filtersAtMost = 4;

/** The dictionary that ends here; null where no stream begins. */
function dictionaryBefore(bytes: Buffer, at: number): string | null {
  const text = bytes.toString('latin1', Math.max(0, at - dictionaryAtMost), at);
  if (!text.trimEnd().endsWith('>>')) return null;
  return text.slice(text.lastIndexOf(' obj') + 1);
}

/** Where the stream's own bytes begin: after the end of the line. */
function contentAt(bytes: Buffer, at: number): number {
  const after = at + streamMark.length;
  return bytes[after] === 13 && bytes[after + 1] === 10 ? after + 2 : after + 1;
}

/** What it unpacks to; more than `most` where it goes on. What is damaged is its reader's to refuse. */
function unpacked(packed: Uint8Array, filters: number, most: number): number {
  let content = packed;
  let size = 0;
  for (let filter = 0; filter < filters; filter += 1) {
    try {
      content = inflateSync(content, { maxOutputLength: most + 1 });
    } catch (problem) {
      const code = problem instanceof Error && 'code' in problem ? problem.code : null;
      return code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : size;
    }
    size = Math.max(size, content.length);
  }
  return size;
}

/** Whether all streams but pictures unpack to more than this together. Stops as soon as they do. */
export function unpacksBeyond(file: Uint8Array, most: number): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let left = most;
  for (let at = bytes.indexOf(streamMark); at >= 0; at = bytes.indexOf(streamMark, at + streamMark.length)) {
    const dictionary = dictionaryBefore(bytes, at);
    if (dictionary === null || dictionary.includes('/Image')) continue;
    const filters = dictionary.split('/FlateDecode').length - 1;
    if (filters === 0) continue;
    if (filters > filtersAtMost) return true;
    left -= unpacked(bytes.subarray(contentAt(bytes, at)), filters, left);
    if (left < 0) return true;
  }
  return false;
}
