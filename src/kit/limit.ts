/** How often a sender may do something within a minute. The count is held in the memory of this process and forgotten after a minute. */

export interface Limit {
  /** Counts one more; false where it is more than may be. */
  take(sender: string, now: Date): boolean;
}

const minute = 60_000;

/** Bounded: when too many senders are held, the oldest minute goes first. */
export function minuteLimit(atMost: number, sendersAtMost = 20_000): Limit {
  const held = new Map<string, { since: number; count: number }>();
  return {
    take(sender, now) {
      const at = now.getTime();
      const known = held.get(sender);
      if (known && at - known.since < minute && at >= known.since) {
        known.count += 1;
        return known.count <= atMost;
      }
      // Set anew at the end: the map stays in the order in which the minutes began.
      held.delete(sender);
      for (const [other, { since }] of held) {
        if (held.size < sendersAtMost && at - since < minute) break;
        held.delete(other);
      }
      held.set(sender, { since: at, count: 1 });
      return atMost >= 1;
    },
  };
}
