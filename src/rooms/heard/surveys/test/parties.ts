/** An organisation that asks, a school that takes part and a stranger, each acting through the work gate; for tests. */
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Gates, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import {
  belongingAndSafety,
  type InstrumentContent,
  recordInstrument,
  sealInstrument,
} from '#rooms/heard/instruments/index.js';
import { openAccount, type Who } from '#rooms/ground/people/index.js';
import { beginSurvey, openSurvey, recordSheet, signSheet } from '../acts.js';
import { fullSheet } from '../fixtures.js';
import { sealedVersions, surveyAt } from '../lookups.js';
import { answerSetting, askSetting } from '../settings.js';

export const now = new Date('2026-11-30T10:00:00Z');
export const key = Buffer.alloc(32, 7);
export const site = 'https://kept.example';
export const mine = {
  answer: 'takes part',
  turnTo: 'Ms Khan',
  roll: [{ audience: 'student primary', eligible: 200, optedOut: 4 }],
} as const;

export interface Party {
  readonly organisation: string;
  readonly account: string;
  readonly act: <T>(work: (inside: Write, who: Who) => Promise<T>, at?: Date) => Promise<T>;
}

export async function party(write: Write, gates: Gates, name: string): Promise<Party> {
  const organisation = newId();
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: `${name}-${organisation}`, name: `${name} of tests`, kind: 'school' })
    .execute();
  const account = await openAccount(
    write,
    {
      email: `${name}-${organisation}@example.org`,
      name: `Lead of ${name}`,
      persona: null,
      organisation,
      role: 'lead',
    },
    now,
  );
  return {
    organisation,
    account,
    act: (work, at = now) =>
      gates.work.write({ account, organisation, boards: '*' }, (inside) =>
        work(inside, { organisation, account, now: at }),
      ),
  };
}

export const good = <T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T => {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
};
export const problem = (answer: { readonly ok: boolean; readonly problem?: unknown }) =>
  answer.ok ? null : answer.problem;

export async function begun(
  write: Write,
  gates: Gates,
  content: InstrumentContent = belongingAndSafety,
  recordings: readonly Buffer[] = [],
) {
  const [asker, school, stranger] = [
    await party(write, gates, 'asker'),
    await party(write, gates, 'school'),
    await party(write, gates, 'stranger'),
  ];
  await asker.act(async (inside, who) => {
    const address = await recordInstrument(inside, who, content);
    for (const bytes of recordings)
      await sql`insert into record.instrument_sound (organisation, instrument, sha256, type, bytes)
        select organisation, id, encode(sha256(${bytes}), 'hex'), 'audio/mpeg', ${bytes} from record.instrument
        where organisation = ${who.organisation} and slug = ${address}`.execute(inside);
    good(await sealInstrument(inside, who, address));
  });
  const [version] = await asker.act((inside, who) => sealedVersions(inside, who.organisation));
  assert.ok(version);
  const draft = {
    name: 'Autumn',
    instrument: version.instrument,
    version: 1,
    audiences: ['student primary', 'educator'] as const,
    languages: ['en', 'cy', 'ar'],
    opensOn: '2026-11-30',
    closesOn: '2026-12-18',
  };
  const slug = good(await asker.act((inside, who) => beginSurvey(inside, who, draft)));
  const id = (await asker.act((inside, who) => surveyAt(inside, who.organisation, slug)))?.id ?? '';
  return { asker, school, stranger, draft, slug, id };
}

export async function opened(
  write: Write,
  gates: Gates,
  openLink = false,
  content: InstrumentContent = belongingAndSafety,
  recordings: readonly Buffer[] = [],
) {
  const made = await begun(write, gates, content, recordings);
  const { asker, school, slug, id } = made;
  good(await asker.act((inside, who) => recordSheet(inside, who, slug, { ...fullSheet, openLink }, [asker.account])));
  good(await asker.act((inside, who) => askSetting(inside, who, slug, school.organisation, site)));
  good(await school.act((inside, who) => answerSetting(inside, who, id, school.organisation, mine)));
  good(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'data protection officer')));
  good(await asker.act((inside, who) => openSurvey(inside, who, slug)));
  return made;
}
