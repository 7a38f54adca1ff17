import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const home = join(import.meta.dirname, '..', '..');
const described: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(home, 'package.json'), 'utf8'),
);
const page = readFileSync(join(home, 'docs', 'decisions', '0008-dependencies.md'), 'utf8');

test('each runtime dependency stands in its decision, in its version and with what it saves', () => {
  const rows = new Map(
    [...page.matchAll(/^\| (\S+) \| (\S+) \| ([^|]+) \| \d{4}-\d\d-\d\d \| ([^|]+) \|$/gm)].map(
      ([, name = '', version = '']) => [name, version],
    ),
  );
  assert.deepEqual(Object.fromEntries(rows), described.dependencies);
});

test('every document leads to documents and files that are there', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', 'src/rooms/*/*/README.md'], { cwd: home });
  assert.ok(documents.length > 20);
  const files = new Set(
    globSync(['*', '*/**'], {
      cwd: home,
      exclude: (name) => ['node_modules', 'dist', '.git', '.cache', 'data'].includes(name),
    }).map((file) => normalize(file)),
  );
  for (const document of documents) {
    for (const [, link = ''] of readFileSync(join(home, document), 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      assert.ok(files.has(normalize(join(dirname(document), link))), `${document} leads to ${link}`);
    }
  }
});

test('the page of each room is short enough to be read', () => {
  for (const file of globSync('src/rooms/*/*/', { cwd: home })) {
    const text = readFileSync(join(home, file, 'README.md'), 'utf8');
    assert.ok(text.trimEnd().split('\n').length <= 30, `${file} README.md`);
  }
});
