import type { FieldsProps } from '#ui/form/form.js';
import { plainDate } from '#base/london.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { refusedSet } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';

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
