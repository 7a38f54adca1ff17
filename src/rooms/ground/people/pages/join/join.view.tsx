import { Button } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';

export interface JoinProps {
  readonly inviter: string;
  readonly email: string;
  /** The organisation that one would act for. */
  readonly name: string;
  readonly has_account: boolean;
  readonly action: string;
  readonly person: string;
  readonly error: string | null;
}

export function Join({ inviter, email, name, has_account, action, person, error }: JoinProps) {
  const problems = error === null ? [] : [{ field: 'person', message: error }];
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={inviter === name ? undefined : `Invited by ${inviter}`}
        lead={`You will act in Kept for ${name}, with the address ${email}.`}
      >
        {`Join Kept for ${name}`}
      </PageHeading>
      <InsetText>Accounts are for adults who act for an organisation. Young people take part without one.</InsetText>
      <form method="post" action={action} noValidate>
        {has_account ? (
          <p>This address has an account already. Join, then sign in as always.</p>
        ) : (
          <Input
            name="person"
            label="Your name"
            hint="Colleagues in your organisation see it. It is never published."
            autocomplete="name"
            value={person}
            class="govuk-input--width-20"
            {...refusedField(problems, 'person')}
          />
        )}
        <Button>Join</Button>
      </form>
    </>
  );
}

const reasons = {
  'link not good': 'An invitation works once, for thirty days. This one was used or is too old.',
  'organisation known':
    'The organisation works with Kept already. One of its own people can invite you as a colleague.',
  'account closed': 'The account with your address was closed.',
} as const;

export function InvitationGone({ signIn, why }: { readonly signIn: string; readonly why: keyof typeof reasons }) {
  return (
    <>
      <PageHeading lead={reasons[why]}>This invitation no longer works</PageHeading>
      <p>Ask whoever invited you for another one. If you have joined already, sign in.</p>
      <p>
        <a href={signIn}>Sign in</a>
      </p>
    </>
  );
}
