import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { runDaily } from '#kit/daily/daily.js';
import { newId } from '#kit/id.js';
import { belongingAndSafety, type InstrumentContent, type Texts } from '#rooms/heard/instruments/index.js';
import { receivedBySetting } from '#rooms/heard/taking-part/index.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { askAgain, closeSurvey, moveLastDay, openSurvey, recordDesign, recordSheet, signSheet } from './acts.js';
import { endSurveys } from './daily.js';
import { fullSheet } from './fixtures.js';
import { organisationsNamed, settingsOf, surveyAt, surveysOf, waysIn } from './lookups.js';
import { answerSetting, askSetting } from './settings.js';
import { begun, good, key, mine, now, opened, type Party, problem, site } from './test/parties.js';
import { endWay, openCards, openWay, raisePlaces } from './ways-in.js';

void test('opening is refused with each missing piece, and signing again is needed after a change', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, slug, id, draft } = await begun(write, gates);
    const opening = async () => problem(await asker.act((inside, who) => openSurvey(inside, who, slug)));
    const missing = async () => {
      const found = await opening();
      return typeof found === 'object' && found !== null && 'missing' in found ? found.missing : found;
    };
    assert.deepEqual(await missing(), [
      'purpose',
      'why',
      'basis',
      'contact',
      'tables',
      'reviewers',
      'way',
      'signature',
    ]);
    assert.deepEqual(problem(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'lead'))), {
      code: 'signed too early',
    });
    good(await asker.act((inside, who) => recordSheet(inside, who, slug, fullSheet, [school.account])));
    assert.deepEqual(
      await missing(),
      ['reviewers', 'way', 'signature'],
      'somebody of another organisation is no reviewer',
    );
    good(await asker.act((inside, who) => recordSheet(inside, who, slug, fullSheet, [asker.account])));
    assert.deepEqual(await missing(), ['way', 'signature']);
    good(await asker.act((inside, who) => askSetting(inside, who, slug, school.organisation, site)));
    assert.deepEqual(await missing(), ['way', 'signature']);
    good(
      await school.act((inside, who) =>
        answerSetting(inside, who, id, school.organisation, { ...mine, answer: 'does not' }),
      ),
    );
    assert.deepEqual(await missing(), ['way', 'signature']);
    good(await school.act((inside, who) => answerSetting(inside, who, id, school.organisation, mine)));
    good(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'lead')));
    good(await asker.act((inside, who) => recordDesign(inside, who, slug, { ...draft, languages: ['en'] })));
    assert.deepEqual(await missing(), ['signature void']);
    good(await asker.act((inside, who) => recordDesign(inside, who, slug, draft)));
    good(
      await asker.act((inside, who) =>
        recordSheet(inside, who, slug, { ...fullSheet, retention: 36 }, [asker.account]),
      ),
    );
    assert.deepEqual(await missing(), ['signature void']);
    good(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'lead')));
    good(await asker.act((inside, who) => recordDesign(inside, who, slug, { ...draft, opensOn: null })));
    assert.deepEqual(await missing(), ['days'], 'days are no part of what is signed');
    good(await asker.act((inside, who) => recordDesign(inside, who, slug, draft)));
    assert.equal(await opening(), null);
    const survey = await asker.act((inside, who) => surveyAt(inside, who.organisation, slug));
    assert.deepEqual(
      [survey?.stage, survey?.asked?.audiences, survey?.asked?.languages, survey?.closesOn],
      ['open', ['student primary', 'educator'], ['en', 'cy', 'ar'], '2026-12-18'],
    );
    for (const act of [
      () => recordDesign(write, { ...asker, now }, slug, draft),
      () => recordSheet(write, { ...asker, now }, slug, fullSheet, []),
      () => signSheet(write, { ...asker, now }, slug, 'Ann', 'lead'),
      () => openSurvey(write, { ...asker, now }, slug),
    ])
      assert.deepEqual(problem(await act()), { code: 'not draft' });
    const { rows } = await sql<{
      verb: string;
    }>`select verb from kit.journal where scope = ${asker.organisation} and kind = 'survey' order by number`.execute(
      write,
    );
    assert.ok(['record', 'invite', 'agree', 'publish'].every((verb) => rows.some((row) => row.verb === verb)));
  }));

