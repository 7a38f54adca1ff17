import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import { careOfferPaths } from '../../paths.js';
import { actWords, type OfferWords } from '../../view-words.js';
import type { OfferAct, OfferState } from '../../words.js';
import { OfferBody } from '../offer/offer.view.js';

export interface OwnOfferProps {
  readonly id: string;
  readonly state: OfferState;
  readonly publicHref: string | null;
  /** Published, and changed since. */
  readonly isChanged: boolean;
  readonly offer: OfferWords;
  readonly areas: readonly string[];
  readonly kinds: readonly { readonly text: string; readonly href: string }[];
  readonly answers: 'offered' | 'partly' | null;
  readonly history: readonly { readonly on: string; readonly act: OfferAct; readonly note: string | null }[];
  readonly today: string;
  readonly done: string;
  readonly typed: { readonly by: string; readonly reason: string };
  readonly problems: readonly FieldProblem[];
}

const doneWords: Readonly<Record<string, string>> = {
  recorded: 'The offer is written down. Readers do not see it until you publish it.',
  changed: 'The draft is changed. Readers see the change when you publish it.',
  published: 'The offer is published.',
  checked: 'It is noted that the offer still holds.',
  ended: 'The offer has ended. Its page stays, with the reason.',
};

const stateWords = { draft: 'Draft', live: 'Published', ended: 'Ended' } as const;
const stateTones = { draft: 'grey', live: 'green', ended: 'red' } as const;

export function OwnOffer(props: OwnOfferProps) {
  const { id, state, publicHref, isChanged, offer, answers, history, done, typed, problems } = props;
  const said = Object.hasOwn(doneWords, done) ? doneWords[done] : undefined;
  return (
    <>
      <Refused problems={problems} />
      {said !== undefined && <NotificationBanner kind="success" text={said} />}
      <PageHeading caption={offer.provider}>{offer.title}</PageHeading>
      <p>
        <Tag tone={stateTones[state]}>{stateWords[state]}</Tag>{' '}
        {isChanged && <Tag tone="yellow">Changed since it was published</Tag>}
      </p>
      {publicHref !== null && (
        <p>
          <a href={publicHref}>What readers see</a>
        </p>
      )}
      {offer.ended_reason !== null && <InsetText>{`Ended: ${offer.ended_reason}`}</InsetText>}
      {state !== 'ended' && (
        <>
          {(state === 'draft' || isChanged) && (
            <PostForm action={careOfferPaths.publish(id)}>
              <ButtonGroup>
                <Button id="publish">{state === 'draft' ? 'Publish' : 'Publish the change'}</Button>
                <Button kind="secondary" href={careOfferPaths.edit(id)}>
                  Change
                </Button>
              </ButtonGroup>
            </PostForm>
          )}
          {state === 'live' && !isChanged && (
            <p>
              <Button kind="secondary" href={careOfferPaths.edit(id)} id="publish">
                Change
              </Button>
            </p>
          )}
        </>
      )}
      <OfferBody {...props} />
      <p class="soft">
        {answers === null
          ? 'What it means for coverage is left open.'
          : `When it is published, coverage says: ${answers}.`}
      </p>
      {state === 'live' && (
        <>
          <h2>Still right?</h2>
          <PostForm action={careOfferPaths.check(id)} noValidate>
            <Input
              name="by"
              label="Checked by"
              hint="A role, not a name"
              value={typed.by}
              class="govuk-input--width-20"
              {...refusedField(problems, 'by')}
            />
            <Button>It still holds</Button>
          </PostForm>
          <p>
            <a href={careOfferPaths.end(id)}>End this offer</a>
          </p>
        </>
      )}
      {state === 'draft' && (
        <p>
          <a href={careOfferPaths.discard(id)}>Delete this draft</a>
        </p>
      )}
      <h2>History</h2>
      <ul>
        {history.map(({ on, act, note }) => (
          <li>{`${plainDate(on)}: ${actWords[act].toLowerCase()}${note === null ? '' : ` (${note})`}`}</li>
        ))}
      </ul>
    </>
  );
}
