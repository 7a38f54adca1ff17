/** Addresses of practice: the library for readers, and spotlights at work. */
const part = encodeURIComponent;

/** What narrows the library. */
export interface PracticeFilter {
  readonly q?: string;
  /** "framework theme". */
  readonly theme?: string;
  readonly phase?: string;
  readonly authority?: string;
  readonly need?: string;
  readonly organisation?: string;
  readonly page?: number;
}

function filtered({ page = 1, ...words }: PracticeFilter): string {
  const given = Object.entries(words).filter(([, value]) => value !== '');
  const query = new URLSearchParams([...given, ...(page === 1 ? [] : [['page', String(page)]])]).toString();
  return query === '' ? '' : `?${query}`;
}

const own = (spotlight: string) => `/work/practice/${part(spotlight)}`;
const submission = (id: string) => `/work/practice/submissions/${part(id)}`;

export const practicePaths = {
  all: (filter: PracticeFilter = {}) => `/practice${filtered(filter)}`,
  one: (practice: string) => `/practice/${part(practice)}`,
  version: (practice: string, version: number) => `/practice/${part(practice)}/v${version}`,
  json: (practice: string) => `/practice/${part(practice)}/practice.json`,
  // Promises are a later room, which uses this one: its two addresses stand here.
  promise: (promise: string) => `/promises/${part(promise)}`,
  promiseLikeIt: (practice: string) => `/work/promises/new?${new URLSearchParams({ practice }).toString()}`,
  work: () => '/work/practice',
  add: () => '/work/practice/new',
  own,
  draft: (spotlight: string, areas: number | null = null) =>
    `${own(spotlight)}/draft${areas === null ? '' : `?areas=${areas}#heading-${areas}`}`,
  submit: (spotlight: string) => `${own(spotlight)}/submit`,
  takeBack: (spotlight: string) => `${own(spotlight)}/take-back`,
  discard: (spotlight: string) => `${own(spotlight)}/discard`,
  review: (spotlight: string) => `${own(spotlight)}/review`,
  withdraw: (spotlight: string) => `${own(spotlight)}/withdraw`,
  submission,
  editSubmission: (id: string, areas: number | null = null) =>
    `${submission(id)}/draft${areas === null ? '' : `?areas=${areas}#heading-${areas}`}`,
  clear: (id: string) => `${submission(id)}/clear`,
  askBack: (id: string) => `${submission(id)}/ask-back`,
} as const;
