/** `kept import pack FILE` without --check: the same acts as the upload page, in the name of the organisation's first clerk. */
import { clockOfGate } from '#kit/clock.js';
import type { Config } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { acceptRest, importPaths, importSheet, recordImport } from '#rooms/decided/imports/index.js';
import type { Reading } from '#rooms/decided/pack-reading/index.js';
import { asOwner } from './owner.js';
import { publishNow } from './publish-now.js';
import { houseMigrations } from './migrations.js';

/** What the person at the terminal can mend. */
class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
}

export interface ImportCommand {
  readonly organisation: string | null;
  readonly publish: boolean;
  readonly say: (line: string) => void;
}

/** Imports (and publishes, if asked); returns what to tell. */
export async function importFromCommand(
  config: Config,
  reading: Reading,
  lines: readonly string[],
  { organisation: slug, publish, say }: ImportCommand,
): Promise<string> {
  const database = await openDatabase(config, {
    migrations: houseMigrations(),
    how: 'join',
    holder: 'kept import',
    log: say,
  });
  try {
    const { organisation, account } = await asOwner(database, async (write) => {
      const organisations = await write
        .selectFrom('record.organisation')
        .select(['id', 'slug'])
        .orderBy('slug')
        .execute();
      const chosen =
        slug === null && organisations.length === 1 ? organisations[0] : organisations.find((one) => one.slug === slug);
      if (!chosen)
        throw new ImportProblem(
          organisations.length === 0
            ? 'There is no organisation yet: run kept start once for the demonstration, or make one with kept admin organisation SLUG NAME'
            : `Say for which organisation: --organisation ${organisations.map((one) => one.slug).join(' | ')}`,
        );
      const clerk = await write
        .selectFrom('record.account as account')
        .innerJoin('record.account_role as held', 'held.account', 'account.id')
        .select('account.id')
        .where('held.organisation', '=', chosen.id)
        .where('held.role', 'in', ['clerk', 'administrator'])
        .where('account.closed_at', 'is', null)
        .orderBy('account.created_at')
        .limit(1)
        .executeTakeFirst();
      if (!clerk)
        throw new ImportProblem(
          `The organisation ${chosen.slug} has no clerk yet: open an account with kept admin account ${chosen.slug} EMAIL NAME clerk`,
        );
      return { organisation: chosen.id, account: clerk.id };
    });
    const standing = { account, organisation, boards: '*' } as const;
    const { now: clock } = await clockOfGate(database.gates.work);
    const who = { organisation, account, now: clock() };
    const imported = await database.gates.work.write(standing, (write) => recordImport(write, who, reading, lines));
    const check = `${config.baseUrl}${importPaths.check({ import: imported.id })}`;
    const known = imported.isNew ? '' : 'This file was imported before; nothing was changed. ';
    if (!publish) return `${known}Check it at ${check}`;
    await database.gates.work.write(standing, async (write) => {
      const sheet = await importSheet(write, organisation, imported.id);
      if (sheet) await acceptRest(write, who, sheet);
    });
    const path = await publishNow(database.gates.work, {
      ...standing,
      import: imported.id,
      clock,
      tell: (step) => say(step),
    });
    // The job leads to the import itself where there was nothing new to publish.
    if (path.startsWith(importPaths.workspace()))
      return `${known}Nothing has changed since it was published; no new version was made.`;
    return `${known}Published: ${config.baseUrl}${path}`;
  } finally {
    closeTypesetter();
    await database.stop();
  }
}
