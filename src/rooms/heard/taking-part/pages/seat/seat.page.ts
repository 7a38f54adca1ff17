import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Outcome } from '#kit/page.js';
import { codeTyped } from '../../codes.js';
import { takeSeatInTurn } from '../../arrival.js';
import { leaveSeat, whatCodeOpens } from '../../codes-and-seats.js';
import { mayBeWrong } from '../../limits.js';
import { takePage } from '../limited.js';

const token = z.string().regex(/^[\w-]{43}$/);
const sent = z.union([z.strictObject({ take: token }), z.strictObject({ leave: token })]);

/** A script takes a seat before its first question, or gives it back. */
export const seatPage = takePage({
  by: 'code',
  json: true,
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
    const opened = await whatCodeOpens(gate, key, code, now);
    if (opened === null) {
      const may = await mayBeWrong(gate, key, sender, now);
      return { kind: 'json', status: may ? 409 : 429, body: { outcome: may ? 'unknown' : 'too many' } };
    }
    const refusal =
      opened.kind === 'cards'
        ? 'unknown'
        : await takeSeatInTurn(gate, key, { code, seat: wish.data.take, opened, sender }, now);
    return {
      kind: 'json',
      status: refusal === null ? 200 : refusal === 'too many' ? 429 : 409,
      body: { outcome: refusal ?? 'taken' },
    };
  },
});
