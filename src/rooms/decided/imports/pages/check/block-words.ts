import { type Block, blockText } from '#base/prose.js';

/** The words of a block for a list, on one line and cut at a length. */
export function blockWords(block: Block, length = 220): string {
  const text = blockText(block).replace(/\s+/g, ' ').trim();
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
