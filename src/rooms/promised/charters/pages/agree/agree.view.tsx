import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import type { Common } from '../stage/stage.view.js';

export interface AgreeProps extends Common {
  readonly clauses: readonly { readonly id: string; readonly aim: string; readonly votes: string }[];
}

export function Agree({ action, back, typed, problems, clauses }: AgreeProps) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="Young people and adults agree together. Only the clauses that you tick here go into the charter.">
        Agree the charter
      </PageHeading>
      <PostForm action={action} noValidate>
        <Checkboxes
          name="clauses"
          legend="Which clauses are agreed"
          values={(typed['clauses'] ?? '').split('\n')}
          items={clauses.map(({ id, aim, votes }) => ({
            value: id,
            label: `We will ${aim}`,
            hint: votes === '' ? undefined : votes,
          }))}
          {...refusedSet(problems, 'clauses')}
        />
        <Input
          {...field('group')}
          label="The young people who agreed, as a group"
          hint="“School council”, “Year 4 to 6”. Never names"
          class="govuk-input--width-20"
        />
        <Input
          {...field('body')}
          label="The adults’ body that agreed"
          hint="“Governing body”"
          class="govuk-input--width-20"
        />
        <Input {...field('role')} label="Your role" hint="“Deputy head”" class="govuk-input--width-20" />
        <DateInput
          id="on"
          namePrefix="on"
          legend="On which day"
          values={typed}
          error={problems.find(({ field: at }) => at === 'on-day')?.message}
        />
        <ButtonGroup>
          <Button>Agree</Button>
          <a href={back}>Not now</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
