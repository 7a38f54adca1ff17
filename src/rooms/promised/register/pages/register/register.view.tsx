import { plainDate } from '#base/london.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { EndedNotice, type EndedNoticeProps } from '#ui/frozen/ended-notice.js';
import { Input } from '#ui/input/input.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Select } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';
import { kindWords, shownWordsFor } from '../../view-words.js';
import { bodyKinds, type BodyKind, type ShownWord } from '../../words.js';
import { Figures, type FiguresProps } from '../figures.view.js';
import { ShownTag } from '../standing-tag.view.js';

export interface RegisterViewProps {
  readonly framework: string;
  readonly action: string;
  readonly figures: FiguresProps;
  readonly show: ShownWord | null;
  readonly words: readonly {
    readonly text: string;
    readonly href: string;
    readonly count?: number;
    readonly current: boolean;
  }[];
  readonly q: string;
  readonly kind: string;
  readonly authority: string;
  readonly areas: readonly { readonly value: string; readonly text: string }[];
  readonly total: number;
  /** There are more than `total`, and nobody counted how many. */
  readonly isMore: boolean;
  readonly entries: readonly EntryRowProps[];
  readonly pages: PaginationProps | null;
  readonly map: string;
  /** When and why the framework ended: nobody signs it any more. */
  readonly ended: Pick<EndedNoticeProps, 'on' | 'role' | 'reason'> | null;
  readonly interested: string;
  readonly sign: string;
  readonly csv: string;
  readonly json: string;
}

export interface EntryRowProps {
  readonly name: string;
  readonly href: string;
  readonly kind: BodyKind;
  readonly area: string | null;
  readonly word: ShownWord;
  /** Signed, and due for renewal within the notice period. */
  readonly renewalDue: boolean;
  readonly signed_on: string | null;
}

function howMany({ total, isMore }: RegisterViewProps): string {
  if (isMore) return 'Entries';
  return `${total.toLocaleString('en-GB')} ${total === 1 ? 'entry' : 'entries'}`;
}

export function RegisterView(props: RegisterViewProps) {
  const { show, total } = props;
  return (
    <>
      <PageHeading
        caption={props.framework}
        lead="Who signed, and what came of it. Levels are worked out from published evidence and removed when it lapses."
      >
        Register
      </PageHeading>
      <Figures {...props.figures} />
      {props.ended !== null && <EndedNotice word="framework" {...props.ended} />}
      <p>
        <a href={props.map}>Map of London</a>
        {props.ended === null && (
          <>
            {' '}
            · <a href={props.interested}>We are interested</a> · <a href={props.sign}>Sign or renew</a> (for people with
            an account)
          </>
        )}
      </p>
      <form class="filter" method="get" action={props.action} role="search" aria-label="In this register">
        {show !== null && <input type="hidden" name="show" value={show} />}
        <Input name="q" label="Name" type="search" value={props.q} class="govuk-input--width-20" />
        <Select
          id="kind"
          name="kind"
          label="Kind"
          value={props.kind}
          items={[
            { value: '', text: 'All kinds' },
            ...bodyKinds.map((kind) => ({ value: kind, text: kindWords[kind].many })),
          ]}
        />
        {props.areas.length > 0 && (
          <Select
            id="authority"
            name="authority"
            label="Area"
            value={props.authority}
            items={[{ value: '', text: 'All areas' }, ...props.areas]}
          />
        )}
        <Button kind="secondary">Show</Button>
      </form>
      {props.words.length > 0 && <JumpLinks label="By level" links={props.words} />}
      {total === 0 ? (
        <EmptyState title="Nobody found">
          Try another name, or remove a filter. The register lists only those who have signed.
        </EmptyState>
      ) : (
        <section>
          <h2>{`${howMany(props)}${show === null ? '' : `: ${shownWordsFor[show].text.toLowerCase()}`}`}</h2>
          {props.isMore && (
            <p class="soft">
              More than {total.toLocaleString('en-GB')} names match, so we do not count them. Type more of the name, or
              choose a kind or an area.
            </p>
          )}
          {show !== null && <p class="soft">{shownWordsFor[show].means}</p>}
          {props.entries.length === 0 ? (
            <NoSuchPage />
          ) : (
            <Table
              narrow="stack"
              firstCellIsHeader
              caption="By name"
              captionClass="govuk-visually-hidden"
              head={[
                { content: 'Name' },
                { content: 'Kind' },
                { content: 'Area' },
                { content: 'Status' },
                { content: 'Signed on' },
              ]}
              rows={props.entries.map(({ name, href, kind, area, word, renewalDue, signed_on }) => [
                { content: <a href={href}>{name}</a> },
                { content: kindWords[kind].one },
                { content: area ?? 'not given' },
                {
                  content: (
                    <>
                      <ShownTag word={word} />
                      {renewalDue && <span class="soft"> renewal due</span>}
                    </>
                  ),
                },
                { content: signed_on === null ? 'not signed' : plainDate(signed_on) },
              ])}
            />
          )}
          {props.pages && <Pagination {...props.pages} />}
        </section>
      )}
      <p>
        Download the register: <a href={props.csv}>CSV</a> or <a href={props.json}>JSON</a>
      </p>
    </>
  );
}
