/**
 * Annexes behind the last report. Where headings name them ("Annex 2", "Appendix B – Costs") the boundary stands in the
 * text. Otherwise it is worked out from what the report says each annex is, and every such boundary is a doubt.
 */
import { withoutEnd, withoutStart } from '#base/ends.js';
import { blockText, type Block } from '#base/prose.js';
import { span, type Piece } from '../source/source.js';
import type { ReadAnnex } from '../words.js';
import { blocksOf } from './blocks.js';
import { couldHead, heads, keywords } from './pieces.js';

export interface NamedAnnex {
  readonly number: string;
  /** What the report says it is: "a headline report on research into belonging and safety in London schools". */
  readonly what: string;
}

export interface AnnexRead {
  readonly annex: ReadAnnex;
  /** The boundary was worked out, not read. */
  readonly workedOut: boolean;
}

const MENTION = /\b(annex(?:e)?|appendix|enclosure)\s+([A-Z]|\d{1,2}[A-Z]?)\b/gi;
const HEADING = /^(?:annex(?:e)?|appendix|enclosure)\s+([A-Z]|\d{1,2}[A-Z]?)\b\s*[-–—:.]*\s*(.*)$/i;
const KIND_WORDS = new Set([
  'annex',
  'appendix',
  'included',
  'attached',
  'set',
  'alongside',
  'meeting',
  'board',
  'report',
  'draft',
  'full',
  'copy',
  'detail',
  'see',
  'inform',
  'discussion',
  'out',
  'found',
  'shown',
  'provided',
  'available',
  'headline',
  'example',
  'created',
  'committee',
]);

/** Annexes that the text of a report names, in their order, with the words that stand before each mention. */
export function namedAnnexes(body: readonly Block[]): readonly NamedAnnex[] {
  const found = new Map<string, NamedAnnex>();
  for (const block of body) {
    const text = blockText(block);
    if (!/annex|appendix|enclosure/i.test(text)) continue;
    let from = 0;
    for (const match of text.matchAll(MENTION)) {
      const number = (match[2] ?? '').toUpperCase();
      const what =
        text
          .slice(Math.max(from, match.index - 220), match.index)
          .split(/[.;]\s/)
          .at(-1) ?? '';
      from = match.index + match[0].length;
      if (!found.has(number))
        found.set(number, {
          number,
          what: withoutStart(withoutEnd(what, /[\s(,]/), /[\s,)]/)
            .replace(/^(?:and|alongside|with)\s+/i, '')
            .trim(),
        });
    }
  }
  return [...found.values()].toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
}

/** Headings that name an annex, in the pieces from `from`. */
export function annexHeadings(
  pieces: readonly Piece[],
  from: number,
): readonly { readonly at: number; readonly number: string; readonly title: string }[] {
  const found: { at: number; number: string; title: string }[] = [];
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    const match = piece && piece.gap && couldHead(piece) && piece.text.length < 120 ? HEADING.exec(piece.text) : null;
    if (!match?.[1] || /\b(?:is|are|sets?|shows?|contains?|provides?)\b/i.test(match[2] ?? '')) continue;
    const next = pieces[at + 1];
    const title = match[2]?.trim() || (next && couldHead(next) ? next.text : '');
    found.push({ at, number: match[1].toUpperCase(), title });
  }
  return found;
}

/** Title pages: a heading in capitals or marked, standing alone; or the first heading of the tail come again. */
function startScores(
  tail: readonly Piece[],
  words: readonly ReadonlySet<string>[],
  annex: NamedAnnex,
  opening: string,
): ReadonlyMap<number, number> {
  const wanted = keywords(annex.what).filter((word) => !KIND_WORDS.has(word));
  const scores = new Map<number, number>();
  const slides = /\b(?:slides?|presentation|powerpoint)\b/i.test(annex.what);
  for (const [at, piece] of tail.entries()) {
    if (at === 0 || !piece.gap || !couldHead(piece)) continue;
    const near = words.slice(at, at + 12);
    const inTitle = wanted.filter((word) => words[at]?.has(word)).length;
    const inText = wanted.filter((word) => near.some((set) => set.has(word))).length;
    const share = wanted.length === 0 ? 0 : (inTitle * 0.7 + inText * 0.5) / wanted.length;
    // Slides open with the title page of what they present.
    const again = piece.text === opening ? 0.8 : 0;
    const score = slides ? again + share * 0.3 : share + (inTitle > 0 ? 0.15 : 0);
    if (score >= 0.5) scores.set(at, score);
  }
  return scores;
}

