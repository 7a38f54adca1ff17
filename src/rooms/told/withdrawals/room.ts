import type { Room } from '#kit/room.js';
import { withdrawPage } from './pages/withdraw/withdraw.page.js';
import { withdrawalPaths } from './paths.js';

export const withdrawals: Room = {
  name: 'withdrawals',
  pages: [withdrawPage],
  places: [
    {
      text: 'Withdraw',
      href: withdrawalPaths.withdraw(),
      about: 'Take back what was published by mistake, with its reason.',
      needs: 'see workspace',
    },
  ],
};
