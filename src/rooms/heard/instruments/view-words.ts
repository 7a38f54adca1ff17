/** How instruments speak to those who design them. Pure. */
import { titleOf } from './rules.js';
import { type Audience, audiences, type Break, type Fault, type InstrumentContent, type ItemKind } from './words.js';

export const kindWords: Readonly<Record<ItemKind, string>> = {
  choice: 'choose one',
  scale: 'scale',
  choose: 'choose up to',
  'yes or no': 'yes or no',
  number: 'number',
  'short text': 'short text',
  'long text': 'long text',
  group: 'group',
  information: 'information',
};

export const audienceWords: Readonly<Record<Audience, string>> = {
  'student primary': 'Students, primary',
  'student secondary': 'Students, secondary',
  educator: 'Educators',
  'parent or carer': 'Parents and carers',
  'school leader': 'School leaders',
};

/** The title as its designers see it, while there may be none. */
export function titleWords(content: InstrumentContent): string {
  return titleOf(content) || 'Without a title';
}

/** The name of a language in English; its tag where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'ckb', 'dv']);

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The audiences that an instrument asks, in their order. */
export function audiencesAsked(content: InstrumentContent): readonly Audience[] {
  return audiences.filter((audience) => content.items.some((item) => item.audiences.includes(audience)));
}

export function faultWords({ code, about = '' }: Fault): string {
  switch (code) {
    case 'no title':
      return 'The instrument has no title';
    case 'no language':
      return 'The instrument has no language';
    case 'no item':
      return 'The instrument asks nothing';
    case 'nobody is asked':
      return 'Nobody is asked this. Name at least one audience';
    case 'key twice':
      return 'Two questions have this name. Each needs one of its own';
    case 'key not well formed':
      return `${about === '' ? 'The name of the question' : `The name “${about}” of an option`} may have letters, digits, - and _ only, and 60 of them at most`;
    case 'no words':
      return `There are no words in the first language${about.length > 3 ? ` for “${about}”` : ''}`;
    case 'too few options':
      return 'There must be at least two options that are answers';
    case 'too many points':
      return 'A scale has seven points at most';
    case 'too many options':
      return 'A question has fifty options at most';
    case 'option twice':
      return `The option “${about}” stands twice`;
    case 'option without words':
      return `The option “${about}” has no words in the first language`;
    case 'options not wanted':
      return 'A question of this kind has no options';
    case 'at most what':
      return '“Choose up to” needs a number from one to the number of its answers, and no other kind has one';
    case 'number bounds':
      return 'The least number is above the greatest, or the question is not for a number';
    case 'no way out':
      return 'This asks people to describe themselves. Give an option “I would rather not say”';
    case 'condition not before':
      return `It hangs on “${about}”, which is not asked before it`;
    case 'condition option':
      return about === ''
        ? 'It hangs on a question but on none of its options'
        : `It hangs on the option “${about}”, which that question does not have`;
    case 'condition audience':
      return `It hangs on a question that “${about}” are not asked`;
    case 'kind changed':
      return `A sealed version asks this as another kind (${about}). Give the question another name`;
    case 'key given again':
      return 'An earlier version had a question of this name and the newest has not. Answers would mix: give it another name';
    case 'option given again':
      return `An earlier version had the option “${about}” and left it out. Give the new option another name`;
    case 'sound of other words':
      return `The recording in ${languageName(about)} says other words than those that stand here. Record it again or remove it`;
  }
}

export function breakWords(one: Break): string {
  switch (one.code) {
    case 'options':
    case 'points': {
      const parts = [
        ...(one.added.length > 0 ? [`new: ${one.added.join(', ')}`] : []),
        ...(one.removed.length > 0 ? [`gone: ${one.removed.join(', ')}`] : []),
        ...(one.added.length + one.removed.length === 0 ? ['in another order'] : []),
      ];
      return `its ${one.code === 'points' ? 'points' : 'options'} changed (${parts.join('; ')})`;
    }
    case 'at most':
      return `people may choose ${one.to ?? 'any number'} in place of ${one.from ?? 'any number'}`;
    case 'words':
      return `its words changed for: ${audienceWords[one.audience].toLowerCase()}`;
  }
}
