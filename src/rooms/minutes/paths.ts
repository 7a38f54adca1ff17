/** Addresses of a meeting's minutes, and of decisions across meetings. */
import { boardPaths } from '#rooms/boards/index.js';

const minutes = (board: string, meeting: string) => `${boardPaths.meeting(board, meeting)}/minutes`;

export const minutesPaths = {
  newest: minutes,
  newestJson: (board: string, meeting: string) => `${minutes(board, meeting)}.json`,
  version: (board: string, meeting: string, version: number) => `${minutes(board, meeting)}/v${version}`,
  json: (board: string, meeting: string, version: number) => `${minutes(board, meeting)}/v${version}/minutes.json`,
  decisions: (board?: string, page?: number) => `/decisions${query({ board, page })}`,
} as const;

function query(fields: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(fields).filter((field): field is [string, string | number] => field[1] !== undefined);
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
