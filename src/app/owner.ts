/** Acts of whoever owns the installation: they come from the command line or the first start, never through a gate. */
import { sql } from 'kysely';
import { Connection } from '#kit/db/client.js';
import { enter, mintWrite, nobody, type OpenGates, standingCommand, type Write } from '#kit/db/gate.js';
import { beginTelling } from '#kit/security.js';
import { ownerRole } from '#kit/db/roles.js';
import type { DatabasePlace } from '#kit/database.js';

/** Within the owner's transaction: with one organisation in sight, as its own acts have it. */
export async function inSightOf<T>(write: Write, organisation: string, act: () => Promise<T>): Promise<T> {
  await sql.raw(standingCommand({ account: null, organisation, boards: '*' })).execute(write);
  const value = await act();
  await sql.raw(standingCommand(nobody)).execute(write);
  return value;
}

/** One transaction with the owner's rights. */
export async function asOwner<T>(
  place: Pick<DatabasePlace, 'admin'> &
    Partial<Pick<DatabasePlace, 'roleSuffix'>> & { readonly gates?: Partial<Pick<OpenGates, 'tell'>> },
  act: (write: Write) => Promise<T>,
): Promise<T> {
  const client = new Connection(place.admin, {
    name: 'kept owner',
    statementTimeout: 60_000,
    lockTimeout: 10_000,
    idleInTransactionTimeout: 60_000,
  });
  await client.connect();
  try {
    await client.query(`begin; set local role ${ownerRole}${place.roleSuffix ?? ''}`);
    const write = mintWrite(client);
    const told = beginTelling(write);
    const value = await enter(() => act(write));
    await client.query('commit');
    for (const event of told) place.gates?.tell?.(event);
    return value;
  } finally {
    await client.end();
  }
}
