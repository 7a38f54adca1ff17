/** Acts of whoever owns the installation: they come from the command line or the first start, never through a gate. */
import { Connection } from '#kit/db/client.js';
import { enter, mintWrite, type OpenGates, type Write } from '#kit/db/gate.js';
import { beginTelling } from '#kit/security.js';
import { ownerRole } from '#kit/db/roles.js';
import type { DatabasePlace } from '#kit/database.js';

/** One transaction with the owner's rights. */
export async function asOwner<T>(place: Pick<DatabasePlace, 'admin'> & Partial<Pick<DatabasePlace, 'roleSuffix'>> & { readonly gates?: Partial<Pick<OpenGates, 'tell'>> }, act: (write: Write) => Promise<T>): Promise<T> {
  const client = new Connection(place.admin, { name: 'kept owner', statementTimeout: 60_000, lockTimeout: 10_000, idleInTransactionTimeout: 60_000 });
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
