import { isGiven, type Content } from '../parts.js';

export interface DocumentLinkProps {
  readonly href: string;
  readonly title: string;
  /** "PDF", "HTML", "JSON", "iCalendar". */
  readonly type: string;
  readonly bytes?: number | undefined;
  readonly pages?: number | undefined;
  readonly note?: Content;
}

/** A file to fetch: what it is and how big, before one follows the link. */
export function DocumentLink({ href, title, type, bytes, pages, note }: DocumentLinkProps) {
  const facts = [
    type,
    pages !== undefined && `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    bytes !== undefined && sizeWords(bytes),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <div class="document-link">
      <span class="document-link__type" aria-hidden="true">
        {type}
      </span>
      <div>
        <a href={href}>
          {title} <span class="document-link__facts">({facts})</span>
        </a>
        {isGiven(note) && <div class="document-link__note">{note}</div>}
      </div>
    </div>
  );
}

/** "97 kB", "1.4 MB": as people say sizes, in thousands. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
