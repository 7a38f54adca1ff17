/** How focus groups speak. Pure. */
import type { Lack, QuoteProblem } from './words.js';

export const lackWords: Readonly<Record<Lack, string>> = {
  'second reader': 'a second person has to read it',
  recognisable: 'a classmate could recognise who said it',
  'small group': 'fewer than ten could have said it, or nobody has counted',
  'not cleared': 'its reviewer has taken the text back',
};

export const doneWords: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  quoted: 'The quote is written down.',
  read: 'You have read it.',
};

export function problemWords(problem: QuoteProblem): string {
  switch (problem) {
    case 'not there':
      return 'It is no longer there';
    case 'own quote':
      return 'You wrote this quote down or took something out of it. Somebody else has to read it';
    case 'changed meanwhile':
      return 'Its words have changed since you opened the page. Read it as it is now';
    case 'coded already':
      return 'It is a quote already';
    case 'not cleared':
      return 'It is not cleared as a quote any more';
  }
}
