import type { Room } from '#kit/room.js';
import { accountPage } from './pages/account/account.page.js';
import { colleaguePage } from './pages/colleague/colleague.page.js';
import { colleaguesPage } from './pages/colleagues/colleagues.page.js';
import { headPage } from './pages/head/head.page.js';
import { joinPage } from './pages/join/join.page.js';
import { namedPage } from './pages/named/named.page.js';
import { organisationPage } from './pages/organisation/organisation.page.js';
import { safeguardingLeadsPage } from './pages/safeguarding-leads/safeguarding-leads.page.js';
import { linkPage, personaPage, signInPage, signOutPage } from './pages/sign-in/sign-in.page.js';
import { verificationPage, verifiedPage } from './pages/verification/verification.page.js';
import { peoplePaths } from './paths.js';
import { peopleKeeps, peopleRetention } from './retention.js';
import { peopleRefusals } from './refusals.js';
import { peopleCapabilities } from './capabilities.js';

export const people: Room = {
  name: 'people',
  pages: [
    signInPage,
    personaPage,
    linkPage,
    signOutPage,
    joinPage,
    organisationPage,
    verificationPage,
    verifiedPage,
    colleaguesPage,
    safeguardingLeadsPage,
    headPage,
    colleaguePage,
    namedPage,
    accountPage,
  ],
  capabilities: peopleCapabilities,
  places: [
    {
      text: 'Colleagues',
      href: peoplePaths.colleagues(),
      about: 'Who acts for your organisation. Invite, change and end roles.',
      needs: 'lead',
    },
    {
      text: 'Safeguarding leads',
      href: peoplePaths.safeguardingLeads(),
      about: 'Appoint safeguarding leads, and end their role.',
      needs: 'safeguard',
    },
    {
      text: 'Named by others',
      href: peoplePaths.named(),
      about: 'Where other organisations want to name yours. Say yes or no.',
      needs: 'lead',
    },
    {
      text: 'Your account',
      href: peoplePaths.account(),
      about: 'Your roles, and where you are signed in.',
      needs: 'see workspace',
    },
  ],
  retention: peopleRetention,
  keeps: peopleKeeps,
  refusals: peopleRefusals,
  ways: {
    signIn: (to) => peoplePaths.signIn(to ?? undefined),
    signInAgain: peoplePaths.signInAgain,
    signOut: peoplePaths.signOut,
    ownOrganisation: peoplePaths.organisation,
    verification: peoplePaths.verification,
  },
  readable: {
    'published.organisation': 'A page names the organisation that stands behind it.',
    'record.account': 'Whoever does something has an account.',
    'record.account_role': 'Who may do it is a matter of roles.',
    'record.head': 'A head is asked for a session.',
    'record.invitation': 'An invitation ties two organisations.',
    'record.naming': 'Who is named has said yes.',
    'record.organisation': 'Every row of the record belongs to an organisation.',
    'record.role_given': 'Who gave a role may not confirm a passkey alone.',
  },
};
