import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import type { Choice } from '../edit/edit.view.js';

export interface InviteProps {
  readonly action: string;
  readonly back: string;
  readonly network: string;
  readonly known: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly how: string;
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly number: string;
  readonly email: string;
  readonly problems: readonly FieldProblem[];
}

export function Invite(props: InviteProps) {
  const { problems } = props;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={props.network} lead="It decides itself: only its own lead can join.">
        Invite an organisation
      </PageHeading>
      <PostForm action={props.action} noValidate>
        <Radios
          name="how"
          legend="Is it in Kept already?"
          value={props.how}
          items={[
            {
              value: 'known',
              label: 'Yes',
              conditional: (
                <Select
                  name="organisation"
                  id="organisation"
                  label="Which organisation"
                  items={[{ value: '', text: 'Choose' }, ...props.known]}
                  value={props.organisation}
                  {...refusedField(problems, 'organisation')}
                />
              ),
            },
            {
              value: 'letter',
              label: 'No, write to somebody there',
              hint: 'A letter with a link that works once, for thirty days',
              conditional: (
                <>
                  <Input
                    name="name"
                    label="Name of the organisation"
                    value={props.name}
                    {...refusedField(problems, 'name')}
                  />
                  <Select
                    name="kind"
                    id="kind"
                    label="What it is"
                    items={[{ value: '', text: 'Choose' }, ...props.kinds]}
                    value={props.kind}
                    {...refusedField(problems, 'kind')}
                  />
                  <Input
                    name="number"
                    label="Its official number"
                    hint="GSS code of an authority, URN of a school or setting; nothing for others"
                    spellcheck={false}
                    value={props.number}
                    {...refusedField(problems, 'number')}
                  />
                  <Input
                    name="email"
                    label="E-mail address"
                    type="email"
                    spellcheck={false}
                    value={props.email}
                    {...refusedField(problems, 'email')}
                  />
                </>
              ),
            },
          ]}
          {...refusedSet(problems, 'how')}
        />
        <ButtonGroup>
          <Button>Invite</Button>
          <a href={props.back}>Not now</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
