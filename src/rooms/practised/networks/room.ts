import type { Room } from '#kit/room.js';
import { eventWithdrawal, networkWithdrawal } from './withdrawals.js';
import { addNetworkPage, editNetworkPage } from './pages/edit/edit.page.js';
import { addEventPage, cancelEventPage, editEventPage } from './pages/work-events/work-events.page.js';
import { inviteMemberPage } from './pages/invite/invite.page.js';
import { closeNetworkPage } from './pages/close/close.page.js';
import { eventCalendarPage, eventPage, networkCalendarPage } from './pages/event/event.page.js';
import { networksPage } from './pages/networks/networks.page.js';
import { memberPage } from './pages/member/member.page.js';
import { networkPage } from './pages/network/network.page.js';
import {
  answerNetworkPage,
  joinNetworkPage,
  ownNetworkPage,
  workNetworksPage,
} from './pages/work-networks/work-networks.page.js';
import { networkPaths } from './paths.js';
import { networksRefusals } from './refusals.js';

export const networks: Room = {
  name: 'networks',
  pages: [
    ...[networksPage, networkPage, networkCalendarPage, eventPage, eventCalendarPage],
    ...[
      workNetworksPage,
      addNetworkPage,
      joinNetworkPage,
      ownNetworkPage,
      editNetworkPage,
      closeNetworkPage,
      inviteMemberPage,
      answerNetworkPage,
      memberPage,
      addEventPage,
      editEventPage,
      cancelEventPage,
    ],
  ],
  withdrawables: [networkWithdrawal, eventWithdrawal],
  places: [
    {
      text: 'Networks',
      href: networkPaths.work(),
      about: 'Learning partnerships and steering groups that you host, belong to or are invited to, and their events.',
      needs: 'see workspace',
    },
  ],
  keeps: [
    {
      what: 'Networks, their members and events',
      howLong: 'For as long as this Kept is there.',
      why: 'They are about organisations. Contact details of an event go with it.',
      tables: [
        'record.network',
        'record.network_member',
        'record.event',
        'published.network',
        'published.network_member',
        'published.event',
      ],
    },
  ],
  refusals: networksRefusals,
  frame: [{ text: 'Networks', href: networkPaths.all(), stands: 'footer', rank: 40 }],
};
