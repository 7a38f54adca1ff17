/** The page on which an attempt stands. */
import type { View } from '#kit/page.js';
import { inLanguage } from '#rooms/instruments/index.js';
import type { GivenProblem } from '../../answers.js';
import { type Attempt, sealAttempt } from '../../attempt.js';
import { sayIn, spokenIn } from '../../said.js';
import { placeBefore, progressAt, walkOf } from '../../walk.js';
import type { Asked, Given } from '../../words.js';
import { inTongue } from '../entry.js';
import { progressWords, QuestionStep, SendStep } from './step.view.js';

/** Words and ticks that were refused, to be shown again as they came. */
export interface Refused {
  readonly problem: GivenProblem;
  readonly typed: Given[string] | undefined;
}

export function stepView(key: (purpose: string) => Buffer, token: string, code: string, asked: Asked, attempt: Attempt, refused: Refused | 'busy' | 'full' | null = null): View {
  const { language, audience, at, given, place, seed } = attempt;
  const [first = 'en'] = asked.languages;
  const say = sayIn(language);
  const items = walkOf(asked, audience);
  const item = items[at];
  const progress = progressAt(items, given, at);
  const title = inLanguage(asked.title, language, first);
  const step = { code, language, state: sealAttempt(key, token, code, attempt), hasBefore: placeBefore(items, given, at) !== null };
  // All of it is Kept's own words.
  if (item === undefined) return inTongue(spokenIn(language), { title: `${say('sendTitle')} - ${title}`, main: <SendStep {...step} answered={Object.keys(given).length} total={progress.total} wait={refused === 'busy' || refused === 'full' ? refused : null} /> });
  const again = refused === 'busy' || refused === 'full' ? null : refused;
  return inTongue(language, {
    title: `${progressWords(say, item.kind === 'information', progress)} - ${title}`,
    main: <QuestionStep {...step} item={item} audience={audience} first={first} value={again ? again.typed : given[item.key]} problem={again?.problem ?? null} seed={seed} turnTo={place.turnTo} progress={progress} />,
  });
}
