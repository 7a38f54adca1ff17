import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface AboutProps {
  readonly action: string;
  readonly back: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly frameworks: readonly Choice[];
}

export function AboutFields({ typed, problems, frameworks }: Pick<AboutProps, 'typed' | 'problems' | 'frameworks'>) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Input {...field('title')} label="Title" hint="“Our charter for a school where everyone belongs”" />
      <Textarea {...field('intro')} label="What it is, in a few sentences (optional)" rows={3} />
      <Select
        {...field('framework')}
        label="Which framework it follows"
        hint="Its themes become the headings of your clauses, if you have no headings of your own"
        items={[{ value: '', text: 'Choose a framework' }, ...frameworks]}
      />
      <Input
        {...field('safeguarding')}
        label="Where young people find the safeguarding lead"
        hint="A role and a place, as they know it: “the safeguarding lead, in the room beside the office”. It is shown in the room and on the card"
      />
      <Input
        {...field('safeguardingEmail')}
        label="The safeguarding lead’s e-mail address (if letters should go out)"
        hint="A letter says only that there is something to read, never what"
        type="email"
        spellcheck={false}
        class="govuk-input--width-20"
      />
      <Radios
        name="ballot"
        legend="How young people vote"
        value={typed['ballot'] ?? 'each'}
        items={[
          { value: 'each', label: 'Yes, no or not sure to each clause' },
          {
            value: 'choose',
            label: 'Choose the clauses that matter most',
            conditional: (
              <Input
                {...field('choose')}
                label="How many each may choose"
                inputmode="numeric"
                class="govuk-input--width-2"
              />
            ),
          },
        ]}
        {...refusedSet(problems, 'ballot')}
      />
    </>
  );
}

export function EditAbout(props: AboutProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading>About the charter</PageHeading>
      <PostForm action={props.action} noValidate>
        <AboutFields {...props} />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
