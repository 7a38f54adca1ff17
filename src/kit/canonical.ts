/** The one address of a public page, however it was asked for: its key on the shelf. */

function part(text: string): string {
  return encodeURIComponent(decodeURIComponent(text));
}

/**
 * The address without what makes no other page of it: an empty query, slashes at the end, letters written as "%62". Null where it asks
 * something of its own (a query) or cannot be read.
 */
export function canonicalAddress(url: string): string | null {
  const hash = url.indexOf('#');
  const given = hash < 0 ? url : url.slice(0, hash);
  const mark = given.indexOf('?');
  if (mark >= 0 && mark < given.length - 1) return null;
  const path = (mark < 0 ? given : given.slice(0, mark)).replace(/(?<!\/)\/$/, '');
  if (path === '') return '/';
  if (!path.includes('%')) return path;
  try {
    return path.split('/').map(part).join('/');
  } catch {
    return null;
  }
}

/** The address of a page by its own path and the parameters as its schema read them: "v01" is "v1". */
export function addressOf(path: string, params: unknown): string {
  const values = new Map<string, unknown>(typeof params === 'object' && params !== null ? Object.entries(params) : []);
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
}
