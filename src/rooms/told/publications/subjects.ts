/** Where a reader finds what was published. */
import { keysOf } from '#base/keys.js';
import { plainDate } from '#base/london.js';
import type { PublicationKind } from '#kit/publications/publications.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { charterPaths } from '#rooms/promised/charters/index.js';
import { frameworkPaths } from '#rooms/ground/frameworks/index.js';
import { minutesPaths } from '#rooms/decided/minutes/index.js';
import { packPaths } from '#rooms/decided/packs/index.js';
import { practicePaths } from '#rooms/practised/practice/index.js';

/** The page of a subject, or of one of its versions; a board has one page only. */
export function subjectPath(kind: PublicationKind, subject: string, version: number | null = null): string {
  const [board = '', meeting = ''] = subject.split('/');
  switch (kind) {
    case 'board':
      return boardPaths.one(board);
    case 'pack':
      return version === null ? packPaths.newest(board, meeting) : packPaths.version(board, meeting, version);
    case 'minutes':
      return version === null ? minutesPaths.newest(board, meeting) : minutesPaths.version(board, meeting, version);
    case 'framework':
      return version === null ? frameworkPaths.one(subject) : frameworkPaths.version(subject, version);
    case 'practice':
      return version === null ? practicePaths.one(subject) : practicePaths.version(subject, version);
    case 'charter':
      return version === null ? charterPaths.one(subject) : charterPaths.version(subject, version);
  }
}

export const kindWords: Readonly<Record<PublicationKind, string>> = {
  board: 'Membership',
  pack: 'Agenda pack',
  minutes: 'Minutes',
  framework: 'Framework',
  practice: 'Practice',
  charter: 'Charter',
};

/** The kind as it comes from an address or a passage, or null where it is none. */
export function kindNamed(name: string): PublicationKind | null {
  return keysOf(kindWords).find((kind) => kind === name) ?? null;
}

/** What was published, of whom and of which day: "Minutes of the board, 23 January 2024"; the title where the board is not known. */
export function publicationWords({
  kind,
  title,
  board_name,
  date,
}: {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly board_name: string | null;
  readonly date: string | null;
}): string {
  const what = kindWords[kind];
  if (board_name === null) return `${what}: ${title}`;
  return date === null ? `${what} of ${board_name}` : `${what} of ${board_name}, ${plainDate(date)}`;
}
