import { halt, redirect, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { publishCharter } from '../../acts.js';
import { charterPaths } from '../../paths.js';
import { params } from '../charter-at-work.js';

export const publishCharterPage = workPage({
  path: '/work/charters/:charter/publish',
  params,
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params: { charter: slug }, now }) {
    const published = await publishCharter(db, whoOf(visitor, now), slug);
    if (!published.ok && published.problem.code === 'not there') return halt('not-found');
    return redirect(`${charterPaths.own(slug)}?done=${published.ok ? 'published' : 'not-now'}`);
  },
});
