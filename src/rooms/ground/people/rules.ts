/** Rules of people. Pure. */
import type { Giving } from './words.js';

const appointing: readonly string[] = ['safeguarding', 'lead', 'administrator'];

/**
 * Somebody, whoever appointed them, whoever appointed those, and so on. Of each role in each organisation the last giving counts, also when
 * the role has ended since: who has left has appointed all the same. What the owner of the installation gave ends the chain.
 */
export function appointedThrough(account: string, givings: readonly Giving[]): ReadonlySet<string> {
  const chain = new Set([account]);
  for (const one of chain) {
    const last = new Map<string, Giving>();
    for (const giving of givings) {
      const key = `${giving.organisation} ${giving.role}`;
      if (giving.account === one && appointing.includes(giving.role) && (last.get(key)?.number ?? -1) < giving.number)
        last.set(key, giving);
    }
    for (const { by } of last.values()) if (by !== null) chain.add(by);
  }
  return chain;
}

/**
 * Whether two people are independent: nobody stands in the appointments of both. So nobody releases what they asked for, nor what was asked
 * by somebody whom they appointed, who appointed them, or who was appointed by the same person, over however many steps.
 * The database holds the same rule (record.are_independent).
 */
export function areIndependent(one: string, other: string, givings: readonly Giving[]): boolean {
  const theirs = appointedThrough(other, givings);
  return [...appointedThrough(one, givings)].every((account) => !theirs.has(account));
}
