/** Whether a text is an address, or holds one: as little as can be said without sending a letter; and the one form in which an address is kept. */

export function isEmailAddress(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@');
  return name !== '' && more.length === 0 && !/\s/.test(text) && host.slice(1, -1).includes('.');
}

/** Whether an e-mail address stands in a text. */
export function hasEmailAddress(text: string): boolean {
  const parts = text.split('@');
  return parts
    .slice(1)
    .some(
      (after, at) =>
        /^[^\s<>()"',;:]$/.test(parts[at]?.at(-1) ?? '') &&
        /[^]\.[a-z]{2}/i.test(/^[^\s<>()"',;:]+/.exec(after)?.[0] ?? ''),
    );
}

/**
 * One form for one e-mail address, so that UPPER@ and upper@ are one person: without blanks and invisible characters, in lower case, wide and
 * ligature letters as their plain ones (NFKC), the domain as its ASCII form (UTS 46), so that a lookalike of another script is seen as what
 * it is ("xn--..."), and without a dot at its end. Null where it is no address: the part before the @ is plain ASCII here, because a
 * letter that looks like another could take somebody's place.
 */
export function emailAddress(typed: string): string | null {
  if (typed.length > 2000) return null;
  // Cf: invisible characters, such as the zero width space that a copied address brings along.
  const plain = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
  if (plain.length > 254) return null;
  const at = plain.lastIndexOf('@');
  const local = plain.slice(0, Math.max(0, at));
  if (local.length > 64 || !local.split('.').every((part) => /^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}$/.test(part)))
    return null;
  const domain = asciiDomain(plain.slice(at + 1));
  return domain === null ? null : `${local}@${domain}`;
}

function asciiDomain(typed: string): string | null {
  const domain = typed.endsWith('.') ? typed.slice(0, -1) : typed;
  // What would make it another address than a host's name when it is read as one.
  if (domain === '' || /[/\\?#@:[\]%<>^|\s]/.test(domain)) return null;
  if (!URL.canParse(`http://${domain}/`)) return null;
  const host = new URL(`http://${domain}/`).hostname;
  const labels = host.split('.');
  const isHost =
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label) && !label.startsWith('-') && !label.endsWith('-'));
  // A number at the end would be an address of the network, not of a mail server.
  return isHost && /^[a-z]/.test(labels.at(-1) ?? '') && (labels.at(-1) ?? '').length > 1 ? host : null;
}
