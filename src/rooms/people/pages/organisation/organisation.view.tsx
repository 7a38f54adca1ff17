import { Button } from '#ui/button/button.js';
import { type FieldProblem, Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Table } from '#ui/table/table.js';

export interface WorkplacesProps {
  readonly csrf: string;
  readonly action: string;
  readonly current: string;
  readonly workplaces: readonly { readonly id: string; readonly name: string }[];
  readonly person: string;
  /** Where one sees who else acts for the organisation; null for somebody who does not lead it. */
  readonly colleagues: string | null;
}

export function Workplaces({ csrf, action, person, current, workplaces, colleagues }: WorkplacesProps) {
  const [only, ...others] = workplaces;
  return (
    <>
      <PageHeading caption={person} lead="What you see and do in the workspace belongs to one organisation at a time.">
        Your organisations
      </PageHeading>
      {only && others.length === 0 ? (
        <p>You work for {only.name}.</p>
      ) : (
        <form method="post" action={action}>
          <input type="hidden" name="csrf" value={csrf} />
          <Radios name="organisation" legend="Work for" value={current} items={workplaces.map(({ id, name }) => ({ value: id, label: name }))} />
          <Button>Work for it</Button>
        </form>
      )}
      {colleagues !== null && (
        <p>
          <a href={colleagues}>Colleagues: who acts for your organisation, and inviting somebody</a>
        </p>
      )}
    </>
  );
}

export interface ColleaguesProps {
  readonly csrf: string;
  readonly action: string;
  readonly organisation: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly roles: readonly string[] }[];
  /** Names of the safeguarding leads and their deputies. */
  readonly safeguarding: readonly string[];
  readonly email: string;
  readonly role: string;
  readonly problems: readonly FieldProblem[];
  /** Who has just been invited; the link only in a demonstration, from which no letter goes out. */
  readonly invited: { readonly email: string; readonly link: string | null } | null;
}

export const roleWords = {
  lead: 'Lead: signs, promises and offers in the name of the organisation',
  clerk: 'Clerk: brings in, checks and publishes papers of boards',
  author: 'Author: writes reports',
  member: 'Member: sees the workspace',
  safeguarding: 'Safeguarding lead or deputy: alone reads what is passed on because somebody may not be safe',
} as const;

export function Colleagues({ csrf, action, organisation, people, safeguarding, email, role, problems, invited }: ColleaguesProps) {
  return (
    <>
      <Refused problems={problems} />
      {invited && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">{`An invitation for ${invited.email} is on its way.`}</p>
          {invited.link !== null && (
            <p>
              This is a demonstration, from which no letter goes out. <a href={invited.link}>Open the invitation yourself</a>
            </p>
          )}
        </NotificationBanner>
      )}
      <PageHeading caption={organisation} lead="Who acts for your organisation. Only adults have accounts.">
        Colleagues
      </PageHeading>
      <Table
        narrow="stack"
        caption={people.length === 1 ? '1 person' : `${people.length} people`}
        head={[{ content: 'Name' }, { content: 'E-mail address' }, { content: 'May act as' }]}
        rows={people.map((one) => [{ content: one.name }, { content: one.email }, { content: one.roles.join(', ') }])}
      />
      <h2>Safeguarding</h2>
      <p>{safeguarding.length > 0 ? `What young people write that may mean somebody is not safe goes to ${safeguarding.join(', ')}, and to nobody else here.` : 'Nobody is named as safeguarding lead here. Invite yours: until then, what young people write that may mean somebody is not safe goes to whoever asked them.'}</p>
      <h2>Invite a colleague</h2>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <Input name="email" type="email" label="E-mail address" hint="They get a letter with a link that works once" autocomplete="off" spellcheck={false} value={email} class="govuk-input--width-20" {...refusedField(problems, 'email')} />
        <Radios name="role" legend="What the colleague may do" value={role} items={Object.entries(roleWords).map(([value, text]) => ({ value, label: text }))} {...refusedSet(problems, 'role')} />
        <Button>Invite</Button>
      </form>
    </>
  );
}
