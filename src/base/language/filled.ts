/** Fills the places of a sentence: "Question {number} of {total}". Pure; scripts of the browser import it. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
