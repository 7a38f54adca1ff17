import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Refused } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { kindWords, membersWords, stateWords, whenWords, whereWords } from '../../view-words.js';
import type { MemberState, NetworkKind } from '../../words.js';

function Done({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <NotificationBanner kind="success">
      <p class="govuk-notification-banner__heading">{text}</p>
    </NotificationBanner>
  );
}

export interface WorkNetworksProps {
  readonly organisation: string;
  readonly done: string | null;
  /** Where one founds a network; null for somebody who does not lead. */
  readonly add: string | null;
  readonly all: string;
  readonly networks: readonly {
    readonly href: string;
    readonly name: string;
    readonly kind: NetworkKind;
    readonly organisation_name: string;
    readonly members: number;
    readonly isHost: boolean;
    readonly state: MemberState;
    readonly waiting: number;
    readonly closed_on: string | null;
  }[];
  readonly pages: PaginationProps | null;
}

export function WorkNetworks({ organisation, done, add, all, networks, pages }: WorkNetworksProps) {
  const groups = [
    { title: 'Waiting for your answer', lines: networks.filter(({ state }) => state === 'invited') },
    { title: 'Hosted by your organisation', lines: networks.filter(({ isHost }) => isHost) },
    {
      title: 'Your organisation is a member',
      lines: networks.filter(({ isHost, state }) => !isHost && state === 'joined'),
    },
    {
      title: 'Others',
      lines: networks.filter(({ isHost, state }) => !isHost && state !== 'joined' && state !== 'invited'),
    },
  ];
  return (
    <>
      <Done text={done} />
      <PageHeading
        caption={organisation}
        lead="Learning partnerships and steering groups that you host, belong to or are invited to."
      >
        Networks
      </PageHeading>
      <ButtonGroup>
        {add !== null && <Button href={add}>Found a network</Button>}
        <a href={all}>All networks, as readers see them</a>
      </ButtonGroup>
      {networks.length === 0 && (
        <EmptyState title="Your organisation belongs to none yet">
          Found one, or look for one that fits and ask to join it.
        </EmptyState>
      )}
      {groups.map(
        ({ title, lines }) =>
          lines.length > 0 && (
            <section>
              <h2>{title}</h2>
              <Entries>
                {lines.map((one) => (
                  <Entry
                    level={3}
                    title={one.name}
                    href={one.href}
                    facts={
                      <span class="facts-line">
                        <Tag tone={stateWords[one.state].tone}>{one.isHost ? 'Host' : stateWords[one.state].text}</Tag>
                        <span>{kindWords[one.kind]}</span>
                        {!one.isHost && <span>Hosted by {one.organisation_name}</span>}
                        <span>{membersWords(one.members)}</span>
                        {one.waiting > 0 && (
                          <Tag tone="yellow">{one.waiting === 1 ? '1 asks to join' : `${one.waiting} ask to join`}</Tag>
                        )}
                        {one.closed_on !== null && <Tag tone="grey">Ended</Tag>}
                      </span>
                    }
                  />
                ))}
              </Entries>
            </section>
          ),
      )}
      {pages && <Pagination {...pages} />}
    </>
  );
}

const actWords = { join: 'Join', decline: 'Decline', leave: 'Leave the network' } as const;

export interface OwnNetworkProps {
  readonly done: string | null;
  readonly notDone: string | null;
  readonly name: string;
  readonly kind: NetworkKind;
  readonly host: string;
  readonly isHost: boolean;
  readonly state: MemberState;
  /** Why the host removed or refused one's own organisation. */
  readonly reason: string | null;
  readonly closed: string | null;
  readonly shown: string;
  readonly answer: string;
  readonly acts: readonly (keyof typeof actWords)[];
  readonly askAgain: string | null;
  readonly edit: string | null;
  readonly invite: string | null;
  readonly announce: string | null;
  readonly close: string | null;
  readonly people: readonly {
    readonly href: string | null;
    readonly name: string;
    readonly state: MemberState;
    readonly role: string | null;
    readonly since: string;
    readonly reason: string | null;
  }[];
  readonly peoplePages: PaginationProps | null;
  readonly events: readonly {
    readonly href: string;
    readonly edit: string | null;
    readonly title: string;
    readonly day: string;
    readonly starts: string;
    readonly ends: string;
    readonly place: string | null;
    readonly is_online: boolean;
    readonly link: string | null;
    readonly state: 'planned' | 'cancelled';
  }[];
}

