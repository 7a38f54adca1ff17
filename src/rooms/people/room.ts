import type { Room } from '#kit/room.js';
import { joinPage } from './pages/join/join.page.js';
import { colleaguesPage, organisationPage } from './pages/organisation/organisation.page.js';
import { linkPage, personaPage, signInPage, signOutPage } from './pages/sign-in/sign-in.page.js';

export const people: Room = { name: 'people', pages: [signInPage, personaPage, linkPage, signOutPage, joinPage, organisationPage, colleaguesPage] };
