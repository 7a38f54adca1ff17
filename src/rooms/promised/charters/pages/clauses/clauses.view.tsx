import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { Choice } from '../about/about.view.js';

export interface EditClauseProps {
  readonly action: string;
  readonly back: string;
  readonly heading: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly themes: readonly Choice[];
  /** False from the vote on: the words stand still. */
  readonly mayEditWords: boolean;
  /** Changes that young people suggest for it. */
  readonly suggested: readonly {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly verb: 'can' | 'feel';
    readonly effect: string;
    readonly edited: boolean;
  }[];
}

export function EditClause(props: EditClauseProps) {
  const { typed, problems } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading>{props.heading}</PageHeading>
      {props.suggested.length > 0 && (
        <Details summary={`What young people suggest (${props.suggested.length})`} open>
          {props.suggested.map((one) => (
            <Pledge
              aim={one.aim}
              steps={one.steps}
              effect={one.effect === '' ? null : { verb: one.verb, words: one.effect }}
            />
          ))}
        </Details>
      )}
      <PostForm action={props.action} noValidate>
        {props.mayEditWords ? (
          <>
            <Textarea {...field('aim')} label="We will …" rows={2} />
            <Textarea
              {...field('steps')}
              label="by …"
              hint="One step on each line. Leave it empty while nobody knows"
              rows={5}
            />
            <Radios
              name="verb"
              legend="So, you …"
              inline
              value={typed['verb'] ?? 'can'}
              items={[
                { value: 'can', label: 'can' },
                { value: 'feel', label: 'feel' },
              ]}
            />
            <Textarea {...field('effect')} label="… what changes for young people" rows={2} />
            <Input
              {...field('heading')}
              label="Heading it stands under"
              hint="Clauses with the same heading stand together. Without one the theme’s name is used"
              class="govuk-input--width-20"
            />
          </>
        ) : (
          <Pledge
            aim={typed['aim'] ?? ''}
            steps={(typed['steps'] ?? '').split('\n').filter((step) => step !== '')}
            effect={
              (typed['effect'] ?? '') === ''
                ? null
                : { verb: typed['verb'] === 'feel' ? 'feel' : 'can', words: typed['effect'] ?? '' }
            }
          />
        )}
        <Select
          {...field('theme')}
          label="Theme of the framework"
          items={[{ value: '', text: 'None of them' }, ...props.themes]}
        />
        <Input
          {...field('owner')}
          label="Who will own it (if you know)"
          hint="A role, never a name: “Deputy head”"
          class="govuk-input--width-20"
        />
        <DateInput
          id="due"
          namePrefix="due"
          legend="By when (if you know)"
          values={typed}
          error={problems.find(({ field: at }) => at === 'due-day')?.message}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
