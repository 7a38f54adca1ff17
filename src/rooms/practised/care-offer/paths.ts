const part = encodeURIComponent;

export interface OffersWish {
  readonly q?: string;
  readonly kind?: string;
  readonly authority?: string;
  readonly group?: string;
  readonly outside?: string;
  readonly page?: number;
}

export interface CoverageWish {
  readonly framework?: string;
  readonly region?: string;
  readonly page?: number;
}

/** Addresses of offers and of coverage, for readers and at work. Answers of a young person stand in none of them. */
export const careOfferPaths = {
  start: () => '/care-offer',
  find: () => '/care-offer/find',
  offers: (wish: OffersWish = {}) =>
    `/care-offer/offers${query({ q: wish.q, kind: wish.kind, authority: wish.authority, group: wish.group, outside: wish.outside, page: pageOf(wish.page) })}`,
  offer: (offer: string) => `/care-offer/offers/${part(offer)}`,
  authority: (code: string, framework = '') => `/care-offer/authorities/${part(code)}${query({ framework })}`,
  coverage: (wish: CoverageWish = {}) =>
    `/care-offer/coverage${query({ framework: wish.framework, region: wish.region, page: pageOf(wish.page) })}`,
  coverageCsv: () => '/care-offer/coverage.csv',
  kind: (framework: string, theme: string, wish: Omit<CoverageWish, 'framework'> = {}) =>
    `/care-offer/coverage/${part(framework)}/${part(theme)}${query({ region: wish.region, page: pageOf(wish.page) })}`,
  compare: (a = '', b = '', framework = '') => `/care-offer/compare${query({ a, b, framework })}`,
  benchmark: (wish: Omit<CoverageWish, 'page'> = {}) =>
    `/care-offer/benchmark${query({ framework: wish.framework, region: wish.region })}`,
  openReferral: () => '/care-offer/open-referral',
  services: (page = 1) => `/care-offer/open-referral/services${query({ page: pageOf(page) })}`,
  service: (id: string) => `/care-offer/open-referral/services/${part(id)}`,
  desk: (page = 1) => `/work/care-offer${query({ page: pageOf(page) })}`,
  create: () => '/work/care-offer/new',
  own: (offer: string) => `/work/care-offer/offers/${part(offer)}`,
  edit: (offer: string) => `/work/care-offer/offers/${part(offer)}/edit`,
  publish: (offer: string) => `/work/care-offer/offers/${part(offer)}/publish`,
  check: (offer: string) => `/work/care-offer/offers/${part(offer)}/check`,
  end: (offer: string) => `/work/care-offer/offers/${part(offer)}/end`,
  discard: (offer: string) => `/work/care-offer/offers/${part(offer)}/discard`,
  upload: () => '/work/care-offer/upload',
  template: () => '/work/care-offer/upload/columns.csv',
  sheet: (wish: { readonly authority?: string; readonly framework?: string } = {}) =>
    `/work/care-offer/coverage${query({ authority: wish.authority, framework: wish.framework })}`,
} as const;

function pageOf(page = 1): string {
  return page === 1 ? '' : String(page);
}

function query(fields: Readonly<Record<string, string | undefined>>): string {
  const given = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  ).toString();
  return given === '' ? '' : `?${given}`;
}
