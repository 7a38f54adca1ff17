/** How surveys speak to those who lead them. Pure. */
import { plainDate } from '#base/london.js';
import { audienceWords } from '#rooms/heard/instruments/index.js';
import type { WayInKind } from '#rooms/heard/taking-part/index.js';
import type { SurveyDone } from './paths.js';
import { mostCards } from './rules.js';
import type {
  ConsentMode,
  LawfulBasis,
  Missing,
  SettingAnswer,
  SignerCapacity,
  Stage,
  Stopped,
  SurveyProblem,
} from './words.js';

export { audienceWords };

export const basisWords: Readonly<Record<LawfulBasis, { readonly label: string; readonly hint: string }>> = {
  'public task': {
    label: 'Public task',
    hint: 'Asking is part of what a school or council is there for. The usual one; taking part stays a choice',
  },
  'legitimate interests': {
    label: 'Legitimate interests',
    hint: 'You have a good reason to ask, and it weighs more than what it costs those who answer. Not for public authorities in their tasks',
  },
  consent: {
    label: 'Consent',
    hint: 'Those who answer agree, freely. Of children under 13 who use an online service, parents must agree',
  },
};

export const consentWords: Readonly<Record<ConsentMode, { readonly label: string; readonly hint: string }>> = {
  'opt-out': {
    label: 'Parents are told and can say no',
    hint: 'The letter goes home before it opens; settings record how many said no',
  },
  'consent-in': {
    label: 'Parents are asked first',
    hint: 'Only children whose parents said yes take part. Settings keep the slips',
  },
};

export const capacityWords: Readonly<Record<SignerCapacity, string>> = {
  'data protection officer': 'Data protection officer',
  lead: 'Lead of the organisation',
};

export const stageWords: Readonly<
  Record<Stage, { readonly text: string; readonly tone: 'yellow' | 'green' | 'grey' }>
> = {
  draft: { text: 'In preparation', tone: 'yellow' },
  open: { text: 'Open', tone: 'green' },
  closed: { text: 'Closed', tone: 'grey' },
};

export const kindWords: Readonly<Record<WayInKind, string>> = {
  cards: 'Cards',
  'class session': 'Class session',
  'open link': 'Open link, not limited to one each',
};

export const answerWords: Readonly<Record<SettingAnswer, string>> = {
  'takes part': 'Takes part',
  'does not': 'Does not take part',
};

export const missingWords: Readonly<Record<Missing, string>> = {
  audiences: 'Say whom it asks',
  languages: 'Choose at least one language',
  days: 'Set the first and the last day',
  'days over': 'The last day is over: set a later one',
  'days long': 'A survey can be open for a year at most: set an earlier last day',
  purpose: 'Say what the survey is for, in the data sheet',
  why: 'Say in one sentence, in each language, why you ask',
  basis: 'Choose the lawful basis, in the data sheet',
  contact: 'Name whom to ask about it, in the data sheet',
  tables: 'Choose the tables that will be published, in the data sheet',
  reviewers: 'Name who reads what is written freely, in the data sheet',
  way: 'At least one setting must take part, or an open link must be planned in the data sheet',
  signature: 'The data sheet must be signed',
  'signature void': 'Something changed after it was signed: it must be signed again',
};

export const doneWords: Readonly<Record<SurveyDone, string>> = {
  begun: 'The survey is begun. Only your organisation sees it.',
  saved: 'Saved.',
  sheet: 'The data sheet is saved.',
  signed: 'The data sheet is signed.',
  opened: 'The survey is open.',
  moved: 'The last day is moved.',
  unsigned:
    'The later last day waits for a signature. Until the data sheet is signed again the survey ends on the day that was signed.',
  closed: 'The survey is closed.',
  asked: 'Asked. Their leads get a letter.',
  answered: 'The answer is saved.',
  paused: 'Saved: this setting does not take part. Its codes and cards do not work while that is so.',
  resumed: 'Saved: this setting takes part again. Its codes and cards work again, except those that were withdrawn.',
  way: 'The way in is open.',
  places: 'There are more places now.',
  freed: 'Places that nobody answered from are free again. Whoever is still answering can send while a place is free.',
  made: 'The cards are made. Their file can be downloaded once, within half an hour.',
  gone: 'This file was handed out already, or its half hour is over. It cannot be made again. Withdraw the batch, then make new cards.',
  withdrawn:
    'Withdrawn. Nobody can begin with it any more, and answers that were given with it count. We email the setting and whoever asks.',
  voided:
    'Withdrawn. Nobody can use it any more, and answers that were given with it are deleted. We email the setting and whoever asks.',
  ended: 'Nobody else can begin with this code. Whoever has begun can still send.',
  again: 'The next wave is begun. Settings are still to be asked.',
};

