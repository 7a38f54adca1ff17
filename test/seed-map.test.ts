/** docs/seed-map.md leaves no paragraph of the first real pack out, and names only tests and rooms that are there. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { sharedFile } from './shared.js';

const home = join(import.meta.dirname, '..', '..');
const map = readFileSync(join(home, 'docs', 'seed-map.md'), 'utf8');
const path = sharedFile('packs/lga-cyp-board-2024-03-12.md');

const ranges = [...map.matchAll(/^\| (\d+)(?:-(\d+))? \| /gm)].map((match) => ({
  from: Number(match[1]),
  to: Number(match[2] ?? match[1]),
}));

test('the groups of the seed map follow one another', () => {
  assert.ok(ranges.length > 40);
  for (const [index, range] of ranges.entries()) {
    assert.ok(range.from <= range.to);
    assert.ok(range.from > (ranges[index - 1]?.to ?? 0), `line ${range.from} comes after the group before it`);
  }
});

test('every line of the seed stands in a group', { skip: path === null && 'the first real pack is not there' }, () => {
  const lines = readFileSync(path ?? '', 'utf8').split('\n');
  const left = lines.flatMap((text, index) =>
    text.trim() !== '' && !ranges.some(({ from, to }) => from <= index + 1 && index + 1 <= to)
      ? [`${index + 1}: ${text.slice(0, 60)}`]
      : [],
  );
  assert.deepEqual(left, []);
  assert.equal(ranges.at(-1)?.to, lines.length - (lines.at(-1) === '' ? 1 : 0));
});

test('the seed map names files and tests that are there', () => {
  for (const [, name = ''] of map.matchAll(/`((?:[a-z-]+)\/[\w/.-]+\.tsx?)`/g)) {
    assert.ok(
      [name, ...globSync(`src/rooms/*/${name}`, { cwd: home })].some((file) => existsSync(join(home, file))),
      name,
    );
  }
  const seedTest = readFileSync(join(home, 'src', 'rooms', 'decided', 'pack-reading', 'seed.test.ts'), 'utf8');
  const titles = [...seedTest.matchAll(/^test\('seed: ([^']+)'/gm)].map((match) => match[1] ?? '');
  for (const [, quoted = ''] of map.matchAll(/seed test ("[^"]+"(?:, "[^"]+")*)/g)) {
    for (const [, title = ''] of quoted.matchAll(/"([^"]+)"/g))
      assert.ok(
        titles.some((one) => one.includes(title)),
        `the seed test “${title}”`,
      );
  }
  const rooms = globSync('src/rooms/*/*/', { cwd: home }).map((folder) => basename(folder));
  for (const [, cell = ''] of map.matchAll(/^\| \d[\d-]* \| [^|]+ \| ([^|]+) \|/gm)) {
    for (const word of cell.replace(/\([^)]*\)/g, '').split(/[,;]/))
      if (word.trim() !== '' && word.trim() !== 'notices')
        assert.ok(rooms.includes(word.trim()), `the room ${word.trim()}`);
  }
});
