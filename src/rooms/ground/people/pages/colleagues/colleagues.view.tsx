import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Table } from '#ui/table/table.js';
import { TextButton } from '#ui/text-button/text-button.js';

export interface InvitationLine {
  readonly id: string;
  readonly email: string;
  /** What the invited joins as: a role here, or another organisation. */
  readonly joins: string;
  readonly by: string | null;
  readonly on: string;
  readonly until: string;
  readonly isOver: boolean;
}

export interface ColleaguesProps {
  readonly action: string;
  readonly organisation: string;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly href: string;
    readonly roles: readonly string[];
  }[];
  /** Names of the safeguarding leads and their deputies. */
  readonly safeguarding: readonly string[];
  /** Where safeguarding leads are appointed; null for somebody who may not. */
  readonly safeguardingLeads: string | null;
  readonly head: string | null;
  readonly headHref: string;
  readonly invitations: readonly InvitationLine[];
  readonly email: string;
  readonly role: string;
  readonly problems: readonly FieldProblem[];
  readonly done: string | null;
  /** The invitation itself, in a demonstration only. */
  readonly link: string | null;
}

export const roleWords = {
  lead: 'Lead: signs, promises and offers for the organisation',
  clerk: 'Committee clerk: imports, checks and publishes papers of boards',
  author: 'Report author: writes reports',
  member: 'Board member: sees the workspace',
} as const;

/** What was just done; the invitation itself only where no letter goes out. */
export function InvitationDone({ done, link }: Pick<ColleaguesProps, 'done' | 'link'>) {
  if (done === null) return null;
  return (
    <NotificationBanner kind="success">
      <p class="govuk-notification-banner__heading">{done}</p>
      {link !== null && (
        <p>
          This is a demonstration and sends no email. <a href={link}>Open the invitation yourself</a>
        </p>
      )}
    </NotificationBanner>
  );
}

/** Invitations that were not used yet, each with what can be done about it. */
export function Invitations({ lines, action }: { readonly lines: readonly InvitationLine[]; readonly action: string }) {
  return (
    <Table
      narrow="stack"
      caption={lines.length === 1 ? '1 open invitation' : `${lines.length} open invitations`}
      head={[{ content: 'Email address' }, { content: 'Joins' }, { content: 'Sent' }, { content: 'Act' }]}
      rows={lines.map((one) => [
        { content: one.email },
        { content: one.joins },
        {
          content: `${plainDate(one.on)}${one.by === null ? '' : `, by ${one.by}`}. ${one.isOver ? 'Ended' : 'Ends'} ${plainDate(one.until)}`,
        },
        {
          content: (
            <PostForm action={action}>
              <input type="hidden" name="invitation" value={one.id} />
              <TextButton name="act" value="again" about={one.email}>
                Send again
              </TextButton>{' '}
              <TextButton name="act" value="withdraw" about={one.email}>
                Withdraw
              </TextButton>
            </PostForm>
          ),
        },
      ])}
    />
  );
}

export function Colleagues(props: ColleaguesProps) {
  const { action, organisation, people, safeguarding, problems } = props;
  return (
    <>
      <Refused problems={problems} />
      <InvitationDone done={props.done} link={props.link} />
      <PageHeading caption={organisation} lead="Who acts for your organisation. Only adults have accounts.">
        Colleagues
      </PageHeading>
      <Table
        narrow="stack"
        caption={people.length === 1 ? '1 person' : `${people.length} people`}
        head={[{ content: 'Name' }, { content: 'Email address' }, { content: 'Role' }]}
        rows={people.map((one) => [
          { content: <a href={one.href}>{one.name}</a> },
          { content: one.email },
          { content: one.roles.join(', ') },
        ])}
      />
      <section id="invitations">
        {props.invitations.length > 0 && <Invitations lines={props.invitations} action={action} />}
      </section>
      <h2>Invite a colleague</h2>
      <PostForm action={action} noValidate>
        <Input
          name="email"
          type="email"
          label="Email address"
          hint="They get a link that works once, for 30 days"
          autocomplete="off"
          spellcheck={false}
          value={props.email}
          class="govuk-input--width-20"
          {...refusedField(problems, 'email')}
        />
        <Radios
          name="role"
          legend="Role"
          value={props.role}
          items={Object.entries(roleWords).map(([value, text]) => ({ value, label: text }))}
          {...refusedSet(problems, 'role')}
        />
        <Button name="act" value="invite">
          Invite colleague
        </Button>
      </PostForm>
      <h2>Safeguarding</h2>
      <p>
        {safeguarding.length > 0
          ? `When something that a young person wrote may mean they are not safe, it goes to ` +
            `${safeguarding.join(', ')} and to no other colleague. Safeguarding leads appoint one another.`
          : 'Your organisation has no safeguarding lead. Whoever runs this Kept appoints the first. Until then, ' +
            'what may mean that a young person is not safe goes to the organisation that asked them.'}
      </p>
      {props.safeguardingLeads !== null && (
        <p>
          <a href={props.safeguardingLeads}>Appoint a safeguarding lead</a>
        </p>
      )}
      <p>
        {props.head === null ? 'Your organisation has not named its head. ' : `Head: ${props.head}. `}
        <a href={props.headHref}>{props.head === null ? 'Name the head' : 'About the head'}</a>
      </p>
    </>
  );
}