void test('another organisation sees nothing of it; a setting sees it, changes nothing of it, and sees no other setting', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, stranger, slug, id, draft } = await begun(write, gates);
    const sees = (who: Party) => who.act((inside, me) => surveyAt(inside, me.organisation, id));
    assert.equal(await sees(stranger), undefined);
    assert.equal(await sees(school), undefined, 'before it is asked');
    assert.deepEqual(
      problem(await stranger.act((inside, who) => answerSetting(inside, who, id, stranger.organisation, mine))),
      { code: 'not there' },
    );
    // Nobody asks themselves in, whatever a page tries.
    const inserting = stranger.act((inside) =>
      inside
        .insertInto('record.survey_setting')
        .values({
          organisation: asker.organisation,
          survey: id,
          setting: stranger.organisation,
          turn_to: null,
          invited_on: '2026-11-30',
          answer: null,
          answered_on: null,
        })
        .execute(),
    );
    await assert.rejects(inserting, { code: '42501' });
    const way = stranger.act((inside) =>
      inside
        .insertInto('record.way_in')
        .values({
          organisation: asker.organisation,
          survey: id,
          id: newId(),
          setting: stranger.organisation,
          audience: 'educator',
          kind: 'open link',
          label: 'x',
          places: null,
          code: null,
          opened_on: '2026-11-30',
          ends_at: null,
          closed_on: null,
        })
        .execute(),
    );
    await assert.rejects(way, { code: '42501' });
    good(await asker.act((inside, who) => askSetting(inside, who, slug, school.organisation, site)));
    good(await asker.act((inside, who) => askSetting(inside, who, slug, asker.organisation, site)));
    assert.deepEqual(problem(await asker.act((inside, who) => askSetting(inside, who, slug, newId(), site))), {
      code: 'not there',
    });
    assert.equal((await sees(school))?.content.items.length, belongingAndSafety.items.length);
    assert.deepEqual((await sees(school))?.reviewers, []);
    assert.deepEqual(
      (await school.act((inside) => settingsOf(inside, id))).map(({ name }) => name),
      ['school of tests'],
    );
    assert.deepEqual(
      (await asker.act((inside) => settingsOf(inside, id))).map(({ name }) => name),
      ['asker of tests', 'school of tests'],
    );
    assert.deepEqual(
      (await school.act((inside, who) => surveysOf(inside, who.organisation, {}, 9))).rows.map(
        ({ name, asker: from, address }) => [name, from, address],
      ),
      [['Autumn', 'asker of tests', id]],
    );
    const named = async (by: Party) =>
      Object.values(
        (
          await by.act((inside) =>
            sql<
              Record<string, string | null>
            >`select record.survey_asker(${id}) as asker, record.survey_setting_name(${id}, ${school.organisation}) as
              own, record.survey_setting_name(${id}, ${asker.organisation}) as other`.execute(inside),
          )
        ).rows[0] ?? {},
      );
    assert.deepEqual(await named(asker), ['asker of tests', 'school of tests', 'asker of tests']);
    assert.deepEqual(await named(school), ['asker of tests', 'school of tests', null]);
    assert.deepEqual(await named(stranger), [null, null, null], 'with SQL of its own either');
    for (const act of [
      () => recordDesign(write, { ...school, now }, id, draft),
      () => openSurvey(write, { ...school, now }, id),
      () => askSetting(write, { ...school, now }, id, stranger.organisation, site),
      () => askAgain(write, { ...school, now }, id),
    ])
      assert.deepEqual(problem(await act()), { code: 'not there' });
    await assert.rejects(
      school.act((inside) => sql`update record.survey set name = 'Mine' where id = ${id}`.execute(inside)),
      { code: '42501' },
    );
    await assert.rejects(
      school.act((inside) =>
        sql`update record.survey set organisation = ${school.organisation} where id = ${id}`.execute(inside),
      ),
    );
    assert.equal(
      (
        await school.act((inside) =>
          sql`update record.survey_setting set answer = 'does not' where survey = ${id} and setting = ${asker.organisation} returning 1`.execute(
            inside,
          ),
        )
      ).rows.length,
      0,
    );
    assert.deepEqual(
      problem(await school.act((inside, who) => answerSetting(inside, who, id, asker.organisation, mine))),
      { code: 'not there' },
    );
    // The organisation that asks answers for a setting that told it by telephone.
    good(await asker.act((inside, who) => answerSetting(inside, who, slug, school.organisation, mine)));
    assert.deepEqual((await school.act((inside) => settingsOf(inside, id)))[0]?.roll, mine.roll);
    assert.deepEqual(await stranger.act((inside) => organisationsNamed(inside, 'sc')), [], 'too few letters');
    assert.ok(
      (await stranger.act((inside) => organisationsNamed(inside, 'School of'))).some(
        (found) => found.id === school.organisation,
      ),
    );
    const letters = (await waitingLetters(write)).filter(({ organisation }) => organisation === asker.organisation);
    assert.equal(letters.length, 1, 'nobody writes to themselves');
    assert.match(letters[0]?.body ?? '', new RegExp(`asker of tests asks you.*${site}/work/surveys/${id}`, 's'));
  }));

