import { isGiven, type Content } from '../parts.js';

export interface ProgressProps {
  readonly id: string;
  readonly label: string;
  /** How much is done of `max`; left out while nobody can say. */
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  /** The same in words: "12 of 50 pages". */
  readonly words?: Content;
  readonly steps?: readonly ProgressStep[] | undefined;
  /** Address of the same page without refresh: nobody must be interrupted while reading (WCAG 2.2.1). */
  readonly stop?: string | undefined;
}

export interface ProgressStep {
  readonly text: string;
  readonly state: 'done' | 'doing' | 'waiting' | 'failed';
  readonly note?: Content;
}

const stateWords = {
  done: 'done',
  doing: 'under way',
  waiting: 'not begun',
  failed: 'failed',
} as const satisfies Record<ProgressStep['state'], string>;

/** Long work. The page that shows it sets `refresh`, so that it moves without script. */
export function Progress({ id, label, value, max = 100, words, steps, stop }: ProgressProps) {
  return (
    <div class="progress">
      <label class="progress__label" for={id}>
        {label}
      </label>
      <progress class="progress__bar" id={id} value={value} max={max}>
        {value === undefined ? 'under way' : `${Math.round((100 * value) / max)}%`}
      </progress>
      {isGiven(words) && <p class="progress__words">{words}</p>}
      {steps && (
        <ol class="progress__steps">
          {steps.map((step) => (
            <li
              class={`progress__step progress__step--${step.state}`}
              aria-current={step.state === 'doing' ? 'step' : undefined}
            >
              {step.text}
              <span class="progress__state"> {stateWords[step.state]}</span>
              {isGiven(step.note) && <div class="progress__note">{step.note}</div>}
            </li>
          ))}
        </ol>
      )}
      {stop && (
        <p class="progress__stop">
          This page looks again by itself. <a href={stop}>Stop that</a>
        </p>
      )}
    </div>
  );
}
