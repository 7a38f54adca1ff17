/** A promise as its organisation works on it: what it lacks, what can be done, what stands already. */
import { plainDate } from '#base/london.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { answerWords, dueWords, evidenceWords, statusWords, strengthWords } from '../../view-words.js';
import type { Answer, EvidenceKind, OwnStrength, PromiseStatus } from '../../words.js';
import { StatusTag } from '../status.view.js';

export interface OwnPromiseProps {
  readonly number: number;
  readonly done: { readonly words: string; readonly isDone: boolean } | null;
  readonly promise: {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect_verb: 'can' | 'feel';
    readonly effect: string;
    readonly owner: string | null;
    readonly due: string | null;
    readonly first_due: string | null;
    readonly moves: number;
    readonly last_news: string | null;
    readonly reason: string | null;
  };
  /** Null for a draft. */
  readonly status: PromiseStatus | null;
  readonly theme: string;
  /** What keeps a draft from being agreed: the rule, and the field to mend. */
  readonly missing: readonly { readonly message: string; readonly href: string }[];
  readonly acts: readonly { readonly text: string; readonly href: string; readonly isFirst?: boolean }[];
  /** Where a draft is thrown away. */
  readonly discard: string | null;
  readonly page: string | null;
  readonly evidence: readonly {
    readonly title: string;
    readonly kind: EvidenceKind;
    readonly dated: string;
    readonly strength: OwnStrength;
    readonly taken_back_on: string | null;
    readonly takeBack: string | null;
  }[];
  /** The board of another organisation that it names; readers see it after its yes. */
  readonly board: { readonly name: string; readonly answer: 'yes' | 'no' | null; readonly on: string } | null;
  readonly asked: readonly {
    readonly group_name: string;
    readonly asked_on: string;
    readonly answer: Answer | null;
    readonly people: number | null;
  }[];
}

function boardWords({ name, answer, on }: NonNullable<OwnPromiseProps['board']>): string {
  if (answer === 'yes') return `${name}. It said yes on ${plainDate(on)}`;
  if (answer === 'no') return `${name} said no on ${plainDate(on)}. Readers do not see it`;
  return `${name}, asked on ${plainDate(on)}. Readers do not see it until it says yes`;
}

export function OwnPromise({
  number,
  done,
  promise,
  status,
  theme,
  missing,
  acts,
  discard,
  page,
  evidence,
  board,
  asked,
}: OwnPromiseProps) {
  return (
    <>
      {done !== null && (
        <NotificationBanner kind={done.isDone ? 'success' : undefined}>
          <p class="govuk-notification-banner__heading">{done.words}</p>
        </NotificationBanner>
      )}
      <PageHeading
        lead={
          status === null
            ? 'Only your organisation sees this draft.'
            : page !== null && <a href={page}>How readers see it</a>
        }
      >{`Promise ${number}`}</PageHeading>
      <Pledge
        level={2}
        aim={promise.aim}
        steps={promise.steps}
        effect={promise.effect === '' ? null : { verb: promise.effect_verb, words: promise.effect }}
      />
      {status !== null && (
        <p>
          <StatusTag status={status} /> {statusWords[status].means}
        </p>
      )}
      {status === null && missing.length > 0 && (
        <InsetText>
          <p>
            <strong>It stays a draft until this is there:</strong>
          </p>
          <ul>
            {missing.map(({ message, href }) => (
              <li>
                <a href={href}>{message}</a>
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {acts.length > 0 && (
        <ButtonGroup>
          {acts.map(({ text, href, isFirst }) => (
            <Button href={href} kind={isFirst === true ? undefined : 'secondary'}>
              {text}
            </Button>
          ))}
        </ButtonGroup>
      )}
      {discard !== null && (
        <p>
          <a href={discard}>
            Delete this draft<span class="govuk-visually-hidden">{`: ${promise.aim}`}</span>
          </a>
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'Theme', value: theme },
          { key: 'Who owns it', value: promise.owner ?? 'Nobody yet' },
          {
            key: 'Due',
            value:
              promise.due === null
                ? 'No date yet'
                : dueWords({ due: promise.due, first_due: promise.first_due, moves: promise.moves }),
          },
          ...(board === null ? [] : [{ key: 'Responsible board', value: boardWords(board) }]),
          ...(promise.last_news === null ? [] : [{ key: 'Last news', value: plainDate(promise.last_news) }]),
          ...(promise.reason === null ? [] : [{ key: 'Why it ended so', value: promise.reason }]),
        ]}
      />
      {evidence.length > 0 && (
        <section>
          <h2>Evidence</h2>
          <Table
            narrow="stack"
            caption={evidence.length === 1 ? '1 piece of evidence' : `${evidence.length} pieces of evidence`}
            head={[
              { content: 'What it is' },
              { content: 'Kind' },
              { content: 'Of' },
              { content: 'Strength' },
              { content: 'Take back' },
            ]}
            rows={evidence.map((one) => [
              { content: one.title },
              { content: evidenceWords[one.kind] },
              { content: plainDate(one.dated) },
              {
                content:
                  one.taken_back_on === null
                    ? strengthWords[one.strength]
                    : `taken back on ${plainDate(one.taken_back_on)}`,
              },
              {
                content:
                  one.takeBack === null ? (
                    'Stays'
                  ) : (
                    <a href={one.takeBack}>
                      Take back<span class="govuk-visually-hidden">: {one.title}</span>
                    </a>
                  ),
              },
            ])}
          />
        </section>
      )}
      {asked.length > 0 && (
        <section>
          <h2>What young people were asked</h2>
          <Table
            narrow="stack"
            caption={asked.length === 1 ? '1 group was asked' : `Asked ${asked.length} times`}
            head={[{ content: 'Group' }, { content: 'Asked' }, { content: 'Answer' }, { content: 'Took part' }]}
            rows={asked.map((one) => [
              { content: one.group_name },
              { content: plainDate(one.asked_on) },
              { content: one.answer === null ? <Tag tone="grey">No answer yet</Tag> : answerWords[one.answer] },
              { content: one.answer === null ? '' : one.people === null ? 'Fewer than ten' : String(one.people) },
            ])}
          />
        </section>
      )}
    </>
  );
}
