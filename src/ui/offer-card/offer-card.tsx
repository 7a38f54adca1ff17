import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface OfferCardProps {
  readonly title: string;
  readonly href: string;
  /** From whom. */
  readonly provider: Content;
  readonly what: string;
  /** How sure it is, as a tag. */
  readonly mark?: Content;
  /** Amount, who, contact, last checked: what is there. */
  readonly facts: readonly { readonly key: string; readonly value: Content }[];
  /** Why it may not be for the reader, or what has to be asked; each a sentence. */
  readonly askFirst?: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly level?: 2 | 3 | 4 | undefined;
}

/** Something that one can get, in plain words: what, from whom, how much, how. Keeps together on paper. */
export function OfferCard({ title, href, provider, what, mark, facts, askFirst, level = 3 }: OfferCardProps) {
  return (
    <article class="offer-card">
      {createElement(`h${level}`, { class: 'offer-card__title' }, <a href={href}>{title}</a>)}
      <p class="offer-card__provider">
        {provider} {isGiven(mark) && mark}
      </p>
      <p>{what}</p>
      {askFirst && (
        <div class="offer-card__ask">
          <p>{askFirst.title}</p>
          <ul>
            {askFirst.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {facts.length > 0 && (
        <dl class="offer-card__facts">
          {facts.map(({ key, value }) => (
            <div>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
