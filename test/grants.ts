/**
 * What a room says of the rights in the database (src/rooms/<wing>/<room>/test/grants.ts), written by hand and not taken from the migrations that
 * give them: it is the second opinion. test/gates.test.ts compares all of it with the catalogue.
 */
export const roles = ['kept_public', 'kept_work', 'kept_intake', 'kept_release'] as const;
export type Role = (typeof roles)[number];

/** By role, and by what it may do something with: a table ("record.offer"), columns of one ("record.concern(action)"), a function ("record.vote()"). */
export type Grants = Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>>;

/** As the catalogue is read (kit/db/roles.ts, rightsOf): one line for each verb. */
export function linesOf(grants: Grants, role: Role): readonly string[] {
  return Object.entries(grants[role] ?? {}).flatMap(([what, verbs]) =>
    verbs.split(' ').map((verb) => `${what}: ${verb}`),
  );
}
