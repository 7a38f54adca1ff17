import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface AgendaListProps {
  readonly items: readonly AgendaEntry[];
  readonly level?: 2 | 3 | 4 | undefined;
}

export interface AgendaEntry {
  /** For an item that has no section of its own on the page: links to it lead to its line. */
  readonly id?: string | undefined;
  /** As printed: "3". */
  readonly number: string;
  readonly title: string;
  readonly href?: string | undefined;
  /** A tag: for decision, for discussion. */
  readonly purpose?: Content;
  /** "pages 7 to 12", "verbal report". */
  readonly pages?: Content;
  /** Papers of the item: document links, or what was decided. */
  readonly children?: Content;
}

export function AgendaList({ items, level = 3 }: AgendaListProps) {
  return (
    <ol class="agenda">
      {items.map((item) => (
        <li class="agenda__item" id={item.id}>
          <span class="agenda__number" aria-hidden="true">
            {item.number}
          </span>
          <div class="agenda__words">
            {createElement(
              `h${level}`,
              { class: 'agenda__title' },
              <span class="govuk-visually-hidden">Item {item.number}: </span>,
              item.href ? <a href={item.href}>{item.title}</a> : item.title,
            )}
            {(isGiven(item.purpose) || isGiven(item.pages)) && (
              <div class="agenda__facts">
                {item.purpose}
                {isGiven(item.pages) && <span class="soft">{item.pages}</span>}
              </div>
            )}
            {isGiven(item.children) && <div class="agenda__papers">{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
