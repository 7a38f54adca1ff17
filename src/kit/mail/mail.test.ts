import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { backup } from '#kit/backup/index.js';
import { clientConfig } from '#kit/db/client.js';
import { type Gates, nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { freshHouse, rolledBack, testKey } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { kitRetention } from '#kit/retention/own.js';
import { forgetDue } from '#test/forget-due.js';
import { keepLetterKey } from './key.js';
import { faultOf, type Mail, postLetters, sendLetters, type SendParts } from './mail.js';
import { letterPair, openLetter, sealLetter } from './sealing.js';

const now = new Date('2026-11-26T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const letter = {
  organisation: newId(now),
  to: 'ann@example.org',
  subject: 'A promise\nis due',
  body: 'It is due: https://kept.example/join/a-token-that-opens',
};
const pair = letterPair(testKey('letters'));

function parts(gates: Pick<Gates, 'work'>, more: Partial<SendParts> = {}): SendParts {
  return {
    gate: gates.work,
    sendMail: async () => undefined,
    pair,
    clock: () => now,
    log: () => undefined,
    site: 'https://kept.example',
    ...more,
  };
}

test('a letter is sent once and then forgotten', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    const sent: Mail[] = [];
    const sendMail = async (mail: Mail) => void sent.push(mail);
    assert.equal(await sendLetters(parts(gates, { sendMail })), 1);
    assert.equal(await sendLetters(parts(gates, { sendMail, clock: () => later(60) })), 0);
    assert.deepEqual(
      sent.map(({ to, subject, text }) => [to, subject, text]),
      [['ann@example.org', 'A promise is due', letter.body]],
    );
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 0);
  });
});

test('a letter leads to this site alone, whatever somebody typed that stands in it', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(
      write,
      [
        {
          ...letter,
          subject: 'You are invited to “Win www.evil.example”',
          body: 'Join “https://evil.example/x”:\n\nhttps://kept.example/join/token\n',
        },
      ],
      now,
    );
    const sent: Mail[] = [];
    await sendLetters(parts(gates, { sendMail: async (mail) => void sent.push(mail) }));
    assert.deepEqual(
      sent.map(({ subject, text }) => [subject, text]),
      [
        [
          'You are invited to “Win (a web address was left out)',
          'Join (a web address was left out)\n\nhttps://kept.example/join/token\n',
        ],
      ],
    );
  });
});

test('a letter that the mail server refuses is tried again later under the same number, and no log names the address', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    const said: string[] = [];
    const tried: string[] = [];
    const refuse = async ({ id }: Mail) => {
      tried.push(id);
      throw Object.assign(new Error('550 ann@example.org unknown'), {
        code: 'EENVELOPE',
        responseCode: 550,
        response: '550 ann@example.org unknown',
        rejected: ['ann@example.org'],
      });
    };
    assert.equal(await sendLetters(parts(gates, { sendMail: refuse, log: (line) => said.push(line) })), 0);
    assert.deepEqual(said, ['A letter could not be sent (try 1): EENVELOPE 550']);
    const accept = async ({ id }: Mail) => void tried.push(id);
    assert.equal(
      await sendLetters(parts(gates, { sendMail: accept, clock: () => later(1) })),
      0,
      'not before its time',
    );
    assert.equal(await sendLetters(parts(gates, { sendMail: accept, clock: () => later(2) })), 1);
    assert.equal(tried.length, 2);
    assert.equal(tried[0], tried[1]);
  });
});

test('whatever an error of the mail server says, the log hears its codes and nothing else', () => {
  assert.equal(faultOf(Object.assign(new Error('no such user ann@example.org'), { code: 'ann@example.org' })), 'Error');
  assert.equal(faultOf(Object.assign(new Error('x'), { responseCode: 421 })), '421');
  assert.equal(faultOf('ann@example.org'), 'unknown');
});

test('without a mail server nothing is sent; what nobody needs any more is not sent, and deleted by retention, not by a clock that is ahead', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter, { ...letter, until: later(10) }], now);
    const count = async (): Promise<number> => (await write.selectFrom('kit.mail').select('id').execute()).length;
    await sendLetters(parts(gates, { sendMail: null, clock: () => later(9) }));
    assert.equal(await count(), 2);
    const sent: string[] = [];
    await sendLetters(
      parts(gates, { sendMail: async ({ to }) => void sent.push(to), clock: () => later(900 * 24 * 60) }),
    );
    assert.deepEqual([sent, await count()], [[], 2], 'the clock is 900 days ahead');
    await sendLetters(parts(gates, { sendMail: async ({ to }) => void sent.push(to), clock: () => later(10) }));
    assert.deepEqual([sent.length, await count()], [1, 1], 'a link that no longer works is not sent');
    const day = (count: number): string =>
      later(count * 24 * 60)
        .toISOString()
        .slice(0, 10);
    assert.deepEqual(await forgetDue(write, kitRetention, 'letters', day(0)), []);
    assert.deepEqual(await forgetDue(write, kitRetention, 'letters', day(1)), [day(0)]);
    assert.equal(await count(), 0);
  });
});

test('what is needed soonest goes first, and a letter to nobody is thrown away unsent', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(
      write,
      [
        letter,
        { ...letter, organisation: null, to: null, until: later(10) },
        { ...letter, organisation: null, to: 'bob@example.org', until: later(10) },
      ],
      now,
    );
    const sent: string[] = [];
    await sendLetters(parts(gates, { sendMail: async ({ to }) => void sent.push(to) }));
    assert.deepEqual(sent, ['bob@example.org', 'ann@example.org']);
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 0);
  });
});

