/** Where the tests that go through every page look at those of this room. */
import { meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const person = await read
        .selectFrom('published.person')
        .select('slug')
        .where('kind', '=', 'office')
        .executeTakeFirstOrThrow();
      const { board } = await meetingsIn(read);
      return { board, person: person.slug };
    }),
  pages: {
    '/boards': { at: () => ['/boards'], atVolume: ['/boards'] },
    '/boards/:board': { at: ({ board }) => [`/boards/${board}`], atVolume: ['/boards/volume-board-0002'] },
    '/people/:person': { at: ({ person }) => [`/people/${person}`], atVolume: ['/people/$person'] },
  },
});
