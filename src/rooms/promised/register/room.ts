import type { Room } from '#kit/room.js';
import { earnLevels, entryDayRule } from './days.js';
import { entryWithdrawal, frameworkWithdrawal } from './withdrawals.js';
import { remindOfRenewal } from './lapse-letters.js';
import { badgeJsonPage, badgePage, verifyPage } from './pages/badge/badge.page.js';
import { keptRegisterPage, interestPage } from './pages/work-register-of-framework/work-register-of-framework.page.js';
import { removePage } from './pages/remove/remove.page.js';
import { uploadColumnsPage, uploadPage } from './pages/invitations/invitations.page.js';
import { invitePage } from './pages/invite/invite.page.js';
import { entryPage } from './pages/entry/entry.page.js';
import { interestedPage } from './pages/interested/interested.page.js';
import { mapPage } from './pages/map/map.page.js';
import { ownPage } from './pages/work-register/work-register.page.js';
import { registerCsvPage, registerJsonPage, registerPage } from './pages/register/register.page.js';
import { signPage, withdrawPage } from './pages/sign/sign.page.js';
import { registerPaths } from './paths.js';
import { registerKeeps, registerRetention } from './retention.js';
import { registerRefusals } from './refusals.js';

export const register: Room = {
  name: 'register',
  withdrawables: [frameworkWithdrawal, entryWithdrawal],
  pages: [
    registerPage,
    registerCsvPage,
    registerJsonPage,
    mapPage,
    interestedPage,
    entryPage,
    badgePage,
    badgeJsonPage,
    verifyPage,
    ownPage,
    signPage,
    withdrawPage,
    keptRegisterPage,
    interestPage,
    invitePage,
    uploadPage,
    uploadColumnsPage,
    removePage,
  ],
  places: [
    {
      text: 'Register',
      href: registerPaths.work(),
      about: 'Sign or renew a framework. Manage your register.',
      needs: 'lead',
    },
  ],
  daily: { 'register renewals': remindOfRenewal },
  retention: registerRetention,
  days: [entryDayRule],
  // What was earned follows from these.
  hears: {
    'promise changed': earnLevels,
    'practice changed': earnLevels,
    'framework published': earnLevels,
  },
  keeps: registerKeeps,
  refusals: registerRefusals,
};
