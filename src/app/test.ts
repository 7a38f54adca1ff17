/**
 * `npm test` and `npm run check`. Types were checked by the build that kept.mjs made before this runs; then the
 * formatter and the linter, then every test. The last lines are those of Node's test runner.
 * `npm test -- promises` runs the tests with that word in their path; of a room it walks the pages, too.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { bodiesSince, bodyProblems, commitFormat, subjectProblems, subjectsSince } from './commits.js';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

function run(title: string, program: string, args: readonly string[]): void {
  process.stdout.write(`\n${title}\n`);
  const ended = spawnSync(program, args, { cwd: home, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}

const words = process.argv.slice(2);
process.stdout.write('Types: checked by the build\n');
const packageOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
run('Format (npm run format mends it)', process.execPath, [join(packageOf('oxfmt'), 'bin', 'oxfmt'), '--check', '.']);
run('Lint', process.execPath, [
  join(packageOf('oxlint'), 'bin', 'oxlint'),
  '--config',
  '.oxlintrc.json',
  'src',
  'test',
  'seeds',
  'bench',
]);
const isQuick = words.includes('--check');
/** A copy without its history has no commits to judge, a shallow one has few. */
function commitsSince(date: string): string {
  const log = spawnSync('git', ['log', '--no-merges', `--since=${date}`, commitFormat], {
    cwd: home,
    encoding: 'utf8',
  });
  return log.status === 0 ? log.stdout : '';
}
function checkCommits(): void {
  const problems = [...subjectProblems(commitsSince(subjectsSince)), ...bodyProblems(commitsSince(bodiesSince))];
  if (problems.length === 0) return;
  process.stdout.write(
    `\nCommits (CONTRIBUTING.md says how they are named and what they say)\n${problems.join('\n')}\n`,
  );
  process.exit(1);
}
if (isQuick) checkCommits();
const named = words.filter((word) => !word.startsWith('--'));
const all = globSync('dist/{src,test}/**/*.test.js', { cwd: home }).sort();
const everyPage = 'dist/test/every-page/every-page.test.js';
/** Rooms that were named: `promises`, `promised/promises/`. */
const roomsNamed = globSync('dist/src/rooms/*/*/', { cwd: home })
  .map((path) => path.split(/[\\/]/).filter((part) => part !== ''))
  .filter((path) => named.some((name) => `${path.slice(-2).join('/')}/`.endsWith(`${name.replace(/\/$/, '')}/`)))
  .map((path) => path.at(-1) ?? '');
const asked = isQuick
  ? all.filter((file) => /floor-plan|expressions|casts|test.plan/.test(file))
  : named.length > 0
    ? all.filter(
        (file) => named.some((name) => file.includes(name)) || (roomsNamed.length > 0 && file.endsWith(everyPage)),
      )
    : all;
const isEveryPageNamed = named.some((name) => everyPage.includes(name));

/** How long each took when it was last run here. */
const timesFile = join(home, '.cache', 'test-times.json');
function readTimes(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(timesFile, 'utf8'));
  } catch {
    return {};
  }
}
const times = readTimes();

const lanes = 2;
/** Of a test that was never run here: one that starts a browser or a Kept takes longest. */
function expected(file: string): number {
  const known = times[file];
  if (known !== undefined) return known;
  const text = readFileSync(join(home, file), 'utf8');
  return /every-page|openPage|withBrowser/.test(text) ? 20_000 : /runningKept|spawn\(/.test(text) ? 8_000 : 1_000;
}

/**
 * One lane begins with the longest, the other with the shortest: what is heavy never runs beside what is heavy, and both
 * end at about the same moment with something of middling length.
 */
function inOrder(files: readonly string[]): readonly string[] {
  const waiting = files.toSorted((one, other) => expected(other) - expected(one));
  const free = Array.from({ length: lanes }, () => 0);
  const order: string[] = [];
  while (waiting.length > 0) {
    const lane = free.indexOf(Math.min(...free));
    const next = lane === 0 ? waiting.shift() : waiting.pop();
    if (next === undefined) break;
    free[lane] = (free[lane] ?? 0) + expected(next);
    order.push(next);
  }
  return order;
}

process.env['TZ'] = 'UTC';
if (roomsNamed.length > 0 && !isEveryPageNamed) process.env['KEPT_TEST_ROOMS'] = roomsNamed.join(' ');
process.stdout.write(isQuick ? '\nFloor plan and regular expressions\n' : '\nTests\n');
const running = runTests({
  cwd: home,
  files: inOrder(asked).map((file) => join(home, file)),
  concurrency: lanes,
  execArgv: ['--enable-source-maps'],
  // A test that hangs must fail, not wait: none takes 25 minutes, on however busy a machine.
  timeout: 1_500_000,
});
running.on('test:fail', () => (process.exitCode = 1));
running.on('test:summary', ({ file, duration_ms: took }) => {
  if (file !== undefined) times[relative(home, file)] = Math.round(took);
});
running.compose(new spec()).pipe(process.stdout);
await once(running, 'end');
try {
  mkdirSync(join(home, '.cache'), { recursive: true });
  writeFileSync(timesFile, JSON.stringify(times));
} catch {
  // A checkout that is only read: the next run orders by what the tests are made of.
}
