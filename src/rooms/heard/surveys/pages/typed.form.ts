/** The values of a field that can be ticked several times. */
import type { Typed } from '#base/form.js';

export function ticked(typed: Typed, name: string): readonly string[] {
  return (typed[name] ?? '').split('\n').filter((value) => value !== '');
}
