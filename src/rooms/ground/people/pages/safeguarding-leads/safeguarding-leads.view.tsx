import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { InvitationDone, type InvitationLine, Invitations } from '../colleagues/colleagues.view.js';

export interface SafeguardingLeadsProps {
  readonly action: string;
  readonly organisation: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly end: string }[];
  readonly head: { readonly name: string; readonly email: string } | null;
  readonly invitations: readonly InvitationLine[];
  readonly email: string;
  readonly problems: readonly FieldProblem[];
  readonly done: string | null;
  readonly link: string | null;
}

export function SafeguardingLeads(props: SafeguardingLeadsProps) {
  const { action, people } = props;
  return (
    <>
      <Refused problems={props.problems} />
      <InvitationDone done={props.done} link={props.link} />
      <PageHeading
        caption={props.organisation}
        lead="Only safeguarding leads appoint safeguarding leads. All of them, and the head, are told of each appointment and its end."
      >
        Safeguarding leads
      </PageHeading>
      <div id="people">
        <Table
          narrow="stack"
          caption={people.length === 1 ? '1 safeguarding lead' : `${people.length} safeguarding leads`}
          head={[{ content: 'Name' }, { content: 'Email address' }, { content: 'Act' }]}
          rows={people.map((one) => [
            { content: one.name },
            { content: one.email },
            {
              content: (
                <a href={one.end}>
                  End role<span class="govuk-visually-hidden">: {one.name}</span>
                </a>
              ),
            },
          ])}
        />
      </div>
      <p>
        {props.head === null
          ? 'Your organisation has not named its head. A lead or an administrator does that under Colleagues. The ' +
            'head agrees to a request for a session where no independent safeguarding lead can.'
          : `Head: ${props.head.name} (${props.head.email}). The head agrees to a request for a session where no independent safeguarding lead can.`}
      </p>
      <p>Somebody whom you appointed, or who appointed you, cannot agree to your request for a session.</p>
      <section id="invitations">
        {props.invitations.length > 0 && <Invitations lines={props.invitations} action={action} />}
      </section>
      <h2>Appoint a safeguarding lead</h2>
      <PostForm action={action} noValidate>
        <Input
          name="email"
          type="email"
          label="Email address"
          hint="A colleague’s, or somebody new. They get a link that works once, for 30 days"
          autocomplete="off"
          spellcheck={false}
          value={props.email}
          class="govuk-input--width-20"
          {...refusedField(props.problems, 'email')}
        />
        <Button name="act" value="invite">
          Send invitation
        </Button>
      </PostForm>
    </>
  );
}
