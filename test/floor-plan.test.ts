import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rooms } from '../src/app/rooms.js';
import { violations } from './floor-plan.js';
import { kitWords } from './kit-words.js';
import { roomOrder } from './room-order.js';
import { importsOf } from './scan.js';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What breaks a law today, and why it may. An entry that is no longer needed fails the test as a new violation does. */
const excused: readonly { readonly file: string; readonly law: RegExp; readonly reason: string }[] = [
  {
    file: 'src/rooms/decided/pack-reading/fuzz.ts',
    law: /no clock/,
    reason: 'A fuzz run for the soak, which no page ever loads: it says how long it took.',
  },
];

const files = globSync('{src,test,bench,seeds}/**/*.{ts,tsx,mjs}', { cwd: home }).sort();
const sources = new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(home, file), 'utf8')]));

test('the house keeps its laws of who may import whom', () => {
  const found = violations(sources);
  const left = found.filter(({ file, law }) => !excused.some((one) => one.file === file && one.law.test(law)));
  assert.equal(left.length, 0, `\n${left.map(({ file, line, law }) => `${file}:${line}\n    ${law}`).join('\n')}`);
  const idle = excused.filter((one) => !found.some(({ file, law }) => one.file === file && one.law.test(law)));
  assert.deepEqual(idle, [], 'excused for nothing');
});

test('kit knows no room, not even by a word', () => {
  const said = (found: ReadonlyMap<string, string>) =>
    kitWords(found).map(({ file, line, law }) => `${file}:${line} ${law}`);
  assert.deepEqual(said(sources), []);
  for (const [crime, law] of [
    ["reply.setCookie('kept_seat', token);", /by a word: kept_seat/],
    ['const change = { takeSeat: token };', /by a word: takeSeat/],
    ["needs: 'keep meetings'", /by a word: keep meetings/],
    ["const options = { path: '/take' };", /by an address: \/take/],
    ['redirect(`/take?to=${to}`);', /by an address: \/take/],
  ] as const)
    assert.match(
      said(
        new Map([
          ['src/kit/page.ts', crime],
          ['src/rooms/heard/taking-part/pages/take/take.page.tsx', "workPage({ path: '/take' });"],
        ]),
      ).join('\n'),
      law,
    );
});

/** The formatter cuts no string. A longer expression of the importer stays in one piece: its linearity is judged so. */
test('no line is longer than 160 characters', () => {
  const all = globSync('{src,test,bench,seeds}/**/*.{ts,tsx}', { cwd: home }).map((file) => file.replaceAll('\\', '/'));
  const long = all.flatMap((file) =>
    readFileSync(join(home, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.length > 160 ? [{ file, line: at + 1, text: line.trim() }] : [])),
  );
  const isExpression = ({ file, text }: (typeof long)[number]): boolean =>
    /^src\/rooms\/decided\/pack-reading\/(parts|doubts|source)\//.test(file) && /\\s|\(\?/.test(text);
  assert.deepEqual(
    long.filter((one) => !isExpression(one)).map(({ file, line }) => `${file}:${line}`),
    [],
  );
});

test('the scanner sees the imports of the whole house', () => {
  // Every line that begins like an import from somewhere is one the scanner has found as well.
  for (const [file, source] of sources) {
    const lines = [...source.matchAll(/^(?:import|export) .*?from '([^']+)';$|^\} from '([^']+)';$/gm)].map(
      (match) => match[1] ?? match[2],
    );
    const seen = importsOf(source).map((one) => one.from);
    for (const line of lines) assert.ok(seen.includes(line ?? ''), `${file}: ${line}`);
  }
  assert.ok(sources.size > 200);
});

test('no table is read by a key from an address: `constructor` is one of the keys of each', () => {
  const found = [...sources]
    .flatMap(([file, source]) =>
      source
        .split('\n')
        .flatMap((line, at) =>
          line.includes('[queryField(') || line.includes("[query['") || line.includes('[query.')
            ? [`${file}:${at + 1}`]
            : [],
        ),
    )
    .filter((where) => where.startsWith('src/') && !where.startsWith('src/kit/address.ts'));
  assert.deepEqual(found, [], 'wordsAsked() of kit/address.ts reads a table by its own keys');
});

test('the order of the rooms is the list of app/rooms.ts', () => {
  assert.deepEqual(
    roomOrder,
    rooms.map((room) => room.name),
  );
});

