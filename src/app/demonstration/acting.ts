/** How the demonstration's organisations act: on days before or after its own, and never refused. */
import { londonDate } from '#base/london.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import type { Acting, Demonstration } from './who.js';

/** `days` count from the demonstration's own day: below nought before it. `what` is named where something is refused. */
export function acting({ database, clock }: Pick<Demonstration, 'database' | 'clock'>, what: string) {
  const start = clock().getTime();
  const at = (days: number): Date => new Date(start + days * 86_400_000);
  return {
    at,
    day: (days: number): string => londonDate(at(days)),
    act: <T>(by: Acting, days: number, work: (write: Write, who: Who) => Promise<T>): Promise<T> =>
      database.gates.work.write({ account: by.account, organisation: by.organisation, boards: '*' }, (write) =>
        work(write, { ...by, now: at(days) }),
      ),
    certain<T>(
      answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
    ): T {
      if (!answer.ok) throw new Error(`the demonstration's own ${what} are refused: ${JSON.stringify(answer.problem)}`);
      return answer.value;
    },
  };
}
