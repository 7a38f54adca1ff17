/**
 * Every regular expression of the sources with what is known of it. An expression that meets a text from outside is linear: the time it takes
 * grows with the text and not with its square, so that no text holds the server. `recheck` judges; what it cannot decide counts as not linear.
 * What was judged stands in expressions.txt, one on a line, because a whole run takes minutes.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { tokens } from './scan.js';

const home = resolve(import.meta.dirname, '..', '..');
const list = resolve(home, 'test', 'expressions.txt');

/** "linear", or why one that is not linear, or that is put together from parts, does no harm. */
export type Verdicts = ReadonlyMap<string, string>;

/** Expressions as they are written, and the first place of each. One that is put together is named by its file and its number there. */
export function expressionsOf(files: Iterable<readonly [file: string, source: string]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [file, source] of files) {
    const all = tokens(source);
    let built = 0;
    for (const [at, { expression, value, line }] of all.entries()) {
      if (expression !== undefined && !found.has(expression)) found.set(expression, `${file}:${line}`);
      if (value !== 'RegExp' || all[at - 1]?.value !== 'new') continue;
      built += 1;
      found.set(`new RegExp ${built} of ${file}`, `${file}:${line}`);
    }
  }
  return found;
}

/** The sources that run; tests and what only tests use meet no text from outside. */
export function* sources(): Generator<readonly [file: string, source: string]> {
  for (const file of globSync('src/**/*.{ts,tsx,mjs}', { cwd: home }).toSorted()) {
    if (!/\.test\.tsx?$|\/fuzz\.ts$|\/fixtures\.ts$/.test(file))
      yield [file, readFileSync(resolve(home, file), 'utf8')];
  }
}

export function readVerdicts(text: string = readFileSync(list, 'utf8')): Verdicts {
  return new Map(
    text
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, line.indexOf('\t'))]),
  );
}

export function saveVerdicts(verdicts: Verdicts): void {
  const lines = [...verdicts].map(([expression, verdict]) => `${verdict}\t${expression}\n`);
  writeFileSync(list, lines.toSorted().join(''));
}

/** What `recheck` says: null for linear, else in its words why not. */
export async function judge(expression: string): Promise<string | null> {
  // The plain JavaScript of it: the same on every machine.
  process.env['RECHECK_BACKEND'] = 'pure';
  const { check } = await import('recheck');
  const end = expression.lastIndexOf('/');
  const found = await check(expression.slice(1, end), expression.slice(end + 1), { timeout: 20_000 });
  if (found.status === 'safe') return null;
  return found.status === 'vulnerable'
    ? `${found.complexity.summary}, as with ${found.attack.pattern.slice(0, 100)}`
    : `undecided (${found.error.kind})`;
}