void test('ways in: by those who take part, within limits, and shut', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, stranger, slug, id } = await opened(write, gates);
    const session = {
      kind: 'class session',
      setting: school.organisation,
      audience: 'student primary',
      label: 'Year 5',
      places: 30,
      minutes: 60,
    } as const;
    const { id: way } = good(await school.act((inside, who) => openWay(inside, who, key, id, session, 'BCDFGHJK')));
    const refusals = [
      [await stranger.act((inside, who) => openWay(inside, who, key, id, session)), 'not there'],
      [
        await school.act((inside, who) => openWay(inside, who, key, id, { ...session, setting: asker.organisation })),
        'not there',
      ],
      [
        await school.act((inside, who) => openWay(inside, who, key, id, { ...session, audience: 'school leader' })),
        'no such audience',
      ],
      [await school.act((inside, who) => openWay(inside, who, key, id, { ...session, places: 2001 })), 'too many'],
      [
        await asker.act((inside, who) =>
          openWay(inside, who, key, slug, {
            ...session,
            kind: 'open link',
            setting: null,
            places: null,
            minutes: null,
          }),
        ),
        'no open link',
      ],
      [
        await asker.act((inside, who) =>
          openCards(inside, who, key, slug, { ...session, kind: 'cards', places: 501, minutes: null }),
        ),
        'too many',
      ],
    ] as const;
    for (const [answer, code] of refusals) assert.deepEqual(problem(answer), { code });
    good(await school.act((inside, who) => raisePlaces(inside, who, id, way, 32)));
    assert.deepEqual(problem(await school.act((inside, who) => raisePlaces(inside, who, id, way, 10))), {
      code: 'too many',
    });
    assert.deepEqual(problem(await stranger.act((inside, who) => endWay(inside, who, id, way))), { code: 'not there' });
    const { id: other } = good(
      await school.act((inside, who) => openWay(inside, who, key, id, { ...session, label: 'Year 6' })),
    );
    good(await asker.act((inside, who) => endWay(inside, who, slug, way)));
    good(
      await school.act((inside, who) =>
        answerSetting(inside, who, id, school.organisation, { ...mine, answer: 'does not', sure: true }),
      ),
    );
    const { rows: shut } = await sql<{
      stopped: string;
    }>`select stopped from intake.way_in where way_in = ${other}`.execute(write);
    assert.deepEqual(shut, [{ stopped: 'paused' }], 'whoever no longer takes part has no way in left');
    assert.deepEqual(problem(await school.act((inside, who) => openWay(inside, who, key, id, session))), {
      code: 'does not take part',
    });
    assert.deepEqual(
      (await school.act((inside) => waysIn(inside, id))).map(({ label, places, code, closedOn }) => [
        label,
        places,
        code,
        closedOn,
      ])[0],
      ['Year 5', 32, 'BCDFGHJK', '2026-11-30'],
    );
    assert.deepEqual(await asker.act((inside) => receivedBySetting(inside, id)), [
      { setting: school.organisation, audience: 'student primary', least: 0 },
    ]);
    const { rows } = await sql<{
      detail: string;
    }>`select detail::text as detail from kit.journal where scope = ${school.organisation}`.execute(write);
    assert.ok(
      rows.every(({ detail }) => !detail.includes('Year 5') && !detail.includes(way)),
      'no line of the journal places a class in time',
    );
  }));

