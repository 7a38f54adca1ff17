import type { Room } from '#kit/room.js';
import { actionsPage } from './pages/actions/actions.page.js';

export const actions: Room = { name: 'actions', pages: [actionsPage] };
