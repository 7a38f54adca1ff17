import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { kindWords } from '../../view-words.js';
import type { NetworkKind } from '../../words.js';
import type { TypedNetwork } from './edit.form.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface EditNetworkProps {
  readonly action: string;
  readonly back: string;
  readonly heading: string;
  readonly caption: string;
  readonly typed: TypedNetwork;
  /** The kind of a network that is there already: it stays. */
  readonly kindKept: NetworkKind | null;
  readonly themes: readonly Choice[];
  readonly authorities: readonly Choice[];
  readonly boards: readonly Choice[];
  readonly problems: readonly FieldProblem[];
}

export function EditNetwork(props: EditNetworkProps) {
  const { typed, problems, kindKept } = props;
  const ofGroup = (
    <>
      <Textarea
        name="terms"
        label="Terms of reference"
        hint="What it may decide, to whom it answers, how often it meets"
        rows={6}
        value={typed.terms}
        {...refusedField(problems, 'terms')}
      />
      <Input
        name="chair"
        label="Who chairs it"
        hint="A role, never a name: “Director of education, Eastmere”"
        value={typed.chair}
        {...refusedField(problems, 'chair')}
      />
      <Select
        name="board"
        id="board"
        label="Its agendas and minutes"
        hint="Where it meets as a board that is published here"
        items={[{ value: '', text: 'Not published here' }, ...props.boards]}
        value={typed.board}
        {...refusedField(problems, 'board')}
      />
    </>
  );
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={props.caption}
        lead={
          kindKept === null
            ? 'Readers see it at once, with your organisation as host and first member. Others join because they want to.'
            : 'Readers see the change at once.'
        }
      >
        {props.heading}
      </PageHeading>
      <PostForm action={props.action} noValidate>
        {kindKept === null ? (
          <Radios
            name="kind"
            legend="What kind of network is it?"
            value={typed.kind}
            items={[
              {
                value: 'learning partnership',
                label: 'Learning partnership',
                hint: 'Organisations that share what works under some themes',
              },
              {
                value: 'steering group',
                label: 'Steering group',
                hint: 'A board of its own kind, with terms of reference and a chair',
                conditional: ofGroup,
              },
            ]}
            {...refusedSet(problems, 'kind')}
          />
        ) : (
          <p>{kindWords[kindKept]}</p>
        )}
        <Input name="name" label="Name" value={typed.name} {...refusedField(problems, 'name')} />
        <Textarea
          name="purpose"
          label="What it is for"
          rows={5}
          value={typed.purpose}
          {...refusedField(problems, 'purpose')}
        />
        {kindKept === 'steering group' && ofGroup}
        <Checkboxes
          name="themes"
          legend="Its themes"
          hint="What its members share under these themes is shown on its page"
          values={typed.themes}
          items={props.themes.map(({ value, text }) => ({ value, label: text }))}
          small
          {...refusedSet(problems, 'themes')}
        />
        <Select
          name="authority"
          id="authority"
          label="Area"
          items={[{ value: '', text: 'No area in particular' }, ...props.authorities]}
          value={typed.authority}
          {...refusedField(problems, 'authority')}
        />
        <ButtonGroup>
          <Button>{kindKept === null ? 'Found it' : 'Save'}</Button>
          <a href={props.back}>{kindKept === null ? 'Not now' : 'Leave it as it is'}</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
