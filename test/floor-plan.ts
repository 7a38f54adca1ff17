/** The laws of who may import whom, as a function from sources to violations. The words of a violation are the law's own. */
import { posix } from 'node:path';
import { roomOrder } from './room-order.js';
import { type Import, importsOf, namesFrom, tokens } from './scan.js';

/** What young people say goes through them in this order; a room uses its own and those before it. */
export const wings = ['ground', 'heard', 'understood', 'decided', 'practised', 'promised', 'told'] as const;
const layers = ['base', 'ui', 'kit', 'rooms', 'app'] as const;
type Layer = (typeof layers)[number];

export interface Violation {
  /** From the repository's root: src/rooms/decided/boards/rules.ts. */
  readonly file: string;
  readonly line: number;
  readonly law: string;
}

interface Place {
  readonly layer: Layer | null;
  readonly wing: string | null;
  readonly room: string | null;
  /** Inside the room or layer: "pages/check/check.view.tsx". */
  readonly inside: string;
}

function placeOf(file: string): Place {
  const [source, first = '', ...inside] = file.split('/');
  const layer = source === 'src' ? (layers.find((one) => one === first) ?? null) : null;
  if (layer !== 'rooms') return { layer, wing: null, room: null, inside: inside.join('/') };
  const [wing = '', room = '', ...rest] = inside;
  return { layer, wing, room, inside: rest.join('/') };
}

/** A file of ours that an import leads to, or null for a package. Compiled endings lead back to their sources. */
function targetOf(file: string, from: string): string | null {
  if (from.startsWith('#test/') || from.startsWith('#seeds/')) return from.slice(1);
  if (from.startsWith('#')) return `src/${from.slice(1)}`;
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), from));
  return null;
}

/** Tests, and what a room says to the tests of the house in its folder `test`. */
export function isTest(file: string): boolean {
  return /\.(test|check|bench)\.tsx?$/.test(file) || saidToTests.test(file);
}

const saidToTests = /^src\/rooms\/[\w-]+\/[\w-]+\/test\//;

/** Compiled names are compared without their ending. */
function bare(file: string): string {
  return file.replace(/\.(js|jsx|ts|tsx|mjs)$/, '');
}

function isPure(file: string): boolean {
  const name = posix.basename(bare(file));
  return placeOf(file).layer === 'rooms' && (name === 'words' || name === 'rules' || /\.(form|view)$/.test(name));
}

interface Read {
  readonly file: string;
  readonly imports: readonly Import[];
  readonly source: string;
}

function* layerLaws({ file, imports }: Read): Generator<Violation> {
  const here = placeOf(file);
  if (here.layer === null) return;
  for (const one of imports) {
    const say = (law: string): Violation => ({ file, line: one.line, law });
    if (one.from === '') {
      yield say('An import names its file in a plain string, so that everybody can see who uses whom.');
      continue;
    }
    const target = targetOf(file, one.from);
    if (target === null) {
      if (isTest(file)) continue;
      if (here.layer === 'base') yield say(`base imports no package: not ${one.from}.`);
      if (here.layer === 'ui' && !/^preact(\/|$)/.test(one.from))
        yield say(`ui imports only base and preact: not ${one.from}.`);
      continue;
    }
    const there = placeOf(target);
    if (!isTest(file) && saidToTests.test(target))
      yield say(`What a room says to tests is for tests: not ${one.from}.`);
    if (there.layer === null) {
      if (!isTest(file) && here.layer !== 'app') yield say(`Only tests import from the tests: not ${one.from}.`);
      continue;
    }
    if (layers.indexOf(there.layer) > layers.indexOf(here.layer))
      yield say(
        `base <- ui <- kit <- rooms <- app, never rightwards: ${here.layer} may not import ${there.layer} (${one.from}).`,
      );
  }
}

