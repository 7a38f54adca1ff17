/** Addresses of promises: for readers, at work, and for the groups of young people that are asked. */
const part = encodeURIComponent;

/** What narrows the list of promises. */
export interface PromiseFilter {
  readonly status?: string;
  readonly framework?: string;
  readonly theme?: string;
  readonly authority?: string;
  readonly organisation?: string;
  readonly board?: string;
}

function filtered(words: PromiseFilter): string {
  const given = Object.entries(words).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}

const own = (promise: string) => `/work/promises/${part(promise)}`;

export const promisePaths = {
  all: (filter: PromiseFilter = {}) => `/promises${filtered(filter)}`,
  one: (promise: string) => `/promises/${part(promise)}`,
  json: (promise: string) => `/promises/${part(promise)}/promise.json`,
  work: (need: string | null = null, page = 1) =>
    `/work/promises${need === null ? '' : `?need=${need}${page === 1 ? '' : `&page=${page}`}`}`,
  add: () => '/work/promises/new',
  own,
  draft: (promise: string) => `${own(promise)}/draft`,
  discard: (promise: string) => `${own(promise)}/discard`,
  agree: (promise: string) => `${own(promise)}/agree`,
  news: (promise: string) => `${own(promise)}/news`,
  date: (promise: string) => `${own(promise)}/date`,
  evidence: (promise: string) => `${own(promise)}/evidence`,
  takeBack: (promise: string, evidence: string) => `${own(promise)}/evidence/${part(evidence)}`,
  end: (promise: string) => `${own(promise)}/end`,
  practices: (promise: string) => `${own(promise)}/practices`,
  ask: (promise: string) => `${own(promise)}/ask`,
  confirmations: () => '/work/confirmations',
  confirmation: (confirmation: string) => `/work/confirmations/${part(confirmation)}`,
} as const;
