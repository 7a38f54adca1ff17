import type { Room } from '#kit/room.js';
import { peoplePaths } from './paths.js';
import { joinPage } from './pages/join/join.page.js';
import { colleaguesPage, organisationPage } from './pages/organisation/organisation.page.js';
import { linkPage, personaPage, signInPage, signOutPage } from './pages/sign-in/sign-in.page.js';

export const people: Room = {
  name: 'people',
  pages: [signInPage, personaPage, linkPage, signOutPage, joinPage, organisationPage, colleaguesPage],
  places: [
    { text: 'Colleagues', href: peoplePaths.colleagues(), about: 'Who acts for your organisation; invite somebody.', needs: 'lead' },
    { text: 'Your organisations', href: peoplePaths.organisation(), about: 'Choose for which of your organisations you work now.', needs: 'see workspace' },
  ],
};
