/** Events as leaves of a calendar. */
import { plainTime } from '#base/london.js';
import { MeetingCard } from '#ui/meeting-card/meeting-card.js';
import { Cards } from '#ui/page/page.js';
import { Tag } from '#ui/tag/tag.js';
import { whereWords } from '../../view-words.js';

export interface EventCardProps {
  readonly href: string;
  readonly title: string;
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string | null;
  readonly is_online: boolean;
  readonly state: 'planned' | 'cancelled';
  readonly note?: string;
}

export function EventCards({ events, level }: { readonly events: readonly EventCardProps[]; readonly level: 3 | 4 }) {
  return (
    <Cards>
      {events.map((one) => (
        <MeetingCard
          level={level}
          title={one.title}
          href={one.href}
          date={one.day}
          when={`${plainTime(one.starts)} to ${plainTime(one.ends)}, ${whereWords(one)}`}
          note={one.note}
          state={one.state === 'cancelled' ? <Tag tone="red">Cancelled</Tag> : undefined}
        />
      ))}
    </Cards>
  );
}
