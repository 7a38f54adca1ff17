/** Which recording reads a question aloud. Pure. */
import type { Audience, Item, Sound } from '#rooms/heard/instruments/index.js';

/** The recording of the words that somebody reads; null where these words have none. */
export function soundFor(item: Item, audience: Audience, language: string, first: string): Sound | null {
  const own = item.variants[audience];
  const words = own ?? item.texts;
  // A question without words in a language stands there in the first one, and is heard in it.
  const read = words[language] === undefined ? first : language;
  return (
    item.sounds?.find((sound) => sound.language === read && sound.audience === (own === undefined ? null : audience)) ??
    null
  );
}
