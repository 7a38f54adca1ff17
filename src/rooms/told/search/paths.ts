/** The address of the search. */
export const searchPaths = {
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
} as const;
