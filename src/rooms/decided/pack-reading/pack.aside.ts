import { createHash } from 'node:crypto';
import { answerAside } from '#kit/aside/answer.js';
import { readingOf } from './parts/reading.js';
import { readSource } from './read-pack.js';
import type { ReadAside } from './read-aside.js';

await answerAside(async ({ name }: { readonly name: string }, bytes): Promise<ReadAside> => {
  const source = await readSource(bytes, name);
  if (!source.ok) return source;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    value: { reading: readingOf(source.value, { name, sha256, bytes: bytes.length }), lines: source.value.lines },
  };
});
