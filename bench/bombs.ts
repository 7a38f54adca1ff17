/**
 * Hostile files (test/bombs.ts) to every page that takes one, each under the name of what it is not, too: how long its sender waits for the refusal,
 * and how long another page takes meanwhile.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { careOfferPaths } from '#rooms/practised/care-offer/index.js';
import { directoryPaths } from '#rooms/ground/directory/index.js';
import { importPaths } from '#rooms/decided/imports/index.js';
import { instrumentPaths } from '#rooms/heard/instruments/index.js';
import { awardPaths } from '#rooms/practised/award/index.js';
import { registerPaths } from '#rooms/promised/register/index.js';
import { takingPartPaths } from '#rooms/heard/taking-part/index.js';
import { bombs } from '#test/bombs.js';
import type { Book } from './figures.js';
import type { Running } from './kept.js';

const endings = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'html', 'txt'] as const;

interface Door {
  readonly path: string;
  readonly who: string | null;
  readonly field: string;
  readonly more?: Readonly<Record<string, string>>;
}

const doors: readonly Door[] = [
  { path: importPaths.upload(), who: 'Morwenna Clarke', field: 'pack' },
  { path: careOfferPaths.upload(), who: 'Joan Whitlock', field: 'offers' },
  { path: awardPaths.upload(), who: 'Joan Whitlock', field: 'stages' },
  { path: registerPaths.upload('inclusion-charter'), who: 'Ada Mensah', field: 'invitations' },
  { path: instrumentPaths.begin(), who: 'Ada Mensah', field: 'form', more: { from: 'form', audiences: 'educator' } },
  { path: takingPartPaths.unsent(), who: null, field: 'file' },
  { path: directoryPaths.work(), who: 'Idris Okafor', field: 'file', more: { kind: 'schools' } },
];

interface Sender {
  readonly cookie: string;
  readonly csrf: string;
}

function valueOf(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** The demonstration's persona of that name, with the token of the door's own form. */
async function signedIn(url: string, name: string, door: string): Promise<Sender> {
  const page = await (await fetch(`${url}/sign-in`)).text();
  const account = valueOf(page.slice(page.indexOf(name)), 'account');
  const chosen = await fetch(`${url}/sign-in/persona`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account, to: '/work' }),
  });
  const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const csrf = valueOf(await (await fetch(url + door, { headers: { cookie } })).text(), 'csrf');
  if (csrf === '') throw new Error(`${name} finds no form at ${door}`);
  return { cookie, csrf };
}

/** Asks for a page again and again; tells the longest that it took. */
async function watch(url: string, isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const began = performance.now();
    await (await fetch(`${url}/boards?seen=${began}`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - began);
    await pause(20);
  }
  return longest;
}

export async function benchBombs(book: Book, running: Running, say: (line: string) => void): Promise<void> {
  const all = bombs();
  // Making them took long: connections that ended meanwhile are heard of first.
  await pause(500);
  for (const door of doors) {
    const clerk = door.who === null ? null : await signedIn(running.url, door.who, door.path);
    const found: { readonly name: string; readonly took: number; readonly other: number; readonly status: number }[] =
      [];
    for (const { name, bytes } of all) {
      const ending = endings[found.length % endings.length] ?? 'txt';
      const body = new FormData();
      if (clerk) body.set('csrf', clerk.csrf);
      for (const [key, value] of Object.entries(door.more ?? {})) body.set(key, value);
      body.set(door.field, new Blob([new Uint8Array(bytes)]), `file.${ending}`);
      let isOver = false;
      const other = watch(running.url, () => isOver);
      const began = performance.now();
      const response = await fetch(running.url + door.path, {
        method: 'POST',
        redirect: 'manual',
        headers: clerk ? { cookie: clerk.cookie } : {},
        body,
      });
      await response.arrayBuffer();
      const took = performance.now() - began;
      isOver = true;
      found.push({ name, took, other: await other, status: response.status });
    }
    say(door.path);
    for (const one of found.toSorted((a, b) => b.took - a.took).slice(0, 6))
      say(`    ${one.name}: ${one.status} after ${Math.round(one.took)} ms, another page ${Math.round(one.other)} ms`);
    book.add(
      `${door.path}: the slowest of ${found.length} refusals`,
      'ms',
      [Math.max(...found.map(({ took }) => took))],
      { atMost: 1000 },
    );
    book.add(`${door.path}: another page meanwhile`, 'ms', [Math.max(...found.map(({ other }) => other))], {
      atMost: 200,
    });
  }
}
