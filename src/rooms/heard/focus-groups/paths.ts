const part = encodeURIComponent;
const done = (what: string | null) => (what === null ? '' : `?done=${part(what)}`);

/** Addresses of focus groups and quotes, at work. */
export const focusGroupPaths = {
  all: () => '/work/focus-groups',
  begin: () => '/work/focus-groups/new',
  one: (conversation: string, what: 'saved' | 'quoted' | null = null) =>
    `/work/focus-groups/${part(conversation)}${done(what)}`,
  edit: (conversation: string) => `/work/focus-groups/${part(conversation)}/edit`,
  quotes: (theme: string | null = null) => `/work/quotes${theme === null ? '' : `?theme=${part(theme)}`}`,
  csv: () => '/work/quotes.csv',
  texts: (what: 'quoted' | null = null) => `/work/quotes/texts${done(what)}`,
  quote: (quote: string, what: 'saved' | 'read' | null = null) => `/work/quotes/${part(quote)}${done(what)}`,
} as const;
