import type { Room } from '#kit/room.js';
import { awardCsvPage, awardOfCsvPage, awardOfPage, awardPage } from './pages/award/award.page.js';
import { awardColumnsPage, awardUploadPage, workAwardPage } from './pages/work-award/work-award.page.js';
import { awardDayRule } from './days.js';
import { awardPaths } from './paths.js';
import { awardRefusals } from './refusals.js';

export const award: Room = {
  name: 'award',
  pages: [
    ...[awardPage, awardCsvPage, awardOfPage, awardOfCsvPage],
    ...[workAwardPage, awardUploadPage, awardColumnsPage],
  ],
  places: [
    {
      text: 'Award',
      href: awardPaths.work(),
      about: 'How schools of your area stand in the Rights Respecting Schools Award.',
      needs: 'lead',
    },
  ],
  days: [awardDayRule],
  keeps: [
    {
      what: 'Awards of schools',
      howLong: 'For as long as this Kept is there.',
      why: 'They are about organisations.',
      tables: ['record.award', 'published.award'],
    },
  ],
  refusals: awardRefusals,
  frame: [{ text: 'Award', href: awardPaths.all(), stands: 'footer', rank: 50 }],
  readable: {
    'published.award': 'A network shows the award that it gave.',
  },
};
