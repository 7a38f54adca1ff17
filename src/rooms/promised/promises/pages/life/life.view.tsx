import { plainDate } from '#base/london.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { evidenceWords, reasonWords } from '../../view-words.js';
import { evidenceKinds, reasonKinds } from '../../words.js';
import type { FieldProblem, Typed } from './life.form.js';

export interface LifeProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly aim: string;
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly button: string;
  readonly problems: readonly FieldProblem[];
  readonly children: Content;
}

/** The frame of every act on a promise: what it is about, the fields, the button and the way back. */
export function Life({ csrf, action, back, aim, heading, lead, button, problems, children }: LifeProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={`We will ${aim}`} lead={lead}>
        {heading}
      </PageHeading>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        {children}
        <ButtonGroup>
          <Button>{button}</Button>
          <a href={back}>Back to the promise</a>
        </ButtonGroup>
      </form>
    </>
  );
}

export interface FieldsProps {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

function tools({ typed, problems }: FieldsProps) {
  return {
    field: (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) }),
    set: (name: string) => ({ name, value: typed[name] ?? '', ...refusedSet(problems, name) }),
    date: (name: string) => ({ id: name, namePrefix: name, values: typed, ...refusedSet(problems, `${name}-day`) }),
  };
}

export function AgreeFields(props: FieldsProps) {
  const { field, date } = tools(props);
  return (
    <>
      <Input
        {...field('by')}
        label="Who agreed it"
        hint="A body, not a person: “Governing body”, “School council and staff”, “Cabinet”"
      />
      <DateInput {...date('on')} legend="When it was agreed" />
      <Input
        {...field('link')}
        label="Where the decision can be read (if it is on this site)"
        hint="The address of the meeting, minutes or decision here"
        spellcheck={false}
      />
    </>
  );
}

export function NewsFields(props: FieldsProps) {
  const { field, set } = tools(props);
  return (
    <>
      <Textarea
        {...field('body')}
        label="What was done since"
        hint="Readers see it at once, and it stays. No names of young people"
        rows={5}
      />
      <Radios
        {...set('standing')}
        legend="Will it be kept in time?"
        items={[
          { value: 'on track', label: 'Yes, it is on track' },
          { value: 'at risk', label: 'It is at risk', hint: 'Saying so early is a strength' },
        ]}
      />
    </>
  );
}

export function DateFields(props: FieldsProps & { readonly due: string }) {
  const { field, date } = tools(props);
  return (
    <>
      <p>
        It is due on {plainDate(props.due)}. Readers will see that date beside the new one, and how often it was moved.
      </p>
      <DateInput {...date('due')} legend="New date" hint="For example, 1 9 2027" />
      <Textarea {...field('why')} label="Why it moves" hint="Readers see it" rows={3} />
    </>
  );
}

export function EvidenceFields(props: FieldsProps) {
  const { field, set, date } = tools(props);
  return (
    <>
      <Radios
        {...set('kind')}
        legend="What kind of evidence it is"
        items={evidenceKinds.map((kind) => ({ value: kind, label: evidenceWords[kind] }))}
      />
      <Checkboxes
        name="faceless"
        items={[
          {
            value: 'yes',
            label: 'If it is a photo: nobody’s face can be seen in it',
            checked: props.typed['faceless'] === 'yes',
          },
        ]}
        {...refusedSet(props.problems, 'faceless')}
      />
      <Input
        {...field('title')}
        label="What it is"
        hint="With the figure where it is one: “41 of 60 pupils took part in a club, 12 more than last year”"
      />
      <Input
        {...field('url')}
        type="url"
        label="Where it can be looked up"
        hint="Its address, here or elsewhere on the web"
        spellcheck={false}
      />
      <DateInput {...date('dated')} legend="The day that it is of" />
      <Radios
        {...set('strength')}
        legend="Can others look it up?"
        items={[
          { value: 'shown', label: 'Yes: anybody can see it at that address' },
          { value: 'said', label: 'No: we say so', hint: 'Readers are told that only you say it' },
        ]}
      />
    </>
  );
}

