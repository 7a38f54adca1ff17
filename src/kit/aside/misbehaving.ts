/** A program for tests: reads a file aside as badly as it is asked to. */
import { answerAside } from './answer.js';

export type Misbehaviour = 'count' | 'for ever' | 'heap' | 'buffers' | 'one array' | 'fault' | 'exit' | 'environment';

await answerAside(async (asked: Misbehaviour, bytes) => {
  const kept: unknown[] = [];
  switch (asked) {
    case 'count':
      return bytes.length;
    case 'for ever':
      for (;;) kept.length = 0;
    case 'heap':
      for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
    case 'buffers':
      for (;;) {
        kept.push(Buffer.alloc(10_000_000, 1));
        await new Promise((go) => setTimeout(go, 2));
      }
    case 'one array': {
      // What a cell at the end of row 1,048,576 asked for: V8 ends the whole process at a size that no array has.
      const rows: number[] = [];
      for (;;) rows.push(1);
    }
    case 'fault':
      throw new TypeError('the name of a child');
    case 'exit':
      return process.exit(3);
    case 'environment':
      return Object.keys(process.env).sort();
  }
});
