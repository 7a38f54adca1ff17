import type { FieldProblem, Typed } from '#base/form.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { audienceWords } from '../../view-words.js';
import { ticked } from '../typed.form.js';

export interface DesignViewProps {
  readonly name: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly audiences: readonly Audience[];
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
}

export function DesignView({ name, typed, problems, audiences, languages }: DesignViewProps) {
  const message = (field: string) => problems.find((one) => one.field === field)?.message;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={name}
        lead="Once the data sheet is signed, a change of audiences or languages must be signed again."
      >
        Whom it asks, and when
      </PageHeading>
      <PostForm noValidate>
        <Input name="name" value={typed['name'] ?? ''} {...refusedField(problems, 'name')} label="Name" />
        <Checkboxes
          {...refusedSet(problems, 'audiences')}
          name="audiences"
          legend="Whom does it ask?"
          values={ticked(typed, 'audiences')}
          items={audiences.map((audience) => ({ value: audience, label: audienceWords[audience] }))}
        />
        <Checkboxes
          {...refusedSet(problems, 'languages')}
          name="languages"
          legend="In which languages?"
          hint="Everybody chooses one of them before the first question"
          values={ticked(typed, 'languages')}
          items={languages.map(({ tag, name: words }) => ({ value: tag, label: words }))}
        />
        <DateInput id="opens" namePrefix="opens" legend="First day" values={typed} error={message('opens-day')} />
        <DateInput
          id="closes"
          namePrefix="closes"
          legend="Last day"
          hint="Nobody can begin after it. It can be moved later"
          values={typed}
          error={message('closes-day')}
        />
        <Button>Save</Button>
      </PostForm>
    </>
  );
}
