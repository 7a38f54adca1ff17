/** When Kept signs: at its start, after each publication, once an hour, and after a backup was restored. */
import type { Config } from '#kit/config.js';
import type { Database } from '#kit/database.js';
import { nobody } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { newestHead, signHead } from '#kit/proof/heads.js';
import { type Gap, missingHeads } from '#kit/proof/verify.js';
import { openWitness, type Witness, witnessed } from '#kit/proof/witness.js';
import type { TellSecurity } from '#kit/security.js';

type Signed = Pick<Database, 'gates' | 'signer'>;

/** One round: signs what there is to sign, and remembers beside the database what was signed, here or by another process. */
export function makeSigning(
  { dataFolder }: Pick<Config, 'dataFolder'>,
  { gates, signer }: Signed,
  clock: () => Date,
  tell: TellSecurity,
): () => Promise<void> {
  let witness: Witness | null = null;
  let isTold = false;
  return async () => {
    witness ??= openWitness(dataFolder);
    const seen = witness.newest();
    const newest = await gates.work.read(nobody, newestHead);
    if ((newest?.number ?? 0) < seen && !isTold)
      tell({ name: 'heads-missing', how: `${newest?.number ?? 0} of ${seen}` });
    isTold = (newest?.number ?? 0) < seen;
    const signed = await gates.work.write(nobody, (write) => signHead(write, { signer, now: clock(), seen }));
    for (const head of [newest, signed]) if (head) witness.see(head);
  };
}

/** After `kept restore`: signs that the database is a backup's, so that heads which it does not hold are known to be lost and not taken out. */
export async function signRestored(
  { dataFolder }: Pick<Config, 'dataFolder'>,
  { gates, signer }: Signed,
  now: Date,
): Promise<void> {
  const witness = openWitness(dataFolder);
  const signed = await gates.work.write(nobody, async (write) => {
    await journal(write, {
      scope: 'house',
      at: now,
      who: 'kept',
      verb: 'record',
      kind: 'backup',
      thing: 'restored',
      security: 'break-glass',
    });
    return signHead(write, { signer, now, seen: witness.newest(), restored: true });
  });
  if (signed) witness.see(signed);
}

/** The owner of the installation knows that heads are lost, with a server that failed: signs so, and says why in the journal. Null where none are missing. */
export async function signLoss(
  { dataFolder }: Pick<Config, 'dataFolder'>,
  { gates, signer }: Signed,
  why: string,
  now: Date,
): Promise<Gap | null> {
  const witness = openWitness(dataFolder);
  const lost = await gates.work.read(nobody, (read) =>
    missingHeads(read, { key: signer.key, witnessed: witnessed(dataFolder) }),
  );
  if (lost === null) return null;
  const signed = await gates.work.write(nobody, async (write) => {
    await journal(write, {
      scope: 'house',
      at: now,
      who: 'kept',
      verb: 'record',
      kind: 'signed heads',
      thing: `${lost.after} to ${lost.until}`,
      why,
      security: 'break-glass',
    });
    return signHead(write, { signer, now, seen: witness.newest(), lost });
  });
  if (signed) witness.see(signed);
  return lost;
}
