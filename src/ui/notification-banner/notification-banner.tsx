import { createElement } from 'preact';
import { classes, type Content, type Extra } from '../parts.js';

export interface NotificationBannerProps extends Extra {
  readonly title?: Content;
  /** A plain sentence; use children for anything longer. */
  readonly text?: string | undefined;
  readonly children?: Content;
  /** "success": something was done. Read out at once. */
  readonly kind?: 'success' | undefined;
  readonly role?: 'region' | 'alert' | 'status' | undefined;
  readonly titleId?: string | undefined;
  readonly titleLevel?: 2 | 3 | 4 | undefined;
  readonly disableAutoFocus?: boolean | undefined;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.kind === 'success';
  const titleId = props.titleId ?? 'govuk-notification-banner-title';
  return (
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        {createElement(
          `h${props.titleLevel ?? 2}`,
          { class: 'govuk-notification-banner__title', id: titleId },
          props.title ?? (success ? 'Success' : 'Important'),
        )}
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text !== undefined && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  );
}

/** What was just done, in one sentence; nothing where nothing was. */
export function Done({ children }: { readonly children: string | null }) {
  if (children === null) return null;
  return (
    <NotificationBanner kind="success">
      <p class="govuk-notification-banner__heading">{children}</p>
    </NotificationBanner>
  );
}
