import { type Audience, inLanguage, type Item, wordsFor } from '#rooms/heard/instruments/index.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Input } from '#ui/input/input.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { Content } from '#ui/parts.js';
import type { GivenProblem } from '../../answers.js';
import { problemSentence } from '../../rules.js';
import { optionsShown } from '../../asked-questions.js';
import type { Say } from '../../said.js';
import type { Given } from '../../given-answers.js';
import { HelpNumbers } from '../help.view.js';

export interface QuestionProps {
  readonly item: Item;
  readonly audience: Audience;
  readonly language: string;
  /** The instrument's first language, for words that it does not have in the other. */
  readonly first: string;
  readonly say: Say;
  /** Name of the control in its form. */
  readonly name: string;
  /** Given before, or as it was typed where it was refused. */
  readonly value: Given[string] | undefined;
  readonly problem: GivenProblem | null;
  /** For the order of "choose"; null for the order in which it was written. */
  readonly seed: number | null;
  readonly turnTo: string | null;
  /** Whether the question is the page's heading. */
  readonly isHeading: boolean;
  /** "3." before the question where several stand on a page. */
  readonly number?: number | undefined;
}

/** What is wrong with an answer, and how it gets right. */
export function problemWords(say: Say, problem: GivenProblem): string {
  const { says, values } = problemSentence(problem);
  return say(says, values);
}

function hintFor({ item, language, first, say }: QuestionProps): Content {
  const own = inLanguage(item.hints, language, first);
  if (own !== '') return own;
  if (item.kind === 'choose' && item.atMost !== null)
    return <span {...say.tongue}>{say('atMost', { number: item.atMost })}</span>;
  if (item.kind === 'number' && item.least !== null && item.most !== null)
    return <span {...say.tongue}>{say('between', { least: item.least, most: item.most })}</span>;
  return null;
}

/** What must be read before something is written freely (P8). */
function FreeText({ say, turnTo, own }: { readonly say: Say; readonly turnTo: string | null; readonly own: Content }) {
  return (
    <>
      {own !== null && <p>{own}</p>}
      <div class="take__free" {...say.tongue}>
        <p>{say('freeNames')}</p>
        <p>{say('freeNow')}</p>
        <HelpNumbers say={say} turnTo={turnTo} />
      </div>
    </>
  );
}

/** One question as one set of controls; the same on paper forms, and wherever no server is at hand. */
export function Question(props: QuestionProps) {
  const { item, audience, language, first, say, name, value, problem, seed, turnTo, isHeading, number } = props;
  const words = wordsFor(item, audience, language, first);
  const label: Content = number === undefined ? words : `${number}. ${words}`;
  const hint = hintFor(props) ?? undefined;
  const error = problem === null ? undefined : <span {...say.tongue}>{problemWords(say, problem)}</span>;
  const size = isHeading ? 'l' : 'm';
  const options = () =>
    optionsShown(item, seed).map((option) => ({ value: option.key, label: inLanguage(option.texts, language, first) }));
  const field = { name, error, errorPrefix: say('error') };
  const set = { ...field, legend: label, legendClass: `govuk-fieldset__legend--${size}`, heading: isHeading, hint };
  const single = {
    ...field,
    label,
    labelClass: `govuk-label--${size}`,
    heading: isHeading,
    value: value === undefined ? undefined : String(value),
  };
  switch (item.kind) {
    case 'information':
      return isHeading ? <h1 class="take__information">{words}</h1> : <p class="lead">{words}</p>;
    case 'choose':
      return (
        <div data-at-most={item.atMost ?? undefined}>
          <Checkboxes {...set} values={typeof value === 'object' ? value : []} items={options()} />
        </div>
      );
    case 'choice':
    case 'scale':
    case 'group':
    case 'yes or no':
      return <Radios {...set} value={typeof value === 'string' ? value : undefined} items={options()} />;
    case 'number':
      return <Input {...single} hint={hint} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" />;
    case 'short text':
      return <Input {...single} hint={<FreeText say={say} turnTo={turnTo} own={hint ?? null} />} autocomplete="off" />;
    case 'long text':
      return (
        <Textarea
          {...single}
          hint={<FreeText say={say} turnTo={turnTo} own={hint ?? null} />}
          rows={6}
          autocomplete="off"
        />
      );
  }
}
