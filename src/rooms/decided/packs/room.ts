import type { Room } from '#kit/room.js';
import { boardWithdrawal, meetingWithdrawal, minutesWithdrawal, packWithdrawal } from './withdrawals.js';
import { changesPage } from './pages/changes/changes.page.js';
import {
  packJson,
  packPage,
  packPdf,
  packVersionJson,
  packVersionPage,
  packVersionPdf,
} from './pages/pack/pack.page.js';

declare module '#kit/publications/publications.js' {
  interface PublicationKinds {
    readonly pack: true;
  }
}

export const packs: Room = {
  name: 'packs',
  pages: [packPage, packPdf, packJson, packVersionPage, packVersionPdf, packVersionJson, changesPage],
  withdrawables: [packWithdrawal, minutesWithdrawal, boardWithdrawal, meetingWithdrawal],
};
