/**
 * Somebody takes part behind a reverse proxy, and something breaks on the way: neither a line that the server writes nor a row of any table
 * holds who they were, what they came in with, or when (reference listening, P1).
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { readConfig } from '#kit/config.js';
import { findPlace } from '#kit/database.js';
import { asOwner } from '../src/app/owner.js';

const child = {
  'user-agent': 'A-Childs-Tablet/7.1',
  'x-forwarded-for': '203.0.113.77',
  'accept-language': 'cy-GB,tlh;q=0.4',
  referer: 'https://school.example/class-of-hazel',
};

test('no trace of a child is written anywhere', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-trace-'));
  chmodSync(folder, 0o711);
  const environment = {
    KEPT_DATA: folder,
    PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
    KEPT_DEMO: 'on',
    KEPT_PROXY: 'on',
  };
  const server = spawn(
    process.execPath,
    ['--enable-source-maps', join(import.meta.dirname, '..', 'src', 'app', 'cli.js'), 'start'],
    { env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const ready = Promise.withResolvers<void>();
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('Stop it with')) ready.resolve();
    });
  }
  const ended = once(server, 'close');
  try {
    await Promise.race([ready.promise, ended.then(() => assert.fail(`it did not start:\n${said}`))]);
    const url = `http://127.0.0.1:${environment.PORT}`;
    const jar = new Map<string, string>();
    const ask = async (
      path: string,
      init: RequestInit = {},
    ): Promise<{ readonly status: number; readonly body: string }> => {
      const answer = await fetch(url + path, {
        redirect: 'manual',
        ...init,
        headers: { ...child, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const to = answer.headers.get('location');
      return to === null
        ? { status: answer.status, body: await answer.text() }
        : ask(to, answer.status === 307 ? init : {});
    };
    const form = (path: string, fields: Readonly<Record<string, string>>) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) });
    const hidden = (body: string) =>
      Object.fromEntries(
        [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );
    assert.equal((await form('/take', { code: 'BCDF GHJK' })).status, 422);
    assert.equal((await fetch(`${url}/take/BLNG2CMB`, { headers: child })).status, 200);
    let page = await form('/take/BLNG2CMB/begin', { language: 'en' });
    const key = jar.get('kept_attempt') ?? '';
    assert.equal(key.length, 43);
    for (let step = 0; step < 40 && !page.body.includes('value="send"'); step += 1) {
      page = await form('/take/BLNG2CMB/answer', {
        ...hidden(page.body),
        go: page.body.includes('<textarea') ? 'next' : 'skip',
        ...(page.body.includes('<textarea') ? { answer: 'a sentence that only one child wrote' } : {}),
      });
    }
    const before = jar.get('kept_attempt_rest') ?? '';
    assert.match((await form('/take/BLNG2CMB/answer', { ...hidden(page.body), go: 'send' })).body, /have arrived/);
    const [seat, submission] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')];
    const place = await findPlace(readConfig(environment), {
      how: 'join',
      holder: 'a test of Kept',
      log: () => undefined,
    });
    const { rows: surveys } = await asOwner(place, (write) =>
      sql<{ survey: string }>`select survey from intake.way_in where kind = 'class session'`.execute(write),
    );
    const sent = {
      survey: surveys[0]?.survey,
      code: 'BLNG2CMB',
      seat,
      submission,
      audience: 'student primary',
      language: 'en',
      given: { belonging: 'usually' },
    };
    const hand = () =>
      fetch(`${url}/take/answers`, {
        method: 'POST',
        headers: { ...child, 'content-type': 'application/json' },
        body: JSON.stringify(sent),
      });
    assert.equal((await hand()).status, 200);
    // Faults of ours: logged with a reference, and without anything of whoever met them.
    await asOwner(place, (write) => sql`alter table intake.way_in rename to way_in_away`.execute(write));
    for (const answer of [await hand(), await form('/take/BLNG2CMB/begin', { language: 'en' })])
      assert.equal(answer.status, 500);
    await asOwner(place, (write) => sql`alter table intake.way_in_away rename to way_in`.execute(write));
    // Every row of every table, as text.
    const { rows: tables } = await asOwner(place, (write) =>
      sql<{
        name: string;
      }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname in ('record', 'published', 'intake', 'kit')`.execute(write),
    );
    let held = '';
    for (const { name } of tables) {
      const { rows } = await asOwner(place, (write) =>
        sql<{ all: string }>`select coalesce(string_agg(t::text, E'\n'), '') as all from ${sql.raw(name)} t`.execute(
          write,
        ),
      );
      held += rows[0]?.all ?? '';
    }
    assert.ok(held.length > 100_000 && held.includes('BLNG2CMB'), 'the dump is one');
    server.kill('SIGTERM');
    await ended;
    await place.stop();
    // The same folder never becomes one for real use.
    const real = spawnSync(
      process.execPath,
      ['--enable-source-maps', join(import.meta.dirname, '..', 'src', 'app', 'cli.js'), 'start'],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          ...environment,
          KEPT_DEMO: 'off',
          KEPT_USER: 'root',
          BASE_URL: 'https://kept.example',
        },
        encoding: 'utf8',
      },
    );
    assert.deepEqual([real.status, /holds the demonstration/.test(real.stderr)], [78, true], real.stderr);
    for (const [what, value] of Object.entries({
      agent: 'A-Childs-Tablet',
      address: '203.0.113.77',
      languages: 'tlh',
      'where they came from': 'class-of-hazel',
      'the key of the attempt': key,
      'the attempt': before.slice(0, 60),
      'the seat': seat,
      'the number of the submission': submission,
      'what was written': 'only one child wrote',
    })) {
      assert.ok(value.length > 2 && !said.includes(value), `${what} stands in the log:\n${said}`);
      assert.ok(!held.includes(value), `${what} stands in the database`);
    }
    assert.ok(!said.includes('BLNG2CMB'), 'the code stands in the log');
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
