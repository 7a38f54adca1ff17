import { isGiven, type Content } from '../parts.js';

export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  /** As a reader says it: "4 June 2025, 3.12 pm". */
  readonly when: string;
  /** The same for machines: "2025-06-04T15:12:00+01:00". */
  readonly datetime?: string | undefined;
  readonly what: Content;
  readonly who?: Content;
  readonly detail?: Content;
}

/** What happened to a thing, newest first or in the order given. */
export function Timeline({ entries }: TimelineProps) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li class="timeline__entry">
          <div class="timeline__what">{entry.what}</div>
          <div class="timeline__when">
            <time dateTime={entry.datetime}>{entry.when}</time>
            {isGiven(entry.who) && <> by {entry.who}</>}
          </div>
          {isGiven(entry.detail) && <div class="timeline__detail">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
