/**
 * `npm run mutate promises boards`: plants ordinary faults in the rules, acts and questions of a room, one at a time,
 * runs the tests that stand in the room's own folder, and says which faults nobody noticed. Without a name every room.
 *   --seed N    another sample (it is printed)
 *   --faults N  so many a room; 60 without it
 *   --lanes N   so many at the same time; 2 without it
 *   --list      only says what would be planted
 * A fault that changes nothing anybody could see stands in harmless.txt beside this file, with its reason.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { coverageOf, type Reached } from './coverage.js';
import { type Fault, faultsIn, plant } from './faults.js';

const home = resolve(import.meta.dirname, '..', '..', '..');
/** What a room says of itself, its addresses, its words and what it brings to tests are no rules. */
const noRules =
  /(^|\/)(index|room|paths|tables|words|view-words|refusals|examples|fixtures)\.js$|\.(test|check|client|view)\.js$/;

interface Planted extends Fault {
  readonly room: string;
  /** From the root: dist/src/rooms/promised/promises/rules.js. */
  readonly file: string;
  /** Where the fault stands in the source that people read. */
  readonly line: number;
  readonly source: string;
  readonly text: string;
}

/** The same numbers for the same seed: mulberry32, by Tommy Ettinger, in the public domain. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sample<T>(all: readonly T[], many: number, roll: () => number): readonly T[] {
  const rest = [...all];
  const taken: T[] = [];
  while (taken.length < many && rest.length > 0) taken.push(...rest.splice(Math.floor(roll() * rest.length), 1));
  return taken;
}

/** The room's folder, from the root: src/rooms/promised/promises. */
function folderOf(room: string): string {
  const [folder] = globSync(`src/rooms/*/${room}`, { cwd: home });
  if (!folder) throw new Error(`There is no room ${room}. There are: ${names.join(', ')}`);
  return folder;
}

function plantable(room: string): readonly Planted[] {
  const folder = folderOf(room);
  const files = readdirSync(join(home, 'dist', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !/^(pages|test)\b/.test(name) && !noRules.test(name))
    .toSorted();
  return files.flatMap((name) => {
    const file = join('dist', folder, name);
    const text = readFileSync(join(home, file), 'utf8');
    const map = new SourceMap(JSON.parse(readFileSync(join(home, `${file}.map`), 'utf8')));
    const source = join(folder, map.payload.sources[0] ? join(name, '..', basename(map.payload.sources[0])) : name);
    const lines = readFileSync(join(home, source), 'utf8').split('\n');
    return faultsIn(text).map((fault): Planted => {
      const before = text.slice(0, fault.from).split('\n');
      const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
      const line = 'originalLine' in entry ? entry.originalLine + 1 : 0;
      return { ...fault, room, file, source, line, text: lines[line - 1]?.trim() ?? '' };
    });
  });
}

/** How a fault is called in harmless.txt: without its line's number, so that lines may move. */
const titleOf = ({ source, text, what }: Pick<Planted, 'source' | 'text' | 'what'>): string =>
  `${source} | ${text} | ${what}`;

const environment = (lane: string): NodeJS.ProcessEnv => ({
  ...process.env,
  TZ: 'UTC',
  NODE_OPTIONS: '',
  // A database that was filled without the fault would hide it.
  KEPT_TEST_FILLED: 'alone',
  NODE_COMPILE_CACHE: join(lane, 'compiled'),
});

/** A copy of what was built, so that a fault meets nobody else; all else is the checkout's own. */
function openLane(workshop: string, number: number): string {
  const lane = join(workshop, String(number));
  mkdirSync(lane);
  cpSync(join(home, 'dist'), join(lane, 'dist'), {
    recursive: true,
    filter: (path) => !path.includes('.compile-cache'),
  });
  mkdirSync(join(home, '.cache'), { recursive: true });
  for (const name of readdirSync(home).filter((one) => !['dist', '.git'].includes(one)))
    symlinkSync(join(home, name), join(lane, name));
  return lane;
}

const running = new Set<ChildProcess>();

/** How a file of tests ends: at the first test that fails, or when its time is over. */
type Ending = 'passed' | 'failed' | 'out of time';

async function ran(lane: string, file: string, milliseconds: number, more: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--test-reporter=tap', join(lane, file)], {
      cwd: lane,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...environment(lane), ...more },
      detached: true,
    });
    running.add(child);
    const end = (ending: Ending): void => {
      if (!running.delete(child)) return;
      clearTimeout(clock);
      // With all that it started: a browser, a server.
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
      settle(ending);
    };
    const clock = setTimeout(end, milliseconds, 'out of time');
    let rest = '';
    child.stdout.on('data', (part: Buffer) => {
      const lines = (rest + part.toString()).split('\n');
      rest = lines.pop() ?? '';
      if (lines.some((line) => /^\s*not ok /.test(line))) end('failed');
    });
    child.on('close', (code) => end(code === 0 ? 'passed' : 'failed'));
  });
}

