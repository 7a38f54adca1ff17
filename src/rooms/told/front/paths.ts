/** Addresses of the front: what belongs to no single board. */
export const frontPaths = {
  home: () => '/',
  search: (
    wanted: { readonly q?: string; readonly board?: string; readonly kind?: string; readonly page?: number } = {},
  ) => {
    const fields = {
      q: wanted.q ?? '',
      board: wanted.board ?? '',
      kind: wanted.kind ?? '',
      page: (wanted.page ?? 1) > 1 ? String(wanted.page) : '',
    };
    const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();
    return query === '' ? '/search' : `/search?${query}`;
  },
  signedHeads: () => '/signed-heads',
  signedHead: (number: number) => `/signed-heads/${number}`,
  signingKey: () => '/signed-heads/key.pem',
  problems: () => '/problems',
  withdraw: (address?: string) =>
    address === undefined ? '/work/withdraw' : `/work/withdraw?${new URLSearchParams({ address }).toString()}`,
  kit: (component?: string, example?: string) =>
    ['/kit', component, example].filter((part) => part !== undefined).join('/'),
} as const;
