/** Addresses of a framework's register: for readers, for its keeper and for whoever signs. */
const part = encodeURIComponent;

/** What narrows a register. */
export interface RegisterFilter {
  readonly q?: string;
  readonly show?: string;
  readonly kind?: string;
  readonly authority?: string;
}

function filtered(words: RegisterFilter): string {
  const given = Object.entries(words).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}

const all = (framework: string) => `/frameworks/${part(framework)}/register`;
const one = (framework: string, entry: string) => `${all(framework)}/${part(entry)}`;
const desk = (framework: string) => `/work/register/${part(framework)}`;

export const registerPaths = {
  all: (framework: string, filter: RegisterFilter = {}) => `${all(framework)}${filtered(filter)}`,
  csv: (framework: string) => `/frameworks/${part(framework)}/register.csv`,
  json: (framework: string) => `/frameworks/${part(framework)}/register.json`,
  map: (framework: string) => `${all(framework)}/map`,
  interested: (framework: string) => `${all(framework)}/interested`,
  one,
  badge: (framework: string, entry: string) => `${one(framework, entry)}/badge.svg`,
  badgeJson: (framework: string, entry: string) => `${one(framework, entry)}/badge.json`,
  verify: (framework: string, entry: string) => `${one(framework, entry)}/verify`,
  work: () => '/work/register',
  sign: (framework: string) => `/work/register/sign?framework=${part(framework)}`,
  withdraw: (framework: string) => `/work/register/withdraw?framework=${part(framework)}`,
  desk: (framework: string, done: string | null = null) => `${desk(framework)}${done === null ? '' : `?done=${done}`}`,
  invite: (framework: string) => `${desk(framework)}/invite`,
  upload: (framework: string) => `${desk(framework)}/invitations`,
  uploadColumns: (framework: string) => `${desk(framework)}/invitations/columns.csv`,
  interest: (framework: string, interest: string) => `${desk(framework)}/interested/${part(interest)}`,
  remove: (framework: string, entry: string) => `${desk(framework)}/entries/${part(entry)}/remove`,
} as const;

/** Short names that an entry must not have, because addresses of the register stand there. */
export const takenNames: readonly string[] = ['map', 'interested'];
