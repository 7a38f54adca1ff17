/** Addresses of charters: for readers and at work. */
const part = encodeURIComponent;

const own = (charter: string) => `/work/charters/${part(charter)}`;

export const charterPaths = {
  all: () => '/charters',
  one: (charter: string) => `/charters/${part(charter)}`,
  version: (charter: string, version: number) => `/charters/${part(charter)}/v${version}`,
  json: (charter: string) => `/charters/${part(charter)}/charter.json`,
  easyRead: (charter: string) => `/charters/${part(charter)}/easy-read`,
  poster: (charter: string) => `/charters/${part(charter)}/poster.pdf`,
  work: () => '/work/charters',
  add: () => '/work/charters/new',
  own,
  about: (charter: string) => `${own(charter)}/about`,
  stage: (charter: string) => `${own(charter)}/stage`,
  addClause: (charter: string) => `${own(charter)}/clauses/new`,
  clause: (charter: string, clause: string) => `${own(charter)}/clauses/${part(clause)}`,
  moveClause: (charter: string, clause: string) => `${own(charter)}/clauses/${part(clause)}/move`,
  removeClause: (charter: string, clause: string) => `${own(charter)}/clauses/${part(clause)}/remove`,
  promise: (charter: string, clause: string) => `${own(charter)}/clauses/${part(clause)}/promise`,
  examples: (charter: string) => `${own(charter)}/examples`,
  easyWords: (charter: string) => `${own(charter)}/easy-read`,
  queue: (charter: string) => `${own(charter)}/queue`,
  suggestion: (charter: string, suggestion: string) => `${own(charter)}/queue/${part(suggestion)}`,
  take: (charter: string, suggestion: string) => `${own(charter)}/queue/${part(suggestion)}/take`,
  codes: (charter: string) => `${own(charter)}/codes`,
  code: (charter: string, code: string) => `${own(charter)}/codes/${part(code)}`,
  hands: (charter: string) => `${own(charter)}/hands`,
  agree: (charter: string) => `${own(charter)}/agree`,
  publish: (charter: string) => `${own(charter)}/publish`,
} as const;
