import { isGiven, type Content } from '../parts.js';

export interface PersonProps {
  readonly name: string;
  readonly href?: string | undefined;
  /** "Cllr", "Dr". */
  readonly title?: string | undefined;
  /** "OBE". */
  readonly honours?: string | undefined;
  /** Label of the office as the board prints it. */
  readonly office?: string | undefined;
  /** The council or organisation the person comes from. */
  readonly from?: string | undefined;
  /** A state or remark at the end: a tag, "substitute for …". */
  readonly note?: Content;
}

/** One person on one line, as in a list of members. */
export function Person({ name, href, title, honours, office, from, note }: PersonProps) {
  const named = (
    <>
      {title && `${title} `}
      {name}
      {honours && <span class="person__honours"> {honours}</span>}
    </>
  );
  return (
    <div class="person">
      <div class="person__name">
        {href ? <a href={href}>{named}</a> : named}
        {office && <span class="person__office">{office}</span>}
      </div>
      {from && <div class="person__from">{from}</div>}
      {isGiven(note) && <div class="person__note">{note}</div>}
    </div>
  );
}

/** People below each other, in columns where there is room. */
export function People({ children }: { readonly children: readonly Content[] }) {
  return (
    <ul class="people">
      {children.map((person) => (
        <li>{person}</li>
      ))}
    </ul>
  );
}
