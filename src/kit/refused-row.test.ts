import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#kit/id.js';
import { quiet } from '#kit/log.js';
import { doorPage, redirect } from '#kit/page.js';
import { isOvertaken, type RefusedRow, refusedRow } from '#kit/refused-row.js';
import { RefusedRowView } from '#kit/corridor/refused-row-page.js';
import { rolledBack } from '#test/house.js';
import { roomServer, roomServerUrl } from '#test/room-server.js';
import { html } from '#test/views.js';

const now = new Date('2026-11-30T10:00:00Z');

/** Saves a session whose token has as many bytes as the form says: the database wants 32, and each once. */
const careless = doorPage({
  path: '/careless',
  params: z.object({}),
  fields: { bytes: 'line', account: 'choice' },
  async post({ db, fields }) {
    const row = {
      token_hash: Buffer.alloc(Number(fields.get('bytes'))),
      account: fields.get('account'),
      created_at: now,
      seen_at: now,
      expires_at: now,
    };
    await db.insertInto('kit.session').values(row).execute();
    return redirect('/');
  },
});

let tries = 0;

/** Somebody else has the address when it is tried first, and the page knows it the second time. */
const overtaken = doorPage({
  path: '/overtaken',
  params: z.object({}),
  fields: { name: 'line' },
  async post({ db, fields }) {
    tries += 1;
    const organisation = newId(now);
    const row = {
      id: organisation,
      slug: tries === 1 ? 'taken' : 'free',
      name: fields.get('name'),
      kind: 'school' as const,
      authority: null,
      urn: null,
      part_of: null,
    };
    await db.insertInto('record.organisation').values(row).execute();
    return redirect(`/${tries}`);
  },
});

test('an act that somebody else overtook is tried once more, and its rules see what is there now', async () => {
  await rolledBack(async (write, { gates }) => {
    await write
      .insertInto('record.organisation')
      .values({
        id: newId(now),
        slug: 'taken',
        name: 'First',
        kind: 'school',
        authority: null,
        urn: null,
        part_of: null,
      })
      .execute();
    await sql`grant insert on record.organisation to kept_work`.execute(write);
    await sql`create policy trying on record.organisation for insert to kept_work with check (true)`.execute(write);
    const { app } = await roomServer({ gates, rooms: [{ name: 'overtaken', pages: [overtaken] }] });
    try {
      const answer = await app.inject({
        method: 'POST',
        url: '/overtaken',
        headers: { host: 'localhost', origin: roomServerUrl, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'name=Second',
      });
      assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/2']);
    } finally {
      await app.close();
    }
  });
});

test('a row that a constraint refuses is a problem with words, and its constraint stands in the log', async () => {
  await rolledBack(async (write, { gates }) => {
    const account = '01935f6e-0000-7000-8000-000000000001';
    await write
      .insertInto('record.account')
      .values({
        id: account,
        email: 'careless@example.org',
        name: 'Ann',
        persona: null,
        created_at: now,
        closed_at: null,
      })
      .execute();
    const told: string[] = [];
    const error = (detail: unknown): void =>
      void told.push(JSON.stringify(detail, (key, value: unknown) => (key === 'err' ? undefined : value)));
    const { app } = await roomServer({
      gates,
      rooms: [{ name: 'careless', pages: [careless] }],
      log: { ...quiet, error },
    });
    const send = (bytes: number) =>
      app.inject({
        method: 'POST',
        url: '/careless',
        headers: { host: 'localhost', origin: roomServerUrl, 'content-type': 'application/x-www-form-urlencoded' },
        payload: `bytes=${bytes}&account=${account}`,
      });
    try {
      const short = await send(3);
      assert.equal(short.statusCode, 422);
      assert.match(short.body, /Your form was not saved/);
      assert.match(told.join(), /session_token_is_sha256/);
      assert.match(
        short.body,
        /<input[^>]*name="bytes"[^>]*value="3"/,
        'what was typed stands there, to be sent again',
      );
      assert.match(
        short.body,
        new RegExp(`<input type="hidden" name="account" value="${account}"`),
        'with what was chosen',
      );
      assert.doesNotMatch(short.body, /href="\/careless"/, 'a form without a page of its address leads to none');
      assert.equal((await send(32)).statusCode, 303);
      const again = await send(32);
      assert.equal(again.statusCode, 409);
      assert.match(again.body, /This already exists/);
      assert.match(told.join(), /session_pk/);
      assert.doesNotMatch(`${short.body}${again.body}`, /session_/, 'names of the database are for the log');
    } finally {
      await app.close();
    }
  });
});

test('a form about something that is gone is not sent again: what was typed can be copied, and a way leads on', () => {
  const facts = {
    words: null,
    fields: { note: 'text' },
    files: ['plan'],
    page: null,
    workspace: '/work',
    reference: 'row-1',
  } as const;
  const shown = (problem: RefusedRow['problem'], note: string) =>
    html(RefusedRowView({ ...facts, problem, pairs: [['note', note]] }));
  const gone = shown('gone-meanwhile', 'Bring the plan');
  assert.match(gone, /so that you can copy it[^]*>Bring the plan<\/textarea>[^]*href="\/work"/);
  assert.doesNotMatch(gone, /Send again|Choose the file/);
  assert.doesNotMatch(shown('gone-meanwhile', ''), /below/);
  assert.match(shown('same-already', 'Bring the plan'), /send it again[^]*Choose the file[^]*Send again/);
});

test('what somebody else may have brought about is tried again, and nothing else', () => {
  const failed = (code: string) => Object.assign(new Error('refused'), { code });
  // Constraints; a row in another state; two acts in each other's way.
  for (const code of ['23505', '23P01', '23503', '23514', '42501', '40001', '40P01'])
    assert.equal(isOvertaken(failed(code)), true, code);
  for (const code of ['42601', '22021', '53300', '57014', 'KP012', 'ECONNRESET'])
    assert.equal(isOvertaken(failed(code)), false, code);
  assert.deepEqual(
    ['23505', '23P01', '23503', '23514', '23502'].map((code) => refusedRow(failed(code))?.problem),
    ['same-already', 'same-already', 'gone-meanwhile', 'not-kept', 'not-kept'],
  );
});
