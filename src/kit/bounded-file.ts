/** Files that somebody names: a device or a pipe has no end, and its size says nothing of it. */
import { closeSync, openSync, readSync } from 'node:fs';

const pieceBytes = 1024 * 1024;

/** What a file holds, or null where it holds more than that: no byte beyond is kept. Fails where it cannot be read. */
export function readAtMost(path: string, atMost: number): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let held = 0; ;) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, atMost + 1 - held));
      const read = readSync(file, piece);
      if (read === 0) return Buffer.concat(pieces, held);
      held += read;
      if (held > atMost) return null;
      pieces.push(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
