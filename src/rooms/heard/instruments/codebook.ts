/** The codebook of an instrument: a line for each option of each item, and one for each item without options. Pure. */
import { csvText } from '#base/csv.js';
import { inLanguage } from './rules.js';
import { yesOrNoOptions } from './kept-own-words.js';
import { audiences, type InstrumentContent, type Option } from './words.js';

/** "Yes or no" has the same four options everywhere; their words are those that people are shown. */
export function codebookCsv(content: InstrumentContent): string {
  const [first = 'en'] = content.languages;
  const forms = audiences.filter((audience) => content.items.some((item) => item.audiences.includes(audience)));
  const head = [
    'position',
    'item',
    'kind',
    'option',
    'missing',
    'at most',
    'least',
    'most',
    'special category',
    'asked when',
    ...forms.map((audience) => `asked of: ${audience}`),
    ...content.languages.map((language) => `words (${language})`),
    ...forms.map((audience) => `words for ${audience} (${first})`),
    ...content.languages.map((language) => `option words (${language})`),
  ];
  const lines = content.items.flatMap((item, index) => {
    const options: readonly (Option | null)[] =
      item.kind === 'yes or no' ? yesOrNoOptions : item.options.length === 0 ? [null] : item.options;
    return options.map((option) => [
      index + 1,
      item.key,
      item.kind,
      option?.key ?? '',
      option?.missing ?? '',
      item.atMost,
      item.least,
      item.most,
      item.special ?? '',
      item.when === null ? '' : `${item.when.item}: ${item.when.options.join(' or ')}`,
      ...forms.map((audience) => (item.audiences.includes(audience) ? 'yes' : 'no')),
      ...content.languages.map((language) => item.texts[language] ?? ''),
      ...forms.map((audience) => inLanguage(item.variants[audience] ?? {}, first, first)),
      ...content.languages.map((language) => option?.texts[language] ?? ''),
    ]);
  });
  return csvText([head, ...lines]);
}