function* roomLaws({ file, imports }: Read): Generator<Violation> {
  const here = placeOf(file);
  if (here.layer !== 'rooms' && here.layer !== 'app') return;
  if (here.room !== null && !roomOrder.some((room) => room === here.room))
    yield { file, line: 1, law: `Every room stands in the order of rooms: ${here.room} does not.` };
  const wingAt = (wing: string | null): number => wings.findIndex((known) => known === wing);
  if (here.wing !== null && wingAt(here.wing) < 0)
    yield { file, line: 1, law: `Rooms stand in wings, which are ${wings.join(', ')}: not ${here.wing}.` };
  for (const one of imports) {
    const target = targetOf(file, one.from);
    if (target === null) continue;
    const there = placeOf(target);
    if (there.layer !== 'rooms' || there.room === null) continue;
    const say = (law: string): Violation => ({ file, line: one.line, law });
    const name = bare(there.inside);
    if (there.room === here.room) {
      if (name === 'index') yield say('A room never imports its own door.');
      if (name === 'room') yield say('Only app imports a room.ts.');
      if (name.endsWith('.page') && bare(here.inside) !== 'room' && !isTest(file))
        yield say('Nothing imports a page except room.ts.');
      if (bare(here.inside) === 'index' && (/(^|\/)store$/.test(name) || /\.(view|page)$/.test(name)))
        yield say(`A door gives types, lookups and acts, never stores, views or pages: not ${name}.`);
      continue;
    }
    if (here.layer === 'app') {
      if (name !== 'index' && name !== 'room')
        yield say(`A room is entered through its door: #rooms/${there.wing}/${there.room}/index.js, not ${one.from}.`);
      continue;
    }
    if (name === 'room') yield say('Only app imports a room.ts.');
    else if (name !== 'index')
      yield say(`Between rooms only doors: #rooms/${there.wing}/${there.room}/index.js, not ${one.from}.`);
    const order = (room: string | null): number => roomOrder.findIndex((known) => known === room);
    if (wingAt(there.wing) > wingAt(here.wing))
      yield say(`A wing uses only wings before it: ${there.wing} comes after ${here.wing}.`);
    else if (order(there.room) > order(here.room))
      yield say(`A room uses only rooms before it: ${there.room} comes after ${here.room}.`);
  }
}

/** Follows what a pure file loads inside its room: purity that ends one file further on is none. Other rooms' doors are their rooms' business. */
function* purity(read: Read, all: ReadonlyMap<string, Read>): Generator<Violation> {
  if (!isPure(read.file) || isTest(read.file)) return;
  const isView = bare(read.file).endsWith('.view');
  const room = placeOf(read.file).room;
  const seen = new Set([bare(read.file)]);
  const open = read.imports.filter((one) => !one.typeOnly).map((one) => ({ by: read.file, one, at: one.line }));
  for (const { by, one, at } of open) {
    const through = by === read.file ? '' : ` (through ${by})`;
    const target = targetOf(by, one.from);
    const refuse = (what: string): Violation => ({
      file: read.file,
      line: at,
      law: `words, rules, forms and views are pure: no ${what}${through}.`,
    });
    if (target === null) {
      if (!(isView && /^preact(\/|$)/.test(one.from)))
        yield refuse(`${one.from.startsWith('node:') ? 'machine' : 'package'} ${one.from}`);
      continue;
    }
    const there = placeOf(target);
    if (there.layer === 'kit') yield refuse(`kit ${one.from}`);
    if (there.layer === 'ui' && !isView) yield refuse(`ui outside views, ${one.from}`);
    if (there.layer !== 'rooms' || there.room !== room || seen.has(bare(target))) continue;
    seen.add(bare(target));
    const next = all.get(bare(target));
    if (next)
      open.push(...next.imports.filter((inner) => !inner.typeOnly).map((inner) => ({ by: next.file, one: inner, at })));
  }
}

