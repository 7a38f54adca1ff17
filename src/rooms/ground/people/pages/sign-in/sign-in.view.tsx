import { Button } from '#ui/button/button.js';
import { ErrorSummary } from '#ui/error-summary/error-summary.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Cards, PageHeading } from '#ui/page/page.js';
import { PersonaCard } from '#ui/persona-card/persona-card.js';

export interface SignInProps {
  readonly email: string;
  readonly to: string;
  /** Asked for because the sign-in in hand is older than half an hour. */
  readonly isAgain: boolean;
  readonly error: string | null;
  readonly hasMail: boolean;
  readonly personas: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly about: string;
  }[];
  readonly personaPath: string;
  readonly path: string;
}

export function SignIn({ email, to, isAgain, error, hasMail, personas, personaPath, path }: SignInProps) {
  return (
    <>
      {error && <ErrorSummary errors={[{ text: error, href: '#email' }]} />}
      <PageHeading
        lead={
          personas.length > 0
            ? 'This is a demonstration: go in as one of these invented people. No password is needed.'
            : 'We send a link to your e-mail address. It works once, for ten minutes.'
        }
      >
        Sign in
      </PageHeading>
      {isAgain && (
        <InsetText>
          Sign in again to go on. You are about to change how you sign in, or where. We ask for it if you signed in more
          than 30 minutes ago.
        </InsetText>
      )}
      {personas.length > 0 && (
        <Cards>
          {personas.map((persona) => (
            <PersonaCard
              name={persona.name}
              role={persona.role}
              about={persona.about}
              action={personaPath}
              fields={{ account: persona.id, to }}
            />
          ))}
        </Cards>
      )}
      <form method="post" action={path} noValidate>
        {personas.length > 0 && <h2>Or by e-mail</h2>}
        <input type="hidden" name="to" value={to} />
        <Input
          name="email"
          type="email"
          label="E-mail address"
          hint="The address your organisation knows you by"
          autocomplete="email"
          spellcheck={false}
          value={email}
          error={error ?? undefined}
          class="govuk-input--width-20"
        />
        <Button>Send me a link</Button>
      </form>
      {!hasMail && (
        <InsetText>
          No mail server is set up here (setting SMTP_URL). Whoever runs this Kept can make a link with{' '}
          <code>kept admin link</code>.
        </InsetText>
      )}
    </>
  );
}

export function LinkSent({ email, hasMail }: { readonly email: string; readonly hasMail: boolean }) {
  return (
    <>
      <PageHeading lead={`If ${email} belongs to an account here, a link is on its way to it.`}>
        Check your e-mail
      </PageHeading>
      <p>
        The link works once, for ten minutes. A link that was sent in the last five minutes still works: use the newest
        e-mail.
      </p>
      <p>Nothing there after five minutes? Look in your junk mail, then ask for another link.</p>
      {!hasMail && (
        <p>No mail server is set up here, so no mail was sent. Whoever runs this Kept can make a link for you.</p>
      )}
      <p>
        <a href="/sign-in">Ask again</a>
      </p>
    </>
  );
}

export function ConfirmLink({ path, isGood }: { readonly path: string; readonly isGood: boolean }) {
  return isGood ? (
    <>
      <PageHeading lead="One more step, so that a mail scanner which opens links cannot use yours up.">
        Sign in to Kept
      </PageHeading>
      <form method="post" action={path}>
        <Button>Sign in</Button>
      </form>
    </>
  ) : (
    <>
      <PageHeading lead="A link works once, for ten minutes. This one was used, another one was used, or it is too old.">
        This link no longer works
      </PageHeading>
      <p>
        <a href="/sign-in">Ask for a new link</a>
      </p>
    </>
  );
}
