/** How reviews speak. Pure. */
import { isKeyOf } from '#base/keys.js';
import { redactionMarks } from '#base/redaction.js';
import { emergency } from '#rooms/ground/help/index.js';
import { audienceWords } from '#rooms/heard/instruments/index.js';
import type { ConcernDone, ReviewDone } from './paths.js';
import type { ConcernStands, ReviewProblem, TextState, WithholdReason } from './words.js';

export const stateWords: Readonly<Record<TextState, string>> = {
  new: 'To read',
  cleared: 'Cleared',
  redacted: 'Cleared, with something taken out',
  withheld: 'Withheld',
  safeguarding: 'Passed to safeguarding',
};
export const stateTones = {
  new: 'blue',
  cleared: 'green',
  redacted: 'green',
  withheld: 'grey',
  safeguarding: 'purple',
} as const satisfies Readonly<Record<TextState, string>>;

export const reasonWords: Readonly<Record<WithholdReason, string>> = {
  'names somebody': 'It names somebody, and nothing is left without that',
  'hurts somebody': 'It would hurt somebody who reads it',
  'cannot be read': 'It cannot be read',
  'not about the question': 'It has nothing to do with the question',
};

export const standsWords: Readonly<Record<ConcernStands, string>> = {
  waiting: 'Waits',
  acknowledged: 'Acknowledged',
  'acted on': 'Acted on',
  closed: 'Closed',
};
export const standsTones = {
  waiting: 'blue',
  acknowledged: 'yellow',
  'acted on': 'yellow',
  closed: 'grey',
} as const satisfies Readonly<Record<ConcernStands, string>>;

export const doneWords: Readonly<Record<ReviewDone, string>> = {
  cleared: 'Cleared.',
  redacted: 'Cleared, with something taken out.',
  withheld: 'Withheld.',
  passed: 'Passed to the safeguarding lead. A letter without any content is on its way.',
  'all read': 'Everything is read.',
};

export const concernDoneWords: Readonly<Record<ConcernDone, string>> = {
  acknowledged: 'You have acknowledged it.',
  action: 'What was done is written down.',
  outcome: 'It is closed.',
  asked: 'You have asked. A second person has to answer: we wrote to everybody who may.',
  'asked-head': 'You have asked. No other safeguarding lead here is independent of you, so we wrote to the head too.',
  'asked-nobody':
    'You have asked, but nobody can answer yet. Have the head named under Colleagues, or another safeguarding ' +
    'lead appointed by whoever runs this Kept. Then send the request again here.',
};

/** An audience as it is said, or as it is kept where it is not one of ours. */
export function audienceName(audience: string): string {
  return isKeyOf(audienceWords, audience) ? audienceWords[audience] : audience;
}

export function problemWords(problem: ReviewProblem): string {
  switch (problem) {
    case 'not there':
      return 'It is no longer there';
    case 'passed on already':
      return 'It has been passed to the safeguarding lead. What is there stays there';
    case 'nobody to pass to':
      return (
        'Nobody is named who could receive it, so it waits here and nothing is lost. Act now as your safeguarding ' +
        `arrangements say; in danger call ${emergency.number}. Then have a safeguarding lead named, and pass it on here`
      );
    case 'nothing changed':
      return 'Nothing was taken out. Take out what must not be read, or clear it as it is';
    case 'rewritten':
      return (
        `You can only take words out. In their place you can write ${redactionMarks.join(', ')}, one for a word ` +
        `or more. Add, move and change nothing; capital letters stay too`
      );
    case 'decided meanwhile':
      return 'Another reviewer has decided about this since you opened the page. It stands here as it is now: look at it again';
    case 'voided':
      return 'It came by a code that was voided, so nobody else reads it. Pass it to the safeguarding lead, or withhold it';
    case 'not in order':
      return 'Somebody has written this down already. Load the page again';
    case 'cannot be asked':
      return 'The session is not known, fewer than ten of it have answered, or somebody has asked already';
    case 'cannot be answered':
      return 'Somebody has answered already, or you asked yourself: a second person has to answer';
    case 'asked often':
      return 'You have sent this request several times today. You can send it again in eight hours';
    case 'not independent':
      return 'You and whoever asked were appointed by one another or by the same person, so somebody else has to answer';
  }
}

/** For a setting, or for an open link. */
export function whereWords(setting: string | null): string {
  return setting ?? 'An open link, no setting';
}
