import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { type FieldProblem, Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Fieldset } from '#ui/fieldset/fieldset.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { stageWords } from '../../view-words.js';
import type { Stage } from '#rooms/promised/together/index.js';
import type { Typed } from '#kit/typed.js';

interface Common {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export interface GoBackProps extends Common {
  readonly stage: Stage;
  readonly stages: readonly Stage[];
}

export function GoBack({ csrf, action, back, typed, problems, stage, stages }: GoBackProps) {
  const isNext = stage === 'published';
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        lead={
          isNext
            ? 'What is published stays as it is until you publish again.'
            : stage === 'vote'
              ? 'The votes are deleted and never counted. A new vote starts from zero.'
              : 'What was written stays.'
        }
      >
        {isNext ? 'Work on the next version' : 'Go back a stage'}
      </PageHeading>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <Radios
          name="to"
          legend="Back to"
          value={typed['to'] ?? stages.at(-1)}
          items={stages.map((one) => ({ value: one, label: stageWords[one].text, hint: stageWords[one].about }))}
          {...refusedSet(problems, 'to')}
        />
        <Textarea
          name="reason"
          label="Why"
          hint="Your colleagues see it in the list of stages"
          rows={3}
          value={typed['reason'] ?? ''}
          {...refusedField(problems, 'reason')}
        />
        <ButtonGroup>
          <Button>Go back</Button>
          <a href={back}>Leave it as it is</a>
        </ButtonGroup>
      </form>
    </>
  );
}

export interface AgreeProps extends Common {
  readonly clauses: readonly { readonly id: string; readonly aim: string; readonly votes: string }[];
}

export function Agree({ csrf, action, back, typed, problems, clauses }: AgreeProps) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="Young people and adults agree together. Only the clauses that you tick here go into the charter.">
        Agree the charter
      </PageHeading>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
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
      </form>
    </>
  );
}

export interface HandsProps extends Common {
  readonly clauses: readonly { readonly id: string; readonly aim: string }[];
}

export function Hands({ csrf, action, back, typed, problems, clauses }: HandsProps) {
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
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
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
      </form>
    </>
  );
}
