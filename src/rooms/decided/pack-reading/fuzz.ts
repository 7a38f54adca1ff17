/**
 * Many odd texts through the importer: fixtures with lines cut, swapped, doubled and spoilt, and texts made up from the words
 * that packs use. Whatever comes, a reading must hold the house's law: no exception, nothing lost, nothing invented.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lines } from '#base/prose.js';
import { lostWords, plainLine, uncovered } from './coverage.js';
import { readPack, readSource } from './read-pack.js';
import type { Reading, ReadPerson } from './words.js';

export interface FuzzReport {
  readonly inputs: number;
  readonly readings: number;
  readonly refusals: number;
  readonly seconds: number;
  /** What broke a law: number of the input, the law, and the input itself. */
  readonly failures: readonly { readonly input: number; readonly law: string; readonly text: string }[];
}

/** A small generator with a seed: the same count and seed make the same inputs. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Where the fixtures lie: beside the sources, also for the compiled code. */
export function fixturesFolder(): string {
  return join(import.meta.dirname, '..', '..', '..', '..', '..', 'src', 'rooms', 'decided', 'pack-reading', 'fixtures');
}

const WORDS = [
  'Minutes',
  'Agenda',
  '1.',
  '2',
  'RESOLVED',
  'Present:',
  'Apologies',
  'Cllr Ann Other',
  'Councillors',
  '(Chair)',
  'substituted by',
  'declared',
  'interest',
  'item 4',
  '12 March 2024',
  '10/02/2007',
  '7.30 pm',
  'Actions',
  'Decision',
  'Annex 2',
  'Purpose of Report',
  'Summary',
  'Recommendation(s)',
  '|',
  '| a | b |',
  '|---|',
  '**',
  '_',
  '- ',
  '•',
  '# ',
  '77/21',
  'Membership',
  'Labour (7)',
  '(Con)',
  'to follow',
  'pages 3 - 9',
  'Minutes:',
  '<p>',
  '</td>',
  '<b',
  '&amp;',
  '&#0;',
  '\u0000',
  '\u202e',
  '👩‍👩‍👧',
  'שלום',
  'é',
  '\t',
  '  ',
  'O’Brien',
  'van der',
  'and',
  ', ',
  ';',
  ':',
  '(',
  ')',
  '[x](javascript:y)',
  '2.1',
  '14.1.',
  'a',
  '–',
  'Board',
  'Council',
  'responded to comments:',
  'Members comments:',
  'NHSE to',
  'by 1 May 2025',
  'next meeting',
];

