/**
 * Reads a charter that was pasted as text (seed Annex 4). Every line of it is placed in the reading or listed as unplaced;
 * nothing is added to it: an owner or a date is never read out of a sentence (decision 0009). Pure.
 */
import { withoutEnd } from '#base/ends.js';
import { goingOn } from '#rooms/promised/together/index.js';
import type { EffectVerb } from '#rooms/promised/promises/index.js';

export interface ReadClause {
  /** The nearest heading above it, as written; '' where there is none. */
  readonly heading: string;
  readonly aim: string;
  readonly steps: readonly string[];
  /** Null where the text has no "So, you …". */
  readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
  /** Numbers of its lines, from 1. */
  readonly lines: readonly number[];
}

export interface CharterReading {
  readonly clauses: readonly ReadClause[];
  /** Headings under which clauses stand, with their lines. */
  readonly headings: readonly { readonly text: string; readonly line: number }[];
  /** Lines that are no part of a clause, as they stand. */
  readonly unplaced: readonly { readonly text: string; readonly line: number }[];
}

interface Line {
  readonly text: string;
  readonly number: number;
}

interface Open {
  readonly heading: string;
  readonly opening: Line[];
  readonly steps: Line[][];
  readonly effect: Line[];
  /** Whether the steps began: the line before ended in "by", or an item of a list came. */
  stepsOpen: boolean;
}

