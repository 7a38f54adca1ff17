import type { Audience, ItemKind } from './words.js';

const part = encodeURIComponent;
const one = (instrument: string) => `/work/instruments/${part(instrument)}`;
const question = (instrument: string, item: string) => `${one(instrument)}/questions/${part(item)}`;
const asking = (path: string, wish: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams(
    Object.entries(wish).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** Addresses of instruments, at work. */
export const instrumentPaths = {
  all: () => '/work/instruments',
  begin: () => '/work/instruments/new',
  one: (instrument: string, done: InstrumentDone | null = null) =>
    `${one(instrument)}${done === null ? '' : `?done=${done}`}`,
  form: (instrument: string) => `${one(instrument)}/form`,
  seal: (instrument: string) => `${one(instrument)}/seal`,
  codebook: (instrument: string) => `${one(instrument)}/codebook.csv`,
  /** As an audience reads it; one question alone where `item` is its key. */
  preview: (
    instrument: string,
    wish: { readonly audience?: Audience; readonly language?: string; readonly item?: string } = {},
  ) => asking(`${one(instrument)}/preview`, wish),
  /** Title and languages. */
  about: (instrument: string) => `${one(instrument)}/about`,
  newQuestion: (instrument: string, kind: ItemKind | null = null) =>
    asking(`${one(instrument)}/new-question`, { kind: kind ?? undefined }),
  question,
  move: (instrument: string) => `${one(instrument)}/order`,
  leaveOut: (instrument: string, item: string) => `${question(instrument, item)}/leave-out`,
  sounds: (instrument: string, item: string) => `${question(instrument, item)}/sounds`,
  sound: (instrument: string, sha256: string) => `${one(instrument)}/sounds/${part(sha256)}`,
  library: (
    instrument: string,
    wish: {
      readonly theme?: string;
      readonly audience?: Audience;
      readonly language?: string;
      readonly from?: string;
      readonly done?: string;
    } = {},
  ) => asking(`${one(instrument)}/library`, wish),
} as const;

export type InstrumentDone = 'begun' | 'replaced' | 'sealed' | 'saved' | 'added' | 'left-out' | 'moved';
