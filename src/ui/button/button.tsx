import { classes, type Content, type Extra } from '../parts.js';

export interface ButtonProps extends Extra {
  readonly children: Content;
  /** Makes it a link that looks like a button: for going on, never for sending. */
  readonly href?: string | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly kind?: 'secondary' | 'warning' | undefined;
  readonly start?: boolean | undefined;
  readonly preventDoubleClick?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const { children, href, kind, start, id, attributes } = props;
  const className = classes(
    'govuk-button',
    kind && `govuk-button--${kind}`,
    props.class,
    start && 'govuk-button--start',
  );
  const content = (
    <>
      {start && typeof children !== 'string' ? <span>{children}</span> : children}
      {start && (
        <svg
          class="govuk-button__start-icon"
          xmlns="http://www.w3.org/2000/svg"
          width="16"
          height="16"
          viewBox="0 0 16 16"
          aria-hidden="true"
          focusable="false"
        >
          <path fill="none" stroke="currentColor" stroke-width="2.5" d="M5 2l6 6-6 6" />
        </svg>
      )}
    </>
  );
  if (href !== undefined) {
    return (
      <a
        href={href}
        role="button"
        draggable={false}
        class={className}
        data-module="govuk-button"
        {...attributes}
        id={id}
      >
        {content}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
      class={className}
      data-module="govuk-button"
      {...attributes}
      id={id}
    >
      {content}
    </button>
  );
}

/** Buttons and links that belong to one decision, side by side where there is room. */
export function ButtonGroup({ children }: { readonly children: Content }) {
  return <div class="govuk-button-group">{children}</div>;
}
