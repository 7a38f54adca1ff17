import { plainDate } from '#base/london.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { whenWords, whereWords } from '../../view-words.js';

export interface EventViewProps {
  readonly title: string;
  readonly about: string;
  readonly network_name: string;
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string | null;
  readonly is_online: boolean;
  readonly link: string | null;
  readonly members_link: boolean;
  readonly audience: string;
  readonly access: string;
  readonly state: 'planned' | 'cancelled';
  readonly reason: string | null;
  readonly sequence: number;
  readonly isOver: boolean;
  readonly calendar: string;
  /** Where members find what only they may have. */
  readonly work: string;
}

export function EventView(props: EventViewProps) {
  return (
    <>
      <PageHeading caption={props.network_name}>{props.title}</PageHeading>
      {props.state === 'cancelled' ? (
        <InsetText>
          <strong>This event is cancelled.</strong> {props.reason}
        </InsetText>
      ) : (
        props.isOver && <InsetText>This event was on {plainDate(props.day)}.</InsetText>
      )}
      {props.about.split(/\n\s*\n/).map((part) => (
        <p>{part}</p>
      ))}
      <SummaryList
        rows={[
          { key: 'When', value: whenWords(props) },
          { key: 'Where', value: whereWords(props) },
          ...(props.state === 'planned' && props.link !== null
            ? [{ key: 'Link', value: <a href={props.link}>{props.link}</a> }]
            : []),
          ...(props.state === 'planned' && props.members_link
            ? [
                {
                  key: 'Link',
                  value: (
                    <>
                      Members find it in <a href={props.work}>their workspace</a>
                    </>
                  ),
                },
              ]
            : []),
          { key: 'For whom', value: props.audience },
          { key: 'Access', value: props.access },
        ]}
      />
      <p>
        <a href={props.calendar}>Put it into your calendar (iCalendar)</a>
        {props.sequence > 0 && props.state === 'planned' && (
          <span class="soft"> It was changed since it was announced.</span>
        )}
      </p>
    </>
  );
}
