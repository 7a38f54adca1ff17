/** The heads of numbered items in agendas and minutes: "3 Title", "3.", "77/21 Title", "DSC/84", "## Title". */
import { plainText, type Lines, type Prose } from '#base/prose.js';
import { dropStart } from '../source/inline.js';
import { span, type Piece } from '../source/source.js';
import { datesIn } from './dates.js';
import { couldHead } from './pieces.js';

export interface ItemHead {
  /** Index of its first piece. */
  readonly at: number;
  /** Index after its last piece. */
  readonly end: number;
  readonly number: string | null;
  readonly title: string;
  readonly prose: Prose;
  readonly lines: Lines;
  /** What stands on the line behind the title: "Apologies: Cllr Lime (unwell). Accepted." */
  readonly rest: Piece | null;
}

interface Candidate extends ItemHead {
  readonly order: number;
  readonly family: string;
  readonly score: number;
}

const PLAIN =
  /^(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|minute\s+(?:no\.?\s*)?)?(\d{1,4})\s{0,3}(?:[.):–-]\s{0,3}|\s)\s{0,3}(?=[\p{Lu}\p{N}‘'“"(*])/iu;
const ALONE = /^(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|minute\s+(?:no\.?\s*)?)?(\d{1,4})[.):]?$/i;
const COMPOSITE = /^((?:\p{Lu}\p{L}{0,6}[/.-]?)?\d{1,4}(?:\/\d{2,4}){0,2}(?:-\d{2,4})?)[.):]?(?:\s+|$)/u;
const LONGEST_TITLE = 260;

/** A document's size glued to its title by the extractor: "Budget PDF 243 KB". */
export function withoutSize(text: string): string {
  return text
    .replace(
      /\s*\(?(?<![\p{L}\p{N}])(?:PDF|DOCX?|XLSX?|PPTX?)\s*,?\s*\d{1,6}(?:\.\d{1,2})?\s*[KM]B(?![\p{L}\p{N}])\)?\.?/giu,
      '',
    )
    .trim();
}

function titleLike(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= LONGEST_TITLE &&
    /\p{L}{2}/u.test(text) &&
    !/[;,]$/.test(text) &&
    !(/\.$/.test(text) && text.length > 90) &&
    !/^\p{Ll}/u.test(text)
  );
}

/** "3. Minutes: approved." is a title with its text on one line, as parishes print it. */
function colonTitle(piece: Piece): { readonly head: Piece; readonly rest: Piece } | null {
  const found = /^((?:\S{1,14}\s+)?[^:.]{3,70}):\s+(\S.*)$/s.exec(piece.text.slice(0, 3000));
  if (
    !found?.[1] ||
    !found[2] ||
    !(piece.number !== null || /^\S{0,8}\d/.test(piece.text)) ||
    !(/[.!?]$/.test(found[2]) || /^(?:none|nil|noted|approved|accepted|agreed|resolved)\b/i.test(found[2]))
  )
    return null;
  const length = found[1].length;
  const shared = { level: null, marker: null, number: null, table: null, lines: piece.lines } as const;
  return {
    head: { ...piece, text: found[1], prose: [{ text: found[1] }] },
    rest: {
      ...shared,
      kind: 'text',
      gap: false,
      depth: 0,
      text: piece.text.slice(length + 1).trim(),
      prose: dropStart(piece.prose, length + 1),
    },
  };
}

/** "**77/23 Interests** None." is a title in bold with its text on one line. */
function boldTitle(piece: Piece): { readonly head: Piece; readonly rest: Piece } | null {
  const bold = piece.prose.findIndex((run) => run.bold !== true && run.text.trim() !== '');
  if (bold < 1) return null;
  const title = piece.prose.slice(0, bold);
  const text = plainText(title).trim();
  if (text.length > 120 || (!/^\S{0,14}\d/.test(text) && piece.number === null) || !/\p{L}{2}/u.test(text)) return null;
  const shared = { level: null, marker: null, number: null, table: null, lines: piece.lines } as const;
  const rest = dropStart(piece.prose, plainText(title).length);
  return {
    head: { ...piece, text, prose: title },
    rest: { ...shared, kind: 'text', gap: false, depth: 0, text: plainText(rest), prose: rest },
  };
}

