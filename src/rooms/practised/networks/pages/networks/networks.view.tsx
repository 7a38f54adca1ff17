import { withoutLastWord } from '#base/ends.js';
import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Tag } from '#ui/tag/tag.js';
import { kindWords, membersWords } from '../../view-words.js';
import type { NetworkKind } from '../../words.js';
import { EventCards, type EventCardProps } from '../event/event-cards.view.js';

export interface NetworksViewProps {
  readonly kind: NetworkKind | null;
  readonly kinds: readonly { readonly kind: NetworkKind | null; readonly href: string }[];
  readonly total: number;
  readonly networks: readonly {
    readonly href: string;
    readonly name: string;
    readonly kind: NetworkKind;
    readonly purpose: string;
    readonly organisation_name: string;
    readonly members: number;
    readonly closed_on: string | null;
    readonly next: string | null;
  }[];
  readonly events: readonly (EventCardProps & { readonly network_name: string })[];
  readonly award: string;
  readonly pages: PaginationProps | null;
}

export function NetworksView({ kind, kinds, total, networks, events, award, pages }: NetworksViewProps) {
  return (
    <>
      <PageHeading lead="Organisations that learn from each other: learning partnerships share what works under a theme. Steering groups oversee progress.">
        Networks
      </PageHeading>
      <JumpLinks
        label="Kinds of network"
        links={kinds.map((one) => ({
          text: one.kind === null ? 'All' : `${kindWords[one.kind]}s`,
          href: one.href,
          ...(one.kind === kind ? { current: true } : {}),
        }))}
      />
      {total === 0 ? (
        <EmptyState title="No networks yet">A network is here as soon as an organisation founds it.</EmptyState>
      ) : networks.length === 0 ? (
        <NoSuchPage />
      ) : (
        <section>
          <h2>{total === 1 ? '1 network' : `${total.toLocaleString('en-GB')} networks`}</h2>
          <Entries>
            {networks.map((one) => (
              <Entry
                level={3}
                title={one.name}
                href={one.href}
                facts={
                  <span class="facts-line">
                    <span>{kindWords[one.kind]}</span>
                    <span>Hosted by {one.organisation_name}</span>
                    <span>{membersWords(one.members)}</span>
                    {one.next !== null && <span>Meets next on {plainDate(one.next)}</span>}
                    {one.closed_on !== null && <Tag tone="grey">Ended</Tag>}
                  </span>
                }
              >
                {shortened(one.purpose)}
              </Entry>
            ))}
          </Entries>
          {pages && <Pagination {...pages} />}
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h2 id="events">Coming events</h2>
          <EventCards events={events.map((one) => ({ ...one, note: one.network_name }))} level={3} />
        </section>
      )}
      <p>
        <a href={award}>The Rights Respecting Schools Award: who takes part, area by area</a>
      </p>
    </>
  );
}

function shortened(text: string): string {
  return text.length <= 220 ? text : `${withoutLastWord(text.slice(0, 220))} …`;
}
