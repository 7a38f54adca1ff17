/** Typst sources lie beside the TypeScript ones and are read from there; the build copies nothing. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Text of a file that lies beside the source of the module whose `import.meta.url` is given. */
export function sourceBeside(module: string, name: string): string {
  const { href } = new URL(name, module);
  const at = href.lastIndexOf('/dist/src/');
  return readFileSync(
    fileURLToPath(new URL(at < 0 ? href : `${href.slice(0, at)}${href.slice(at + '/dist'.length)}`)),
    'utf8',
  );
}

const text = sourceBeside(import.meta.url, 'text.typ');

/** What every template of ours imports as "text.typ". */
export function textSource(): string {
  return text;
}
