/** What a board's office is, and how a membership moves from one reading to the next. Pure. */

export type OfficeCode = 'chair' | 'vice-chair' | 'deputy-chair' | 'other';

/** The office behind a label: "Chairman", "Vice-Chairman", "Deputy-chair" are labels, not offices (reference S5). */
export function officeCode(label: string): OfficeCode {
  const plain = label
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const chair = /\bchair(?:man|woman|person)?\b/.test(plain);
  if (/\bvice\b/.test(plain) && chair) return 'vice-chair';
  if (/\bdeputy\b/.test(plain) && chair) return 'deputy-chair';
  return chair ? 'chair' : 'other';
}

export interface HeldSeat {
  readonly seat: string;
  /** Null for a vacant seat. */
  readonly person: string | null;
}

/** What has to happen to the seats of one group. */
export interface SeatMoves {
  readonly keep: readonly { readonly seat: string; readonly person: string }[];
  readonly leave: readonly { readonly seat: string; readonly person: string }[];
  /** People who take a vacant seat, or (null) a new one. */
  readonly take: readonly { readonly seat: string | null; readonly person: string }[];
  /** Vacant seats to make, and vacant seats that are no longer there. */
  readonly vacant: number;
  readonly close: readonly string[];
}

/**
 * Moves the seats of a group to the people now named. Somebody who stays keeps their seat; a vacated seat goes to the
 * next newcomer; as many seats as printed remain, the rest vacant (reference rule 1).
 */
export function seatMoves(
  held: readonly HeldSeat[],
  people: readonly string[],
  printedSeats: number | null,
): SeatMoves {
  const named = new Set(people);
  const keep: { seat: string; person: string }[] = [];
  const leave: { seat: string; person: string }[] = [];
  const free: string[] = [];
  const seated = new Set<string>();
  for (const { seat, person } of held) {
    if (person !== null && named.has(person) && !seated.has(person)) {
      keep.push({ seat, person });
      seated.add(person);
    } else {
      if (person !== null) leave.push({ seat, person });
      free.push(seat);
    }
  }
  const newcomers = [...named].filter((person) => !seated.has(person));
  const take = newcomers.map((person, index) => ({ seat: free[index] ?? null, person }));
  const wanted = Math.max(named.size, printedSeats ?? 0);
  const remaining = free.slice(newcomers.length);
  const vacantWanted = wanted - named.size;
  return {
    keep,
    leave,
    take,
    vacant: Math.max(0, vacantWanted - remaining.length),
    close: remaining.slice(vacantWanted),
  };
}
