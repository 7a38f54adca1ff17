import { classes, type Content, type Extra } from '../parts.js';
import { Tag } from '../tag/tag.js';

export interface PhaseBannerProps extends Extra {
  readonly tag: Content;
  readonly tagClass?: string | undefined;
  readonly children: Content;
}

/** Says on every page what kind of Kept this is: a demonstration, a trial. */
export function PhaseBanner({ tag, tagClass, children, class: extra, attributes }: PhaseBannerProps) {
  return (
    <div class={classes('govuk-phase-banner', 'govuk-width-container', extra)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={classes('govuk-phase-banner__content__tag', tagClass)}>{tag}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
