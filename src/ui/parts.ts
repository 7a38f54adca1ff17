/** What every component shares: the types of its slots and the joining of class names and ids. */
import type { ComponentChildren } from 'preact';

/** What may stand in a slot: text (escaped by Preact) or further components. */
export type Content = ComponentChildren;

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Class names and attributes that a caller may add to a component's outermost element. */
export interface Extra {
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Ids for aria-describedby, or undefined so that no empty attribute is written. */
export function ids(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return classes(...names) || undefined;
}

export function isGiven(content: Content): boolean {
  return content !== undefined && content !== null && content !== '' && content !== false;
}
