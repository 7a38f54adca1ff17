import { createElement } from 'preact';
import { isGiven, type Content } from '../parts.js';

export interface PersonaCardProps {
  readonly name: string;
  /** "Committee clerk, Northmoor Council". */
  readonly role: string;
  /** What this person does in Kept, in a sentence. */
  readonly about?: Content;
  /** Where the form is sent. */
  readonly action: string;
  /** Hidden fields: who, and the form's token. */
  readonly fields: Readonly<Record<string, string>>;
  readonly level?: 2 | 3 | undefined;
}

/** Signing in as an invented person, in demonstration mode only. */
export function PersonaCard({ name, role, about, action, fields, level = 2 }: PersonaCardProps) {
  const [first = name] = name.split(' ');
  const initials = name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
    .slice(0, 2);
  return (
    <article class="persona">
      <span class="persona__initials" aria-hidden="true">
        {initials}
      </span>
      <div class="persona__words">
        {createElement(`h${level}`, { class: 'persona__name' }, name)}
        <div class="soft">{role}</div>
        {isGiven(about) && <p class="persona__about">{about}</p>}
      </div>
      <form class="persona__form" method="post" action={action}>
        {Object.entries(fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <button class="govuk-button govuk-button--secondary" type="submit">
          Go in as {first}
        </button>
      </form>
    </article>
  );
}
