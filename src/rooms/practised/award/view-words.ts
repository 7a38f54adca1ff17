/** Words for readers: stages, and what was wrong with what was said of a school. */
import { tooLong } from '#base/form.js';
import { type AwardDraftProblem, longestSource } from './rules.js';
import type { AwardCount, AwardProblem } from './words.js';

export const countWords: Readonly<Record<AwardCount, string>> = {
  gold: 'Gold',
  silver: 'Silver',
  bronze: 'Bronze',
  registered: 'Registered',
  'ran out': 'Ran out',
  'not known': 'Not known',
};

/** What is wrong with one line about a school, and what to do. */
export function awardDraftProblemWords(problem: AwardDraftProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Say where this is known from';
    case 'too long':
      return tooLong(problem.length, longestSource, 'Where this is known from');
    case 'e-mail address':
      return 'Leave the e-mail address out of where this is known from: everybody can read this page';
    case 'no date':
      return 'Enter a day that exists, like 27 3 2027';
    case 'not yet':
      return 'The day must not lie ahead: say what is so today';
  }
}

/** Why an act was refused. */
export function awardProblemWords({ urn }: AwardProblem): string {
  return `The school with URN ${urn} is not in your area, or not in the register of schools`;
}
