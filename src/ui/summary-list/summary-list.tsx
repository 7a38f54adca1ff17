import { createElement } from 'preact';
import { classes, isGiven, type Attributes, type Content, type Extra } from '../parts.js';

export interface SummaryListProps extends Extra {
  readonly rows: readonly SummaryRow[];
  /** Puts the list on a card with a title of its own. */
  readonly card?: SummaryCard | undefined;
}

export interface SummaryRow {
  readonly key: Content;
  readonly value: Content;
  readonly class?: string | undefined;
  readonly keyClass?: string | undefined;
  readonly valueClass?: string | undefined;
  readonly actionsClass?: string | undefined;
  readonly actions?: readonly SummaryAction[] | undefined;
}

export interface SummaryAction {
  readonly text: Content;
  readonly href: string;
  /** What "Change" is about, for those who hear the link alone. */
  readonly about?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryCard extends Extra {
  readonly title?: Content;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly actions?: readonly SummaryAction[] | undefined;
}

export function SummaryList({ rows, card, class: extra, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => (row.actions?.length ?? 0) > 0);
  const list = (
    <dl class={classes('govuk-summary-list', extra)} {...attributes}>
      {rows.map((row) => (
        <div
          class={classes(
            'govuk-summary-list__row',
            anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
            row.class,
          )}
        >
          <dt class={classes('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
          <dd class={classes('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
          {row.actions && row.actions.length > 0 && (
            <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
              <RowActions actions={row.actions} cardTitle={card?.title} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
}

function RowActions({
  actions,
  cardTitle,
}: {
  readonly actions: readonly SummaryAction[];
  readonly cardTitle: Content;
}) {
  const [only, ...others] = actions;
  if (only && others.length === 0) return <ActionLink action={only} cardTitle={cardTitle} />;
  return (
    <ul class="govuk-summary-list__actions-list">
      {actions.map((action) => (
        <li class="govuk-summary-list__actions-list-item">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  );
}

function ActionLink({ action, cardTitle }: { readonly action: SummaryAction; readonly cardTitle: Content }) {
  return (
    <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.about || isGiven(cardTitle)) && (
        <span class="govuk-visually-hidden">
          {action.about && ` ${action.about}`}
          {isGiven(cardTitle) && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}

function Card({ card, children }: { readonly card: SummaryCard; readonly children: Content }) {
  const actions = card.actions ?? [];
  const [only, ...others] = actions;
  return (
    <div class={classes('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {isGiven(card.title) &&
          createElement(`h${card.level ?? 2}`, { class: 'govuk-summary-card__title' }, card.title)}
        {only && others.length === 0 && (
          <div class="govuk-summary-card__actions">
            <ActionLink action={only} cardTitle={card.title} />
          </div>
        )}
        {others.length > 0 && (
          <ul class="govuk-summary-card__actions">
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={card.title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}
