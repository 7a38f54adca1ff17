import { plainDate } from '#base/london.js';
import { CoverageKey, CoverageMark } from '#ui/coverage/coverage.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { careOfferPaths } from '../../paths.js';
import type { CoverageLine } from '../../published.js';
import { isStale } from '../../rules.js';
import type { OfferWords } from '../../view-words.js';
import type { CoverageState } from '../../words.js';

type Line = CoverageLine & { readonly others: number };

export interface AuthorityViewProps {
  readonly name: string;
  readonly directoryHref: string;
  readonly compareHref: string;
  readonly today: string;
  readonly kinds: readonly {
    readonly title: string;
    readonly state: CoverageState;
    readonly said: readonly Line[];
    readonly asks: readonly { readonly body: string; readonly said: Line | null }[];
    readonly offers: readonly OfferWords[];
  }[];
  readonly more: string | null;
}

/** Who said it, when and on what ground. */
export function SaidBy({ line }: { readonly line: Line }) {
  return (
    <>
      {line.offer === null ? (
        line.source_url === null ? (
          line.source
        ) : (
          <a href={line.source_url}>{line.source}</a>
        )
      ) : (
        <a href={careOfferPaths.offer(line.offer)}>{line.source}</a>
      )}
      {`. ${plainDate(line.saidOn)}, said by ${line.own ? 'the council itself' : line.organisation_name}`}
      {line.others > 0 && `; ${line.others === 1 ? 'another saying' : `${line.others} other sayings`} not shown`}
    </>
  );
}

export function AuthorityView({ name, directoryHref, compareHref, today, kinds, more }: AuthorityViewProps) {
  return (
    <>
      <PageHeading
        caption="Offer to care leavers"
        lead="Kind by kind: what is offered, and what nobody has said yet. Not known never means no."
      >
        {name}
      </PageHeading>
      <p>
        <a href={compareHref}>{`Compare ${name} with another council`}</a>, or{' '}
        <a href={directoryHref}>see it in the directory</a>.
      </p>
      {kinds.length === 0 ? (
        <EmptyState title="No list of asks yet">Kinds of ask appear when a list of asks is published.</EmptyState>
      ) : (
        <>
          <CoverageKey />
          {kinds.map(({ title, state, said, asks, offers }) => (
            <section>
              <h2>{title}</h2>
              <p>
                <CoverageMark state={state} words />
                {said.length === 0 && state !== 'not known' && (
                  <span class="soft"> Worked out from the asks below</span>
                )}
              </p>
              {said.map((line) => (
                <p class="soft">
                  <SaidBy line={line} />
                </p>
              ))}
              {offers.length > 0 && (
                <ul>
                  {offers.map((offer) => (
                    <li>
                      <a href={careOfferPaths.offer(offer.slug)}>{offer.title}</a>
                      {isStale(offer.verified_on, today) && ' (not checked for over a year)'}
                    </li>
                  ))}
                </ul>
              )}
              {asks.length > 0 && (
                <Table
                  narrow="stack"
                  caption={`${title}: each ask`}
                  captionClass="govuk-visually-hidden"
                  head={[{ content: 'What care leavers ask' }, { content: 'Answer' }, { content: 'How it is known' }]}
                  rows={asks.map(({ body, said: line }) => [
                    { content: body },
                    { content: <CoverageMark state={line?.state ?? 'not known'} words /> },
                    { content: line ? <SaidBy line={line} /> : 'Nobody has said' },
                  ])}
                />
              )}
            </section>
          ))}
        </>
      )}
      {more !== null && (
        <p>
          <a href={more}>See all offers of this council</a>
        </p>
      )}
    </>
  );
}
