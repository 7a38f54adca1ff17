/**
 * What a room says of the rights in the database (src/rooms/<wing>/<room>/test/grants.ts), written by hand and not taken from the migrations that
 * give them: it is the second opinion. test/gates.test.ts compares all of it with the catalogue.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { roomFolders } from './room-order.js';

export const roles = ['kept_public', 'kept_work', 'kept_intake', 'kept_release'] as const;
export type Role = (typeof roles)[number];

/** By role, and by what it may do something with: a table ("record.offer"), columns of one ("record.concern(action)"), a function ("record.vote()"). */
export type Grants = Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>>;

/** The grants that each room states, by its name. */
export async function loadGrants(): Promise<ReadonlyMap<string, Grants>> {
  const found = new Map<string, Grants>();
  for (const folder of roomFolders) {
    const file = join(import.meta.dirname, '..', 'src', 'rooms', folder, 'test', 'grants.js');
    if (!existsSync(file)) continue;
    const { grants } = (await import(pathToFileURL(file).href)) as { readonly grants: Grants };
    found.set(folder.slice(folder.indexOf('/') + 1), grants);
  }
  return found;
}

/** As the catalogue is read (kit/db/roles.ts, rightsOf): one line for each verb. */
export function linesOf(grants: Grants, role: Role): readonly string[] {
  return Object.entries(grants[role] ?? {}).flatMap(([what, verbs]) =>
    verbs.split(' ').map((verb) => `${what}: ${verb}`),
  );
}
