/**
 * A cast (`x as Y`) is a promise that nobody checks. The linter finds each in the parsed source; `as const` and
 * `satisfies` are none. What comes out of SQL has its type from tables.ts (`Json<T>`) or `frozenContent`, keys of a
 * table from base/keys.ts.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const home = join(import.meta.dirname, '..', '..');
const rule = { 'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }] };

interface Told {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

/** Where casts stand: "src/base/keys.ts:12". */
function castsIn(folder: string): readonly string[] {
  const workshop = mkdtempSync(join(tmpdir(), 'kept-casts-'));
  const config = join(workshop, 'casts.json');
  writeFileSync(config, JSON.stringify({ plugins: ['typescript'], categories: { correctness: 'off' }, rules: rule }));
  const linter = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin', 'oxlint');
  const ended = spawnSync(process.execPath, [linter, '--config', config, '--format', 'json', folder], {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  rmSync(workshop, { recursive: true });
  const told: Told = JSON.parse(ended.stdout);
  return told.diagnostics
    .filter(({ code }) => code.includes('consistent-type-assertions'))
    .map(({ filename, labels }) => `${filename}:${labels[0]?.span.line ?? 0}`);
}

test('casts are seen, and only casts', () => {
  const workshop = mkdtempSync(join(tmpdir(), 'kept-cast-'));
  writeFileSync(join(workshop, 'one.ts'), 'export const a = { b: 1 } as const;\nexport const c = a as unknown;\n');
  assert.deepEqual(
    castsIn(workshop).map((place) => place.split(':').at(-1)),
    ['2'],
  );
  rmSync(workshop, { recursive: true });
});

test('fewer than one cast stands in a thousand lines, with tests and without', () => {
  const casts = castsIn('src');
  const files = globSync('src/**/*.{ts,tsx}', { cwd: home });
  const isTest = (path: string): boolean => /\.test\.tsx?(:|$)|fixtures\.ts/.test(path);
  for (const [name, isMeant] of [
    ['src', () => true],
    ['src without its tests', (path: string) => !isTest(path)],
  ] as const) {
    const count = casts.filter(isMeant).length;
    const lines = files
      .filter(isMeant)
      .reduce((sum, file) => sum + readFileSync(join(home, file), 'utf8').split('\n').length - 1, 0);
    assert.ok(count * 1000 < lines, `${name}: ${count} casts in ${lines} lines\n${casts.filter(isMeant).join('\n')}`);
  }
});
