/** For tests: papers that say who sits on a board. The people are invented. */
import type { Write } from '#kit/db/gate.js';
import { type GroupDraft, type MemberDraft, peopleOf, recordMembership } from './acts.js';

export function member(name: string, more: Partial<MemberDraft> = {}): MemberDraft {
  return { name, title: 'Cllr', honours: null, office: null, authority: null, ...more };
}

const drafted = (people: readonly (string | MemberDraft)[]): readonly MemberDraft[] =>
  people.map((person) => (typeof person === 'string' ? member(person) : person));

interface GroupMore {
  readonly seats?: number;
  readonly office?: GroupDraft['office'];
  readonly substitutes?: readonly (string | MemberDraft)[];
}

/** A group as a paper prints it; people whose name is enough are councillors. */
export function group(
  name: string | null,
  members: readonly (string | MemberDraft)[],
  { seats, office = null, substitutes = [] }: GroupMore = {},
): GroupDraft {
  return { name, seats: seats ?? null, office, members: drafted(members), substitutes: drafted(substitutes) };
}

/** Brings in what a paper of that day says of a board's membership. */
export async function paper(
  write: Write,
  at: { readonly organisation: string; readonly board: string },
  asOf: string,
  groups: readonly GroupDraft[],
  cycle: string | null = '2025/26',
): Promise<void> {
  await recordMembership(write, at, { cycle, groups, asOf }, peopleOf(write, at.organisation));
}
