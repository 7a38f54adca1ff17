import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { doneWords, stageDates, stageWords } from '../../view-words.js';
import { type HandVote, handWords, type Stage, type Tally, tallyWords } from '#rooms/promised/together/index.js';

function Done({ done }: { readonly done: string | null }) {
  return done === null ? null : (
    <NotificationBanner kind={done === doneWords['not-now'] ? undefined : 'success'}>
      <p class="govuk-notification-banner__heading">{done}</p>
    </NotificationBanner>
  );
}

export interface WorkChartersProps {
  readonly organisation: string;
  readonly done: string | null;
  readonly add: string;
  readonly all: string;
  readonly charters: readonly {
    readonly href: string;
    readonly title: string;
    readonly stage: Stage;
    readonly clauses: number;
    readonly waiting: number;
  }[];
  readonly pages: PaginationProps | null;
}

export function WorkCharters({ organisation, done, add, all, charters, pages }: WorkChartersProps) {
  return (
    <>
      <Done done={done} />
      <PageHeading
        caption={organisation}
        lead="Write with your young people what you will do: they suggest, discuss and vote by a code, without accounts and without names."
      >
        Charters
      </PageHeading>
      <ButtonGroup>
        <Button href={add}>Start a charter</Button>
        <a href={all}>Charters that others published</a>
      </ButtonGroup>
      {charters.length === 0 ? (
        <EmptyState title="You have no charter yet">
          Start with an empty page, with our examples, or paste one that you have.
        </EmptyState>
      ) : (
        <Entries>
          {charters.map((one) => (
            <Entry
              level={2}
              title={one.title}
              href={one.href}
              facts={
                <span class="facts-line">
                  <Tag tone={one.stage === 'published' ? 'green' : 'blue'}>{stageWords[one.stage].text}</Tag>
                  <span>{`${one.clauses} ${one.clauses === 1 ? 'clause' : 'clauses'}`}</span>
                  {one.waiting > 0 && <strong>{`${one.waiting} to read`}</strong>}
                </span>
              }
            />
          ))}
        </Entries>
      )}
      {pages && <Pagination {...pages} />}
    </>
  );
}

export interface OwnClause {
  readonly id: string;
  readonly heading: string;
  readonly theme: string | null;
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effect: { readonly verb: 'can' | 'feel'; readonly words: string } | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly agreed: boolean;
  readonly promise: { readonly slug: string; readonly href: string } | null;
  readonly tally: Tally | null;
  /** Another charter in which these words were voted on within a year, or are being voted on now. */
  readonly elsewhere: { readonly title: string; readonly href: string; readonly on: string | null } | null;
  readonly hands: readonly HandVote[];
  readonly edit: string;
  readonly move: string;
  readonly remove: string;
  readonly makePromise: string;
}

export interface OwnCharterProps {
  readonly title: string;
  readonly intro: string;
  readonly stage: Stage;
  readonly done: string | null;
  readonly stages: readonly {
    readonly stage: Stage;
    readonly opened_on: string;
    readonly closed_on: string | null;
    readonly reason: string | null;
  }[];
  readonly can: {
    readonly editWords: boolean;
    readonly editFacts: boolean;
    readonly easyRead: boolean;
    readonly code: boolean;
    readonly hands: boolean;
    readonly agree: boolean;
    readonly publish: boolean;
    readonly promise: boolean;
  };
  readonly next: readonly Stage[];
  readonly mayGoBack: boolean;
  readonly paths: Readonly<
    Record<
      | 'about'
      | 'stage'
      | 'addClause'
      | 'examples'
      | 'easyWords'
      | 'queue'
      | 'codes'
      | 'hands'
      | 'agree'
      | 'publish'
      | 'poster'
      | 'easyRead',
      string
    >
  >;
  /** Address for readers, once it was published. */
  readonly publicHref: string | null;
  readonly waiting: number;
  readonly openCodes: number;
  readonly clauses: readonly OwnClause[];
  readonly suggestions: readonly {
    readonly id: string;
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: 'can' | 'feel'; readonly words: string } | null;
    readonly about: string | null;
    readonly edited: boolean;
    readonly take: string;
  }[];
  readonly words: readonly { readonly body: string; readonly about: string | null; readonly edited: boolean }[];
  readonly agreed: { readonly body: string; readonly group: string; readonly on: string } | null;
  readonly unplaced: readonly string[];
}

