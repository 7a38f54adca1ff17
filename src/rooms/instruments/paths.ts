import type { Audience } from './words.js';

const part = encodeURIComponent;
const one = (instrument: string) => `/work/instruments/${part(instrument)}`;

/** Addresses of instruments, at work. */
export const instrumentPaths = {
  all: () => '/work/instruments',
  begin: () => '/work/instruments/new',
  one: (instrument: string, done: InstrumentDone | null = null) => `${one(instrument)}${done === null ? '' : `?done=${done}`}`,
  form: (instrument: string) => `${one(instrument)}/form`,
  seal: (instrument: string) => `${one(instrument)}/seal`,
  codebook: (instrument: string) => `${one(instrument)}/codebook.csv`,
  preview: (instrument: string, wish: { readonly audience?: Audience; readonly language?: string } = {}) => {
    const query = new URLSearchParams(Object.entries(wish)).toString();
    return `${one(instrument)}/preview${query === '' ? '' : `?${query}`}`;
  },
} as const;

export type InstrumentDone = 'begun' | 'replaced' | 'sealed';
