import { z } from 'zod';
import { intakePage, type Outcome } from '#kit/page.js';
import { handIn } from '../../hand-in.js';

const statuses = { accepted: 200, used: 409, unknown: 422, closed: 409, full: 409, 'not yet': 409, ended: 409, 'not understood': 422, busy: 429 } as const;

/** Where scripts hand answers in. */
export const answersPage = intakePage({
  path: '/take/answers',
  params: z.object({}),
  sentAtMost: 100_000,
  takesJson: true,
  async post({ gate, key, json, now }): Promise<Outcome> {
    const done = await handIn(gate, key, json, now);
    return { kind: 'json', status: statuses[done.outcome], body: done };
  },
});
