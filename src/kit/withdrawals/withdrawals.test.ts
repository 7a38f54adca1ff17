/** What stands at an address, however its name is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slug } from '#base/slug.js';
import { addressOf } from '../canonical.js';
import type { Read } from '../db/gate.js';
import { findToWithdraw, type Withdrawable, type WithdrawalRow } from './withdrawals.js';
import { withdrawalTold } from './withdrawn-page.js';
import { byTheOwner } from './words.js';

const noDatabase = {} as Read;
const who = { organisation: 'o', account: 'a', now: new Date('2026-12-01T10:00:00Z') };
const thing: Withdrawable = {
  path: '/things/:thing',
  kind: 'thing',
  word: 'thing',
  needs: 'lead',
  comesBack: true,
  own: async () => [],
  find: async (_read, _who, { thing: subject = '' }) => ({
    subject,
    title: subject,
    address: addressOf('/things/:thing', { thing: subject }),
    follows: [],
  }),
};

void test('what has a name in another alphabet is found at its address, as a browser copies it and as it shows it', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.constantFrom('ميثاق الشباب', 'তরুণদের সনদ', 'Złoty głos', 'Straße 100%'),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
      ),
      async (name) => {
        const subject = slug(name);
        const address = addressOf('/things/:thing', { thing: subject });
        for (const typed of [
          address,
          `/things/${subject}`,
          `https://kept.example${address}`,
          `${address}/thing.json`,
        ]) {
          const found = await findToWithdraw(noDatabase, who, [thing], typed, 'https://kept.example');
          assert.equal(found?.standing.subject, subject, typed);
          assert.equal(found.standing.address, address, typed);
        }
      },
    ),
  ));

void test('readers are told who withdrew it: its organisation, or whoever runs the site in its place', () => {
  const row = {
    organisation_name: 'Millpond (not verified)',
    role: 'Clerk to the board',
    reason: 'not ours',
    on_day: '2026-11-30',
    version: null,
  } as WithdrawalRow;
  assert.equal(
    withdrawalTold(row, 'promise').lines[0],
    'Millpond (not verified) withdrew it on 30 November 2026. Decided by: Clerk to the board.',
  );
  assert.equal(
    withdrawalTold({ ...row, role: byTheOwner }, 'promise').lines[0],
    'Whoever runs this site withdrew it on 30 November 2026. It was published by Millpond (not verified).',
  );
});
