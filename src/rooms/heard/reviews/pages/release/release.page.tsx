import { z } from 'zod';
import { doorPage, invalid, type Outcome, view } from '#kit/page.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { answerAsHead } from '../../acts.js';
import { headRequestFor } from '../../lookups.js';
import { reviewPaths } from '../../paths.js';
import { HeadAnswer, HeadAnswered, HeadLinkGone } from './release.view.js';

const gone = { title: 'This request has ended', main: <HeadLinkGone /> };

/** The head answers a request for a session, without an account. Opening the link uses nothing up: mail scanners open links. */
export const headAnswerPage = doorPage({
  path: '/release/:token',
  params: z.object({ token: z.string().regex(/^[\w-]{43}$/) }),
  fields: { answer: 'choice' },
  async get({ db, params, now }) {
    const asked = await headRequestFor(db, params.token, now);
    return view(
      asked
        ? {
            title: 'A request for a session',
            main: <HeadAnswer {...asked} action={reviewPaths.head(params)} error={null} />,
          }
        : gone,
    );
  },
  async post({ db, params, fields, sender, now, site }): Promise<Outcome> {
    const asked = (await mayTry(db, `release from ${sender}`, 20, 30, now))
      ? await headRequestFor(db, params.token, now)
      : undefined;
    if (!asked) return invalid(gone);
    const answer = fields.get('answer');
    if (answer !== 'release' && answer !== 'decline')
      return invalid({
        title: 'A request for a session',
        main: <HeadAnswer {...asked} action={reviewPaths.head(params)} error="Choose yes or no" />,
      });
    const done = await answerAsHead(db, params.token, answer === 'release', now, site);
    return done.ok
      ? view({ title: 'Thank you', main: <HeadAnswered asker={asked.asker} grants={answer === 'release'} /> })
      : invalid(gone);
  },
});
