/**
 * Public pages against a bare server that sends the very same bytes and headers: requests a second, and time on the
 * processor for each. Goal of issue 2: at least 80 % of the bare server, in turns, in one run.
 */
import { fork } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { barrage } from './barrage.js';
import type { Book } from './figures.js';
import { canLook, processorTime, tree } from './processes.js';
import type { Running } from './kept.js';

const secondsEach = 1.5;
/** Many short rounds: what else runs on the machine then disturbs both alike. */
const rounds = 9;

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

interface Round {
  readonly perSecond: number;
  readonly processor: number;
}

async function measured(url: string, pids: readonly number[]): Promise<Round> {
  const before = canLook ? processorTime(pids) : 0;
  const { answers, seconds } = await barrage(url, secondsEach);
  return { perSecond: answers / seconds, processor: canLook ? (processorTime(pids) - before) / answers : Number.NaN };
}

export async function benchServed(
  book: Book,
  kept: Running,
  pages: readonly { readonly name: string; readonly path: string }[],
  say: (line: string) => void,
): Promise<void> {
  const there: { readonly name: string; readonly path: string; readonly fetched: Fetched }[] = [];
  for (const page of pages) {
    const fetched = await wire(kept.url + page.path);
    if (fetched.status === 200) there.push({ ...page, fetched });
    else book.note(`MISSED: the ${page.name} (${page.path}) answered ${fetched.status} and could not be measured.`);
  }
  const bare = fork(join(import.meta.dirname, 'bare.js'), [], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const heard = new Promise<number>((settle) => bare.once('message', (port) => settle(Number(port))));
    bare.send(
      there.map(({ path, fetched }) => ({ path, headers: fetched.headers, body: fetched.body.toString('base64') })),
    );
    const bareUrl = `http://127.0.0.1:${await heard}`;
    const keptPids = canLook ? tree(kept.pid) : [];
    const barePids = [bare.pid ?? 0];
    for (const { name, path, fetched } of there) {
      const same = await wire(bareUrl + path);
      if (!same.body.equals(fetched.body) || same.headers.join('\n') !== fetched.headers.join('\n'))
        throw new Error('the bare server does not send the same answer');
      say(`${name}: ${rounds} rounds of ${secondsEach} s each for Kept and the bare server`);
      const ours: Round[] = [];
      const theirs: Round[] = [];
      // Compilers on both sides warm up before anything counts.
      await barrage(kept.url + path, 1);
      await barrage(bareUrl + path, 1);
      for (let round = 0; round < rounds; round += 1) {
        const our = async () => ours.push(await measured(kept.url + path, keptPids));
        const their = async () => theirs.push(await measured(bareUrl + path, barePids));
        if (round % 2 === 0) await our();
        await their();
        if (round % 2 === 1) await our();
      }
      book.add(
        `${name}: Kept`,
        'requests/s',
        ours.map((one) => one.perSecond),
      );
      book.add(
        `${name}: bare server`,
        'requests/s',
        theirs.map((one) => one.perSecond),
      );
      book.add(
        `${name}: Kept of bare`,
        '%',
        ours.map((one, round) => (100 * one.perSecond) / (theirs[round]?.perSecond ?? Number.NaN)),
        { atLeast: 80 },
      );
      if (canLook) {
        book.add(
          `${name}: Kept, processor`,
          'ms/request',
          ours.map((one) => one.processor),
        );
        book.add(
          `${name}: bare server, processor`,
          'ms/request',
          theirs.map((one) => one.processor),
        );
        book.add(
          `${name}: bare of Kept, processor`,
          '%',
          ours.map((one, round) => (100 * (theirs[round]?.processor ?? Number.NaN)) / one.processor),
        );
      }
    }
  } finally {
    bare.disconnect();
  }
}
