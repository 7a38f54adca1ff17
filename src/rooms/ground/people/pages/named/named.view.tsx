/** Where others name one's own organisation: what they would say, and a yes or a no that can be changed. */
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Tag } from '#ui/tag/tag.js';
import type { NamingAnswer, NamingKind } from '../../words.js';

export interface NamedProps {
  readonly action: string;
  readonly done: string | null;
  readonly namings: readonly {
    readonly id: string;
    readonly kind: NamingKind;
    readonly named_name: string;
    readonly namer_name: string;
    readonly words: string;
    readonly path: string;
    readonly asked_on: string;
    readonly answer: NamingAnswer | null;
    readonly answered_on: string | null;
  }[];
  readonly pages: PaginationProps | null;
}

const kindWords: Readonly<Record<NamingKind, (named: string, namer: string) => string>> = {
  'board of a promise': (named, namer) => `${namer} asks to name ${named} as responsible for a promise`,
};
const answerTags = { yes: { tone: 'green', text: 'You said yes' }, no: { tone: 'red', text: 'You said no' } } as const;

export function Named({ action, done, namings, pages }: NamedProps) {
  return (
    <>
      {done !== null && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <PageHeading
        lead={
          'Other organisations ask to name yours in public. Readers see your name only after you say yes. You can ' +
          'change your answer at any time.'
        }
      >
        Named by others
      </PageHeading>
      {namings.length === 0 && (
        <EmptyState title="No requests">You get a letter when another organisation wants to name yours.</EmptyState>
      )}
      {namings.map(({ id, kind, named_name, namer_name, words, path, asked_on, answer, answered_on }) => (
        <section>
          <h2>{kindWords[kind](named_name, namer_name)}</h2>
          <p>
            “We will {words}”{' '}
            <a href={path}>
              Read the promise<span class="govuk-visually-hidden">: {words}</span>
            </a>
          </p>
          <p>
            {answer === null ? (
              <Tag tone="yellow">Waits for your answer</Tag>
            ) : (
              <Tag tone={answerTags[answer].tone}>{answerTags[answer].text}</Tag>
            )}{' '}
            Asked on {plainDate(asked_on)}.{answered_on !== null && ` Answered on ${plainDate(answered_on)}.`}
          </p>
          <PostForm action={action}>
            <input type="hidden" name="naming" value={id} />
            <ButtonGroup>
              {answer !== 'yes' && (
                <Button name="answer" value="yes">
                  Yes, name us<span class="govuk-visually-hidden"> for: {words}</span>
                </Button>
              )}
              {answer !== 'no' && (
                <Button name="answer" value="no" kind="secondary">
                  {answer === 'yes' ? 'Withdraw our yes' : 'No, leave us out'}
                  <span class="govuk-visually-hidden"> for: {words}</span>
                </Button>
              )}
            </ButtonGroup>
          </PostForm>
        </section>
      ))}
      {pages !== null && <Pagination {...pages} />}
    </>
  );
}
