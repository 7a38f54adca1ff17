/**
 * How long a page takes beside the bare SQL behind it, at one volume and at a tenth of it: the servers and the databases run as always, the
 * statements of one request are written down as they go to the database, and then pages and statements are measured in turn, so that
 * whatever else the machine does falls upon all alike.
 */
import pg from 'pg';
import { clientConfig, type Reach } from '#kit/db/client.js';
import type { Measured } from '#test/room-volumes.js';
import type { Book } from './figures.js';
import { median } from './figures.js';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Question {
  readonly text?: string;
  readonly values?: readonly unknown[];
}

let heard: Statement[] | null = null;
/** The role whose statements are heard. */
let ofRole = '';
let isListening = false;

/** From now on every statement of this process passes by here. Before the server starts: a connection keeps the function that it was made with. */
export function hearStatements(): void {
  if (isListening) return;
  isListening = true;
  const asked = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]): unknown {
    const [first, second] = words;
    if (heard) {
      const question: Question =
        typeof first === 'string'
          ? { text: first, values: Array.isArray(second) ? second : [] }
          : ((first ?? {}) as Question);
      // Not the pulse and the jobs, which beat by themselves.
      const { text } = question;
      if (
        text !== undefined &&
        (this as pg.Client & { readonly user?: string }).user === ofRole &&
        text !== 'select number from published.revision' &&
        !/kit\.(job|mail|daily_run)\b/.test(text)
      )
        heard.push({ text, values: [...(question.values ?? (Array.isArray(second) ? second : []))] });
    }
    return asked.apply(this, words);
  } as typeof pg.Client.prototype.query;
}

/** What a page asks, without what a gate says of itself and a connection is asked before it is used. */
const isQuestion = ({ text }: Statement): boolean =>
  /^[\s(]*(select|with)\b/i.test(text) && text !== 'select 1' && !text.includes('set_config');

/** One running Kept. */
export interface Place {
  readonly url: string;
  /** The role in which its pages ask, its way in, and the owner's. */
  readonly role: string;
  readonly reach: Reach;
  readonly admin: Reach;
  readonly cookie: string | null;
}

const session = { name: 'kept bench', statementTimeout: 120_000, lockTimeout: 0, idleInTransactionTimeout: 0 };

async function connected(reach: Reach): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(reach, session));
  await client.connect();
  return client;
}

interface Bench {
  readonly place: Place;
  readonly client: pg.Client;
  readonly admin: pg.Client;
}

interface Prepared {
  readonly ask: () => Promise<Response>;
  readonly statements: readonly Statement[];
  /** What the gate says of whoever asks; null for the public gate, which has no transaction. */
  readonly begin: string | null;
  readonly bytes: number;
  readonly page: number[];
  readonly bare: number[];
  /** Blocks that its SQL touched: the same however busy the machine is. */
  blocks: number;
  readonly processor: number[];
}

async function prepared({ place, admin }: Bench, { path, form, facts }: Measured): Promise<Prepared | string> {
  const known = facts === undefined ? {} : ((await admin.query<Record<string, string>>(facts)).rows[0] ?? {});
  const address = path.replace(/\$([a-z]+)/g, (_, name: string) => encodeURIComponent(known[name] ?? ''));
  const ask = () =>
    fetch(place.url + address, {
      redirect: 'manual',
      headers: { ...(place.cookie === null ? {} : { cookie: place.cookie }), ...(form ? { origin: place.url } : {}) },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
  // Twice, so that what is made once (figures of what is published, prepared plans) is made.
  for (let round = 0; round < 2; round += 1) await (await ask()).arrayBuffer();
  ofRole = place.role;
  heard = [];
  const first = await ask();
  const body = new Uint8Array(await first.arrayBuffer());
  const all: readonly Statement[] = heard;
  heard = null;
  // Not those in which nobody in particular asks: a session is looked for, a job.
  const begin =
    all.findLast(({ text }) => text.startsWith('begin read only') && !text.includes(`'kept.account', ''`))?.text ??
    null;
  const statements = all.filter(isQuestion);
  return first.status === 200
    ? { ask, statements, begin, bytes: body.length, page: [], bare: [], blocks: 0, processor: [] }
    : `${address} answered ${first.status}`;
}

/** Whatever else runs makes SQL slower and never quicker: it is asked so often each round, and what is compared is the quickest. */
const bareEachRound = 5;

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: Readonly<Record<string, unknown>> }[];
}

const quickest = ({ bare }: Prepared): number => Math.min(...bare);

