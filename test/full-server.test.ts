/** A database server that has no more to give: everybody is told to come again, in words, and answers are taken all the same. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { readConfig } from '#kit/config.js';
import { momentOf } from '#kit/db/client.js';
import { nobody } from '#kit/db/gate.js';
import { makeLog } from '#kit/log.js';
import type { Short } from '#kit/disk.js';
import { doorPage, intakePage, publicPage, redirect, view, workPage } from '#kit/page.js';
import type { Room } from '#kit/room.js';
import { beginSession, cookieNames, csrfOf } from '#kit/session.js';
import type { Visitor } from '#kit/visitor.js';
import { takingPart } from '#rooms/heard/taking-part/room.js';
import { openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { startKept } from '../src/app/start.js';
import { freshHouse } from './house.js';
import { programs, withServer } from './own-server.js';
import { roomServer } from './room-server.js';

const opened: { close(): Promise<unknown> }[] = [];
after(async () => {
  for (const one of opened) await one.close();
});

/** A page of each gate on which the database says what the address asks for. */
function raising(): Room {
  const params = z.object({ code: z.string() });
  const said = (code: string) =>
    sql.raw(`do $$ begin raise exception 'a row of "Sam Lee"' using errcode = '${code}'; end $$`);
  const shown = view({ title: 'Nothing', main: null as never });
  return {
    name: 'raising',
    pages: [
      publicPage({
        path: '/raise/public/:code',
        params,
        cached: false,
        get: async ({ db, params: { code } }) => (await said(code).execute(db), shown),
      }),
      doorPage({
        path: '/raise/door/:code',
        params,
        get: async ({ db, params: { code } }) => (await said(code).execute(db), shown),
      }),
      intakePage({
        path: '/raise/intake/:code',
        params,
        get: async ({ gate, params: { code } }) => (await gate.read(nobody, (db) => said(code).execute(db)), shown),
      }),
    ],
    ...(takingPart.intakeVoice ? { intakeVoice: takingPart.intakeVoice } : {}),
  } as unknown as Room;
}

test('what the database cannot do now is 503 with a time to come again, at every gate, and one line of the log for each kind', async () => {
  const house = await freshHouse();
  const lines: string[] = [];
  const { app } = await roomServer({
    rooms: [raising()],
    gates: house.gates,
    pulse: house.gates.pulse,
    log: makeLog({ form: 'json', write: (line) => lines.push(line), clock: () => new Date() }),
  });
  opened.push(app, house.gates);
  const ask = async (path: string) => {
    const { statusCode, headers, body } = await app.inject({
      url: path,
      headers: { host: 'localhost', 'accept-language': 'cy' },
    });
    return { status: statusCode, again: Number(headers['retry-after'] ?? 0), body };
  };
  for (const code of ['53300', '53100', '53200', '55P03', '57014', '40001', '40P01']) {
    for (const gate of ['public', 'door', 'intake', 'public']) {
      const { status, again, body } = await ask(`/raise/${gate}/${code}`);
      assert.deepEqual([status, again > 0], [503, true], `${gate} ${code}`);
      assert.doesNotMatch(body, /Sam Lee/);
      if (gate === 'intake') assert.match(body, /lang="cy"[^]*Rhoi cynnig arall arni/);
    }
  }
  // A server that became a standby: for who writes it is away; a write in a page that only reads is a fault of ours.
  assert.equal((await ask('/raise/intake/25006')).status, 503);
  assert.equal((await ask('/raise/public/25006')).status, 500);
  const told = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    told.map(({ fault }) => String(fault).split(' ')[0]),
    ['no-connection', 'no-room', 'no-memory', 'held-up', 'too-slow', 'not-ready', '25006'],
  );
  for (const line of lines.slice(0, -1)) assert.ok(line.length < 500 && !line.includes('stack'), line);
});

