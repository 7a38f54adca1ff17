/** docs/security.md leaves no requirement of ASVS 5.0, levels 1 and 2, out, names only what is there, and lists all cryptography of the code. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isTest } from './floor-plan.js';

const home = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const page = read('docs/security.md');

/** The level of each requirement of a section, in their order (OWASP ASVS 5.0.0). */
const levels: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{
    '6.1': '122',
    '6.2': '111111112222',
    '6.3': '11223333',
    '6.4': '112233',
    '6.5': '22222333',
    '6.6': '2223',
    '6.7': '33',
    '6.8': '2222',
  },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{
    '10.1': '22',
    '10.2': '223',
    '10.3': '22223',
    '10.4': '1111122222233333',
    '10.5': '22222',
    '10.6': '22',
    '10.7': '222',
  },
  ...{ '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33' },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
  ...{ '17.1': '23', '17.2': '22223333', '17.3': '22' },
};

const rows = [
  ...page.matchAll(
    /^\| (\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*) \| ([12]) \| ([^|]+) \| (met|not applicable|not met) \| ([^|]+) \|$/gm,
  ),
].map(([, numbers = '', level = '', about = '', status = '', how = '']) => ({
  numbers: numbers.split(', '),
  level,
  about,
  status,
  how,
}));

test('every requirement of levels 1 and 2 stands on the page once, in its level', () => {
  const wanted = Object.entries(levels).flatMap(([section, each]) =>
    [...each].flatMap((level, at) => (level === '3' ? [] : [`${section}.${at + 1} in ${level}`])),
  );
  assert.equal(wanted.filter((one) => one.endsWith('1')).length, 70);
  assert.equal(wanted.filter((one) => one.endsWith('2')).length, 183);
  assert.deepEqual(
    rows.flatMap(({ numbers, level }) => numbers.map((number) => `${number} in ${level}`)).toSorted(),
    wanted.toSorted(),
  );
  // A line that is no row of the form above would be left out in silence.
  assert.equal(page.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line)).length, rows.length);
});

test('nothing of level 1 is not met, and of level 2 only what whoever hosts Kept must do', () => {
  for (const { numbers, level, status, how } of rows)
    if (status === 'not met') assert.ok(level === '2' && how.startsWith('For whoever hosts: '), numbers.join(', '));
});

test('what is met names a test, a file, a decision or a part of the page', () => {
  const headings = new Set([...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading));
  for (const { numbers, status, how } of rows) {
    const files = [...how.matchAll(/`((?:src|test|docs|\.)[\w/.@-]+)`/g)].map(([, file = '']) => file);
    const parts = [...how.matchAll(/[Bb]elow, "([^"]+)"/g)].map(([, part = '']) => part);
    for (const part of parts) assert.ok(headings.has(part), `${numbers.join(', ')}: the part “${part}”`);
    if (status === 'met')
      assert.ok(
        files.length + parts.length + [...how.matchAll(/\]\(/g)].length > 0,
        `${numbers.join(', ')} names nothing`,
      );
  }
});

test('the page names files that are there, and tests by words of theirs', () => {
  for (const [, file = ''] of page.matchAll(/`((?:src|test|docs)\/[\w/.@-]+)`/g))
    assert.ok(existsSync(join(home, file)), file);
  const wrong = [...page.matchAll(/`(test\/[\w/.-]+\.ts|src\/[\w/.-]+\.test\.ts)`((?:,? "[^"]+")+)/g)].flatMap(
    ([, file = '', titles = '']) =>
      [...titles.matchAll(/"([^"]+)"/g)].flatMap(([, title = '']) =>
        [...read(file).matchAll(/^(?:void )?test\('([^']+)'/gm)].some(([, one = '']) => one.startsWith(title))
          ? []
          : [`${file}: “${title}”`],
      ),
  );
  assert.deepEqual(wrong, []);
});

const sources = globSync('src/**/*.{ts,tsx}', { cwd: home })
  .filter((file) => !isTest(file))
  .toSorted();

test('every file that uses cryptography stands in the inventory', () => {
  const inventory = page.slice(page.indexOf('\n## Keys\n'), page.indexOf('\n## Files\n'));
  const functions = new RegExp(
    [
      ...['createHash', 'createHmac', 'createCipheriv', 'createDecipheriv', 'hkdf', 'pbkdf2', 'generateKeyPair'],
      ...['createECDH', 'createPrivateKey', 'createPublicKey', 'randomBytes', 'randomUUID', 'timingSafeEqual'],
      ...['subtle', 'simplewebauthn'],
    ].join('|'),
  );
  const uses = /from 'node:crypto'|crypto\.subtle|#kit\/token\.js'|@simplewebauthn/;
  const cryptographic = sources.filter((file) => uses.test(read(file)) && functions.test(read(file)));
  assert.ok(cryptographic.length > 20);
  assert.deepEqual(
    cryptographic.filter((file) => !inventory.includes(`\`${file}\``)),
    [],
  );
});

test('the code knows one cipher, two hashes and two curves', () => {
  const found = sources.flatMap((file) =>
    [
      ...read(file).matchAll(
        /(createHash|createHmac|createCipheriv|createDecipheriv|hkdfSync|generateKeyPairSync|createECDH)\('([^']+)'/g,
      ),
    ].map(([, use = '', algorithm = '']) => `${use.replace(/^createDec/, 'createC')} ${algorithm}`),
  );
  assert.deepEqual([...new Set(found)].toSorted(), [
    'createCipheriv aes-256-gcm',
    'createHash sha256',
    'createHash sha384',
    'createHmac sha256',
    'generateKeyPairSync x25519',
    'hkdfSync sha256',
  ]);
  for (const file of sources) {
    const text = read(file);
    // Only to wait for a while that nobody can foresee.
    if (file !== 'src/kit/db/gate.ts') assert.doesNotMatch(text, /Math\.random/, file);
    assert.doesNotMatch(text, /\bcreate(Cipher|Decipher)\(|\b(md5|sha1|des3|rc4)\b|aes-\d+-(ecb|cbc)/i, file);
  }
});
