import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { intakePage, type Outcome } from '#kit/page.js';
import { codeTyped } from '../../codes.js';
import { leaveSeat, opens, takeSeat } from '../../entrance.js';
import { limitOf } from '../../limits.js';

const token = z.string().regex(/^[\w-]{43}$/);
const sent = z.union([z.strictObject({ take: token }), z.strictObject({ leave: token })]);

/** As for pages: an open link has no cards and no teacher. */
const starts = limitOf(120);

/** A script takes a seat before its first question, or gives it back. */
export const seatPage = intakePage({
  path: '/take/:code/seat',
  params: z.object({ code: slugParameter }),
  sentAtMost: 1000,
  takesJson: true,
  async post({ gate, key, json, params, sender, now }): Promise<Outcome> {
    const code = codeTyped(params.code);
    const wish = sent.safeParse(json);
    if (code === null || !wish.success) return { kind: 'json', status: 422, body: { outcome: 'not understood' } };
    if ('leave' in wish.data) {
      await leaveSeat(gate, key, wish.data.leave);
      return { kind: 'json', status: 200, body: { outcome: 'left' } };
    }
    const opened = await opens(gate, key, code, now);
    if (opened?.kind === 'open link' && !starts.take(sender, now)) return { kind: 'json', status: 429, body: { outcome: 'too many' } };
    const refusal = opened === null || opened.kind === 'cards' ? 'unknown' : await takeSeat(gate, key, code, wish.data.take, now);
    return { kind: 'json', status: refusal === null ? 200 : 409, body: { outcome: refusal ?? 'taken' } };
  },
});
