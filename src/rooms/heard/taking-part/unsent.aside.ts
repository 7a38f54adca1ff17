import { z } from 'zod';
import { answerAside } from '#kit/aside/answer.js';
import { unsentAtMost, type UnsentFile } from './unsent.js';
import { sealedAtMost } from './words.js';

const file = z.object({
  format: z.literal('kept-unsent/1'),
  answers: z
    .array(z.object({ survey: z.string().max(100), sealed: z.string().max(sealedAtMost) }))
    .min(1)
    .max(unsentAtMost),
});

await answerAside((_: null, bytes): UnsentFile | null => {
  try {
    const parsed = file.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
});
