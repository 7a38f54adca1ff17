import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { careOfferPaths } from '../../paths.js';
import type { OfferState } from '../../words.js';

export interface DeskProps {
  readonly organisation: string;
  readonly mayKeep: boolean;
  readonly counts: Readonly<Record<OfferState, number>>;
  readonly offers: readonly {
    readonly title: string;
    readonly provider: string;
    readonly state: OfferState;
    readonly href: string;
    readonly stale: boolean;
  }[];
  readonly done: string | null;
  readonly publicHref: string | null;
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

const stateWords = { draft: 'Draft', live: 'Published', ended: 'Ended' } as const;
const stateTones = { draft: 'grey', live: 'green', ended: 'red' } as const;

export function Desk({ organisation, mayKeep, counts, offers, done, publicHref, pages }: DeskProps) {
  return (
    <>
      {done !== null && <NotificationBanner kind="success" text={done} />}
      <PageHeading
        caption={organisation}
        lead="What young people who were in care can get, and whether what they ask for is answered."
      >
        Care offer
      </PageHeading>
      {mayKeep ? (
        <>
          <ButtonGroup>
            <Button href={careOfferPaths.create()}>Write an offer down</Button>
            <Button kind="secondary" href={careOfferPaths.upload()}>
              Bring in a file of offers
            </Button>
            <Button kind="secondary" href={careOfferPaths.sheet()}>
              Say what is covered
            </Button>
          </ButtonGroup>
          {publicHref !== null && (
            <p>
              <a href={publicHref}>What readers see of your council</a>
            </p>
          )}
          {offers.length === 0 ? (
            <EmptyState title="No offers yet">
              Write the first one down, or bring in a file. Nothing is shown to readers until you publish it.
            </EmptyState>
          ) : (
            <Table
              narrow="stack"
              caption={`${counts.draft} in draft, ${counts.live} published, ${counts.ended} ended`}
              head={[{ content: 'Offer' }, { content: 'Provider' }, { content: 'State' }]}
              rows={offers.map(({ title, provider, state, href, stale }) => [
                { content: <a href={href}>{title}</a> },
                { content: provider },
                {
                  content: (
                    <>
                      <Tag tone={stateTones[state]}>{stateWords[state]}</Tag>{' '}
                      {stale && <Tag tone="yellow">Check again</Tag>}
                    </>
                  ),
                },
              ])}
            />
          )}
          {pages && <Pagination {...pages} />}
        </>
      ) : (
        <EmptyState title="Not for your organisation">
          Offers are kept by authorities, programmes and associations.
        </EmptyState>
      )}
    </>
  );
}
