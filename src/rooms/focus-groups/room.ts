import type { Room } from '#kit/room.js';
import { conversationPage, conversationsPage, editConversationPage, newConversationPage } from './pages/conversations/conversations.page.js';
import { quotePage, quotesCsvPage, quotesPage, quoteTextsPage } from './pages/quotes/quotes.page.js';
import { focusGroupPaths } from './paths.js';

export const focusGroups: Room = {
  name: 'focus-groups',
  pages: [conversationsPage, newConversationPage, conversationPage, editConversationPage, quotesPage, quotesCsvPage, quoteTextsPage, quotePage],
  places: [{ text: 'Focus groups and interviews', href: focusGroupPaths.all(), about: 'What was said in conversations, and quotes by theme that may be used.', needs: 'lead' }],
  keeps: [
    { what: 'Notes of conversations and quotes', howLong: 'For as long as the organisation works with Kept.', why: 'Nobody who took part is named. A quote is used only where nobody could recognise who said it.', tables: ['record.conversation', 'record.quote'] },
  ],
};
