import { readFileSync } from 'node:fs';

let known: string | null = null;

/** Which Kept this is, as package.json says. */
export function keptVersion(): string {
  if (known === null) {
    const described: { version: string } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    );
    known = described.version;
  }
  return known;
}