const itemMark = /^\s*(?:[-•*–▪●○◦]|\(?[a-z\d]{1,2}[.)])\s+/i;
const plain = (text: string): string =>
  text
    .replace(/[*_#>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** A page number, a rule between parts, or a mark without words. */
const isEmpty = (text: string): boolean => plain(text) === '';
const beginsClause = (text: string): boolean => /^we will\b/i.test(plain(text.replace(itemMark, '')));
const beginsEffect = (text: string): boolean =>
  /^so\b,?\s+(?:that\s+)?(?:you|your|students|pupils|everyone)\b/i.test(plain(text));
const isFootnote = (text: string): boolean => /^[¹²³⁴⁵⁶⁷⁸⁹\u2070]/.test(text.trim());
/** Short, without an end of a sentence, and not an item of a list. */
const looksLikeHeading = (text: string): boolean =>
  !itemMark.test(text) &&
  plain(text).length <= 60 &&
  plain(text).split(' ').length <= 8 &&
  /^\p{Lu}|^#/u.test(text.trim()) &&
  !/[.:;,?!…]$/.test(plain(text));

/** What comes before "by" is the aim. Where "by" is followed by words on the same line, they belong to the steps' sentence. */
function parted(opening: string): { readonly aim: string; readonly rest: string } {
  const words = goingOn(plain(opening.replace(itemMark, '')), 'we will');
  const atEnd = words.search(/[, ]by ?(?:…|\.\.\.|:)?$/i);
  if (atEnd >= 0) return { aim: tidy(words.slice(0, atEnd)), rest: '' };
  // "by ensuring it": words that stand between "by" and the list, or the one step itself. Only an -ing form opens them.
  const inside = words.search(/[, ]by (?=\w+ing\b)/i);
  return inside >= 0
    ? { aim: tidy(words.slice(0, inside)), rest: tidy(words.slice(inside + 4)) }
    : { aim: tidy(words), rest: '' };
}

function tidy(text: string): string {
  const whole = text.trim();
  return withoutEnd(whole.endsWith('…') ? whole.slice(0, -1) : whole, /[.;,:\s]/);
}

/** "So, you can shape …" -> can; "So, you feel …" -> feel. Another verb is kept as it stands, behind "can". */
function effectOf(lines: readonly Line[]): ReadClause['effect'] {
  if (lines.length === 0) return null;
  const words = plain(lines.map(({ text }) => text).join(' '));
  const known = /^so\b,? (?:that )?you (can|feel)\b/i.exec(words);
  if (known)
    return { verb: known[1]?.toLowerCase() === 'feel' ? 'feel' : 'can', words: tidy(words.slice(known[0].length)) };
  const between = /^so\b,? you,([^,]+),\s*(can|feel)\b/i.exec(words);
  if (between)
    return {
      verb: between[2]?.toLowerCase() === 'feel' ? 'feel' : 'can',
      words: `${tidy(words.slice(between[0].length))} (${tidy(between[1] ?? '')})`,
    };
  return { verb: 'can', words: tidy(words.replace(/^so\b,?\s+/i, '')) };
}

function closed(open: Open): ReadClause {
  const { aim, rest } = parted(open.opening.map(({ text }) => text).join(' '));
  const items = open.steps.map((lines) =>
    tidy(plain(lines.map(({ text }, index) => (index === 0 ? text.replace(itemMark, '') : text)).join(' '))),
  );
  // "by ensuring it" opens each of the items; alone it is the one step.
  const steps = rest === '' ? items : items.length === 0 ? [rest] : items.map((item) => `${rest} ${item}`);
  return {
    heading: open.heading,
    aim,
    steps: steps.filter((step) => step !== ''),
    effect: effectOf(open.effect),
    lines: [...open.opening, ...open.steps.flat(), ...open.effect]
      .map(({ number }) => number)
      .toSorted((a, b) => a - b),
  };
}

/** Reads the text line by line. The same text gives the same reading, and no text makes it fail. */
export function readCharter(text: string): CharterReading {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, index): Line => ({ text: line, number: index + 1 }))
    .filter((line) => line.text.trim() !== '');
  const clauses: ReadClause[] = [];
  const unplaced: Line[] = [];
  const headings = new Map<string, Line>();
  let heading: Line | null = null;
  let used = false;
  let open: Open | null = null;

  const close = (): void => {
    if (open) clauses.push(closed(open));
    open = null;
  };
  const leaveHeading = (): void => {
    if (heading && !used) unplaced.push(heading);
    heading = null;
    used = false;
  };

  for (const [index, line] of lines.entries()) {
    const current: Open | null = open;
    if (isEmpty(line.text)) {
      unplaced.push(line);
    } else if (beginsClause(line.text)) {
      close();
      const at: Line | null = heading;
      if (at !== null) {
        used = true;
        headings.set(`${at.number}`, at);
      }
      open = { heading: at === null ? '' : plain(at.text), opening: [line], steps: [], effect: [], stepsOpen: false };
    } else if (current !== null && current.effect.length === 0 && beginsEffect(line.text)) {
      current.effect.push(line);
    } else if (current !== null && current.effect.length === 0 && itemMark.test(line.text)) {
      current.stepsOpen = true;
      current.steps.push([line]);
    } else if (current !== null && current.effect.length === 0 && !isFootnote(line.text) && !endsBefore(lines, index)) {
      // A line that goes on: of the last step, or of the opening.
      const last = current.steps.at(-1);
      if (last) last.push(line);
      else current.opening.push(line);
    } else if (current !== null && current.effect.length > 0 && goesOn(current.effect.at(-1), line)) {
      current.effect.push(line);
    } else if (looksLikeHeading(line.text)) {
      close();
      leaveHeading();
      heading = line;
    } else {
      unplaced.push(line);
    }
  }
  close();
  leaveHeading();
  const told = (line: Line) => ({ text: line.text, line: line.number });
  return {
    clauses,
    headings: [...headings.values()].map(told),
    unplaced: unplaced.toSorted((a, b) => a.number - b.number).map(told),
  };
}

/** A heading stands right before the next clause: then the clause before has no effect and ends here. */
function endsBefore(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  return line !== undefined && next !== undefined && looksLikeHeading(line.text) && beginsClause(next.text);
}

/** The next line, without an empty one between, in small letters: a sentence that was broken over lines. */
function goesOn(last: Line | undefined, line: Line): boolean {
  return last !== undefined && line.number === last.number + 1 && /^\p{Ll}/u.test(line.text.trim());
}
