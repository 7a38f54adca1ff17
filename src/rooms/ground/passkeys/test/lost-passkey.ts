/** For the demonstration's personas, what none of them can have there: a passkey of the administrator, and a request of the school's lead about a lost one. */
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { savePasskey } from '#kit/passkeys/passkeys.js';

export async function lostPasskey(write: Write, now: Date) {
  const persona = async (name: string): Promise<string> =>
    (
      await write
        .selectFrom('record.account')
        .select('id')
        .where('email', '=', `${name}@demonstration.invalid`)
        .executeTakeFirstOrThrow()
    ).id;
  const passkey = await savePasskey(
    write,
    await persona('administrator'),
    { credential: newId(now), public_key: Buffer.alloc(0), counter: 0, transports: [] },
    'Work laptop',
    now,
  );
  const asker = await persona('school');
  const { organisation } = await write
    .selectFrom('record.account_role')
    .select('organisation')
    .where('account', '=', asker)
    .executeTakeFirstOrThrow();
  const expires = new Date(Date.now() + 7 * 86_400_000);
  await write
    .insertInto('kit.passkey_reset')
    .values({
      account: asker,
      organisation,
      asked_at: now,
      expires_at: expires,
      confirmed_by: null,
      confirmed_at: null,
    })
    .execute();
  return {
    passkey: { value: passkey ?? '', of: 'administrator' },
    asker: { value: asker, of: 'safeguarding' },
  } as const;
}
