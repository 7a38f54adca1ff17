/** How a whole divides: one line for each part, with its name, its length and its number, so that nothing hangs on colour. */

export interface SharesProps {
  readonly label: string;
  readonly parts: readonly {
    readonly text: string;
    readonly count: number;
    /** Not known: hatched by its outline, never filled. */ readonly isUnknown?: boolean | undefined;
  }[];
}

export function Shares({ label, parts }: SharesProps) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div
      class="shares"
      role="img"
      aria-label={`${label}: ${parts.map(({ text, count }) => `${text} ${count}`).join(', ')}`}
    >
      {parts.map(({ text, count, isUnknown }) => (
        <div class="shares__line">
          <span class="shares__text">{text}</span>
          <svg class="shares__bar" viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
            <rect class="shares__whole" x="0" y="0" width="100" height="10" />
            {count > 0 && (
              <rect
                class={isUnknown ? 'shares__part shares__part--unknown' : 'shares__part'}
                x="0"
                y="0"
                width={Math.max(0.6, (count / total) * 100)}
                height="10"
              />
            )}
          </svg>
          <span class="shares__count">{count.toLocaleString('en-GB')}</span>
        </div>
      ))}
    </div>
  );
}
