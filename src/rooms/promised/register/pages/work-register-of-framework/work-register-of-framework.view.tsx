import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { kindWords } from '../../view-words.js';
import type { BodyKind, ShownWord } from '../../words.js';
import { Figures, type FiguresProps } from '../figures.view.js';
import { ShownTag } from '../standing-tag.view.js';

export interface KeptRegisterProps {
  readonly framework: string;
  readonly figures: FiguresProps;
  readonly done: string | null;
  /** Only a demonstration shows the way in of somebody who was invited. */
  readonly link: string | null;
  readonly problem: string | null;
  readonly interests: readonly {
    readonly action: string;
    readonly name: string;
    readonly kind: BodyKind;
    readonly number: string | null;
    readonly role: string;
    readonly email: string;
    readonly said_on: string;
  }[];
  readonly interestPages: PaginationProps | null;
  readonly q: string;
  readonly action: string;
  readonly total: number;
  readonly entries: readonly {
    readonly name: string;
    readonly href: string | null;
    readonly kind: BodyKind;
    readonly word: ShownWord;
    readonly remove: string | null;
  }[];
  readonly pages: PaginationProps | null;
  /** Null once the framework has ended: nobody is invited any more. */
  readonly invite: string | null;
  readonly upload: string;
  readonly register: string;
}

export function KeptRegister(props: KeptRegisterProps) {
  return (
    <>
      <Refused problems={props.problem === null ? [] : [{ field: 'interested', message: props.problem }]} />
      {props.done !== null && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">{props.done}</p>
          {props.link !== null && (
            <p>
              No letter leaves a demonstration. It would hold this link: <a href={props.link}>join</a>
            </p>
          )}
        </NotificationBanner>
      )}
      <PageHeading
        caption={props.framework}
        lead={
          'Invite organisations, answer those who are interested, and remove an entry with a reason. Only the ' +
          'organisation itself can sign, and levels are worked out from published evidence.'
        }
      >
        Keep the register
      </PageHeading>
      {props.invite === null && (
        <InsetText>
          This framework has ended. Nobody is invited to sign it any more. Signatures count until they lapse.
        </InsetText>
      )}
      <Figures {...props.figures} />
      <ButtonGroup>
        {props.invite !== null && <Button href={props.invite}>Invite somebody</Button>}
        {props.invite !== null && <a href={props.upload}>Invite many with a file</a>}
        <a href={props.register}>View public page</a>
      </ButtonGroup>
      <section>
        <h2 id="interested">Interested</h2>
        {props.interests.length === 0 ? (
          <p>No requests are waiting.</p>
        ) : (
          props.interests.map(({ action, name, kind, number, role, email, said_on }) => (
            <>
              <SummaryList
                card={{ title: name, level: 3 }}
                rows={[
                  { key: 'Kind', value: number === null ? kindWords[kind].one : `${kindWords[kind].one}, ${number}` },
                  { key: 'Who writes', value: `${role}, ${email}` },
                  { key: 'Said on', value: plainDate(said_on) },
                ]}
              />
              <PostForm action={action} noValidate>
                <ButtonGroup>
                  <Button name="answer" value="invite">
                    List and invite<span class="govuk-visually-hidden">: {name}</span>
                  </Button>
                  <Button name="answer" value="decline" kind="secondary">
                    Decline<span class="govuk-visually-hidden">: {name}</span>
                  </Button>
                </ButtonGroup>
              </PostForm>
            </>
          ))
        )}
        {props.interestPages && <Pagination {...props.interestPages} />}
        {props.interests.length > 0 && (
          <InsetText>
            Check that the email address belongs to the organisation. It is deleted after you decide. We do not email
            organisations that you decline.
          </InsetText>
        )}
      </section>
      <section>
        <h2 id="entries">Entries</h2>
        <form class="filter" method="get" action={props.action}>
          <Input name="q" type="search" label="Name" value={props.q} class="govuk-input--width-20" />
          <Button kind="secondary">Find</Button>
        </form>
        {props.entries.length === 0 ? (
          <EmptyState title="No entries found" level={3}>
            Invite somebody, or look for another name.
          </EmptyState>
        ) : (
          <Table
            narrow="stack"
            firstCellIsHeader
            caption={`${props.total.toLocaleString('en-GB')} ${props.total === 1 ? 'entry' : 'entries'}, by name`}
            head={[{ content: 'Name' }, { content: 'Kind' }, { content: 'Status' }, { content: 'Action' }]}
            rows={props.entries.map(({ name, href, kind, word, remove }) => [
              // Readers see who has signed.
              { content: href === null ? name : <a href={href}>{name}</a> },
              { content: kindWords[kind].one },
              { content: <ShownTag word={word} /> },
              {
                content:
                  remove === null ? (
                    props.invite === null ? (
                      'none'
                    ) : (
                      <a href={props.invite}>Invite again</a>
                    )
                  ) : (
                    <a href={remove}>
                      Remove<span class="govuk-visually-hidden"> {name}</span>
                    </a>
                  ),
              },
            ])}
          />
        )}
        {props.pages && <Pagination {...props.pages} />}
      </section>
    </>
  );
}
