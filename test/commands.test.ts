/** The command line as somebody starts it: a file without an end, and a file that would have the terminal do something. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-commands-'));
});
after(() => rmSync(folder, { recursive: true }));

function kept(...words: readonly string[]) {
  const program = join(import.meta.dirname, '..', 'src', 'app', 'cli.js');
  return spawnSync(process.execPath, ['--enable-source-maps', '--max-old-space-size=400', program, ...words], {
    env: { PATH: process.env['PATH'] ?? '', KEPT_DATA: join(folder, 'data') },
    encoding: 'utf8',
    timeout: 60_000,
  });
}

test(
  'a file without an end is refused with the limit, before anything is opened',
  { skip: existsSync('/dev/zero') ? false : 'no device without an end here' },
  () => {
    for (const words of [
      ['import', 'pack', '/dev/zero', '--check'],
      ['import', 'schools', '/dev/zero'],
      ['import', 'authorities', '/dev/zero'],
      ['verify', '/dev/zero'],
      ['verify', '--against', '/dev/zero'],
      ['backup', 'drill', '/dev/zero', '--key', '/dev/zero'],
      ['restore', '/dev/zero', '--key', '/dev/zero'],
    ]) {
      const { status, stderr } = kept(...words);
      assert.equal(status, 1, `${words.join(' ')}: ${stderr}`);
      assert.match(
        stderr,
        /\/dev\/zero (has more than the \d+ MB that are read|is no backup of Kept)/,
        words.join(' '),
      );
    }
    assert.ok(!existsSync(join(folder, 'data', 'postgres')), 'no database was made');
  },
);

test('what a file or an argument holds is shown by the terminal, not carried out', () => {
  const file = join(folder, 'pack.md');
  writeFileSync(file, '# Agenda\u001b[2J\u001b]0;owned\u0007\n\nBoard of \u202eeremtsaE\n\n1. Welcome \u009b31m\n');
  for (const words of [
    ['import', 'pack', file, '--check'],
    ['import', 'pack', file, '--check', '--json'],
    ['no\u001b[2Jcommand'],
    ['import', 'pack', `${file}\u001b[2J\u202e`],
  ]) {
    const { stdout, stderr } = kept(...words);
    assert.doesNotMatch(
      stdout + stderr,
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      words.join(' '),
    );
    if (words.includes('--json')) assert.match(JSON.stringify(JSON.parse(stdout)), /\u202eeremtsaE|eremtsaE/);
  }
});
