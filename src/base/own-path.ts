/**
 * A path of this site that came from outside (a form field, a link), or the fallback. Browsers drop tabs and line ends
 * inside addresses and read a backslash as a slash, so "/\t/evil.example" would lead away: what is left after their
 * reading has to be this site still.
 */
export function ownPath(wanted: string | null | undefined, fallback: string): string {
  if (
    wanted === null ||
    wanted === undefined ||
    wanted.length > 2000 ||
    !wanted.startsWith('/') ||
    /[\p{Cc}\\]/u.test(wanted)
  )
    return fallback;
  if (!URL.canParse(wanted, 'https://kept.invalid')) return fallback;
  const read = new URL(wanted, 'https://kept.invalid');
  const path = read.pathname + read.search + read.hash;
  // "/.//evil.example" is a path of this site until its dots are resolved: what is handed on begins with one slash.
  return read.origin === 'https://kept.invalid' && !path.startsWith('//') ? path : fallback;
}
