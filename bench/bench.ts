/**
 * `npm run bench`: the goals, as ratios in one run. Figures of one run may be compared with each other
 * and with nothing else: machines, and what else runs on them, differ. A goal that is missed is said, not an error.
 * `npm run bench served` runs one part alone: start, memory, import, served, bytes, pdf, intake, take, bombs, volumes.
 * Words after "volumes" choose pages by their names: `npm run bench volumes -- register "a person"`. With KEPT_BENCH_FOLDER the filled
 * databases stay in that folder, and the next run finds them filled.
 */
import { mkdirSync, mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { readPack } from '../src/rooms/decided/pack-reading/read-pack.js';
import { packPaths } from '../src/rooms/decided/packs/paths.js';
import { signIn } from '#test/app.js';
import { openBook, table } from './figures.js';
import { home, runKept, type Running, startKept } from './kept.js';
import { benchIntake } from './intake.js';
import { benchBombs } from './bombs.js';
import { benchPdf } from './pdf.js';
import { canLook, memory } from './processes.js';
import { samplePack } from './sample.js';
import { benchServed, wire } from './served.js';
import { benchTake } from './take.js';
import { benchVolumes } from './volumes.js';

const parts = ['start', 'pdf', 'memory', 'import', 'bytes', 'served', 'intake', 'take', 'bombs', 'volumes'] as const;
const words = process.argv.slice(2);
const chosen = words.indexOf('volumes') + 1 || words.length;
const asked = words.slice(0, chosen);
const wanted = new Set<string>(asked.length === 0 ? parts : asked);
const unknown = asked.filter((word) => !parts.some((part) => part === word));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}: choose from ${parts.join(', ')}.\n`);
  process.exit(2);
}

const port = Number(process.env['PORT'] ?? 3210);
const began = performance.now();
const book = openBook();
const workshop = mkdtempSync(join(tmpdir(), 'kept-bench-'));
chmodSync(workshop, 0o711);

function say(line: string): void {
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
}

/** Cold: an empty folder, so the database is made, migrated and given the demonstration. Warm: the same folder again. */
async function start(): Promise<Running> {
  const cold: number[] = [];
  const rounds = wanted.has('start') ? 3 : 1;
  let running: Running | null = null;
  say(`Start-up, cold (${rounds} times)`);
  for (let round = 0; round < rounds; round += 1) {
    await running?.stop();
    running = await startKept(join(workshop, `data-${round}`), port);
    cold.push(running.took);
  }
  const folder = join(workshop, `data-${rounds - 1}`);
  const warm: number[] = [];
  say('Start-up, warm (4 times)');
  // The first warm start fills the compile cache and is not counted.
  for (let round = 0; round <= 3; round += 1) {
    await running?.stop();
    running = await startKept(folder, port);
    if (round > 0) warm.push(running.took / 1000);
  }
  if (wanted.has('start')) {
    book.add(
      'start-up cold, to the first page (with the demonstration)',
      's',
      cold.map((one) => one / 1000),
    );
    book.add('start-up warm, to the first page', 's', warm, { atMost: 2 });
  }
  if (!running) throw new Error('no round was run');
  return running;
}

async function idleMemory(running: Running, since: number): Promise<void> {
  await pause(Math.max(0, 60_000 - (performance.now() - since)));
  if (!canLook) return book.note('Memory is measured on Linux only.');
  const found = memory(running.pid);
  book.add('memory of all processes, idle after a minute (PSS)', 'MB', [found.all], { atMost: 150 });
  for (const [part, megabytes] of Object.entries(found.parts)) book.add(`  of it ${part}`, 'MB', [megabytes]);
}

/** As a clerk does it in the browser: the server itself reads, records, typesets and publishes. */
async function publishByPage(running: Running): Promise<void> {
  const sample = samplePack();
  const clerk = await signIn(running.url);
  const began = performance.now();
  const { location } = await clerk.upload(sample.name, `${sample.text}\n\nBy page, ${process.pid}.\n`);
  book.add('upload by page, to its answer', 'ms', [performance.now() - began]);
  await clerk.post(`${location}/accept-rest`, {});
  const asked = performance.now();
  const progress = await clerk.post(`${location}/publish`, {});
  while ((await clerk.get(progress.location)).status !== 303) await pause(20);
  book.add('publication by page, to the end of its progress', 'ms', [performance.now() - asked]);
}

async function busyMemory(running: Running, paths: readonly string[]): Promise<void> {
  if (!canLook) return;
  say('A publication by page, and 1,000 page views');
  await publishByPage(running);
  for (let view = 0; view < 1000; view += 1)
    await (await fetch(running.url + (paths[view % paths.length] ?? '/'))).arrayBuffer();
  const found = memory(running.pid);
  book.add('memory after 1,000 page views and one publication (PSS)', 'MB', [found.all]);
  for (const [part, megabytes] of Object.entries(found.parts)) book.add(`  of it ${part}`, 'MB', [megabytes]);
}

/** Each round is a new text (one line more), so that each is read, recorded, typeset and published anew. */
async function importing(folder: string): Promise<void> {
  const sample = samplePack();
  say(`Import of ${sample.name}`);
  const reads: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const started = performance.now();
    const read = await readPack(new TextEncoder().encode(`${sample.text}\n\nRound ${round}.\n`), sample.name);
    if (!read.ok) throw new Error(read.problem.message);
    if (round > 0) reads.push(performance.now() - started);
  }
  book.add(`reading ${(sample.text.length / 1000).toFixed(0)} kB, compiler warm`, 'ms', reads);
  const checks: number[] = [];
  const whole: number[] = [];
  const stages = new Map<string, number[]>();
  for (let round = 0; round < 3; round += 1) {
    const file = join(workshop, sample.name);
    writeFileSync(file, `${sample.text}\n\nRound ${round} of ${process.pid}.\n`);
    checks.push(await runKept(folder, port, ['import', 'pack', file, '--organisation', 'lga', '--check']));
    const heard: { readonly line: string; readonly at: number }[] = [];
    const took = await runKept(
      folder,
      port,
      ['import', 'pack', file, '--organisation', 'lga', '--publish'],
      (line, at) => heard.push({ line, at }),
    );
    whole.push(took);
    const marks = [
      { line: 'Reading, opening the database', at: 0 },
      ...heard.filter(({ line }) => !line.startsWith('Published') && !line.startsWith('Database')),
    ];
    for (const [index, { line, at }] of marks.entries())
      stages.set(line, [...(stages.get(line) ?? []), (marks[index + 1]?.at ?? took) - at]);
  }
  book.add('kept import pack --check, the whole command', 'ms', checks);
  book.add('kept import pack --publish, the whole command', 'ms', whole);
  for (const [stage, took] of stages) book.add(`  of it: ${stage}`, 'ms', took);
}

interface Pages {
  readonly board: string;
  readonly meeting: string;
  readonly pack: string;
}

/** Publishes the sample once more, or for the first time, and learns where its meeting stands. */
async function pagesOfSample(folder: string): Promise<Pages> {
  const sample = samplePack();
  const file = join(workshop, sample.name);
  writeFileSync(file, sample.text);
  let published = '';
  await runKept(
    folder,
    port,
    ['import', 'pack', file, '--organisation', 'lga', '--publish'],
    (line) => (published = /^.*Published: (\S+)/.exec(line)?.[1] ?? published),
  );
  const meeting = new URL(published).pathname;
  const [board = '', slug = ''] = meeting
    .split('/')
    .filter((part) => part !== 'boards' && part !== 'meetings' && part !== '');
  return { board: boardPaths.one(board), meeting, pack: packPaths.newest(board, slug) };
}

async function bytes(running: Running, pages: Pages): Promise<void> {
  const goals: Readonly<Record<string, number>> = { 'pack page': 45 };
  let html = '';
  for (const [name, path] of [
    ['meeting page', pages.meeting],
    ['pack page', pages.pack],
    ['board page', pages.board],
  ] as const) {
    // The first reader gets the quick compression; the dense one is ready a moment later.
    await wire(running.url + path);
    await pause(1500);
    const fetched = await wire(running.url + path);
    if (fetched.status !== 200) book.note(`MISSED: the ${name} (${path}) answered ${fetched.status}.`);
    else {
      const goal = goals[name];
      book.add(
        `${name}, compressed (brotli)`,
        'kB',
        [fetched.body.length / 1000],
        goal === undefined ? null : { atMost: goal },
      );
      html = await (await fetch(running.url + path)).text();
      if (name === 'pack page') book.add('pack page, not compressed', 'kB', [Buffer.byteLength(html) / 1000]);
    }
  }
  for (const path of new Set([...html.matchAll(/href="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? ''))) {
    const fetched = await wire(running.url + path);
    book.add(`${path.replace('/assets/', '')}, on the wire`, 'kB', [fetched.body.length / 1000]);
  }
}

let running: Running | null = null;
try {
  const needsServer = ['start', 'memory', 'import', 'bytes', 'served', 'intake', 'take', 'bombs'].some((part) =>
    wanted.has(part),
  );
  if (needsServer) {
    running = await start();
    const idleSince = performance.now();
    // The minute of idling is not wasted: typesetting runs in processes of the benchmark, not of the server.
    if (wanted.has('pdf')) await benchPdf(book, say);
    if (wanted.has('memory')) {
      say('Waiting for a minute of idling to be over');
      await idleMemory(running, idleSince);
    }
    const folder = join(workshop, wanted.has('start') ? 'data-2' : 'data-0');
    if (wanted.has('import') || wanted.has('memory')) await importing(folder);
    if (wanted.has('intake')) await benchIntake(book, running, folder, say);
    if (wanted.has('take')) await benchTake(book, running, say);
    if (wanted.has('bombs')) await benchBombs(book, running, say);
    const needsPages = ['memory', 'bytes', 'served'].some((part) => wanted.has(part));
    const pages = needsPages ? await pagesOfSample(folder) : { board: '', meeting: '', pack: '' };
    if (wanted.has('memory')) await busyMemory(running, [pages.board, pages.meeting, pages.pack]);
    if (wanted.has('bytes')) await bytes(running, pages);
    if (wanted.has('served')) {
      // The dense compression is made beside the first answer.
      for (const path of [pages.meeting, pages.pack]) await wire(running.url + path);
      await pause(2000);
      await benchServed(
        book,
        running,
        [
          { name: 'meeting page', path: pages.meeting },
          { name: 'pack page', path: pages.pack },
        ],
        say,
      );
    }
  } else if (wanted.has('pdf')) await benchPdf(book, say);
  if (wanted.has('volumes')) {
    const kept = process.env['KEPT_BENCH_FOLDER'] ?? workshop;
    await benchVolumes(book, { workshop: kept, port: port + 1, names: words.slice(chosen) }, say);
  }
} catch (problem) {
  // What the server said last tells more than the client's broken connection.
  process.stderr.write(`${running?.said() ?? ''}\n`);
  throw problem;
} finally {
  await running?.stop();
  rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  memory: `${Math.round(totalmem() / 1e9)} GB`,
  load: loadavg().map((one) => Number(one.toFixed(1))),
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
};
mkdirSync(join(home, '.cache'), { recursive: true });
const file = join(home, '.cache', 'bench.json');
writeFileSync(
  file,
  `${JSON.stringify({ format: 'kept-bench/1', at: new Date().toISOString(), machine, figures: book.figures, notes: book.notes }, null, 2)}\n`,
);
process.stdout.write(
  `\n${table(book)}\n\n${machine.processors} x ${machine.processor}, Node ${machine.node}, load ` +
    `${machine.load.join(' ')}; ${((performance.now() - began) / 1000).toFixed(0)} s. Also in ` +
    `${file.slice(home.length + 1)}\n`,
);
process.exit(0);