interface NearTest {
  readonly file: string;
  readonly milliseconds: number;
  readonly reached: Reached;
}

/** The tests in a room's folder, quick ones first, with what each of them reaches. */
async function nearTests(lane: string, room: string): Promise<readonly NearTest[]> {
  const files = globSync(`dist/${folderOf(room)}/**/*.test.js`, { cwd: home }).toSorted();
  const found: NearTest[] = [];
  for (const file of files) {
    const folder = mkdtempSync(join(lane, 'coverage-'));
    const began = performance.now();
    const ending = await ran(lane, file, 300_000, { NODE_V8_COVERAGE: folder });
    if (ending !== 'passed') throw new Error(`${file} without any fault: ${ending}`);
    found.push({ file, milliseconds: performance.now() - began, reached: coverageOf(folder, lane) });
    rmSync(folder, { recursive: true });
  }
  return found.toSorted((one, other) => one.milliseconds - other.milliseconds);
}

/** A loop without an end is noticed, too; but a busy machine looks the same, so that it is told. */
type Fate = 'noticed' | 'out of time' | 'survived' | 'never reached';

async function fateOf(lane: string, fault: Planted, tests: readonly NearTest[]): Promise<Fate> {
  const near = tests.filter(({ reached }) => reached(fault.file, fault.from));
  if (near.length === 0) return 'never reached';
  const path = join(lane, fault.file);
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, plant(good, fault));
  try {
    for (const { file, milliseconds } of near) {
      const ending = await ran(lane, file, 20_000 + milliseconds * 5);
      if (ending !== 'passed') return ending === 'failed' ? 'noticed' : ending;
    }
    return 'survived';
  } finally {
    unlinkSync(path);
    writeFileSync(path, good);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    faults: { type: 'string', default: '60' },
    lanes: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const roll = dice(seed);
// By their folders: a room without a page of its own has no room.ts.
const names = globSync('src/rooms/*/*/', { cwd: home })
  .map((folder) => basename(folder))
  .toSorted();
const chosen = positionals.length > 0 ? positionals : names;
for (const one of chosen) folderOf(one);
const harmless = new Set(
  readFileSync(join(home, 'test', 'mutate', 'harmless.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | ').slice(0, 3).join(' | ')),
);
const workshop = mkdtempSync(join(tmpdir(), 'kept-mutate-'));
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of running) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    process.exit(1);
  });

process.stdout.write(`Seed ${seed}\n`);
const lanes = Array.from({ length: Number(values.lanes) }, (_, number) => openLane(workshop, number));
const below: string[] = [];
for (const room of chosen) {
  const all = plantable(room).filter((fault) => !harmless.has(titleOf(fault)));
  const taken = sample(all, Number(values.faults), roll);
  if (values.list) {
    for (const fault of taken) process.stdout.write(`${fault.source}:${fault.line}  ${fault.what}\n`);
    continue;
  }
  const [first] = lanes;
  if (first === undefined || taken.length === 0) continue;
  const began = performance.now();
  const tests = await nearTests(first, room);
  const open = [...taken];
  const left: string[] = [];
  const late: string[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let fault = open.pop(); fault !== undefined; fault = open.pop()) {
        const fate = await fateOf(lane, fault, tests);
        const told = `  ${fate}: ${fault.source}:${fault.line}  ${fault.what}\n      ${fault.text}\n`;
        // It takes minutes: whoever waits, or breaks it off, sees what is known.
        process.stderr.write(told);
        if (fate === 'out of time') late.push(told);
        else if (fate !== 'noticed') left.push(told);
      }
    }),
  );
  const killed = taken.length - left.length;
  const share = Math.round((killed / taken.length) * 100);
  if (share < 80) below.push(`${room} ${share} %`);
  process.stdout.write(
    `${room}: ${killed} of ${taken.length} noticed (${share} %), of ${all.length} that could be planted` +
      `${late.length === 0 ? '' : `, ${late.length} of them by a test out of time`}; ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s\n${[...left.toSorted(), ...late.toSorted()].join('')}`,
  );
}
if (below.length > 0) {
  process.stdout.write(`Below 80 %: ${below.join(', ')}\n`);
  process.exitCode = 1;
}
