/**
 * `npm test` and `npm run check`. Types were checked by the build that kept.mjs made before this runs; then the
 * formatter and the linter, then every test. The last lines are those of Node's test runner.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
/** CONTRIBUTING says how a commit is named. Older ones stay as they are. */
function checkSubjects(): void {
  const since = '--since=2026-11-30T21:40:00Z';
  const log = spawnSync('git', ['log', '--no-merges', since, '--format=%s'], { cwd: home, encoding: 'utf8' });
  // A copy without its history has no commits to name.
  const long = log.status === 0 ? log.stdout.split('\n').filter((subject) => subject.length > 60) : [];
  if (long.length === 0) return;
  process.stdout.write(`\nSubjects of commits have at most 60 letters:\n${long.join('\n')}\n`);
  process.exit(1);
}
if (isQuick) checkSubjects();
const named = words.filter((word) => !word.startsWith('--'));
const all = globSync('dist/{src,test}/**/*.test.js', { cwd: home }).sort();
const files = isQuick
  ? all.filter((file) => /floor-plan|expressions|casts/.test(file))
  : named.length > 0
    ? all.filter((file) => named.some((name) => file.includes(name)))
    : all;
// A test that hangs must fail, not wait: none takes 25 minutes, on however busy a machine.
run(isQuick ? 'Floor plan and regular expressions' : 'Tests', process.execPath, [
  '--test',
  '--enable-source-maps',
  '--test-timeout=1500000',
  '--test-concurrency=2',
  ...files,
]);