void test('whoever knows the id of a survey opens, prints and changes no way in: only who asks does, and a setting for itself while it takes part', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, stranger, slug, id } = await opened(write, gates);
    const open = (by: Party, setting: string | null, kind = 'cards') =>
      by
        .act((inside) =>
          sql<{
            opened: boolean;
            way: string;
          }>`with made as (select gen_random_uuid() as way)
            select way, record.open_way_in(${id}, way, ${setting}, 'educator', ${kind},
            ${kind === 'cards' ? null : randomBytes(32)}, 30, '{}', null) as opened from made`.execute(inside),
        )
        .then(({ rows }) => rows[0] ?? assert.fail());
    const cards = (by: Party, way: string) =>
      by.act((inside) => sql`select record.add_cards(${way}, ${[randomBytes(32)]}::bytea[])`.execute(inside));
    const change = (by: Party, way: string) =>
      by
        .act((inside) =>
          sql<{ changed: boolean }>`select record.change_way_in(${way}, 40, null, false) as changed`.execute(inside),
        )
        .then(({ rows }) => rows[0]?.changed);
    for (const setting of [stranger.organisation, school.organisation, asker.organisation, null])
      for (const kind of ['cards', 'class session', 'open link'])
        assert.equal((await open(stranger, setting, kind)).opened, false, `${kind} at ${setting}`);
    for (const setting of [stranger.organisation, asker.organisation, null])
      assert.equal((await open(school, setting)).opened, false, 'a setting opens for itself only');
    const own = await open(school, school.organisation);
    const askers = await open(asker, school.organisation);
    const everybodys = await open(asker, null);
    assert.deepEqual([own.opened, askers.opened, everybodys.opened], [true, true, true]);
    for (const { way } of [own, askers, everybodys]) {
      await assert.rejects(cards(stranger, way), { code: '42501' });
      assert.equal(await change(stranger, way), false);
    }
    await assert.rejects(cards(school, everybodys.way), { code: '42501' });
    assert.equal(await change(school, everybodys.way), false);
    await cards(school, own.way);
    assert.equal(await change(school, askers.way), true, 'a setting may end what was opened for it');
    // Asked and not answered, and answered with no.
    good(await asker.act((inside, who) => askSetting(inside, who, slug, stranger.organisation, site)));
    assert.equal((await open(stranger, stranger.organisation)).opened, false, 'asked is not yet taking part');
    good(
      await school.act((inside, who) =>
        answerSetting(inside, who, id, school.organisation, { ...mine, answer: 'does not', sure: true }),
      ),
    );
    assert.equal((await open(school, school.organisation)).opened, false);
    await assert.rejects(cards(school, own.way), { code: '42501' });
    assert.equal(await change(school, own.way), false, 'what is shut stays shut');
    assert.equal(await change(asker, own.way), true);
  }));

void test('raw answers are kept for the months of the data sheet, counted from the last day; when it moves, never longer than was signed', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, slug, id } = await opened(write, gates);
    const kept = () =>
      sql<{ until: string }>`select keep_until::text as until from intake.survey where survey = ${id}`
        .execute(write)
        .then(({ rows }) => rows[0]?.until);
    assert.equal(await kept(), '2028-12-18');
    good(await asker.act((inside, who) => moveLastDay(inside, who, slug, '2026-12-20')));
    good(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'lead')));
    assert.equal(await kept(), '2028-12-18', 'not for a later day');
    good(await asker.act((inside, who) => closeSurvey(inside, who, slug)));
    assert.equal(await kept(), '2028-11-28');
  }));

