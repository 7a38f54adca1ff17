import type { Room } from '#kit/room.js';
import { tallyDayRule } from './days.js';
import { charterWithdrawal } from './withdrawals.js';
import {
  charterJsonPage,
  charterPage,
  charterVersionPage,
  easyReadPage,
  posterPage,
} from './pages/charter/charter.page.js';
import { codePage, codesPage } from './pages/codes/codes.page.js';
import { aboutCharterPage } from './pages/about/about.page.js';
import {
  clausePage,
  moveClausePage,
  newClausePage,
  promiseClausePage,
  removeClausePage,
} from './pages/clauses/clauses.page.js';
import { newCharterPage } from './pages/new-charter/new-charter.page.js';
import { stagePage } from './pages/stage/stage.page.js';
import { handsPage } from './pages/hands/hands.page.js';
import { publishCharterPage } from './pages/publish/publish.page.js';
import { agreeCharterPage } from './pages/agree/agree.page.js';
import { chartersPage } from './pages/charters/charters.page.js';
import { queuePage, suggestionPage, takePage } from './pages/queue/queue.page.js';
import { easyWordsPage } from './pages/easy-read/easy-read.page.js';
import { examplesPage } from './pages/examples/examples.page.js';
import { ownCharterPage, workChartersPage } from './pages/work-charters/work-charters.page.js';
import { charterPaths } from './paths.js';
import { remindOfSuggestions } from './reminders.js';
import { chartersRefusals } from './refusals.js';

declare module '#kit/publications/publications.js' {
  interface PublicationKinds {
    readonly charter: true;
  }
}

export const charters: Room = {
  name: 'charters',
  pages: [
    chartersPage,
    charterPage,
    charterVersionPage,
    charterJsonPage,
    easyReadPage,
    posterPage,
    workChartersPage,
    newCharterPage,
    ownCharterPage,
    aboutCharterPage,
    stagePage,
    newClausePage,
    clausePage,
    moveClausePage,
    removeClausePage,
    promiseClausePage,
    examplesPage,
    easyWordsPage,
    queuePage,
    suggestionPage,
    takePage,
    codesPage,
    codePage,
    handsPage,
    agreeCharterPage,
    publishCharterPage,
  ],
  withdrawables: [charterWithdrawal],
  places: [
    {
      text: 'Charters',
      href: charterPaths.work(),
      about:
        'Your own charter, written with your young people: codes for classes, what they wrote, votes, and what is agreed.',
      needs: 'lead',
    },
  ],
  days: [tallyDayRule],
  daily: {
    'charter suggestions to read': {
      act: remindOfSuggestions,
      evenInDoubt: 'A worry may stand in what waits to be read.',
    },
  },
  keeps: [
    {
      what: 'Charters with their clauses, stages and counts',
      howLong: 'For as long as this Kept is there.',
      why: 'A charter that was published stays public.',
      tables: [
        'record.charter',
        'record.charter_stage',
        'record.clause',
        'record.vote_tally',
        'record.hand_vote',
        'published.charter',
        'published.charter_clause',
      ],
    },
  ],
  refusals: chartersRefusals,
  frame: [{ text: 'Charters', href: charterPaths.all(), stands: 'footer', rank: 20 }],
};
