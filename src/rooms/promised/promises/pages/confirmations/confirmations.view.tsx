import type { FieldProblem, Typed } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { Tag } from '#ui/tag/tag.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { confirms, monthsBeforeAskingAgain } from '../../rules.js';
import { answerWords, evidenceWords } from '../../view-words.js';
import { answers, type Answer, type EvidenceKind } from '../../words.js';

export interface ConfirmationsProps {
  readonly action: string;
  readonly organisation: string;
  readonly isGroup: boolean;
  /** Whether those who promise can find the group. */
  readonly isShown: boolean;
  readonly done: string | null;
  readonly asked: readonly {
    readonly href: string;
    readonly aim: string;
    readonly organisation_name: string;
    readonly asked_on: string;
    readonly answer: Answer | null;
    readonly answered_on: string | null;
  }[];
}

/** What a group of young people was asked. */
export function Confirmations({ action, organisation, isGroup, isShown, done, asked }: ConfirmationsProps) {
  return (
    <>
      <Done>{done}</Done>
      <PageHeading
        caption={organisation}
        lead="Those who promised something say that they kept it, and ask your young people whether that is so."
      >
        Was it kept?
      </PageHeading>
      {!isGroup && <p>Only groups of young people are asked here. Your organisation is not one.</p>}
      {isGroup && !isShown && (
        <PostForm action={action}>
          <InsetText>
            <p>
              Nobody can ask your group yet, because its name is not public. Only the name of the group is shown, never
              a young person’s.
            </p>
          </InsetText>
          <Button>Show the name of our group</Button>
        </PostForm>
      )}
      {isGroup && asked.length === 0 && (
        <EmptyState title="Nobody has asked yet">
          When a promise to young people was kept, whoever promised it can ask your group. You get a letter.
        </EmptyState>
      )}
      <Entries>
        {asked.map((one) => (
          <Entry
            title={`${one.organisation_name} will ${one.aim}`}
            href={one.href}
            facts={
              <span class="facts-line">
                {one.answer === null ? (
                  <Tag tone="yellow">Waits for your answer</Tag>
                ) : (
                  <Tag tone="grey">{answerWords[one.answer]}</Tag>
                )}
                <span>Asked on {plainDate(one.asked_on)}</span>
                {one.answered_on !== null && <span>Answered on {plainDate(one.answered_on)}</span>}
              </span>
            }
          />
        ))}
      </Entries>
    </>
  );
}

export interface ConfirmationProps {
  readonly action: string;
  readonly back: string;
  readonly page: string;
  readonly promise: {
    readonly organisation_name: string;
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect_verb: 'can' | 'feel';
    readonly effect: string;
  };
  readonly evidence: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly kind: EvidenceKind;
    readonly dated: string;
  }[];
  /** Null while it waits for the answer. */
  readonly answered: {
    readonly answer: Answer;
    readonly people: number;
    readonly words: string | null;
    readonly on: string;
  } | null;
  /** It was a yes, and the last thing that the group said: it can say that it is so no more. */
  readonly mayTakeBack: boolean;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

/** One promise that a group is asked about, with what is said to show that it was kept, and the answer. */
export function Confirmation({
  action,
  back,
  page,
  promise,
  evidence,
  answered,
  mayTakeBack,
  typed,
  problems,
}: ConfirmationProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        lead={`${promise.organisation_name} says that this promise was kept. What do your young people say?`}
      >
        Was this promise kept?
      </PageHeading>
      <Pledge
        level={2}
        caption={promise.organisation_name}
        aim={promise.aim}
        steps={promise.steps}
        effect={{ verb: promise.effect_verb, words: promise.effect }}
      />
      <h2>What is said to show it</h2>
      {evidence.length === 0 ? (
        <p>Nothing was given.</p>
      ) : (
        <ul>
          {evidence.map((one) => (
            <li>
              {one.url === null ? one.title : <a href={one.url}>{one.title}</a>}{' '}
              <span class="soft">{`(${evidenceWords[one.kind].toLowerCase()} of ${plainDate(one.dated)})`}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={page}>The promise and everything that happened to it</a>
      </p>
      {answered === null ? (
        <PostForm action={action} noValidate>
          <h2>What the young people say</h2>
          <AnswerFields typed={typed} problems={problems} choices={answers} />
          <ButtonGroup>
            <Button>Send the answer</Button>
            <a href={back}>Back</a>
          </ButtonGroup>
          <p class="soft">
            You cannot change an answer, but a “yes” can be taken back when it is no longer so. Your group can be asked
            again when there is new evidence, or after {monthsBeforeAskingAgain} months. The last answer of ten or more
            counts, and all of them stay in the history.
          </p>
        </PostForm>
      ) : (
        <section>
          <h2>What you answered</h2>
          <p>
            {`${answerWords[answered.answer]}. ${answered.people} young people took ` +
              `part${answered.people < 10 ? ' (readers are told only that it was fewer than ten)' : ''}. ` +
              `${plainDate(answered.on)}.${confirms(answered.answer, answered.people) ? ' It counts as a yes until your group answers again.' : ''}`}
          </p>
          {answered.words !== null && (
            <>
              <InsetText>
                <p class="as-typed">{answered.words}</p>
              </InsetText>
              <PostForm action={action}>
                <p>
                  <TextButton name="outcome" value="take back">
                    Take these words back
                  </TextButton>{' '}
                  if somebody can be recognised in them. The answer stays.
                </p>
              </PostForm>
            </>
          )}
          {mayTakeBack && (
            <PostForm action={action} noValidate>
              <h2>Is it no longer so?</h2>
              <p>
                Talk it over with the young people. If ten or more take part, the promise is no longer shown as
                confirmed.
              </p>
              <AnswerFields typed={typed} problems={problems} choices={['partly', 'no']} />
              <Button kind="secondary" name="outcome" value="no more">
                Send the new answer
              </Button>
            </PostForm>
          )}
          <p>
            <a href={back}>Back</a>
          </p>
        </section>
      )}
    </>
  );
}

function AnswerFields({
  typed,
  problems,
  choices,
}: Pick<ConfirmationProps, 'typed' | 'problems'> & { readonly choices: readonly Answer[] }) {
  return (
    <>
      <Radios
        name="answer"
        legend="Was it kept?"
        value={typed['answer'] ?? ''}
        items={choices.map((value) => ({ value, label: answerWords[value] }))}
        {...refusedSet(problems, 'answer')}
      />
      <Input
        name="people"
        label="How many young people took part"
        hint="From ten on the number is shown, and a “yes” counts as confirmed. Below ten the answer is shown, the number never"
        inputmode="numeric"
        value={typed['people'] ?? ''}
        class="govuk-input--width-4"
        {...refusedField(problems, 'people')}
      />
      <Textarea
        name="words"
        label="In their words (if they want to say more)"
        hint="Readers see it. No names, nothing by which somebody could be recognised, nothing about worries at home: those belong to your safeguarding lead"
        rows={4}
        value={typed['words'] ?? ''}
        {...refusedField(problems, 'words')}
      />
    </>
  );
}
