/** `npm run new page <room> <name>` and `npm run new room <wing> <name>`: the skeleton of one, which passes every test. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Files, newPage, newRoom, NewProblem } from './skeleton.js';

const home = join(import.meta.dirname, '..', '..', '..');

function made([what, where = '', name = '', ...more]: readonly string[]): Files {
  if (name !== '' && more.length === 0) {
    if (what === 'page') return newPage(home, where, name);
    if (what === 'room') return newRoom(home, where, name);
  }
  throw new NewProblem(
    'npm run new page ROOM NAME, or npm run new room WING NAME. A page NAME is at /NAME, a page work-NAME at /work/NAME.',
  );
}

try {
  const files = made(process.argv.slice(2));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text);
  }
  const formatter = dirname(createRequire(import.meta.url).resolve('oxfmt/package.json'));
  const code = Object.keys(files).filter((file) => !file.endsWith('.md'));
  spawnSync(process.execPath, [join(formatter, 'bin', 'oxfmt'), ...code], { cwd: home });
  process.stdout.write(`${Object.keys(files).join('\n')}\nNow: npm run plan (a new room is drawn) and npm run dev.\n`);
} catch (problem) {
  if (!(problem instanceof NewProblem)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 2;
}
