/**
 * `npm run plant`: plants each fault of faults.ts beside this file, one at a time, runs the tests that stand with it, and prints whether one of
 * them failed. It refuses where the text to edit is no longer there. `npm run plant -- journal` plants those with the word in their name.
 *   --lanes N   so many at the same time; 2 without it
 */
import { globSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { transformSync } from 'esbuild';
import { home, openLane, openWorkshop, ran } from '../mutate/lanes.js';
import { named, type NamedFault, siblings } from './faults.js';

/** Longer than any file of tests takes while another runs beside it. */
const longest = 300_000;

const builtOf = (file: string): string => join('dist', file.replace(/\.tsx?$/, '.js'));

/** The file with the fault in it, as it would have been built. */
function planted({ file, text, instead }: NamedFault): string {
  return transformSync(
    readFileSync(join(home, file), 'utf8').replace(text, () => instead),
    {
      loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      target: 'es2024',
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    },
  ).code;
}

/** Quick ones first: those that start no browser and no Kept of their own. */
function filesOf({ tests }: NamedFault): readonly string[] {
  const files = tests.flatMap((place) =>
    globSync([`dist/${place}.test.js`, `dist/${place}/**/*.test.js`], { cwd: home }),
  );
  const isSlow = (file: string): boolean =>
    /runningKept|withBrowser|openPage/.test(readFileSync(join(home, file), 'utf8'));
  return files.toSorted((one, other) => Number(isSlow(one)) - Number(isSlow(other)) || one.localeCompare(other));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lanes: { type: 'string', default: '2' } },
});
const wanted = [...named, ...siblings].filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
);
const lost = wanted.filter(({ file, text }) => readFileSync(join(home, file), 'utf8').split(text).length !== 2);
const untested = wanted.filter((fault) => filesOf(fault).length === 0);
for (const { name, file } of lost)
  process.stdout.write(`Cannot be planted, its text does not stand once in ${file}: ${name}\n`);
for (const { name } of untested) process.stdout.write(`Has no tests where faults.ts says that they are: ${name}\n`);
if (lost.length + untested.length > 0) process.exit(2);

/** Which file noticed it, or none. */
async function noticedBy(lane: string, fault: NamedFault): Promise<string | null> {
  const path = join(lane, builtOf(fault.file));
  const good = readFileSync(path, 'utf8');
  unlinkSync(path);
  writeFileSync(path, planted(fault));
  try {
    for (const file of filesOf(fault)) if ((await ran(lane, file, longest)) === 'failed') return file;
    return null;
  } finally {
    writeFileSync(path, good);
  }
}

const workshop = openWorkshop();
const open = [...wanted].toReversed();
const survived: string[] = [];
await Promise.all(
  Array.from({ length: Number(values.lanes) }, async (_, number) => {
    const lane = openLane(workshop, number);
    for (let fault = open.pop(); fault !== undefined; fault = open.pop()) {
      const by = await noticedBy(lane, fault);
      if (by === null) survived.push(fault.name);
      process.stdout.write(
        `${by === null ? 'SURVIVED' : 'noticed '}  ${fault.name}  ${by?.slice('dist/'.length) ?? fault.file}\n`,
      );
    }
  }),
);
process.stdout.write(`${wanted.length - survived.length} of ${wanted.length} noticed\n`);
if (survived.length > 0) process.exitCode = 1;
