import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack, testKey } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { openAccount } from './acts.js';
import { askForLink, consumeLink, isLinkGood, makeSignInLink } from './sign-in-links.js';

const start = new Date('2026-11-30T09:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const ann = 'ann@example.org';

async function withAnn(write: Write): Promise<string> {
  const organisation = newId(start);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: organisation, name: 'A council' })
    .execute();
  return openAccount(write, { email: ann, name: 'Ann', persona: null, organisation, role: 'clerk' }, start);
}

function ask(gates: Gates, email: string, at: Date): Promise<void> {
  return gates.work.write(nobody, (write) =>
    askForLink(write, { email, returnTo: '/work', site: 'https://kept.example', key: testKey('addresses') }, at),
  );
}

async function tokens(write: Write): Promise<readonly string[]> {
  return (await waitingLetters(write)).map(({ body }) => /\/sign-in\/link\/([\w-]{43})/.exec(body)?.[1] ?? '');
}

test('an attacker who asks every minute of a day fills no mailbox, and whoever asks finds a link that is good for minutes to come', async () => {
  await rolledBack(async (write, { gates }) => {
    await withAnn(write);
    for (let minute = 0; minute < 180; minute += 1) {
      await ask(gates, minute % 2 === 0 ? 'Ann@Example.org' : ann, minutes(minute));
      // Ann asks at the same moment: no letter more, and one of those that are there opens Kept for five minutes to come.
      await ask(gates, ann, minutes(minute));
      const letters = await tokens(write);
      const good = await Promise.all(letters.map((token) => isLinkGood(write, token, minutes(minute + 4.9))));
      assert.ok(good.includes(true), `minute ${minute}`);
    }
    assert.equal((await waitingLetters(write)).length, 36, 'twelve letters an hour');
  });
});

test('a link that was used ends all the others of that account, and the next one is sent at once', async () => {
  await rolledBack(async (write, { gates }) => {
    const account = await withAnn(write);
    await ask(gates, ann, minutes(0));
    await ask(gates, ann, minutes(6));
    const printed = await makeSignInLink(write, ann, null, minutes(6));
    const [first = '', second = ''] = await tokens(write);
    const use = (token: string, at: Date) => gates.work.write(nobody, (inside) => consumeLink(inside, token, at));
    assert.deepEqual(await use(first, minutes(7)), {
      ok: true,
      value: { account, returnTo: '/work', provesAddress: true },
    });
    for (const token of [first, second, printed])
      assert.deepEqual(await use(token, minutes(7)), { ok: false, problem: 'link not good' });
    await ask(gates, ann, minutes(7));
    assert.equal((await tokens(write)).length, 3);
  });
});

test('a link lives ten minutes; a link that was printed is no letter in the mailbox', async () => {
  await rolledBack(async (write, { gates }) => {
    await withAnn(write);
    const printed = await makeSignInLink(write, ann, null, minutes(0));
    await ask(gates, ann, minutes(1));
    assert.equal((await tokens(write)).length, 1, 'asked for by letter, sent by letter');
    assert.equal(await isLinkGood(write, printed, minutes(9.9)), true);
    assert.equal(await isLinkGood(write, printed, minutes(10)), false);
    assert.deepEqual(await gates.work.write(nobody, (inside) => consumeLink(inside, printed, minutes(10))), {
      ok: false,
      problem: 'link not good',
    });
  });
});

test('an address without an account is treated as one with: the same rows, and nothing of them opens anything or names it', async () => {
  await rolledBack(async (write, { gates }) => {
    await withAnn(write);
    const rows = async () =>
      (
        await sql<{
          links: number;
          letters: number;
        }>`select (select count(*)::int from kit.sign_in_link) as links, (select count(*)::int from kit.mail) as letters`.execute(
          write,
        )
      ).rows[0];
    const added = async (email: string, at: Date): Promise<readonly number[]> => {
      const before = await rows();
      await ask(gates, email, at);
      const now = await rows();
      return [(now?.links ?? 0) - (before?.links ?? 0), (now?.letters ?? 0) - (before?.letters ?? 0)];
    };
    for (const [at, expected] of [
      [0, [1, 1]],
      [2, [0, 0]],
      [6, [1, 1]],
    ] as const) {
      assert.deepEqual(await added(ann, minutes(at)), expected, `with an account, at minute ${at}`);
      assert.deepEqual(await added('nobody@example.org', minutes(at)), expected, `without an account, at minute ${at}`);
    }
    assert.deepEqual(
      (await waitingLetters(write)).map(({ recipient }) => recipient),
      [ann, ann],
    );
    const { rows: links } = await sql<{
      line: string;
    }>`select to_json(l)::text as line from kit.sign_in_link l`.execute(write);
    for (const { line } of links) assert.doesNotMatch(line, /example\.org/);
  });
});

test('a link of an account that was closed meanwhile opens nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    const account = await withAnn(write);
    const token = await makeSignInLink(write, ann, null, minutes(0));
    await write
      .updateTable('record.account')
      .set({ closed_at: minutes(1) })
      .where('id', '=', account)
      .execute();
    assert.deepEqual(await gates.work.write(nobody, (inside) => consumeLink(inside, token, minutes(2))), {
      ok: false,
      problem: 'link not good',
    });
  });
});
