import { classes, type Attributes, type Content, type Extra } from '../parts.js';

export interface PaginationProps extends Extra {
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  /** Left out where only the neighbours matter: the two links then stand one below the other. */
  readonly items?: readonly (PageNumber | 'gap')[] | undefined;
  readonly label?: string | undefined;
}

export interface PageLink {
  readonly href: string;
  readonly text?: Content;
  /** What stands there: "Meeting of 4 June". Only without page numbers. */
  readonly label?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface PageNumber {
  readonly number: string | number;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly label?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** In place of rows: the address asks for a page that the list does not have, or no longer. "?" is the same page from its beginning. */
export function NoSuchPage() {
  return (
    <p>
      The list has no page this far on. <a href="?">Go to its first page</a>
    </p>
  );
}

export function Pagination({ previous, next, items, label = 'Pagination', class: extra, attributes }: PaginationProps) {
  const block = !items && (previous !== undefined || next !== undefined);
  return (
    <nav
      class={classes('govuk-pagination', block && 'govuk-pagination--block', extra)}
      aria-label={label}
      {...attributes}
    >
      {previous && <Neighbour link={previous} kind="prev" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) =>
            item === 'gap' ? (
              <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
            ) : (
              <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
                <a
                  class="govuk-link govuk-pagination__link"
                  href={item.href}
                  aria-label={item.label ?? `Page ${item.number}`}
                  aria-current={item.current ? 'page' : undefined}
                  {...item.attributes}
                >
                  {item.number}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {next && <Neighbour link={next} kind="next" block={block} />}
    </nav>
  );
}

function Neighbour({
  link,
  kind,
  block,
}: {
  readonly link: PageLink;
  readonly kind: 'prev' | 'next';
  readonly block: boolean;
}) {
  const arrow = <Arrow kind={kind} />;
  return (
    <div class={`govuk-pagination__${kind}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={kind} {...link.attributes}>
        {(block || kind === 'prev') && arrow}
        <span
          class={classes(
            'govuk-pagination__link-title',
            block && !link.label && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {kind === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.label && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!block && kind === 'next' && arrow}
      </a>
    </div>
  );
}

function Arrow({ kind }: { readonly kind: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
      xmlns="http://www.w3.org/2000/svg"
      height="14"
      width="16"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 16 14"
    >
      <path
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        d={kind === 'prev' ? 'M15 7H2M7 2L2 7l5 5' : 'M1 7h13M9 2l5 5-5 5'}
      />
    </svg>
  );
}
