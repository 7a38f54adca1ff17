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

/** Characters that need care: `plain` have a glyph in upright regular type only, `unprintable` in none. */
interface Odd {
  readonly plain: readonly string[];
  readonly unprintable: readonly string[];
}
const nothingOdd: Odd = { plain: [], unprintable: [] };

let compiler: { readonly key: string; readonly engine: NodeCompiler } | null = null;

/** Starting the compiler reads the fonts (25 ms), so it is kept as long as the fonts stay the same. */
function engineFor(fonts: readonly string[]): NodeCompiler {
  const key = fonts.join('\n');
  if (compiler?.key !== key)
    compiler = { key, engine: typst.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...fonts] }] }) };
  return compiler.engine;
}

interface LaidOut {
  readonly document: NodeTypstDocument;
  readonly warnings: readonly string[];
}

function typeset(job: TypesetJob): Typeset {
  const engine = engineFor(job.fonts);
  const took = { layout: 0, pdf: 0 };
  engine.resetShadow();
  for (const [path, text] of Object.entries({ ...job.files, 'data.json': job.data }))
    engine.mapShadow(join(workspace, path), Buffer.from(text));

  function layOut(main: string, odd: Odd): LaidOut {
    const began = performance.now();
    const outcome = engine.compile({
      mainFilePath: join(workspace, main),
      inputs: { plain: asClass(odd.plain), unprintable: asClass(odd.unprintable) },
      resetRead: true,
    });
    took.layout += performance.now() - began;
    const error = outcome.takeError();
    if (error !== null) throw new Error(engine.fetchDiagnostics(error).map(diagnostic).join('; '));
    const warning = outcome.takeWarnings();
    if (outcome.result === null) throw new Error('The document came out empty.');
    return {
      document: outcome.result,
      warnings: warning === null ? [] : engine.fetchDiagnostics(warning).map(diagnostic),
    };
  }

  function write({ document }: LaidOut, standard: 'ua-1' | 'tagged'): Uint8Array | string {
    const began = performance.now();
    try {
      return engine.pdf(document, {
        creationTimestamp: job.created,
        ...(standard === 'ua-1' ? { pdfStandard: 'ua-1' } : {}),
      });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      took.pdf += performance.now() - began;
    }
  }

  /** Which of these have no glyph even in upright, regular type: asked of the compiler with a page that holds nothing else. */
  function withoutAnyGlyph(characters: readonly string[]): readonly string[] {
    engine.mapShadow(join(workspace, 'probe.json'), Buffer.from(JSON.stringify(characters)));
    engine.mapShadow(
      join(workspace, 'probe.typ'),
      Buffer.from(
        '#import "text.typ": legible\n#set document(title: "probe")\n#show: legible\n#for it in json("probe.json") { par(it) }',
      ),
    );
    const written = write(layOut('probe.typ', nothingOdd), 'ua-1');
    return typeof written === 'string' ? withoutGlyph(written) : [];
  }

  let odd = nothingOdd;
  let made = layOut('main.typ', odd);
  let written = write(made, 'ua-1');
  // The compiler names every character it could not print. Only then is the document laid out again, with those known.
  for (let round = 0; round < 2 && typeof written === 'string'; round++) {
    const missing = withoutGlyph(written).filter((character) => !odd.unprintable.includes(character));
    if (missing.length === 0) break;
    const unprintable = new Set([
      ...odd.unprintable,
      ...withoutAnyGlyph(missing),
      ...missing.filter((character) => odd.plain.includes(character)),
    ]);
    const next = {
      unprintable: [...unprintable].sort(),
      plain: [...new Set([...odd.plain, ...missing])].filter((character) => !unprintable.has(character)).sort(),
    };
    try {
      made = layOut('main.typ', next);
    } catch {
      // A paragraph that changes script hundreds of times is too much for Typst's text rules: then tagged, as it was.
      break;
    }
    odd = next;
    written = write(made, 'ua-1');
  }
  const refusal = typeof written === 'string' ? readable(written) : null;
  if (typeof written === 'string') written = write(made, 'tagged');
  if (typeof written === 'string') throw new Error(readable(written));
  const answers: unknown = engine.query(made.document, { selector: '<answer>', field: 'value' });
  return {
    pdf: written,
    pages: made.document.numOfPages,
    answer: Array.isArray(answers) ? answers[0] : null,
    standard: refusal === null ? 'ua-1' : 'tagged',
    refusal,
    unprintable: odd.unprintable,
    warnings: made.warnings,
    took,
  };
}

function diagnostic(found: unknown): string {
  return typeof found === 'object' && found !== null && 'message' in found ? String(found.message) : String(found);
}

/** The single characters in messages of the form: the text "日" could not be displayed with font "…". */
function withoutGlyph(message: string): readonly string[] {
  const found = new Set<string>();
  for (const part of message.split('the text `\\"').slice(1)) {
    const end = part.indexOf('\\"` could not be displayed');
    for (const character of unescaped(unescaped(part.slice(0, Math.max(0, end)))))
      if (character > ' ') found.add(character);
  }
  return [...found];
}

/** Undoes the quoting of a Rust string in debug form: \u{200d}, \n, \". */
function unescaped(quoted: string): string {
  return quoted.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code: string | undefined, single: string | undefined) =>
    code === undefined
      ? ({ n: '\n', r: '\r', t: '\t', '0': '\0' }[single ?? ''] ?? single ?? '')
      : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function readable(message: string): string {
  const said = [...message.matchAll(/message: "((?:[^"\\]|\\.)*)"/gs)].map(([, text]) => unescaped(text ?? ''));
  return said.length === 0 ? message : [...new Set(said)].slice(0, 5).join('; ');
}

/** Characters as the inside of a regular expression's class; text.typ makes its rules from it. */
function asClass(characters: readonly string[]): string {
  return characters.map((character) => `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

function perform(job: TypesetJob): Reply {
  try {
    const value = typeset(job);
    return { ok: true, value, memory: process.memoryUsage.rss() };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
      memory: process.memoryUsage.rss(),
    };
  } finally {
    // Nothing of one document may stay in memory for the next.
    compiler?.engine.evictCache(0);
  }
}

process.on('message', (job: TypesetJob) => {
  process.send?.(perform(job));
});
// The server is gone, perhaps by kill -9: nobody will read the answer.
process.on('disconnect', () => process.exit(0));
