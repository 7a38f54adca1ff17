import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface EmptyStateProps {
  /** What is not there yet: "No meetings yet". */
  readonly title: string;
  /** Why, and what happens next. */
  readonly children?: Content;
  /** The one thing to do: a button or a link. */
  readonly action?: Content;
  readonly level?: 2 | 3 | undefined;
}

export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  return (
    <div class="empty-state">
      {createElement(`h${level}`, { class: 'empty-state__title' }, title)}
      {isGiven(children) && <div class="empty-state__words">{children}</div>}
      {isGiven(action) && <div class="empty-state__action">{action}</div>}
    </div>
  );
}
