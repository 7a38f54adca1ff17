/** The two frameworks that ship with Kept, published by the demonstration's programme. */
import { keysOf } from '#base/keys.js';
import { publishFramework, recordFramework, templates } from '#rooms/ground/frameworks/index.js';
import type { Demonstration } from './who.js';

export async function loadFrameworks({ database, clock, as }: Demonstration): Promise<void> {
  const who = { ...as.programme, now: clock() };
  await database.gates.work.write(
    { account: who.account, organisation: who.organisation, boards: '*' },
    async (write) => {
      for (const name of keysOf(templates)) {
        const { id } = await recordFramework(write, who, templates[name].kind, templates[name].draft);
        const published = await publishFramework(write, who, id);
        if (!published.ok)
          throw new Error(`the template ${name} cannot be published: ${JSON.stringify(published.problem)}`);
      }
    },
  );
}
