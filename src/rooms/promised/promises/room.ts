import type { Room } from '#kit/room.js';
import { promiseDayRule } from './days.js';
import { promiseWithdrawal } from './withdrawals.js';
import { confirmationPage, confirmationsPage } from './pages/confirmations/confirmations.page.js';
import { draftPage, newPromisePage } from './pages/draft/draft.page.js';
import { agreePage } from './pages/agree/agree.page.js';
import { discardPage } from './pages/discard/discard.page.js';
import { practicesPage } from './pages/practices/practices.page.js';
import { askPage } from './pages/ask/ask.page.js';
import { endPage } from './pages/end/end.page.js';
import { evidencePage, takeBackPage } from './pages/evidence/evidence.page.js';
import { datePage } from './pages/date/date.page.js';
import { newsPage } from './pages/news/news.page.js';
import { promisesPage } from './pages/promises/promises.page.js';
import { promiseJsonPage, promisePage } from './pages/promise/promise.page.js';
import { ownPromisePage, workPromisesPage } from './pages/work-promises/work-promises.page.js';
import { promisePaths } from './paths.js';
import { remindOfPromises } from './reminder-letters.js';
import { promisesRefusals } from './refusals.js';

export const promises: Room = {
  name: 'promises',
  pages: [
    promisesPage,
    promisePage,
    promiseJsonPage,
    workPromisesPage,
    newPromisePage,
    ownPromisePage,
    draftPage,
    discardPage,
    agreePage,
    newsPage,
    datePage,
    evidencePage,
    takeBackPage,
    endPage,
    practicesPage,
    askPage,
    confirmationsPage,
    confirmationPage,
  ],
  withdrawables: [promiseWithdrawal],
  places: [
    {
      text: 'Promises',
      href: promisePaths.work(),
      about: 'What your organisation promises young people: drafts, news, evidence, and what is overdue.',
      needs: 'see workspace',
    },
    {
      text: 'Was it kept?',
      href: promisePaths.confirmations(),
      about: 'What your group of young people is asked by those who promised them something.',
      needs: 'lead',
    },
  ],
  days: [promiseDayRule],
  daily: { 'promise reminders': remindOfPromises },
  keeps: [
    {
      what: 'Promises, news, evidence and what young people confirmed',
      howLong: 'For as long as this Kept is there.',
      why: 'A promise that was made in public stays public. Groups confirm; no young person is named.',
      tables: [
        'record.promise',
        'record.evidence',
        'record.promise_event',
        'record.reminder',
        'record.confirmation',
        'record.suggestion',
        'published.promise',
        'published.promise_event',
        'published.evidence',
        'published.confirmation',
        'published.suggestion',
      ],
    },
  ],
  refusals: promisesRefusals,
  frame: [
    { text: 'Promises', href: promisePaths.all(), stands: 'header', rank: 10 },
    { text: 'Promises', href: promisePaths.work(), stands: 'workspace', rank: 20, needs: 'lead' },
  ],
  readable: {
    'published.promise': 'A promise earns a level of the register.',
  },
};
