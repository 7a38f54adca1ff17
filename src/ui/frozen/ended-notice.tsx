/** Above something that is over: when it ended, who decided it, and why. */
import { plainDate } from '#base/london.js';
import { InsetText } from '../inset-text/inset-text.js';

export interface EndedNoticeProps {
  /** "charter" */
  readonly word: string;
  /** ISO date. */
  readonly on: string;
  readonly role: string;
  readonly reason: string;
}

export function EndedNotice({ word, on, role, reason }: EndedNoticeProps) {
  return (
    <InsetText>
      <p>
        <strong>{`This ${word} ended on ${plainDate(on)}.`}</strong> {`Decided by: ${role}.`}
      </p>
      <p class="as-typed">{reason}</p>
    </InsetText>
  );
}
