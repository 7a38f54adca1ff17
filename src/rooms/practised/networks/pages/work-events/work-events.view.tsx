import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { TypedEvent } from './work-events.form.js';

export interface EditEventProps {
  readonly action: string;
  readonly back: string;
  readonly network: string;
  readonly isNew: boolean;
  readonly typed: TypedEvent;
  /** Where it is cancelled; null for one that is new. */
  readonly cancel: string | null;
  readonly problems: readonly FieldProblem[];
}

export function EditEvent({ action, back, network, isNew, typed, cancel, problems }: EditEventProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={network}
        lead={
          isNew
            ? 'Readers see it at once, and so do calendars that follow the network.'
            : 'Readers see the change at once, and calendars that follow the network take it over.'
        }
      >
        {isNew ? 'Announce an event' : 'Change the event'}
      </PageHeading>
      <PostForm action={action} noValidate>
        <Input name="title" label="Name of the event" value={typed.title} {...refusedField(problems, 'title')} />
        <Textarea
          name="about"
          label="What happens there"
          rows={5}
          value={typed.about}
          {...refusedField(problems, 'about')}
        />
        <DateInput
          id="day"
          namePrefix="day"
          legend="Day"
          hint="For example, 27 3 2027"
          values={typed}
          {...refusedSet(problems, 'day-day')}
        />
        <Input
          name="starts"
          label="Begins"
          hint="London time, like 9.30am or 14:00"
          value={typed.starts}
          {...refusedField(problems, 'starts')}
        />
        <Input name="ends" label="Ends" hint="On the same day" value={typed.ends} {...refusedField(problems, 'ends')} />
        <Input
          name="place"
          label="Place"
          hint="Leave it empty where it is online only"
          value={typed.place}
          {...refusedField(problems, 'place')}
        />
        <Checkboxes
          name="online"
          items={[{ value: 'yes', label: 'It is online, or can be joined online' }]}
          values={typed.online === 'yes' ? ['yes'] : []}
          {...refusedSet(problems, 'online')}
        />
        <Input
          name="link"
          label="Link for joining online"
          hint="A web address that begins with https://. You can add it later"
          type="url"
          value={typed.link}
          {...refusedField(problems, 'link')}
        />
        <Radios
          name="link-for"
          legend="Who is shown the link?"
          value={typed['link-for'] === 'everybody' ? 'everybody' : 'members'}
          items={[
            { value: 'members', label: 'Members only', hint: 'They find it in their workspace; it is in no calendar' },
            { value: 'everybody', label: 'Everybody' },
          ]}
        />
        <Input
          name="audience"
          label="Whom it is for"
          hint="“Heads and governors of schools in Eastmere”"
          value={typed.audience}
          {...refusedField(problems, 'audience')}
        />
        <Textarea
          name="access"
          label="Access"
          hint="Steps, hearing loop, captions, quiet room; whom to tell what one needs. Say so if you do not know yet"
          rows={3}
          value={typed.access}
          {...refusedField(problems, 'access')}
        />
        <ButtonGroup>
          <Button>{isNew ? 'Announce it' : 'Save'}</Button>
          {cancel !== null && <a href={cancel}>Cancel the event</a>}
          <a href={back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
