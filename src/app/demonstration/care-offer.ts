/**
 * What care leavers can get: the examples that the seed's table prints (facts, in our own words, as printed and not confirmed by
 * their providers), and the invented borough's own offers. Both come in through the same reading as a clerk's file.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { londonDate } from '#base/london.js';
import {
  endOffer,
  offerContext,
  readOfferFile,
  recordCoverage,
  recordOffer,
  recordOffers,
} from '#rooms/practised/care-offer/index.js';
import { applyAuthorities, readAuthorities } from '#rooms/ground/directory/index.js';
import { asOwner } from '../owner.js';
import type { Acting, Demonstration } from './who.js';

const seeds = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'seeds');
const framework = 'care-leavers-asks';

export async function loadCareOffer(demonstration: Demonstration): Promise<void> {
  const { database, clock, as } = demonstration;
  const authorities = readAuthorities(readFileSync(join(seeds, 'care-offer-authorities.csv')));
  if (!authorities.ok)
    throw new Error(`the authorities of the examples cannot be read: ${authorities.problem.message}`);
  await asOwner(database, (write) => applyAuthorities(write, authorities.value, clock()));
  await load(demonstration, as.programme, 'care-offers-2024-03-12.csv', (text) => text);
  // Checked some weeks before the day on which the demonstration begins.
  const checked = londonDate(new Date(clock().getTime() - 40 * 86_400_000));
  const ids = await load(demonstration, as.borough, 'invented-care-offers.csv', (text) =>
    text.replaceAll('CHECKED', checked),
  );
  await saidByTheBorough(demonstration, ids, checked);
}

async function load(
  { database, clock }: Demonstration,
  acting: Acting,
  file: string,
  made: (text: string) => string,
): Promise<readonly { readonly id: string }[]> {
  const who = { ...acting, now: clock() };
  return database.gates.work.write(
    { account: who.account, organisation: who.organisation, boards: '*' },
    async (write) => {
      const context = await offerContext(write, who.organisation, who.now, framework);
      if (!context) throw new Error('the demonstration has no list of asks');
      const read = readOfferFile(new TextEncoder().encode(made(readFileSync(join(seeds, file), 'utf8'))), context);
      if (!read.ok) throw new Error(`the demonstration's own offers cannot be read: ${read.problem.message}`);
      const recorded = await recordOffers(write, who, read.value, true);
      if (!recorded.ok) throw new Error(`the demonstration's own offers were refused: ${recorded.problem.code}`);
      return recorded.value;
    },
  );
}

/** An offer that ended, one that is still a draft, and what the borough says of itself: also where it offers nothing. */
async function saidByTheBorough(
  { database, clock, as }: Demonstration,
  offers: readonly { readonly id: string }[],
  on: string,
): Promise<void> {
  const who = { ...as.borough, now: clock() };
  await database.gates.work.write(
    { account: who.account, organisation: who.organisation, boards: '*' },
    async (write) => {
      const context = await offerContext(write, who.organisation, who.now, framework);
      const file = readFileSync(join(seeds, 'invented-care-offers.csv'), 'utf8').replaceAll('CHECKED', on);
      const read = context && readOfferFile(new TextEncoder().encode(file), context);
      const [first] = read?.ok ? read.value : [];
      if (!first) throw new Error('the demonstration has no offer to begin with');
      const { id } = await recordOffer(write, who, {
        ...first,
        title: 'Savings account opened for you',
        what: 'An account with a first deposit, opened when you are 16.',
        ask: 'finance-4',
        answers: null,
        steps: [],
        amount: null,
      });
      const ended = offers.at(-3);
      if (ended)
        await endOffer(
          write,
          who,
          ended.id,
          'The leisure centres closed for rebuilding. A new pass is being prepared.',
        );
      const sayings = [
        { theme: 'support-after-25', ask: 'support-after-25-1', state: 'not offered' as const },
        { theme: 'travel', ask: 'travel-2', state: 'not offered' as const },
        { theme: 'leisure', ask: 'leisure-1', state: 'not offered' as const },
      ];
      for (const saying of sayings) {
        const said = await recordCoverage(write, who, {
          ...saying,
          authority: 'E09999001',
          framework,
          source: 'Our local offer to care leavers (invented)',
          sourceUrl: null,
          on,
          offer: null,
        });
        if (!said.ok) throw new Error(`the demonstration's own coverage was refused for ${id}: ${said.problem}`);
      }
    },
  );
}
