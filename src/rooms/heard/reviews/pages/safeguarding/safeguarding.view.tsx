import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { languageName } from '#rooms/heard/instruments/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { standsTones, standsWords, whereWords } from '../../view-words.js';
import type { ConcernStands, ConcernStep } from '../../words.js';

export interface ConcernsProps {
  readonly organisation: string;
  /** Who else reads this. */
  readonly leads: readonly string[];
  readonly requests: string;
  /** Requests that wait for this person's answer. */
  readonly toAnswer: number;
  readonly lines: readonly {
    readonly href: string;
    readonly survey: string;
    readonly audience: string;
    readonly passedOn: string;
    readonly stands: ConcernStands;
    readonly due: string;
    readonly isOverdue: boolean;
  }[];
}

export function Concerns(props: ConcernsProps) {
  return (
    <>
      <PageHeading
        caption={props.organisation}
        lead={
          'What young people wrote that may mean somebody is not safe. Only the safeguarding lead and deputies can ' +
          'read it. The organisation that asked sees only how many texts there are, in tens.'
        }
      >
        Safeguarding
      </PageHeading>
      <p>
        {`Safeguarding leads here: ${props.leads.join(', ')}. Surveys ask no name, so nobody can tell who wrote ` +
          `what. Acknowledge each text within one school day. Every Monday to Friday counts, bank holidays too.`}
      </p>
      <p>
        Kept deletes a closed text 25 years after it was passed on. Your own safeguarding file may have to be kept for
        longer: keep the case there.
      </p>
      {props.toAnswer > 0 && (
        <p>
          <a href={props.requests}>
            {props.toAnswer === 1
              ? 'One request for a session waits for a second person'
              : `${props.toAnswer} requests for a session wait for a second person`}
          </a>
        </p>
      )}
      {props.lines.length === 0 ? (
        <EmptyState title="Nothing was passed to you" />
      ) : (
        <Table
          narrow="stack"
          caption={props.lines.length === 1 ? 'One text' : `${props.lines.length} texts`}
          head={[
            { content: 'Passed on' },
            { content: 'Survey or charter' },
            { content: 'Written by' },
            { content: 'Status' },
          ]}
          rows={props.lines.map((one) => [
            { content: <a href={one.href}>{plainDate(one.passedOn)}</a> },
            { content: one.survey },
            { content: one.audience },
            {
              content: one.isOverdue ? (
                <>
                  <Tag tone="red">Overdue</Tag> {`to be acknowledged by ${plainDate(one.due)}`}
                </>
              ) : (
                <Tag tone={standsTones[one.stands]}>{standsWords[one.stands]}</Tag>
              ),
            },
          ])}
        />
      )}
    </>
  );
}

export interface Written {
  readonly words: string | null;
  readonly on: string | null;
  readonly by: string | null;
}

export interface ConcernProps {
  readonly action: string;
  readonly ask: string;
  readonly requests: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly typed: { readonly words: string; readonly reason: string };
  readonly question: string;
  readonly survey: string;
  readonly isFromSurvey: boolean;
  readonly asker: string;
  readonly setting: string | null;
  readonly audience: string;
  readonly language: string;
  readonly body: string;
  readonly day: string;
  readonly passedOn: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly stands: ConcernStands;
  readonly next: ConcernStep['kind'] | null;
  readonly acknowledged: Written;
  readonly acted: Written;
  readonly closed: Written;
  readonly hasSession: boolean;
  readonly asked: readonly {
    readonly on: string;
    readonly by: string;
    readonly reason: string;
    readonly answer: 'released' | 'declined' | null;
    readonly answerer: string | null;
    readonly answeredOn: string | null;
    readonly label: string | null;
  }[];
  readonly mayAsk: boolean;
  /** An open request of the reader’s own. */
  readonly mayAskAgain: boolean;
}

function WrittenBy({ on, by }: Written) {
  return (
    <span class="soft">{on === null ? 'not yet' : `on ${plainDate(on)}, by ${by ?? 'somebody who has left'}`}</span>
  );
}

