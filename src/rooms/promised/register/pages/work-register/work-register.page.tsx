import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { wordsAsked } from '#kit/address.js';
import { view, workPage } from '#kit/page.js';
import { publishedFrameworks } from '#rooms/ground/frameworks/index.js';
import { ownOrganisation } from '#rooms/ground/people/index.js';
import { signingBody } from '../../acts.js';
import { interestsWaiting } from '../../lookups.js';
import { registerPaths } from '../../paths.js';
import { entriesAbout, frameworksAsking } from '../../published.js';
import { audienceOf, canBeDone, shownWord, standingOf } from '../../rules.js';
import { Own } from './work-register.view.js';

const doneWords: Readonly<Record<string, string>> = {
  signed: 'Signed. The register shows it at once.',
  renewed: 'Signed again. It counts for another 24 months.',
  reconfirmed: 'The new version is signed. It counts for another 24 months.',
  withdrawn: 'Your signature was taken back. The register says so, with the reason.',
};

export const ownPage = workPage({
  path: '/work/register',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query, now }) {
    const today = londonDate(now);
    const own = await ownOrganisation(db, visitor.organisation);
    const frameworks = await publishedFrameworks(db);
    const kept = frameworks.filter(({ organisation }) => organisation === visitor.organisation);
    const waiting = kept.length === 0 ? new Map<string, number>() : await interestsWaiting(db, visitor.organisation);
    const keeps = kept.map(({ slug, name }) => ({
      name,
      href: registerPaths.desk(slug),
      waiting: waiting.get(slug) ?? 0,
    }));
    const entries = await entriesAbout(db, own);
    const kind = signingBody(own.kind);
    const asking = kind === null ? new Set<string>() : await frameworksAsking(db, audienceOf[kind]);
    const registers = frameworks
      .filter(
        ({ slug, organisation }) => organisation !== visitor.organisation && (asking.has(slug) || entries.has(slug)),
      )
      .map(({ slug, name, summary, version }) => {
        const entry = entries.get(slug);
        return {
          name,
          summary,
          register: registerPaths.all(slug),
          sign: registerPaths.sign(slug),
          withdraw:
            entry?.organisation === own.id && canBeDone('withdraw', entry.state) ? registerPaths.withdraw(slug) : null,
          newest: version,
          entry: entry
            ? {
                href: entry.signed_on === null ? null : registerPaths.one(slug, entry.slug),
                word: shownWord(entry, today),
                version: entry.version,
                lapses_on: entry.lapses_on,
                renewalDue: standingOf(entry, today) === 'renewal due',
                canSign: canBeDone('sign', entry.state),
              }
            : null,
        };
      });
    return view({
      title: 'Register',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Register' }],
      main: (
        <Own
          organisation={own.name}
          done={wordsAsked(doneWords, query)}
          keeps={keeps}
          registers={kind === null ? null : registers}
        />
      ),
    });
  },
});
