import { Details } from '../details/details.js';
import { PageHeading } from '../page/page.js';
import { Pagination } from '../pagination/pagination.js';
import type { Divided } from './divide.js';
import { Frozen } from './frozen.js';

export interface DividedDocumentProps {
  readonly document: Divided;
  /** From 1. */
  readonly part: number;
  /** Address of the document. */
  readonly path: string;
  /** What it is, for parts after the first, which has its own heading. */
  readonly title: string;
}

export function partPath(path: string, part: number): string {
  return part === 1 ? path : `${path}?part=${part}`;
}

/** "p-2.1" is read as "2.1", "item-6-p-2.1" as "item 6, 2.1". */
function placeName(anchor: string): string {
  return (anchor.startsWith('p-') ? anchor.slice(2) : anchor.replaceAll('-p-', ', ')).replaceAll('-', ' ');
}

/** A publication, or the part of a long one, with the ways to the parts before and after. */
export function DividedDocument({ document: { parts, elsewhere }, part, path, title }: DividedDocumentProps) {
  const many = parts.length;
  if (many === 1) return <Frozen html={parts[0] ?? ''} />;
  const link = (number: number) => ({
    href: partPath(path, number),
    text: number < part ? 'Part before' : 'Part after',
    label: `Part ${number} of ${many}`,
  });
  return (
    <>
      {part > 1 && <PageHeading>{`${title}: part ${part} of ${many}`}</PageHeading>}
      <Frozen html={parts[part - 1] ?? ''} />
      <Pagination
        label="Parts of this document"
        previous={part > 1 ? link(part - 1) : undefined}
        next={part < many ? link(part + 1) : undefined}
      />
      {part === 1 && (
        <Details summary="Places in the other parts">
          <ul class="elsewhere">
            {elsewhere.map((place) => (
              <li id={place.anchor}>
                <a href={`?part=${place.part}#${place.anchor}`}>{placeName(place.anchor)}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
