import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';

export interface ComingProps {
  readonly action: string;
  readonly back: string;
  readonly board: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  /** The meeting of that day that is known already. */
  readonly known: string | null;
}

/** Announcing a meeting before there is a paper of it. */
export function Coming({ action, back, board, typed, problems, known }: ComingProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={board} lead="Readers find it in the calendar at once. The agenda comes with its pack.">
        Announce a meeting
      </PageHeading>
      {known !== null && (
        <p>
          <a href={known}>Open the meeting of that day</a>
        </p>
      )}
      <PostForm action={action} noValidate>
        <DateInput
          id="date"
          namePrefix="date"
          legend="Day of the meeting"
          hint="For example, 20 6 2027"
          values={typed}
          {...refusedSet(problems, 'date-day')}
        />
        <Input
          name="start"
          label="Time (if it is known)"
          hint="Like 2pm or 14:00"
          value={typed['start'] ?? ''}
          class="govuk-input--width-5"
          {...refusedField(problems, 'start')}
        />
        <Input
          name="place"
          label="Place (if it is known)"
          value={typed['place'] ?? ''}
          {...refusedField(problems, 'place')}
        />
        <Radios
          name="mode"
          legend="How people meet"
          value={typed['mode'] ?? ''}
          items={[
            { value: 'in person', label: 'In person' },
            { value: 'remote', label: 'Online' },
            { value: 'hybrid', label: 'In person and online' },
          ]}
          {...refusedSet(problems, 'mode')}
        />
        <ButtonGroup>
          <Button>Announce it</Button>
          <a href={back}>Back without announcing</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
