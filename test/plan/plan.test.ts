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

interface Drawn {
  readonly rooms: readonly string[];
  readonly wingArrows: readonly string[];
  readonly roomArrows: readonly string[];
}

/** What a picture shows, without where it is drawn and how: rooms by wing, and its arrows. */
function shownBy(picture: string): Drawn {
  const titles = [...picture.matchAll(/<title>([\w-]+ uses [\w-]+)(:?)/g)];
  const arrows = (isWings: boolean) => titles.flatMap(([, uses = '', end]) => ((end === ':') === isWings ? uses : []));
  const described = /<desc id="desc">([^<]*)<\/desc>/.exec(picture)?.[1] ?? '';
  return {
    rooms: [...described.matchAll(/[\w-]+: [\w-]+(, [\w-]+)*\./g)].map(([wing]) => wing),
    wingArrows: arrows(true).toSorted(),
    roomArrows: arrows(false).toSorted(),
  };
}

/**
 * Wings, their rooms and the arrows between wings hold to the letter. One room's use of another comes and goes with
 * ordinary work, so some arrows of these may be behind: who adds an import need not commit a picture.
 */
function outOfDate(picture: string, house: Drawn): readonly string[] {
  const shown = shownBy(picture);
  const differing = (one: readonly string[], other: readonly string[]) => one.filter((each) => !other.includes(each));
  const behind = [
    ...differing(house.roomArrows, shown.roomArrows).map((arrow) => `missing: ${arrow}`),
    ...differing(shown.roomArrows, house.roomArrows).map((arrow) => `gone: ${arrow}`),
  ];
  return [
    ...differing(house.rooms, shown.rooms).map((wing) => `not drawn: ${wing}`),
    ...differing(house.wingArrows, shown.wingArrows).map((arrow) => `not drawn: ${arrow}`),
    ...differing(shown.wingArrows, house.wingArrows).map((arrow) => `gone: ${arrow}`),
    ...(behind.length > house.roomArrows.length / 10 ? behind : []),
  ];
}

test('docs/house.svg shows the wings, rooms and arrows that there are', () => {
  const house = shownBy(drawnAsPicture(houseOf(home)));
  assert.ok(house.rooms.length > 5 && house.wingArrows.length > 5 && house.roomArrows.length > 50);
  const picture = readFileSync(join(home, 'docs', 'house.svg'), 'utf8');
  // Two branches that drew anew are merged line by line (.gitattributes), which nobody wants to look at.
  assert.equal(picture.split('<svg ').length, 2, 'docs/house.svg is two pictures in one: run npm run plan');
  assert.deepEqual(
    outOfDate(picture, house),
    [],
    'docs/house.svg is out of date: run npm run plan, look at it and commit it',
  );
});

test('a picture is out of date when a room or an arrow between wings is missing, not for one use', () => {
  const files = {
    'ground/people/words.ts': '',
    'heard/surveys/acts.ts': "import { nobody } from '#rooms/ground/people/index.js';",
    'heard/reviews/acts.ts': '',
  };
  const folders = ['ground/people', 'heard/surveys', 'heard/reviews'];
  const picture = (made: Readonly<Record<string, string>>, rooms = folders) => drawnAsPicture(houseMade(made, rooms));
  const now = shownBy(picture(files));
  assert.deepEqual(outOfDate(picture(files), now), []);
  assert.deepEqual(outOfDate(picture(files, folders.slice(0, 2)), now), ['not drawn: heard: surveys, reviews.']);
  const unused = { ...files, 'heard/surveys/acts.ts': '' };
  assert.ok(outOfDate(picture(unused), now).includes('not drawn: heard uses ground'));
  const eleven = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [
      `ground/r${index}/a.ts`,
      "import { a } from '#rooms/ground/people/index.js';",
    ]),
  );
  const many = [...folders.slice(0, 1), ...Object.keys(eleven).map((file) => file.replace('/a.ts', ''))];
  const one = picture({ ...files, ...eleven, 'ground/r10/a.ts': '' }, many);
  assert.deepEqual(outOfDate(one, shownBy(picture({ ...files, ...eleven }, many))), []);
});

test('the picture has a title and a description, and says nothing by colour alone', () => {
  const drawn = drawnAsPicture(houseOf(home));
  assert.match(drawn, /^<svg [^>]*role="img" aria-labelledby="title desc"/);
  assert.match(drawn, /<title id="title">[^<]+<\/title>\n<desc id="desc">[^<]+<\/desc>/);
});
