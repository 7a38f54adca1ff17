/** What a new version of a pack says otherwise than the one before it. */
import { diffArrays } from 'diff';
import { fold } from '#base/fold.js';
import { packStatements, type PackStatement } from './statements.js';
import type { PackContent } from './words.js';

export interface PackChange {
  readonly section: string;
  /** Where it stands, as a reader says it: "item 3, paragraph 2.1". */
  readonly place: string;
  /** In the new version; null for what is no longer there. */
  readonly anchor: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string | null;
  readonly after: string | null;
}

/** Beyond this many steps two packs have so little in common that aligning them says nothing. */
const editsAtMost = 4_000;
/** Beyond this many pairs of removed and added statements, likeness is not weighed. */
const pairsAtMost = 60_000;
/** Share of common words from which an addition counts as the removed statement in other words. */
const alikeFrom = 0.5;

/** The differences in reading order of the new version. Numbers of anchors that only moved on are no difference: texts are compared. */
export function packChanges(before: PackContent, after: PackContent): readonly PackChange[] {
  const old = packStatements(before);
  const fresh = packStatements(after);
  const changes: PackChange[] = [];
  for (const step of steps(old, fresh)) {
    const pairs = pairUp(step.removed, step.added);
    const paired = new Set(pairs.values());
    for (const statement of step.removed) {
      const partner = pairs.get(statement);
      changes.push(
        partner
          ? {
              section: partner.section,
              place: placeOf(partner),
              anchor: partner.anchor,
              kind: 'changed',
              before: statement.text,
              after: partner.text,
            }
          : {
              section: statement.section,
              place: placeOf(statement),
              anchor: null,
              kind: 'removed',
              before: statement.text,
              after: null,
            },
      );
    }
    for (const statement of step.added) {
      if (!paired.has(statement))
        changes.push({
          section: statement.section,
          place: placeOf(statement),
          anchor: statement.anchor,
          kind: 'added',
          before: null,
          after: statement.text,
        });
    }
  }
  return changes;
}

function placeOf({ section, heading, number }: PackStatement): string {
  const [, item = null, title = ''] = /^Item (.*?): (.*)$/s.exec(section) ?? [];
  const part = item === null ? (section === 'Cover' ? 'the cover' : section.toLowerCase()) : `item ${item}`;
  if (number !== null) return `${part}, paragraph ${number}`;
  return heading === section || heading === title ? part : `${part}, “${heading}”`;
}

interface Step {
  readonly removed: readonly PackStatement[];
  readonly added: readonly PackStatement[];
}

/** Neighbouring removals and additions taken together. */
function steps(old: readonly PackStatement[], fresh: readonly PackStatement[]): readonly Step[] {
  const found = diffArrays([...old], [...fresh], {
    comparator: (a, b) => a.text === b.text,
    maxEditLength: editsAtMost,
  });
  if (!found) return [{ removed: old, added: fresh }];
  const made: { removed: PackStatement[]; added: PackStatement[] }[] = [];
  let open = false;
  for (const part of found) {
    if (!part.added && !part.removed) {
      open = false;
      continue;
    }
    if (!open) made.push({ removed: [], added: [] });
    open = true;
    made.at(-1)?.[part.added ? 'added' : 'removed'].push(...part.value);
  }
  return made;
}

/** Each removed statement with the added one that is most like it, the most alike first, in pairs that do not cross. */
function pairUp(
  removed: readonly PackStatement[],
  added: readonly PackStatement[],
): ReadonlyMap<PackStatement, PackStatement> {
  const pairs = new Map<PackStatement, PackStatement>();
  if (removed.length * added.length > pairsAtMost) return pairs;
  const oldWords = removed.map((statement) => wordCounts(statement.text));
  const newWords = added.map((statement) => wordCounts(statement.text));
  const scored = oldWords
    .flatMap((a, i) => newWords.map((b, j) => ({ i, j, score: likeness(a, b) })))
    .filter(({ score }) => score >= alikeFrom)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const taken: { readonly i: number; readonly j: number }[] = [];
  for (const { i, j } of scored) {
    if (taken.some((pair) => pair.i === i || pair.j === j || pair.i < i !== pair.j < j)) continue;
    taken.push({ i, j });
    const [from, to] = [removed[i], added[j]];
    if (from && to) pairs.set(from, to);
  }
  return pairs;
}

interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function wordCounts(text: string): Words {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

/** Dice's coefficient over words: 1 for the same words, 0 for none in common. */
function likeness(a: Words, b: Words): number {
  if (a.total + b.total === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}
