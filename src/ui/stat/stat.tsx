import { isGiven, type Content } from '../parts.js';

export interface StatProps {
  readonly value: string | number;
  /** What is counted: "seats". */
  readonly label: string;
  /** How it comes about, or what it is part of. */
  readonly note?: Content;
}

/** One figure that matters, never without what it counts. */
export function Stat({ value, label, note }: StatProps) {
  return (
    <div class="stat">
      <div class="stat__value">{value}</div>
      <div class="stat__label">{label}</div>
      {isGiven(note) && <div class="stat__note">{note}</div>}
    </div>
  );
}
