import { createElement } from 'preact';
import type { Lines } from '#base/prose.js';
import { classes, isGiven, type Content } from '../parts.js';
import { lineAnchor } from '../source/source.js';
import { Tag, type TagProps } from '../tag/tag.js';

export interface DoubtProps {
  /** Id of the card, for links from the overview. */
  readonly id: string;
  /** "wrong": the text contradicts itself. "missing": something is not there. "check": it agrees or was worked out. */
  readonly weight: 'wrong' | 'missing' | 'check';
  /** One plain sentence. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly level?: 2 | 3 | 4 | undefined;
  /** What the clerk decided, where something was. */
  readonly answer?: Content;
  /** The controls with which the clerk answers. */
  readonly children?: Content;
}

/** Id of the sentence, with which each control says what it is about. */
export function doubtMessageId(id: string): string {
  return `${id}-message`;
}

export interface Evidence {
  readonly lines: Lines;
  readonly words: string;
}

const weights = {
  wrong: { text: 'Does not add up', tone: 'red' },
  missing: { text: 'Not there', tone: 'yellow' },
  check: { text: 'Please confirm', tone: 'blue' },
} as const satisfies Record<DoubtProps['weight'], { text: string; tone: TagProps['tone'] }>;

export function Doubt({ id, weight, message, evidence, level = 3, answer, children }: DoubtProps) {
  const answered = isGiven(answer);
  return (
    <article
      class={classes('doubt', `doubt--${weight}`, answered && 'doubt--answered')}
      id={id}
      aria-labelledby={doubtMessageId(id)}
    >
      <div class="doubt__head">
        <Tag tone={weights[weight].tone}>{weights[weight].text}</Tag>
        {answered && <Tag tone="green">{answer}</Tag>}
      </div>
      {createElement(`h${level}`, { class: 'doubt__message', id: doubtMessageId(id) }, message)}
      {evidence.length > 0 && (
        <ul class="doubt__evidence">
          {evidence.map((place) => (
            <li>
              <a class="doubt__place" href={`#${lineAnchor(place.lines.from)}`}>
                {lineWords(place.lines)}
              </a>
              <q class="doubt__words">{place.words}</q>
            </li>
          ))}
        </ul>
      )}
      {isGiven(children) && <div class="doubt__controls">{children}</div>}
    </article>
  );
}

/** "line 12" or "lines 12 to 14". */
export function lineWords(lines: Lines): string {
  return lines.from === lines.to ? `line ${lines.from}` : `lines ${lines.from} to ${lines.to}`;
}
