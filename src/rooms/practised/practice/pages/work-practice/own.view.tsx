/** A spotlight as its own organisation works on it: how it stands, what can be done, what it says. */
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import type { PartChange } from '../../rules.js';
import { stateWords, usedWords } from '../../view-words.js';
import type { PracticeContent, PracticeState } from '../../words.js';
import { ChangesTable } from '../changes.view.js';
import { PracticeMain, type PracticeLinks } from '../practice/practice.view.js';
import { ToldText } from '../told.view.js';

export interface OwnSpotlightProps {
  readonly done: { readonly words: string; readonly isDone: boolean } | null;
  readonly state: PracticeState;
  readonly content: PracticeContent;
  readonly links: PracticeLinks;
  readonly published: {
    readonly href: string;
    readonly version: number;
    readonly review_due: string;
    readonly review: 'soon' | 'due' | null;
    readonly uses: number;
  } | null;
  /** To whom it was put last, and when. */
  readonly put: { readonly to: string; readonly on: string } | null;
  readonly reason: string | null;
  /** What the keeper changed in what was put to it. */
  readonly keeperChanges: readonly PartChange[];
  /** Addresses of what can be done now; null for what cannot, or not by this visitor. */
  readonly may: {
    readonly edit: string | null;
    readonly submit: string | null;
    readonly takeBack: string | null;
    readonly discard: string | null;
    readonly review: string | null;
    readonly withdraw: string | null;
  };
}

const lead: Readonly<Record<PracticeState, string>> = {
  draft: 'Only your organisation sees this draft.',
  submitted: 'It waits for the keeper of the framework, who clears it, changes words in it, or asks it back.',
  'asked back': 'The keeper of the framework asks you for something. Change it and submit it again.',
  published: 'Everybody can read it in the library.',
  withdrawn: 'It is no longer in the library. Its page stays, with the reason.',
};

export function OwnSpotlight(props: OwnSpotlightProps) {
  const { state, content, published, may, put } = props;
  const title = content.practice.title === '' ? 'Without a title' : content.practice.title;
  return (
    <>
      {props.done !== null && (
        <NotificationBanner kind={props.done.isDone ? 'success' : undefined}>
          <p class="govuk-notification-banner__heading">{props.done.words}</p>
        </NotificationBanner>
      )}
      <PageHeading caption="Your spotlight" lead={lead[state]}>
        {title}
      </PageHeading>
      <p class="facts-line">
        <Tag tone={stateWords[state].tone}>{stateWords[state].text}</Tag>
        {put !== null && <span>{`Submitted to ${put.to} on ${plainDate(put.on)}`}</span>}
        {published !== null && <a href={published.href}>{`Readers see version ${published.version}`}</a>}
        {published !== null && published.uses > 0 && <span>{usedWords(published.uses)}</span>}
      </p>
      {props.reason !== null && (
        <InsetText>
          <p>
            <strong>{state === 'withdrawn' ? 'Why it was withdrawn:' : 'Why it was asked back:'}</strong>
          </p>
          <ToldText text={props.reason} />
        </InsetText>
      )}
      {published !== null && published.review !== null && state !== 'withdrawn' && (
        <WarningText>
          {published.review === 'due'
            ? `Its review was due by ${plainDate(published.review_due)}. Readers see that it is overdue.`
            : `Its review is due by ${plainDate(published.review_due)}: does it still hold?`}
        </WarningText>
      )}
      <ButtonGroup>
        {may.edit !== null && state === 'asked back' && <Button href={may.edit}>Change it</Button>}
        {may.submit !== null && (
          <PostForm action={may.submit}>
            <Button kind={state === 'asked back' ? 'secondary' : undefined}>
              {state === 'asked back' ? 'Submit again' : 'Submit'}
            </Button>
          </PostForm>
        )}
        {may.review !== null && published !== null && published.review !== null && (
          <PostForm action={may.review}>
            <Button>It still holds</Button>
          </PostForm>
        )}
        {may.edit !== null && state !== 'asked back' && (
          <Button href={may.edit} kind="secondary">
            {published === null || state === 'draft' ? 'Change it' : 'Write the next version'}
          </Button>
        )}
        {may.takeBack !== null && (
          <PostForm action={may.takeBack}>
            <Button kind="secondary">Take it back</Button>
          </PostForm>
        )}
        {may.withdraw !== null && <a href={may.withdraw}>Withdraw it from the library</a>}
        {may.discard !== null && <a href={may.discard}>Delete this draft</a>}
      </ButtonGroup>
      {may.review !== null && published !== null && published.review === null && (
        <PostForm action={may.review}>
          <p>
            {`The next review is due by ${plainDate(published.review_due)}. `}
            <TextButton>Say today that it still holds</TextButton>
          </p>
        </PostForm>
      )}
      {props.keeperChanges.length > 0 && put !== null && (
        <section>
          <h2 id="changed-by-keeper">{`What ${put.to} changed`}</h2>
          <ChangesTable caption="Parts that were changed" before="As you submitted it" changes={props.keeperChanges} />
        </section>
      )}
      <hr />
      <p class="soft">{state === 'published' ? 'What it says:' : 'How it would look to readers:'}</p>
      {content.summary !== '' && <p class="lead">{content.summary}</p>}
      <PracticeMain content={content} links={props.links} />
    </>
  );
}
