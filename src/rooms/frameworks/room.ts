import type { Room } from '#kit/room.js';
import { frameworkJsonPage, frameworkPage, frameworkVersionPage } from './pages/framework/framework.page.js';
import { frameworksPage } from './pages/list/list.page.js';

export const frameworks: Room = { name: 'frameworks', pages: [frameworksPage, frameworkPage, frameworkVersionPage, frameworkJsonPage] };
