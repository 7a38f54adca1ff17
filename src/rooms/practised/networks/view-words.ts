/** Words for readers: kinds, states, and what was wrong with a form. */
import { tooLong } from '#base/form.js';
import { isKeyOf } from '#base/keys.js';
import { longDate, plainTime } from '#base/london.js';
import { inviteProblemWords } from '#rooms/ground/people/index.js';
import { type DraftProblem, longest } from './rules.js';
import type { MemberState, NetworkKind, NetworkProblem } from './words.js';

export const kindWords: Readonly<Record<NetworkKind, string>> = {
  'learning partnership': 'Learning partnership',
  'steering group': 'Steering group',
};

export const stateWords: Readonly<
  Record<MemberState, { readonly text: string; readonly tone: 'green' | 'blue' | 'yellow' | 'grey' | 'red' }>
> = {
  joined: { text: 'Member', tone: 'green' },
  invited: { text: 'Invited', tone: 'blue' },
  asked: { text: 'Asks to join', tone: 'yellow' },
  declined: { text: 'Declined', tone: 'grey' },
  refused: { text: 'Not let in', tone: 'grey' },
  left: { text: 'Left', tone: 'grey' },
  removed: { text: 'Removed', tone: 'red' },
};

/** "Tuesday 2 March 2027, 9.30am to 11am". */
export function whenWords({
  day,
  starts,
  ends,
}: {
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
}): string {
  return `${longDate(day)}, ${plainTime(starts)} to ${plainTime(ends)}`;
}

export function whereWords({
  place,
  is_online,
}: {
  readonly place: string | null;
  readonly is_online: boolean;
}): string {
  return place === null ? 'Online' : is_online ? `${place}, and online` : place;
}

export function membersWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}

const partNames: Readonly<Record<string, string>> = {
  name: 'the name',
  purpose: 'what it is for',
  terms: 'the terms of reference',
  chair: 'who chairs it',
  themes: 'themes',
  title: 'the name of the event',
  about: 'what happens there',
  place: 'the place',
  link: 'the link',
  audience: 'whom it is for',
  access: 'what there is for access',
};

/** What is wrong with one part of a form, and what to do. */
export function draftProblemWords({ part, code, length = 0 }: DraftProblem): string {
  const name = partNames[part] ?? part;
  switch (code) {
    case 'empty':
      return part === 'themes'
        ? 'Choose one theme at least'
        : `Say ${name === 'the name' || name === 'the name of the event' ? 'what it is called' : name}`;
    case 'too long':
      return tooLong(
        length,
        isKeyOf(longest, part) ? longest[part] : 0,
        `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      );
    case 'e-mail address':
      return `Leave the e-mail address out of ${name}: everybody can read this page`;
    case 'no date':
      return 'Enter a day that exists, like 27 3 2027';
    case 'no time':
      return `Enter when it ${part === 'starts' ? 'begins' : 'ends'}, like 9.30am or 14:00`;
    case 'ends first':
      return 'It must end after it begins, on the same day';
    case 'no link':
      return 'The link must be a whole web address that begins with https://';
    case 'nowhere':
      return 'Give a place, or say that it is online';
    case 'too many':
      return 'Choose twelve themes at most';
    case 'unknown':
      return `Nothing is known by that ${part}`;
  }
}

/** Why an act was refused. */
export function networkProblemWords(problem: NetworkProblem): string {
  switch (problem.code) {
    case 'no letter':
      return inviteProblemWords(problem.why);
    case 'not there':
      return 'That is not here any more';
    case 'not yours':
      return 'Only the host of the network can do this';
    case 'closed':
      return 'The network has ended';
    case 'no reason':
      return 'Say why';
    case 'host stays':
      return 'The host is a member for as long as the network lasts';
    case 'over':
      return 'The event is over: it stays as it was';
    case 'cancelled':
      return 'The event is cancelled: announce another one in its place';
    case 'unknown organisation':
      return 'Choose an organisation of the list; one that is a member or invited is not on it';
    case 'unchanged':
      return 'Nothing was changed';
    case 'wrong state':
      return `That cannot be done now: the organisation stands as “${stateWords[problem.state].text}”`;
  }
}
