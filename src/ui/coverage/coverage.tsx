/** Whether something is offered, in four states that differ by letter, by pattern and by words: never by colour alone. */
import { isGiven, type Content } from '../parts.js';

export const coverageWords = {
  offered: 'Offered',
  partly: 'Partly',
  'not offered': 'Not offered',
  'not known': 'Not known',
} as const;
export type CoverageWord = keyof typeof coverageWords;
const order: readonly CoverageWord[] = ['offered', 'partly', 'not offered', 'not known'];
const letters: Readonly<Record<CoverageWord, string>> = {
  offered: 'O',
  partly: 'P',
  'not offered': 'N',
  'not known': '?',
};

function kind(state: CoverageWord): string {
  return `coverage-mark coverage-mark--${state.replace(' ', '-')}`;
}

/** One state: the letter alone for a cell among many (the words are read out), letter and words where there is room. */
export function CoverageMark({
  state,
  words,
  more,
}: {
  readonly state: CoverageWord;
  readonly words?: boolean | undefined;
  readonly more?: Content;
}) {
  return (
    <span class="coverage">
      <span class={kind(state)} aria-hidden="true">
        {letters[state]}
      </span>
      <span class={words ? undefined : 'govuk-visually-hidden'}>{coverageWords[state]}</span>
      {isGiven(more) && more}
    </span>
  );
}

/** What the letters mean. */
export function CoverageKey() {
  return (
    <ul class="coverage-key" aria-label="What the letters mean">
      {order.map((state) => (
        <li>
          <CoverageMark state={state} words />
        </li>
      ))}
    </ul>
  );
}

export interface CoverageBarProps {
  readonly counts: Readonly<Record<CoverageWord, number>>;
  /** What the picture shows, for those who do not see it: the figures stand in a table beside it. */
  readonly label: string;
}

/** How many are in each state, as lengths in one bar. */
export function CoverageBar({ counts, label }: CoverageBarProps) {
  const total = order.reduce((sum, state) => sum + counts[state], 0);
  const widths = order.map((state) => (total === 0 ? 0 : (counts[state] / total) * 400));
  return (
    <svg class="coverage-bar" viewBox="0 0 400 28" role="img" aria-label={label} preserveAspectRatio="none">
      {order.map((state, index) => {
        const x = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
        const width = widths[index] ?? 0;
        return (
          width > 0 && (
            <g class={`coverage-bar__part coverage-bar__part--${state.replace(' ', '-')}`}>
              <rect x={x} y="1" width={width} height="26" />
              {stripes(state, x, width)}
            </g>
          )
        );
      })}
    </svg>
  );
}

/** Lines across a part, so that the parts differ without colour. */
function stripes(state: CoverageWord, from: number, width: number) {
  if (state === 'offered' || state === 'not known') return null;
  const step = state === 'partly' ? 8 : 14;
  return Array.from({ length: Math.floor(width / step) }, (_, index) => {
    const x = from + index * step + step / 2;
    return state === 'partly' ? <line x1={x} y1="26" x2={x + 4} y2="2" /> : <path d={`M${x - 3} 10l6 8m0 -8l-6 8`} />;
  });
}
