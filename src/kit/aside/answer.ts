/** The other side of aside.ts: what runs in the process that reads one file. It gets the question and the file, answers once, and ends. */
import { writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** How a process ends that asked for more than V8 gives: as V8 itself ends one. */
export const heapFull = 134;

/**
 * Takes the file in, answers with what `work` makes of it, and ends the process. A fault is told by its name and
 * place: its message may hold words of the file.
 */
export async function answerAside<Asked, Told>(
  work: (asked: Asked, bytes: Uint8Array) => Told | Promise<Told>,
): Promise<void> {
  try {
    const { asked, bytes } = await sent<Asked>();
    const answer = serialize(await work(asked, bytes));
    for (let at = 0; at < answer.length;) at += writeSync(3, answer, at);
    process.exit(0);
  } catch (fault) {
    const lines =
      fault instanceof Error
        ? [
            fault.name,
            ...(fault.stack ?? '')
              .split('\n')
              .filter((line) => line.trimStart().startsWith('at '))
              .slice(0, 8),
          ]
        : ['thrown'];
    writeSync(2, `${lines.join('\n')}\n`);
    process.exit(
      fault instanceof RangeError && /array length|string length|allocation/i.test(fault.message) ? heapFull : 1,
    );
  }
}

async function sent<Asked>(): Promise<{ readonly asked: Asked; readonly bytes: Uint8Array }> {
  let head = Buffer.alloc(0);
  let asked: Asked | undefined;
  let bytes: Buffer | null = null;
  let filled = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    let rest = part;
    if (bytes === null) {
      head = Buffer.concat([head, part]);
      const end = head.length < 4 ? Infinity : 4 + head.readUInt32LE(0);
      if (head.length < end) continue;
      const header: { asked: Asked; size: number } = deserialize(head.subarray(4, end));
      asked = header.asked;
      bytes = Buffer.alloc(header.size);
      rest = head.subarray(end);
    }
    rest.copy(bytes, filled);
    filled += rest.length;
  }
  if (bytes === null || filled !== bytes.length) throw new Error('the file did not come whole');
  return { asked: asked as Asked, bytes };
}
