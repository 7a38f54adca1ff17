import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { backupHeader } from './restore.js';
import { backupKeyMark, beginSealing, isBackupKey, newBackupKeys, openedBackup, type Opener } from './sealed.js';
import { BackupProblem } from './shape.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-sealed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const pair = newBackupKeys();
const facts = { app: '0.1.0', made: '2026-12-01T02:30:00.000Z', secret: 'aaaa-bbbb-cccc-dddd', keys: ['a survey'] };
let count = 0;

async function sealed(parts: readonly Buffer[]): Promise<{ readonly file: string; readonly fileKey: Buffer }> {
  const file = join(folder, String((count += 1)));
  const sealing = beginSealing(pair.seals, facts);
  const made: Buffer[] = [];
  for await (const piece of sealing.pieces(
    (async function* () {
      yield* parts;
    })(),
  ))
    made.push(piece);
  writeFileSync(file, Buffer.concat(made));
  return { file, fileKey: sealing.key };
}

async function opened(file: string, opener: Opener | null): Promise<Buffer> {
  const found: Buffer[] = [];
  for await (const part of await openedBackup(file, opener)) found.push(part);
  return Buffer.concat(found);
}

test('what was sealed comes back, whatever its length and however it came; by the private key, or by the key of the file', async () => {
  const piece = 64 * 1024;
  for (const size of [0, 1, piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 17]) {
    const bytes = randomBytes(size);
    const { file, fileKey } = await sealed([bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)]);
    assert.ok((await opened(file, { opens: pair.opens })).equals(bytes), String(size));
    assert.ok((await opened(file, { fileKey })).equals(bytes), String(size));
    assert.ok(size < 32 || !readFileSync(file).includes(bytes.subarray(0, 32)), 'nothing of it stands in clear');
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 6 }), async (sizes) => {
      const parts = sizes.map((size) => randomBytes(size));
      const { file } = await sealed(parts);
      assert.ok((await opened(file, { opens: pair.opens })).equals(Buffer.concat(parts)));
    }),
    { numRuns: 15 },
  );
});

test('what must be known without the key is said in clear, and nothing else', async () => {
  const { file } = await sealed([randomBytes(10)]);
  const header = await backupHeader(file);
  assert.deepEqual(
    [header.app, header.made, header.secret, header.keys, header.isSealed],
    [facts.app, facts.made, facts.secret, facts.keys, true],
  );
});

test('a wrong key, no key, a cut, changed or shuffled file and another file are each refused in words', async () => {
  const piece = 64 * 1024 + 16;
  const { file } = await sealed([randomBytes(4 * 64 * 1024)]);
  const whole = readFileSync(file);
  const start = whole.indexOf(10) + 1;
  const other = newBackupKeys();
  const changed = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const flipped = Buffer.from(whole);
  flipped[start + piece + 5] = (flipped[start + piece + 5] ?? 0) ^ 1;
  const line = JSON.parse(whole.subarray(0, start).toString());
  const cases: readonly (readonly [string, string, Opener | null, RegExp])[] = [
    ['no key', file, null, new RegExp(`is sealed\\. It is sealed for the key with the mark ${pair.mark}.*--key FILE`)],
    [
      'a wrong key',
      file,
      { opens: other.opens },
      new RegExp(`does not open .*${pair.mark}, and this one has ${other.mark}`),
    ],
    ['the public key', file, { opens: pair.seals }, /is no private key for backups/],
    [
      'cut in a piece',
      changed('cut', whole.subarray(0, start + piece + 100)),
      { opens: pair.opens },
      /damaged or is cut off: piece 2/,
    ],
    [
      'cut between pieces',
      changed('between', whole.subarray(0, start + 2 * piece)),
      { opens: pair.opens },
      /damaged or is cut off/,
    ],
    ['cut after the line', changed('line', whole.subarray(0, start)), { opens: pair.opens }, /is cut off/],
    ['cut in the line', changed('in-line', whole.subarray(0, 50)), { opens: pair.opens }, /cut off in its first line/],
    ['a bit changed', changed('flipped', flipped), { opens: pair.opens }, /piece 2 does not fit its seal/],
    [
      'pieces changed round',
      changed(
        'round',
        Buffer.concat([
          whole.subarray(0, start),
          whole.subarray(start + piece, start + 2 * piece),
          whole.subarray(start, start + piece),
          whole.subarray(start + 2 * piece),
        ]),
      ),
      { opens: pair.opens },
      /piece 1 does not fit its seal/,
    ],
    [
      'another line before it',
      changed(
        'another',
        Buffer.concat([Buffer.from(`${JSON.stringify({ ...line, secret: null })}\n`), whole.subarray(start)]),
      ),
      { opens: pair.opens },
      /does not fit its seal/,
    ],
    [
      'another file',
      changed('foreign', Buffer.from('{"format":"something"}\n')),
      { opens: pair.opens },
      /is not a backup of Kept/,
    ],
    [
      'a newer form',
      changed('newer', Buffer.from(`${JSON.stringify({ ...line, version: 2 })}\n`)),
      { opens: pair.opens },
      /this Kept opens form 1/,
    ],
    ['no file', join(folder, 'nowhere'), { opens: pair.opens }, /cannot be read/],
  ];
  for (const [name, path, opener, words] of cases)
    await assert.rejects(
      opened(path, opener),
      (problem: unknown) => problem instanceof BackupProblem && words.test(problem.message),
      name,
    );
});

test('a public key is told from a private one, and both say by one mark that they belong together', () => {
  assert.ok(isBackupKey(pair.seals));
  for (const text of [pair.opens, '', 'kept-backup-to-', `${pair.seals}A`, pair.seals.slice(0, -1)])
    assert.ok(!isBackupKey(text), text);
  assert.equal(backupKeyMark(pair.seals), pair.mark);
});
