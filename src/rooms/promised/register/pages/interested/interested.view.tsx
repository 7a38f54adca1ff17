import { Button } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { BodyFields, type BodyFieldsProps } from '../body.view.js';

export interface InterestedProps extends BodyFieldsProps {
  readonly framework: string;
  readonly keeper: string;
  readonly action: string;
}

export function Interested({ framework, keeper, action, typed, problems, authorities }: InterestedProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={framework}
        lead={`Tell ${keeper} that you would like to sign. You get a letter with the way in.`}
      >
        We are interested
      </PageHeading>
      <form method="post" action={action} noValidate>
        <BodyFields typed={typed} problems={problems} authorities={authorities} />
        <Input
          name="role"
          label="Your role there"
          hint="For adults: headteacher, head of inclusion, youth worker"
          value={typed['role'] ?? ''}
          {...refusedField(problems, 'role')}
        />
        <Input
          name="email"
          type="email"
          autocomplete="email"
          label="Your e-mail address at work"
          hint={`Only ${keeper} sees it. It is never published, and deleted when you are answered, after 90 days at the latest`}
          value={typed['email'] ?? ''}
          {...refusedField(problems, 'email')}
        />
        <Button>Send</Button>
      </form>
    </>
  );
}

export function InterestSent({
  framework,
  keeper,
  register,
}: {
  readonly framework: string;
  readonly keeper: string;
  readonly register: string;
}) {
  return (
    <>
      <PageHeading caption={framework} lead={`${keeper} will answer by e-mail. Nothing is public before that.`}>
        Thank you: it was sent
      </PageHeading>
      <p>
        <a href={register}>Back to the register</a>
      </p>
    </>
  );
}

export function InterestClosed({ framework, register }: { readonly framework: string; readonly register: string }) {
  return (
    <>
      <PageHeading caption={framework} lead="Nobody signs it or renews any more. Signatures count until they lapse.">
        This framework has ended
      </PageHeading>
      <p>
        <a href={register}>Back to the register</a>
      </p>
    </>
  );
}
