/** What readers, leads and young people are told of charters, in plain words. */
import { fewestOnASide, fewestPeople } from '#base/floors.js';
import { plainDate } from '#base/london.js';
import { redactionMarks } from '#base/redaction.js';
import type { CharterProblem } from './words.js';
import { emergency } from '#rooms/ground/help/index.js';
import type { Stage, WithholdReason } from '#rooms/promised/together/index.js';

export const stageWords: Readonly<
  Record<Stage, { readonly text: string; readonly about: string; readonly open: string }>
> = {
  preparing: { text: 'Preparing', about: 'Only your organisation sees it.', open: 'Go back to preparing' },
  suggestions: {
    text: 'Open for suggestions',
    about: 'Young people with a code suggest clauses and changes.',
    open: 'Open for suggestions',
  },
  discussion: {
    text: 'Discussion',
    about: 'Young people with a code say what they think of the clauses. No new clauses now.',
    open: 'Open the discussion',
  },
  vote: {
    text: 'Vote',
    about: 'Young people with a code vote. Nobody can change the clauses, and nobody sees a count.',
    open: 'Open the vote',
  },
  counted: {
    text: 'Vote closed',
    about: 'The votes are counted. Adults and young people agree what goes into the charter.',
    open: 'Close the vote and count',
  },
  agreed: { text: 'Agreed', about: 'It is agreed and can be published.', open: 'Agree' },
  published: { text: 'Published', about: 'Everybody can read it.', open: 'Publish' },
};

export const reasonWords: Readonly<Record<WithholdReason, string>> = {
  'names somebody': 'It names somebody, or somebody can be recognised',
  unkind: 'It is unkind to somebody',
  'not about the charter': 'It is not about the charter',
  worry: 'It is a worry about somebody’s safety',
  other: 'Another reason',
};

export function problemWords(problem: CharterProblem): string {
  switch (problem.code) {
    case 'not there':
      return 'This is no longer there';
    case 'no such theme':
      return 'Choose a theme of the framework';
    case 'no framework':
      return 'Choose a framework that is published';
    case 'no clauses':
      return 'Write at least one clause before the vote is opened';
    case 'no reason':
      return 'Say why it goes back. Young people and staff will ask';
    case 'nothing agreed':
      return 'Choose at least one clause that is agreed';
    case 'date in the future':
      return 'The date must be today or in the past';
    case 'promised already':
      return 'A promise was made of this clause already';
    case 'voted already':
      return (
        'Young people have voted on every clause in these words, here or in another of your charters within twelve ' +
        'months. Change or add a clause, then open a vote on it'
      );
    case 'not agreed yet':
      return 'This is not agreed yet';
    case 'not waiting':
      return 'Somebody has dealt with this already';
    case 'nothing taken out':
      return 'Nothing was taken out. Take out what must not be read, or choose “Show it as it is” or “Do not show it”';
    case 'nobody to pass to':
      return (
        'Your organisation has no safeguarding lead in Kept, so this was not passed on. Tell your safeguarding ' +
        `lead in person now. In danger call ${emergency.number}. Then ask whoever runs this Kept to ` +
        'appoint a safeguarding lead, and pass it on here'
      );
    case 'rewritten':
      return `You can only take words out. In their place you can write ${redactionMarks.join(', ')}. Add, move and change nothing; capital letters stay too`;
    case 'nothing new':
      return 'There is nothing new to save or publish';
    case 'wrong stage':
      return `This cannot be done while the charter is at “${stageWords[problem.stage].text}”`;
  }
}

export function stageDates({
  opened_on,
  closed_on,
}: {
  readonly opened_on: string;
  readonly closed_on: string | null;
}): string {
  return closed_on === null ? `since ${plainDate(opened_on)}` : `${plainDate(opened_on)} to ${plainDate(closed_on)}`;
}

export const doneWords: Readonly<Record<string, string>> = {
  begun: 'Charter created. Only your organisation sees it.',
  saved: 'Saved.',
  stage: 'The stage is changed.',
  removed: 'The clause is removed.',
  moved: 'Clause moved.',
  agreed: 'The charter is agreed. You can publish it now.',
  published: 'The charter is published, with its poster and its easy-read page.',
  promised: 'A draft promise is made. Give it an owner and a date, then agree it.',
  cleared: 'Cleared: everybody in the room sees it now.',
  withheld: 'Withheld: nobody in the room sees it.',
  passed:
    'Withheld and passed on. A letter without any content is on its way. If somebody may be in danger, speak to the safeguarding lead now.',
  taken: 'The suggestion is now a clause. Choose its place.',
  example: 'The example is a clause of your charter now. Change it to fit.',
  code: 'The code is open.',
  closed: 'The code is closed and its seats are gone.',
  hands: `The show of hands is recorded. Numbers are kept only for ${fewestPeople} hands or more with ${fewestOnASide} on each side.`,
  'not-now': 'That cannot be done at this stage.',
};
