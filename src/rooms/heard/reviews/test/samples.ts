/** Where the tests that go through every page look at those of this room. */
import { writtenFreely } from './written-freely.js';
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: async ({ owner }) => ({ written: await owner(writtenFreely) }),
  named: ({ written }) => written,
  pages: {
    '/work/reviews': { at: () => ['/work/reviews'], as: 'programme' },
    '/work/reviews/:queue': {
      at: ({ written }) => [`/work/reviews/${written.queue.value}?done=cleared`],
      as: 'programme',
    },
    '/work/reviews/:queue/texts/:text': {
      at: ({ written }) => [`/work/reviews/${written.queue.value}/texts/${written.text.value}`],
      as: 'programme',
    },
    '/work/safeguarding': { at: () => ['/work/safeguarding'], as: 'safeguarding' },
    '/work/safeguarding/:concern': {
      at: ({ written }) => [`/work/safeguarding/${written.concern.value}?done=acknowledged`],
      as: 'safeguarding',
    },
    '/work/session-requests': { at: () => ['/work/session-requests'], as: 'programme' },
    '/release/:token': { at: () => [`/release/${'a'.repeat(43)}`] },
  },
});
