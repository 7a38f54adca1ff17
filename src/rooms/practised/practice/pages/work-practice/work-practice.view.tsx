import { plainDate } from '#base/london.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { stateWords, usedWords } from '../../view-words.js';
import type { PracticeState } from '../../words.js';

type Pages = Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;

export interface OwnLine {
  readonly href: string;
  readonly title: string;
  readonly state: PracticeState;
  /** Number of the version that readers see; null where there is none. */
  readonly version: number | null;
  /** ISO date of the last change. */
  readonly changed: string;
  readonly reviewDue: string | null;
  /** Whether the review is due within a month, or overdue. */
  readonly review: 'soon' | 'due' | null;
  readonly uses: number;
}

export interface WorkPracticeProps {
  readonly organisation: string;
  readonly done: string | null;
  readonly mayAct: boolean;
  readonly add: string;
  readonly library: string;
  /** For a keeper: what waits, the oldest first. Null for who keeps no framework. */
  readonly queue: {
    readonly total: number;
    readonly waiting: readonly {
      readonly href: string;
      readonly title: string;
      readonly organisation_name: string;
      readonly submitted: string;
      readonly isNew: boolean;
    }[];
  } | null;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly about: string;
    readonly lines: readonly OwnLine[];
  }[];
  readonly pages: Pages;
  /** For a keeper: what it cleared for others. */
  readonly cleared: {
    readonly practices: readonly {
      readonly href: string;
      readonly withdraw: string;
      readonly title: string;
      readonly organisation_name: string;
      readonly published_on: string;
      readonly isOverdue: boolean;
    }[];
    readonly pages: Pages;
  } | null;
}

/** Spotlights by what needs doing: what waits for the keeper, then one's own. */
export function WorkPractice(props: WorkPracticeProps) {
  const { queue, cleared } = props;
  const filled = props.groups.filter(({ lines }) => lines.length > 0);
  return (
    <>
      <Done>{props.done}</Done>
      <PageHeading
        caption={props.organisation}
        lead="Tell what you did so that others can do it: spotlights of your organisation, and what waits for you."
      >
        Practice
      </PageHeading>
      <ButtonGroup>
        {props.mayAct && <Button href={props.add}>Write a spotlight</Button>}
        <a href={props.library}>The library, as readers see it</a>
      </ButtonGroup>
      <JumpLinks
        label="Parts of this page"
        links={[
          ...(queue === null ? [] : [{ text: 'Waiting for you', href: '#waiting', count: queue.total }]),
          ...filled.map(({ id, title, lines }) => ({ text: title, href: `#${id}`, count: lines.length })),
          ...(cleared === null || cleared.practices.length === 0 ? [] : [{ text: 'Cleared by you', href: '#cleared' }]),
        ]}
      />
      {queue !== null && (
        <section>
          <h2 id="waiting">Waiting for you</h2>
          <p class="soft">Submitted for a framework that you keep, the oldest first. Nobody else can clear them.</p>
          {queue.waiting.length === 0 ? (
            <p>Nothing waits.</p>
          ) : (
            <Entries>
              {queue.waiting.map((one) => (
                <Entry
                  level={3}
                  title={one.title}
                  href={one.href}
                  facts={
                    <span class="facts-line">
                      <span>{one.organisation_name}</span>
                      <span>Submitted {plainDate(one.submitted)}</span>
                      <Tag tone={one.isNew ? 'blue' : 'purple'}>{one.isNew ? 'New' : 'Next version'}</Tag>
                    </span>
                  }
                />
              ))}
            </Entries>
          )}
          {queue.total > queue.waiting.length && (
            <p class="soft">{`The first ${queue.waiting.length} of ${queue.total}.`}</p>
          )}
        </section>
      )}
      {filled.length === 0 ? (
        <EmptyState title="No spotlights of your own yet">
          A spotlight tells one thing that worked: the need, what was done, what changed, what it cost and who to ask.
          It begins as a draft that only your organisation sees.
        </EmptyState>
      ) : (
        filled.map(({ id, title, about, lines }) => (
          <section>
            <h2 id={id}>{title}</h2>
            <p class="soft">{about}</p>
            <Entries>
              {lines.map((one) => (
                <Entry
                  level={3}
                  title={one.title === '' ? 'Without a title' : one.title}
                  href={one.href}
                  facts={<Facts one={one} />}
                />
              ))}
            </Entries>
          </section>
        ))
      )}
      {props.pages && <Pagination {...props.pages} />}
      {cleared !== null && cleared.practices.length > 0 && (
        <section>
          <h2 id="cleared">Cleared by you</h2>
          <p class="soft">
            Spotlights of others in your library. Withdraw one only for a reason that readers may read.
          </p>
          <Table
            narrow="stack"
            caption="Spotlights of others that you cleared"
            captionClass="govuk-visually-hidden"
            head={[
              { content: 'Spotlight' },
              { content: 'Of' },
              { content: 'Published' },
              ...(props.mayAct ? [{ content: 'Withdraw' }] : []),
            ]}
            rows={cleared.practices.map((one) => [
              { content: <a href={one.href}>{one.title}</a> },
              { content: one.organisation_name },
              {
                content: (
                  <>
                    {plainDate(one.published_on)} {one.isOverdue && <Tag tone="yellow">Review overdue</Tag>}
                  </>
                ),
              },
              ...(props.mayAct
                ? [
                    {
                      content: (
                        <a href={one.withdraw}>
                          Withdraw<span class="govuk-visually-hidden">: {one.title}</span>
                        </a>
                      ),
                    },
                  ]
                : []),
            ])}
          />
          {cleared.pages && <Pagination {...cleared.pages} />}
        </section>
      )}
    </>
  );
}

function Facts({ one }: { readonly one: OwnLine }) {
  const { text, tone } = stateWords[one.state];
  return (
    <span class="facts-line">
      <Tag tone={tone}>{text}</Tag>
      {one.version !== null && <span>{`Readers see version ${one.version}`}</span>}
      <span>Changed {plainDate(one.changed)}</span>
      {one.reviewDue !== null && one.review !== null && (
        <Tag
          tone={one.review === 'due' ? 'red' : 'yellow'}
        >{`Review ${one.review === 'due' ? 'was due' : 'due'} ${plainDate(one.reviewDue)}`}</Tag>
      )}
      {one.uses > 0 && <span>{usedWords(one.uses)}</span>}
    </span>
  );
}
