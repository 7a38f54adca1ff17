/** Addresses for young people with a code. */
const part = encodeURIComponent;

export const togetherPaths = {
  door: (code: string | null = null) => `/together${code === null ? '' : `?code=${part(code)}`}`,
  room: () => '/together/room',
  suggest: (clause: string | null = null) => `/together/suggest${clause === null ? '' : `?clause=${part(clause)}`}`,
  say: (clause: string | null = null) => `/together/say${clause === null ? '' : `?clause=${part(clause)}`}`,
  vote: (number = 1) => `/together/vote${number === 1 ? '' : `?clause=${number}`}`,
  choose: () => '/together/choose',
  finish: () => '/together/finish',
  finished: (code: string | null = null) => `/together?left=finished${code === null ? '' : `&code=${part(code)}`}`,
  leave: () => '/together/leave',
} as const;
