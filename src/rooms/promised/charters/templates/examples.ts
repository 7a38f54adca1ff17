/** Starting examples under the four themes of the inclusion charter, in our own words. Nobody has to promise any of them: each is a beginning. */
import type { ClauseText } from '#rooms/promised/together/index.js';

export interface Example extends ClauseText {
  readonly theme: string;
  /** For whom it is written. */
  readonly whom: 'school' | 'trust' | 'authority';
}

export const examples: readonly Example[] = [
  {
    theme: 'equity-and-diversity',
    whom: 'school',
    aim: 'let everyone see themselves on our walls and shelves',
    steps: ['asking each class whom it misses in our books and displays', 'choosing new books with pupils every term'],
    effectVerb: 'feel',
    effect: 'that people like you belong here',
  },
  {
    theme: 'equity-and-diversity',
    whom: 'school',
    aim: 'make room for what you believe and what you eat',
    steps: ['keeping a quiet room open at lunch', 'planning meals and trips with families before dates are set'],
    effectVerb: 'can',
    effect: 'be yourself without asking first',
  },
  {
    theme: 'equity-and-diversity',
    whom: 'trust',
    aim: 'look every term at who is sent out of lessons, and why',
    steps: ['counting it by group in every school', 'showing the counts to pupils and asking what they see in them'],
    effectVerb: 'feel',
    effect: 'that the rules are the same for everyone',
  },
  {
    theme: 'equity-and-diversity',
    whom: 'authority',
    aim: 'help every child to get to school and home safely',
    steps: ['walking the routes with young people', 'mending what they point at first'],
    effectVerb: 'can',
    effect: 'come to school without worry',
  },
  {
    theme: 'active-citizens',
    whom: 'school',
    aim: 'ask before a rule changes',
    steps: [
      'putting the question to every class a week before',
      'writing on the wall what was said and what came of it',
    ],
    effectVerb: 'can',
    effect: 'see what your words changed',
  },
  {
    theme: 'active-citizens',
    whom: 'school',
    aim: 'give pupils a seat where staff decide',
    steps: [
      'choosing two pupils for each group that plans something for pupils',
      'sending them the papers in plain words',
    ],
    effectVerb: 'can',
    effect: 'speak where it counts',
  },
  {
    theme: 'active-citizens',
    whom: 'trust',
    aim: 'bring the councils of our schools together',
    steps: ['paying for the bus', 'letting them write the agenda', 'answering every point within a month'],
    effectVerb: 'feel',
    effect: 'that you are heard outside your own school, too',
  },
  {
    theme: 'active-citizens',
    whom: 'authority',
    aim: 'let young people question those who decide',
    steps: ['holding two meetings a year in a school', 'publishing every question with its answer'],
    effectVerb: 'can',
    effect: 'ask the person in charge',
  },
  {
    theme: 'adaptable-and-reflective',
    whom: 'school',
    aim: 'ask what is behind it before anyone is punished',
    steps: ['talking with the pupil first, on the same day', 'writing down what both will do differently'],
    effectVerb: 'feel',
    effect: 'treated fairly on a bad day',
  },
  {
    theme: 'adaptable-and-reflective',
    whom: 'school',
    aim: 'start the day gently for those who need it',
    steps: ['opening the doors twenty minutes early', 'keeping one calm room with an adult in it'],
    effectVerb: 'can',
    effect: 'arrive in your own time',
  },
  {
    theme: 'adaptable-and-reflective',
    whom: 'trust',
    aim: 'give staff time to try another way',
    steps: ['keeping an hour every second week free for it', 'sharing what did not work as well as what did'],
    effectVerb: 'can',
    effect: 'learn in a way that suits you',
  },
  {
    theme: 'adaptable-and-reflective',
    whom: 'authority',
    aim: 'look again before a child loses a school',
    steps: ['meeting within three days', 'asking the child and the family first'],
    effectVerb: 'can',
    effect: 'have a second chance',
  },
  {
    theme: 'beyond-achievement',
    whom: 'school',
    aim: 'see what you are good at besides marks',
    steps: ['asking each pupil once a term what they are proud of', 'showing it in the hall'],
    effectVerb: 'feel',
    effect: 'proud of more than a number',
  },
  {
    theme: 'beyond-achievement',
    whom: 'school',
    aim: 'let nobody miss a trip or a club because of money',
    steps: ['telling every family quietly what is free', 'checking each term who never comes and asking them why'],
    effectVerb: 'can',
    effect: 'join in',
  },
  {
    theme: 'beyond-achievement',
    whom: 'trust',
    aim: 'show everyone more than one way into work',
    steps: [
      'inviting people who came to their work by another way',
      'finding a week of work for everyone who wants one',
    ],
    effectVerb: 'can',
    effect: 'find a way that is yours',
  },
  {
    theme: 'beyond-achievement',
    whom: 'authority',
    aim: 'keep places to play and meet open in every holiday',
    steps: ['planning them with those who go there', 'opening one within a walk of every home'],
    effectVerb: 'can',
    effect: 'see friends all year',
  },
];
