import { z } from 'zod';
import { canonicalJson } from '#base/canonical.js';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { halt, publicPage, view } from '#kit/page.js';
import { headMark } from '#kit/proof/heads.js';
import { signedHeadPaths } from '../../paths.js';
import { newestHeads, signedHead, signingKeys } from '../../published.js';
import { SignedHeadsView } from './signed-heads.view.js';

function when(at: Date): string {
  return `${plainDate(londonDate(at))}, ${plainTime(londonTime(at))}`;
}

/** What this Kept has signed, with which key, and how anybody checks it. */
export const signedHeadsPage = publicPage({
  path: '/signed-heads',
  params: z.object({}),
  cached: false,
  async get({ db, site }) {
    const [heads, keys] = [await newestHeads(db, 10), await signingKeys(db)];
    return view({
      title: 'Signed record',
      canonical: site + signedHeadPaths.all(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Signed record' }],
      main: (
        <SignedHeadsView
          pem={signedHeadPaths.key()}
          heads={heads.map(({ number, sha256, signed_at, publications }) => ({
            number,
            sha256,
            publications,
            when: when(signed_at),
            href: signedHeadPaths.one(number),
          }))}
          keys={keys.map(({ number, key, made_at, follows }) => ({
            number,
            key,
            since: plainDate(londonDate(made_at)),
            isVouching: follows !== null,
          }))}
        />
      ),
    });
  },
});

/** One of them, for a program: the statement as it was signed, and the signature. */
export const signedHeadPage = publicPage({
  path: '/signed-heads/:number',
  params: z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  cached: false,
  async get({ db, params: { number } }) {
    const found = await signedHead(db, number);
    if (!found) return halt('not-found');
    const { statement, signature, sha256 } = found;
    return {
      kind: 'file',
      type: 'application/json; charset=utf-8',
      body: `${canonicalJson({ format: 'kept-signed-head/1', mark: headMark(found), statement, sha256, signature })}\n`,
    };
  },
});
