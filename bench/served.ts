/**
 * Public pages against a bare server that sends the very same bytes and headers: requests a second, and time on the
 * processor for each. Goal of issue 2: at least 80 % of the bare server, in turns, in one run.
 */
import { fork } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { Book } from './figures.js';
import { canLook, processorTime, tree } from './processes.js';
import type { Running } from './kept.js';

const connections = 50;
const secondsEach = 3;
const rounds = 3;

interface Fetched {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** What node:http adds by itself to every answer, ours and the bare server's. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** An answer as it comes over the wire, compressed where it is. */
export function wire(url: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const headers: string[] = [];
        for (let at = 0; at < response.rawHeaders.length; at += 2) {
          const name = response.rawHeaders[at] ?? '';
          if (!ownHeaders.has(name.toLowerCase())) headers.push(name, response.rawHeaders[at + 1] ?? '');
        }
        resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

async function barrage(url: string, pids: readonly number[]): Promise<{ readonly perSecond: number; readonly processor: number }> {
  const before = canLook ? processorTime(pids) : 0;
  const result = await autocannon({ url, connections, duration: secondsEach, headers: { 'accept-encoding': 'br' } });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers that were not 200`);
  const answered = result['2xx'];
  return { perSecond: answered / result.duration, processor: canLook ? (processorTime(pids) - before) / answered : Number.NaN };
}

export async function benchServed(book: Book, kept: Running, pages: readonly { readonly name: string; readonly path: string }[], say: (line: string) => void): Promise<void> {
  const there: { readonly name: string; readonly path: string; readonly fetched: Fetched }[] = [];
  for (const page of pages) {
    const fetched = await wire(kept.url + page.path);
    if (fetched.status === 200) there.push({ ...page, fetched });
    else book.note(`MISSED: the ${page.name} (${page.path}) answered ${fetched.status} and could not be measured.`);
  }
  const bare = fork(join(import.meta.dirname, 'bare.js'), [], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const heard = new Promise<number>((settle) => bare.once('message', (port) => settle(Number(port))));
    bare.send(there.map(({ path, fetched }) => ({ path, headers: fetched.headers, body: fetched.body.toString('base64') })));
    const bareUrl = `http://127.0.0.1:${await heard}`;
    const keptPids = canLook ? tree(kept.pid) : [];
    const barePids = [bare.pid ?? 0];
    for (const { name, path, fetched } of there) {
      const same = await wire(bareUrl + path);
      if (!same.body.equals(fetched.body) || same.headers.join('\n') !== fetched.headers.join('\n')) throw new Error('the bare server does not send the same answer');
      say(`${name}: ${rounds} rounds of ${secondsEach} s each for Kept and the bare server`);
      const ours: { perSecond: number; processor: number }[] = [];
      const theirs: { perSecond: number; processor: number }[] = [];
      // Compilers on both sides warm up before anything counts.
      await autocannon({ url: kept.url + path, connections, duration: 1, headers: { 'accept-encoding': 'br' } });
      await autocannon({ url: bareUrl + path, connections, duration: 1, headers: { 'accept-encoding': 'br' } });
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await barrage(kept.url + path, keptPids));
        theirs.push(await barrage(bareUrl + path, barePids));
      }
      book.add(`${name}: Kept`, 'requests/s', ours.map((one) => one.perSecond));
      book.add(`${name}: bare server`, 'requests/s', theirs.map((one) => one.perSecond));
      book.add(`${name}: Kept of bare`, '%', ours.map((one, round) => (100 * one.perSecond) / (theirs[round]?.perSecond ?? Number.NaN)), { atLeast: 80 });
      if (canLook) {
        book.add(`${name}: Kept, processor`, 'ms/request', ours.map((one) => one.processor));
        book.add(`${name}: bare server, processor`, 'ms/request', theirs.map((one) => one.processor));
      }
    }
  } finally {
    bare.disconnect();
  }
}
