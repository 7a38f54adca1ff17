/**
 * What is the same for every reader until somebody publishes is worked out once for each act of publishing: figures over everything
 * published (how many, how many of each), and the short lists that a form is chosen from. Lists themselves never count (kit/db/slice.ts).
 */
import type { Read } from '#kit/db/gate.js';

const keptAtMost = 2000;

interface Kept {
  readonly revision: number;
  readonly value: Promise<unknown>;
}

/** What one server has worked out. */
export interface Tallies {
  /**
   * Lets pages that read through `read` find what was worked out at this revision, while they are made. With a function the revision is asked
   * for by the first that needs it: at work, where somebody comes back from an act of theirs and has to meet what it changed.
   */
  during<T>(read: Read, revision: number | (() => Promise<number>), work: () => Promise<T>): Promise<T>;
}

interface AtHand {
  readonly kept: Map<string, Kept>;
  readonly revision: () => Promise<number>;
}

/** For as long as a page is made, which has its connection for itself. */
const atHand = new WeakMap<Read, AtHand>();

export function makeTallies(): Tallies {
  const kept = new Map<string, Kept>();
  return {
    async during(read, revision, work) {
      let asked: Promise<number> | null = null;
      atHand.set(read, {
        kept,
        revision: () => (asked ??= typeof revision === 'number' ? Promise.resolve(revision) : revision()),
      });
      try {
        return await work();
      } finally {
        atHand.delete(read);
      }
    },
  };
}

/**
 * The answer to a question that is put to what is published and to nothing else; `question` says all that it depends on, the day too.
 * Where nobody has said at which revision a page is made (in an act) it is worked out anew. Each gate has figures of its own: at work those
 * who were invited to a register are seen as well. Within a gate everybody sees all that is published.
 */
export async function tally<T>(read: Read, question: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const own = atHand.get(read);
  if (!own) return work();
  const { kept } = own;
  const revision = await own.revision();
  const key = JSON.stringify(question);
  const known = kept.get(key);
  if (known?.revision === revision) return known.value as Promise<T>;
  const value = work();
  kept.delete(key);
  kept.set(key, { revision, value });
  // What failed is asked again.
  value.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return value;
}
