/** Children who answer: each sends the same until somebody says thank you, to whichever of the addresses is next, as behind a proxy. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '#kit/database.js';
import { codeHash } from '#rooms/heard/taking-part/codes.js';
import { asOwner } from '../src/app/owner.js';

export interface Class {
  readonly acknowledged: ReadonlySet<string>;
  /** Tries that were cut off or answered "come again", and were sent again. */
  again(): number;
  /** Waits until so many more than now were thanked. */
  thanks(more: number): Promise<void>;
  end(): Promise<void>;
}

export function answering(
  addresses: () => readonly string[],
  { survey, code }: { readonly survey: string; readonly code: string },
  children: number,
): Class {
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  let [again, next, going] = [0, 0, true];
  async function child(): Promise<void> {
    while (going) {
      const seat = randomBytes(32).toString('base64url');
      const body = JSON.stringify({
        survey,
        code,
        seat,
        submission: randomBytes(16).toString('base64url'),
        audience: 'student primary',
        language: 'en',
        given: {},
      });
      for (;;) {
        const urls = addresses();
        const url = urls[(next += 1) % Math.max(1, urls.length)];
        try {
          if (url === undefined) throw new Error('nobody is there');
          const answer = await fetch(`${url}/take/answers`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
            signal: AbortSignal.timeout(20_000),
          });
          const said = await answer.text();
          if (answer.status === 200) {
            acknowledged.add(seat);
            break;
          }
          if (answer.status !== 503 && answer.status !== 429) faults.push(`${answer.status} ${said.slice(0, 200)}`);
        } catch {
          // The connection broke: it may have arrived or not.
        }
        again += 1;
        if (!going) return;
        await pause(30);
      }
    }
  }
  const all = Array.from({ length: children }, child);
  return {
    acknowledged,
    again: () => again,
    async thanks(more) {
      const wanted = acknowledged.size + more;
      for (let tries = 0; acknowledged.size < wanted; tries += 1) {
        if (tries >= 6_000 || faults.length > 0) {
          going = false;
          assert.fail(`answers are not taken (${acknowledged.size} of ${wanted}; ${faults.slice(0, 2).join(', ')})`);
        }
        await pause(20);
      }
    },
    async end() {
      going = false;
      await Promise.all(all);
      assert.deepEqual(faults.slice(0, 3), [], 'nobody heard anything but thank you, or "come again"');
    },
  };
}

/** Every acknowledged answer is there once, and besides them only what nobody heard of. */
export async function allAreThere(
  database: Pick<Database, 'admin' | 'roleSuffix' | 'key'>,
  way: { readonly survey: string; readonly id: string },
  acknowledged: ReadonlySet<string>,
  children: number,
): Promise<void> {
  const { rows: spent } = await asOwner(database, (write) =>
    sql<{ hash: Buffer }>`select hash from intake.spent where way_in = ${way.id}`.execute(write),
  );
  const { rows: kept } = await asOwner(database, (write) =>
    sql<{
      many: number;
    }>`select ((select count(*) from intake.inbox where survey = ${way.survey}) + (select count(*) from intake.answer
      where survey = ${way.survey}))::integer as many`.execute(write),
  );
  const there = new Set(spent.map(({ hash }) => hash.toString('hex')));
  const lost = [...acknowledged].filter(
    (seat) => !there.has(codeHash(database.key('intake codes'), seat).toString('hex')),
  );
  assert.deepEqual(lost, [], 'every acknowledged answer is there');
  assert.equal(kept[0]?.many, spent.length);
  assert.ok(spent.length <= acknowledged.size + children, `${spent.length} for ${acknowledged.size}`);
}