/** The longest stretch for which the thread did nothing else, each time that the page is asked for. */
async function stretches({ ask }: Prepared): Promise<readonly number[]> {
  const longest: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    let isUnderWay = true;
    let most = 0;
    let before = process.threadCpuUsage();
    const turn = (): void => {
      const { user, system } = process.threadCpuUsage(before);
      most = Math.max(most, (user + system) / 1000);
      before = process.threadCpuUsage();
      if (isUnderWay) setImmediate(turn);
    };
    setImmediate(turn);
    await (await ask()).arrayBuffer();
    isUnderWay = false;
    longest.push(most);
  }
  return longest;
}

/** How many blocks of tables and indexes the statements touch. */
async function blocksOf(client: pg.Client, { begin, statements }: Prepared): Promise<number> {
  let sum = 0;
  if (begin !== null) await client.query(begin);
  for (const { text, values } of statements) {
    const { rows } = await client.query<Explained>(`explain (analyze, buffers, format json) ${text}`, [...values]);
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan ?? {};
    sum += Number(plan['Shared Hit Blocks'] ?? 0) + Number(plan['Shared Read Blocks'] ?? 0);
  }
  if (begin !== null) await client.query('commit');
  return sum;
}

/**
 * Adds for each page its time, that of its SQL, their ratio, that of the SQL at a tenth of the volume, and what the
 * page weighs and costs the server's thread.
 */
export async function benchBesideSql(
  book: Book,
  places: { readonly whole: Place; readonly tenth: Place },
  pages: readonly Measured[],
  rounds: number,
  say: (line: string) => void,
): Promise<void> {
  const benches: Bench[] = [];
  for (const place of [places.tenth, places.whole])
    benches.push({ place, client: await connected(place.reach), admin: await connected(place.admin) });
  try {
    for (const page of pages) {
      say(`${page.name}: ${page.path}`);
      const both: Prepared[] = [];
      for (const bench of benches) {
        const ready = await prepared(bench, page);
        if (typeof ready === 'string') book.note(`MISSED: ${page.name} (${ready}).`);
        else both.push(ready);
      }
      const [tenth, whole] = both;
      if (!tenth || !whole) continue;
      for (let round = 0; round < rounds; round += 1) {
        for (const [at, { ask, statements, begin, page: shown, bare, processor }] of both.entries()) {
          const client = benches[at]?.client;
          const before = process.threadCpuUsage();
          const began = performance.now();
          await (await ask()).arrayBuffer();
          const between = performance.now();
          const { user, system } = process.threadCpuUsage(before);
          shown.push(between - began);
          processor.push((user + system) / 1000);
          for (let again = 0; again < bareEachRound; again += 1) {
            const started = performance.now();
            if (begin !== null) await client?.query(begin);
            for (const { text, values } of statements) await client?.query(text, [...values]);
            if (begin !== null) await client?.query('commit');
            bare.push(performance.now() - started);
          }
        }
      }
      for (const [at, one] of both.entries()) {
        const client = benches[at]?.client;
        if (client) one.blocks = await blocksOf(client, one);
      }
      const many = whole.statements.length;
      say(
        `  ${median(whole.page).toFixed(1)} ms, its SQL ${median(whole.bare).toFixed(1)} (a tenth: ` +
          `${median(tenth.bare).toFixed(1)}) in ${many} statements, ${(whole.bytes / 1000).toFixed(0)} kB`,
      );
      say(
        `  quickest SQL ${quickest(whole).toFixed(1)} and ${quickest(tenth).toFixed(1)}, blocks ${whole.blocks} and ${tenth.blocks}`,
      );
      book.add(`${page.name}, the page`, 'ms', whole.page);
      book.add(`  its SQL, bare`, 'ms', whole.bare);
      book.add('  statements', '', [many], page.isWhole ? null : { atMost: 6 });
      // What any answer costs is more than three times a question of a moment.
      book.add(
        '  page to bare SQL',
        'times',
        [Math.min(...whole.page) / quickest(whole)],
        quickest(whole) < 5 ? null : { atMost: 3 },
      );
      const growth = quickest(whole) / quickest(tenth);
      book.add(
        '  SQL to that at a tenth of the volume',
        'times',
        [growth],
        page.isConstant || page.isWhole ? null : { atMost: 2 },
      );
      book.add('  blocks to those at a tenth of the volume', 'times', [whole.blocks / Math.max(1, tenth.blocks)]);
      book.add('  thread of the server, whole request', 'ms', whole.processor, page.isWhole ? null : { atMost: 200 });
      if (page.isWhole) book.add('  thread of the server, at a stretch', 'ms', await stretches(whole), { atMost: 200 });
      book.add(
        '  page, not compressed',
        'kB',
        [whole.bytes / 1000],
        page.isFile || page.isWhole ? null : { atMost: 100 },
      );
    }
  } finally {
    heard = null;
    for (const { client, admin } of benches) await Promise.all([client.end(), admin.end()]);
  }
}
