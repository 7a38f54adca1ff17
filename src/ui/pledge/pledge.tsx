import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface PledgeProps {
  /** What goes on from "We will". */
  readonly aim: Content;
  /** What goes on from "by". */
  readonly steps: readonly Content[];
  /** What goes on from "So, you can" or "So, you feel"; null while it is not known. */
  readonly effect: { readonly verb: 'can' | 'feel'; readonly words: Content } | null;
  /** Makes "We will …" a heading of that level; a line of text without it. */
  readonly level?: 1 | 2 | 3 | 4 | undefined;
  /** Above the heading: whose it is. */
  readonly caption?: Content;
}

/** A promise in the words in which it was given: "We will … by … So, you can …". */
export function Pledge({ aim, steps, effect, level, caption }: PledgeProps) {
  return (
    <div class="pledge">
      {createElement(
        level === undefined ? 'p' : `h${level}`,
        { class: level === 1 ? 'pledge__aim pledge__aim--first' : 'pledge__aim' },
        isGiven(caption) && <span class="caption">{caption}</span>,
        isGiven(caption) && <span class="govuk-visually-hidden">: </span>,
        <span class="pledge__fixed">We will</span>,
        ' ',
        aim,
      )}
      {steps.length > 0 && (
        <>
          <p class="pledge__by">
            <span class="pledge__fixed">by</span>
          </p>
          <ul class="pledge__steps">
            {steps.map((step) => (
              <li>{step}</li>
            ))}
          </ul>
        </>
      )}
      {effect !== null && (
        <p class="pledge__effect">
          <span class="pledge__fixed">So, you {effect.verb}</span> {effect.words}.
        </p>
      )}
    </div>
  );
}
