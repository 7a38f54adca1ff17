/** What one rule of retention deletes on a day, without its two steps: those are tested once, in src/kit/retention. */
import assert from 'node:assert/strict';
import type { Write } from '#kit/db/gate.js';
import type { Retention } from '#kit/retention/retention.js';

export async function forgetDue(
  write: Write,
  entries: readonly Retention[],
  name: string,
  today: string,
): Promise<readonly string[]> {
  const entry = entries.find((one) => one.name === name);
  assert.ok(entry && !('atOnce' in entry), name);
  const due = await entry.due(write, today);
  for (const { until } of due) assert.ok(until < today, until);
  const things = due.map(({ thing }) => thing);
  return things.length === 0 ? [] : entry.forget(write, things, today);
}

/** What may go by the clock alone. */
export async function forgetNow(write: Write, entries: readonly Retention[], name: string, now: Date): Promise<void> {
  const entry = entries.find((one) => one.name === name);
  assert.ok(entry && 'atOnce' in entry, name);
  await entry.forgetNow(write, now);
}
