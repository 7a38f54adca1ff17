import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { PageHeading } from '#ui/page/page.js';
import { NoSuchPage, Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Select } from '#ui/select/select.js';
import { statusWords } from '../../view-words.js';
import type { PromiseStatus } from '../../words.js';
import { StandingLine, type StandingProps } from '../status.view.js';

export interface PromisesViewProps {
  readonly action: string;
  readonly heading: string;
  readonly status: PromiseStatus | null;
  readonly statuses: readonly {
    readonly text: string;
    readonly href: string;
    readonly count: number;
    readonly current: boolean;
  }[];
  /** "framework theme", or "framework " for all of one. */
  readonly theme: string;
  readonly themes: readonly { readonly value: string; readonly text: string }[];
  readonly authority: string;
  readonly authorities: readonly { readonly value: string; readonly text: string }[];
  readonly board: string;
  readonly boards: readonly { readonly value: string; readonly text: string }[];
  /** Narrowed to one organisation, with the way back to all. */
  readonly organisation: { readonly slug: string; readonly name: string; readonly everybody: string } | null;
  readonly total: number;
  readonly promises: readonly PromiseEntryProps[];
  readonly pages: PaginationProps | null;
}

export interface PromiseEntryProps extends StandingProps {
  readonly href: string;
  readonly aim: string;
  readonly effect_verb: string;
  readonly effect: string;
  readonly organisation_name: string;
  readonly theme: string | null;
}

export function PromisesView(props: PromisesViewProps) {
  const { status, organisation, total } = props;
  return (
    <>
      <PageHeading lead="What councils, schools and others have promised young people, by when, and what came of it.">
        {props.heading}
      </PageHeading>
      {organisation && (
        <p>
          Only those of {organisation.name}. <a href={organisation.everybody}>Show everybody’s</a>
        </p>
      )}
      <form class="filter" method="get" action={props.action}>
        {status !== null && <input type="hidden" name="status" value={status} />}
        {organisation && <input type="hidden" name="organisation" value={organisation.slug} />}
        <Select
          id="theme"
          name="theme"
          label="Theme"
          value={props.theme}
          items={[{ value: '', text: 'All themes' }, ...props.themes]}
        />
        {props.authorities.length > 0 && (
          <Select
            id="authority"
            name="authority"
            label="Area"
            value={props.authority}
            items={[{ value: '', text: 'All areas' }, ...props.authorities]}
          />
        )}
        {props.boards.length > 0 && (
          <Select
            id="board"
            name="board"
            label="Responsible board"
            value={props.board}
            items={[{ value: '', text: 'Any board or none' }, ...props.boards]}
          />
        )}
        <Button kind="secondary">Show</Button>
      </form>
      {props.statuses.length > 0 && <JumpLinks label="By status" links={props.statuses} />}
      {total === 0 ? (
        <EmptyState
          title={
            status === null ? 'No promises found' : `No promises that are ${statusWords[status].text.toLowerCase()}`
          }
        >
          A promise appears here on the day it is agreed, and stays for good.
        </EmptyState>
      ) : (
        <section>
          <h2>
            {`${total.toLocaleString('en-GB')} ` +
              `${total === 1 ? 'promise' : 'promises'}${status === null ? '' : ` ${total === 1 ? 'is' : 'are'} ${statusWords[status].text.toLowerCase()}`}`}
          </h2>
          {status !== null && <p class="soft">{statusWords[status].means}</p>}
          {props.promises.length === 0 && <NoSuchPage />}
          <Entries>
            {props.promises.map((one) => (
              <Entry
                level={3}
                title={`We will ${one.aim}`}
                href={one.href}
                facts={
                  <StandingLine {...one}>
                    <span>{one.organisation_name}</span>
                  </StandingLine>
                }
              >
                <p>
                  So, you {one.effect_verb} {one.effect}.{one.theme !== null && <span class="soft"> {one.theme}</span>}
                </p>
              </Entry>
            ))}
          </Entries>
          {props.pages && <Pagination {...props.pages} />}
        </section>
      )}
    </>
  );
}
