import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused } from '#ui/error-summary/refused.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { WarningText } from '#ui/warning-text/warning-text.js';

export interface AccountProps {
  readonly action: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** Where one changes between organisations; null for somebody who has one. */
  readonly organisations: string | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly begun: Date;
    readonly seen: Date;
    readonly isThis: boolean;
  }[];
  readonly close: string;
  readonly problem: string | null;
  readonly done: string | null;
}

function momentWords(at: Date): string {
  return `${plainDate(londonDate(at))}, ${plainTime(londonTime(at))}`;
}

export function Account(props: AccountProps) {
  const { action, sessions } = props;
  return (
    <>
      <Refused problems={props.problem === null ? [] : [{ field: 'account', message: props.problem }]} />
      <Done>{props.done}</Done>
      <PageHeading>Your account</PageHeading>
      <div id="account">
        <SummaryList
          rows={[
            { key: 'Name', value: props.name },
            { key: 'Email address', value: props.email },
            {
              key: 'Organisation',
              value: props.organisation,
              ...(props.organisations === null
                ? {}
                : { actions: [{ text: 'Change', href: props.organisations, about: 'the organisation you work for' }] }),
            },
            { key: 'Role', value: props.roles.join(', ') },
          ]}
        />
      </div>
      <h2>Where you are signed in</h2>
      <p>We do not record which device you use. If you do not recognise a session, end it.</p>
      <Table
        narrow="stack"
        caption={sessions.length === 1 ? '1 session' : `${sessions.length} sessions`}
        head={[{ content: 'Signed in' }, { content: 'Last used' }, { content: 'Act' }]}
        rows={sessions.map((one) => [
          { content: momentWords(one.begun) },
          { content: one.isThis ? 'Now: this session' : momentWords(one.seen) },
          {
            content: (
              <PostForm action={action}>
                <input type="hidden" name="session" value={one.id} />
                <TextButton name="act" value="end" about={`signed in ${momentWords(one.begun)}`}>
                  End session
                </TextButton>
              </PostForm>
            ),
          },
        ])}
      />
      <PostForm action={action}>
        <Button kind="secondary" name="act" value="all">
          Sign out everywhere
        </Button>
      </PostForm>
      <p>
        <a href={props.close}>Close your account</a>
      </p>
    </>
  );
}

export interface ConfirmCloseProps {
  readonly action: string;
  readonly organisations: readonly string[];
}

export function ConfirmClose({ action, organisations }: ConfirmCloseProps) {
  return (
    <>
      <PageHeading>Close your account</PageHeading>
      <WarningText>You will be signed out everywhere, and cannot sign in again.</WarningText>
      <p>
        {`You will no longer act for ${organisations.join(', ')}. What you did stays in the record. Only whoever ` +
          `runs this Kept can open the account again.`}
      </p>
      <PostForm action={action}>
        <ButtonGroup>
          <Button kind="warning" name="act" value="close">
            Close my account
          </Button>
          <a class="govuk-link" href={action}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
