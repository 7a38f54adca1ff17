import { plainDate } from '#base/london.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { kindWords, membersWords } from '../../view-words.js';
import type { NetworkKind } from '../../words.js';
import { EventCards, type EventCardProps } from '../event/event-cards.view.js';

interface Linked {
  readonly text: string;
  readonly href: string | null;
}

export interface NetworkViewProps {
  readonly name: string;
  readonly kind: NetworkKind;
  readonly purpose: string;
  readonly organisation_name: string;
  readonly founded_on: string;
  readonly closed_on: string | null;
  readonly reason: string | null;
  readonly terms: string | null;
  readonly chair: string | null;
  readonly members: number;
  readonly area: Linked | null;
  readonly ownBoard: Linked | null;
  readonly themes: readonly Linked[];
  readonly people: readonly {
    readonly name: string;
    readonly kind: string;
    readonly role: string | null;
    readonly since: string;
  }[];
  readonly pages: PaginationProps | null;
  readonly practices: readonly {
    readonly href: string;
    readonly title: string;
    readonly organisation_name: string;
    readonly published_on: string;
  }[];
  readonly coming: readonly EventCardProps[];
  readonly past: readonly EventCardProps[];
  readonly calendar: string;
  readonly join: string;
}

const organisationKinds: Readonly<Record<string, string>> = {
  association: 'Association',
  programme: 'Programme',
  authority: 'Authority',
  school: 'School or setting',
  trust: 'Trust',
  group: 'Group of young people',
};

export function NetworkView(props: NetworkViewProps) {
  const { terms, themes } = props;
  return (
    <>
      <PageHeading caption={kindWords[props.kind]}>{props.name}</PageHeading>
      {props.closed_on !== null && (
        <InsetText>
          <strong>It ended on {plainDate(props.closed_on)}.</strong> {props.reason}
        </InsetText>
      )}
      <Paragraphs text={props.purpose} />
      <SummaryList
        rows={[
          { key: 'Hosted by', value: props.organisation_name },
          ...(props.chair === null ? [] : [{ key: 'Chair', value: props.chair }]),
          ...(themes.length === 0
            ? []
            : [
                {
                  key: 'Themes',
                  value: (
                    <ul class="govuk-list">
                      {themes.map((one) => (
                        <li>
                          <Link {...one} />
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          ...(props.area === null ? [] : [{ key: 'Area', value: <Link {...props.area} /> }]),
          ...(props.ownBoard === null ? [] : [{ key: 'Agendas and minutes', value: <Link {...props.ownBoard} /> }]),
          { key: 'Since', value: plainDate(props.founded_on) },
        ]}
      />
      {terms !== null && (
        <section>
          <h2>Terms of reference</h2>
          <Paragraphs text={terms} />
        </section>
      )}
      <section>
        <h2 id="events">Events</h2>
        {props.coming.length === 0 ? <p>None is announced.</p> : <EventCards events={props.coming} level={3} />}
        <p>
          <a href={props.calendar}>Take them into your calendar (iCalendar)</a>: changes and cancellations follow by
          themselves.
        </p>
        {props.past.length > 0 && (
          <>
            <h3>Past events</h3>
            <ul class="govuk-list govuk-list--bullet">
              {props.past.map((one) => (
                <li>
                  <a href={one.href}>{one.title}</a>, {plainDate(one.day)}
                  {one.state === 'cancelled' && ' (cancelled)'}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h2 id="shared">What its members have shared</h2>
        {props.practices.length === 0 ? (
          <p>Nothing under its themes yet.</p>
        ) : (
          <Entries>
            {props.practices.map((one) => (
              <Entry
                level={3}
                title={one.title}
                href={one.href}
                facts={`${one.organisation_name}, ${plainDate(one.published_on)}`}
              />
            ))}
          </Entries>
        )}
      </section>
      <section>
        <h2 id="members">Members</h2>
        {props.people.length === 0 ? (
          <NoSuchPage />
        ) : (
          <Table
            narrow="stack"
            caption={membersWords(props.members)}
            firstCellIsHeader
            head={[{ content: 'Organisation' }, { content: 'Kind' }, { content: 'Part in it' }, { content: 'Since' }]}
            rows={props.people.map((one) => [
              { content: one.name },
              { content: organisationKinds[one.kind] ?? one.kind },
              { content: one.role ?? 'Member' },
              { content: plainDate(one.since) },
            ])}
          />
        )}
        {props.pages && <Pagination {...props.pages} />}
        {props.closed_on === null && (
          <p>
            <a href={props.join}>Join with your organisation</a>
          </p>
        )}
      </section>
    </>
  );
}

function Link({ text, href }: Linked) {
  return href === null ? <>{text}</> : <a href={href}>{text}</a>;
}

function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((part) => (
        <p>{part}</p>
      ))}
    </>
  );
}
