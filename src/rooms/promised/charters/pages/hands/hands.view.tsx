import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Fieldset } from '#ui/fieldset/fieldset.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import type { Common } from '../stage/stage.view.js';

export interface HandsProps extends Common {
  readonly clauses: readonly { readonly id: string; readonly aim: string }[];
}

export function Hands({ action, back, typed, problems, clauses }: HandsProps) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        lead={
          'For a class that votes with its hands. It is shown apart from votes by code. We keep the numbers only if ' +
          '10 or more voted, with at least 3 on each side. If not, we keep only which side was ahead, or that fewer ' +
          'than 10 voted.'
        }
      >
        Record a show of hands
      </PageHeading>
      <PostForm action={action} noValidate>
        <Input
          {...field('group')}
          label="Who was in the room"
          hint="“Year 4”. No names"
          class="govuk-input--width-20"
        />
        <DateInput
          id="on"
          namePrefix="on"
          legend="On which day"
          values={typed}
          error={problems.find(({ field: at }) => at === 'on-day')?.message}
        />
        {clauses.map(({ aim }, index) => (
          <Fieldset legend={`${index + 1}. We will ${aim}`} legendClass="govuk-fieldset__legend--s">
            <div class="hands">
              {(['yes', 'no', 'unsure'] as const).map((name) => (
                <Input
                  {...field(`${name}-${index + 1}`)}
                  label={{ yes: 'For', no: 'Against', unsure: 'Not sure' }[name]}
                  inputmode="numeric"
                  class="govuk-input--width-3"
                />
              ))}
            </div>
          </Fieldset>
        ))}
        <ButtonGroup>
          <Button>Save</Button>
          <a href={back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
