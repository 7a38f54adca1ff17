/** What a page of the documents or a room's README names as a file or folder is there: a newcomer goes by it. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const home = join(import.meta.dirname, '..', '..');
const pages = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md'], { cwd: home })
  .map((page) => page.replaceAll('\\', '/'))
  .filter((page) => !page.startsWith('CHANGELOG'));

/** `src/…`, `test/…`, `kit/…` and the like in code marks, but for patterns; and where a link of the house leads. */
function named(text: string): { readonly paths: readonly string[]; readonly links: readonly string[] } {
  return {
    paths: [...text.matchAll(/`((?:src|test|seeds|bench|docs|kit|base|ui|app|rooms)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    ),
    links: [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link = '']) => link),
  };
}

test('files that documents name are there', () => {
  assert.ok(pages.length > 40);
  const missing = pages.flatMap((page) => {
    const { paths, links } = named(readFileSync(join(home, page), 'utf8'));
    return [
      ...paths,
      ...links.filter((link) => !link.startsWith('/')).map((link) => normalize(join(dirname(page), link))),
    ]
      .filter((path) => !existsSync(join(home, path)) && !existsSync(join(home, 'src', path)))
      .map((path) => `${page}: ${path}`);
  });
  assert.deepEqual(missing, []);
});

test('a file in code marks and a link are seen, a pattern and another site are not', () => {
  assert.deepEqual(named('`src/kit/frame.tsx`, `src/rooms/<wing>/`, [w](words.md#a), [x](https://kept.example)'), {
    paths: ['src/kit/frame.tsx'],
    links: ['words.md'],
  });
});