export function OwnNetworkView(props: OwnNetworkProps) {
  const { text, tone } = stateWords[props.state];
  return (
    <>
      <Done text={props.done} />
      {props.notDone !== null && <NotificationBanner text={props.notDone} />}
      <PageHeading caption={kindWords[props.kind]}>{props.name}</PageHeading>
      {props.closed !== null && <InsetText>It ended on {plainDate(props.closed)}.</InsetText>}
      <SummaryList
        rows={[
          { key: 'Hosted by', value: props.host },
          { key: 'Your organisation', value: <Tag tone={tone}>{props.isHost ? 'Host' : text}</Tag> },
          ...(props.reason === null ? [] : [{ key: 'The reason', value: props.reason }]),
          { key: 'As readers see it', value: <a href={props.shown}>{props.name}</a> },
        ]}
      />
      {props.acts.length > 0 && (
        <PostForm action={props.answer} noValidate>
          <ButtonGroup>
            {props.acts.map((act) => (
              <Button
                name="act"
                value={act}
                kind={act === 'join' ? undefined : act === 'leave' ? 'warning' : 'secondary'}
              >
                {actWords[act]}
              </Button>
            ))}
          </ButtonGroup>
        </PostForm>
      )}
      {props.askAgain !== null && (
        <p>
          <a href={props.askAgain}>Ask to join again</a>
        </p>
      )}
      {(props.edit !== null || props.close !== null) && (
        <ButtonGroup>
          {props.announce !== null && <Button href={props.announce}>Announce an event</Button>}
          {props.invite !== null && (
            <Button href={props.invite} kind="secondary">
              Invite an organisation
            </Button>
          )}
          {props.edit !== null && <a href={props.edit}>Change what it says of itself</a>}
          {props.close !== null && <a href={props.close}>End the network</a>}
        </ButtonGroup>
      )}
      <section>
        <h2 id="events">Events</h2>
        {props.events.length === 0 ? (
          <p>None is announced.</p>
        ) : (
          <Table
            narrow="stack"
            caption="By day"
            firstCellIsHeader
            head={[
              { content: 'Event' },
              { content: 'When' },
              { content: 'Where' },
              { content: 'Link' },
              ...(props.isHost ? [{ content: 'Change' }] : []),
            ]}
            rows={props.events.map((one) => [
              {
                content: (
                  <>
                    <a href={one.href}>{one.title}</a>
                    {one.state === 'cancelled' && (
                      <>
                        {' '}
                        <Tag tone="red">Cancelled</Tag>
                      </>
                    )}
                  </>
                ),
              },
              { content: whenWords(one) },
              { content: whereWords(one) },
              { content: one.link === null || one.state === 'cancelled' ? 'none' : <a href={one.link}>{one.link}</a> },
              ...(props.isHost
                ? [
                    {
                      content:
                        one.edit === null ? (
                          'no longer'
                        ) : (
                          <a href={one.edit}>
                            Change<span class="govuk-visually-hidden">: {one.title}</span>
                          </a>
                        ),
                    },
                  ]
                : []),
            ])}
          />
        )}
      </section>
      {props.people.length > 0 && (
        <section>
          <h2 id="members">Organisations</h2>
          <Table
            narrow="stack"
            caption="Members, and those who are invited, ask or have left"
            firstCellIsHeader
            head={[{ content: 'Organisation' }, { content: 'State' }, { content: 'Part in it' }, { content: 'Since' }]}
            rows={props.people.map((one) => [
              { content: one.href === null ? one.name : <a href={one.href}>{one.name}</a> },
              {
                content: (
                  <>
                    <Tag tone={stateWords[one.state].tone}>{stateWords[one.state].text}</Tag>
                    {one.reason !== null && <> {one.reason}</>}
                  </>
                ),
              },
              { content: one.role ?? (one.state === 'joined' ? 'Member' : 'none') },
              { content: plainDate(one.since) },
            ])}
          />
          {props.peoplePages && <Pagination {...props.peoplePages} />}
        </section>
      )}
    </>
  );
}

export interface JoinNetworkProps {
  readonly action: string;
  readonly network: string;
  readonly name: string;
  readonly host: string;
  readonly own: string;
  readonly back: string;
  readonly problem: string | null;
}

export function JoinNetwork(props: JoinNetworkProps) {
  return (
    <>
      <Refused problems={props.problem === null ? [] : [{ field: 'join', message: props.problem }]} />
      <PageHeading
        caption={props.own}
        lead={`${props.host} hosts it. Where it has written to you, you join at once; otherwise it is asked, and you get a letter.`}
      >
        Join {props.name}
      </PageHeading>
      <PostForm action={props.action} noValidate>
        <input type="hidden" name="network" value={props.network} />
        <ButtonGroup>
          <Button id="join">Join with {props.own}</Button>
          <a href={props.back}>Not now</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
