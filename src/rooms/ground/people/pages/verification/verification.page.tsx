import { z } from 'zod';
import { publicPage, view, workPage } from '#kit/page.js';
import { officialNumber, ownClaim, unverifiedOrganisations } from '../../claims.js';
import { peoplePaths } from '../../paths.js';
import { Verification, Verified } from './verification.view.js';

const none = z.object({});

/** What one's own organisation says it is, whether that is confirmed, and what happens next. */
export const verificationPage = workPage({
  path: '/work/verification',
  params: none,
  needs: 'see workspace',
  async get({ db, visitor }) {
    const claim = await ownClaim(db, visitor.organisation);
    return view({
      title: 'Verification',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Verification' }],
      main: <Verification {...claim} number={officialNumber(claim)} publicPage={peoplePaths.verified()} />,
    });
  },
});

const mostShown = 200;

/** For readers: what "not verified" beside a name means, and whose claims were rejected. */
export const verifiedPage = publicPage({
  path: '/verification',
  params: none,
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db }) {
    const unverified = await unverifiedOrganisations(db, mostShown + 1);
    return view({
      title: 'Verified organisations',
      description: 'What “not verified” beside the name of an organisation means.',
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Verified organisations' }],
      main: <Verified unverified={unverified.slice(0, mostShown)} more={unverified.length > mostShown} />,
    });
  },
});
