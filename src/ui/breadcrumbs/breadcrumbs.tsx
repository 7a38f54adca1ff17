import { classes, type Attributes, type Content, type Extra } from '../parts.js';

export interface BreadcrumbsProps extends Extra {
  readonly items: readonly Breadcrumb[];
  readonly label?: string | undefined;
  readonly collapseOnMobile?: boolean | undefined;
}

export interface Breadcrumb {
  readonly text: Content;
  /** Left out for the page one is on. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export function Breadcrumbs({
  items,
  label = 'Breadcrumb',
  collapseOnMobile,
  class: extra,
  attributes,
}: BreadcrumbsProps) {
  return (
    <nav
      class={classes('govuk-breadcrumbs', extra, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      {...attributes}
      aria-label={label}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
