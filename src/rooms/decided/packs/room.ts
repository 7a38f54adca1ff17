import type { Room } from '#kit/room.js';
import { boardWithdrawal, meetingWithdrawal, minutesWithdrawal, packWithdrawal } from './withdrawals.js';
import { changesPage } from './pages/changes/changes.page.js';
import { clerkPage } from './pages/clerk/clerk.page.js';
import { meetingPage } from './pages/meeting/meeting.page.js';
import {
  packJson,
  packPage,
  packPdf,
  packVersionJson,
  packVersionPage,
  packVersionPdf,
} from './pages/pack/pack.page.js';

export const packs: Room = {
  name: 'packs',
  pages: [
    meetingPage,
    packPage,
    packPdf,
    packJson,
    packVersionPage,
    packVersionPdf,
    packVersionJson,
    changesPage,
    clerkPage,
  ],
  withdrawables: [packWithdrawal, minutesWithdrawal, boardWithdrawal, meetingWithdrawal],
};
