import type { Room } from '#kit/room.js';
import {
  conversationPage,
  conversationsPage,
  editConversationPage,
  newConversationPage,
} from './pages/focus-groups/focus-groups.page.js';
import { quotePage, quotesCsvPage, quotesPage, quoteTextsPage } from './pages/quotes/quotes.page.js';
import { focusGroupPaths } from './paths.js';
import { focusGroupsKeeps, focusGroupsRetention } from './retention.js';
import { focusGroupsRefusals } from './refusals.js';

export const focusGroups: Room = {
  name: 'focus-groups',
  pages: [
    conversationsPage,
    newConversationPage,
    conversationPage,
    editConversationPage,
    quotesPage,
    quotesCsvPage,
    quoteTextsPage,
    quotePage,
  ],
  places: [
    {
      text: 'Focus groups and interviews',
      href: focusGroupPaths.all(),
      about: 'What was said in conversations, and quotes by theme that may be used.',
      needs: 'lead',
    },
  ],
  retention: focusGroupsRetention,
  keeps: focusGroupsKeeps,
  refusals: focusGroupsRefusals,
};