void test('with a survey its recordings open, those of its languages and no others, and nobody else copies any', () =>
  rolledBack(async (write, { gates }) => {
    const [read, unsaid, other] = [
      Buffer.from('read aloud in English'),
      Buffer.from('in a language that is not offered'),
      Buffer.from('of a question that is no more'),
    ];
    const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    const content: InstrumentContent = {
      ...belongingAndSafety,
      languages: [...belongingAndSafety.languages, 'fr'],
      items: belongingAndSafety.items.map((item) => {
        if (item.key !== 'belonging') return item;
        const texts: Texts = { ...item.texts, fr: 'Te sens-tu chez toi dans ton école ?' };
        return {
          ...item,
          texts,
          sounds: (
            [
              [read, 'en'],
              [unsaid, 'fr'],
            ] as const
          ).map(([bytes, language]) => ({
            audience: null,
            language,
            type: 'audio/mpeg' as const,
            sha256: digest(bytes),
            words: texts[language] ?? '',
          })),
        };
      }),
    };
    const { asker, stranger, id } = await opened(write, gates, false, content, [read, unsaid, other]);
    const copies = () =>
      sql<{ sha256: string; bytes: Buffer }>`select sha256, bytes from intake.sound where survey = ${id}`
        .execute(write)
        .then(({ rows }) => rows);
    assert.deepEqual(
      (await copies()).map(({ sha256, bytes }) => [sha256, bytes.toString()]),
      [[digest(read), read.toString()]],
    );
    await sql`delete from intake.sound`.execute(write);
    const { instrument } = await write
      .selectFrom('record.survey')
      .select('instrument')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await stranger.act((inside) => sql`select record.copy_sounds(${id}, ${instrument})`.execute(inside));
    assert.deepEqual(await copies(), []);
    await asker.act((inside) =>
      sql`select record.copy_sounds(${id}, ${instrument}), record.copy_sounds(${id}, ${instrument})`.execute(inside),
    );
    assert.equal((await copies()).length, 1);
  }));

void test('codes of cards are in no table', () =>
  rolledBack(async (write, { gates }) => {
    const { school, id } = await opened(write, gates);
    const { codes } = good(
      await school.act((inside, who) =>
        openCards(inside, who, key, id, {
          kind: 'cards',
          setting: school.organisation,
          audience: 'educator',
          label: 'Staff',
          places: 40,
          minutes: null,
        }),
      ),
    );
    assert.equal(new Set(codes).size, 40);
    const { rows: tables } = await sql<{
      name: string;
    }>`select format('%I.%I', n.nspname, c.relname) as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
      and n.nspname in ('record', 'intake', 'kit', 'published')`.execute(write);
    assert.ok(tables.length > 50);
    for (const { name } of tables) {
      const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(write);
      const text = rows
        .map(({ line }) => line)
        .join('\n')
        .toUpperCase();
      for (const code of codes)
        assert.ok(!text.includes(code) && !text.includes(Buffer.from(code).toString('hex').toUpperCase()), name);
    }
    const { rows } = await sql<{
      many: number;
    }>`select count(*)::integer as many from intake.pass p join intake.way_in w on w.way_in = p.way_in where w.survey = ${id}`.execute(
      write,
    );
    assert.equal(rows[0]?.many, 40);
  }));

