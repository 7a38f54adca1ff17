/** Addresses of a meeting's pack, newest and by version. The meeting's own address is given by boards. */
import { boardPaths } from '#rooms/decided/boards/index.js';

const pack = (board: string, meeting: string) => `${boardPaths.meeting(board, meeting)}/pack`;

export const packPaths = {
  newest: pack,
  newestPdf: (board: string, meeting: string) => `${pack(board, meeting)}.pdf`,
  newestJson: (board: string, meeting: string) => `${pack(board, meeting)}.json`,
  version: (board: string, meeting: string, version: number) => `${pack(board, meeting)}/v${version}`,
  pdf: (board: string, meeting: string, version: number) => `${pack(board, meeting)}/v${version}/pack.pdf`,
  json: (board: string, meeting: string, version: number) => `${pack(board, meeting)}/v${version}/pack.json`,
  changes: (board: string, meeting: string, version: number) => `${pack(board, meeting)}/v${version}/changes`,
} as const;
