import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { BodyFields, type BodyFieldsProps } from '../body.view.js';

export interface InviteProps extends BodyFieldsProps {
  readonly framework: string;
  readonly action: string;
  readonly back: string;
  readonly invited: { readonly name: string; readonly link: string | null; readonly letter: boolean } | null;
}

export function Invite({ framework, action, back, invited, typed, problems, authorities }: InviteProps) {
  return (
    <>
      <Refused problems={problems} />
      {invited && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">{`${invited.name} is invited${invited.letter ? '' : '. No letter was sent'}.`}</p>
          {invited.link !== null && (
            <p>
              No letter leaves a demonstration. It would hold this link: <a href={invited.link}>join</a>
            </p>
          )}
        </NotificationBanner>
      )}
      <PageHeading
        caption={framework}
        lead="Invitations are not public. The register shows an organisation once it has signed. If it already uses Kept, we email its leads."
      >
        Invite somebody
      </PageHeading>
      <PostForm action={action} noValidate>
        <BodyFields typed={typed} problems={problems} authorities={authorities} />
        <Input
          name="email"
          type="email"
          label="Email address, if it does not use Kept yet (optional)"
          hint="We send an invitation there. Without an address we make an entry and send nothing. The address is never published"
          value={typed['email'] ?? ''}
          {...refusedField(problems, 'email')}
        />
        <ButtonGroup>
          <Button>Invite</Button>
          <a href={back}>Back to the register</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
