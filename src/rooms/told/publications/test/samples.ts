/** Where the tests that go through every page look at those of this room. */
import { nobody } from '#kit/db/gate.js';
import { json, pdf, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ kept }) =>
    kept.house.gates.public.read(nobody, async (read) => {
      const newest = async (kind: 'pack' | 'minutes'): Promise<string> =>
        (
          await read
            .selectFrom('published.publication')
            .select('id')
            .where('kind', '=', kind)
            .orderBy('version', 'desc')
            .limit(1)
            .executeTakeFirstOrThrow()
        ).id;
      return { pack: await newest('pack'), minutes: await newest('minutes') };
    }),
  pages: {
    '/publications/:id': {
      at: ({ pack, minutes }) => [`/publications/${pack}`, `/publications/${minutes}`],
      atVolume: null,
    },
    '/publications/:id/content.json': {
      at: ({ pack }) => [`/publications/${pack}/content.json`],
      gives: json,
      atVolume: null,
    },
    '/publications/:id/proof.json': {
      at: ({ pack }) => [`/publications/${pack}/proof.json`],
      gives: json,
      atVolume: null,
    },
    '/signed-heads': { at: () => ['/signed-heads'], atVolume: ['/signed-heads'] },
    '/signed-heads/:number': { at: () => ['/signed-heads/1'], gives: json, atVolume: null },
    '/publications/:id/main.html': {
      at: ({ pack }) => [`/publications/${pack}/main.html`],
      gives: { file: /^text\/html/ },
      atVolume: null,
    },
    '/publications/:id/file.pdf': { at: ({ pack }) => [`/publications/${pack}/file.pdf`], gives: pdf, atVolume: null },
  },
});
