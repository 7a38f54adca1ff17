/** Places in the frame of every page, as rooms say them (kit/room.ts, `frame`). */
import type { Capability } from './visitor.js';
import type { Room } from './room.js';

/** A place in the frame of every page. Those with a smaller rank stand first; ranks are ten apart, so that another room finds room between. */
export interface FramePlace {
  readonly text: string;
  readonly href: string;
  /** In the header of public pages, in the footer of all, or in the header of the workspace. */
  readonly stands: 'header' | 'footer' | 'workspace';
  readonly rank: number;
  /** In the workspace: who sees it. */
  readonly needs?: Capability;
  readonly onlyInDemonstration?: true;
}

export type FramePlaces = Readonly<Record<FramePlace['stands'], readonly FramePlace[]>>;

export function framePlacesOf(rooms: readonly Room[]): FramePlaces {
  const all = rooms.flatMap((room) => room.frame ?? []).toSorted((a, b) => a.rank - b.rank);
  const standing = (where: FramePlace['stands']) => all.filter(({ stands }) => stands === where);
  return { header: standing('header'), footer: standing('footer'), workspace: standing('workspace') };
}
