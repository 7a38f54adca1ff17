import type { Room } from '#kit/room.js';
import { clerkPage } from './pages/clerk/clerk.page.js';
import { meetingPage } from './pages/meeting/meeting.page.js';

export const meetingPageRoom: Room = {
  name: 'meeting-page',
  pages: [meetingPage, clerkPage],
};
