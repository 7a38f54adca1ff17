import { type Audience, inLanguage, type Item } from '#rooms/heard/instruments/index.js';
import { Button } from '#ui/button/button.js';
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import type { GivenProblem } from '../../answers.js';
import { takingPartPaths } from '../../paths.js';
import { type Sentence, sayIn } from '../../said.js';
import type { Given } from '../../given-answers.js';
import type { Asked, WayInPlace } from '../../words.js';
import { problemWords, Question } from '../question/question.view.js';
import { Languages } from '../languages.view.js';

export interface PaperViewProps {
  readonly code: string;
  /** The code as it stands on the form. */
  readonly printed: string;
  readonly asked: Asked;
  readonly audience: Audience;
  readonly place: WayInPlace;
  readonly language: string;
  readonly items: readonly Item[];
  readonly given: Given;
  readonly problems: readonly GivenProblem[];
  /** Why it could not be taken just now, though nothing is wrong with it. */
  readonly wait?: Sentence | undefined;
  /** With which forms are entered after the end of a session; '' where there is none. */
  readonly ticket: string;
  /** Made once for this form: sent twice, it is kept once. */
  readonly submission: string;
  readonly seat: string;
}

export function paperName(item: Item): string {
  return `item-${item.key}`;
}

/** A paper form, question by question as it is printed (P21). */
export function PaperView({
  code,
  printed,
  asked,
  audience,
  place,
  language,
  items,
  given,
  problems,
  wait,
  ticket,
  submission,
  seat,
}: PaperViewProps) {
  const say = sayIn(language);
  const [first = 'en'] = asked.languages;
  const problemOf = (item: Item): GivenProblem | null => problems.find(({ item: key }) => key === item.key) ?? null;
  const wrong = items.filter((item) => problemOf(item) !== null);
  return (
    <>
      <Languages
        say={say}
        languages={asked.languages}
        language={language}
        path={(tag) => takingPartPaths.paper(code, tag, ticket === '' ? null : ticket)}
      />
      {wrong.length > 0 && (
        <ErrorSummary
          title={say('paperErrors')}
          errors={wrong.map((item) => ({
            text: problemWords(say, problemOf(item) ?? { item: item.key, code: 'not an option' }),
            href: `#${paperName(item)}`,
          }))}
        />
      )}
      {wait !== undefined && (
        <InsetText attributes={{ role: 'alert', ...say.tongue }}>
          <p>{say(wait)}</p>
        </InsetText>
      )}
      <h1>
        <span class="caption">
          {inLanguage(asked.title, language, first)}, <bdi>{printed}</bdi>
        </span>
        <span {...say.tongue}>{say('paperTitle')}</span>
      </h1>
      <p class="lead" {...say.tongue}>
        {say('paperLead')}
      </p>
      <form method="post" action={takingPartPaths.paper(code)} class="take__form" novalidate>
        {ticket !== '' && <input type="hidden" name="ticket" value={ticket} />}
        <input type="hidden" name="submission" value={submission} />
        <input type="hidden" name="seat" value={seat} />
        <input type="hidden" name="language" value={language} />
        {items.map((item, index) => (
          <Question
            item={item}
            audience={audience}
            language={language}
            first={first}
            say={say}
            name={paperName(item)}
            value={given[item.key]}
            problem={problemOf(item)}
            seed={null}
            turnTo={place.turnTo}
            isHeading={false}
            number={items.slice(0, index + 1).filter(({ kind }) => kind !== 'information').length}
          />
        ))}
        <Button attributes={say.tongue}>{say('paperGo')}</Button>
      </form>
    </>
  );
}
