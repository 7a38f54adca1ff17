/**
 * The typesetting process. A process and not a worker thread, because Typst is native code: a thread inside it cannot
 * be stopped (measured: 17 s until `terminate()` came through) and a stack overflow there takes the whole server with it.
 */
import { join } from 'node:path';
import typst from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Reply, Typeset, TypesetJob } from './messages.js';

/** All files of a document are held in memory; this directory only gives them a place, and nothing in it is a document. */
const workspace = import.meta.dirname;

let compiler: { readonly key: string; readonly engine: NodeCompiler } | null = null;

/** Starting the compiler reads the fonts (25 ms), so it is kept as long as the fonts stay the same. */
function engineFor(fonts: readonly string[]): NodeCompiler {
  const key = fonts.join('\n');
  if (compiler?.key !== key) compiler = { key, engine: typst.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...fonts] }] }) };
  return compiler.engine;
}

function typeset(job: TypesetJob): Typeset {
  const engine = engineFor(job.fonts);
  const took = { layout: 0, pdf: 0 };
  engine.resetShadow();
  for (const [path, text] of Object.entries(job.files)) engine.mapShadow(join(workspace, path), Buffer.from(text));
  engine.mapShadow(join(workspace, 'data.json'), Buffer.from(job.data));

  function layOut(unprintable: readonly string[]): { readonly laidOut: NodeTypstDocument; readonly warnings: readonly string[] } {
    const began = performance.now();
    const outcome = engine.compile({ mainFilePath: join(workspace, 'main.typ'), inputs: { unprintable: asPattern(unprintable) }, resetRead: true });
    took.layout += performance.now() - began;
    const error = outcome.takeError();
    if (error !== null) throw new Error(engine.fetchDiagnostics(error).map(diagnostic).join('; '));
    const warning = outcome.takeWarnings();
    if (outcome.result === null) throw new Error('The document came out empty.');
    return { laidOut: outcome.result, warnings: warning === null ? [] : engine.fetchDiagnostics(warning).map(diagnostic) };
  }

  function write(laidOut: NodeTypstDocument, standard: 'ua-1' | 'tagged'): Uint8Array | string {
    const began = performance.now();
    try {
      return engine.pdf(laidOut, { creationTimestamp: job.created, ...(standard === 'ua-1' ? { pdfStandard: 'ua-1' } : {}) });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      took.pdf += performance.now() - began;
    }
  }

  let unprintable: readonly string[] = [];
  let { laidOut, warnings } = layOut(unprintable);
  let written = write(laidOut, 'ua-1');
  // The compiler names every character it has no glyph for. Only then is the document laid out again, with those
  // characters known; a third round is for characters that a typeface has in one weight and lacks in another.
  for (let round = 0; round < 2 && typeof written === 'string'; round++) {
    const missing = withoutGlyph(written).filter((character) => !unprintable.includes(character));
    if (missing.length === 0) break;
    unprintable = [...unprintable, ...missing].sort();
    ({ laidOut, warnings } = layOut(unprintable));
    written = write(laidOut, 'ua-1');
  }
  const refusal = typeof written === 'string' ? readable(written) : null;
  if (typeof written === 'string') written = write(laidOut, 'tagged');
  if (typeof written === 'string') throw new Error(readable(written));
  const answers: unknown = engine.query(laidOut, { selector: '<answer>', field: 'value' });
  return {
    pdf: written,
    pages: laidOut.numOfPages,
    answer: Array.isArray(answers) ? answers[0] : null,
    standard: refusal === null ? 'ua-1' : 'tagged',
    refusal,
    unprintable,
    warnings,
    took,
  };
}

function diagnostic(found: unknown): string {
  return typeof found === 'object' && found !== null && 'message' in found ? String(found.message) : String(found);
}

/** The single characters in messages of the form: the text "日" could not be displayed with font "…". */
function withoutGlyph(message: string): readonly string[] {
  const found = new Set<string>();
  for (const [, quoted] of message.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gs)) for (const character of unescaped(unescaped(quoted ?? ''))) if (character > ' ') found.add(character);
  return [...found];
}

/** Undoes the quoting of a Rust string in debug form: \u{200d}, \n, \". */
function unescaped(quoted: string): string {
  return quoted.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code: string | undefined, single: string | undefined) =>
    code === undefined ? ({ n: '\n', r: '\r', t: '\t', '0': '\0' }[single ?? ''] ?? single ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function readable(message: string): string {
  const said = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/gs)].map(([, text]) => unescaped(text ?? ''));
  return said.length === 0 ? message : [...new Set(said)].slice(0, 5).join('; ');
}

/**
 * A regular expression for up to eight such characters in a row, with the invisible joiners of emoji among them. Eight,
 * because each match becomes one box that cannot be broken across lines.
 */
function asPattern(characters: readonly string[]): string {
  if (characters.length === 0) return '';
  const hex = (character: string) => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  const joiners = '\\x{200c}\\x{200d}\\x{fe0e}\\x{fe0f}\\x{20e3}';
  return `[${characters.map(hex).join('')}][${characters.map(hex).join('')}${joiners}]{0,7}`;
}

function reply(message: Reply): void {
  process.send?.(message);
}

process.on('message', (job: TypesetJob) => {
  try {
    reply({ ok: true, value: typeset(job) });
  } catch (error) {
    reply({ ok: false, message: error instanceof Error ? error.message : String(error) });
  } finally {
    // Nothing of one pack may stay in memory for the next.
    compiler?.engine.evictCache(0);
  }
});
// The server is gone, perhaps by kill -9: nobody will read the answer.
process.on('disconnect', () => process.exit(0));
