/** The floor plan of the tables (decision 0030). */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { clientConfig } from '#kit/db/client.js';
import { keptOf, retentionOf } from '#kit/retention/catalogue.js';
import { rooms } from '../src/app/rooms.js';
import { cataloguePieces, tablesByCreator } from './catalogue-pieces.js';
import { freshHouse } from './house.js';
import {
  isForTests,
  lawBrokenBy,
  type Mention,
  mentionsOf,
  type Piece,
  roomOf,
  withoutComments,
} from './table-plan.js';
import { tablesKnown } from './tables-known.js';

const home = resolve(import.meta.dirname, '..', '..');
const order = rooms.map(({ name }) => name);
const readable = new Map(rooms.flatMap(({ readable: said = {} }) => Object.entries(said)));

async function withCatalogue<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const { admin } = await freshHouse();
  const client = new pg.Client(
    clientConfig(admin, { name: 'tables', statementTimeout: 60_000, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** Each table belongs to the room that says why it keeps it or when it goes; what no room speaks of, to whoever made it. */
async function ownersOf(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const said = rooms.flatMap((room) =>
    [
      ...retentionOf([room], '').filter((one) => room.retention?.includes(one)),
      ...keptOf([room]).filter((one) => room.keeps?.includes(one)),
    ]
      .flatMap(({ tables }) => tables)
      .map((table) => [table, room.name] as const),
  );
  return new Map([...(await tablesByCreator(client)), ...said]);
}

function sourcePieces(): readonly Piece[] {
  return globSync('src/{kit,rooms}/**/*.{ts,tsx}', { cwd: home })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !isForTests(file))
    .toSorted()
    .flatMap((file) => {
      const owner = roomOf(file);
      return owner === null
        ? []
        : [{ name: file, owner, text: withoutComments(readFileSync(join(home, file), 'utf8')) }];
    });
}

/** How many may break a law: whoever mends one takes it off here too. */
const mostKnown = 63;

const shown = ({ piece, table }: Mention): string => `${piece} > ${table}`;

test('each table has one owner, and others name it only as its owner says', async () => {
  const { owners, pieces } = await withCatalogue(async (client) => {
    const found = await ownersOf(client);
    return { owners: found, pieces: [...sourcePieces(), ...(await cataloguePieces(client, found))] };
  });
  const mentions = pieces.flatMap((piece) => mentionsOf(piece, owners));
  const plan = { owners, order, readable: new Set(readable.keys()) };
  const broken = mentions.flatMap((mention) => {
    const law = lawBrokenBy(mention, plan);
    return law === null ? [] : [{ mention: shown(mention), law }];
  });
  const known = new Set(tablesKnown.flatMap((one) => one.mentions));
  const left = broken.filter(({ mention }) => !known.has(mention));
  assert.equal(left.length, 0, `\n${left.map(({ mention, law }) => `${mention}\n    ${law}`).join('\n')}`);
  assert.ok(known.size <= mostKnown, `${known.size} stand on the list, which may only shrink`);
  const idle = [...known].filter((one) => !broken.some(({ mention }) => mention === one));
  assert.deepEqual(idle, [], 'on the list for nothing');
  // What is declared is somebody's own to give, and somebody takes it.
  for (const room of rooms)
    for (const table of Object.keys(room.readable ?? {})) assert.equal(owners.get(table), room.name, table);
  const unread = [...readable.keys()].filter(
    (table) => !mentions.some((one) => one.table === table && one.how === 'read'),
  );
  assert.deepEqual(unread, [], 'readable, and nobody reads it');
  assert.ok(readable.size < 40, `${readable.size} tables are open to other rooms`);
});

const owners = new Map([
  ['record.organisation', 'people'],
  ['record.account', 'people'],
  ['record.promise', 'promises'],
  ['published.promise', 'promises'],
  ['published.withdrawal', 'kit'],
]);
const small = {
  owners,
  order: ['people', 'promises', 'register'],
  readable: new Set(['record.organisation', 'published.promise']),
};

/** Invented pieces that break a law, with the law's words. */
const crimes: readonly (readonly [piece: Piece, law: RegExp])[] = [
  [
    { name: 'a', owner: 'people', text: "selectFrom('published.promise as p')" },
    /promises, which owns .*, comes after people/,
  ],
  [
    { name: 'a', owner: 'register', text: 'select 1 from record.promise p' },
    /promises does not say that record.promise may be read/,
  ],
  [{ name: 'a', owner: 'register', text: "updateTable('published.promise')" }, /written by the room that owns it/],
  [
    { name: 'a', owner: 'register', text: 'select 1 from published.promise; update  published.promise p set x = 1' },
    /written by the room/,
  ],
  [{ name: 'a', owner: 'register', text: 'INSERT INTO record.organisation(id)' }, /written by the room/],
  [
    { name: 'a', owner: 'register', text: '', sitsOn: 'published.promise' },
    /A trigger sits on a table of its own room/,
  ],
  [
    { name: 'a', owner: 'register', text: '', sitsOn: 'published.withdrawal' },
    /A trigger sits on a table of its own room/,
  ],
  [
    { name: 'a', owner: 'kit', text: 'select from record.account' },
    /people, which owns record.account, comes after kit/,
  ],
];

test('each law of the tables can be broken, and says so', () => {
  for (const [piece, law] of crimes) {
    const found = mentionsOf(piece, owners).flatMap((mention) => lawBrokenBy(mention, small) ?? []);
    assert.ok(
      found.some((one) => law.test(one)),
      `${piece.text}: ${JSON.stringify(found)}`,
    );
  }
});

test('what the laws of the tables allow is left alone', () => {
  const lawful: readonly Piece[] = [
    { name: 'a', owner: 'people', text: "insertInto('record.organisation')" },
    {
      name: 'a',
      owner: 'register',
      text: 'select record.organisation_name(o) from record.organisation o join published.promise p on true',
    },
    { name: 'a', owner: 'register', text: 'insert into published.withdrawal values (1)' },
    { name: 'a', owner: 'promises', text: 'select 1 from record.promise', sitsOn: 'published.promise' },
  ];
  assert.deepEqual(
    lawful.flatMap((piece) => mentionsOf(piece, owners)).flatMap((mention) => lawBrokenBy(mention, small) ?? []),
    [],
  );
  assert.equal(
    withoutComments("const a = 'https://x'; // record.account\n/* record.account */ `-- ${b}`").includes(
      'record.account',
    ),
    false,
  );
  assert.ok(withoutComments("it's\n'record.account'").includes('record.account'));
});
