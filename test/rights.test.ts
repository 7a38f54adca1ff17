/**
 * Who may do what, written out by hand: what each role may, and whom each address of the workspace lets in. Nothing here
 * is taken from the tables that it tests (capabilities of the rooms, `needs` of the pages): a right that is given to somebody in
 * passing fails here, and has to be given a second time, in words.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { may, rightsOf as rightsFor, type Role, type Visitor } from '#kit/visitor.js';
import type { WorkPage } from '#kit/page.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { asOwner } from '../src/app/owner.js';
import { rooms } from '../src/app/rooms.js';
import { foundOrganisation } from '../src/app/seed.js';
import { type Running, runningKept } from './running.js';
import { type Asker, signedIn } from './visit.js';

const capabilities = [
  'see workspace',
  'import',
  'publish',
  'administer',
  'keep meetings',
  'lead',
  'safeguard',
  'confirm passkeys',
] as const;

const rightsOf = {
  // What young people wrote is nobody's to manage: no "safeguard".
  administrator: ['see workspace', 'import', 'publish', 'administer', 'keep meetings', 'lead', 'confirm passkeys'],
  clerk: ['see workspace', 'import', 'publish', 'keep meetings'],
  author: ['see workspace'],
  member: ['see workspace'],
  lead: ['see workspace', 'lead'],
  safeguarding: ['see workspace', 'safeguard', 'confirm passkeys'],
} as const satisfies Record<Role, readonly (typeof capabilities)[number][]>;

const roles = ['administrator', 'clerk', 'author', 'member', 'lead', 'safeguarding'] as const;

const everybody: readonly Role[] = roles;
const administrators: readonly Role[] = ['administrator'];
const leads: readonly Role[] = ['administrator', 'lead'];
const clerks: readonly Role[] = ['administrator', 'clerk'];
const safeguardingLeads: readonly Role[] = ['safeguarding'];
const whoConfirms: readonly Role[] = ['administrator', 'safeguarding'];

/** Pages that let in everybody who is signed in, one by one: an account of their own, and lists that only show. */
const opensToEverybody: readonly string[] = [
  '/work',
  '/work/account',
  '/work/organisation',
  '/work/verification',
  '/work/passkeys',
  '/work/passkeys/:passkey/remove',
  '/work/progress/:job',
  '/work/withdraw',
  '/work/imports',
  '/work/networks',
  '/work/networks/:network',
  '/work/practice',
  '/work/practice/:spotlight',
  '/work/promises',
  '/work/promises/:promise',
  // Reviewers are named one by one, whatever their role; the queue itself knows them.
  '/work/reviews',
  '/work/reviews/:queue',
  '/work/reviews/:queue/texts/:text',
  '/work/session-requests',
  '/work/session-requests/:request',
];

/** Of all others, whom an address lets in by how it begins; the longest beginning counts. */
const opensTo: Readonly<Record<string, readonly Role[]>> = {
  '/work/award': leads,
  '/work/backups': administrators,
  '/work/boards': clerks,
  '/work/care-offer': leads,
  '/work/charters': leads,
  '/work/colleagues': leads,
  '/work/colleagues/safeguarding': safeguardingLeads,
  '/work/confirmations': leads,
  '/work/directory': administrators,
  '/work/focus-groups': leads,
  '/work/frameworks': leads,
  '/work/imports': clerks,
  '/work/instruments': leads,
  '/work/named': leads,
  '/work/networks': leads,
  '/work/passkey-resets': whoConfirms,
  '/work/practice': leads,
  '/work/promises': leads,
  '/work/quotes': leads,
  '/work/register': leads,
  '/work/retention': administrators,
  '/work/safeguarding': safeguardingLeads,
  '/work/surveys': leads,
};

/** The place itself, what lies below it, and the same as a file. */
const isWithin = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`);

function letIn(path: string): readonly Role[] | null {
  if (opensToEverybody.includes(path)) return everybody;
  const beginnings = Object.keys(opensTo).filter((one) => isWithin(path, one));
  const longest = beginnings.toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined ? null : (opensTo[longest] ?? null);
}

const workPages = rooms
  .flatMap((room) => room.pages)
  .filter((page): page is WorkPage<never, never> => page.gate === 'work');

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

test('each role may what stands here, and nothing else', () => {
  for (const role of roles) {
    const visitor: Visitor = {
      account: '',
      name: '',
      organisation: '',
      boards: '*',
      roles: [role],
      rights: rightsFor(rooms, [role]),
      csrf: '',
      persona: false,
    };
    const rights: readonly string[] = rightsOf[role];
    for (const capability of capabilities)
      assert.equal(may(visitor, capability), rights.includes(capability), `${role}: ${capability}`);
  }
  const nobody = {
    account: '',
    name: '',
    organisation: '',
    boards: '*',
    roles: [],
    rights: rightsFor(rooms, []),
    csrf: '',
    persona: false,
  } as const;
  for (const capability of capabilities) assert.equal(may(nobody, capability), false, capability);
});

test('every address of the workspace says here whom it lets in, and every line here is an address', () => {
  assert.deepEqual(
    workPages.filter(({ path }) => letIn(path) === null).map(({ path }) => path),
    [],
  );
  const paths = workPages.map(({ path }) => path);
  assert.deepEqual(
    opensToEverybody.filter((path) => !paths.includes(path)),
    [],
  );
  assert.deepEqual(
    Object.keys(opensTo).filter((one) => !paths.some((path) => isWithin(path, one))),
    [],
  );
});

for (const role of roles) {
  test(`the pages of the workspace open to the role "${role}" as they say here, and refuse it as they say here`, async () => {
    const who = askers.get(role);
    assert.ok(who);
    const faults: string[] = [];
    let refusedFrom = 0;
    for (const page of workPages) {
      const isLetIn = letIn(page.path)?.includes(role) ?? false;
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
