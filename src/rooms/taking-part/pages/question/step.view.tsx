import type { VNode } from 'preact';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { takingPartPaths } from '../../paths.js';
import { type Say, sayIn } from '../../said.js';
import { soundFor } from '../../sounds.js';
import type { Progress } from '../../walk.js';
import { Question, type QuestionProps } from './question.view.js';

interface StepProps {
  readonly code: string;
  readonly language: string;
  /** The attempt, sealed. */
  readonly state: string;
  readonly hasBefore: boolean;
}

/** What every step of the way has: the sealed attempt, and the two ways out of it. The first button is the one that Enter presses. */
function Step({ code, language, state, hasBefore, say, go, children, skip }: StepProps & { readonly say: Say; readonly go: 'next' | 'send'; readonly children: VNode; readonly skip: boolean }) {
  return (
    <form method="post" action={takingPartPaths.answer(code)} class="take__form" novalidate>
      <input type="hidden" name="state" value={state} />
      <input type="hidden" name="language" value={language} />
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
    </form>
  );
}

export interface QuestionStepProps extends StepProps, Omit<QuestionProps, 'say' | 'language' | 'name' | 'isHeading' | 'number'> {
  readonly progress: Progress;
}

/** Where somebody is, in words; of a page that is only read, that. */
export function progressWords(say: Say, isRead: boolean, { number, total }: Progress): string {
  return isRead ? say('information') : say('progress', { number, total });
}

/** One question on its page. */
export function QuestionStep({ code, language, state, hasBefore, progress, ...question }: QuestionStepProps) {
  const say = sayIn(language);
  const sound = soundFor(question.item, question.audience, language, question.first);
  const isRead = question.item.kind === 'information';
  return (
    <Step code={code} language={language} state={state} hasBefore={hasBefore} say={say} go="next" skip={!isRead}>
      <>
        <p class="take__progress" {...say.tongue}>{progressWords(say, isRead, progress)}</p>
        {sound !== null && (
          <figure class="take__listen">
            <figcaption id="listen" {...say.tongue}>{say('listen')}</figcaption>
            <audio controls preload="none" src={takingPartPaths.sound(sound.sha256)} aria-labelledby="listen" />
          </figure>
        )}
        <Question {...question} language={language} say={say} name="answer" isHeading />
      </>
    </Step>
  );
}

export interface SendStepProps extends StepProps {
  readonly answered: number;
  readonly total: number;
  /** Why they were not taken just now: too many sent at this moment, or their place was given to somebody else. */
  readonly wait: 'busy' | 'full' | null;
}

/** After the last question: nothing has left the form until here. */
export function SendStep({ code, language, state, hasBefore, answered, total, wait }: SendStepProps) {
  const say = sayIn(language);
  return (
    <Step code={code} language={language} state={state} hasBefore={hasBefore} say={say} go="send" skip={false}>
      <>
        <h1>{say('sendTitle')}</h1>
        {wait !== null && <InsetText attributes={{ role: 'alert' }}>{say(wait === 'busy' ? 'busy' : 'fullAtEnd')}</InsetText>}
        <p class="lead">{say('send')}</p>
        <p class="take__answered">{say('sendSome', { number: answered, total })}</p>
      </>
    </Step>
  );
}
