/** The words in which the check page speaks of answers and of problems. Pure. */
import { isDate, longDate } from '#base/london.js';
import type { AnswerProblem } from './acts.js';
import type { PublishProblem } from './rules.js';
import type { Answer, Settlement } from './words.js';

/** What the buttons say. "Correct" alone would read as "this is correct", which is the opposite. */
export const answerNames: Readonly<Record<Answer, string>> = {
  corrected: 'Save my correction',
  accepted: 'Leave as printed',
  'set aside': 'Ignore',
};

/** The answer a doubt has, in the words of its button. */
export function answerWords(settlement: Settlement | undefined): string | undefined {
  if (!settlement) return undefined;
  if (settlement.outcome === 'accepted') return 'Left as printed';
  if (settlement.outcome === 'set aside') return 'Ignored';
  const { value, pairs } = settlement.correction ?? {};
  return (
    `Corrected: ` +
    `${pairs ? pairs.map((pair) => `${pair.substitute} for ${pair.absent}`).join('; ') : value && isDate(value) ? longDate(value) : (value ?? '')}`
  );
}

export function answerMessage(problem: AnswerProblem): string {
  switch (problem) {
    case 'choice missing':
      return `Choose one of the possibilities, or press “${answerNames.accepted}”`;
    case 'not a choice':
      return 'Choose one of the possibilities that are offered';
    case 'date wrong':
      return 'Enter a date that exists, as year, month and day, like 2024-06-20';
    case 'text missing':
      return `Enter who it is, or press “${answerNames.accepted}”: then nobody is named`;
    case 'number wrong':
      return 'Enter the paragraph number as it was, like 14 or 14.1';
    case 'pair incomplete':
      return 'Say for at least one substitute whose place they took';
    case 'pair twice':
      return 'A substitute stands in for one member, and a member has one substitute: choose each of them once';
    case 'nothing to correct':
      return `There is nothing to correct here: press “${answerNames.accepted}” or “${answerNames['set aside']}”`;
    case 'no such doubt':
      return 'This is no longer on the list: load the page again';
    case 'nothing to take over':
      return 'These doubts have answers already, or the file they came from has changed: look at what is still open';
    case 'being published':
      return 'The meeting is being published at this moment: wait until that is done';
  }
}

export function publishMessage(problem: PublishProblem | 'being published'): string {
  switch (problem) {
    case 'board missing':
      return 'Say which board this is, under “The meeting”';
    case 'date missing':
      return 'Say on which day the meeting is or was, under “The meeting”';
    case 'minutes date missing':
      return 'Say on which day the meeting of the minutes was: answer the doubt that they give no date';
    case 'doubts open':
      return 'Answer everything that does not add up';
    case 'being published':
      return 'The meeting is being published already';
  }
}
