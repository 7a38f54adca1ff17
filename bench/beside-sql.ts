/**
 * How long a page takes beside the bare SQL behind it: the server and the database run as always, the statements of one
 * request are written down as they go to the database, and then page and statements are measured in turn.
 */
import pg from 'pg';
import { clientConfig, type Reach } from '#kit/db/client.js';
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
let isListening = false;

/** From now on every statement of this process passes by here. Before the server starts: a connection keeps the function that it was made with. */
export function hearStatements(): void {
  if (isListening) return;
  isListening = true;
  const asked = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]): unknown {
    const [first, second] = words;
    if (heard) {
      const question: Question = typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second : [] } : ((first ?? {}) as Question);
      if (question.text !== undefined && /^\s*(select|with)\b/i.test(question.text)) heard.push({ text: question.text, values: [...(question.values ?? (Array.isArray(second) ? second : []))] });
    }
    return asked.apply(this, words);
  } as typeof pg.Client.prototype.query;
}

export interface Measured {
  readonly name: string;
  /** With a query string, so that no page in memory answers. */
  readonly path: string;
  /** What is posted there; without it the page is asked for by GET. */
  readonly form?: Readonly<Record<string, string>>;
}

const session = { name: 'kept bench', statementTimeout: 60_000, lockTimeout: 0, idleInTransactionTimeout: 0 };

/** Adds for each page its time, that of its SQL, and their ratio; and how heavy the page is. */
export async function benchBesideSql(book: Book, url: string, reach: Reach, pages: readonly Measured[], rounds: number, say: (line: string) => void): Promise<void> {
  hearStatements();
  const client = new pg.Client(clientConfig(reach, session));
  await client.connect();
  try {
    for (const { name, path, form } of pages) {
      say(`${name}: ${path}`);
      const ask = () => fetch(url + path, form && { method: 'POST', body: new URLSearchParams(form), headers: { origin: url } });
      // Twice, so that what is made once (the shelf's revision, prepared plans) is made.
      for (let round = 0; round < 2; round += 1) await (await ask()).arrayBuffer();
      heard = [];
      const first = await ask();
      const body = new Uint8Array(await first.arrayBuffer());
      const statements = heard;
      heard = null;
      if (first.status !== 200) {
        book.note(`MISSED: ${name} (${path}) answered ${first.status}.`);
        continue;
      }
      const shown: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        await (await ask()).arrayBuffer();
        const between = performance.now();
        for (const { text, values } of statements) await client.query(text, [...values]);
        shown.push(between - began);
        bare.push(performance.now() - between);
      }
      book.add(`${name}, the page`, 'ms', shown);
      book.add(`  its ${statements.length} SQL ${statements.length === 1 ? 'query' : 'queries'}, bare`, 'ms', bare);
      book.add('  page to bare SQL', 'times', [median(shown) / median(bare)], { atMost: 3 });
      book.add('  page, not compressed', 'kB', [body.length / 1000], { atMost: 100 });
    }
  } finally {
    heard = null;
    await client.end();
  }
}
