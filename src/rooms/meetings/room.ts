import type { Room } from '#kit/room.js';
import { calendarPage } from './pages/calendar/calendar.page.js';
import { boardFeedPage, feedPage } from './pages/calendar/feed.page.js';

export const meetings: Room = { name: 'meetings', pages: [calendarPage, feedPage, boardFeedPage] };
