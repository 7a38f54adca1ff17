/** Recordings that read questions aloud: what a file is, its limits, and which question has which. Pure but for the digest. */
import { createHash } from 'node:crypto';
import { soundWords } from './rules.js';
import type { Audience, InstrumentContent, Item, Sound, SoundType } from './words.js';

export const soundLimits = { one: 1024 * 1024, instrument: 20 * 1024 * 1024 } as const;

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What the first bytes of a file say that it is; null for anything else. The name of a file says nothing. */
export function soundType(bytes: Uint8Array): SoundType | null {
  if (bytes.length < 16) return null;
  if (ascii(bytes, 0, 3) === 'ID3') return 'audio/mpeg';
  // A frame of MPEG audio, layer III: eleven bits set, then a version and a layer that are not the reserved ones.
  const [head = 0, second = 0, third = 0] = bytes;
  if (
    head === 0xff &&
    (second & 0xe0) === 0xe0 &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) === 0x02 &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c
  )
    return 'audio/mpeg';
  if (
    ascii(bytes, 4, 8) === 'ftyp' &&
    ['M4A ', 'M4B ', 'mp42', 'mp41', 'isom', 'iso2', 'iso5', 'iso6', 'dash'].includes(ascii(bytes, 8, 12))
  )
    return 'audio/mp4';
  if (ascii(bytes, 0, 4) === 'OggS') return 'audio/ogg';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return 'audio/wav';
  return null;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isPlace(sound: Sound, audience: Audience | null, language: string): boolean {
  return sound.audience === audience && sound.language === language;
}

/** A recording in its place; one that was there before goes. */
export function withSound(item: Item, sound: Sound): Item {
  return {
    ...item,
    sounds: [...(item.sounds ?? []).filter((one) => !isPlace(one, sound.audience, sound.language)), sound],
  };
}

export function withoutSound(item: Item, audience: Audience | null, language: string): Item {
  const { sounds = [], ...rest } = item;
  const left = sounds.filter((one) => !isPlace(one, audience, language));
  return left.length === 0 ? rest : { ...rest, sounds: left };
}

export function soundDigests(content: InstrumentContent): ReadonlySet<string> {
  return new Set(content.items.flatMap(({ sounds = [] }) => sounds.map(({ sha256 }) => sha256)));
}

/** Where recordings of a question can stand: wherever there are words of its own. */
export function soundPlaces(
  item: Item,
  languages: readonly string[],
): readonly { readonly audience: Audience | null; readonly language: string; readonly words: string }[] {
  const audiences: readonly (Audience | null)[] = [
    null,
    ...item.audiences.filter((audience) => item.variants[audience] !== undefined),
  ];
  return audiences.flatMap((audience) =>
    languages
      .map((language) => ({ audience, language, words: soundWords(item, audience, language) }))
      .filter(({ words }) => words !== ''),
  );
}
