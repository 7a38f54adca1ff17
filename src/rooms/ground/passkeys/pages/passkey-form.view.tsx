import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { WarningText } from '#ui/warning-text/warning-text.js';

export interface PasskeyFormProps {
  readonly action: string;
  readonly challenge: string;
  /** Address of this site, for which passkeys are made. */
  readonly origin: string;
  readonly purpose: 'add' | 'show';
  readonly to: string | null;
  readonly name: string;
}

/** The form that the page's script fills. The script takes the first words away; without passkeys in the browser it shows others. */
export function PasskeyForm({ action, challenge, origin, purpose, to, name }: PasskeyFormProps) {
  return (
    <>
      <div data-passkey-words="no-script">
        <WarningText>
          Passkeys need JavaScript, and it is switched off in this browser. Switch it on for this site, then load the
          page again.
        </WarningText>
      </div>
      <div data-passkey-words="no-passkeys" hidden>
        <WarningText>
          This browser cannot use passkeys here. Use a newer version of Chrome, Edge, Firefox or Safari. Whoever runs
          this Kept must use https.
        </WarningText>
      </div>
      <div data-passkey-words="elsewhere" hidden>
        <WarningText>
          Passkeys work at <a href={origin}>{origin}</a> only. Sign in there.
        </WarningText>
      </div>
      <div data-passkey-words="failed" role="alert" hidden>
        <InsetText>Your browser did not give us a passkey. It was cancelled, or it took too long. Try again.</InsetText>
      </div>
      <PostForm action={action} data-passkey={purpose} data-challenge={challenge} data-origin={origin}>
        {to !== null && <input type="hidden" name="to" value={to} />}
        <input type="hidden" name="answer" value="" />
        {purpose === 'add' && (
          <Input
            name="name"
            label="Name of this passkey (optional)"
            hint="So that you know it again, for example “Work laptop”. At most 60 characters."
            value={name}
            class="govuk-input--width-20"
            attributes={{ maxLength: 60 }}
          />
        )}
        <Button>{purpose === 'add' ? 'Set up passkey' : 'Use passkey'}</Button>
      </PostForm>
    </>
  );
}
