import { longDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { PasskeyForm, type PasskeyFormProps } from '../passkey-form.view.js';

export interface OwnProps {
  readonly passkeys: readonly {
    readonly name: string;
    readonly added: string;
    readonly used: string | null;
    readonly remove: string;
  }[];
  readonly form: PasskeyFormProps;
  readonly isPersona: boolean;
  /** Holds a role that needs one. */
  readonly isNeeded: boolean;
  /** Where sessions are ended. */
  readonly account: string;
  readonly error: string | null;
  readonly done: string | null;
}

export function OwnPasskeys({ passkeys, form, isPersona, isNeeded, account, error, done }: OwnProps) {
  return (
    <>
      {error && <ErrorSummary errors={[{ text: error }]} />}
      <Done>{done}</Done>
      {done !== null && (
        <p>
          If somebody else may be signed in as you, <a href={account}>end your other sessions</a>.
        </p>
      )}
      <PageHeading
        lead={
          isNeeded
            ? 'Your role needs a passkey. You use it after the link, each time you sign in.'
            : 'A passkey protects your account, even if someone else can read your email. You then use it each time you sign in.'
        }
      >
        Your passkeys
      </PageHeading>
      {passkeys.length === 0 ? (
        <p>You have no passkey.</p>
      ) : (
        <SummaryList
          rows={passkeys.map(({ name, added, used, remove }) => ({
            key: name,
            value: `Set up on ${longDate(added)}. ${used === null ? 'Not used yet.' : `Last used on ${longDate(used)}.`}`,
            actions: [{ text: 'Remove', href: remove, about: name }],
          }))}
        />
      )}
      {passkeys.length === 1 && (
        <InsetText>Set up a second passkey on another device. Then you can still sign in if you lose one.</InsetText>
      )}
      <h2>{passkeys.length === 0 ? 'Set up a passkey' : 'Set up another passkey'}</h2>
      {isPersona ? <p>Invented people of the demonstration have no passkeys.</p> : <PasskeyForm {...form} />}
    </>
  );
}

export interface RemoveProps {
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly isLast: boolean;
  readonly isNeeded: boolean;
}

export function RemovePasskey({ action, back, name, isLast, isNeeded }: RemoveProps) {
  const isKept = isLast && isNeeded;
  return (
    <>
      {isKept && (
        <ErrorSummary
          errors={[{ text: 'Your role needs a passkey, so the last one stays. Set up another one first' }]}
        />
      )}
      <PageHeading
        lead={
          isKept
            ? undefined
            : isLast
              ? 'Without a passkey you sign in by a link alone.'
              : 'You are signed out wherever it was used. If you signed in with it here, you are asked for another passkey.'
        }
      >{`Remove “${name}”?`}</PageHeading>
      {!isKept && (
        <PostForm action={action}>
          <Button kind="warning">Remove passkey</Button>
        </PostForm>
      )}
      <p>
        <a href={back}>Back to your passkeys</a>
      </p>
    </>
  );
}
