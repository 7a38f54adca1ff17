import { nobody } from '#kit/db/gate.js';
import type { Room } from '#kit/room.js';
import { concernDayRule } from './days.js';
import { takeInTexts } from './acts.js';
import {
  askForSessionPage,
  concernPage,
  concernsPage,
  requestPage,
  requestsPage,
} from './pages/safeguarding/safeguarding.page.js';
import { headAnswerPage } from './pages/release/release.page.js';
import { queuePage, queuesPage } from './pages/queue/queue.page.js';
import { textPage } from './pages/text/text.page.js';
import { reviewPaths } from './paths.js';
import { remindOfConcerns, remindOfTexts } from './reminders.js';
import { reviewsRetention } from './retention.js';
import { reviewsRefusals } from './refusals.js';

export const reviews: Room = {
  name: 'reviews',
  pages: [
    queuesPage,
    queuePage,
    textPage,
    concernsPage,
    concernPage,
    askForSessionPage,
    requestsPage,
    requestPage,
    headAnswerPage,
  ],
  places: [
    {
      text: 'What people wrote',
      href: reviewPaths.all(),
      about:
        'If you are named as a reviewer of a survey: read what people wrote in their own words before anybody else does.',
      needs: 'see workspace',
    },
    {
      text: 'Safeguarding',
      href: reviewPaths.concerns(),
      about: 'What was passed to you because somebody may not be safe.',
      needs: 'safeguard',
    },
    {
      text: 'Requests for a session',
      href: reviewPaths.requests(),
      about: 'Where a safeguarding lead needs a second person before a session is named.',
      needs: 'lead',
    },
  ],
  days: [concernDayRule],
  daily: {
    'safeguarding escalation': {
      act: remindOfConcerns,
      evenInDoubt: 'Somebody may not be safe: a letter too early costs a look, one too late may cost more.',
    },
    'texts to read': { act: remindOfTexts, evenInDoubt: 'A worry may stand in what waits to be read.' },
  },
  rounds: {
    'texts into the reviewers’ queues': async ({ gates }) => void (await gates.work.write(nobody, takeInTexts)),
  },
  retention: reviewsRetention,
  refusals: reviewsRefusals,
};
