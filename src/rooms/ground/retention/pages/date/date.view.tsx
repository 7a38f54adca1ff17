import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import type { DateSeen } from '../../lookups.js';

export interface DateProps {
  readonly action: string;
  readonly back: string;
  readonly date: DateSeen;
  readonly typed: Readonly<Record<string, string>>;
  readonly problem: string | null;
}

export function DateView({ action, back, date, typed, problem }: DateProps) {
  return (
    <>
      <Refused problems={problem === null ? [] : [{ field: 'date-day', message: problem }]} />
      <PageHeading>Confirm the date</PageHeading>
      {date.doubt === null && <p>Kept is sure of its date. You do not need to confirm it.</p>}
      {date.doubt === 'forward' && (
        <p>
          Kept deletes nothing by date now. The clock of its database went forward by more than a week. Either the clock
          is wrong, or Kept did not run for some time.
        </p>
      )}
      {date.doubt === 'back' && <p>Kept deletes nothing by date now. The clock of its database went back.</p>}
      <SummaryList
        rows={[
          { key: 'Kept was last sure of', value: date.last === null ? 'Not known' : plainDate(date.last) },
          ...(date.jumpedTo === null ? [] : [{ key: 'Then the clock said', value: plainDate(date.jumpedTo) }]),
          { key: 'The clock now says', value: plainDate(date.now) },
        ]}
      />
      {date.doubt !== null && (
        <PostForm action={action} noValidate>
          <p>If the clock is wrong, do not confirm. Ask whoever runs this Kept to set it right first.</p>
          <DateInput
            id="date"
            namePrefix="date"
            legend="Today’s date"
            hint="For example, 30 11 2026"
            values={typed}
            error={problem ?? undefined}
          />
          <Button>Confirm date</Button>
        </PostForm>
      )}
      <p>
        <a href={back}>How long data is kept</a>
      </p>
    </>
  );
}
