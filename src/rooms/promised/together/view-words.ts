/** What young people are told in the room, and what anybody is told of a vote, in plain words. */
import { fewestOnASide, fewestPeople } from '#base/floors.js';
import { plainDate } from '#base/london.js';
import type { HandVote, Outcome, Tally, TogetherProblem, Told } from './words.js';

export const togetherWords: Readonly<Record<TogetherProblem, string>> = {
  'no seat': 'Your place in the room has ended. Type the code again',
  'not now': 'This is closed now. Go back to the room and look what is open',
  'other words': 'The words have changed. Go back to the room and read them again',
  'no such clause': 'This sentence is no longer in the charter. Go back to the room',
  'too many': 'You chose too many. Take some away',
};

const outcomeWords: Readonly<Record<Outcome, string>> = {
  yes: 'more said yes than no',
  no: 'more said no than yes',
  open: 'not decided, yes and no were close',
};

const choiceWords: Readonly<Record<Outcome, string>> = {
  yes: 'most chose this',
  no: 'most did not choose this',
  open: 'about half chose this',
};

const noNumbers = 'We show no numbers when one side is small';

const changed = 'The words were changed after that, so this vote does not count any more';

function toldWords({ outcome, yes, no, notSure }: Told): string {
  if (outcome === null) return `fewer than ${fewestPeople} people voted. We do not say how they voted`;
  return yes === null || no === null
    ? `${outcomeWords[outcome]}. ${noNumbers}`
    : `${yes} yes, ${no} no${notSure === null ? '' : `, ${notSure} not sure`}`;
}

/** What may be told of a vote by code, for one clause. */
export function tallyWords(tally: Tally): string {
  if (!tally.holds) return `voted on ${plainDate(tally.closedOn)}. ${changed}`;
  const told =
    !tally.byChoosing || tally.outcome === null
      ? toldWords(tally)
      : tally.chosen === null || tally.people === null
        ? `${choiceWords[tally.outcome]}. ${noNumbers}`
        : `${tally.chosen} of ${tally.people} chose this`;
  return tally.shared ? `${told}. People shared devices, so somebody may have voted more than once` : told;
}

/** A show of hands, by the same floors. */
export function handWords(hand: HandVote): string {
  return `${hand.group}, ${plainDate(hand.day)}: ${hand.holds ? toldWords(hand) : changed}`;
}

/** Under a vote, for a child of nine. */
export const voteAgain = 'You can vote again until you finish. Your last answer counts. Please vote for yourself only.';

/** Before a child finishes. */
export const finishLines: readonly string[] = [
  'Do you want to change an answer? Vote again first.',
  'When you finish, your place here closes. The next person does not see your votes.',
];

/** That devices are shared, where they are; a vote there may be one of several by one person. */
export function whoShares({
  shared,
  othersShare,
}: {
  readonly shared: boolean;
  readonly othersShare: boolean;
}): string | null {
  if (shared) return 'People share this device. So Kept cannot tell if one person votes two times.';
  return othersShare
    ? 'Some people share a device in this vote. So Kept cannot tell if one person votes two times.'
    : null;
}

/** What is true of a vote, for a child of nine, and no more. */
export function voteLines(sharing: { readonly shared: boolean; readonly othersShare: boolean }): readonly string[] {
  const shares = whoShares(sharing);
  return [
    'We do not keep your name with your vote. We do not show your vote to anybody.',
    `When the vote has ended, we may show how many said yes and no. We do that only if ${fewestPeople} or more ` +
      `voted, with ${fewestOnASide} or more for yes and ${fewestOnASide} or more for no. If not, we may only say ` +
      `which had more.`,
    `${sharing.shared ? 'Somebody' : 'One browser can vote one time. But somebody'} could cheat and vote many ` +
      `times. Then they might work out how you voted. Kept cannot always stop that.`,
    ...(shares === null ? [] : [shares]),
  ];
}
