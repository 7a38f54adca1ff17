import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { WarningText } from '#ui/warning-text/warning-text.js';

export interface OpenViewProps {
  readonly name: string;
  readonly days: string;
  readonly back: string;
  readonly problems: readonly FieldProblem[];
}

export function OpenView({ name, days, back, problems }: OpenViewProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={name} lead={days}>
        Open the survey
      </PageHeading>
      <WarningText>
        What is asked, of whom, in which languages and with which notices is frozen now. Only the last day can be moved.
      </WarningText>
      <ul>
        <li>Until it closes, everybody sees how many have answered in bands of ten, and nothing of what was said.</li>
        <li>Settings that take part can open class sessions and print cards.</li>
        <li>Answers given without a connection still arrive for seven days after the last day.</li>
      </ul>
      <PostForm noValidate id="open">
        <ButtonGroup>
          <Button>Open it</Button>
          <a href={back}>Not yet</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

export interface LastDayViewProps {
  readonly name: string;
  /** The last day that was signed, in words. */
  readonly signedUntil: string | null;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function LastDayView({ name, signedUntil, typed, problems }: LastDayViewProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={name} lead="Earlier or later than planned. Answers that are already here stay.">
        Move the last day
      </PageHeading>
      <PostForm noValidate>
        <input type="hidden" name="act" value="move" />
        <DateInput
          id="closes"
          namePrefix="closes"
          legend="Last day"
          values={typed}
          error={problems.find(({ field }) => field === 'closes-day')?.message}
        />
        <p>
          {signedUntil === null
            ? ''
            : `The data sheet was signed for a last day of ${signedUntil}. If you choose a later day, the data ` +
              `sheet must be signed again. Until then the survey ends on the day that was signed. `}
          A survey is open for a year at most.
        </p>
        <p>
          Answers that are already here are deleted on the day that was signed for them. A later last day does not
          change that.
        </p>
        <Button>Move the last day</Button>
      </PostForm>
      <section>
        <h2>Close it now</h2>
        <p>
          All codes and links stop working at once, in every setting. You cannot open this survey again. You can begin
          another wave.
        </p>
        <PostForm noValidate>
          <input type="hidden" name="act" value="close" />
          <Button kind="warning">Close the survey</Button>
        </PostForm>
      </section>
    </>
  );
}
