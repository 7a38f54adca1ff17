import { plainDate } from '#base/london.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { bandWords } from '#rooms/heard/surveys/index.js';
import { countText, queuesAtMost } from '../../rules.js';
import type { ConcernStands, TextState } from '../../words.js';
import { standsWords, stateTones, stateWords } from '../../view-words.js';

/** Since when the oldest waits, by when it should have been read, and whether that day is over. */
export interface Waits {
  readonly since: string;
  readonly due: string;
  readonly isOverdue: boolean;
}

function Deadline({ since, due, isOverdue }: Waits) {
  return isOverdue ? (
    <>
      <Tag tone="red">Overdue</Tag> {`since ${plainDate(due)}`}
    </>
  ) : (
    <>{`came in on ${plainDate(since)}, read it by ${plainDate(due)}`}</>
  );
}

export interface QueuesProps {
  readonly queues: readonly {
    readonly name: string;
    readonly href: string;
    readonly waiting: number;
    readonly oldest: Waits | null;
  }[];
  /** Surveys of the organisation in which something waits, for those who lead it; null for others. */
  readonly late:
    | readonly { readonly name: string; readonly oldest: Waits; readonly reviewers: readonly string[] }[]
    | null;
}

export function Queues({ queues, late }: QueuesProps) {
  return (
    <>
      <PageHeading
        lead={
          'What people write in their own words waits here. Only those who were named for a survey read it, and ' +
          'nobody else sees it before they have.'
        }
      >
        What people wrote
      </PageHeading>
      <p>
        Read each text within one school day, Monday to Friday. Kept does not know bank holidays or your school’s
        holidays, so a deadline may come too early, never too late.
      </p>
      {queues.length === 0 ? (
        <EmptyState title="You are not named as a reviewer">
          <p>Whoever leads a survey names its reviewers before it opens.</p>
        </EmptyState>
      ) : (
        <Table
          narrow="stack"
          caption={
            queues.length < queuesAtMost
              ? 'Your surveys'
              : `The ${queuesAtMost} of your surveys that have waited longest`
          }
          head={[{ content: 'Survey' }, { content: 'To read', numeric: true }, { content: 'Oldest text' }]}
          rows={queues.map(({ name, href, waiting, oldest }) => [
            { content: <a href={href}>{name}</a> },
            { content: countText(waiting), numeric: true },
            { content: oldest === null ? 'nothing waits' : <Deadline {...oldest} /> },
          ])}
        />
      )}
      {late !== null && late.length > 0 && (
        <section>
          <h2>Waiting in your organisation</h2>
          <p>You see that something waits and for how long. How much, and what it says, only reviewers see.</p>
          <Table
            narrow="stack"
            caption={
              late.length < queuesAtMost
                ? 'Surveys with texts to read'
                : `The ${queuesAtMost} surveys that have waited longest`
            }
            captionClass={late.length < queuesAtMost ? 'govuk-visually-hidden' : undefined}
            head={[{ content: 'Survey' }, { content: 'Oldest text' }, { content: 'Reviewers' }]}
            rows={late.map(({ name, oldest, reviewers }) => [
              { content: name },
              { content: <Deadline {...oldest} /> },
              { content: reviewers.length === 0 ? <Tag tone="red">Nobody is named</Tag> : reviewers.join(', ') },
            ])}
          />
        </section>
      )}
    </>
  );
}

export interface QueueProps {
  readonly name: string;
  readonly done: string | null;
  readonly waiting: number;
  readonly oldest: Waits | null;
  /** Where the next text is read; null where none waits. */
  readonly next: string | null;
  readonly counts: readonly { readonly state: TextState; readonly many: number }[];
  readonly passed: readonly { readonly stands: ConcernStands; readonly least: number }[];
  readonly decided: readonly {
    readonly href: string;
    readonly question: string;
    readonly audience: string;
    readonly state: TextState;
    readonly quotable: boolean;
    readonly decidedOn: string;
  }[];
  readonly pages: PaginationProps | null;
}

export function Queue(props: QueueProps) {
  return (
    <>
      <Done>{props.done}</Done>
      <PageHeading caption="What people wrote">{props.name}</PageHeading>
      <p>
        <strong>{props.waiting === 0 ? 'Nothing waits' : `${countText(props.waiting)} to read`}</strong>
        {props.oldest !== null && (
          <>
            . The oldest text: <Deadline {...props.oldest} />
          </>
        )}
      </p>
      {props.next !== null && (
        <>
          <p>
            Texts with words from our safeguarding list come first, and texts in languages for which we have no list.
            The list only sets the order: read every text with the same care.
          </p>
          <Button href={props.next}>Read the next text</Button>
        </>
      )}
      {props.counts.length > 0 && (
        <Table
          caption="Texts already read"
          head={[{ content: 'State' }, { content: 'Texts', numeric: true }]}
          rows={props.counts.map(({ state, many }) => [
            { content: stateWords[state] },
            { content: countText(many), numeric: true },
          ])}
        />
      )}
      {props.passed.length > 0 && (
        <>
          <Table
            caption="Passed to the safeguarding leads"
            head={[{ content: 'Status' }, { content: 'How many', numeric: true }]}
            rows={props.passed.map(({ stands, least }) => [
              { content: standsWords[stands] },
              { content: bandWords({ least }), numeric: true },
            ])}
          />
          <p class="soft">
            Only the safeguarding leads see more. Exact numbers could identify a child, so they are given in tens.
          </p>
        </>
      )}
      {props.decided.length > 0 && (
        <section>
          <h2 id="decided">Read already</h2>
          <p>
            Any reviewer of this survey can look at a decision again and change it. What is with the safeguarding lead
            stays there.
          </p>
          <Table
            narrow="stack"
            caption="Texts that were decided"
            captionClass="govuk-visually-hidden"
            head={[{ content: 'Question' }, { content: 'Written by' }, { content: 'State' }, { content: 'Decided on' }]}
            rows={props.decided.map((one) => [
              { content: <a href={one.href}>{one.question}</a> },
              { content: one.audience },
              {
                content: (
                  <>
                    <Tag tone={stateTones[one.state]}>{stateWords[one.state]}</Tag>{' '}
                    {one.quotable ? 'may be quoted' : ''}
                  </>
                ),
              },
              { content: plainDate(one.decidedOn) },
            ])}
          />
          {props.pages && <Pagination {...props.pages} />}
        </section>
      )}
    </>
  );
}