test('the scanner reads imports and nothing that only looks like one', () => {
  const source = `
    import a from 'a'; import type { B } from "b"; import { c, type D } from './c.js';
    import 'effect'; import * as e from '#e/e.js'; export * from 'f'; export { g } from 'g'; export type * from 'h'; export type { I } from 'i';
    import type from 'default-called-type'; import {
      // a comment from 'not'
      j, /* import k from 'nor' */
    } from 'j';
    // import x from 'comment'; /* import y from 'comment' */
    const text = "import z from 'string'"; const regex = /import ['"\`] from 'regex'/; const half = 4 / 2;
    const template = \`import t from 'template' \${await import('in-template')} \${\`\${f({ a: '}' })}\`} import u from 'template'\`;
    const later = await import('later'); type T = import('#kit/types.js').T; import.meta.url; const path = { import: 'key', export: { from: 'nothing' } };
    at.import(name); export const from = 'x'; export type Alias = string; export default 'y';
    const view = <p>We don't import from 'here': it's {import_('q')} // not a comment really</p>;
    import last from 'last';
    const open = import(variable);
  `;
  assert.deepEqual(
    importsOf(source).map(({ from, typeOnly }) => (typeOnly ? `type ${from}` : from)),
    [
      'a',
      'type b',
      './c.js',
      'effect',
      '#e/e.js',
      'f',
      'g',
      'type h',
      'type i',
      'default-called-type',
      'j',
      'in-template',
      'later',
      '#kit/types.js',
      'last',
      '',
    ],
  );
  assert.deepEqual(
    importsOf("\n\nimport x from 'x';").map((one) => one.line),
    [3],
  );
});

/** Invented sources that break a law, with the law's words. */
const crimes: readonly (readonly [file: string, source: string, law: RegExp])[] = [
  ['src/base/text.ts', "import { z } from 'zod';", /base imports no package/],
  ['src/base/text.ts', "import { readFileSync } from 'node:fs';", /base imports no package/],
  ['src/base/text.ts', "import type { View } from '#kit/page.js';", /never rightwards: base may not import kit/],
  ['src/base/text.ts', "import { Tag } from '../ui/tag/tag.js';", /never rightwards: base may not import ui/],
  ['src/ui/tag/tag.tsx', "import { may } from '#kit/visitor.js';", /never rightwards: ui may not import kit/],
  ['src/ui/tag/tag.tsx', "import { z } from 'zod';", /ui imports only base and preact/],
  [
    'src/ui/tag/tag.test.tsx',
    "import { boardPaths } from '#rooms/decided/boards/index.js';",
    /never rightwards: ui may not import rooms/,
  ],
  ['src/kit/server.ts', "import { boardPaths } from '#rooms/decided/boards/index.js';", /kit may not import rooms/],
  ['src/kit/server.ts', "import { house } from '#test/house.js';", /Only tests import from the tests/],
  ['src/rooms/decided/packs/publish.ts', "import { rooms } from '#app/rooms.js';", /rooms may not import app/],
  [
    'src/rooms/decided/packs/publish.ts',
    "const { rooms } = await import('#app/rooms.js');",
    /rooms may not import app/,
  ],
  ['src/rooms/decided/packs/publish.ts', 'const loaded = await import(name);', /in a plain string/],
  [
    'src/rooms/decided/packs/publish.ts',
    "import { saveBoard } from '#rooms/decided/boards/store.js';",
    /Between rooms only doors/,
  ],
  ['src/rooms/decided/packs/publish.ts', "import { saveBoard } from '../boards/store.js';", /Between rooms only doors/],
  [
    'src/rooms/decided/boards/acts.ts',
    "export { packPaths } from '#rooms/decided/packs/index.js';",
    /packs comes after boards/,
  ],
  [
    'src/rooms/decided/boards/acts.ts',
    "import type { Pack } from '#rooms/decided/packs/index.js';",
    /packs comes after boards/,
  ],
  ['src/rooms/decided/boards/acts.ts', "import { boardPaths } from './index.js';", /never imports its own door/],
  [
    'src/rooms/decided/boards/acts.ts',
    "import { boardPaths } from '#rooms/decided/boards/index.js';",
    /never imports its own door/,
  ],
  [
    'src/rooms/decided/packs/publish.ts',
    "import { boards } from '#rooms/decided/boards/room.js';",
    /Only app imports a room/,
  ],
  [
    'src/rooms/decided/boards/acts.ts',
    "import { listPage } from './pages/list/list.page.js';",
    /Nothing imports a page/,
  ],
  [
    'src/rooms/decided/boards/index.ts',
    "export { Board } from './pages/board/board.view.js';",
    /never stores, views or pages/,
  ],
  ['src/rooms/decided/boards/index.ts', "export { saveBoard } from './store.js';", /never stores, views or pages/],
  ['src/rooms/decided/boards/index.ts', "export { boardName } from './rules.js';", /nobody takes boardName/],
  ['src/rooms/decided/boards/index.ts', "export type * from './words.js';", /names what it gives/],
  ['src/rooms/decided/boards/room.ts', "import { samples } from './test/samples.js';", /is for tests/],
  ['src/rooms/told/gossip/acts.ts', '', /stands in the order of rooms/],
  ['src/rooms/misc/boards/acts.ts', '', /Rooms stand in wings/],
  [
    'src/rooms/decided/packs/acts.ts',
    "import { recordPromise } from '#rooms/promised/promises/index.js';",
    /promised comes after decided/,
  ],
  ['src/app/seed.ts', "import { saveBoard } from '#rooms/decided/boards/store.js';", /entered through its door/],
  ['src/rooms/decided/boards/rules.ts', "import { z } from 'zod';", /are pure: no package zod/],
  [
    'src/rooms/decided/boards/words.ts',
    "import { createHash } from 'node:crypto';",
    /are pure: no machine node:crypto/,
  ],
  ['src/rooms/decided/boards/pages/list/list.form.ts', "import { halt } from '#kit/page.js';", /are pure: no kit/],
  [
    'src/rooms/decided/boards/pages/boards/boards.view.tsx',
    "import { may } from '#kit/visitor.js';",
    /are pure: no kit/,
  ],
  ['src/rooms/decided/boards/rules.ts', "import { Tag } from '#ui/tag/tag.js';", /no ui outside views/],
  ['src/rooms/decided/boards/rules.ts', 'const today = new Date();', /no clock below kit/],
  ['src/rooms/decided/boards/acts.ts', 'const now = Date.now();', /no clock below kit/],
  ['src/ui/page/page.tsx', 'const year = new Date().getFullYear();', /no clock below kit/],
  ['src/rooms/decided/boards/acts.ts', "import { transact } from '#kit/db/gate.js';", /Transactions are opened in kit/],
  ['src/rooms/decided/boards/acts.ts', 'await db.transaction().execute(work);', /Transactions are opened in kit/],
  ['src/rooms/decided/boards/utils.ts', '', /named by its noun/],
];

