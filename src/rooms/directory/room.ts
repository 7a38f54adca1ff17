import type { Room } from '#kit/room.js';
import { authoritiesPage } from './pages/authorities/authorities.page.js';
import { authorityPage } from './pages/authority/authority.page.js';
import { schoolPage } from './pages/school/school.page.js';
import { schoolsPage } from './pages/schools/schools.page.js';

export const directory: Room = { name: 'directory', pages: [authoritiesPage, authorityPage, schoolsPage, schoolPage] };