test('a disk that is nearly full takes no files, then no forms of the workspace, and says so before anything is read', async () => {
  const house = await freshHouse();
  const lines: string[] = [];
  let short: Short | null = null;
  let saved = 0;
  const params = z.object({});
  const visitor: Omit<Visitor, 'csrf' | 'rights'> = {
    account: randomUUID(),
    name: 'Ann Lee',
    organisation: randomUUID(),
    boards: '*',
    roles: ['clerk'],
    persona: false,
  };
  const done = async () => {
    saved += 1;
    return redirect('/work');
  };
  const room = {
    name: 'filing',
    capabilities: { 'see workspace': ['clerk'], import: ['clerk'] },
    pages: [
      workPage({ path: '/work/form', params, needs: 'see workspace', fields: { word: 'line' }, post: done }),
      workPage({
        path: '/work/file',
        params,
        needs: 'see workspace',
        fields: {},
        files: { pack: { atMost: 1000 } },
        post: done,
      }),
    ],
  } as unknown as Room;
  const { app } = await roomServer({
    rooms: [room],
    gates: house.gates,
    pulse: house.gates.pulse,
    visitorOf: async () => visitor,
    disk: { short: () => short },
    log: makeLog({ form: 'json', write: (line) => lines.push(line), clock: () => new Date() }),
  });
  opened.push(app, house.gates);
  const token = await house.gates.work.write(nobody, (write) => beginSession(write, visitor.account, new Date()));
  const send = async (url: string): Promise<number> => {
    const body = new FormData();
    body.set('csrf', csrfOf(token, visitor.organisation));
    if (url === '/work/file') body.set('pack', new Blob(['a pack']), 'pack.md');
    const sent =
      url === '/work/file'
        ? new Request('http://localhost', { method: 'POST', body })
        : new Request('http://localhost', {
            method: 'POST',
            body: new URLSearchParams({ csrf: csrfOf(token, visitor.organisation), word: 'a' }),
          });
    const { statusCode, headers } = await app.inject({
      method: 'POST',
      url,
      headers: {
        host: 'localhost',
        cookie: `${cookieNames(false).session}=${token}`,
        'content-type': sent.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    if (statusCode === 503) assert.equal(headers['retry-after'], '60');
    return statusCode;
  };
  const both = async () => [await send('/work/form'), await send('/work/file'), await send('/work/file')];
  assert.deepEqual([await both(), saved], [[303, 303, 303], 3]);
  short = 'files';
  assert.deepEqual([await both(), saved], [[303, 503, 503], 4]);
  short = 'all but answers';
  assert.deepEqual([await both(), saved], [[503, 503, 503], 4]);
  assert.deepEqual(
    lines
      .map((line) => JSON.parse(line))
      .filter(({ level }) => level >= 40)
      .map(({ fault }) => fault),
    ['short of room, files', 'short of room, all but answers'],
  );
});

test(
  'while others use every connection of the server, pages say so and a class is answered',
  { skip: programs ? false : 'no PostgreSQL on this machine' },
  async () => {
    await withServer(async (address) => {
      const keeper = new pg.Client(address('keeper', 'of the keeper', 'postgres'));
      await keeper.connect();
      await keeper.query(`create role council login createrole password 'p'; create role others login password 'o'`);
      await keeper.query('create database kept owner council');
      const lines: string[] = [];
      const kept = await startKept(
        readConfig({
          DATABASE_URL: address('council', 'p', 'kept'),
          KEPT_SECRET: 'a secret that nobody can guess, of 44 letters',
          PORT: '0',
        }),
        { log: makeLog({ form: 'json', write: (line) => lines.push(line), clock: () => new Date() }) },
      );
      const strangers: pg.Client[] = [];
      try {
        assert.equal(
          kept.database.gates.pools().find(({ gate }) => gate === 'intake')?.open,
          1,
          'before anybody has come',
        );
        const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
        const { survey, wayIn } = await openSurvey(kept.database.gates.work, kept.database.key, randomUUID(), {
          opensOn: day(-1),
          closesOn: day(20),
        });
        const { code } = await wayIn('class session', { places: 30 });
        // What Kept holds idle goes, but for the intake's own, and others take it, until there is no more. The limit keeps its jobs from being quicker.
        await keeper.query('alter role kept_work_kept connection limit 0');
        while (
          (
            await keeper.query(
              `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('kept_work_kept', 'kept_release_kept')`,
            )
          ).rowCount !== 0
        )
          await pause(10);
        for (let isFull = false; !isFull;) {
          const stranger = new pg.Client(address('others', 'o', 'postgres'));
          stranger.on('error', () => undefined);
          isFull = await stranger.connect().then(
            () => false,
            (problem: unknown) => momentOf(problem) === 'full',
          );
          if (!isFull) strangers.push(stranger);
        }
        const cookie = `${cookieNames(false).session}=${'x'.repeat(43)}`;
        // A device sends the same again while it is told to come again; nobody's answer fails.
        const send = async (): Promise<number> => {
          const body = JSON.stringify({
            survey,
            code,
            seat: randomBytes(32).toString('base64url'),
            submission: randomBytes(16).toString('base64url'),
            audience: 'student primary',
            language: 'en',
            given: {},
          });
          for (let tries = 0; ; tries += 1) {
            const { status } = await fetch(`${kept.url}/take/answers`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body,
            });
            if (status !== 503 || tries === 40) return status;
          }
        };
        const [work, ...answers] = await Promise.all([
          fetch(`${kept.url}/work`, { headers: { cookie } }),
          ...Array.from({ length: 30 }, send),
        ]);
        // On a busy machine it may be told that the database does not answer.
        assert.deepEqual([work?.status, work?.headers.has('retry-after')], [503, true]);
        assert.match((await work?.text()) ?? '', /Kept is busy at the moment|We cannot reach our database/);
        const counts = new Map<number, number>();
        for (const status of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
        assert.deepEqual([...counts], [[200, 30]], lines.slice(-6).join('\n'));
        assert.doesNotMatch(lines.join('\n'), /"level":50/);
      } finally {
        for (const stranger of strangers) await stranger.end();
        await keeper.query('alter role kept_work_kept connection limit -1');
        // It goes on by itself.
        while (
          (
            await fetch(`${kept.url}/work`, {
              redirect: 'manual',
              headers: { cookie: `${cookieNames(false).session}=${'x'.repeat(43)}` },
            })
          ).status !== 303
        )
          await pause(50);
        await kept.stop();
        await keeper.end();
      }
    }, '-c max_connections=24');
  },
);
