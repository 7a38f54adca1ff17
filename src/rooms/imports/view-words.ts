/** The words in which the check page speaks of problems. Pure. */
import type { AnswerProblem } from './acts.js';
import type { PublishProblem } from './rules.js';

export function answerMessage(problem: AnswerProblem): string {
  switch (problem) {
    case 'choice missing':
      return 'Choose one of the possibilities, or accept what stands there';
    case 'not a choice':
      return 'Choose one of the possibilities that are offered';
    case 'date wrong':
      return 'Enter a date that exists, as year, month and day, like 2024-06-20';
    case 'text missing':
      return 'Enter who it is, or accept that nobody is named';
    case 'number wrong':
      return 'Enter the paragraph number as it was, like 14 or 14.1';
    case 'pair incomplete':
      return 'Say for at least one substitute whose place they took';
    case 'pair twice':
      return 'A substitute stands in for one member, and a member has one substitute: choose each of them once';
    case 'nothing to correct':
      return 'There is nothing to correct here: accept it or set it aside';
    case 'no such doubt':
      return 'This is no longer on the list: load the page again';
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
      return 'Accept, correct or set aside everything that does not add up';
    case 'being published':
      return 'The meeting is being published already';
  }
}
