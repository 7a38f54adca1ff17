/** The page on which an attempt stands, and the way there. */
import type { IntakeContext, Outcome, View } from '#kit/page.js';
import { inLanguage } from '#rooms/heard/instruments/index.js';
import { checkGiven, type GivenProblem } from '../../answers.js';
import { type Attempt, formOf, sealAttempt } from '../../attempt.js';
import { carry } from '../../attempt-in-cookies.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { walkOf } from '../../asked-questions.js';
import { placeBefore, progressAt, stepAt } from '../../way-through-questions.js';
import type { Asked } from '../../words.js';
import { inTongue } from '../entry.js';
import { progressWords, QuestionStep, SendStep, type Wait } from './step.view.js';

type Key = (purpose: string) => Buffer;

/** What is wrong with what was typed at this place; null where nothing is. */
function problemOf(asked: Asked, { audience, given, refused }: Attempt, item: string): GivenProblem | null {
  if (refused?.item !== item) return null;
  const checked = checkGiven(asked, audience, { ...given, [item]: refused.typed });
  return checked.ok ? null : (checked.problem.find((one) => one.item === item) ?? null);
}

export interface StepMore {
  /** The attempt, sealed, where it goes in the page's own form: there is more of it than the browser can carry. */
  readonly inForm?: boolean;
  /** Why nothing could be sent just now. */
  readonly wait?: Wait | null;
}

export function stepView(
  key: Key,
  token: string,
  code: string,
  asked: Asked,
  attempt: Attempt,
  { inForm = false, wait = null }: StepMore = {},
): { readonly view: View; readonly status: 200 | 422 } {
  const { language, audience, at, given, place, seed, refused, passed } = attempt;
  const [first = 'en'] = asked.languages;
  const say = sayIn(language);
  const items = walkOf(asked, audience);
  const item = items[at];
  const progress = progressAt(items, given, at);
  const title = inLanguage(asked.title, language, first);
  const step = {
    code,
    language,
    of: formOf(key, token),
    state: inForm ? sealAttempt(key, token, code, attempt) : null,
    hasBefore: placeBefore(items, given, at) !== null,
    languages: asked.languages,
  };
  // All of it is Kept's own words.
  if (item === undefined) {
    const main = <SendStep {...step} answered={Object.keys(given).length} total={progress.asked} wait={wait} />;
    return { status: 200, view: inTongue(sayIn(language).tag, { title: `${say('sendTitle')} - ${title}`, main }) };
  }
  const problem = problemOf(asked, attempt, item.key);
  const value = problem === null ? given[item.key] : refused?.typed;
  const isPassed = passed === item.key && value === undefined;
  const main = (
    <QuestionStep
      {...step}
      item={item}
      audience={audience}
      first={first}
      value={value}
      problem={problem}
      isPassed={isPassed}
      seed={seed}
      turnTo={place.turnTo}
      progress={progress}
    />
  );
  const where = progressWords(say, item.kind === 'information', progress);
  return {
    status: problem === null ? 200 : 422,
    view: inTongue(language, { title: `${isPassed ? `${say('passedTitle')} ` : ''}${where} - ${title}`, main }),
  };
}

export interface Standing {
  readonly code: string;
  readonly token: string;
  readonly asked: Asked;
  readonly attempt: Attempt;
  /** As the browser carries it; null where it has just begun. */
  readonly before: Attempt | null;
  /** Whether the attempt has just begun, under a key of its own. */
  readonly isNew?: boolean;
}

/**
 * On to where the attempt stands: every place has an address, and every form leads there by a redirect, so that Back, Forward and loading again
 * meet pages and never a form. Where the browser cannot carry the attempt it goes in the page's form: nothing is lost, but Back is then the page's.
 */
export function stand(
  { key, carried, roomToCarry }: Pick<IntakeContext<unknown>, 'key' | 'carried' | 'roomToCarry'>,
  { code, token, asked, attempt, before, isNew = false }: Standing,
): Outcome {
  const has = isNew ? {} : carried;
  const { form: _, begun: was, ...state } = has;
  const begun = Object.keys(attempt.given).length > 0 || attempt.refused !== undefined;
  const marks = begun === (was !== undefined) ? {} : { begun: begun ? '1' : null };
  const change = carry(key, token, code, attempt, { carried: state, before, room: roomToCarry });
  const own = isNew ? { key: token } : {};
  if (change === null) {
    const nothing = Object.fromEntries(Object.keys(state).map((name) => [name, null]));
    return {
      kind: 'view',
      ...stepView(key, token, code, asked, attempt, { inForm: true }),
      attempt: { ...own, carry: { ...nothing, ...marks, form: '1' } },
    };
  }
  const to = takingPartPaths.question(code, stepAt(walkOf(asked, attempt.audience), attempt.given, attempt.at));
  return {
    kind: 'redirect',
    to,
    attempt: { ...own, carry: { ...change, ...marks, ...(has['form'] === undefined ? {} : { form: null }) } },
  };
}
