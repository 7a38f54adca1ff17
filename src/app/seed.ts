/**
 * The demonstration: invented organisations and personas, the frameworks that ship, and one meeting that went through the same import, check and
 * publication as any other. Loaded into an empty Kept only, and only where the demonstration is on.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingProblem } from '#kit/config.js';
import type { Database } from '#kit/database.js';
import { newId } from '#kit/id.js';
import { applyAuthorities, applySchools, readAuthorities, readSchools } from '#rooms/ground/directory/index.js';
import { acceptRest, importSheet, recordImport } from '#rooms/decided/imports/index.js';
import { readAside } from '#rooms/decided/pack-reading/index.js';
import type { Organisation } from '#rooms/ground/people/index.js';
import { loadCareOffer } from './demonstration/care-offer.js';
import { loadCharters } from './demonstration/charters.js';
import { loadFocusGroups } from './demonstration/focus-groups.js';
import { loadFrameworks } from './demonstration/frameworks.js';
import { loadInstruments } from './demonstration/instruments.js';
import { loadNetworks } from './demonstration/networks.js';
import { loadPractice } from './demonstration/practice.js';
import { loadPromises } from './demonstration/promises.js';
import { loadRegister } from './demonstration/register.js';
import { loadSurveys } from './demonstration/surveys.js';
import { loadReviews } from './demonstration/reviews.js';
import { type Demonstration, loadWho } from './demonstration/who.js';
import { asOwner } from './owner.js';
import { publishNow } from './publish-now.js';

const seeds = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'seeds');

export type Holds = 'nothing' | 'demonstration' | 'organisations';

/** What a database was used for so far: its personas are what makes a demonstration, and an account is never deleted. */
export async function whatItHolds(database: Pick<Database, 'admin'>): Promise<Holds> {
  return asOwner(database, async (write) => {
    if (
      await write.selectFrom('record.account').select('id').where('persona', 'is not', null).limit(1).executeTakeFirst()
    )
      return 'demonstration';
    return (await write.selectFrom('record.organisation').select('id').limit(1).executeTakeFirst()) === undefined
      ? 'nothing'
      : 'organisations';
  });
}

/** In a demonstration anybody may be one of its personas, and nothing in it is true: it and real use never share a database. */
export function refuseOtherUse(holds: Holds, demonstration: boolean): void {
  if (holds === 'demonstration' && !demonstration) {
    throw new SettingProblem(
      'This database holds the demonstration: invented people, and published papers that nobody wrote. It cannot ' +
        'become a Kept for real use. Give another KEPT_DATA, or an empty database in DATABASE_URL. To see the ' +
        'demonstration again, leave BASE_URL, SMTP_URL and DATABASE_URL out, or set KEPT_DEMO=on.',
    );
  }
  if (holds === 'organisations' && demonstration) {
    throw new SettingProblem(
      'This database holds real organisations, and this start would be a demonstration, which any visitor may ' +
        'enter. Set KEPT_DEMO=off, or give the BASE_URL of this Kept. To see a demonstration, give another ' +
        'KEPT_DATA.',
    );
  }
}

/** Makes an organisation with its first account; used by the demonstration and by `kept admin organisation`. */
export async function foundOrganisation(
  database: Pick<Database, 'admin'>,
  name: string,
  slug: string,
  more: Partial<Omit<Organisation, 'id' | 'slug' | 'name'>> = {},
): Promise<string> {
  return asOwner(database, async (write) => {
    const known = await write
      .selectFrom('record.organisation')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (known) return known.id;
    const id = newId();
    await write
      .insertInto('record.organisation')
      .values({ id, slug, name, ...more })
      .execute();
    return id;
  });
}

/** The authorities of London, which are facts, an invented one, and a dozen schools that nobody will mistake for real ones (URN 999xxx). */
async function loadDirectory(database: Pick<Database, 'admin'>, now: Date): Promise<void> {
  const authorities = readAuthorities(readFileSync(join(seeds, 'london-authorities.csv')));
  const invented = readAuthorities(readFileSync(join(seeds, 'invented-authorities.csv')));
  const schools = readSchools(readFileSync(join(seeds, 'invented-schools.csv')));
  if (!authorities.ok)
    throw new Error(`the demonstration's own authorities cannot be read: ${authorities.problem.message}`);
  if (!invented.ok)
    throw new Error(`the demonstration's invented authorities cannot be read: ${invented.problem.message}`);
  if (!schools.ok) throw new Error(`the demonstration's own schools cannot be read: ${schools.problem.message}`);
  await asOwner(database, async (write) => {
    await applyAuthorities(write, authorities.value, now);
    await applyAuthorities(write, invented.value, now);
    await applySchools(write, schools.value, now);
  });
}

/** Loads the demonstration, into an empty database only; `say` hears one line for each step. */
export async function loadDemonstration(
  database: Pick<Database, 'admin' | 'gates' | 'key'>,
  clock: () => Date,
  say: (step: string) => void,
): Promise<void> {
  refuseOtherUse(await whatItHolds(database), true);
  const as = await loadWho(database, clock);
  const demonstration: Demonstration = { database, clock, as };
  say('Reading authorities and schools');
  await loadDirectory(database, clock());
  say('Publishing the frameworks');
  await loadFrameworks(demonstration);
  say('Sealing an instrument');
  await loadInstruments(demonstration);
  say('Opening a survey');
  await loadSurveys(demonstration);
  say('Publishing offers to care leavers');
  await loadCareOffer(demonstration);
  const { organisation, account: clerk } = as.clerk;
  for (const file of ['cyp-board-2024-03-12.md']) {
    say(`Reading and publishing ${file}`);
    const read = await readAside(readFileSync(join(seeds, file)), file);
    if (!read.ok) throw new Error(`the demonstration's own pack cannot be read: ${read.problem.message}`);
    const standing = { account: clerk, organisation, boards: '*' } as const;
    const who = { organisation, account: clerk, now: clock() };
    const id = await database.gates.work.write(standing, async (write) => {
      const recorded = await recordImport(write, who, read.value.reading, read.value.lines);
      const sheet = await importSheet(write, organisation, recorded.id);
      if (sheet) await acceptRest(write, who, sheet);
      return recorded.id;
    });
    await publishNow(database.gates.work, { organisation, account: clerk, import: id, clock });
  }
  say('Making promises');
  await loadPromises(demonstration);
  say('Writing charters');
  await loadCharters(demonstration);
  say('Telling what worked');
  await loadPractice(demonstration);
  say('Founding networks');
  await loadNetworks(demonstration);
  say('Signing the charter');
  await loadRegister(demonstration);
  say('Reading what people wrote');
  await loadReviews(demonstration);
  say('Listening in focus groups');
  await loadFocusGroups(demonstration);
}
