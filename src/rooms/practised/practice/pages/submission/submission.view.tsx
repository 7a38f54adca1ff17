/** What was put to a keeper: what it says, what changed since the last version, and what can be done. */
import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { PartChange } from '../../rules.js';
import type { PracticeContent, SubmissionState } from '../../words.js';
import { ChangesTable } from '../changes.view.js';
import { PracticeMain, type PracticeLinks } from '../practice/practice.view.js';
import { ToldText } from '../told.view.js';

export interface SubmissionProps {
  readonly done: { readonly words: string; readonly isDone: boolean } | null;
  readonly state: SubmissionState;
  readonly organisation: string;
  readonly submitted: string;
  readonly decided: string | null;
  readonly reason: string | null;
  readonly content: PracticeContent;
  readonly links: PracticeLinks;
  /** Against the version that readers see; null for the first. */
  readonly sincePublished: {
    readonly version: number;
    readonly href: string;
    readonly changes: readonly PartChange[];
  } | null;
  /** What this keeper changed in it. */
  readonly ownChanges: readonly PartChange[];
  readonly edit: string;
  readonly clear: string;
  readonly askBack: string;
  readonly typed: string;
  readonly problems: readonly FieldProblem[];
}

const stateTags = {
  waiting: { text: 'Waiting for you', tone: 'blue' },
  'taken back': { text: 'Taken back', tone: 'grey' },
  'asked back': { text: 'Asked back', tone: 'yellow' },
  cleared: { text: 'Cleared', tone: 'green' },
} as const;

export function Submission(props: SubmissionProps) {
  const { state, content, sincePublished, problems } = props;
  const isOpen = state === 'waiting';
  return (
    <>
      <Refused problems={problems} />
      {props.done !== null && (
        <NotificationBanner kind={props.done.isDone ? 'success' : undefined}>
          <p class="govuk-notification-banner__heading">{props.done.words}</p>
        </NotificationBanner>
      )}
      <PageHeading caption={props.organisation} lead={content.summary}>
        {content.practice.title}
      </PageHeading>
      <p class="facts-line">
        <Tag tone={stateTags[state].tone}>{stateTags[state].text}</Tag>
        <span>Submitted {plainDate(props.submitted)}</span>
        {props.decided !== null && <span>Decided {plainDate(props.decided)}</span>}
        {sincePublished !== null && <a href={sincePublished.href}>{`Readers see version ${sincePublished.version}`}</a>}
      </p>
      {props.reason !== null && (
        <InsetText>
          <p>
            <strong>Why you asked it back:</strong>
          </p>
          <ToldText text={props.reason} />
        </InsetText>
      )}
      {sincePublished !== null && (
        <section>
          <h2 id="changes">{`What changed since version ${sincePublished.version}`}</h2>
          {sincePublished.changes.length === 0 ? (
            <p>Nothing: it says the same, word for word.</p>
          ) : (
            <ChangesTable
              caption={sincePublished.changes.length === 1 ? '1 part' : `${sincePublished.changes.length} parts`}
              before={`In version ${sincePublished.version}`}
              changes={sincePublished.changes}
            />
          )}
        </section>
      )}
      {props.ownChanges.length > 0 && (
        <section>
          <h2 id="own-changes">What you changed</h2>
          <ChangesTable caption="Parts that you changed" before="As it was submitted" changes={props.ownChanges} />
        </section>
      )}
      {sincePublished === null ? (
        <Whole {...props} />
      ) : (
        <Details summary="The whole of it, as readers would see it">
          <Whole {...props} />
        </Details>
      )}
      {isOpen && (
        <section>
          <h2 id="ready">What becomes of it</h2>
          <p>
            Before you clear it: is no child named, and can none be recognised? Would another school know what to do,
            what it costs and whom to ask?
          </p>
          <ButtonGroup>
            <PostForm action={props.clear}>
              <Button>Clear and publish</Button>
            </PostForm>
            <Button href={props.edit} kind="secondary">
              Change words in it
            </Button>
          </ButtonGroup>
          <PostForm action={props.askBack} noValidate>
            <Textarea
              name="reason"
              label="Or ask it back: what is missing?"
              hint="Its organisation reads it, nobody else"
              rows={4}
              value={props.typed}
              {...refusedField(problems, 'reason')}
            />
            <Button kind="secondary">Ask it back</Button>
          </PostForm>
        </section>
      )}
    </>
  );
}

function Whole({ content, links }: Pick<SubmissionProps, 'content' | 'links'>) {
  return <PracticeMain content={content} links={links} />;
}