void test('the last day is moved, a survey is closed at once or by the day, and nothing opens then', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, slug, id } = await opened(write, gates, true);
    good(await asker.act((inside, who) => moveLastDay(inside, who, slug, '2026-12-20')));
    assert.deepEqual(problem(await asker.act((inside, who) => moveLastDay(inside, who, slug, '2026-11-29'))), {
      code: 'days',
    });
    good(
      await asker.act((inside, who) =>
        openWay(inside, who, key, slug, {
          kind: 'open link',
          setting: null,
          audience: 'educator',
          label: 'Site',
          places: null,
          minutes: null,
        }),
      ),
    );
    const later = new Date('2026-12-21T08:00:00Z');
    const session = {
      kind: 'class session',
      setting: school.organisation,
      audience: 'student primary',
      label: 'Year 5',
      places: 30,
      minutes: 60,
    } as const;
    assert.deepEqual(problem(await school.act((inside, who) => openWay(inside, who, key, id, session), later)), {
      code: 'not open',
    });
    good(await asker.act((inside, who) => closeSurvey(inside, who, slug)));
    assert.deepEqual(
      (await asker.act((inside) => waysIn(inside, id))).map(({ closedOn }) => closedOn),
      ['2026-11-30'],
    );
    assert.deepEqual(problem(await school.act((inside, who) => openWay(inside, who, key, id, session))), {
      code: 'not open',
    });
    assert.deepEqual(problem(await asker.act((inside, who) => closeSurvey(inside, who, slug))), { code: 'not open' });
    await write.updateTable('record.survey').set({ stage: 'open' }).where('id', '=', id).execute();
    const daily = (believed: string | null) =>
      runDaily(gates.work, { 'end surveys': endSurveys }, { now: later, site, believed }, (message, fault) =>
        assert.fail(`${message}: ${String(fault)}`),
      );
    await daily(null);
    assert.equal(
      (await asker.act((inside, who) => surveyAt(inside, who.organisation, slug)))?.stage,
      'open',
      'the date is not believed',
    );
    await daily('2026-12-01');
    assert.equal((await asker.act((inside, who) => surveyAt(inside, who.organisation, slug)))?.stage, 'closed');
  }));

void test('the hour of a session is forgotten the day after; its day stays, and it opens nothing any more', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, id } = await opened(write, gates);
    const session = {
      kind: 'class session',
      setting: school.organisation,
      audience: 'student primary',
      label: 'Year 5',
      places: 30,
      minutes: 60,
    } as const;
    const { id: way } = good(await school.act((inside, who) => openWay(inside, who, key, id, session)));
    const run = (today: string, at: string, believed: string | null = today) =>
      runDaily(gates.work, { 'end surveys': endSurveys }, { now: new Date(at), site, believed }, (message, fault) =>
        assert.fail(`${message}: ${String(fault)}`),
      );
    const seen = async () =>
      (await asker.act((inside) => waysIn(inside, id))).map(({ endsAt, closedOn }) => [
        endsAt?.toISOString() ?? null,
        closedOn,
      ]);
    await run('2026-11-30', '2026-11-30T20:00:00Z');
    assert.deepEqual(await seen(), [['2026-11-30T11:00:00.000Z', null]]);
    await run('2029-05-18', '2029-05-18T03:00:00Z', null);
    assert.deepEqual(await seen(), [['2026-11-30T11:00:00.000Z', null]], 'the date is not believed');
    await run('2026-12-01', '2026-12-01T03:00:00Z');
    assert.deepEqual(await seen(), [[null, '2026-11-30']]);
    const { rows } = await sql<{
      closed: boolean;
      ends_at: Date | null;
    }>`select closed, ends_at from intake.way_in where way_in = ${way}`.execute(write);
    assert.deepEqual(rows, [{ closed: true, ends_at: null }]);
  }));

void test('the next wave has the same settings, still to be asked, and is signed anew', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, slug } = await opened(write, gates);
    const again = good(await asker.act((inside, who) => askAgain(inside, who, slug)));
    const next = await asker.act((inside, who) => surveyAt(inside, who.organisation, again));
    assert.deepEqual(
      [next?.wave, next?.stage, next?.signature, next?.opensOn, next?.sheet.purpose],
      [2, 'draft', null, null, fullSheet.purpose],
    );
    assert.deepEqual(
      (await asker.act((inside) => settingsOf(inside, next?.id ?? ''))).map(({ id, invitedOn, answer, turnTo }) => [
        id,
        invitedOn,
        answer,
        turnTo,
      ]),
      [[school.organisation, null, null, 'Ms Khan']],
    );
    assert.equal(
      (await school.act((inside, who) => surveysOf(inside, who.organisation, {}, 9))).rows.length,
      1,
      'not asked, not seen',
    );
    good(await asker.act((inside, who) => askSetting(inside, who, again, school.organisation, site)));
    assert.equal((await school.act((inside, who) => surveysOf(inside, who.organisation, {}, 9))).rows.length, 2);
  }));