export function PracticeFields(props: FieldsProps) {
  const { field } = tools(props);
  return (
    <Textarea
      {...field('practices')}
      label="Addresses of practices published here, one on each line"
      rows={4}
      spellcheck={false}
    />
  );
}

export function TakeBackFields(props: FieldsProps & { readonly title: string }) {
  const { field } = tools(props);
  return (
    <>
      <p>“{props.title}” stays in the list as taken back; its address goes.</p>
      <Textarea {...field('why')} label="Why it is taken back" hint="Readers see it" rows={3} />
    </>
  );
}

export function EndFields(
  props: FieldsProps & {
    readonly hasEvidence: boolean;
    readonly addEvidence: string;
    readonly others: readonly { readonly value: string; readonly text: string }[];
  },
) {
  const { field, set, date } = tools(props);
  return (
    <>
      <Radios
        {...set('state')}
        legend="How it ends"
        items={[
          {
            value: 'kept',
            label: 'Kept',
            hint: props.hasEvidence ? (
              'Then ask young people whether they say so too'
            ) : (
              <>
                Needs at least one piece of evidence. <a href={props.addEvidence}>Add evidence first</a>
              </>
            ),
          },
          { value: 'partly kept', label: 'Partly kept' },
          { value: 'not kept', label: 'Not kept' },
          { value: 'withdrawn', label: 'Withdrawn', hint: 'You take it back before its date' },
          ...(props.others.length === 0 ? [] : [{ value: 'replaced', label: 'Replaced by another of your promises' }]),
        ]}
      />
      <DateInput {...date('on')} legend="On which day" />
      <Input
        {...field('by')}
        label="Who says so"
        hint="The role that declares it kept, or the body that decided otherwise. Never a name"
        class="govuk-input--width-20"
      />
      <h2>If it was not kept in full</h2>
      <p>The reason stays public for good, so that young people know why.</p>
      <Select
        {...field('reason')}
        label="Reason"
        items={[
          { value: '', text: 'Choose a reason' },
          ...reasonKinds.map((kind) => ({ value: kind, text: reasonWords[kind] })),
        ]}
      />
      <Textarea {...field('why')} label="Why, in plain words" rows={4} />
      {props.others.length > 0 && (
        <Select {...field('replacement')} label="Replaced by" items={[{ value: '', text: 'None' }, ...props.others]} />
      )}
    </>
  );
}

export function AskFields(
  props: FieldsProps & {
    readonly groups: readonly { readonly slug: string; readonly name: string; readonly isOwn: boolean }[];
    readonly later: readonly { readonly name: string; readonly from: string }[];
    readonly addEvidence: string;
  },
) {
  const chosen = (props.typed['group'] ?? '').split('\n');
  return (
    <>
      {props.groups.length === 0 && props.later.length === 0 && (
        <p>
          No group of young people can be asked yet. Invite the adult who works with your school council or youth forum
          to Kept; once the group is there, you can ask it here.
        </p>
      )}
      {props.groups.length > 0 && (
        <Checkboxes
          name="group"
          legend="Which groups do you ask?"
          hint="An adult who works with the group answers for the young people, without names. You cannot answer for them"
          items={props.groups.map(({ slug, name, isOwn }) => ({
            value: slug,
            label: name,
            checked: chosen.includes(slug),
            ...(isOwn ? { hint: 'Belongs to you' } : {}),
          }))}
          {...refusedSet(props.problems, 'group')}
        />
      )}
      {props.later.length > 0 && (
        <InsetText class="no-top">
          <p>
            These groups have answered. You can ask them again at once after you{' '}
            <a href={props.addEvidence}>add new evidence</a>.
          </p>
          <ul>
            {props.later.map(({ name, from }) => (
              <li>{`${name}: without new evidence, from ${plainDate(from)}`}</li>
            ))}
          </ul>
        </InsetText>
      )}
    </>
  );
}
