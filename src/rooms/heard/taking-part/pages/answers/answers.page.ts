import { z } from 'zod';
import { type Outcome } from '#kit/page.js';
import { handIn } from '../../hand-in.js';
import { sealedAtMost } from '../../words.js';
import { takePage } from '../limited.js';

const statuses = {
  accepted: 200,
  used: 409,
  unknown: 422,
  closed: 409,
  full: 409,
  'not yet': 409,
  ended: 409,
  'code ended': 409,
  voided: 409,
  'not understood': 422,
  busy: 429,
} as const;

/** Where scripts hand answers in. */
export const answersPage = takePage({
  by: 'answers',
  json: true,
  path: '/take/answers',
  params: z.object({}),
  sentAtMost: sealedAtMost + 10_000,
  takesJson: true,
  async post({ gate, key, json, sender, now }): Promise<Outcome> {
    const done = await handIn(gate, key, json, now, sender);
    return { kind: 'json', status: statuses[done.outcome], body: done };
  },
});
