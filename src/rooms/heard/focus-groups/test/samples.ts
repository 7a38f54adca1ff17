/** Where the tests that go through every page look at those of this room. */
import { saidInConversation } from './said-in-conversation.js';
import { samplesOf, csv } from '#test/samples.js';

export const samples = samplesOf({
  facts: async ({ owner }) => ({ written: await owner(saidInConversation) }),
  named: ({ written }) => written,
  pages: {
    '/work/focus-groups': { at: () => ['/work/focus-groups'], as: 'programme' },
    '/work/focus-groups/new': { at: () => ['/work/focus-groups/new'], as: 'programme' },
    '/work/focus-groups/:conversation': {
      at: ({ written }) => [`/work/focus-groups/${written.conversation.value}?done=quoted`],
      as: 'programme',
    },
    '/work/focus-groups/:conversation/edit': {
      at: ({ written }) => [`/work/focus-groups/${written.conversation.value}/edit`],
      as: 'programme',
    },
    '/work/quotes': {
      at: () => ['/work/quotes', '/work/quotes?theme=fair+rules', '/work/quotes?theme=xyzzyplugh'],
      as: 'programme',
    },
    '/work/quotes.csv': { at: () => ['/work/quotes.csv'], as: 'programme', gives: csv },
    '/work/quotes/texts': { at: () => ['/work/quotes/texts'], as: 'programme' },
    '/work/quotes/:quote': { at: ({ written }) => [`/work/quotes/${written.quote.value}`], as: 'programme' },
  },
});