export function ConcernView(props: ConcernProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <Done>{props.done}</Done>
      <PageHeading caption={props.survey}>{`Passed on ${plainDate(props.passedOn)}`}</PageHeading>
      <h2>{props.question}</h2>
      <InsetText class="no-top">
        <p class="as-typed" lang={props.language} dir="auto">
          {props.body}
        </p>
      </InsetText>
      <SummaryList
        rows={[
          { key: 'Asked by', value: props.asker },
          { key: 'Setting', value: whereWords(props.setting) },
          { key: 'Written by', value: props.audience },
          { key: 'Language', value: languageName(props.language) },
          { key: 'Came in', value: `on or before ${plainDate(props.day)}` },
          {
            key: 'Status',
            value: props.isOverdue ? (
              <>
                <Tag tone="red">Overdue</Tag> {`to be acknowledged by ${plainDate(props.due)}`}
              </>
            ) : (
              <Tag tone={standsTones[props.stands]}>{standsWords[props.stands]}</Tag>
            ),
          },
          { key: 'Acknowledged', value: <WrittenBy {...props.acknowledged} /> },
          {
            key: 'What was done',
            value: (
              <>
                {props.acted.words !== null && <p class="as-typed">{props.acted.words}</p>}
                <WrittenBy {...props.acted} />
              </>
            ),
          },
          {
            key: 'How it ended',
            value: (
              <>
                {props.closed.words !== null && <p class="as-typed">{props.closed.words}</p>}
                <WrittenBy {...props.closed} />
              </>
            ),
          },
        ]}
      />
      {props.next !== null && (
        <PostForm action={props.action} noValidate>
          <input type="hidden" name="step" value={props.next} />
          {props.next !== 'acknowledge' && (
            <Textarea
              name="words"
              label={props.next === 'action' ? 'What you did' : 'How it ended'}
              hint="Your own record, for safeguarding leads only. Keep the case itself where your safeguarding records are kept"
              rows={4}
              value={props.typed.words}
              {...refusedField(props.problems, 'words')}
            />
          )}
          <Button id="step">
            {props.next === 'acknowledge'
              ? 'I have read it and take it on'
              : props.next === 'action'
                ? 'Write down what was done'
                : 'Close it'}
          </Button>
        </PostForm>
      )}
      <h2>Which class or session did it come from?</h2>
      <p>
        Nobody can tell which child wrote it, you and we included. Where ten or more of a session or batch have
        answered, you can learn the name of that session or batch of cards. Two persons decide it: you ask, somebody
        else answers. Both are written down.
      </p>
      {!props.hasSession && (
        <p>
          {props.isFromSurvey
            ? 'Not known. It came by an open link, or fewer than ten had a place.'
            : 'Not known. It was written in the room of a charter, which does not keep the code that somebody came in by.'}
        </p>
      )}
      {props.asked.map((one) => (
        <SummaryList
          rows={[
            { key: 'Asked', value: `on ${plainDate(one.on)}, by ${one.by}` },
            { key: 'Why', value: <span class="as-typed">{one.reason}</span> },
            {
              key: 'Answer',
              value:
                one.answer === null ? (
                  <>
                    waits for <a href={props.requests}>a second person</a>
                  </>
                ) : (
                  `${one.answer === 'released' ? 'Yes' : 'No'}, on ${plainDate(one.answeredOn ?? one.on)}, by ${one.answerer ?? 'somebody who has left'}`
                ),
            },
            ...(one.answer === 'released'
              ? [
                  {
                    key: 'Session',
                    value:
                      one.label === null ? (
                        'Shown only to the two who asked and answered'
                      ) : (
                        <strong>{one.label}</strong>
                      ),
                  },
                ]
              : []),
          ]}
        />
      ))}
      {props.mayAskAgain && (
        <PostForm action={props.ask} id="requests">
          <Button kind="secondary" name="act" value="again">
            Send the request again
          </Button>
        </PostForm>
      )}
      {props.mayAsk && (
        <PostForm action={props.ask} noValidate>
          <Textarea
            name="reason"
            label="Why you need to know"
            hint="The person who answers reads this. Do not repeat what was written, and name nobody"
            rows={3}
            value={props.typed.reason}
            {...refusedField(props.problems, 'reason')}
          />
          <ButtonGroup>
            <Button kind="secondary">Ask for the session</Button>
          </ButtonGroup>
        </PostForm>
      )}
    </>
  );
}

export interface RequestsProps {
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly requests: readonly {
    readonly id: string;
    readonly action: string;
    readonly survey: string;
    readonly home: string | null;
    readonly asker: string;
    readonly reason: string;
    readonly on: string;
    readonly answer: 'released' | 'declined' | null;
    readonly answerer: string | null;
    readonly mayAnswer: boolean;
    readonly isOwn: boolean;
    readonly byHead: boolean;
    readonly label: string | null;
  }[];
}

export function Requests({ done, problems, requests }: RequestsProps) {
  return (
    <>
      <Refused problems={problems} />
      <Done>{done}</Done>
      <PageHeading
        lead={
          'A safeguarding lead asks which class or session something came from, because somebody may not be safe. ' +
          'They may learn it only if a second person agrees. Neither learns who the child is, and you do not see ' +
          'what was written.'
        }
      >
        Requests for a session
      </PageHeading>
      {requests.length === 0 && <EmptyState title="No request waits, and none was answered" />}
      {requests.map((one) => (
        <section id={one.id}>
          <h2>{one.survey}</h2>
          <SummaryList
            rows={[
              {
                key: 'Asked by',
                value: `${one.asker}${one.home === null ? '' : `, ${one.home}`}, on ${plainDate(one.on)}`,
              },
              { key: 'Why', value: <span class="as-typed">{one.reason}</span> },
              ...(one.answer === null
                ? []
                : [
                    {
                      key: 'Answer',
                      value: `${one.answer === 'released' ? 'Yes' : 'No'}, by ${one.byHead ? 'the head' : (one.answerer ?? 'somebody who has left')}`,
                    },
                  ]),
              ...(one.label === null ? [] : [{ key: 'Session', value: <strong>{one.label}</strong> }]),
            ]}
          />
          {one.mayAnswer && (
            <PostForm action={one.action}>
              <ButtonGroup>
                <Button name="answer" value="release">
                  Yes, let them know the session
                </Button>
                <Button kind="secondary" name="answer" value="decline">
                  No
                </Button>
              </ButtonGroup>
            </PostForm>
          )}
          {one.answer === null && !one.mayAnswer && (
            <p>
              {one.isOwn
                ? 'You asked this yourself. A second person has to answer.'
                : 'You and whoever asked were appointed by one another or by the same person. Somebody else has to answer.'}
            </p>
          )}
        </section>
      ))}
    </>
  );
}
