/**
 * What this machine has seen signed, in a file beside the database: number, SHA-256 and time of each head, a line each. Whoever puts an older database
 * in place of the present one, or takes heads out of it, does not reach this file by the database.
 */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToFolderOwner } from '../own-files.js';
import type { HeadSeen, NamedHead } from './heads.js';

function pathIn(dataFolder: string): string {
  return join(dataFolder, 'signed-heads');
}

function lineOf(text: string): NamedHead | null {
  const [number = '', sha256 = ''] = text.split(' ');
  return number !== '' && Number.isSafeInteger(Number(number)) && sha256.length === 64
    ? { number: Number(number), sha256 }
    : null;
}

/** Every head that was seen here; a line that was cut off by a kill counts for nothing. */
export function witnessed(dataFolder: string): readonly NamedHead[] {
  try {
    return readFileSync(pathIn(dataFolder), 'utf8')
      .split('\n')
      .map(lineOf)
      .filter((one) => one !== null);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
    throw problem;
  }
}

export interface Witness {
  /** The number of the newest head that was seen. */
  readonly newest: () => number;
  see(head: HeadSeen): void;
}

export function openWitness(dataFolder: string): Witness {
  const known = witnessed(dataFolder);
  let newest = known.reduce((most, { number }) => Math.max(most, number), 0);
  let last = known.at(-1)?.sha256 ?? null;
  return {
    newest: () => newest,
    see({ number, sha256, signed_at }) {
      if (sha256 === last) return;
      mkdirSync(dataFolder, { recursive: true });
      // Begins with a line feed: a line that a kill cut off does not swallow the next.
      appendFileSync(pathIn(dataFolder), `\n${number} ${sha256} ${signed_at.toISOString()}`, { mode: 0o600 });
      giveToFolderOwner(pathIn(dataFolder));
      newest = Math.max(newest, number);
      last = sha256;
    },
  };
}
