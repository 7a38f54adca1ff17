/** What the forms of a promise’s acts share: links to this site and to the web. */
import { ownPath } from '#base/own-path.js';

/** An address of this site, as it was copied from the browser or typed; null where it is none. */
export function siteLink(typed: string, site: string): string | null {
  const path = typed.startsWith(`${site}/`) ? typed.slice(site.length) : typed;
  const own = ownPath(path, '');
  return own === '' ? null : own;
}

/** Where evidence can be looked up: an address on the web or a path of this site; null where it is neither. */
export function webLink(typed: string, site: string): string | null {
  const own = siteLink(typed, site);
  if (own !== null) return own;
  if (typed.length > 2000 || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') && url.username === ''
    ? url.href
    : null;
}
