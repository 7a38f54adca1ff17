import { z } from 'zod';
import { halt } from '#kit/page.js';
import { soundNamed } from '../../codes-and-seats.js';
import { takePage } from '../limited.js';

/** A recording, under the name of its bytes and without a code: a class that shares a device fetches it once, and no cache learns of a card. */
export const soundPage = takePage({
  by: 'sender',
  path: '/take/sounds/:sound',
  params: z.object({ sound: z.string().regex(/^[0-9a-f]{64}$/) }),
  async get({ gate, params: { sound } }) {
    const found = await soundNamed(gate, sound);
    return found === null
      ? halt('not-found')
      : { kind: 'file', type: found.type, body: found.bytes, etag: `"${sound}"`, forever: true };
  },
});
