import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { newPage, newRoom, NewProblem } from './skeleton.js';

const home = join(import.meta.dirname, '..', '..', '..');
let copy = '';

/** A house of its own, built, in which the commands may write. */
before(() => {
  copy = mkdtempSync(join(tmpdir(), 'kept-new-'));
  for (const name of ['src', 'test', 'seeds', 'bench', 'docs', 'dist', 'package.json', 'package-lock.json'])
    cpSync(join(home, name), join(copy, name), { recursive: true });
  for (const name of ['kept.mjs', 'tsconfig.json', 'tsconfig.client.json', '.oxfmtrc.json', '.oxlintrc.json'])
    cpSync(join(home, name), join(copy, name));
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
});
after(() => rmSync(copy, { recursive: true, force: true }));

function run(...words: readonly string[]) {
  const ended = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
  return { ...ended, said: `${ended.stdout}${ended.stderr}` };
}

/** As npm run new does it, in the copy. */
function made(...words: readonly string[]): string {
  const ended = run('dist/test/new/new.js', ...words);
  assert.equal(ended.status, 0, ended.said);
  return ended.stdout;
}

test('a new room and new pages change one file outside, compile, and pass the laws of the house', () => {
  const outside = (said: string, folder: string) =>
    said.split('\n').filter((line) => /^(src|test)\//.test(line) && !line.startsWith(folder));
  assert.deepEqual(outside(made('room', 'understood', 'year-figures'), 'src/rooms/understood/year-figures/'), [
    'src/app/rooms.ts',
  ]);
  for (const [room, folder] of [
    ['year-figures', 'understood/year-figures'],
    ['backups', 'ground/backups'],
    ['help', 'ground/help'],
    ['withdrawals', 'told/withdrawals'],
    ['promises', 'promised/promises'],
  ] as const)
    for (const name of [`first-${room}`, `work-first-${room}`])
      assert.deepEqual(outside(made('page', room, name), `src/rooms/${folder}/`), []);

  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const built = run(compiler, '-p', '.');
  assert.equal(built.status, 0, built.said);
  const formatted = run('node_modules/oxfmt/bin/oxfmt', '--check', 'src/rooms', 'src/app/rooms.ts');
  assert.equal(formatted.status, 0, formatted.said);
  const linted = run('node_modules/oxlint/bin/oxlint', '--config', '.oxlintrc.json', 'src/rooms', 'src/app');
  assert.equal(linted.status, 0, linted.said);
  const drawn = run('dist/test/plan/plan.js');
  assert.match(drawn.stdout, /understood: what it means\n {2}year-figures +→ {2}no other room/);
  const laws = run('--test', 'dist/test/floor-plan.test.js', 'dist/test/every-path.test.js', 'dist/test/plan/');
  assert.equal(laws.status, 0, laws.said);
});

test('what is there already is not written over, and a wrong word is answered with the right ones', () => {
  for (const [make, said] of [
    [() => newPage(home, 'award', 'work-award'), /has a page work-award already/],
    [() => newPage(home, 'help', 'award'), /\/award is the address of src\/rooms\/practised\/award\//],
    [() => newPage(home, 'nowhere', 'one'), /no room nowhere/],
    [() => newPage(home, 'award', 'One Page'), /no name/],
    [() => newRoom(home, 'cellar', 'one'), /The wings are ground, /],
    [() => newRoom(home, 'ground', 'award'), /There is a room award already/],
  ] as const)
    assert.throws(make, (problem) => problem instanceof NewProblem && said.test(problem.message));
  const ended = run('dist/test/new/new.js', 'page', 'award');
  assert.equal(ended.status, 2);
  assert.match(ended.stderr, /npm run new page ROOM NAME/);
  assert.ok(!existsSync(join(copy, 'src/rooms/practised/award/pages/undefined')));
  assert.ok(!readFileSync(join(home, 'src/app/rooms.ts'), 'utf8').includes('year-figures'));
});
