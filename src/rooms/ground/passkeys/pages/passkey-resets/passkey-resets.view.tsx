import { longDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedSet } from '#ui/error-summary/refused.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';

export interface ResetsProps {
  readonly open: readonly {
    readonly name: string;
    readonly asked: string;
    readonly until: string;
    readonly href: string;
  }[];
  readonly done: string | null;
}

export function Resets({ open, done }: ResetsProps) {
  return (
    <>
      <Done>{done}</Done>
      <PageHeading lead="Colleagues who say that they have lost their passkey. Speak with them before you confirm it.">
        Lost passkeys
      </PageHeading>
      {open.length === 0 ? (
        <p>
          No request that you can confirm is open. You cannot confirm your own, nor that of somebody who appointed you.
        </p>
      ) : (
        <ul class="govuk-list">
          {open.map(({ name, asked, until, href }) => (
            <li>
              <a href={href}>{name}</a>, asked on {longDate(asked)}. Answer by {longDate(until)}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export interface ResetProps {
  readonly action: string;
  readonly name: string;
  readonly email: string;
  readonly asked: string;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

export function Reset({ action, name, email, asked, problems }: ResetProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption="Lost passkey"
        lead={`${name} (${email}) asked on ${longDate(asked)} to set up a new passkey.`}
      >{`Has ${name} lost their passkey?`}</PageHeading>
      <p>
        Somebody who got into their e-mail could have asked too. Speak with {name} in person, or call a number that you
        know. Do not answer by e-mail.
      </p>
      <p>
        If you confirm, their old passkeys stop working and they are signed out everywhere. They sign in by a new link
        and set up a new passkey. Everybody who leads your organisation is told that you confirmed it.
      </p>
      <PostForm action={action} noValidate>
        <Checkboxes
          name="spoken"
          legend="Before you confirm"
          items={[{ value: 'yes', label: `I have spoken with ${name}, and they asked for this` }]}
          values={[]}
          {...refusedSet(problems, 'spoken')}
        />
        <ButtonGroup>
          <Button name="outcome" value="confirm">
            Confirm lost passkey
          </Button>
          <Button name="outcome" value="refuse" kind="warning">
            Refuse request
          </Button>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
