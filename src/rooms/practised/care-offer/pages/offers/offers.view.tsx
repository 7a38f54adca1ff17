import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { SearchForm } from '#ui/search-form/search-form.js';
import { Select, type SelectItem } from '#ui/select/select.js';
import { Tag } from '#ui/tag/tag.js';
import { careOfferPaths } from '../../paths.js';
import { isStale } from '../../rules.js';
import type { OfferWords } from '../../view-words.js';
import { careGroups, groupWords } from '../../words.js';

export interface OffersViewProps {
  readonly q: string;
  readonly kind: string;
  readonly authority: string;
  readonly group: string;
  readonly outside: string;
  readonly kinds: readonly SelectItem[];
  readonly authorities: readonly SelectItem[];
  readonly total: number;
  /** More than this are not looked at; null where all are. */
  readonly most: number | null;
  /** No offer has these words; those shown come near. */
  readonly near: boolean;
  readonly offers: readonly { readonly offer: OfferWords; readonly kinds: readonly string[] }[];
  readonly pages: PaginationProps | null;
  readonly today: string;
}

export function OffersView({
  q,
  kind,
  authority,
  group,
  outside,
  kinds,
  authorities,
  total,
  most,
  near,
  offers,
  pages,
  today,
}: OffersViewProps) {
  return (
    <>
      <PageHeading lead="What councils and others offer to young people who were in care. An offer of another council is an example, not a right.">
        Offers for care leavers
      </PageHeading>
      <SearchForm action={careOfferPaths.offers()} label="Words of the offer or its provider" value={q}>
        <Select name="kind" label="Kind" value={kind} items={[{ value: '', text: 'All kinds' }, ...kinds]} />
        <Select
          name="authority"
          label="Council"
          value={authority}
          items={[{ value: '', text: 'All councils and others' }, ...authorities]}
        />
        <Select
          name="group"
          label="Only for"
          value={group}
          items={[
            { value: '', text: 'Any group, or none' },
            ...careGroups.map((one) => ({ value: one, text: groupWords[one].name })),
          ]}
        />
        <Select
          name="outside"
          label="Living outside the area"
          value={outside}
          items={[
            { value: '', text: 'Any' },
            { value: 'yes', text: 'Holds' },
            { value: 'no', text: 'Does not hold' },
            { value: 'not known', text: 'Not known' },
          ]}
        />
      </SearchForm>
      {total === 0 ? (
        <EmptyState title="No offers found">
          Try fewer words, another kind or all councils. That none is known here does not mean that there is none.
        </EmptyState>
      ) : (
        <section>
          <h2>
            {near
              ? 'No offer has these words. These come near'
              : total === most
                ? `${total} offers with these words, and there may be more`
                : total === 1
                  ? '1 offer'
                  : `${total.toLocaleString('en-GB')} offers`}
          </h2>
          {!near && total === most && <p class="soft">Add a word, or choose a council, to find fewer.</p>}
          {offers.length === 0 && <NoSuchPage />}
          <Entries>
            {offers.map(({ offer, kinds: titles }) => (
              <Entry
                level={3}
                title={offer.title}
                href={careOfferPaths.offer(offer.slug)}
                facts={[offer.provider, ...titles].join(', ')}
              >
                <p>{offer.what.length > 220 ? `${offer.what.slice(0, 220)} …` : offer.what}</p>
                {isStale(offer.verified_on, today) && <Tag tone="yellow">Not checked for over a year</Tag>}{' '}
                {offer.printed !== null && <Tag tone="grey">As printed elsewhere</Tag>}
              </Entry>
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </section>
      )}
    </>
  );
}
