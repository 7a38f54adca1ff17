/** A survey on paper (P21): the questions of an audience in a language, with room for the code of a card, to be keyed in afterwards. */
import { fontDirectories } from '#kit/pdf/fonts.js';
import { sourceBeside } from '#kit/pdf/sources.js';
import { typeset } from '#kit/pdf/typst.js';
import {
  type Audience,
  directionOf,
  inLanguage,
  type Item,
  itemsFor,
  wordsFor,
  yesOrNoOptions,
} from '#rooms/heard/instruments/index.js';
import type { SurveySeen } from '../lookups.js';
import { noticesOf } from '../notices.js';
import { isChild } from '../rules.js';
import { helpValues, sayIn } from '../said.js';

interface Question {
  readonly number: number | null;
  readonly words: string;
  readonly hint: string;
  /** "Tick one", "Only if ...". */
  readonly notes: readonly string[];
  readonly options: readonly string[];
  /** Lines to write on. */
  readonly lines: number;
}

/** What stands on the form, as data; pages of it are set by paper.typ. */
export function paperOf(survey: SurveySeen, audience: Audience, language: string) {
  const { content } = survey;
  const [first = 'en'] = content.languages;
  const say = sayIn(language);
  const items = itemsFor(content, audience);
  const asked = items.filter(({ kind }) => kind !== 'information');
  const optionsOf = (item: Item) => (item.kind === 'yes or no' ? yesOrNoOptions : item.options);
  const questions = items.map((item): Question => {
    const options = optionsOf(item);
    const index = asked.indexOf(item);
    const before = item.when === null ? -1 : asked.findIndex(({ key }) => key === item.when?.item);
    const earlier = asked[before];
    const chosen =
      earlier === undefined || item.when === null
        ? []
        : optionsOf(earlier)
            .filter(({ key }) => item.when?.options.includes(key))
            .map(({ texts }) => inLanguage(texts, language, first));
    const isText = item.kind === 'short text' || item.kind === 'long text';
    return {
      number: index < 0 ? null : index + 1,
      words: wordsFor(item, audience, language, first),
      hint: inLanguage(item.hints, language, first),
      notes: [
        ...(chosen.length > 0 ? [say('onlyIf', { question: before + 1, words: chosen.join(' / ') })] : []),
        ...(options.length === 0 ? [] : [item.atMost === null ? say('one') : say('upTo', { many: item.atMost })]),
        ...(isText ? [say('noNames')] : []),
      ],
      options: options.map(({ texts }) => inLanguage(texts, language, first)),
      lines: item.kind === 'long text' ? 6 : item.kind === 'short text' ? 2 : item.kind === 'number' ? 1 : 0,
    };
  });
  const notices = survey.asked?.notices ?? noticesOf({ ...survey, organisation: survey.asker });
  const title = inLanguage(survey.asked?.title ?? content.title, language, first);
  return {
    title,
    organisation: survey.asker,
    language,
    direction: directionOf(language),
    says: {
      code: say('code'),
      before: say('before'),
      begin: say('begin'),
      skip: say('skip'),
      thanks: say('thanks'),
      help: say('help', helpValues),
    },
    notice: inLanguage(isChild(audience) ? notices.child : notices.adult, language, survey.languages[0] ?? 'en').split(
      '\n\n',
    ),
    questions,
    isChild: isChild(audience),
  };
}

export async function renderPaper(
  survey: SurveySeen,
  audience: Audience,
  language: string,
  today: string,
): Promise<Uint8Array> {
  const made = await typeset({
    files: { 'main.typ': sourceBeside(import.meta.url, 'paper.typ') },
    data: JSON.stringify(paperOf(survey, audience, language)),
    fonts: fontDirectories(),
    created: Date.parse(`${today}T00:00:00Z`) / 1000,
  });
  return made.pdf;
}
