import type { FieldProblem } from '#base/form.js';
import { londonDate, plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';

export interface HeadProps {
  readonly action: string;
  readonly organisation: string;
  readonly head: { readonly name: string; readonly email: string; readonly named_at: Date } | null;
  /** Whether the reader may name the head now. */
  readonly mayName: boolean;
  readonly name: string;
  readonly email: string;
  readonly problems: readonly FieldProblem[];
  readonly done: string | null;
}

export function Head({ action, organisation, head, mayName, name, email, problems, done }: HeadProps) {
  return (
    <>
      <Refused problems={problems} />
      <Done>{done}</Done>
      <PageHeading
        caption={organisation}
        lead={
          'The head teacher, or who holds that office. The head needs no account: when a safeguarding lead needs a ' +
          'second person and there is no other, the head is asked by email.'
        }
      >
        Head of your organisation
      </PageHeading>
      {head !== null && (
        <SummaryList
          rows={[
            { key: 'Name', value: head.name },
            { key: 'Email address', value: head.email },
            { key: 'Named', value: plainDate(londonDate(head.named_at)) },
          ]}
        />
      )}
      {head !== null && !mayName && (
        <p id="email">Only an administrator of your organisation, or whoever runs this Kept, can change the head.</p>
      )}
      {mayName && (
        <>
          <h2>{head === null ? 'Name the head' : 'Name another head'}</h2>
          <p>
            {head === null
              ? 'Check the name and the address: you can name the head only once. Later only an administrator can change it.'
              : 'All safeguarding leads, the present head and the new one are told.'}
          </p>
          <PostForm action={action} noValidate>
            <Input
              name="name"
              label="Name"
              autocomplete="off"
              value={name}
              class="govuk-input--width-20"
              {...refusedField(problems, 'name')}
            />
            <Input
              name="email"
              type="email"
              label="Email address"
              hint="The head’s own, not one that others read"
              autocomplete="off"
              spellcheck={false}
              value={email}
              class="govuk-input--width-20"
              {...refusedField(problems, 'email')}
            />
            <Button>Name head</Button>
          </PostForm>
        </>
      )}
    </>
  );
}
