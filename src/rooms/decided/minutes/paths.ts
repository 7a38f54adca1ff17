/** Addresses of a meeting's minutes. The meeting's own address is given by boards. */
import { boardPaths } from '#rooms/decided/boards/index.js';

const minutes = (board: string, meeting: string) => `${boardPaths.meeting(board, meeting)}/minutes`;

export const minutesPaths = {
  newest: minutes,
  newestJson: (board: string, meeting: string) => `${minutes(board, meeting)}.json`,
  version: (board: string, meeting: string, version: number) => `${minutes(board, meeting)}/v${version}`,
  json: (board: string, meeting: string, version: number) => `${minutes(board, meeting)}/v${version}/minutes.json`,
} as const;
