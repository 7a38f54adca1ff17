import type { Gate } from '#kit/db/gate.js';
import { publishImport } from '#rooms/decided/imports/index.js';

/** Publishes an import here and now instead of in the queue: for the command line and the demonstration. */
export async function publishNow(
  gate: Gate,
  what: {
    readonly organisation: string;
    readonly account: string;
    readonly import: string;
    readonly clock: () => Date;
    readonly tell?: (step: string, progress: number) => void;
  },
): Promise<string> {
  const standing = { account: what.account, organisation: what.organisation, boards: '*' } as const;
  return publishImport(
    {
      id: what.import,
      kind: 'publish import',
      organisation: what.organisation,
      account: what.account,
      payload: { import: what.import },
    },
    {
      read: (question) => gate.read(standing, question),
      write: (act) => gate.write(standing, act),
      tell: async (step, progress) => what.tell?.(step, progress),
      clock: what.clock,
    },
  );
}
