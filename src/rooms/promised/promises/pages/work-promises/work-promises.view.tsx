import { plainDate } from '#base/london.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Tag } from '#ui/tag/tag.js';
import { dueWords, fromNow } from '../../view-words.js';
import type { PromiseStatus } from '../../words.js';
import { StatusTag } from '../status.view.js';

export interface WorkPromise {
  readonly href: string;
  readonly aim: string;
  /** Null for a draft. */
  readonly status: PromiseStatus | null;
  readonly due: string | null;
  readonly first_due: string | null;
  readonly moves: number;
  readonly last_news: string | null;
  readonly waiting: number;
  /** What a draft lacks, in a few words. */
  readonly lacks: readonly string[];
}

export interface WorkPromisesProps {
  readonly organisation: string;
  readonly done: string | null;
  readonly mayAct: boolean;
  readonly add: string;
  readonly all: string;
  readonly confirmations: string | null;
  readonly today: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly about: string;
    readonly count: number;
    /** Where all of them stand, if these are the first of many. */ readonly more: string | null;
    readonly promises: readonly WorkPromise[];
  }[];
  /** The way back to everything, where only one group is shown. */
  readonly whole: string | null;
  readonly pages: Pick<PaginationProps, 'previous' | 'next' | 'items'> | null;
}

/** An organisation's promises by what needs doing. */
export function WorkPromises({
  organisation,
  done,
  mayAct,
  add,
  all,
  confirmations,
  today,
  groups,
  whole,
  pages,
}: WorkPromisesProps) {
  const filled = groups.filter(({ count }) => count > 0);
  return (
    <>
      <Done>{done}</Done>
      <PageHeading caption={organisation} lead="What your organisation promises young people, by what needs doing.">
        Promises
      </PageHeading>
      <ButtonGroup>
        {mayAct && <Button href={add}>Make a promise</Button>}
        <a href={all}>How readers see them</a>
        {confirmations !== null && <a href={confirmations}>What your young people were asked</a>}
      </ButtonGroup>
      {filled.length === 0 ? (
        <EmptyState title="No promises yet">
          A promise says what you will do, by which steps, and what changes for young people. It begins as a draft that
          only your organisation sees.
        </EmptyState>
      ) : (
        <>
          {whole === null ? (
            <JumpLinks
              label="Parts of this page"
              links={filled.map(({ id, title, count }) => ({ text: title, href: `#${id}`, count }))}
            />
          ) : (
            <p>
              <a href={whole}>All your promises</a>
            </p>
          )}
          {filled.map(({ id, title, about, count, more, promises }) => (
            <section>
              <h2 id={id}>{title}</h2>
              <p class="soft">{about}</p>
              <Entries>
                {promises.map((one) => (
                  <Entry
                    level={3}
                    title={`We will ${one.aim}`}
                    href={one.href}
                    facts={<Facts promise={one} today={today} />}
                  />
                ))}
              </Entries>
              {more !== null && (
                <p>
                  <a href={more}>{`All ${count}: ${title.toLowerCase()}`}</a>
                </p>
              )}
              {pages && <Pagination {...pages} />}
            </section>
          ))}
        </>
      )}
    </>
  );
}

function Facts({ promise: one, today }: { readonly promise: WorkPromise; readonly today: string }) {
  return (
    <span class="facts-line">
      {one.status === null ? <Tag tone="grey">Draft</Tag> : <StatusTag status={one.status} />}
      {one.lacks.length > 0 && <span>Lacks {one.lacks.join(', ')}</span>}
      {one.due !== null && (
        <span>{`Due ${dueWords({ due: one.due, first_due: one.first_due, moves: one.moves })}, ${fromNow(one.due, today)}`}</span>
      )}
      {one.last_news !== null && <span>Last news {plainDate(one.last_news)}</span>}
      {one.waiting > 0 && (
        <span>{one.waiting === 1 ? '1 group has not answered' : `${one.waiting} groups have not answered`}</span>
      )}
    </span>
  );
}