test('each law can be broken, and says so', () => {
  for (const [file, source, law] of crimes) {
    const found = violations(new Map([[file, source]]));
    assert.ok(
      found.some((one) => law.test(one.law) && one.file === file),
      `${file}: ${source}\n${JSON.stringify(found)}`,
    );
  }
});

test('purity does not end one file further on', () => {
  const found = violations(
    new Map([
      ['src/rooms/decided/boards/rules.ts', "import { seats } from './seats.js';"],
      [
        'src/rooms/decided/boards/seats.ts',
        "import type { Read } from '#kit/db/gate.js';\nimport { sql } from 'kysely';",
      ],
    ]),
  );
  assert.deepEqual(found, [
    {
      file: 'src/rooms/decided/boards/rules.ts',
      line: 1,
      law: 'words, rules, forms and views are pure: no package kysely (through src/rooms/decided/boards/seats.ts).',
    },
  ]);
});

test('what the laws allow is left alone', () => {
  const lawful = new Map([
    ['src/base/text.ts', "import { fold } from './fold.js';"],
    ['src/ui/tag/tag.tsx', "import type { ComponentChildren } from 'preact';\nimport { fold } from '#base/fold.js';"],
    [
      'src/ui/tag/tag.test.tsx',
      "import { test } from 'node:test';\nimport { html } from '#test/views.js';\nconst at = new Date();",
    ],
    [
      'src/kit/page.ts',
      "import fastify from 'fastify';\nimport { Page } from '#ui/page/page.js';\nconst now = Date.now();",
    ],
    [
      'src/rooms/decided/boards/rules.ts',
      "import type { Reading } from './words.js';\nconst day = new Date('2024-03-12');\nconst other = new Date(now.getTime());",
    ],
    [
      'src/rooms/decided/boards/pages/boards/boards.view.tsx',
      "import type { Line } from '../../lookups.js';\nimport { boardPaths } from '../../paths.js';\nimport { Fragment } from 'preact';",
    ],
    [
      'src/rooms/decided/boards/lookups.ts',
      "import type { Read } from '#kit/db/gate.js';\nimport { sql } from 'kysely';",
    ],
    ['src/rooms/decided/boards/paths.ts', ''],
    ['src/rooms/decided/boards/room.ts', "import { listPage } from './pages/list/list.page.js';"],
    ['src/rooms/decided/meetings/acts.ts', "import { boardPaths } from '#rooms/decided/boards/index.js';"],
    ['src/rooms/decided/boards/index.ts', "export { boardPaths } from './paths.js';"],
    [
      'src/app/rooms.ts',
      "import { boards } from '#rooms/decided/boards/room.js';\nimport { boardPaths } from '#rooms/decided/boards/index.js';",
    ],
  ]);
  assert.deepEqual(violations(lawful), []);
});