/** "24/01, 24/02" counts in its second number, "77/21, 78/21" in its first: both are tried. */
function secondReading(candidate: Candidate | null): Candidate | null {
  const found = candidate && candidate.family !== '' ? /^(\D*\d{1,4}\D+)(\d{1,4})$/.exec(candidate.number ?? '') : null;
  return candidate && found ? { ...candidate, order: Number(found[2]), family: `${found[1]}#` } : null;
}

function candidateAt(pieces: readonly Piece[], at: number): Candidate | null {
  const piece = pieces[at];
  const next = pieces[at + 1];
  if (!piece || piece.kind === 'table' || (piece.number?.includes('.') ?? false)) return null;
  const split = boldTitle(piece) ?? colonTitle(piece);
  if (split) {
    const found = candidateAt([split.head, ...(next ? [next] : [])], 0);
    return found && found.end === 1 ? { ...found, at, end: at + 1, lines: piece.lines, rest: split.rest } : null;
  }
  const bonus =
    (piece.level !== null ? 3 : 0) +
    (piece.gap ? 1 : 0) +
    (piece.prose[0]?.bold ? 2 : 0) +
    (next && next.kind === 'text' && next.number === null ? 0.5 : 0);
  if (piece.kind === 'item') {
    if (piece.number === null || !/^\d/.test(piece.marker ?? '')) return null;
    const order = Number(piece.number);
    if (piece.text === '')
      return next?.kind === 'text' && titleLike(next.text)
        ? made(pieces, at, at + 2, String(order), next.text, next.prose, order, '', bonus)
        : null;
    return titleLike(piece.text) && (!/[.]$/.test(piece.text) || piece.text.length < 60)
      ? made(
          pieces,
          at,
          at + 1,
          piece.number,
          piece.text,
          piece.prose,
          order,
          '',
          bonus + (/[.:;]$/.test(piece.text) ? -1.5 : 0),
        )
      : null;
  }
  const text = piece.text;
  const alone = ALONE.exec(text);
  if (alone?.[1]) {
    if (!next || next.kind !== 'text' || !titleLike(next.text) || ALONE.test(next.text)) return null;
    return made(
      pieces,
      at,
      at + 2,
      alone[1],
      next.text,
      next.prose,
      Number(alone[1]),
      '',
      bonus + (/\.$/.test(next.text) ? -1 : 0),
    );
  }
  const composite = COMPOSITE.exec(text.slice(0, 60));
  if (composite?.[1] && /[/\p{L}]/u.test(composite[1]) && datesIn(text.slice(0, 24)).length === 0) {
    const order = Number(/\d{1,4}/.exec(composite[1])?.[0] ?? 0);
    const family = composite[1].replace(/\d{1,4}/, '#');
    const title = text.slice(composite[0].length).trim();
    // "C048/23" repeats its shape; "A4 paper" does not, and one of a kind makes no chain.
    if (title === '')
      return next?.kind === 'text' && titleLike(next.text)
        ? made(pieces, at, at + 2, composite[1], next.text, next.prose, order, family, bonus)
        : null;
    if (titleLike(title))
      return made(
        pieces,
        at,
        at + 1,
        composite[1],
        title,
        dropStart(piece.prose, text.length - title.length),
        order,
        family,
        bonus,
      );
  }
  const plain = PLAIN.exec(text.slice(0, 60));
  if (plain?.[1]) {
    const title = text.slice(plain[0].length).trim();
    if (!titleLike(title) || datesIn(text.slice(0, 30)).some((date) => date.at < 3)) return null;
    return made(
      pieces,
      at,
      at + 1,
      plain[1],
      title,
      dropStart(piece.prose, plain[0].length),
      Number(plain[1]),
      '',
      bonus + (/[.:]$/.test(title) ? -1.5 : 0),
    );
  }
  return null;
}

function made(
  pieces: readonly Piece[],
  at: number,
  end: number,
  number: string,
  title: string,
  prose: Prose,
  order: number,
  family: string,
  score: number,
): Candidate {
  const clean = withoutSize(title);
  return {
    at,
    end,
    number,
    title: clean,
    prose: clean === title ? prose : [{ text: clean }],
    lines: span(pieces.slice(at, end)),
    order,
    family,
    score: score + 2,
    rest: null,
  };
}

