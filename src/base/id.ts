/**
 * UUID version 7 (RFC 9562 section 5.7): sorts by the millisecond it was made in, so that new rows land beside each other.
 * `random` gives ten bytes; their 74 usable bits make two ids of one millisecond differ.
 */
export function uuidAt(milliseconds: number, random: Uint8Array): string {
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0 || milliseconds >= 2 ** 48)
    throw new RangeError(`No UUID for the time ${milliseconds}`);
  if (random.length < 10) throw new RangeError('A UUID needs ten random bytes');
  const time = milliseconds.toString(16).padStart(12, '0');
  const tail = Array.from(random.subarray(0, 10));
  tail[0] = 0x70 | ((tail[0] ?? 0) & 0x0f);
  tail[2] = 0x80 | ((tail[2] ?? 0) & 0x3f);
  const hex = time + tail.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text has the form of a UUID, of any version. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** The moment a version 7 UUID was made in, in milliseconds. */
export function uuidTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
