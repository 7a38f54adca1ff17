import type { Room } from '#kit/room.js';
import { practiceDayRule } from './days.js';
import { practiceWithdrawal } from './withdrawals.js';
import {
  draftSpotlightPage,
  editSubmissionPage,
  newSpotlightPage,
  submitSpotlightPage,
} from './pages/draft/draft.page.js';
import { libraryPage } from './pages/library/library.page.js';
import { practiceJsonPage, practicePage, practiceVersionPage } from './pages/practice/practice.page.js';
import { askBackPage, clearPage, submissionPage } from './pages/submission/submission.page.js';
import { withdrawPage } from './pages/withdraw/withdraw.page.js';
import {
  discardSpotlightPage,
  ownSpotlightPage,
  reviewPage,
  takeBackPage,
  workPracticePage,
} from './pages/work-practice/work-practice.page.js';
import { practicePaths } from './paths.js';
import { remindOfReviews } from './reminders.js';
import { practiceRefusals } from './refusals.js';

declare module '#kit/publications/publications.js' {
  interface PublicationKinds {
    readonly practice: true;
  }
}

export const practice: Room = {
  name: 'practice',
  pages: [
    libraryPage,
    practicePage,
    practiceVersionPage,
    practiceJsonPage,
    workPracticePage,
    newSpotlightPage,
    ownSpotlightPage,
    draftSpotlightPage,
    submitSpotlightPage,
    takeBackPage,
    discardSpotlightPage,
    reviewPage,
    withdrawPage,
    submissionPage,
    editSubmissionPage,
    clearPage,
    askBackPage,
  ],
  withdrawables: [practiceWithdrawal],
  places: [
    {
      text: 'Practice',
      href: practicePaths.work(),
      about:
        'Spotlights: what your organisation did, told so that others can do it; and what waits to be cleared by you.',
      needs: 'see workspace',
    },
  ],
  daily: { 'review letters': remindOfReviews },
  days: [practiceDayRule],
  keeps: [
    {
      what: 'Spotlights, drafts of them and their reviews',
      howLong: 'For as long as this Kept is there.',
      why: 'What others were told they can do must stay there to be read.',
      tables: [
        'record.practice',
        'record.submission',
        'record.review_letter',
        'published.practice',
        'published.practice_use',
      ],
    },
  ],
  refusals: practiceRefusals,
  frame: [{ text: 'Practice', href: practicePaths.all(), stands: 'footer', rank: 30 }],
  readable: {
    'published.practice': 'Practice earns a level of the register, and belongs to a network.',
  },
};
