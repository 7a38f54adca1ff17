/** The questions on belonging and safety, sealed by the demonstration's programme. */
import { belongingAndSafety, recordInstrument, sealInstrument } from '#rooms/heard/instruments/index.js';
import type { Demonstration } from './who.js';

export async function loadInstruments({ database, clock, as }: Demonstration): Promise<void> {
  const who = { ...as.programme, now: clock() };
  await database.gates.work.write(
    { account: who.account, organisation: who.organisation, boards: '*' },
    async (write) => {
      const sealed = await sealInstrument(write, who, await recordInstrument(write, who, belongingAndSafety));
      if (!sealed.ok) throw new Error(`the instrument that ships cannot be sealed: ${JSON.stringify(sealed.problem)}`);
    },
  );
}