/** Best rising choice of one start for each annex; an annex without any is left out. */
function chooseStarts(tail: readonly Piece[], named: readonly NamedAnnex[]): ReadonlyMap<string, number> {
  const opening = tail[0]?.text ?? '';
  const words = named.length > 1 ? tail.map((piece) => new Set(keywords(piece.text.slice(0, 400)))) : [];
  interface Choice {
    readonly score: number;
    readonly last: number;
    readonly starts: readonly (readonly [string, number])[];
  }
  let choices: readonly Choice[] = [{ score: 0, last: 0, starts: [[named[0]?.number ?? '', 0]] }];
  for (const annex of named.slice(1)) {
    const next: Choice[] = [...choices];
    for (const [at, score] of startScores(tail, words, annex, opening)) {
      const before = choices.filter((choice) => choice.last < at).toSorted((a, b) => b.score - a.score)[0];
      if (before) next.push({ score: before.score + score, last: at, starts: [...before.starts, [annex.number, at]] });
    }
    choices = next.toSorted((a, b) => b.score - a.score || a.last - b.last).slice(0, 400);
  }
  const best = choices[0];
  return new Map(best?.starts ?? []);
}

/**
 * Where the last report ends and its annexes begin: after the last paragraph of its rising numbers, at the first line that
 * stands like a heading. Null where no annex is named or no numbers run.
 */
export function tailStart(pieces: readonly Piece[]): number | null {
  let last = 0;
  let end = -1;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'item' || piece.number === null) continue;
    const top = Number(piece.number.split('.')[0]);
    if (
      top === last + 1 ||
      (top === last && piece.number.includes('.')) ||
      (top > last && top <= last + 8 && last > 0)
    ) {
      last = Math.max(last, top);
      end = at;
    } else if (top < last) break;
  }
  if (end < 0) return null;
  for (let at = end + 1; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (
      piece &&
      piece.gap &&
      couldHead(piece) &&
      (heads(piece, pieces[at + 1]) || piece.text === piece.text.toUpperCase())
    )
      return at;
  }
  return null;
}

function annexOf(
  item: string | null,
  number: string | null,
  title: string,
  pieces: readonly Piece[],
  titled: number,
): ReadAnnex {
  return { item, number, title, body: blocksOf(pieces.slice(titled)), lines: span(pieces) };
}

/** Annexes of the pieces behind a report. */
export function readAnnexes(
  tail: readonly Piece[],
  named: readonly NamedAnnex[],
  item: string | null,
): { readonly annexes: readonly AnnexRead[]; readonly missing: readonly NamedAnnex[] } {
  if (tail.length === 0) return { annexes: [], missing: named };
  const printed = annexHeadings(tail, 0);
  if (printed.length > 0) {
    const annexes = printed.map((heading, index): AnnexRead => {
      const own = tail.slice(heading.at, printed[index + 1]?.at ?? tail.length);
      // The title may stand on the line below the number.
      const below = own[1] && own[1].text === heading.title ? 2 : 1;
      return {
        annex: annexOf(item, heading.number, heading.title || (own[0]?.text ?? ''), own, below),
        workedOut: false,
      };
    });
    const before = printed[0]?.at ?? 0;
    const front =
      before > 0
        ? [{ annex: annexOf(item, null, tail[0]?.text ?? '', tail.slice(0, before), 1), workedOut: true }]
        : [];
    return {
      annexes: [...front, ...annexes],
      missing: named.filter((one) => !printed.some((heading) => heading.number === one.number)),
    };
  }
  const starts = chooseStarts(tail, named);
  const order = [...starts].toSorted((a, b) => a[1] - b[1]);
  const annexes = order.map(([number, at], index): AnnexRead => {
    const own = tail.slice(at, order[index + 1]?.[1] ?? tail.length);
    const titled = own[0] && couldHead(own[0]) ? 1 : 0;
    return { annex: annexOf(item, number || null, own[0]?.text.slice(0, 200) ?? '', own, titled), workedOut: true };
  });
  return { annexes, missing: named.filter((one) => !starts.has(one.number)) };
}
