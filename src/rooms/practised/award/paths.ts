/** Addresses of the award: for readers and at work. */
const part = encodeURIComponent;

const paged = (page: number) => (page === 1 ? '' : `?page=${page}`);

export const awardPaths = {
  all: (page = 1) => `/award${paged(page)}`,
  csv: () => '/award.csv',
  authority: (authority: string, page = 1) => `/award/${part(authority)}${paged(page)}`,
  authorityCsv: (authority: string) => `/award/${part(authority)}/award.csv`,
  work: (page = 1) => `/work/award${paged(page)}`,
  upload: () => '/work/award/upload',
  columns: () => '/work/award/upload/columns.csv',
} as const;
