import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedSet } from '#ui/error-summary/refused.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { WarningText } from '#ui/warning-text/warning-text.js';

export interface SessionTimes {
  readonly begun: Date;
  readonly seen: Date;
}

export function momentWords(at: Date): string {
  return `${plainDate(londonDate(at))}, ${plainTime(londonTime(at))}`;
}

export interface ColleagueProps {
  readonly action: string;
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  /** Roles held, each with where it is ended; null for somebody who may not. */
  readonly held: readonly { readonly name: string; readonly end: string | null }[];
  readonly remove: string | null;
  /** Roles that can be given. */
  readonly free: readonly { readonly value: string; readonly label: string }[];
  /** Null for somebody who does not keep the people of the organisation. */
  readonly sessions: readonly SessionTimes[] | null;
  readonly problem: string | null;
  readonly done: string | null;
}

export function ColleagueView(props: ColleagueProps) {
  const { action, name, problem } = props;
  const problems = problem === null ? [] : [{ field: 'roles', message: problem }];
  return (
    <>
      <Refused problems={problems} />
      <Done>{props.done}</Done>
      <PageHeading caption={props.organisation}>{name}</PageHeading>
      <div id="roles">
        <SummaryList
          rows={[
            { key: 'Email address', value: props.email },
            ...props.held.map((role, at) => ({
              key: at === 0 ? 'Role' : 'Also',
              value: role.name,
              ...(role.end === null
                ? {}
                : { actions: [{ text: 'End', href: role.end, about: `the role ${role.name}` }] }),
            })),
          ]}
        />
      </div>
      {props.free.length > 0 && (
        <PostForm action={action} noValidate>
          <Radios
            name="role"
            legend="Give another role"
            hint="To change a role, give the new one, then end the old one"
            value=""
            items={props.free}
            {...refusedSet(problems, 'role')}
          />
          <Button name="act" value="give">
            Give role
          </Button>
        </PostForm>
      )}
      {props.sessions !== null && (
        <>
          <h2>Signed in</h2>
          {props.sessions.length === 0 ? (
            <p>{`${name} is not signed in anywhere.`}</p>
          ) : (
            <Sessions sessions={props.sessions} />
          )}
          {props.sessions.length > 0 && (
            <PostForm action={action}>
              <Button kind="secondary" name="act" value="sessions">
                Sign them out everywhere
              </Button>
            </PostForm>
          )}
        </>
      )}
      {props.remove !== null && (
        <p>
          <a href={props.remove}>{`Remove ${name} from ${props.organisation}`}</a>
        </p>
      )}
    </>
  );
}

function Sessions({ sessions }: { readonly sessions: readonly SessionTimes[] }) {
  return (
    <Table
      narrow="stack"
      caption={sessions.length === 1 ? '1 session' : `${sessions.length} sessions`}
      head={[{ content: 'Signed in' }, { content: 'Last used' }]}
      rows={sessions.map(({ begun, seen }) => [{ content: momentWords(begun) }, { content: momentWords(seen) }])}
    />
  );
}

export interface ConfirmEndProps {
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly organisation: string;
  /** Null to end all of them. */
  readonly role: string | null;
  readonly value: string;
  readonly isSelf: boolean;
  readonly isSafeguarding: boolean;
}

export function ConfirmEnd({ action, back, name, organisation, role, value, isSelf, isSafeguarding }: ConfirmEndProps) {
  const whom = isSelf ? 'You' : name;
  return (
    <>
      <PageHeading caption={name}>
        {role === null ? `Remove from ${organisation}` : `End the role: ${role}`}
      </PageHeading>
      <WarningText>{`${whom} will be signed out everywhere at once.`}</WarningText>
      <p>
        {role === null
          ? `${whom} will no longer act for ${organisation}, and invitations as a colleague that ${isSelf ? 'you' : 'they'} sent stop working. `
          : ''}
        {`What ${isSelf ? 'you' : 'they'} did stays in the record. ${isSelf ? 'You get' : 'They get'} an email about it.`}
        {isSafeguarding ? ' All safeguarding leads and the head are told.' : ''}
      </p>
      <PostForm action={action}>
        <input type="hidden" name="role" value={value} />
        <ButtonGroup>
          <Button kind="warning" name="act" value={role === null ? 'remove' : 'end'}>
            {role === null ? `Remove ${isSelf ? 'yourself' : name}` : 'End role'}
          </Button>
          <a class="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
