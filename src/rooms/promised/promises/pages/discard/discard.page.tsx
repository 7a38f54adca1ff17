import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { halt, type Outcome, redirect, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { withdrawDraft } from '../../acts.js';
import { promiseRecord } from '../../lookups.js';
import { promisePaths } from '../../paths.js';

/** Throws a draft away. */
export const discardPage = workPage({
  path: '/work/promises/:promise/discard',
  params: z.object({ promise: slugParameter }),
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const promise = await promiseRecord(db, visitor.organisation, params.promise);
    if (!promise) return halt('not-found');
    const answer = await withdrawDraft(db, whoOf(visitor, now), promise.id);
    return redirect(
      answer.ok ? `${promisePaths.work()}?done=discarded` : `${promisePaths.own(promise.slug)}?done=not-now`,
    );
  },
});
