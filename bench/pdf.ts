/**
 * The PDF of a pack: all that Kept does for it (anchors, sentences, a process of its own, typesetting, tags, page map)
 * against the bare compiler fed with the same sources, in turns, in one run. Goal of issue 2: at most 5 ms a page in all.
 */
import { join } from 'node:path';
import typst from '@myriaddreamin/typst-ts-node-compiler';
import { textSource } from '#kit/pdf/sources.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { packAnchors } from '#rooms/packs/anchors.js';
import { longPack, packContent } from '#rooms/packs/examples.js';
import { packJob, renderPackPdf } from '#rooms/packs/pdf/render.js';
import type { PackContent } from '#rooms/packs/words.js';

const version = { number: 1, publishedOn: '2026-03-03' };

/** Prints one line for each figure. */
export async function benchPdf(print: (line: string) => void = console.log): Promise<void> {
  closeTypesetter();
  const cold = await timed(() => renderPackPdf(packContent(), version));
  const warm = await timed(() => renderPackPdf(packContent(), version));
  print(`pdf, 12 pages: ${cold.toFixed(0)} ms with a cold typesetter, ${warm.toFixed(0)} ms warm`);
  await compare(longPack(7), 5, print);
  await compare(longPack(70), 3, print);
  closeTypesetter();
}

async function compare(content: PackContent, rounds: number, print: (line: string) => void): Promise<void> {
  const { pages } = await renderPackPdf(content, version);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await timed(() => bareCompile(content)));
    ours.push(await timed(() => renderPackPdf(content, version)));
  }
  const each = (times: readonly number[]) => median(times) / pages.total;
  print(`pdf, ${pages.total} pages: ${each(ours).toFixed(2)} ms a page in all, bare Typst ${each(bare).toFixed(2)} ms, ratio ${(each(ours) / each(bare)).toFixed(2)} (medians of ${rounds})`);
}

let engine: typst.NodeCompiler | null = null;

/** Typst alone: the compiler is there, its sources and data are made; one layout, one tagged PDF. */
function bareCompile(content: PackContent): Promise<number> {
  const home = import.meta.dirname;
  const job = packJob(content, packAnchors(content), version);
  engine ??= typst.NodeCompiler.create({ workspace: home, fontArgs: [{ fontPaths: [...job.fonts] }] });
  for (const [name, text] of Object.entries({ ...job.files, 'text.typ': textSource(), 'data.json': job.data })) engine.mapShadow(join(home, name), Buffer.from(text));
  const began = performance.now();
  const made = engine.compile({ mainFilePath: join(home, 'main.typ'), resetRead: true });
  if (made.result === null) throw new Error('The bare compiler refused the pack.');
  engine.pdf(made.result, { pdfStandard: 'ua-1', creationTimestamp: job.created });
  const took = performance.now() - began;
  engine.evictCache(0);
  return Promise.resolve(took);
}

/** Milliseconds; work that measures itself says how long it took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const said = await work();
  return typeof said === 'number' ? said : performance.now() - began;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