export function OwnCharter(props: OwnCharterProps) {
  const { can, paths, stage } = props;
  return (
    <>
      <Done done={props.done} />
      <PageHeading caption="Your charter">{props.title}</PageHeading>
      <p class="facts-line">
        <Tag tone={stage === 'published' ? 'green' : 'blue'}>{stageWords[stage].text}</Tag>
        <span class="soft">{stageWords[stage].about}</span>
      </p>
      {props.waiting > 0 && (
        <InsetText class="no-top">
          <p>
            <strong>{`${props.waiting} ${props.waiting === 1 ? 'text waits' : 'texts wait'} to be read.`}</strong>{' '}
            Others in the room see a text only after you have read it.{' '}
            <a href={paths.queue}>Read what young people wrote</a>
          </p>
        </InsetText>
      )}
      <ButtonGroup>
        {props.next.map((next) => (
          <PostForm action={paths.stage}>
            <input type="hidden" name="to" value={next} />
            <Button kind={props.next[0] === next && stage !== 'counted' ? undefined : 'secondary'}>
              {stage === 'counted' ? 'Open the vote again' : stageWords[next].open}
            </Button>
          </PostForm>
        ))}
        {can.publish && (
          <PostForm action={paths.publish}>
            <Button>Publish</Button>
          </PostForm>
        )}
        {can.agree && (
          <Button href={paths.agree} kind={props.next.length === 0 || stage === 'counted' ? undefined : 'secondary'}>
            Agree the charter
          </Button>
        )}
        {props.mayGoBack && (
          <a href={paths.stage}>{stage === 'published' ? 'Work on the next version' : 'Go back a stage'}</a>
        )}
      </ButtonGroup>
      <ul>
        {can.code && (
          <li>
            <a href={paths.codes}>Codes and cards for classes</a>
            {props.openCodes === 0 ? ': none is open, so nobody can come in' : `: ${props.openCodes} open`}
          </li>
        )}
        <li>
          <a href={paths.queue}>What young people wrote</a>
        </li>
        {can.editWords && (
          <li>
            <a href={paths.about}>Title, framework, safeguarding, and how to vote</a>
          </li>
        )}
        {can.easyRead && (
          <li>
            <a href={paths.easyWords}>Easy-read words</a>
          </li>
        )}
        {can.hands && (
          <li>
            <a href={paths.hands}>Record a show of hands</a>
          </li>
        )}
        {props.publicHref !== null && (
          <li>
            <a href={props.publicHref}>The charter as readers see it</a>, <a href={paths.easyRead}>easy read</a>,{' '}
            <a href={paths.poster}>poster (PDF)</a>
          </li>
        )}
      </ul>
      {props.agreed && (
        <p>{`Agreed by ${props.agreed.group} and ${props.agreed.body} on ${plainDate(props.agreed.on)}.`}</p>
      )}
      <section>
        <h2 id="clauses">{`Clauses (${props.clauses.length})`}</h2>
        {can.editWords && (
          <ButtonGroup>
            <Button href={paths.addClause} kind="secondary">
              Write a clause
            </Button>
            <a href={paths.examples}>Start from an example</a>
          </ButtonGroup>
        )}
        {props.clauses.length === 0 && <p>There is none yet.</p>}
        {props.clauses.map((clause, index) => (
          <ClauseCard
            clause={clause}
            isFirst={index === 0}
            isLast={index === props.clauses.length - 1}
            stage={stage}
            can={can}
          />
        ))}
      </section>
      {props.suggestions.length > 0 && (
        <section>
          <h2 id="suggestions">{`Suggested by young people (${props.suggestions.length})`}</h2>
          {props.suggestions.map((one) => (
            <>
              <Pledge
                level={3}
                aim={one.aim}
                steps={one.steps}
                effect={one.effect}
                caption={one.about === null ? 'New clause' : `Instead of “We will ${one.about}”`}
              />
              {one.edited && <p class="soft">Something was taken out before it was shown.</p>}
              {can.editWords && (
                <PostForm action={one.take}>
                  <Button kind="secondary">
                    {one.about === null ? 'Make it a clause' : 'Take these words'}
                    <span class="govuk-visually-hidden">{`: ${one.aim}`}</span>
                  </Button>
                </PostForm>
              )}
            </>
          ))}
        </section>
      )}
      {props.words.length > 0 && (
        <section>
          <h2 id="said">{`Said in the discussion (${props.words.length})`}</h2>
          <ul class="spaced">
            {props.words.map(({ body, about, edited }) => (
              <li>
                {about !== null && <span class="soft">{`On “We will ${about}”: `}</span>}
                {body}
                {edited && <span class="soft"> (something was taken out)</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 id="stages">Stages</h2>
        <Table
          caption="When each stage was open"
          captionClass="govuk-visually-hidden"
          narrow="stack"
          head={[{ content: 'Stage' }, { content: 'Open' }]}
          rows={props.stages.map((one) => [
            { content: stageWords[one.stage].text },
            { content: one.reason === null ? stageDates(one) : `${stageDates(one)}. It went back: ${one.reason}` },
          ])}
        />
      </section>
      {props.unplaced.length > 0 && (
        <Details summary={`Lines of the pasted text that belong to no clause (${props.unplaced.length})`}>
          <ul>
            {props.unplaced.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function ClauseCard({
  clause,
  isFirst,
  isLast,
  stage,
  can,
}: {
  readonly clause: OwnClause;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly stage: Stage;
  readonly can: OwnCharterProps['can'];
}) {
  const its = <span class="govuk-visually-hidden">{`: ${clause.aim}`}</span>;
  return (
    <div id={`clause-${clause.id}`}>
      <Pledge
        level={3}
        aim={clause.aim}
        steps={clause.steps}
        effect={clause.effect}
        caption={clause.heading === '' ? (clause.theme ?? undefined) : clause.heading}
      />
      <p class="facts-line">
        {(stage === 'agreed' || stage === 'published') && (
          <Tag tone={clause.agreed ? 'green' : 'grey'}>{clause.agreed ? 'Agreed' : 'Left out'}</Tag>
        )}
        <Tag tone={clause.due === null ? 'grey' : 'blue'}>
          {clause.due === null ? 'No date yet' : `By ${plainDate(clause.due)}`}
        </Tag>
        <span class="soft">{clause.owner ?? 'no owner yet'}</span>
        {clause.heading !== '' && clause.theme !== null && <span class="soft">{`Theme: ${clause.theme}`}</span>}
        {clause.promise && <a href={clause.promise.href}>{`Promise ${clause.promise.slug.split('-').at(-1) ?? ''}`}</a>}
      </p>
      {clause.tally && <p>{`By code: ${tallyWords(clause.tally)}.`}</p>}
      {clause.elsewhere && (
        <p>
          {clause.elsewhere.on === null
            ? 'These words are being voted on in another charter: '
            : `These words were put to the vote in another charter. The vote ended on ${plainDate(clause.elsewhere.on)}: `}
          <a href={clause.elsewhere.href}>{clause.elsewhere.title}</a>. The same words are put to the vote only once in
          twelve months, so that nobody’s vote can be worked out from two results.
        </p>
      )}
      {clause.hands.map((hand) => (
        <p>{`Hands, ${handWords(hand)}.`}</p>
      ))}
      {(can.editFacts || can.promise) && (
        <ButtonGroup>
          {can.editFacts && (
            <a href={clause.edit}>
              {can.editWords ? 'Change' : 'Owner, date and theme'}
              {its}
            </a>
          )}
          {can.editWords && !isFirst && <Act action={clause.move} name="way" value="up" text="Up" its={its} />}
          {can.editWords && !isLast && <Act action={clause.move} name="way" value="down" text="Down" its={its} />}
          {can.editWords && clause.promise === null && (
            <a href={clause.remove}>
              Remove
              {its}
            </a>
          )}
          {can.promise && clause.agreed && clause.promise === null && (
            <Act action={clause.makePromise} name="act" value="promise" text="Promise it" its={its} />
          )}
        </ButtonGroup>
      )}
    </div>
  );
}

function Act({
  action,
  name,
  value,
  text,
  its,
}: {
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly its: preact.JSX.Element;
}) {
  return (
    <PostForm action={action}>
      <Button kind="secondary" name={name} value={value}>
        {text}
        {its}
      </Button>
    </PostForm>
  );
}
