import type { Content } from '#ui/parts.js';
import { Tag } from '#ui/tag/tag.js';
import type { Answer, PromiseStatus, Strength } from '../words.js';
import { answerWords, dueWords, statusWords, strengthWords } from '../view-words.js';

export function StatusTag({ status }: { readonly status: PromiseStatus }) {
  const { text, tone } = statusWords[status];
  return <Tag tone={tone}>{text}</Tag>;
}

export interface StandingProps {
  readonly status: PromiseStatus;
  readonly due: string;
  readonly first_due: string | null;
  readonly moves: number;
  readonly evidence: Strength | null;
  readonly last_answer: Answer | null;
}

/** How a promise stands, on one line: status, date with the old one, how strong its evidence is, and where young people do not agree. */
export function StandingLine({
  status,
  due,
  first_due,
  moves,
  evidence,
  last_answer,
  children,
}: StandingProps & { readonly children?: Content }) {
  return (
    <span class="facts-line">
      <StatusTag status={status} />
      {children}
      <span>Due {dueWords({ due, first_due, moves })}</span>
      {(status === 'kept' || status === 'partly kept') && evidence !== null && (
        <span>Evidence: {strengthWords[evidence]}</span>
      )}
      {last_answer !== null && last_answer !== 'yes' && (
        <span>Young people say: {answerWords[last_answer].toLowerCase()}</span>
      )}
    </span>
  );
}
