import type { FieldProblem, Typed } from '#base/form.js';
import { refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';

export interface BodyFieldsProps {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly authorities: readonly { readonly code: string; readonly name: string }[];
}

/** Who is meant: the field that fits the kind is shown with it. */
export function BodyFields({ typed, problems, authorities }: BodyFieldsProps) {
  const value = (name: string): string => typed[name] ?? '';
  const councils = authorities.map(({ code, name }) => ({ value: code, text: name }));
  return (
    <Radios
      name="kind"
      legend="Who is it?"
      value={value('kind')}
      {...refusedSet(problems, 'kind')}
      items={[
        {
          value: 'authority',
          label: 'A council',
          conditional: (
            <Select
              id="authority"
              name="authority"
              label="Which council"
              value={value('authority')}
              items={[{ value: '', text: 'Choose one' }, ...councils]}
              {...refusedField(problems, 'authority')}
            />
          ),
        },
        {
          value: 'school',
          label: 'A school or setting',
          conditional: (
            <Input
              id="school"
              name="school"
              label="Its number (URN) or name"
              hint="The number is the surest: six digits, on its page in the directory"
              value={value('school')}
              {...refusedField(problems, 'school')}
            />
          ),
        },
        {
          value: 'trust',
          label: 'A trust',
          conditional: (
            <Input
              id="trust"
              name="trust"
              label="Name of the trust"
              value={value('trust')}
              {...refusedField(problems, 'trust')}
            />
          ),
        },
        {
          value: 'group',
          label: 'A group of young people',
          hint: 'A school council, a youth forum. An adult who works with it fills in the form',
          conditional: (
            <>
              <Input
                id="group"
                name="group"
                label="Name of the group"
                value={value('group')}
                {...refusedField(problems, 'group')}
              />
              <Select
                id="area"
                name="area"
                label="In the area of which council"
                value={value('area')}
                items={[{ value: '', text: 'No one area' }, ...councils]}
                {...refusedField(problems, 'area')}
              />
            </>
          ),
        },
      ]}
    />
  );
}
