/** The public key under which letters are sealed, kept in the database by each start: it follows from Kept's secret. */
import type { DatabasePlace } from '#kit/database.js';
import { connectAsOwner } from '#kit/db/migrate.js';
import { ownerRole } from '#kit/db/roles.js';
import { letterPair, sealLetter } from './sealing.js';

interface Clear {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** Keeps the public key, and seals what an older Kept left waiting in clear. */
export async function keepLetterKey(
  place: Pick<DatabasePlace, 'admin'> & Partial<Pick<DatabasePlace, 'roleSuffix'>>,
  seed: Buffer,
): Promise<void> {
  const { publicKey } = letterPair(seed);
  const client = await connectAsOwner(place.admin, 'kept letters');
  try {
    await client.query(`begin; set local role ${ownerRole}${place.roleSuffix ?? ''}`);
    await client.query(
      'insert into kit.mail_key (public_key) values ($1) on conflict (one) do update set public_key = ' +
        'excluded.public_key where kit.mail_key.public_key <> excluded.public_key',
      [publicKey],
    );
    const { rows } = await client.query<Clear>(
      'select id, recipient, subject, body from kit.mail where sealed is null for update',
    );
    for (const { id, recipient, subject, body } of rows) {
      const sealed = sealLetter(publicKey, id, JSON.stringify({ to: recipient, subject, text: body }));
      await client.query(
        'update kit.mail set sealed = $2, recipient = null, subject = null, body = null where id = $1',
        [id, sealed],
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}
