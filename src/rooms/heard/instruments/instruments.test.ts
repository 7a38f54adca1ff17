import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Gates, Standing, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { rolledBack } from '#test/house.js';
import { recordInstrument, recordInstrumentDraft, recordSound, sealInstrument } from './acts.js';
import { codebookCsv } from './codebook.js';
import { instrumentRecord, instrumentsOf, soundBytes, soundsOf } from './lookups.js';
import { belongingAndSafety } from './templates/belonging-and-safety.js';

const now = new Date('2026-11-30T10:00:00Z');

async function programme(write: Write, gates: Gates, slug: string) {
  const [organisation, account] = [newId(), newId()];
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: `${slug}-${process.pid}`, name: slug, kind: 'programme' })
    .execute();
  const standing: Standing = { account, organisation, boards: '*' };
  return {
    organisation,
    act: <T>(
      work: (
        inside: Write,
        who: { readonly organisation: string; readonly account: string; readonly now: Date },
      ) => Promise<T>,
    ): Promise<T> => gates.work.write(standing, (inside) => work(inside, { organisation, account, now })),
  };
}

void test('an instrument is begun, sealed, changed and sealed again; what was sealed stays', () =>
  rolledBack(async (write, { gates }) => {
    const { organisation, act } = await programme(write, gates, 'programme');
    const slug = await act((inside, who) => recordInstrument(inside, who, belongingAndSafety));
    assert.equal(slug, 'belonging-and-safety-at-school');
    assert.equal(
      await act((inside, who) => recordInstrument(inside, who, belongingAndSafety)),
      `${slug}-2`,
      'the same title has an address of its own',
    );
    assert.deepEqual(await act((inside, who) => sealInstrument(inside, who, slug)), { ok: true, value: 1 });
    assert.deepEqual(await act((inside, who) => sealInstrument(inside, who, slug)), {
      ok: false,
      problem: { code: 'nothing changed' },
    });
    const fewer = {
      ...belongingAndSafety,
      title: {},
      items: belongingAndSafety.items.filter(({ key }) => key !== 'years-here'),
    };
    await act((inside, who) => recordInstrumentDraft(inside, who, slug, fewer));
    assert.deepEqual(await act((inside, who) => sealInstrument(inside, who, slug)), { ok: true, value: 2 });
    await act((inside, who) => recordInstrumentDraft(inside, who, slug, belongingAndSafety));
    const again = await act((inside, who) => sealInstrument(inside, who, slug));
    assert.deepEqual(again, {
      ok: false,
      problem: { code: 'faults', faults: [{ item: 'years-here', code: 'key given again' }] },
    });
    const found = await act((inside) => instrumentRecord(inside, organisation, slug));
    assert.deepEqual(
      found?.versions.map(({ number, content, sealed_on }) => [number, content.items.length, content.title, sealed_on]),
      [
        [1, belongingAndSafety.items.length, belongingAndSafety.title, '2026-11-30'],
        [2, belongingAndSafety.items.length - 1, belongingAndSafety.title, '2026-11-30'],
      ],
    );
    await assert.rejects(
      act((inside) =>
        sql`update record.instrument_version set content = '{}' where instrument = ${found?.id}`.execute(inside),
      ),
      { code: '42501' },
    );
    await assert.rejects(
      act((inside) => sql`delete from record.instrument_version where instrument = ${found?.id}`.execute(inside)),
      { code: '42501' },
    );
    const { rows } = await sql<{
      verb: string;
    }>`select verb from kit.journal where scope = ${organisation} and kind = 'instrument' and thing = ${slug} order by number`.execute(
      write,
    );
    assert.deepEqual(
      rows.map(({ verb }) => verb),
      ['record', 'agree', 'record', 'agree', 'record'],
    );
  }));

