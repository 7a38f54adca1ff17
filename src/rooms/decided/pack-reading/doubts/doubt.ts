/** How a doubt is made: one sentence, its places, and an id that two readings of one file share. */
import type { Lines } from '#base/prose.js';
import type { Doubt, DoubtKind } from '../words.js';

export interface Place {
  readonly lines: Lines;
  readonly words: string;
}

/** FNV-1a in two halves: short, the same everywhere, and not for secrets. */
function fingerprint(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193) >>> 0;
    second = Math.imul(second ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0');
}

const LONGEST_WORDS = 240;

export function makeDoubt(
  kind: DoubtKind,
  weight: Doubt['weight'],
  message: string,
  evidence: readonly Place[],
  choices: readonly string[] = [],
): Doubt {
  const places = evidence.map(({ lines, words }) => ({
    lines,
    words: words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words,
  }));
  const place = places.map(({ lines }) => `${lines.from}-${lines.to}`).join(',');
  return {
    id: fingerprint(`${kind}|${place}|${message}`),
    kind,
    weight,
    message,
    evidence: places,
    choices: [...new Set(choices)],
  };
}

/** "A", "A and B", "A, B and C". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "1 seat", "2 seats"; "a substitute", "2 substitutes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
