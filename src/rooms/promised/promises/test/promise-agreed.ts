/** Promises of an organisation, for the tests of this room. */
import assert from 'node:assert/strict';
import { answerNaming, namedByOthers } from '#rooms/ground/people/index.js';
import { type Gates, nobody, type Read } from '#kit/db/gate.js';
import type { Body } from '#test/leads.js';
import { agreePromise, recordEnd, recordPromise } from '../acts.js';
import { publishedPromise } from '../published.js';
import type { PromiseDraft } from '../words.js';

export const site = 'https://kept.example';

export const draft: PromiseDraft = {
  framework: 'inclusion-charter',
  theme: 'active-citizens',
  charter: null,
  aim: 'We will ask every class before a rule changes.',
  steps: ['by putting the question to each class', 'writing up what was said'],
  effectVerb: 'can',
  effect: 'So, you can see what your words changed',
  owner: 'Deputy head',
  starts: null,
  due: '2026-12-01',
  measure: 'Every change of a rule names the question',
  board: null,
  source: null,
};

/** Says yes wherever others name a board of this organisation. */
export async function saidYes(by: Body): Promise<void> {
  await by.act('2026-01-11', async (inside, who) => {
    for (const { id } of (await namedByOthers(inside, by.id, {}, 99)).rows) await answerNaming(inside, who, id, 'yes');
  });
}

export async function agreed(
  by: Body,
  more: Partial<PromiseDraft> = {},
  on = '2026-01-10',
): Promise<{ readonly id: string; readonly slug: string }> {
  const made = await by.act(on, (write, who) => recordPromise(write, who, { ...draft, ...more }));
  const answer = await by.act(on, (write, who) =>
    agreePromise(write, who, made.id, { by: 'Governing body', link: null, on }, site),
  );
  assert.deepEqual(answer, { ok: true, value: null });
  return made;
}

export const evidence = {
  kind: 'document',
  title: 'The list of questions',
  url: 'https://school.example/questions',
  dated: '2026-05-01',
  strength: 'shown',
} as const;

/** Verb, reason and detail of each line about a thing, oldest first. */
export async function lines(read: Read, thing: string): Promise<readonly unknown[]> {
  const rows = await read
    .selectFrom('kit.journal')
    .select(['scope', 'who', 'verb', 'kind', 'why', 'detail'])
    .where('thing', '=', thing)
    .orderBy('at')
    .orderBy('number')
    .execute();
  return rows.map(({ verb, kind, why, detail }) => [verb, kind, why, detail]);
}

export const seen = (gates: Gates, slug: string) => gates.public.read(nobody, (read) => publishedPromise(read, slug));

export const reason = { kind: 'money', words: 'The grant ended.' } as const;

export const ends = (by: Body, id: string, on: string, more: Partial<Parameters<typeof recordEnd>[3]> = {}) =>
  by.act(on, (write, who) =>
    recordEnd(write, who, id, { state: 'kept', on, by: 'Head', reason: null, replacement: null, ...more }),
  );
