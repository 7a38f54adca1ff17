/** One thing among many: a decision, an action, a place that a search found. */
import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface EntryProps {
  readonly title: Content;
  readonly href: string;
  /** Where and when: one line, soft. */
  readonly facts?: Content;
  readonly children?: Content;
  readonly level?: 2 | 3 | 4 | undefined;
}

export function Entry({ title, href, facts, children, level = 2 }: EntryProps) {
  return (
    <article class="entry">
      {createElement(`h${level}`, { class: 'entry__title' }, <a href={href}>{title}</a>)}
      {isGiven(facts) && <div class="entry__facts">{facts}</div>}
      {isGiven(children) && <div class="entry__words">{children}</div>}
    </article>
  );
}

export function Entries({ children }: { readonly children: readonly Content[] }) {
  return (
    <ol class="entries">
      {children.map((entry) => (
        <li>{entry}</li>
      ))}
    </ol>
  );
}
