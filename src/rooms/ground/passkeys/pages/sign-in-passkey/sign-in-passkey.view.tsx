import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { PageHeading } from '#ui/page/page.js';
import { PasskeyForm, type PasskeyFormProps } from '../passkey-form.view.js';

export interface ShowProps {
  readonly form: PasskeyFormProps;
  readonly person: string;
  readonly error: string | null;
  readonly lost: string;
  readonly signOut: string;
}

function SignOut({ action }: { readonly action: string }) {
  return (
    <PostForm action={action}>
      <Button kind="secondary">Sign out</Button>
    </PostForm>
  );
}

export function ShowPasskey({ form, person, error, lost, signOut }: ShowProps) {
  return (
    <>
      {error && <ErrorSummary errors={[{ text: error }]} />}
      <PageHeading
        caption={person}
        lead="Your link worked. Now use the passkey of this account: your fingerprint, your face, your PIN or your security key."
      >
        Use your passkey
      </PageHeading>
      <PasskeyForm {...form} />
      <p>
        <a href={lost}>I have lost my passkey</a>
      </p>
      <SignOut action={signOut} />
    </>
  );
}

export function SetUpPasskey({ form, person, error, signOut }: Omit<ShowProps, 'lost'>) {
  return (
    <>
      {error && <ErrorSummary errors={[{ text: error }]} />}
      <PageHeading
        caption={person}
        lead="Administrators and safeguarding leads sign in with a link and a passkey, so that nobody who reads your e-mail gets in."
      >
        Set up a passkey
      </PageHeading>
      <PasskeyForm {...form} />
      <Details summary="What is a passkey?">
        <p>
          A passkey is a key that your phone, your computer or a security key keeps for you. You open it with your
          fingerprint, your face or a PIN. It cannot be guessed, and it works on this site only.
        </p>
        <p>Kept never sees your fingerprint, your face or your PIN.</p>
      </Details>
      <p>Set up a second passkey on another device afterwards. Then you can still sign in if you lose one.</p>
      <SignOut action={signOut} />
    </>
  );
}

export interface LostProps {
  readonly action: string;
  readonly back: string;
  readonly person: string;
  readonly email: string;
  readonly state: 'may ask' | 'asked' | 'nobody can confirm';
}

export function LostPasskey({ action, back, person, email, state }: LostProps) {
  if (state === 'asked') {
    return (
      <>
        <PageHeading
          caption={person}
          lead="We have told the people who can confirm it, and everybody else who leads your organisation."
        >
          You asked to set up a new passkey
        </PageHeading>
        <p>
          Speak with an administrator or safeguarding lead of your organisation. One of them has to confirm, within 7
          days, that it was you who asked.
        </p>
        <p>We then send you an e-mail. Sign in by a new link, and set up a new passkey.</p>
        <p>
          If you find your passkey again, <a href={back}>use it</a>. That ends your request.
        </p>
      </>
    );
  }
  if (state === 'nobody can confirm') {
    return (
      <>
        <PageHeading
          caption={person}
          lead="Nobody else in your organisation can confirm that you have lost your passkey."
        >
          Ask whoever runs this Kept
        </PageHeading>
        <p>
          They can let you set up a new one, once they know that it is you:{' '}
          <code>{`kept admin passkey-reset ${email}`}</code>
        </p>
        <p>Nobody whom you invited can confirm it, or you could confirm it yourself.</p>
        <p>
          <a href={back}>Use your passkey</a>
        </p>
      </>
    );
  }
  return (
    <>
      <PageHeading
        caption={person}
        lead="An administrator or safeguarding lead of your organisation has to confirm that it is you. Somebody who got into your e-mail could ask too."
      >
        Have you lost your passkey?
      </PageHeading>
      <p>Do you have another passkey, on another device? Sign in there.</p>
      <p>
        If you ask, all your passkeys stop working once your colleague has confirmed. Everybody who leads your
        organisation gets an e-mail.
      </p>
      <PostForm action={action}>
        <Button>Ask to set up a new passkey</Button>
      </PostForm>
      <p>
        <a href={back}>Go back to use your passkey</a>
      </p>
    </>
  );
}
