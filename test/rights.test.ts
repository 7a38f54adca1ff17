/**
 * Who may do what, written out by hand in each room (test/rights.ts of the room): what each role may, and whom each address of the workspace
 * lets in. Nothing there is taken from the tables that it tests (`capabilities` of the rooms, `needs` of the pages): a right that is given to
 * somebody in passing fails here, and has to be given a second time.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keysOf } from '#base/keys.js';
import { may, rightsOf as rightsFor, type Role, type Visitor } from '#kit/visitor.js';
import type { WorkPage } from '#kit/page.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { asOwner } from '../src/app/owner.js';
import { rooms } from '../src/app/rooms.js';
import { foundOrganisation } from '../src/app/seed.js';
import { everybody, type Rights, roles } from './rights.js';
import { fromRooms } from './room-files.js';
import { type Running, runningKept } from './running.js';
import { type Asker, signedIn } from './visit.js';

const stated = await fromRooms<Rights>('rights');

/** The place itself, what lies below it, and the same as a file. */
const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`);

/** Whom a page lets in by what its own room says. */
function letIn(room: string, path: string): readonly Role[] | null {
  const { opens = {}, opensToEverybody = [] } = stated.get(room) ?? {};
  if (opensToEverybody.includes(path)) return everybody;
  const beginnings = Object.keys(opens).filter((one) => isWithin(path, one));
  const longest = beginnings.toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? null : (opens[longest] ?? null);
}

const workPages = rooms.flatMap(({ name: room, pages }) =>
  pages
    .filter((page): page is WorkPage<never, never> => page.gate === 'work')
    .map((page) => ({ page, lets: letIn(room, page.path) })),
);

/** Values that a parameter of some address may have; nothing stands behind any of them. */
const invented = ['00000000-0000-7000-8000-000000000000', 'nothing-of-the-kind', '7', 'ab'.repeat(32), 'BCDFGHJKL'];

/** An address of this page at which nothing is, but that the page itself takes for one. */
function addressOf({ path, params }: WorkPage<never, never>): string {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const values: Record<string, string> = {};
  for (const name of names) {
    const fits = invented.find((value) => {
      const { success, error } = params.safeParse({ ...values, [name]: value });
      return success || !error.issues.some((issue) => issue.path[0] === name);
    });
    assert.ok(fits !== undefined, `nothing invented fits :${name} of ${path}`);
    values[name] = fits;
  }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '');
}

let kept: Running;
const askers = new Map<Role, Asker>();

before(async () => {
  kept = await runningKept({ loaded: false, demonstration: false });
  const organisation = await foundOrganisation(kept.house, 'Rights Council', 'rights-council');
  for (const role of roles) {
    const account = await asOwner(kept.house, (write) =>
      openAccount(
        write,
        { email: `${role}@rights.example`, name: `A ${role}`, persona: null, organisation, role },
        new Date(),
      ),
    );
    askers.set(role, await signedIn(kept, account));
  }
});
after(async () => kept.stop());

test('each role may what stands in the rooms, and nothing else', () => {
  const said = rooms.map(({ name, capabilities = {} }) => [name, Object.keys(capabilities).toSorted()] as const);
  const written = rooms.map(({ name }) => [name, Object.keys(stated.get(name)?.may ?? {}).toSorted()] as const);
  assert.deepEqual(said, written, 'a capability is said of the roles that have it, in the room that has it');
  for (const [, { may: granted = {} }] of stated)
    for (const capability of keysOf(granted))
      for (const one of [...roles, null]) {
        const visitor: Visitor = {
          account: '',
          name: '',
          organisation: '',
          boards: '*',
          roles: one === null ? [] : [one],
          rights: rightsFor(rooms, one === null ? [] : [one]),
          csrf: '',
          persona: false,
        };
        assert.equal(
          may(visitor, capability),
          one !== null && granted[capability]?.includes(one),
          `${one}: ${capability}`,
        );
      }
});

test('every address of the workspace says in its room whom it lets in, and every line there is an address', () => {
  assert.deepEqual(
    workPages.filter(({ lets }) => lets === null).map(({ page }) => page.path),
    [],
  );
  for (const [room, { opens = {}, opensToEverybody = [] }] of stated) {
    const paths = rooms.find(({ name }) => name === room)?.pages.map(({ path }) => path) ?? [];
    assert.deepEqual(
      [
        ...opensToEverybody.filter((path) => !paths.includes(path)),
        ...Object.keys(opens).filter((one) => !paths.some((path) => isWithin(path, one))),
      ],
      [],
      room,
    );
  }
});

for (const role of roles) {
  test(`the pages of the workspace open to the role "${role}" as their rooms say, and refuse it as they say`, async () => {
    const who = askers.get(role);
    assert.ok(who);
    const faults: string[] = [];
    let refusedFrom = 0;
    for (const { page, lets } of workPages) {
      const isLetIn = lets?.includes(role) ?? false;
      if (!isLetIn) refusedFrom += 1;
      const address = addressOf(page);
      if (page.get) {
        const { status, body } = await who.get(address);
        const isRefused = status === 403 && body.includes('You cannot do this');
        if (isRefused === isLetIn || status >= 500) faults.push(`GET ${page.path}: ${status}`);
      }
      if (page.post) {
        // The token is wrong: whoever is let in hears of that, and nothing is changed.
        const { status, body, to } = await who.post(address, { csrf: 'wrong' });
        const isRefused = status === 403 && body.includes('You cannot do this');
        const isTaken =
          (status === 403 && body.includes('This form is out of date')) || to?.startsWith('/sign-in?again');
        if (isLetIn ? !isTaken : !isRefused) faults.push(`POST ${page.path}: ${status}`);
      }
    }
    assert.deepEqual(faults, []);
    // Nobody is let in everywhere.
    assert.ok(refusedFrom > 0, role);
  });
}
