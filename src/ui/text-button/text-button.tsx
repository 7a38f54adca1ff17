import type { Content } from '../parts.js';

export interface TextButtonProps {
  readonly children: Content;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Said to those who hear the button alone: what it is about. */
  readonly about?: string | undefined;
}

/** A button that sends a form and looks like a link: for small acts beside a text. */
export function TextButton({ children, name, value, about }: TextButtonProps) {
  return (
    <button class="text-button" type="submit" name={name} value={value}>
      {children}
      {about && <span class="govuk-visually-hidden">: {about}</span>}
    </button>
  );
}
