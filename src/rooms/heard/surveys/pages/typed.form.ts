/** Forms as text: what was typed, and what is to be put right. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A form as text by name; a field sent several times has its values on lines. */
export type Typed = Readonly<Record<string, string>>;

/** The values of a field that can be ticked several times. */
export function ticked(typed: Typed, name: string): readonly string[] {
  return (typed[name] ?? '').split('\n').filter((value) => value !== '');
}
