/** A help line's number stands in one file: one that is typed again would stay when it changes. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { childline, emergency } from '#rooms/ground/help/index.js';

const home = join(import.meta.dirname, '..', '..');

/** However it is typed: with blanks, dashes or none, but not inside a longer number. */
const anyhow = (number: string): RegExp =>
  new RegExp(`(?<![\\d,.])${number.replaceAll(' ', '').split('').join("[\\s’' +-]*")}(?!\\d)`);

const typedOnPurpose = ['src/rooms/ground/help/words.ts'];

test('no number of a help line is typed anywhere but in the room of help', () => {
  const files = globSync(['src/**/*.{ts,tsx,typ}', 'seeds/**/*'], { cwd: home }).filter((file) => /\.\w+$/.test(file));
  assert.ok(files.length > 500);
  const found = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\./.test(file) && !typedOnPurpose.includes(file))
    .flatMap((file) =>
      readFileSync(join(home, file), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          anyhow(childline.number).test(line) || /(?:tel:|call |ffonia |ffoniwch |بالرقم )999/.test(line)
            ? [`${file}:${at + 1}`]
            : [],
        ),
    );
  assert.deepEqual(found, []);
});

test('each is an address that a telephone dials', () => {
  for (const { number, href, source } of [childline, emergency]) {
    assert.equal(href, `tel:${number.replaceAll(' ', '')}`);
    assert.ok(URL.canParse(source));
  }
});

test('a number is found however it is typed', () => {
  for (const typed of ['call 0800 1111.', 'on 08001111', '0800-1111', "0800 ' +  '1111"])
    assert.match(typed, anyhow(childline.number), typed);
  for (const typed of ['10800 1111', '0800 11112', '0800 111'])
    assert.doesNotMatch(typed, anyhow(childline.number), typed);
});