/**
 * The best rising chain among the candidates of one family. Steps of up to three are allowed, because items are
 * left out and renumbered; a restart at 1 inside an item is another list and cannot join.
 */
function bestChain(candidates: readonly Candidate[]): { readonly chain: readonly Candidate[]; readonly score: number } {
  const ends = new Map<
    number,
    { readonly candidate: Candidate; readonly score: number; readonly before: number | null }
  >();
  const kept: { candidate: Candidate; score: number; before: number | null }[] = [];
  const index = new Map<number, number>();
  let best = -1;
  for (const candidate of candidates) {
    let before: number | null = null;
    let score = candidate.score;
    for (let step = 1; step <= 3; step += 1) {
      const end = ends.get(candidate.order - step);
      const cost = (step - 1) * 2.5;
      if (end && end.score - cost + candidate.score > score && end.candidate.end <= candidate.at) {
        score = end.score - cost + candidate.score;
        before = index.get(candidate.order - step) ?? null;
      }
    }
    const known = ends.get(candidate.order);
    if (known && known.score >= score) continue;
    kept.push({ candidate, score, before });
    index.set(candidate.order, kept.length - 1);
    ends.set(candidate.order, { candidate, score, before });
    if (best < 0 || score > (kept[best]?.score ?? 0)) best = kept.length - 1;
  }
  const chain: Candidate[] = [];
  for (let at: number | null = best < 0 ? null : best; at !== null; at = kept[at]?.before ?? null) {
    const link = kept[at];
    if (link) chain.unshift(link.candidate);
  }
  return { chain, score: kept[best]?.score ?? 0 };
}

/** Heads of the numbered items among the pieces from `from` to `to`; empty where no chain of two is found. */
export function itemHeads(pieces: readonly Piece[], from: number, to: number): readonly ItemHead[] {
  const families = new Map<string, Candidate[]>();
  for (let at = from; at < to; at += 1) {
    const candidate = candidateAt(pieces, at);
    for (const one of [candidate, secondReading(candidate)]) {
      if (!one || one.end > to) continue;
      const family = families.get(one.family);
      if (family) family.push(one);
      else families.set(one.family, [one]);
    }
  }
  let best: { readonly chain: readonly Candidate[]; readonly score: number } = { chain: [], score: 0 };
  for (const [family, candidates] of families) {
    const found = bestChain(candidates);
    const score = found.score + (family !== '' && found.chain.length > 1 ? found.chain.length * 2 : 0);
    if (found.chain.length >= 2 && score > best.score) best = { chain: found.chain, score };
  }
  return best.chain.map(({ at, end, number, title, prose, lines, rest }) => ({
    at,
    end,
    number,
    title,
    prose,
    lines,
    rest,
  }));
}

/** Items of a supplement: it brings one or two of an agenda, so their numbers rise in any steps. */
export function risingHeads(pieces: readonly Piece[], from: number, to: number): readonly ItemHead[] {
  const found: ItemHead[] = [];
  let last = 0;
  for (let at = from; at < to; at += 1) {
    const candidate = candidateAt(pieces, at);
    if (!candidate || candidate.family !== '' || candidate.order <= last || candidate.end > to) continue;
    last = candidate.order;
    const { end, number, title, prose, lines, rest } = candidate;
    found.push({ at, end, number, title, prose, lines, rest });
  }
  return found;
}

/** Headings without numbers, where the source marks them (## Title). */
export function markedHeads(pieces: readonly Piece[], from: number, to: number): readonly ItemHead[] {
  const levels = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const level = pieces[at]?.level;
    if (level !== null && level !== undefined) levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  const level = [...levels].filter(([, count]) => count >= 2).toSorted((a, b) => a[0] - b[0])[0]?.[0];
  if (level === undefined) return [];
  const found: ItemHead[] = [];
  for (let at = from; at < to; at += 1) {
    const piece = pieces[at];
    if (piece?.level === level && couldHead(piece))
      found.push({
        at,
        end: at + 1,
        number: null,
        title: withoutSize(piece.text),
        prose: piece.prose,
        lines: piece.lines,
        rest: null,
      });
  }
  return found;
}
