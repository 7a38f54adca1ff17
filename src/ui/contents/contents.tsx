import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface ContentsProps {
  readonly items: readonly ContentsItem[];
  readonly title?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  /** Id of the title; needed where a page has two lists of contents. */
  readonly id?: string | undefined;
}

export interface ContentsItem {
  readonly text: Content;
  readonly href: string;
  /** Number of the item or section, set apart from its title. */
  readonly number?: string | undefined;
  /** "pages 7 to 12", "verbal". */
  readonly note?: Content;
  readonly items?: readonly ContentsItem[] | undefined;
}

export function Contents({ items, title = 'Contents', level = 2, id = 'contents' }: ContentsProps) {
  return (
    <nav class="contents" aria-labelledby={id}>
      {createElement(`h${level}`, { id, class: 'contents__title' }, title)}
      <ContentsList items={items} />
    </nav>
  );
}

function ContentsList({ items }: { readonly items: readonly ContentsItem[] }) {
  return (
    <ol class="contents__list">
      {items.map((item) => (
        <li>
          <div class="contents__line">
            {item.number && <span class="contents__number">{item.number}</span>}
            <a href={item.href}>{item.text}</a>
            {isGiven(item.note) && <span class="contents__note">{item.note}</span>}
          </div>
          {item.items && item.items.length > 0 && <ContentsList items={item.items} />}
        </li>
      ))}
    </ol>
  );
}
