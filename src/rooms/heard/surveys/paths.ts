import type { Audience } from '#rooms/heard/instruments/index.js';
import type { WayInKind } from '#rooms/heard/taking-part/index.js';

const part = encodeURIComponent;
const one = (survey: string) => `/work/surveys/${part(survey)}`;

export type SurveyDone =
  | 'begun'
  | 'saved'
  | 'sheet'
  | 'signed'
  | 'opened'
  | 'moved'
  | 'unsigned'
  | 'closed'
  | 'asked'
  | 'answered'
  | 'paused'
  | 'resumed'
  | 'way'
  | 'places'
  | 'freed'
  | 'made'
  | 'gone'
  | 'withdrawn'
  | 'voided'
  | 'ended'
  | 'again';

/** Addresses of surveys, at work. One's own survey is named by its slug, another organisation's by its id. */
export const surveyPaths = {
  all: () => '/work/surveys',
  begin: () => '/work/surveys/new',
  one: (survey: string, done: SurveyDone | null = null) => `${one(survey)}${done === null ? '' : `?done=${done}`}`,
  design: (survey: string) => `${one(survey)}/design`,
  sheet: (survey: string) => `${one(survey)}/data-sheet`,
  sign: (survey: string) => `${one(survey)}/sign-off`,
  notices: (survey: string) => `${one(survey)}/notices`,
  letter: (survey: string) => `${one(survey)}/letter`,
  letterPdf: (survey: string) => `${one(survey)}/letter.pdf`,
  paper: (survey: string, audience: Audience, language: string) =>
    `${one(survey)}/paper.pdf?audience=${part(audience)}&language=${part(language)}`,
  open: (survey: string) => `${one(survey)}/open`,
  lastDay: (survey: string) => `${one(survey)}/last-day`,
  again: (survey: string) => `${one(survey)}/again`,
  settings: (survey: string, q: string | null = null) => `${one(survey)}/settings${q === null ? '' : `?q=${part(q)}`}`,
  setting: (survey: string, setting: string) => `${one(survey)}/settings/${part(setting)}`,
  addWay: (survey: string, kind: WayInKind) => `${one(survey)}/ways-in/new?kind=${part(kind)}`,
  /** Batches of cards: when, how many, for whom, by whom, and their files. */
  cards: (survey: string, done: SurveyDone | null = null) =>
    `${one(survey)}/cards${done === null ? '' : `?done=${done}`}`,
  /** The file of a batch, once. */
  cardsFile: (survey: string, way: string) => `${one(survey)}/ways-in/${part(way)}/cards`,
  withdraw: (survey: string, way: string) => `${one(survey)}/ways-in/${part(way)}/withdraw`,
  way: (survey: string, way: string) => `${one(survey)}/ways-in/${part(way)}`,
} as const;
