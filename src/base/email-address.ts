/** Whether a text is an address, or holds one: as little as can be said without sending a letter. */

export function isEmailAddress(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@');
  return name !== '' && more.length === 0 && !/\s/.test(text) && host.slice(1, -1).includes('.');
}

/** Whether an e-mail address stands in a text. */
export function hasEmailAddress(text: string): boolean {
  const parts = text.split('@');
  return parts.slice(1).some((after, at) => /^[^\s<>()"',;:]$/.test(parts[at]?.at(-1) ?? '') && /[^]\.[a-z]{2}/i.test(/^[^\s<>()"',;:]+/.exec(after)?.[0] ?? ''));
}
