import { months } from '#base/london.js';

export interface DateTileProps {
  /** ISO date: "2025-06-04". */
  readonly date: string;
}

/** A day as a leaf of a calendar; read out as "4 June 2025". */
export function DateTile({ date }: DateTileProps) {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? month;
  return (
    <time class="date-tile" dateTime={date}>
      <span class="date-tile__day">{Number(day)}</span>{' '}
      <span class="date-tile__month">
        {name.slice(0, 3)}
        <span class="govuk-visually-hidden">{name.slice(3)}</span>
      </span>{' '}
      <span class="date-tile__year">{year}</span>
    </time>
  );
}
