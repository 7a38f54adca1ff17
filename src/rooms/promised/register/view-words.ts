/** How a register speaks: levels, standings, kinds of bodies, refusals. */
import { plainDate } from '#base/london.js';
import { inviteProblemWords } from '#rooms/ground/people/index.js';
import type { TagProps } from '#ui/tag/tag.js';
import type { TileTone } from '#ui/tile-map/tile-map.js';
import type { BodyKind, EndProblem, EntryEventKind, InviteProblem, Level, ShownWord, SignProblem } from './words.js';

export const kindWords: Readonly<Record<BodyKind, { readonly one: string; readonly many: string }>> = {
  authority: { one: 'Council', many: 'Councils' },
  school: { one: 'School or setting', many: 'Schools and settings' },
  trust: { one: 'Trust', many: 'Trusts' },
  group: { one: 'Group of young people', many: 'Groups of young people' },
};

/** Each word with its meaning, its tone in a tag, and its mark and tone on a tile. */
export const shownWordsFor: Readonly<
  Record<
    ShownWord,
    {
      readonly text: string;
      readonly means: string;
      readonly tone: TagProps['tone'];
      readonly mark: string;
      readonly tile: TileTone;
    }
  >
> = {
  heard: {
    text: 'Heard',
    means: 'Showing, and young people confirmed in the last 12 months that a promise was kept.',
    tone: 'green',
    mark: 'H',
    tile: 'fourth',
  },
  showing: {
    text: 'Showing',
    means:
      'Acting, and in the last 12 months a promise was kept with evidence that anybody can look up, and a practice was published for others.',
    tone: 'green',
    mark: 'W',
    tile: 'third',
  },
  acting: {
    text: 'Acting',
    means: 'Signed, and under every theme there is a dated promise that counts today.',
    tone: 'blue',
    mark: 'A',
    tile: 'second',
  },
  signed: {
    text: 'Signed',
    means: 'Signed in the last 24 months. Not yet a promise that counts under every theme.',
    tone: 'blue',
    mark: 'S',
    tile: 'first',
  },
  interested: {
    text: 'Interested',
    means: 'Said to the keeper that they are interested. Not signed.',
    tone: 'grey',
    mark: '?',
    tile: 'open',
  },
  invited: { text: 'Invited', means: 'Invited by the keeper. Not signed.', tone: 'grey', mark: 'i', tile: 'open' },
  lapsed: {
    text: 'Lapsed',
    means: 'Signed once and not again for 24 months.',
    tone: 'yellow',
    mark: 'L',
    tile: 'ended',
  },
  withdrawn: {
    text: 'Withdrawn',
    means: 'Took the signature back, with the reason.',
    tone: 'red',
    mark: '×',
    tile: 'ended',
  },
  removed: {
    text: 'Removed',
    means: 'Taken off by the keeper, with the reason.',
    tone: 'red',
    mark: '×',
    tile: 'ended',
  },
};

export const levelAsks: Readonly<Record<Level, string>> = {
  signed: 'A signature in the last 24 months',
  acting: 'Under every theme a promise with a date that has not passed, or one kept in the last 12 months',
  showing:
    'In the last 12 months a promise kept with evidence that anybody can look up, and a practice published for others',
  heard: 'In the last 12 months young people confirmed that a promise was kept',
};

export const eventWords: Readonly<Record<EntryEventKind, string>> = {
  invited: 'Invited by the keeper',
  interested: 'Said that they are interested',
  signed: 'Signed',
  renewed: 'Signed again',
  reconfirmed: 'Signed a newer version',
  withdrawn: 'Withdrew',
  removed: 'Removed by the keeper',
};

export const signProblems: Readonly<Record<SignProblem, string>> = {
  'no such framework': 'There is no such framework',
  'cannot sign':
    'Councils, schools, trusts and groups of young people can sign, under their official number where they have one',
  'own framework': 'Whoever keeps a framework does not sign it',
  'was removed': 'The keeper removed your organisation from this register. Ask the keeper to invite you again',
  'decided later': 'The decision cannot be later than today',
  'nothing asked': 'This framework asks nothing of organisations of your kind, so there is nothing to sign',
  'framework ended':
    'This framework has ended, so nobody signs it or renews any more. Signatures count until they lapse',
  'no asks': 'Choose at least one thing that you take on',
};

export const endProblems: Readonly<Record<EndProblem, string>> = {
  'not there': 'There is no such entry',
  'not signed': 'Your organisation has not signed',
  'removed already': 'This entry was removed already',
};

/** Why a body cannot be invited, without a full stop at the end. */
export function inviteProblemText(problem: InviteProblem): string {
  if (problem === 'not there') return 'There is no such register';
  if (problem === 'framework ended') return 'This framework has ended, so nobody is invited to sign it any more';
  return problem === 'listed already' ? 'This body is in the register already' : inviteProblemWords(problem);
}

/** "until 4 May 2027", "until 4 May 2026, which has passed". */
export function untilWords(day: string, today: string): string {
  return day < today ? `until ${plainDate(day)}, which has passed` : `until ${plainDate(day)}`;
}
