/**
 * One form for one e-mail address, so that UPPER@ and upper@ are one person: without blanks and invisible characters, in lower case, wide and
 * ligature letters as their plain ones (NFKC), the domain as its ASCII form (UTS 46), so that a lookalike of another script is seen as what
 * it is ("xn--..."), and without a dot at its end. Null where it is no address: the part before the @ is plain ASCII here, because a
 * letter that looks like another could take somebody's place.
 */
export function emailAddress(typed: string): string | null {
  // Cf: invisible characters, such as the zero width space that a copied address brings along.
  const plain = typed.normalize('NFKC').replace(/\p{Cf}/gu, '').trim().toLowerCase();
  if (plain.length > 254) return null;
  const at = plain.lastIndexOf('@');
  const local = plain.slice(0, Math.max(0, at));
  if (!/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local) || local.length > 64) return null;
  const domain = asciiDomain(plain.slice(at + 1));
  return domain === null ? null : `${local}@${domain}`;
}

function asciiDomain(typed: string): string | null {
  const domain = typed.replace(/\.{1,3}$/, '');
  // What would make it another address than a host's name when it is read as one.
  if (domain === '' || /[/\\?#@:[\]%<>^|\s]/.test(domain)) return null;
  if (!URL.canParse(`http://${domain}/`)) return null;
  const host = new URL(`http://${domain}/`).hostname;
  // A number at the end would be an address of the network, not of a mail server.
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host) ? host : null;
}
