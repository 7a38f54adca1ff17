import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { drawnAsPicture, drawnAsText } from './draw.js';
import { houseOf, wingArrows } from './house.js';

const home = join(import.meta.dirname, '..', '..', '..');

function houseMade(files: Readonly<Record<string, string>>, folders: readonly string[]) {
  const workshop = mkdtempSync(join(tmpdir(), 'kept-plan-'));
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(workshop, 'src/rooms', file)), { recursive: true });
    writeFileSync(join(workshop, 'src/rooms', file), source);
  }
  const house = houseOf(workshop, folders);
  rmSync(workshop, { recursive: true });
  return house;
}

test('a house is drawn as its imports are', () => {
  const house = houseMade(
    {
      'ground/people/words.ts': 'export type Id = string;',
      'heard/surveys/acts.ts': "import { nobody } from '#rooms/ground/people/index.js';",
      'heard/reviews/pages/read/read.view.tsx':
        "import type { Id } from '#rooms/ground/people/index.js';\nimport { open } from '#rooms/heard/surveys/index.js';",
      'heard/reviews/read.test.ts': "import { late } from '#rooms/told/home/index.js';",
      'told/home/words.ts': '',
    },
    ['ground/people', 'heard/surveys', 'heard/reviews', 'told/home'],
  );
  assert.deepEqual(house.wings, ['ground', 'heard', 'told']);
  assert.deepEqual(
    house.rooms.map(({ name, uses }) => [name, uses]),
    [
      ['people', []],
      ['surveys', ['people']],
      ['reviews', ['people', 'surveys']],
      ['home', []],
    ],
  );
  assert.deepEqual(wingArrows(house), [{ from: 'heard', to: 'ground', count: 2 }]);
  assert.match(drawnAsText(house), /reviews {2}→ {2}ground\/people, surveys\n/);
  assert.match(drawnAsText(house), /3 wings, 4 rooms, 3 arrows/);
});

test('docs/house.svg shows the house as it is', () => {
  const drawn = drawnAsPicture(houseOf(home));
  const file = join(home, 'docs', 'house.svg');
  const isTrue = readFileSync(file, 'utf8') === drawn;
  // As with test/expressions.txt: whoever changed who uses whom only has to commit it.
  if (!isTrue) writeFileSync(file, drawn);
  assert.ok(isTrue, 'docs/house.svg was out of date and has been drawn anew: look at it and commit it (npm run plan)');
});

test('the picture has a title and a description, and says nothing by colour alone', () => {
  const drawn = drawnAsPicture(houseOf(home));
  assert.match(drawn, /^<svg [^>]*role="img" aria-labelledby="title desc"/);
  assert.match(drawn, /<title id="title">[^<]+<\/title>\n<desc id="desc">[^<]+<\/desc>/);
});
