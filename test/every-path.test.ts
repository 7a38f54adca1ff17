/**
 * Every address that a room gives out, as it stands: an address that changes breaks somebody's link, so it must change
 * here too. A function without a line, a line without a function and an address that nobody answers fail alike.
 */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rooms } from '../src/app/rooms.js';
import { id, type Lines } from './addresses.js';

/** Those of the machinery. */
const kitLines: Lines = {
  'publicationPaths.one': [[[id], `/publications/${id}`]],
  'publicationPaths.json': [[[id], `/publications/${id}/content.json`]],
  'publicationPaths.proof': [[[id], `/publications/${id}/proof.json`]],
  'publicationPaths.html': [[[id], `/publications/${id}/main.html`]],
  'publicationPaths.pdf': [[[id], `/publications/${id}/file.pdf`]],
};
let lines: Lines = kitLines;

type PathFunction = (...words: readonly unknown[]) => unknown;
const found = new Map<string, PathFunction>();

before(async () => {
  const source = join(import.meta.dirname, '..', 'src');
  for (const file of globSync('rooms/*/*/test/addresses.js', { cwd: source }).toSorted()) {
    const said: { readonly lines: Lines } = await import(pathToFileURL(join(source, file)).href);
    lines = { ...lines, ...said.lines };
  }
  for (const file of globSync(['rooms/*/*/paths.js', 'kit/**/paths.js'], { cwd: source }).toSorted()) {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(source, file)).href);
    for (const [name, paths] of Object.entries(module)) {
      if (typeof paths !== 'object' || paths === null) continue;
      for (const [key, make] of Object.entries(paths))
        if (typeof make === 'function') found.set(`${name}.${key}`, (...words) => make(...words));
    }
  }
});

test('every address stands as it stood', () => {
  assert.deepEqual(
    [...found.keys()].filter((name) => !(name in lines)),
    [],
    'functions without a line',
  );
  assert.deepEqual(
    Object.keys(lines).filter((name) => !found.has(name)),
    [],
    'lines without a function',
  );
  for (const [name, cases] of Object.entries(lines)) {
    for (const [words, address] of cases) assert.equal(found.get(name)?.(...words), address, name);
  }
});

test('every address is answered by a route', () => {
  const routes = rooms.flatMap((room) =>
    room.pages.map((page) => new RegExp(`^${page.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`)),
  );
  for (const [name, cases] of Object.entries(lines)) {
    for (const [, address] of cases)
      assert.ok(
        routes.some((route) => route.test(address.split('?')[0] ?? '')),
        `${name}: nobody answers at ${address}`,
      );
  }
});
