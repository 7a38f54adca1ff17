/**
 * How long Kept keeps a backup of its own that holds the key of a survey whose answers were mixed since: with the
 * secret it could join a card to an answer. Pure.
 */

export interface HeldBackup {
  readonly file: string;
  /** When it was made, ISO. */
  readonly made: string;
  /** Names of the keys in it, as its header says; null in a backup of an older Kept, which may hold any. */
  readonly keys: readonly string[] | null;
}

/**
 * Within seven days a backup from before the mixing is gone: it is marked two days earlier, because a day of running
 * time lies between mark and deletion, and a night may be missed.
 */
const keptDays = 5;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * Which of Kept's own backups are to be deleted now. `destroyed`: names of the keys that are destroyed, with the day on which they were. A backup
 * that holds one goes as soon as a newer one without it is there, and after five days in any case.
 */
export function backupsToDelete(
  held: readonly HeldBackup[],
  destroyed: ReadonlyMap<string, string>,
  today: string,
): readonly string[] {
  const daysSince = ({ made, keys }: HeldBackup): number | null => {
    // What a backup of an older Kept holds is not known: any key that was destroyed after it was made.
    const gone = [...destroyed]
      .filter(([name, day]) => (keys === null ? made.slice(0, 10) <= day : keys.includes(name)))
      .map(([, day]) => day);
    return gone.length === 0 ? null : Math.max(...gone.map((day) => daysBetween(day, today)));
  };
  const clean = held.filter((one) => daysSince(one) === null);
  return held
    .filter((one) => {
      const days = daysSince(one);
      return days !== null && (days >= keptDays || clean.some(({ made }) => made > one.made));
    })
    .map(({ file }) => file);
}
