/** A charter that has begun, with a code for a class: what the tests of charters and of writing together begin with. */
import assert from 'node:assert/strict';
import { type Gates, nobody, type Standing, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { publishFramework, recordFramework, templates } from '#rooms/ground/frameworks/index.js';
import type { Who } from '#rooms/ground/people/index.js';
import { recordCharter, recordStage } from '../acts.js';
import { recordCode } from '../codes.js';
import { charterOf, clausesOf } from '../lookups.js';
import { body as bodyOfKind, day } from '#test/leads.js';
import { codeOpens, takeSeat } from '#rooms/promised/together/index.js';
import type { CharterDraft, ClauseDraft } from '../words.js';

export const site = 'https://kept.example';

export const today = '2026-11-26';

export const refused = { code: '42501' };

export const draft: CharterDraft = {
  title: 'Our charter',
  intro: 'We wrote it.',
  framework: '',
  choose: null,
  safeguarding: 'the safeguarding lead',
  safeguardingEmail: 'dsl@example.org',
};

export const clause: ClauseDraft = {
  heading: '',
  theme: 'active-citizens',
  aim: 'ask before a rule changes',
  steps: ['putting it to each class'],
  effectVerb: 'can',
  effect: 'see what changed',
  owner: null,
  due: null,
  easy: [],
};

/** A school and its lead, who acts today where no other day is said. */
interface School {
  readonly id: string;
  readonly standing: Standing;
  act<T>(work: (write: Write, who: Who) => Promise<T>, iso?: string): Promise<T>;
}

export async function body(write: Write, gates: Gates): Promise<School> {
  const { id, standing, act } = await bodyOfKind(write, gates, 'school');
  return { id, standing, act: (work, iso = today) => act(iso, work) };
}

export const certain = <T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T => {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
};

interface Begun {
  readonly school: School;
  readonly slug: string;
  readonly charter: string;
  readonly clauses: readonly string[];
  readonly code: string;
  /** At the door: without an account or an organisation. */
  door<T>(work: (write: Write) => Promise<T>): Promise<T>;
  seat(): Promise<string>;
  /** The name of the open vote. */
  vote(): Promise<string>;
}

export async function begun(
  write: Write,
  gates: Gates,
  more: Partial<CharterDraft> = {},
  stage: 'suggestions' | 'discussion' | 'vote' = 'suggestions',
): Promise<Begun> {
  const school = await body(write, gates);
  const framework = await school.act(async (inside, who) => {
    const { kind, draft: shipped } = templates['inclusion-charter'];
    const { id, slug } = await recordFramework(inside, who, kind, {
      ...shipped,
      name: `Framework ${who.organisation}`,
    });
    certain(await publishFramework(inside, who, id));
    return slug;
  });
  const { slug } = certain(
    await school.act((inside, who) =>
      recordCharter(inside, who, { ...draft, framework, ...more }, [
        clause,
        { ...clause, aim: 'open the hall at lunch', steps: [], theme: null },
      ]),
    ),
  );
  certain(await school.act((inside, who) => recordStage(inside, who, slug, stage, null)));
  const { code } = certain(
    await school.act((inside, who) =>
      recordCode(inside, who, slug, { label: 'Year 4', seats: 40, shared: false, expires: '2026-12-10' }),
    ),
  );
  const charter = (await school.act((inside, who) => charterOf(inside, who.organisation, slug)))?.id ?? '';
  const clauses = (await school.act((inside, who) => clausesOf(inside, who.organisation, charter))).map(({ id }) => id);
  const door = <T>(work: (inside: Write) => Promise<T>): Promise<T> => gates.work.write(nobody, work);
  return {
    school,
    slug,
    charter,
    clauses,
    code,
    door,
    seat: async () => certain(await door((inside) => takeSeat(inside, code, day(today)))),
    vote: async () => (await door((inside) => codeOpens(inside, code, day(today))))?.vote ?? newId(),
  };
}
