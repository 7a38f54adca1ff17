import { plainDate } from '#base/london.js';
import { Tag } from '#ui/tag/tag.js';

const tones = {
  'on track': 'blue',
  'at risk': 'yellow',
  overdue: 'red',
  'no news': 'grey',
  kept: 'green',
  'partly kept': 'yellow',
  'not kept': 'red',
  withdrawn: 'grey',
  replaced: 'grey',
} as const;
type Status = keyof typeof tones;

export interface ClauseStandingProps {
  readonly owner: string | null;
  readonly due: string | null;
  /** Once it was agreed as a promise. */
  readonly promise: {
    readonly href: string;
    readonly status: Status;
    readonly due: string;
    readonly owner: string;
  } | null;
}

/** What became of a clause: a promise with its status, or what it still lacks. */
export function ClauseStanding({ owner, due, promise }: ClauseStandingProps) {
  if (promise !== null)
    return (
      <p class="facts-line">
        <Tag tone={tones[promise.status]}>{`${promise.status.charAt(0).toUpperCase()}${promise.status.slice(1)}`}</Tag>
        <a href={promise.href}>
          See how this promise goes<span class="govuk-visually-hidden">{`, due ${plainDate(promise.due)}`}</span>
        </a>
        <span class="soft">{`${promise.owner}, by ${plainDate(promise.due)}`}</span>
      </p>
    );
  return (
    <p class="facts-line">
      <Tag tone="grey">{due === null ? 'No date yet' : 'Not promised yet'}</Tag>
      <span class="soft">
        {[owner === null ? 'no owner yet' : owner, ...(due === null ? [] : [`meant for ${plainDate(due)}`])].join(', ')}
      </span>
    </p>
  );
}
