import { createElement } from 'preact';
import { DateTile } from '../date-tile/date-tile.js';
import { isGiven, type Content } from '../parts.js';

export interface MeetingCardProps {
  readonly title: string;
  readonly href: string;
  /** ISO date. */
  readonly date: string;
  /** "11.00 am, Council Chamber and online". */
  readonly when?: Content;
  /** A tag: published, draft, next. */
  readonly state?: Content;
  /** "5 items, 4 papers". */
  readonly note?: Content;
  readonly level?: 2 | 3 | 4 | undefined;
}

export function MeetingCard({ title, href, date, when, state, note, level = 3 }: MeetingCardProps) {
  return (
    <article class="meeting-card">
      <DateTile date={date} />
      <div class="meeting-card__words">
        {createElement(`h${level}`, { class: 'meeting-card__title' }, <a href={href}>{title}</a>)}
        {isGiven(when) && <div>{when}</div>}
        {isGiven(note) && <div class="soft">{note}</div>}
        {isGiven(state) && <div class="meeting-card__state">{state}</div>}
      </div>
    </article>
  );
}