function pick<T>(random: () => number, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function madeUp(random: () => number): string {
  const lines: string[] = [];
  for (let count = 1 + Math.floor(random() * 40); count > 0; count -= 1) {
    const words: string[] = [];
    for (let size = Math.floor(random() * 12); size > 0; size -= 1) words.push(pick(random, WORDS) ?? '');
    lines.push(words.join(random() < 0.8 ? ' ' : ''));
  }
  return lines.join('\n');
}

/** One to six small injuries. */
function spoilt(text: string, other: string, random: () => number): string {
  let lines = text.split('\n');
  for (let times = 1 + Math.floor(random() * 6); times > 0; times -= 1) {
    const at = Math.floor(random() * lines.length);
    const line = lines[at] ?? '';
    const place = Math.floor(random() * (line.length + 1));
    switch (Math.floor(random() * 14)) {
      case 0:
        lines.splice(at, 1 + Math.floor(random() * 3));
        break;
      case 1:
        lines.splice(at, 0, line);
        break;
      case 2:
        lines.splice(Math.floor(random() * lines.length), 0, ...lines.splice(at, 2));
        break;
      case 3:
        lines[at] = line.slice(0, place) + (pick(random, WORDS) ?? '') + line.slice(place);
        break;
      case 4:
        lines[at] = line.slice(place);
        break;
      case 5:
        lines = lines.filter((one) => one.trim() !== '');
        break;
      case 6:
        lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`);
        break;
      case 7:
        lines.splice(at, 1, line.slice(0, place), line.slice(place));
        break;
      case 8:
        lines = lines.slice(0, at + 1);
        break;
      case 9:
        lines.splice(at, 0, ...other.split('\n').slice(0, 12));
        break;
      case 10:
        lines[at] = line + (pick(random, WORDS) ?? 'x').repeat(1 + Math.floor(random() * 60));
        break;
      case 11:
        lines.splice(at, 0, '');
        break;
      case 12:
        lines[at] = line.toUpperCase();
        break;
      default:
        lines[at] = line.replaceAll(' ', random() < 0.5 ? '  ' : '\u00a0');
    }
    if (lines.length === 0) lines = [''];
  }
  return lines.join(random() < 0.1 ? '\r\n' : '\n').slice(0, 6000);
}

function bytesOf(text: string, random: () => number): Uint8Array {
  const chance = random();
  if (chance < 0.02) return new Uint8Array([0xff, 0xfe, ...Buffer.from(text.slice(0, 3000), 'utf16le')]);
  if (chance < 0.04) return new Uint8Array(Buffer.from(text, 'latin1'));
  const bytes = new TextEncoder().encode(text);
  if (chance < 0.08)
    for (let times = 0; times < 8; times += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}

function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  const stack: (readonly [string, unknown])[] = [['', value]];
  while (stack.length > 0) {
    const [key, top] = stack.pop() ?? ['', null];
    visit(key, top);
    if (Array.isArray(top)) for (const one of top) stack.push([key, one]);
    else if (top !== null && typeof top === 'object') for (const entry of Object.entries(top)) stack.push(entry);
  }
}

function isLines(value: unknown): value is Lines {
  return (
    typeof value === 'object' && value !== null && 'from' in value && 'to' in value && Object.keys(value).length === 2
  );
}

function isPerson(value: unknown): value is ReadPerson {
  return typeof value === 'object' && value !== null && 'printed' in value && 'name' in value && 'honours' in value;
}

function bare(text: string): string {
  return plainLine(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The first law that a reading breaks, or null. */
export function brokenLaw(lines: readonly string[], reading: Reading): string | null {
  const open = uncovered(lines, reading);
  if (open.length > 0) return `lines ${open.slice(0, 5).join(', ')} are neither read nor unplaced`;
  const lost = lostWords(lines, reading, true);
  if (lost.length > 0) return `the words ${lost.slice(0, 5).join(', ')} are nowhere in the reading`;
  const source = lines.map(bare).join('');
  let broken: string | null = null;
  walk({ ...reading, doubts: reading.doubts.map(({ evidence }) => evidence) }, (key, value) => {
    if (
      isLines(value) &&
      key !== 'pages' &&
      (value.from < 1 || value.to < value.from || value.to > Math.max(1, reading.source.lines))
    )
      broken ??= `lines ${value.from}-${value.to} of ${key} are outside the source`;
    if (isPerson(value))
      for (const word of value.name.split(' '))
        if (!source.includes(bare(word))) broken ??= `the name ${value.name} does not stand in the text`;
    if (key === 'owner' && typeof value === 'string' && !source.includes(bare(value)))
      broken ??= `the owner ${value} does not stand in the text`;
    if (key === 'href' && typeof value === 'string' && !/^(?:https?:|mailto:|#)/i.test(value))
      broken ??= `the link ${value} is not one that a page may have`;
    if (typeof value === 'string' && value.includes('\u0000')) broken ??= `a zero character is in ${key}`;
  });
  return broken;
}

async function tried(
  bytes: Uint8Array,
  name: string,
  again: boolean,
): Promise<{ readonly read: boolean; readonly law: string | null }> {
  try {
    const source = await readSource(bytes, name);
    const reading = await readPack(bytes, name);
    if (!source.ok || !reading.ok)
      return { read: false, law: source.ok === reading.ok ? null : 'source and reading disagree' };
    const json = JSON.stringify(reading.value);
    if (again) {
      const second = await readPack(bytes, name);
      if (!second.ok || JSON.stringify(second.value) !== json)
        return { read: true, law: 'two readings of one file differ' };
    }
    return { read: true, law: brokenLaw(source.value.lines, reading.value) };
  } catch (problem) {
    return {
      read: false,
      law: `an exception: ${problem instanceof Error ? (problem.stack ?? problem.message).slice(0, 400) : String(problem)}`,
    };
  }
}

/** Reads `count` spoilt inputs and tells which laws broke; `seed` makes the run repeatable. */
export async function fuzzReadings(count: number, seed: number): Promise<FuzzReport> {
  const random = randomFrom(seed);
  const fixtures = readdirSync(fixturesFolder())
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(fixturesFolder(), name), 'utf8') }));
  const failures: { input: number; law: string; text: string }[] = [];
  let readings = 0;
  const began = performance.now();
  for (let input = 0; input < count; input += 1) {
    const fixture = pick(random, fixtures);
    const other = pick(random, fixtures);
    const text = random() < 0.12 || !fixture ? madeUp(random) : spoilt(fixture.text, other?.text ?? '', random);
    const { read, law } = await tried(bytesOf(text, random), fixture?.name ?? 'text.txt', input % 25 === 0);
    if (read) readings += 1;
    if (law !== null && failures.length < 50) failures.push({ input, law, text });
  }
  return { inputs: count, readings, refusals: count - readings, seconds: (performance.now() - began) / 1000, failures };
}
