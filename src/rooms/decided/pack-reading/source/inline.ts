/** Styles inside a line: the common Markdown marks and stray HTML tags. One pass, no backtracking. */
import type { Prose, Run } from '#base/prose.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  eacute: 'é',
};

const LONGEST_TAG = 300;
const LONGEST_ADDRESS = 2000;

/** The address if a page may link to it, else null: http, https, mailto, and anchors with a name. */
export function safeHref(address: string): string | null {
  const trimmed = address.trim();
  if (/^#[\w.-]+$/.test(trimmed)) return trimmed;
  if (!/^(?:https?:\/\/|mailto:)[^\s"'<>]+$/i.test(trimmed)) return null;
  return URL.canParse(trimmed) ? trimmed : null;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character.trim() === '';
}

function isWordy(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function entityAt(text: string, at: number): { readonly value: string; readonly length: number } | null {
  const found = /^&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/i.exec(text.slice(at, at + 12));
  if (!found) return null;
  const code = found[1] ? Number(found[1]) : found[2] ? parseInt(found[2], 16) : null;
  if (code !== null)
    return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? { value: String.fromCodePoint(code), length: found[0].length }
      : null;
  const named = ENTITIES[(found[3] ?? '').toLowerCase()];
  return named === undefined ? null : { value: named, length: found[0].length };
}

/** Length of the tag that starts here, or 0: "<" in a sentence is no tag. */
function tagAt(text: string, at: number): number {
  const next = text[at + 1];
  if (next === undefined || !/[a-z/!]/i.test(next)) return 0;
  const window = text.slice(at + 1, at + LONGEST_TAG);
  const end = window.search(/[<>]/);
  if (end < 0 || window[end] !== '>' || /^(?:https?:|mailto:)|@/.test(window.slice(0, end))) return 0;
  return end + 2;
}

function linkAt(
  text: string,
  at: number,
): { readonly label: string; readonly address: string; readonly length: number } | null {
  const window = text.slice(at + 1, at + LONGEST_TAG * 4);
  const close = window.search(/[[\]]/);
  if (close < 0 || window[close] !== ']' || window[close + 1] !== '(') return null;
  const tail = text.slice(at + close + 3, at + close + 3 + LONGEST_ADDRESS);
  const end = tail.search(/[)\s]/);
  if (end < 0 || tail[end] !== ')') return null;
  return { label: window.slice(0, close), address: tail.slice(0, end), length: close + 3 + end + 1 };
}

/** Prose of a line or of joined lines. */
export function inline(raw: string): Prose {
  const runs: Run[] = [];
  let buffer = '';
  let bold = false;
  let italic = false;
  const last: Record<string, number> = {
    '*': raw.lastIndexOf('*'),
    _: raw.lastIndexOf('_'),
    '**': raw.lastIndexOf('**'),
    __: raw.lastIndexOf('__'),
  };
  const push = (href?: string): void => {
    const text = buffer;
    buffer = '';
    if (text === '') return;
    runs.push({
      text,
      ...(bold ? { bold: true as const } : {}),
      ...(italic ? { italic: true as const } : {}),
      ...(href ? { href } : {}),
    });
  };
  for (let at = 0; at < raw.length;) {
    const character = raw[at] ?? '';
    if (character === '\\' && /[\\`*_{}[\]()#+\-.!|<>~]/.test(raw[at + 1] ?? '')) {
      buffer += raw[at + 1];
      at += 2;
      continue;
    }
    if (character === '&') {
      const entity = entityAt(raw, at);
      buffer += entity ? entity.value : '&';
      at += entity ? entity.length : 1;
      continue;
    }
    if (character === '<') {
      const length = tagAt(raw, at);
      buffer += length > 0 ? ' ' : '<';
      at += length > 0 ? length : 1;
      continue;
    }
    if (character === '!' && raw[at + 1] === '[') {
      const image = linkAt(raw, at + 1);
      if (image) {
        buffer += image.label;
        at += image.length + 1;
        continue;
      }
    }
    if (character === '[') {
      const link = linkAt(raw, at);
      if (link) {
        push();
        buffer = link.label.replaceAll('**', '').replaceAll('*', '');
        push(safeHref(link.address) ?? undefined);
        at += link.length;
        continue;
      }
    }
    if (character === '*' || character === '_') {
      const double = raw[at + 1] === character;
      const mark = double ? character + character : character;
      const before = raw[at - 1];
      const after = raw[at + mark.length];
      const open = double ? bold : italic;
      const opens =
        !open &&
        !isSpace(after) &&
        !isWordy(before) &&
        (isWordy(after) || isSpace(before) || before === '*' || before === '_') &&
        (last[mark] ?? -1) >= at + mark.length;
      const closes = open && !isSpace(before) && (character === '*' || !isWordy(after));
      if (opens || closes) {
        push();
        if (double) bold = !bold;
        else italic = !italic;
      } else buffer += mark;
      at += mark.length;
      continue;
    }
    buffer += character;
    at += 1;
  }
  push();
  return tidy(runs);
}

/** White space as one blank, none at the ends, neighbours of one style joined. */
export function tidy(runs: Prose): Prose {
  const done: Run[] = [];
  let blank = true;
  for (const run of runs) {
    let text = run.text.replace(/\s+/gu, ' ');
    if (blank) text = text.replace(/^ /, '');
    if (text === '') continue;
    blank = text.endsWith(' ');
    const before = done.at(-1);
    if (before && before.bold === run.bold && before.italic === run.italic && before.href === run.href)
      done[done.length - 1] = { ...before, text: before.text + text };
    else done.push({ ...run, text });
  }
  const end = done.at(-1);
  if (end && end.text.endsWith(' ')) {
    if (end.text === ' ') done.pop();
    else done[done.length - 1] = { ...end, text: end.text.slice(0, -1) };
  }
  return done;
}

/** Prose without its first characters, for labels and numbers that are read away. */
export function dropStart(runs: Prose, length: number): Prose {
  let left = length;
  const done: Run[] = [];
  for (const run of runs) {
    if (left >= run.text.length) {
      left -= run.text.length;
      continue;
    }
    done.push(left > 0 ? { ...run, text: run.text.slice(left) } : run);
    left = 0;
  }
  return tidy(done);
}

/** The first characters of prose. */
export function takeStart(runs: Prose, length: number): Prose {
  let left = length;
  const done: Run[] = [];
  for (const run of runs) {
    if (left <= 0) break;
    done.push(left >= run.text.length ? run : { ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  return tidy(done);
}

/** Two stretches of prose as one, with a blank between. */
export function joinProse(first: Prose, second: Prose): Prose {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  return tidy([...first, { text: ' ' }, ...second]);
}
