/** How answers arrive, by whatever page: with a card, or with a seat that was taken, was given back, or is taken only now. */
import type { Gate } from '#kit/db/gate.js';
import { type SeatRefusal, takeSeat } from './codes-and-seats.js';
import { linkSeats, seatsInTurn } from './limits.js';
import { IntakeBusy, type Outcome, receive, type Submission } from './receiver.js';
import type { KeyFor } from './sealing.js';
import type { Opened } from './words.js';

/** What a code opens, as far as seats are concerned; null where it opens nothing. */
export type WayOpened = Pick<Opened, 'kind' | 'places'> | null;

/** Takes a seat as fast as its sender may. `sender` is null where nobody sent it: in tests, and where it was counted before. */
export async function takeSeatInTurn(
  gate: Gate,
  key: KeyFor,
  {
    code,
    seat,
    opened,
    sender,
    late = false,
  }: {
    readonly code: string;
    readonly seat: string;
    readonly opened: WayOpened;
    readonly sender: string | null;
    readonly late?: boolean;
  },
  now: Date,
): Promise<SeatRefusal | null> {
  // A code that opens nothing takes no turn.
  if (
    sender !== null &&
    opened !== null &&
    !(opened.kind === 'open link' ? linkSeats.take(sender, now) : await seatsInTurn(sender, code, opened.places, now))
  )
    return 'too many';
  return takeSeat(gate, key, code, seat, now, { late });
}

export interface Arriving extends Omit<Submission, 'pass'> {
  readonly code: string;
  /** The token of the seat; null for a card. */
  readonly seat: string | null;
  readonly opened: () => Promise<WayOpened>;
  readonly sender: string | null;
  /** Whether a ticket was shown. */
  readonly late: boolean;
}

export interface Arrived {
  readonly outcome: Outcome | SeatRefusal | 'busy';
  /** Empty where the answers were not received. */
  readonly receipt: readonly number[];
}

/** Receives answers; where their seat was not taken yet, or was given back meanwhile, takes it first. */
export async function arrive(
  gate: Gate,
  key: KeyFor,
  { code, seat, opened, sender, late, ...rest }: Arriving,
  now: Date,
): Promise<Arrived> {
  const submission = { ...rest, pass: seat ?? code };
  try {
    const received = await receive(gate, key, submission, now);
    if (received.outcome !== 'unknown' || seat === null) return received;
    const refusal = await takeSeatInTurn(gate, key, { code, seat, opened: await opened(), sender, late }, now);
    return refusal === null ? await receive(gate, key, submission, now) : { outcome: refusal, receipt: [] };
  } catch (problem) {
    // Nothing was acknowledged: the sender keeps it and comes again. A database that cannot is said by the corridor.
    if (problem instanceof IntakeBusy) return { outcome: 'busy', receipt: [] };
    throw problem;
  }
}