void test('another organisation sees and changes nothing of it', () =>
  rolledBack(async (write, { gates }) => {
    const [one, other] = [await programme(write, gates, 'one'), await programme(write, gates, 'other')];
    const slug = await one.act((inside, who) => recordInstrument(inside, who, belongingAndSafety));
    assert.deepEqual(await other.act((inside) => instrumentsOf(inside, one.organisation)), []);
    assert.equal(await other.act((inside) => instrumentRecord(inside, one.organisation, slug)), undefined);
    assert.deepEqual(
      await other.act((inside, who) => sealInstrument(inside, { ...who, organisation: one.organisation }, slug)),
      { ok: false, problem: { code: 'not there' } },
    );
    await assert.rejects(
      other.act((inside, who) =>
        recordInstrument(inside, { ...who, organisation: one.organisation }, belongingAndSafety),
      ),
      { code: '42501' },
    );
  }));

void test('the codebook has every option of every item with its words in each language', () => {
  const lines = codebookCsv(belongingAndSafety).trimEnd().split('\r\n');
  const options = belongingAndSafety.items.reduce(
    (sum, { kind, options: own }) => sum + (kind === 'yes or no' ? 4 : Math.max(1, own.length)),
    0,
  );
  assert.equal(lines.length, 1 + options);
  assert.match(lines[0] ?? '', /^position,item,kind,option,missing,at most,.*words \(en\),words \(cy\),words \(ar\)/);
  assert.ok(lines.some((line) => line.startsWith('3,belonging,choice,dont-know,don’t know,')));
  assert.ok(lines.some((line) => line.includes('what-changed,short text,,,,,,,something-changed: yes,')));
});

void test('a recording that a sealed version names is removed by nobody, changed by nobody, and seen by no other organisation', () =>
  rolledBack(async (write, { gates }) => {
    const [one, other] = [await programme(write, gates, 'one'), await programme(write, gates, 'other')];
    const slug = await one.act((inside, who) => recordInstrument(inside, who, belongingAndSafety));
    const before = await one.act((inside) => instrumentRecord(inside, one.organisation, slug));
    assert.ok(before);
    const place = { item: 'safe', audience: null, language: 'cy' } as const;
    const bytes = new TextEncoder().encode('ID3 of a voice');
    const added = await one.act((inside, who) =>
      recordSound(inside, who, slug, before.changed_at.toISOString(), place, { type: 'audio/mpeg', bytes }),
    );
    assert.deepEqual(added, { ok: true, value: null });
    assert.deepEqual(
      await one.act((inside, who) =>
        recordSound(inside, who, slug, before.changed_at.toISOString(), place, { type: 'audio/mpeg', bytes }),
      ),
      { ok: false, problem: 'changed meanwhile' },
    );
    await one.act((inside, who) => sealInstrument(inside, who, slug));
    const [sound, ...rest] = await one.act((inside) => soundsOf(inside, one.organisation, before.id, 1));
    assert.ok(sound);
    assert.deepEqual([rest, sound.item, sound.language, sound.audience], [[], 'safe', 'cy', null]);
    assert.deepEqual(
      Buffer.from(
        (await one.act((inside) => soundBytes(inside, one.organisation, before.id, sound.sha256)))?.bytes ?? [],
      ),
      Buffer.from(bytes),
    );
    await one.act((inside, who) =>
      recordInstrumentDraft(inside, who, slug, {
        ...belongingAndSafety,
        items: belongingAndSafety.items.filter(({ key }) => key !== 'safe'),
      }),
    );
    assert.ok(
      await one.act((inside) => soundBytes(inside, one.organisation, before.id, sound.sha256)),
      'left out of the draft, kept for the version',
    );
    await assert.rejects(
      one.act((inside) => sql`delete from record.instrument_sound where instrument = ${before.id}`.execute(inside)),
      { code: '42501' },
    );
    await assert.rejects(
      one.act((inside) =>
        sql`update record.instrument_sound set type = 'audio/ogg' where instrument = ${before.id}`.execute(inside),
      ),
      { code: '42501' },
    );
    assert.equal(await other.act((inside) => soundBytes(inside, one.organisation, before.id, sound.sha256)), undefined);
    assert.deepEqual(await other.act((inside) => soundsOf(inside, one.organisation, before.id, 1)), []);
  }));