function stoppedCards(stopped: Stopped, on: string | null, reason: string | null): string {
  if (stopped === 'paused')
    return 'These cards do not work while the setting does not take part. They work again once it takes part.';
  const day = on === null ? '' : ` on ${plainDate(on)}`;
  const why = reason === null ? '' : ` Reason: ${reason}`;
  return `These cards were withdrawn${day}. Answers that were given with them ${stopped === 'withdrawn' ? 'count' : 'were deleted'}.${why}`;
}

export function stoppedWords(stopped: Stopped, kind: WayInKind, on: string | null, reason: string | null): string {
  if (kind === 'cards') return stoppedCards(stopped, on, reason);
  if (stopped === 'paused')
    return 'This code does not work while the setting does not take part. It works again once the setting takes part.';
  const day = on === null ? '' : ` on ${plainDate(on)}`;
  const why = reason === null ? '' : ` Reason: ${reason}`;
  return stopped === 'withdrawn'
    ? `This code was withdrawn${day}. Answers that were given with it count.${why}`
    : `This code was voided${day}. Answers that were given with it were deleted.${why}`;
}

export function problemWords(problem: SurveyProblem): string {
  switch (problem.code) {
    case 'not there':
      return 'It is not there any more';
    case 'no version':
      return 'This instrument has no sealed version. Seal one first';
    case 'not draft':
      return 'The survey is open or over: this can no longer be changed. Begin the next wave instead';
    case 'not open':
      return 'The survey is not open';
    case 'signed too early':
      return 'The data sheet still lacks something. Complete it first';
    case 'not asked':
      return 'This organisation was not asked to take part';
    case 'answered':
      return 'This organisation was asked already';
    case 'no answer':
      return 'Say whether you take part';
    case 'does not take part':
      return 'This setting has not said that it takes part';
    case 'no open link':
      return 'The data sheet that was signed plans no open link';
    case 'no such audience':
      return 'The survey does not ask this audience';
    case 'too many':
      return `The number does not fit: at least what is there now, and at most ${mostCards} cards or 2,000 places at once`;
    case 'days':
      return 'The last day must be today or later, and not before the first day';
    case 'days long':
      return 'A survey can be open for a year at most: choose an earlier day, or ask again in a next wave';
    case 'kept too short':
      return 'Answers that are here would be deleted before the survey ends, as the data sheet says: choose an earlier day';
    case 'not begun':
      return 'The survey is not open yet. Open a class session from its first day on, or print cards now';
    case 'no reason':
      return 'Say why. The reason is kept in the journal, and the other side reads it';
    case 'stopped':
      return 'This code is stopped already';
    case 'made already':
      return 'There are cards of this name already. If they were lost, withdraw that batch first. If you need more, tick the box below';
    case 'sure':
      return 'Codes and cards of this setting stop working. Tick the box to go on';
    case 'ended':
      return 'It is over';
    case 'mixed':
      return 'Its answers are taken in already: its days stay as they are';
    case 'missing':
      return problem.missing.map((one) => missingWords[one]).join('. ');
  }
}

export function daysWords(opensOn: string | null, closesOn: string | null): string {
  if (opensOn === null || closesOn === null) return 'No days set yet';
  return `${plainDate(opensOn)} to ${plainDate(closesOn)}`;
}
