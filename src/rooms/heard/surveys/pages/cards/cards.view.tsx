import type { FieldProblem } from '#base/form.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused } from '#ui/error-summary/refused.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Table } from '#ui/table/table.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { audienceWords } from '../../view-words.js';

export interface BatchLine {
  readonly label: string;
  readonly audience: Audience;
  readonly setting: string;
  readonly href: string;
  readonly fileHref: string;
  readonly withdrawHref: string | null;
  /** The day, in words. */
  readonly made: string;
  readonly by: string | null;
  readonly many: number;
  readonly file:
    | { readonly kind: 'waits'; readonly until: string }
    | { readonly kind: 'handed out'; readonly on: string; readonly by: string | null }
    | { readonly kind: 'never' };
  readonly stopped: string | null;
  readonly received: string;
}

export interface CardsViewProps {
  readonly survey: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  /** The newest first. */
  readonly batches: readonly BatchLine[];
  readonly pages: PaginationProps | null;
  /** Batches of one name, in words. */
  readonly twice: readonly string[];
  readonly add: string | null;
}

function File({ batch }: { readonly batch: BatchLine }) {
  const { file } = batch;
  if (batch.stopped !== null) return <>{batch.stopped}</>;
  if (file.kind === 'handed out') return <>{`Downloaded on ${file.on}${file.by === null ? '' : ` by ${file.by}`}`}</>;
  if (file.kind === 'never')
    return <>Not downloaded in time. Nobody has these cards: withdraw the batch and make new ones.</>;
  return (
    <PostForm action={batch.fileHref} noValidate>
      <Button>
        Download the cards (PDF)<span class="govuk-visually-hidden">{`: ${batch.label}`}</span>
      </Button>
      <div class="soft">{`Once, until ${file.until}`}</div>
    </PostForm>
  );
}

export function CardsView({ survey, done, problems, batches, pages, twice, add }: CardsViewProps) {
  return (
    <>
      <Done>{done}</Done>
      <Refused problems={problems} />
      <PageHeading
        caption={survey}
        lead="Each batch is made once, and its file is downloaded once. If cards are lost, withdraw their batch: cards that were not used stop working."
      >
        Batches of cards
      </PageHeading>
      {twice.length > 0 && (
        <WarningText>{`Cards may have been printed twice: ${twice.join('; ')}. Withdraw the batch that you do not need.`}</WarningText>
      )}
      {add !== null && (
        <Button href={add} {...(batches.length === 0 ? {} : { kind: 'secondary' as const })}>
          Make cards
        </Button>
      )}
      <div id="batches" tabIndex={-1}>
        {batches.length === 0 ? (
          <EmptyState title="No cards yet">Cards are one for each person, each with a code that works once.</EmptyState>
        ) : (
          <Table
            caption="Batches, the newest first"
            narrow="stack"
            firstCellIsHeader
            head={[
              { content: 'For' },
              { content: 'Made' },
              { content: 'Cards' },
              { content: 'Answered' },
              { content: 'File' },
              { content: 'Withdraw' },
            ]}
            rows={batches.map((batch) => [
              {
                content: (
                  <>
                    <a href={batch.href}>{batch.label}</a>
                    <div class="soft">{`${audienceWords[batch.audience]}, ${batch.setting}`}</div>
                  </>
                ),
              },
              {
                content: (
                  <>
                    {batch.made}
                    {batch.by !== null && <div class="soft">{`by ${batch.by}`}</div>}
                  </>
                ),
              },
              { content: batch.many.toLocaleString('en-GB') },
              { content: batch.received },
              { content: <File batch={batch} /> },
              {
                content:
                  batch.withdrawHref === null ? (
                    'Withdrawn'
                  ) : (
                    <a href={batch.withdrawHref}>
                      Withdraw<span class="govuk-visually-hidden">{` ${batch.label}, made on ${batch.made}`}</span>
                    </a>
                  ),
              },
            ])}
          />
        )}
      </div>
      {pages && <Pagination {...pages} />}
    </>
  );
}
