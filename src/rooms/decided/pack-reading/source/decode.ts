/** Bytes into lines of text: UTF-8, UTF-16 with a mark, else Windows-1252, the alphabet of older office files. */

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false };

/** UTF-16 without a mark: every second byte of plain English is zero. */
function wide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 400);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (sample.length >= 8 && odd > sample.length * 0.3 && even === 0) return 'utf-16le';
  return sample.length >= 8 && even > sample.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}

/** Share of bytes that no text holds: control characters other than tab, line ends, form feed and escape. */
function binaryShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample)
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) odd += 1;
  return sample.length === 0 ? 0 : odd / sample.length;
}

const MAGIC: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
];

/** Whether its first bytes say that it is an archive, a picture or a program. */
export function isNoText(bytes: Uint8Array): boolean {
  return MAGIC.some((magic) => magic.every((byte, index) => bytes[index] === byte));
}

export function decode(bytes: Uint8Array): Decoded {
  if (isNoText(bytes)) return { ok: false };
  const encoding = wide(bytes);
  if (encoding) return { ok: true, text: new TextDecoder(encoding).decode(bytes) };
  if (binaryShare(bytes) > 0.05) return { ok: false };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // Not UTF-8: an older file. Every byte has a letter there, so nothing can be lost.
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** Lines without control characters, direction overrides and marks that no page should carry on. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\f\v\u2028\u2029\u0085]/)
    .map((line) =>
      line
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
        .replaceAll('\u00ad', ''),
    );
  while (lines.length > 0 && (lines.at(-1) ?? '').trim() === '') lines.pop();
  return lines;
}
