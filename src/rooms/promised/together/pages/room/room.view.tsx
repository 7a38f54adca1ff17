import { Frame, type FrameProps } from '../frame.view.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { tallyWords } from '../../view-words.js';
import type { EffectVerb } from '#rooms/promised/promises/index.js';
import type { Stage, Tally } from '../../words.js';

export interface RoomClauseView {
  readonly id: string;
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
  readonly heading: string;
  readonly change: string;
  readonly say: string;
  readonly tally: Tally | null;
}

export interface RoomProps extends FrameProps {
  readonly title: string;
  readonly intro: string;
  readonly stage: Stage;
  readonly done: string | null;
  readonly suggest: string;
  readonly say: string;
  readonly vote: string;
  readonly clauses: readonly RoomClauseView[];
  readonly suggestions: readonly {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
    readonly about: string | null;
    readonly edited: boolean;
    readonly used: boolean;
  }[];
  readonly words: readonly { readonly body: string; readonly about: string | null; readonly edited: boolean }[];
}

const nowWords: Readonly<Record<Stage, string>> = {
  preparing: 'The adults are working on it. Come back later.',
  suggestions: 'Now: say what should be in the charter.',
  discussion: 'Now: say what you think of the sentences.',
  vote: 'Now: vote.',
  counted: 'The vote is over. Here is what came out.',
  agreed: 'The charter is agreed. Soon everybody can read it.',
  published: 'The charter is published. Everybody can read it.',
};

export function Room(props: RoomProps) {
  const { stage } = props;
  return (
    <Frame
      leave={props.leave}
      safeguarding={props.safeguarding}
      organisation={props.organisation}
      shared={props.shared}
      othersShare={props.othersShare}
    >
      <Done>{props.done}</Done>
      <PageHeading caption={props.organisation} lead={nowWords[stage]}>
        {props.title}
      </PageHeading>
      {props.intro !== '' && <p class="as-typed">{props.intro}</p>}
      <ButtonGroup>
        {stage === 'suggestions' && <Button href={props.suggest}>Suggest something new</Button>}
        {(stage === 'suggestions' || stage === 'discussion') && (
          <Button href={props.say} kind={stage === 'suggestions' ? 'secondary' : undefined}>
            Say what you think
          </Button>
        )}
        {stage === 'vote' && <Button href={props.vote}>Vote</Button>}
      </ButtonGroup>
      <section>
        <h2>What is in it so far</h2>
        {props.clauses.length === 0 && <p>Nothing yet. You can begin.</p>}
        {props.clauses.map((clause) => (
          <>
            <Pledge
              level={3}
              caption={clause.heading === '' ? undefined : clause.heading}
              aim={clause.aim}
              steps={clause.steps}
              effect={clause.effect}
            />
            {clause.tally && <p>{`The vote: ${tallyWords(clause.tally)}.`}</p>}
            <p class="facts-line">
              {stage === 'suggestions' && (
                <a href={clause.change}>
                  Say it in other words<span class="govuk-visually-hidden">{`: ${clause.aim}`}</span>
                </a>
              )}
              {(stage === 'suggestions' || stage === 'discussion') && (
                <a href={clause.say}>
                  Say what you think of it<span class="govuk-visually-hidden">{`: ${clause.aim}`}</span>
                </a>
              )}
            </p>
          </>
        ))}
      </section>
      {props.suggestions.length > 0 && (
        <section>
          <h2>What others suggest</h2>
          {props.suggestions.map((one) => (
            <>
              <Pledge
                level={3}
                caption={one.about === null ? 'New' : 'In other words'}
                aim={one.aim}
                steps={one.steps}
                effect={one.effect}
              />
              {one.used && <p class="soft">This is in the charter now.</p>}
              {one.edited && <p class="soft">An adult took something out.</p>}
            </>
          ))}
        </section>
      )}
      {props.words.length > 0 && (
        <section>
          <h2>What others say</h2>
          <ul class="spaced">
            {props.words.map(({ body, about, edited }) => (
              <li>
                {about !== null && <span class="soft">{`On “We will ${about}”: `}</span>}
                {body}
                {edited && <span class="soft"> (an adult took something out)</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  );
}