/** Time and identity are arguments; the transaction is the page wrapper's. */
function* clockAndTransactionLaws({ file, source, imports }: Read): Generator<Violation> {
  const { layer } = placeOf(file);
  if (layer !== 'rooms' && layer !== 'ui' && layer !== 'base') return;
  // A script of the browser knows no database but the browser's own.
  if (isTest(file) || file.endsWith('.client.ts')) return;
  for (const one of imports) {
    if (!one.typeOnly && one.from === '#kit/db/gate.js' && layer === 'rooms' && !takesOnlyNobody(source))
      yield {
        file,
        line: one.line,
        law: 'Transactions are opened in kit, app and tests only: a room takes Read and Write as types.',
      };
  }
  const list = tokens(source);
  for (const [at, token] of list.entries()) {
    const next = (offset: number): string =>
      list[at + offset]?.kind === 'text' ? '"' : (list[at + offset]?.value ?? '');
    if (token.kind !== 'word') continue;
    if (
      (token.value === 'new' && next(1) === 'Date' && (next(2) !== '(' || next(3) === ')')) ||
      ((token.value === 'Date' || token.value === 'performance') && next(1) === '.' && next(2) === 'now')
    ) {
      yield { file, line: token.line, law: 'Time is an argument: no clock below kit.' };
    }
    if (['transaction', 'startTransaction', 'transact'].includes(token.value) && next(1) === '(')
      yield { file, line: token.line, law: 'Transactions are opened in kit, app and tests only.' };
  }
}

/** Whether all that a file takes from the gate by value is `nobody`, a constant. */
function takesOnlyNobody(source: string): boolean {
  const clause = /import\s*\{([^}]*)\}\s*from\s*'#kit\/db\/gate\.js'/.exec(source)?.[1] ?? 'unknown';
  return clause
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .every((name) => name === 'nobody');
}

/** Who takes which names from which door, from outside its room. */
function takenFromDoors(reads: readonly Read[]): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { file, source, imports } of reads) {
    if (!imports.some(({ from }) => /(^|\/)index\.js$/.test(from))) continue;
    for (const { name, from } of [...namesFrom(source, 'import'), ...namesFrom(source, 'export')]) {
      const door = bare(targetOf(file, from) ?? '');
      if (placeOf(door).room === null || placeOf(door).inside !== 'index') continue;
      const names = taken.get(door) ?? new Set();
      taken.set(door, names.add(name));
    }
  }
  return taken;
}

/** A door is as wide as those outside need it: each name that nobody takes is one more that a reader has to think of. */
function* doorLaws({ file, source }: Read, taken: ReadonlyMap<string, ReadonlySet<string>>): Generator<Violation> {
  const { room, inside } = placeOf(file);
  if (room === null || bare(inside) !== 'index') return;
  const names = taken.get(bare(file));
  for (const { name, line } of namesFrom(source, 'export')) {
    if (name === '*') yield { file, line, law: 'A door names what it gives: no export of everything.' };
    else if (names?.has(name) !== true && names?.has('*') !== true)
      yield { file, line, law: `A door gives what somebody outside takes: nobody takes ${name}.` };
  }
}

const dumpingGrounds = /(^|[/.-])(utils?|helpers?|common|misc|manager)([/.-]|$)/;

/** Every place where these sources break a law. Keys are paths from the repository's root. */
export function violations(sources: ReadonlyMap<string, string>): readonly Violation[] {
  const reads = [...sources].map(([file, source]): Read => ({ file, source, imports: importsOf(source) }));
  const all = new Map(reads.map((read) => [bare(read.file), read]));
  const taken = takenFromDoors(reads);
  return reads.flatMap((read) => [
    ...layerLaws(read),
    ...roomLaws(read),
    ...doorLaws(read, taken),
    ...purity(read, all),
    ...clockAndTransactionLaws(read),
    ...(dumpingGrounds.test(read.file)
      ? [{ file: read.file, line: 1, law: 'A file is named by its noun: no utils, helpers, common, misc or manager.' }]
      : []),
  ]);
}
