import { isGiven, type Content } from '../parts.js';

export interface SearchFormProps {
  readonly action: string;
  /** Id of the field; needed where a page has two. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: Content;
  readonly button?: string | undefined;
  /** Further fields below the line: what the search is narrowed to. */
  readonly children?: Content;
  /** Named as a landmark only where it is the page's own search. */
  readonly compact?: boolean | undefined;
}

export function SearchForm({
  action,
  id = 'search',
  name = 'q',
  label,
  value,
  hint,
  button = 'Search',
  compact,
  children,
}: SearchFormProps) {
  const hintId = isGiven(hint) ? `${id}-hint` : undefined;
  return (
    <form
      class={compact ? 'search search--compact' : 'search'}
      role="search"
      aria-label={label}
      action={action}
      method="get"
    >
      <label class={compact ? 'govuk-visually-hidden' : 'govuk-label'} for={id}>
        {label}
      </label>
      {hintId && (
        <div class="govuk-hint" id={hintId}>
          {hint}
        </div>
      )}
      <div class="search__line">
        <input class="govuk-input" type="search" id={id} name={name} value={value} aria-describedby={hintId} />
        <button class="govuk-button" type="submit">
          {button}
        </button>
      </div>
      {isGiven(children) && <div class="search__more">{children}</div>}
    </form>
  );
}
