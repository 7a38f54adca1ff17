import type { VNode } from 'preact';
import { directionOf } from '#rooms/heard/instruments/index.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { takingPartPaths } from '../../paths.js';
import { type Say, sayIn } from '../../said.js';
import { soundFor } from '../../sounds.js';
import type { Progress } from '../../way-through-questions.js';
import { ownName } from '../languages.view.js';
import { Question, type QuestionProps } from './question.view.js';

interface StepProps {
  readonly code: string;
  readonly language: string;
  /** Says of which attempt this form is. */
  readonly of: string;
  /** The attempt, sealed; null where the browser carries it. */
  readonly state: string | null;
  readonly hasBefore: boolean;
  /** In which the survey is offered; in one, nothing is said of it. */
  readonly languages: readonly string[];
}

interface FrameProps extends StepProps {
  readonly say: Say;
  readonly go: 'next' | 'send';
  /** Key of the question; '' at the end. */
  readonly item: string;
  readonly children: VNode;
  readonly skip: boolean;
}

/** What every step of the way has: of which attempt it is, and the ways out of it. The first button is the one that Enter presses. */
function Step({ code, language, of, state, hasBefore, languages, say, go, item, children, skip }: FrameProps) {
  return (
    <form method="post" action={takingPartPaths.answer(code)} class="take__form" novalidate>
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="language" value={language} />
      {state !== null && (
        <>
          <input type="hidden" name="state" value={state} />
          <InsetText attributes={say.tongue}>{say('inForm')}</InsetText>
        </>
      )}
      {children}
      <ButtonGroup>
        <Button name="go" value={go} attributes={say.tongue}>
          {say(go === 'send' ? 'sendGo' : 'next')}
        </Button>
        {skip && (
          <Button name="go" value="skip" kind="secondary" attributes={say.tongue}>
            {say('skip')}
          </Button>
        )}
      </ButtonGroup>
      <div class="take__out">
        {hasBefore && (
          <button type="submit" name="go" value="back" class="take__plain" {...say.tongue}>
            {say('back')}
          </button>
        )}
        <button type="submit" name="go" value="stop" class="take__plain" {...say.tongue}>
          {say('leave')}
        </button>
      </div>
      {languages.length > 1 && (
        <div class="take__tongues" role="group" aria-label={say('chooseLanguage')} {...say.tongue}>
          {languages.map(
            (tag) =>
              tag !== language && (
                <button
                  type="submit"
                  name="go"
                  value={`in ${tag}`}
                  class="take__plain"
                  lang={tag}
                  dir={directionOf(tag)}
                >
                  {ownName(tag)}
                </button>
              ),
          )}
        </div>
      )}
    </form>
  );
}

export interface QuestionStepProps
  extends StepProps, Omit<QuestionProps, 'say' | 'language' | 'name' | 'isHeading' | 'number'> {
  readonly progress: Pick<Progress, 'number' | 'total'>;
  /** Whether it was just passed without an answer, which is said once. */
  readonly isPassed: boolean;
}

/** Where somebody is, in words; of a page that is only read, that. */
export function progressWords(
  say: Say,
  isRead: boolean,
  { number, total }: Pick<Progress, 'number' | 'total'>,
): string {
  return isRead ? say('information') : say('progress', { number, total });
}

/** One question on its page. */
export function QuestionStep({ progress, isPassed, ...props }: QuestionStepProps) {
  const { code, of, state, hasBefore, languages, ...question } = props;
  const { language } = props;
  const say = sayIn(language);
  const sound = soundFor(question.item, question.audience, language, question.first);
  const isRead = question.item.kind === 'information';
  return (
    <Step
      {...{ code, language, of, state, hasBefore, languages, say }}
      go="next"
      item={question.item.key}
      skip={!isRead}
    >
      <>
        <p class="take__progress" {...say.tongue}>
          {progressWords(say, isRead, progress)}
        </p>
        {/* The same again for the eye. */}
        <progress class="take__bar" value={progress.number} max={progress.total} aria-hidden="true" />
        {isPassed && (
          <InsetText class="take__passed" attributes={{ role: 'status', ...say.tongue }}>
            {say('passed')}
          </InsetText>
        )}
        {sound !== null && (
          <figure class="take__listen">
            <figcaption id="listen" {...say.tongue}>
              {say('listen')}
            </figcaption>
            <audio controls preload="none" src={takingPartPaths.sound(sound.sha256)} aria-labelledby="listen" />
          </figure>
        )}
        <Question {...question} language={language} say={say} name="answer" isHeading />
      </>
    </Step>
  );
}

/** Why nothing was taken just now: too many sent at this moment, or the place was given to somebody else. */
export type Wait = 'busy' | 'full';

export interface SendStepProps extends StepProps {
  readonly answered: number;
  readonly total: number;
  readonly wait: Wait | null;
}

/** After the last question: nothing was kept anywhere until here. */
export function SendStep({ answered, total, wait, ...step }: SendStepProps) {
  const say = sayIn(step.language);
  return (
    <Step {...step} say={say} go="send" item="" skip={false}>
      <>
        <h1>{say('sendTitle')}</h1>
        {wait !== null && (
          <InsetText attributes={{ role: 'alert' }}>{say(wait === 'busy' ? 'busy' : 'fullAtEnd')}</InsetText>
        )}
        <p class="lead">{say('send')}</p>
        <p class="take__answered">{say('sendSome', { number: answered, total })}</p>
      </>
    </Step>
  );
}
