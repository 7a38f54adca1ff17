/** Organisations with a lead who acts on a day, and promises of theirs, for the tests of this room. */
import assert from 'node:assert/strict';
import type { Gates, Standing, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { answerNaming, namedByOthers, type OrganisationKind } from '#rooms/ground/people/index.js';
import { agreePromise, recordPromise } from '../acts.js';
import type { PromiseDraft } from '../words.js';

export const site = 'https://kept.example';
export const day = (iso: string): Date => new Date(`${iso}T10:00:00Z`);

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

export interface Body {
  readonly id: string;
  readonly slug: string;
  readonly standing: Standing;
  /** Acts as its lead on a day. */
  act<T>(
    iso: string,
    work: (
      write: Write,
      who: { readonly organisation: string; readonly account: string; readonly now: Date },
    ) => Promise<T>,
  ): Promise<T>;
}

let count = 0;
export async function body(
  write: Write,
  gates: Gates,
  kind: OrganisationKind,
  more: { readonly part_of?: string } = {},
): Promise<Body> {
  const [id, account] = [newId(), newId()];
  const slug = `${kind}-${process.pid}-${(count += 1)}`;
  await write
    .insertInto('record.organisation')
    .values({ id, slug, name: `The ${kind} ${count}`, kind, ...more })
    .execute();
  await write
    .insertInto('record.account')
    .values({
      id: account,
      email: `${slug}@example.org`,
      name: 'A lead',
      persona: null,
      created_at: day('2026-01-01'),
      closed_at: null,
    })
    .execute();
  await write
    .insertInto('record.account_role')
    .values({ account, organisation: id, board: null, role: 'lead' })
    .execute();
  const standing: Standing = { account, organisation: id, boards: '*' };
  return {
    id,
    slug,
    standing,
    act: (iso, work) =>
      gates.work.write(standing, (inside) => work(inside, { organisation: id, account, now: day(iso) })),
  };
}

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
