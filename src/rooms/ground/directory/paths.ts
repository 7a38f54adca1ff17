/** Addresses of authorities, by GSS code, and of schools, by URN: both outlive any name. */
const part = encodeURIComponent;

export interface SchoolsWish {
  readonly q?: string;
  readonly authority?: string;
  readonly phase?: string;
  readonly page?: number;
}

export const directoryPaths = {
  authorities: (wish: { readonly region?: string; readonly kind?: string; readonly page?: number } = {}) =>
    `/authorities${query({ region: wish.region, kind: wish.kind, page: pageOf(wish.page ?? 1) })}`,
  authority: (code: string, page = 1) => `/authorities/${part(code)}${query({ page: pageOf(page) })}`,
  schools: (wish: SchoolsWish = {}) =>
    `/schools${query({ q: wish.q, authority: wish.authority, phase: wish.phase, page: pageOf(wish.page ?? 1) })}`,
  school: (urn: number) => `/schools/${urn}`,
  trusts: (wish: { readonly q?: string; readonly page?: number } = {}) =>
    `/trusts${query({ q: wish.q, page: pageOf(wish.page ?? 1) })}`,
  trust: (code: string, page = 1) => `/trusts/${part(code)}${query({ page: pageOf(page) })}`,
  work: () => '/work/directory',
  file: (file: string) => `/work/directory/${part(file)}`,
  bringIn: (file: string) => `/work/directory/${part(file)}/bring-in`,
  setAside: (file: string) => `/work/directory/${part(file)}/set-aside`,
} as const;

function pageOf(page: number): string {
  return page === 1 ? '' : String(page);
}

function query(fields: Readonly<Record<string, string | undefined>>): string {
  const given = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  ).toString();
  return given === '' ? '' : `?${given}`;
}
