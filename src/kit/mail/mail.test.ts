import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { postLetters, sendLetters } from './mail.js';

const now = new Date('2026-11-26T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const letter = { organisation: newId(now), to: 'ann@example.org', subject: 'A promise\nis due', body: 'It is due.' };

test('a letter is sent once and then forgotten', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    const sent: { to: string; subject: string; text: string }[] = [];
    const send = async (mail: { to: string; subject: string; text: string }) => void sent.push(mail);
    assert.equal(await sendLetters(gates.work, send, now, () => undefined), 1);
    assert.equal(await sendLetters(gates.work, send, later(60), () => undefined), 0);
    assert.deepEqual(sent, [{ to: 'ann@example.org', subject: 'A promise is due', text: 'It is due.' }]);
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 0);
  });
});

test('a letter that the mail server refuses is tried again later, and no log names the address', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    const said: string[] = [];
    const refuse = async () => {
      throw new Error('550 ann@example.org unknown');
    };
    assert.equal(await sendLetters(gates.work, refuse, now, (line) => said.push(line)), 0);
    assert.ok(said.length === 1 && !said[0]?.includes('ann@'));
    let sent = 0;
    const accept = async () => void (sent += 1);
    assert.equal(await sendLetters(gates.work, accept, later(1), () => undefined), 0, 'not before its time');
    assert.equal(await sendLetters(gates.work, accept, later(2), () => undefined), 1);
    assert.equal(sent, 1);
  });
});

test('without a mail server nothing is sent, and what is a week old is forgotten', async () => {
  await rolledBack(async (write, { gates }) => {
    await postLetters(write, [letter], now);
    assert.equal(await sendLetters(gates.work, null, later(6 * 24 * 60), () => undefined), 0);
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 1);
    await sendLetters(gates.work, null, later(8 * 24 * 60), () => undefined);
    assert.equal((await write.selectFrom('kit.mail').select('id').execute()).length, 0);
  });
});