test('in a slow round no second process sends what the first is sending: each letter is taken from the moment of its own turn', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter, { ...letter, to: 'bob@example.org' }], now);
    let time = now;
    const sent: string[] = [];
    const second = parts(gates, { clock: () => time, sendMail: async ({ to }) => void sent.push(`second ${to}`) });
    await sendLetters(
      parts(gates, {
        clock: () => time,
        sendMail: async ({ to }) => {
          sent.push(`first ${to}`);
          // The server takes nine minutes over each: the second letter is on its way eighteen minutes after the round began.
          time = new Date(time.getTime() + 9 * 60_000);
          await sendLetters(second);
        },
      }),
    );
    assert.deepEqual(sent.toSorted(), ['first ann@example.org', 'second bob@example.org'].toSorted());
  });
});

test('who sends gives up in time: the signal ends a try, and the letter waits for the next', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    const said: string[] = [];
    const never = (_: Mail, signal: AbortSignal) =>
      new Promise<void>((_settle, fail) =>
        signal.addEventListener('abort', () => fail(Object.assign(new Error('aborted'), { code: 'EABORT' }))),
      );
    // A timer that nobody waits for does not keep the process: something must.
    const awake = setInterval(() => undefined, 1000);
    assert.equal(
      await sendLetters(parts(gates, { sendMail: never, secondsToSend: 0.02, log: (line) => said.push(line) })),
      0,
    );
    clearInterval(awake);
    assert.deepEqual(said, ['A letter could not be sent (try 1): EABORT']);
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 1);
  });
});

test('a mail server that is away ends the round after one letter; one that refuses a letter does not', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter, letter, letter], now);
    let tries = 0;
    const failing = (code: string) => async (): Promise<void> => {
      tries += 1;
      throw Object.assign(new Error('x'), { code });
    };
    await sendLetters(parts(gates, { sendMail: failing('ECONNECTION') }));
    assert.equal(tries, 1);
    await sendLetters(parts(gates, { sendMail: failing('EENVELOPE') }));
    assert.equal(tries, 3);
  });
});

test('the round ends between two letters when Kept stops', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter, letter], now);
    let isStopping = false;
    assert.equal(
      await sendLetters(parts(gates, { sendMail: async () => void (isStopping = true), isStopping: () => isStopping })),
      1,
    );
  });
});

test('a letter opens with its own key and number only', () => {
  const sealed = sealLetter(pair.publicKey, 'a', 'It is due.');
  assert.equal(openLetter(pair, 'a', sealed), 'It is due.');
  assert.equal(openLetter(pair, 'b', sealed), null, 'moved under another letter');
  assert.equal(openLetter(letterPair(testKey('another secret')), 'a', sealed), null);
  for (const place of [0, 35, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    assert.equal(openLetter(pair, 'a', changed), null);
  }
  for (const cut of [0, 20, 59]) assert.equal(openLetter(pair, 'a', sealed.subarray(0, cut)), null);
});

test('a letter sealed under an earlier secret is thrown away, with a line that says so and nothing more', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    const said: string[] = [];
    assert.equal(
      await sendLetters(parts(gates, { pair: letterPair(testKey('another secret')), log: (line) => said.push(line) })),
      0,
    );
    assert.match(said.join(), /another secret than the one in use now/);
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 0);
  });
});

test('neither the database nor a backup of it holds an address or a link that could be used', async () => {
  const house = await freshHouse();
  const folder = mkdtempSync(join(tmpdir(), 'kept-mail-'));
  try {
    await house.gates.work.write(nobody, (write) => postLetters(write, [letter], now));
    const file = join(folder, 'backup');
    await backup({ place: house, file, app: 'test', now });
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    assert.ok(text.includes(letter.organisation), 'the letter is in the backup');
    for (const what of ['ann@example.org', 'a-token-that-opens', 'is due']) {
      for (const form of [what, Buffer.from(what).toString('hex'), Buffer.from(what).toString('base64').slice(0, -4)])
        assert.ok(!text.includes(form), form);
    }
  } finally {
    await house.gates.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what an older Kept left waiting in clear is sealed at the next start, and is sent', async () => {
  const house = await freshHouse();
  const client = new pg.Client(
    clientConfig(house.admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    await client.query(
      `insert into kit.mail (id, organisation, recipient, subject, body, asked_at, until, attempts, next_at)
        values ($1, $2, 'ann@example.org', 'Due', 'It is due.', $3, $4, 0, $3)`,
      [newId(now), letter.organisation, now, later(60)],
    );
    await keepLetterKey(house, testKey('letters'));
    const { rows } = await client.query<{ line: string }>('select to_json(m)::text as line from kit.mail m');
    assert.ok(rows.length === 1 && !rows[0]?.line.includes('ann@') && !rows[0]?.line.includes('It is due'));
    assert.deepEqual(
      (await house.gates.work.read(nobody, waitingLetters)).map(({ recipient, subject, body }) => [
        recipient,
        subject,
        body,
      ]),
      [['ann@example.org', 'Due', 'It is due.']],
    );
  } finally {
    await client.end();
    await house.gates.close();
  }
});

test('the public key belongs to the owner: the gates read it and cannot put another in its place', async () => {
  await rolledBack(async (_, { gates }) => {
    await assert.rejects(
      gates.work.write(nobody, (write) => sql`update kit.mail_key set public_key = public_key`.execute(write)),
      { code: '42501' },
    );
  });
});
