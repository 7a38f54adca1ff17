import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';

export interface EditProps {
  readonly action: string;
  readonly back: string;
  readonly isNew: boolean;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly themes: readonly { readonly value: string; readonly text: string }[];
  readonly boards: readonly { readonly value: string; readonly text: string }[];
  /** Whether a practice is published that the promise could use. */
  readonly hasPractice: boolean;
}

export function EditPromise({ action, back, isNew, typed, problems, themes, boards, hasPractice }: EditProps) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  const date = (name: string) => ({
    id: name,
    namePrefix: name,
    values: typed,
    ...refusedSet(problems, `${name}-day`),
  });
  const more = ['measure', 'board', 'source', 'practices'];
  const isMoreOpen =
    more.some((name) => (typed[name] ?? '') !== '') || problems.some((problem) => more.includes(problem.field));
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="Only your organisation sees the draft. Once it is agreed, the promise is public and stays public.">
        {isNew ? 'A new promise' : 'Change the draft'}
      </PageHeading>
      <PostForm action={action} noValidate>
        <Select
          {...field('theme')}
          label="Under which theme"
          items={[{ value: '', text: 'Choose a theme' }, ...themes]}
        />
        <Textarea
          {...field('aim')}
          label="We will …"
          hint="What you will do, in words that a pupil understands. “ask every class before a rule changes”"
          rows={2}
        />
        <Textarea {...field('steps')} label="by …" hint="What exactly you will do, one step on each line" rows={4} />
        <Radios
          name="verb"
          legend="So, you …"
          inline
          value={typed['verb'] ?? 'can'}
          items={[
            { value: 'can', label: 'can' },
            { value: 'feel', label: 'feel' },
          ]}
          {...refusedSet(problems, 'verb')}
        />
        <Input
          {...field('effect')}
          label="… what changes for young people"
          hint="Goes on from “So, you can” or “So, you feel”. “see what your words changed”"
        />
        <Input
          {...field('owner')}
          label="Who owns it"
          hint="A role, never a name: “Deputy head”. Readers see it"
          class="govuk-input--width-20"
        />
        <DateInput
          {...date('due')}
          legend="Due date"
          hint="For example, 1 9 2027. You can move it later. Readers still see the old date"
        />
        <DateInput {...date('starts')} legend="Start date (optional)" />
        <Details
          summary={`How everybody will know, which board is responsible, where it comes from${hasPractice ? ', which practice it uses' : ''}`}
          open={isMoreOpen}
        >
          <Textarea
            {...field('measure')}
            label="How everybody will know"
            hint="A figure, a question of a survey, something that can be seen"
            rows={2}
          />
          {boards.length > 0 && (
            <Select
              {...field('board')}
              label="Responsible board"
              hint="If the promise becomes overdue, it is suggested for this board’s next meeting"
              items={[{ value: '', text: 'None' }, ...boards]}
            />
          )}
          <Textarea
            {...field('source')}
            label="Where it comes from"
            hint="What young people asked for, a finding, a decision, your own idea"
            rows={2}
          />
          {hasPractice && (
            <Textarea
              {...field('practices')}
              label="Practice that it uses"
              hint="Paste the addresses of practices published here, one on each line"
              rows={2}
              spellcheck={false}
            />
          )}
        </Details>
        <ButtonGroup>
          <Button>Save the draft</Button>
          <a href={back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
