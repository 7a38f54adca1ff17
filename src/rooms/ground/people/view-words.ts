/** What refusals are called on pages: what is wrong, the rule, the way out. */
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import type { InviteProblem, PeopleProblem } from './words.js';

const whoRuns = 'whoever runs this Kept';

/** Why something about a colleague was refused. */
export const peopleProblemWords: Readonly<Record<PeopleProblem, string>> = {
  'not there': 'This is not there any more. Load the page again',
  'not allowed': 'Your role does not allow this. Ask an administrator of your organisation',
  'holds it': 'They hold this role already',
  'last lead': 'This is the only lead. Give another colleague the role “Lead” first, or invite a lead',
  'last administrator': 'This is the only administrator. Give another colleague the role “Administrator” first',
  'last safeguarding lead':
    'This is the only safeguarding lead, while a survey is open or something waits for one. Appoint another safeguarding lead first',
  'named already': `The head is named already. Only an administrator of your organisation, or ${whoRuns}, can change it`,
  safeguards: 'This is the address of a safeguarding lead. The head must be another person',
};

function moment(at: Date): string {
  return `${plainTime(londonTime(at))} on ${plainDate(londonDate(at))}`;
}

/** Why an invitation was refused, in one sentence or two without a full stop at the end. */
export function inviteProblemWords(problem: InviteProblem): string {
  if (problem.code === 'not an address') return 'Enter an email address in the correct form, like name@example.org';
  if (problem.code === 'holds it') return 'Somebody with this email address has this role already';
  const { code, atMost, until } = problem;
  const limit = {
    address: `Your organisation can send one address ${atMost} invitations in 24 hours`,
    'address elsewhere': `One address gets ${atMost} invitations in 24 hours at most, from all organisations together`,
    inviter: `One person can send ${atMost} invitations in 24 hours`,
    organisation: `An organisation can send ${atMost} invitations in 24 hours`,
  }[code];
  return until === null ? `${limit}. Send fewer at once` : `${limit}. You can send another after ${moment(until)}`;
}
