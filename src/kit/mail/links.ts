/**
 * A letter of Kept leads to this site alone. Names and reasons that people type stand in letters, also in those that go to any address at all
 * (invitations): a network called "You have won: www.evil.example" would make of Kept a sender of bait that mail programs trust.
 */

import { withoutEnd } from '#base/ends.js';

/** What mail programs make a link of besides an address with its scheme: "www.", or the name of a host, alone or with more behind it. */
const isLinked = /(?:^|[^\p{L}\p{N}])www\d?\./iu;
const isHost = /[\p{L}\p{N}]\.\p{L}{2}/u;

const leftOut = '(a web address was left out)';

/** Whether a link to this site is all that stands there, with signs around it: programs take it for one address to its end. */
function isOwnLink(text: string, site: string): boolean {
  const begins = text.indexOf(site);
  if (begins < 0 || /[\p{L}\p{N}]/u.test(text.slice(0, begins))) return false;
  // Not "https://kept.example.evil.example", nor another one behind a quotation mark.
  const rest = withoutEnd(text.slice(begins + site.length), /[^\p{L}\p{N}/_=-]/u);
  return rest === '' || (/^[/?#][\w/?#&=%+~.:@-]*$/.test(rest) && !rest.includes('://'));
}

function piece(text: string, site: string): string {
  if (isOwnLink(text, site)) return text;
  if (text.includes('://') || isLinked.test(text)) return leftOut;
  // "name@host" is an address for letters, and people are named with theirs.
  if (text.includes('@') || !isHost.test(text)) return text;
  // "St.Mary" is no host, and cannot be told from one: it can still be read, and no program makes a link of it.
  return text.replaceAll('.', '. ').trimEnd();
}

/** The text of a letter, with no link but those of this site. */
export function withOwnLinks(text: string, site: string): string {
  return text
    .split(/(\s)/u)
    .map((part) => (part.includes('.') || part.includes('://') ? piece(part, site) : part))
    .join('');
}
