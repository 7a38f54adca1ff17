/**
 * The PDF of a pack: all that Kept does for it (anchors, sentences, a process of its own, typesetting, tags, page map)
 * against the bare compiler fed with the same sources, in turns, in one run. Goal of issue 2: at most 5 ms a page in all.
 */
import { join } from 'node:path';
import typst from '@myriaddreamin/typst-ts-node-compiler';
import { textSource } from '#kit/pdf/sources.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { packAnchors } from '#rooms/decided/packs/anchors.js';
import { longPack, packContent } from '#rooms/decided/packs/examples.js';
import { packJob, renderPackPdf } from '#rooms/decided/packs/pdf/render.js';
import type { PackContent } from '#rooms/decided/packs/words.js';
import type { Book } from './figures.js';

const version = { number: 1, publishedOn: '2026-03-03' };

/** Figures for about 60 and about 600 pages, and for a small pack with a cold and a warm typesetter. */
export async function benchPdf(book: Book, say: (line: string) => void): Promise<void> {
  closeTypesetter();
  say('PDF: 12, 60 and 600 pages, each in turn with the bare compiler');
  book.add('PDF of 12 pages, typesetter not yet running', 'ms', [
    await timed(() => renderPackPdf(packContent(), version)),
  ]);
  const warm: number[] = [];
  for (let round = 0; round < 3; round += 1) warm.push(await timed(() => renderPackPdf(packContent(), version)));
  book.add('PDF of 12 pages, typesetter running', 'ms', warm);
  await compare(longPack(7), 5, book);
  await compare(longPack(70), 3, book);
  closeTypesetter();
}

async function compare(content: PackContent, rounds: number, book: Book): Promise<void> {
  const { pages } = await renderPackPdf(content, version);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push((await timed(() => bareCompile(content))) / pages.total);
    ours.push((await timed(() => renderPackPdf(content, version))) / pages.total);
  }
  book.add(`PDF of ${pages.total} pages: Kept, all in all`, 'ms/page', ours, { atMost: 5 });
  book.add(`PDF of ${pages.total} pages: bare Typst`, 'ms/page', bare);
  book.add(
    `PDF of ${pages.total} pages: Kept of bare Typst`,
    'times',
    ours.map((one, round) => one / (bare[round] ?? Number.NaN)),
  );
}

let engine: typst.NodeCompiler | null = null;

/** Typst alone: the compiler is there, its sources and data are made; one layout, one tagged PDF. */
function bareCompile(content: PackContent): Promise<number> {
  const home = import.meta.dirname;
  const job = packJob(content, packAnchors(content), version);
  engine ??= typst.NodeCompiler.create({ workspace: home, fontArgs: [{ fontPaths: [...job.fonts] }] });
  for (const [name, text] of Object.entries({ ...job.files, 'text.typ': textSource(), 'data.json': job.data }))
    engine.mapShadow(join(home, name), Buffer.from(text));
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
