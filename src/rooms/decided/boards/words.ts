/** Words of a board: groups, seats, members, substitutes, offices and outside bodies (seed membership page; minutes item 2). */

export interface BoardName {
  readonly name: string;
  readonly slug: string;
  readonly organisation: string | null;
}

export interface GroupMembership {
  /** Null for a board that is not divided into political groups. */
  readonly name: string | null;
  /** Seats as printed or counted, or null where the source gives no count. */
  readonly seats: number | null;
  readonly office: { readonly phone: string | null; readonly email: string | null } | null;
  readonly members: readonly Member[];
  readonly substitutes: readonly Member[];
}

export interface Member {
  /** With title, without honours: "Cllr Patricia Bradwell". */
  readonly name: string;
  readonly slug: string;
  readonly honours: string | null;
  /** Label of the office as the board prints it: "Chair", "Vice Chairman". */
  readonly office: string | null;
  readonly authority: string | null;
}

export interface OutsideBody {
  readonly name: string;
  readonly people: readonly { readonly name: string; readonly slug: string }[];
}

/** The content of a publication of kind "board". */
export interface BoardContent {
  readonly format: 'kept-board/1';
  readonly board: BoardName;
  readonly cycle: string | null;
  readonly groups: readonly GroupMembership[];
  readonly outsideBodies: readonly OutsideBody[];
}
