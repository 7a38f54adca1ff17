/** The one place where finished HTML goes into a page without being escaped again. */

export interface FrozenProps {
  /**
   * The main part of a publication, rendered by Kept's own views when it was published and kept under its hash.
   * Never anything that somebody typed.
   */
  readonly html: string;
}

export function Frozen({ html }: FrozenProps) {
  return <div class="frozen" dangerouslySetInnerHTML={{ __html: html }} />;
}
