import type { FieldProblem, Typed } from '#base/form.js';
import { Frame, type FrameProps } from '../frame.view.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { EffectVerb } from '#rooms/promised/promises/index.js';
import { type SuggestStep, suggestSteps } from './suggest.form.js';

export interface SuggestProps extends FrameProps {
  readonly action: string;
  readonly back: string;
  /** The clause that it changes. */
  readonly about: { readonly id: string; readonly aim: string } | null;
  readonly step: SuggestStep;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly check: {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
  } | null;
}

/** One thing a page. What was typed goes along in the form: nothing is kept before it is sent. */
export function Suggest(props: SuggestProps) {
  const { step, typed, problems, about } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  const carried = (names: readonly string[]) =>
    names.map((name) => <input type="hidden" name={name} value={typed[name] ?? ''} />);
  const number = suggestSteps.indexOf(step) + 1;
  const heading = {
    aim: 'What will we do?',
    steps: 'How will we do it?',
    effect: 'What will be better?',
    check: 'Is this right?',
  }[step];
  return (
    <Frame {...props}>
      <Refused problems={problems} />
      <PageHeading caption={`${about === null ? 'Suggest something' : 'In other words'}: step ${number} of 4`}>
        {heading}
      </PageHeading>
      {about !== null && <p class="soft">{`Instead of: “We will ${about.aim}”`}</p>}
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="clause" value={about?.id ?? ''} />
        {step !== 'aim' && carried(['aim'])}
        {step !== 'steps' && carried(['steps'])}
        {step !== 'effect' && carried(['verb', 'effect'])}
        {step === 'aim' && (
          <Textarea
            {...field('aim')}
            label="We will …"
            hint="For example: ask every class before a rule changes. Please write no names"
            rows={3}
          />
        )}
        {step === 'steps' && (
          <Textarea
            {...field('steps')}
            label="by …"
            hint="One step on each line. For example: putting a box in every classroom. You can leave it empty"
            rows={4}
          />
        )}
        {step === 'effect' && (
          <>
            <Radios
              name="verb"
              legend="So, you …"
              inline
              value={typed['verb'] === '' ? 'can' : (typed['verb'] ?? 'can')}
              items={[
                { value: 'can', label: 'can' },
                { value: 'feel', label: 'feel' },
              ]}
            />
            <Textarea
              {...field('effect')}
              label="What is better then?"
              hint="For example: see what your words changed"
              rows={2}
            />
          </>
        )}
        {step === 'check' && props.check && (
          <>
            <Pledge {...props.check} />
            <p>An adult reads it first. Then others see it.</p>
          </>
        )}
        <ButtonGroup>
          <Button>{step === 'check' ? 'Send it' : 'Go on'}</Button>
          {step !== 'aim' && (
            <Button kind="secondary" name="act" value="back">
              Go back
            </Button>
          )}
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
    </Frame>
  );
}
