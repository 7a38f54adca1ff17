/**
 * Volumes as a country has them, and a tenth of them: pages beside the bare SQL behind them. Two Kepts with the demonstration, filled by
 * SQL (test/volumes.ts). Both run in this process, where their statements can be heard.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { quiet } from '#kit/log.js';
import { clientConfig, type Reach } from '#kit/db/client.js';
import { mintWrite } from '#kit/db/gate.js';
import type { Measured } from '#test/room-volumes.js';
import { fillVolumes, fillWork, roomVolumes, volumes } from '#test/volumes.js';
import { workOutDays } from '#test/work-out-days.js';
import { startKept } from '../src/app/start.js';
import { benchBesideSql, hearStatements, type Place } from './beside-sql.js';
import type { Book } from './figures.js';

const publicPages = roomVolumes.flatMap(({ measured = [] }) => measured);
const workPages = roomVolumes.flatMap(({ measuredAtWork = [] }) => measuredAtWork);

async function fill(admin: Reach, statements: readonly string[]): Promise<number> {
  const began = performance.now();
  const client = new pg.Client(
    clientConfig(admin, { name: 'kept bench', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    // What is lost with the machine is filled again.
    await client.query('set synchronous_commit = off');
    await client.query("set work_mem = '64MB'");
    for (const statement of statements) await client.query(statement);
    await workOutDays(mintWrite(client));
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  return (performance.now() - began) / 1000;
}

/** The cookie of somebody of the demonstration, by the page that a visitor uses. */
async function cookieOf(url: string, name: string): Promise<string> {
  const page = await (await fetch(`${url}/sign-in`)).text();
  const account = /name="account" value="([^"]*)"/.exec(page.slice(page.indexOf(name)))?.[1] ?? '';
  const chosen = await fetch(`${url}/sign-in/persona`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account, to: '/work' }),
  });
  return (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export interface VolumesWanted {
  /** Where the databases are; what was filled there before is not filled again. */
  readonly workshop: string;
  readonly port: number;
  /** Words in the names of the pages that are measured; without any all are. */
  readonly names: readonly string[];
}

/** Fills two Kepts and measures their lists. */
export async function benchVolumes(
  book: Book,
  { workshop, port, names }: VolumesWanted,
  say: (line: string) => void,
): Promise<void> {
  hearStatements();
  const isChosen = ({ name }: Measured) => names.length === 0 || names.some((word) => name.includes(word));
  if (![...publicPages, ...workPages].some(isChosen))
    return book.note(`MISSED: no page has ${names.join(' or ')} in its name.`);
  const running: Awaited<ReturnType<typeof startKept>>[] = [];
  try {
    for (const [name, share] of [
      ['a tenth', 0.1],
      ['the whole', 1],
    ] as const) {
      say(`A Kept with the demonstration, then the volumes: ${name}`);
      const at = running.length;
      const folder = join(workshop, `data-volumes-${at}`);
      const kept = await startKept(readConfig({ KEPT_DATA: folder, PORT: String(port + at), KEPT_DEMO: 'on' }), {
        log: quiet,
      });
      running.push(kept);
      const filled = join(folder, 'filled');
      if (existsSync(filled)) {
        book.note(`Volumes, ${name}: filled by a run before, ${readFileSync(filled, 'utf8')}.`);
        continue;
      }
      const sizes = volumes(share);
      const seconds = await fill(kept.database.admin, [...fillVolumes(sizes), ...fillWork(sizes)]);
      book.note(
        `Volumes, ${name}: ${Object.entries(sizes)
          .map(([what, many]) => `${what} ${Number(many).toLocaleString('en-GB')}`)
          .join(', ')}; filled in ${seconds.toFixed(0)} s.`,
      );
      writeFileSync(filled, new Date().toISOString());
    }
    const placesOf = async (gate: 'public' | 'work'): Promise<readonly Place[]> => {
      const made: Place[] = [];
      for (const { url, database } of running) {
        const role = `kept_${gate}`;
        made.push({
          url,
          role: `${role}${database.roleSuffix}`,
          reach: database.reach(role),
          admin: database.admin,
          cookie: gate === 'work' ? await cookieOf(url, 'Ada Mensah') : null,
        });
      }
      return made;
    };
    for (const [gate, list] of [
      ['public', publicPages],
      ['work', workPages],
    ] as const) {
      const [tenth, whole] = await placesOf(gate);
      if (tenth && whole) await benchBesideSql(book, { tenth, whole }, list.filter(isChosen), 7, say);
    }
  } finally {
    for (const kept of running) await kept.stop();
  }
}
