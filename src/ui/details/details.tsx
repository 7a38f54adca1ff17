import { classes, type Content, type Extra } from '../parts.js';

export interface DetailsProps extends Extra {
  readonly summary: Content;
  readonly children: Content;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
}

export function Details({ summary, children, id, open, class: extra, attributes }: DetailsProps) {
  return (
    <details id={id} class={classes('govuk-details', extra)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
