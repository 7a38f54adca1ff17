import { createElement } from 'preact';
import { classes, isGiven, type Content, type Extra } from '../parts.js';

export interface PanelProps extends Extra {
  readonly title: Content;
  readonly children?: Content;
  readonly level?: 1 | 2 | 3 | undefined;
}

/** Says that something is done, once, at the end of a journey. */
export function Panel({ title, children, level = 1, class: extra, attributes }: PanelProps) {
  return (
    <div class={classes('govuk-panel', 'govuk-panel--confirmation', extra)} {...attributes}>
      {createElement(`h${level}`, { class: 'govuk-panel__title' }, title)}
      {isGiven(children) && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}
