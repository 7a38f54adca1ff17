/**
 * A form came from somebody whose sign-in has ended meanwhile: what they typed stays with them. They sign in, in another tab or by the link of a letter,
 * and send it from here; nothing of it is kept by us until then, and nobody else can be given it.
 */
import { PageHeading } from '#ui/page/page.js';
import type { FieldLimits } from '../fields.js';
import type { View } from '../page.js';
import { TypedAgain, typedIn } from './typed-again.js';

/**
 * `signed out`, `passkey`: who they are has to be shown first; `too long ago`: shown again, for what this page changes. `signed in`: they are back.
 * `other organisation`: they now act for another one, and the form was for the one before.
 */
export type WhyUnsent = 'signed out' | 'passkey' | 'too long ago' | 'signed in' | 'other organisation';

const words: Readonly<Record<WhyUnsent, { readonly title: string; readonly lead: string }>> = {
  'signed out': { title: 'You were signed out', lead: 'Your form was not saved. What you typed is still here.' },
  passkey: { title: 'Use your passkey first', lead: 'Your form was not saved. What you typed is still here.' },
  'too long ago': {
    title: 'Sign in again for this',
    lead: 'For this page you must have signed in within the last half hour. Your form was not saved. What you typed is still here.',
  },
  'signed in': { title: 'Send your form now', lead: 'Your form was not saved yet. Check it and send it.' },
  'other organisation': {
    title: 'This form is for another organisation',
    lead: 'You now work for a different organisation, perhaps since you changed it in another tab. Your form was not saved.',
  },
};

export interface UnsentProps {
  readonly why: WhyUnsent;
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly fields: FieldLimits;
  readonly files: readonly string[];
  /** Where they show who they are: the sign-in page, or the one that asks for a passkey. */
  readonly signIn: string;
  /** Where they choose for which organisation they act. */
  readonly workspace: string;
  /** Who is signed in, by name. */
  readonly name: string | null;
  /** Token for the form, where it may be sent from here. */
  readonly csrf: string | null;
}

export function unsentView({ why, pairs, fields, files, signIn, workspace, name, csrf }: UnsentProps): View {
  const { title, lead } = words[why];
  const rest = pairs.filter(([field]) => field !== 'csrf');
  const hasTyped = typedIn(rest, fields).length > 0;
  const isToSignIn = why === 'signed out' || why === 'passkey' || why === 'too long ago';
  return {
    title,
    main: (
      <>
        <PageHeading lead={lead}>{title}</PageHeading>
        {isToSignIn && (
          <ol class="govuk-list govuk-list--number">
            <li>
              <a href={signIn} target="_blank" rel="noopener">
                {why === 'passkey' ? 'Use your passkey' : 'Sign in'} (opens in a new tab)
              </a>
            </li>
            <li>Come back to this tab and press “Go on”.</li>
          </ol>
        )}
        {why === 'signed in' && name !== null && <p>You are signed in as {name}.</p>}
        {why === 'other organisation' && (
          <p>
            {hasTyped ? 'Copy what you typed. Then change back to ' : 'Change back to '}
            <a href={workspace}>that organisation</a>
            {hasTyped ? ', open the page again and paste it.' : ' and open the page again.'}
          </p>
        )}
        <TypedAgain
          pairs={csrf === null ? rest : [['csrf', csrf], ...rest]}
          fields={fields}
          files={files}
          go={why === 'other organisation' ? null : why === 'signed in' ? 'Send' : 'Go on'}
        />
      </>
    ),
  };
}
