import { Tag } from '#ui/tag/tag.js';
import { shownWordsFor } from '../view-words.js';
import type { ShownWord } from '../words.js';

export function ShownTag({ word }: { readonly word: ShownWord }) {
  const { text, tone } = shownWordsFor[word];
  return <Tag tone={tone}>{text}</Tag>;
}
