import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { runDaily } from '#kit/daily/daily.js';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { savePublication } from '#kit/publications/publications.js';
import { publishFramework, recordFramework, templates } from '#rooms/ground/frameworks/index.js';
import { namedTable } from '#rooms/ground/directory/index.js';
import { practiceDays } from '#rooms/practised/practice/index.js';
import { agreePromise, promiseDays, recordEnd, recordEvidence, recordPromise } from '#rooms/promised/promises/index.js';
import { rolledBack } from '#test/house.js';
import { body, type Body, day } from '#test/leads.js';
import { workOutDays } from '#test/work-out-days.js';
import { waitingLetters } from '#test/letters.js';
import {
  answerInterest,
  inviteBodies,
  inviteBody,
  recordInterest,
  removeEntry,
  signRegister,
  withdrawSignature,
} from './acts.js';
import { invitationTable, readInvitations } from './invitations.js';
import { remindOfRenewal } from './lapse-letters.js';
import { interestsIn, keptEntry, ownEntries, ownEntry } from './lookups.js';
import {
  earningOf,
  entryEvents,
  publishedEntry,
  publishedRegister,
  registerFigures,
  wholeRegister,
} from './published.js';
import { earnLevels, entryDayRule } from './days.js';
import { levelOf, shownWord } from './rules.js';
import type { Signature } from './words.js';

const site = 'https://kept.example';
const refused = { code: '42501' };
const signature: Signature = {
  by: 'Ann Lead',
  role: 'Headteacher',
  mandate: 'Governing body',
  link: 'https://school.example/minutes',
  on: '2026-01-05',
  asks: ['school-adopt'],
};

/** A programme with its published charter. */
async function keeperWith(
  write: Write,
  gates: Gates,
): Promise<{ readonly keeper: Body; readonly framework: string; readonly id: string }> {
  const keeper = await body(write, gates, 'programme');
  const made = await keeper.act('2025-12-01', async (inside, who) => {
    const { id, slug } = await recordFramework(inside, who, 'charter', templates['inclusion-charter'].draft);
    assert.ok((await publishFramework(inside, who, id)).ok);
    return { id, slug };
  });
  return { keeper, framework: made.slug, id: made.id };
}

let schools = 0;
const school = (write: Write, gates: Gates): Promise<Body> =>
  body(write, gates, 'school', {
    urn: 800_000 + (process.pid % 1000) * 100 + (schools += 1),
    authority: 'E09000007',
  });
const principles = [
  'equity-and-diversity',
  'active-citizens',
  'adaptable-and-reflective',
  'beyond-achievement',
] as const;

async function promised(by: Body, framework: string, theme: string, due: string, on = '2026-01-10'): Promise<string> {
  return by.act(on, async (write, who) => {
    const { id } = await recordPromise(write, who, {
      framework,
      theme,
      charter: null,
      aim: 'open the hall',
      steps: ['finding two adults'],
      effectVerb: 'can',
      effect: 'sit with your friends',
      owner: 'Deputy head',
      starts: null,
      due,
      measure: null,
      board: null,
      source: null,
    });
    assert.ok(
      (await agreePromise(write, who, id, { by: 'Governing body', link: null, on }, 'https://kept.example')).ok,
    );
    return id;
  });
}

async function keep(by: Body, promise: string, on: string, strength: 'said' | 'shown'): Promise<void> {
  await by.act(on, async (write, who) => {
    assert.ok(
      (
        await recordEvidence(write, who, promise, {
          kind: 'document',
          title: 'The list',
          url: 'https://school.example/list',
          dated: on,
          strength,
        })
      ).ok,
    );
    assert.ok(
      (await recordEnd(write, who, promise, { state: 'kept', on, by: 'Deputy head', reason: null, replacement: null }))
        .ok,
    );
  });
}

/** A practice as readers have it; the library's own tests publish it by its acts. */
async function practised(
  write: Write,
  by: Body,
  themes: readonly string[],
  publishedOn: string,
  state: 'published' | 'withdrawn' = 'published',
): Promise<string> {
  const slug = `practice-${newId()}`;
  const publication = await savePublication(
    write,
    {
      kind: 'practice',
      subject: slug,
      version: 1,
      title: 'What worked',
      content: { slug },
      html: '',
      pdf: null,
      pages: null,
      changes: null,
      board: '',
      date: null,
      passages: [],
    },
    day(publishedOn),
  );
  const gone =
    state === 'withdrawn'
      ? { withdrawn_on: publishedOn, withdrawn_by: by.name, reason: 'It did not last' }
      : { withdrawn_on: null, withdrawn_by: null, reason: null };
  const days = practiceDays({ state, published_on: publishedOn, reviewed_on: publishedOn });
  await sql`
    insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
      organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs, evidence,
      published_on, reviewed_on, review_due, counts_until, state, withdrawn_on, withdrawn_by, reason, body, folded_title, folded)
    values (${slug}, ${newId()}, ${publication}, 1, ${by.id}, ${by.slug}, ${by.name}, 'school', ${by.id}, 'Keeper',
      'What worked', 'It did', ${themes}::text[], '{}', '{}', 'said', ${publishedOn}, ${publishedOn}, ${days.review_due}, ${days.counts_until}, ${state},
      ${gone.withdrawn_on}, ${gone.withdrawn_by}, ${gone.reason}, '', '', '')`.execute(write);
  return slug;
}

const seen = (gates: Gates, framework: string, slug: string) =>
  gates.public.read(nobody, (read) => publishedEntry(read, framework, slug));

async function signed(by: Body, framework: string, on: string, more: Partial<Signature> = {}): Promise<string> {
  const done = await by.act(on, (write, who) => signRegister(write, who, framework, { ...signature, ...more }));
  assert.ok(done.ok, JSON.stringify(done));
  return done.value.slug;
}

test('an invited school signs with its authority, and everybody sees who, when and by what right', async () => {
  await rolledBack(async (write, { gates }) => {
    const { keeper, framework } = await keeperWith(write, gates);
    const own = await school(write, gates);
    const { urn, authority } = await own.act('2026-01-01', (inside) =>
      inside
        .selectFrom('record.organisation')
        .select(['urn', 'authority'])
        .where('id', '=', own.id)
        .executeTakeFirstOrThrow(),
    );
    const invited = await keeper.act('2026-01-02', (inside, who) =>
      inviteBody(
        inside,
        who,
        framework,
        { body: { kind: 'school', name: 'As the directory has it', authority, urn }, email: null, isInterested: false },
        site,
      ),
    );
    assert.ok(invited.ok);
    const { slug } = invited.value;
    assert.equal(await seen(gates, framework, slug), undefined, 'it is named once it has signed');
    assert.deepEqual(
      await keeper.act('2026-01-02', (inside, who) =>
        inviteBody(
          inside,
          who,
          framework,
          { body: { kind: 'school', name: 'Once more', authority, urn }, email: null, isInterested: false },
          site,
        ),
      ),
      { ok: false, problem: 'listed already' },
    );

    assert.deepEqual(await own.act('2026-01-04', (inside, who) => signRegister(inside, who, framework, signature)), {
      ok: false,
      problem: 'decided later',
    });
    assert.deepEqual(
      await own.act('2026-01-06', (inside, who) =>
        signRegister(inside, who, framework, { ...signature, asks: ['authority-adopt'] }),
      ),
      { ok: false, problem: 'no asks' },
    );
    assert.equal(await signed(own, framework, '2026-01-06'), slug);
    const entry = await seen(gates, framework, slug);
    assert.ok(entry);
    assert.deepEqual(
      [
        entry.signed_by,
        entry.signed_role,
        entry.mandate,
        entry.mandate_link,
        entry.mandate_on,
        entry.version,
        entry.lapses_on,
        entry.asks,
        entry.organisation_slug,
      ],
      [
        'Ann Lead',
        'Headteacher',
        'Governing body',
        'https://school.example/minutes',
        '2026-01-05',
        1,
        '2028-01-06',
        ['school-adopt'],
        own.slug,
      ],
    );
    assert.equal(shownWord(entry, '2026-01-06'), 'signed');
    assert.deepEqual(
      (await gates.public.read(nobody, (read) => entryEvents(read, framework, slug))).map(({ kind, day: on }) => [
        kind,
        on,
      ]),
      [
        ['signed', '2026-01-06'],
        ['invited', '2026-01-02'],
      ],
    );

    // It lapses without anybody doing anything; signing again counts from that day.
    assert.equal(shownWord(entry, '2028-01-05'), 'signed');
    assert.equal(shownWord(entry, '2028-01-06'), 'lapsed');
    const found = await gates.public.read(nobody, (read) =>
      publishedRegister(read, { framework, show: 'lapsed', today: '2028-01-06', count: 10 }),
    );
    assert.deepEqual([found.total, found.entries.map((one) => one.slug)], [1, [slug]]);
    await signed(own, framework, '2028-02-01');
    const again = await seen(gates, framework, slug);
    assert.deepEqual([again?.first_signed_on, again?.lapses_on], ['2026-01-06', '2030-02-01']);

    // Withdrawing and removing keep the reason on show; what was removed is signed again only after an invitation.
    assert.ok(
      (
        await own.act('2028-03-01', (inside, who) =>
          withdrawSignature(inside, who, framework, { by: 'Governing body', reason: 'We merge' }),
        )
      ).ok,
    );
    assert.deepEqual(
      await own.act('2028-03-01', (inside, who) =>
        withdrawSignature(inside, who, framework, { by: 'Governing body', reason: 'Again' }),
      ),
      { ok: false, problem: 'not signed' },
    );
    assert.ok(
      (
        await keeper.act('2028-04-01', (inside, who) =>
          removeEntry(inside, who, framework, slug, { by: 'Steering group', reason: 'The school closed' }, site),
        )
      ).ok,
    );
    const gone = await seen(gates, framework, slug);
    assert.deepEqual([gone?.state, gone?.ended_by, gone?.reason], ['removed', 'Steering group', 'The school closed']);
    assert.deepEqual(await own.act('2028-04-02', (inside, who) => signRegister(inside, who, framework, signature)), {
      ok: false,
      problem: 'was removed',
    });
    assert.ok(
      (
        await keeper.act('2028-05-01', (inside, who) =>
          inviteBody(
            inside,
            who,
            framework,
            { body: { kind: 'school', name: 'x', authority, urn }, email: null, isInterested: false },
            site,
          ),
        )
      ).ok,
    );
    await signed(own, framework, '2028-05-02');
    assert.deepEqual(
      (await gates.public.read(nobody, (read) => entryEvents(read, framework, slug))).map(({ kind }) => kind),
      ['signed', 'invited', 'removed', 'withdrawn', 'renewed', 'signed', 'invited'],
    );
  });
});

test('levels are earned by promises, evidence and practice alone, and go when these go', async () => {
  await rolledBack(async (write, { gates }) => {
    const { framework } = await keeperWith(write, gates);
    const own = await school(write, gates);
    const slug = await signed(own, framework, '2026-01-06');
    const word = async (today: string) => {
      const entry = await seen(gates, framework, slug);
      assert.ok(entry);
      return shownWord(entry, today);
    };
    const made = [];
    for (const theme of principles) {
      assert.equal(await word('2026-02-01'), 'signed', theme);
      made.push(await promised(own, framework, theme, '2026-12-01'));
    }
    assert.equal(await word('2026-12-01'), 'acting');
    // From the day after the date the promise is overdue and counts no more.
    assert.equal(await word('2026-12-02'), 'signed');
    const figures = (today: string) => gates.public.read(nobody, (read) => registerFigures(read, framework, today));
    assert.deepEqual(await figures('2026-12-01'), { signed: 1, acting: 1, overdue: 0, lapsed: 0 });
    assert.deepEqual(await figures('2026-12-02'), { signed: 1, acting: 0, overdue: 4, lapsed: 0 });
    assert.deepEqual(await figures('2028-01-06'), { signed: 0, acting: 0, overdue: 0, lapsed: 1 });

    const [first = '', second = ''] = made;
    await keep(own, first, '2026-03-01', 'said');
    await practised(write, own, ['another-framework theme'], '2026-03-01');
    await workOutDays(write);
    assert.equal(await word('2026-03-02'), 'acting');
    await keep(own, second, '2026-03-01', 'shown');
    assert.equal(await word('2026-03-02'), 'acting');
    const practice = await practised(write, own, [`${framework} active-citizens`], '2026-03-01');
    await workOutDays(write);
    assert.equal(await word('2026-03-02'), 'showing');
    // Only young people can give the last one; the database writes it from their answer.
    await write
      .updateTable('published.promise')
      .set({ confirmed_on: '2026-03-05', evidence: 'confirmed' })
      .where('id', '=', second)
      .execute();
    await workOutDays(write);
    assert.equal(await word('2026-03-06'), 'heard');
    assert.equal(await word('2026-12-02'), 'signed');
    await sql`update published.practice
      set state = 'withdrawn', withdrawn_on = '2026-04-01', withdrawn_by = 'x', reason = 'y'
      where slug = ${practice}`.execute(write);
    await workOutDays(write);
    assert.equal(await word('2026-04-02'), 'acting');
    const how = await gates.public.read(nobody, (read) => earningOf(read, framework, own.id, '2026-12-02'));
    assert.deepEqual([how.perTheme.size, how.shown?.kept_on, how.practice, how.overdue], [4, '2026-03-01', null, 2]);
  });
});

test('what an entry has earned follows from the promise that counts longest in each theme, for random promises', async () => {
  await rolledBack(async (write, { gates }) => {
    const { framework } = await keeperWith(write, gates);
    const own = await school(write, gates);
    const slug = await signed(own, framework, '2026-01-06');
    const dayOf = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    const promise = fc.record({
      theme: fc.constantFrom(...principles, 'belonging', null),
      state: fc.constantFrom('agreed' as const, 'under way', 'kept', 'kept', 'partly kept', 'withdrawn'),
      due: dayOf,
      kept: dayOf,
      evidence: fc.constantFrom('said' as const, 'shown', 'confirmed', null),
      confirmed_on: fc.option(dayOf),
    });
    let number = 0;
    for (const promises of fc.sample(fc.array(promise, { maxLength: 14 }), 60)) {
      await sql`delete from published.promise where organisation = ${own.id}`.execute(write);
      const rows = promises.map(({ kept, ...one }) => ({
        ...one,
        kept_on: one.state === 'kept' ? kept : null,
        id: newId(),
        slug: `${own.slug}-x${(number += 1)}`,
      }));
      const known = rows.map((one) => ({
        ...one,
        ...promiseDays({ ...one, at_risk: false, last_news: one.due }),
      }));
      if (rows.length > 0)
        await sql`
          insert into published.promise (id, slug, organisation, organisation_slug, organisation_name,
            organisation_kind, framework, theme, aim, steps, effect_verb, effect, owner, due, first_due, moves,
            practices, state, declared_status, counts_until, shown_until, confirmed_until, agreed_on, agreed_by, at_risk, last_news, kept_on,
            evidence, confirmed_on, changed_at)
          select id, slug, ${own.id}, ${own.slug}, 'x', 'school', ${framework}, theme, 'x', '{}', 'can', 'x', 'x',
            due, due, 0, '{}', state, state, counts_until, shown_until, confirmed_until, due, 'x', false, due, kept_on, evidence, confirmed_on, now()
            from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as r(id uuid, slug text, theme text, state text,
              due date, kept_on date, evidence text, confirmed_on date, counts_until date,
              shown_until date, confirmed_until date)`.execute(write);
      await gates.work.write(own.standing, (inside) => earnLevels(inside, { organisation: own.id }));
      const entry = await seen(gates, framework, slug);
      const longest = (of: readonly (string | null)[]): string | null =>
        of
          .filter((one) => one !== null)
          .toSorted()
          .at(-1) ?? null;
      const byTheme = principles.map((key) =>
        longest(known.filter(({ theme }) => theme === key).map(({ counts_until }) => counts_until)),
      );
      assert.deepEqual(
        {
          acting_until: entry?.acting_until,
          shown_until: entry?.shown_until,
          practised_until: entry?.practised_until,
          confirmed_until: entry?.confirmed_until,
        },
        {
          acting_until: byTheme.includes(null) ? null : (byTheme.toSorted()[0] ?? null),
          shown_until: longest(known.map(({ shown_until }) => shown_until)),
          practised_until: null,
          confirmed_until: longest(known.map(({ confirmed_until }) => confirmed_until)),
        },
      );
      assert.equal(await entryDayRule.rewrite(write), 0, 'a start works out the same');
    }
    await practised(write, own, [`${framework} belonging`], '2026-02-28');
    await practised(write, own, [`${framework} belonging`], '2027-02-28', 'withdrawn');
    assert.equal(await entryDayRule.rewrite(write), 1, 'what no act wrote is found by the next start');
    // A year, and a day more than the last of February has.
    assert.equal((await seen(gates, framework, slug))?.practised_until, '2027-02-28');
  });
});

test('an entry whose signatory is rejected has earned nothing, as its rule says', async () => {
  await rolledBack(async (write, { gates }) => {
    const { framework } = await keeperWith(write, gates);
    const own = await school(write, gates);
    const slug = await signed(own, framework, '2026-01-06');
    for (const theme of principles) await promised(own, framework, theme, '2026-12-01');
    assert.equal((await seen(gates, framework, slug))?.acting_until, '2026-12-01');
    await sql`update record.organisation set claim = 'name', verified_at = null, verified_by = null,
        rejected_on = '2026-02-01', rejected_because = 'Nobody knows them.'
      where id = ${own.id}`.execute(write);
    assert.equal((await seen(gates, framework, slug))?.acting_until, null);
    assert.equal(await entryDayRule.rewrite(write), 0);
  });
});

test('nobody can raise a level, sign for another, or change what is not theirs', async () => {
  await rolledBack(async (write, { gates }) => {
    const { keeper, framework } = await keeperWith(write, gates);
    const [own, other] = [await school(write, gates), await school(write, gates)];
    const slug = await signed(own, framework, '2026-01-06');
    const before = await seen(gates, framework, slug);
    const tries = (by: Body, statement: ReturnType<typeof sql>) =>
      gates.work.write(by.standing, (inside) => statement.execute(inside));

    // No gate writes what readers see; the entry's own columns hold no level at all.
    for (const by of [own, other, keeper]) {
      for (const statement of [
        sql`update published.register_entry set shown_until = '2099-01-01', acting_until = '2099-01-01'`,
        sql`update published.register_entry set signed_on = '2099-01-01'`,
        sql`insert into published.register_event (framework, slug, position, day, kind, detail)
          values (${framework}, ${slug}, 9, '2026-01-01', 'renewed', '{}')`,
        sql`delete from published.register_entry`,
        sql`delete from record.register_entry`,
      ])
        await assert.rejects(tries(by, statement), refused);
    }
    // Nor do the days that a rule yields come from somebody whom the entry is not about.
    const raised = JSON.stringify([{ framework, slug, acting_until: '2099-01-01', showing_until: '2099-01-01' }]);
    await tries(other, sql`select published.write_entry_days(${raised}::jsonb)`);
    assert.deepEqual(await seen(gates, framework, slug), before);
    // What its owner's hand puts in goes when the days are worked out.
    await write
      .updateTable('published.register_entry')
      .set({
        acting_until: '2099-01-01',
        shown_until: '2099-01-01',
        practised_until: '2099-01-01',
        confirmed_until: '2099-01-01',
      })
      .where('slug', '=', slug)
      .execute();
    await workOutDays(write);
    assert.deepEqual(await seen(gates, framework, slug), before);

    // Another organisation neither sees the record nor changes it, and signs for itself only.
    assert.deepEqual(
      await other.act('2026-02-01', (inside) => inside.selectFrom('record.register_entry').selectAll().execute()),
      [],
    );
    const touched = await gates.work.write(other.standing, (inside) =>
      inside.updateTable('record.register_entry').set({ reason: 'x' }).executeTakeFirst(),
    );
    assert.equal(touched.numUpdatedRows, 0n);
    const forged = {
      organisation: keeper.id,
      id: newId(),
      framework,
      slug: 'forged',
      kind: 'school',
      name: 'x',
      authority: null,
      urn: 123456,
      state: 'signed',
      signed_on: '2026-01-01',
      first_signed_on: '2026-01-01',
      signed_by: 'x',
      signed_role: 'x',
      mandate: 'x',
      mandate_link: 'x',
      mandate_on: '2026-01-01',
      version: 1,
      event: 'signed',
      event_number: 1,
      event_on: '2026-01-01',
    } as const;
    for (const signatory of [own.id, other.id])
      await assert.rejects(
        gates.work.write(other.standing, (inside) =>
          inside
            .insertInto('record.register_entry')
            .values({ ...forged, signatory })
            .execute(),
        ),
        refused,
      );
    // The keeper cannot sign for anybody, prolong a signature or take a withdrawal back.
    for (const set of [
      { signed_on: '2027-01-01' },
      { signed_by: 'Somebody else' },
      { version: 9 },
      { state: 'invited' as const },
      { name: 'Another name' },
    ])
      await assert.rejects(
        gates.work.write(keeper.standing, (inside) =>
          inside.updateTable('record.register_entry').set(set).where('slug', '=', slug).execute(),
        ),
        refused,
      );
    await assert.rejects(
      gates.work.write(keeper.standing, (inside) =>
        inside
          .insertInto('record.register_entry')
          .values({ ...forged, signatory: other.id })
          .execute(),
      ),
      refused,
    );
    // The signatory cannot say that it was invited, nor when it signed first, nor be another body.
    for (const set of [
      { invited_on: '2020-01-01' },
      { first_signed_on: '2020-01-01' },
      { urn: 1 },
      { state: 'removed' as const },
      { signatory: other.id },
    ])
      await assert.rejects(
        gates.work.write(own.standing, (inside) =>
          inside.updateTable('record.register_entry').set(set).where('slug', '=', slug).execute(),
        ),
        { code: /^(42501|23514)$/ },
      );
    assert.deepEqual(
      await other.act('2026-02-01', (inside, who) =>
        withdrawSignature(inside, who, framework, { by: 'x', reason: 'x' }),
      ),
      { ok: false, problem: 'not there' },
    );
    assert.deepEqual(
      await other.act('2026-02-01', (inside, who) =>
        removeEntry(inside, who, framework, slug, { by: 'x', reason: 'x' }, site),
      ),
      { ok: false, problem: 'not there' },
    );
    assert.deepEqual(
      await other.act('2026-02-01', (inside, who) =>
        inviteBody(
          inside,
          who,
          framework,
          { body: { kind: 'trust', name: 'A trust', authority: null, urn: null }, email: null, isInterested: false },
          site,
        ),
      ),
      { ok: false, problem: 'not there' },
    );
    assert.deepEqual(await keeper.act('2026-02-01', (inside, who) => signRegister(inside, who, framework, signature)), {
      ok: false,
      problem: 'own framework',
    });
    const programme = await body(write, gates, 'programme');
    assert.deepEqual(
      await programme.act('2026-02-01', (inside, who) => signRegister(inside, who, framework, signature)),
      { ok: false, problem: 'cannot sign' },
    );
    assert.deepEqual(await seen(gates, framework, slug), before);
    // The public gate has no way to the record.
    await assert.rejects(
      gates.public.read(nobody, (read) => sql`select * from record.register_interest`.execute(read)),
      refused,
    );
  });
});

test('a signatory sees that a newer version is out, and signing it counts anew', async () => {
  await rolledBack(async (write, { gates }) => {
    const { keeper, framework, id } = await keeperWith(write, gates);
    const own = await school(write, gates);
    const slug = await signed(own, framework, '2026-01-06');
    for (const theme of principles) await promised(own, framework, theme, '2026-12-01');
    await keeper.act('2026-05-01', async (inside, who) => {
      const draft = templates['inclusion-charter'].draft;
      const more = {
        key: 'time-to-play',
        kind: 'principle',
        title: 'Time to play',
        meaning: 'There is time to play.',
        examples: [],
      } as const;
      const wordings = draft.wordings.map((wording) => ({
        ...wording,
        themes: [...wording.themes, { theme: more.key, title: 'Play' }],
      }));
      await inside
        .updateTable('record.framework')
        .set({ draft: JSON.stringify({ ...draft, themes: [...draft.themes, more], wordings }) as never })
        .where('id', '=', id)
        .execute();
      const published = await publishFramework(inside, who, id);
      assert.ok(published.ok && published.value.version === 2, JSON.stringify(published));
    });
    const entry = await seen(gates, framework, slug);
    assert.ok(entry);
    // A theme that was added asks for a promise at once.
    assert.deepEqual([entry.version, entry.acting_until, levelOf(entry, '2026-05-02')], [1, null, 'signed']);
    await promised(own, framework, 'time-to-play', '2026-11-01', '2026-05-03');
    const done = await own.act('2026-05-03', (inside, who) => signRegister(inside, who, framework, signature));
    assert.deepEqual(done, { ok: true, value: { slug, kind: 'reconfirmed' } });
    const after = await seen(gates, framework, slug);
    assert.deepEqual([after?.version, after?.acting_until, after?.lapses_on], [2, '2026-11-01', '2028-05-03']);
  });
});

test('who is interested is known to the keeper alone, and the address is gone once it is answered', async () => {
  await rolledBack(async (write, { gates }) => {
    const { keeper, framework } = await keeperWith(write, gates);
    const own = await school(write, gates);
    const say = (name: string, email: string) =>
      gates.work.write(nobody, (inside) =>
        recordInterest(
          inside,
          framework,
          { kind: 'trust', name, authority: null, urn: null },
          email,
          'Director',
          day('2026-02-01'),
        ),
      );
    await say('First Trust', 'Director@first.example');
    await say('First Trust', 'director@first.example');
    await say('Second Trust', 'director@second.example');
    assert.equal(
      (await own.act('2026-02-02', (inside) => inside.selectFrom('record.register_interest').selectAll().execute()))
        .length,
      0,
    );
    const waiting = await keeper
      .act('2026-02-02', (inside) => interestsIn(inside, keeper.id, framework, {}, 20))
      .then(({ rows }) => rows);
    assert.deepEqual(waiting.map(({ name, email }) => [name, email]).toSorted(), [
      ['First Trust', 'director@first.example'],
      ['Second Trust', 'director@second.example'],
    ]);
    assert.equal((await gates.public.read(nobody, (read) => wholeRegister(read, framework, (row) => row))).length, 0);
    const [first, second] = waiting.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    assert.deepEqual(
      await own.act('2026-02-03', (inside, who) =>
        answerInterest(inside, who, framework, first?.id ?? '', 'invite', site),
      ),
      { ok: false, problem: 'not there' },
    );
    const invited = await keeper.act('2026-02-03', (inside, who) =>
      answerInterest(inside, who, framework, first?.id ?? '', 'invite', site),
    );
    assert.ok(invited.ok && invited.value.token !== null);
    assert.ok(
      (
        await keeper.act('2026-02-03', (inside, who) =>
          answerInterest(inside, who, framework, second?.id ?? '', 'decline', site),
        )
      ).ok,
    );
    assert.deepEqual(
      await keeper
        .act('2026-02-03', (inside) => interestsIn(inside, keeper.id, framework, {}, 20))
        .then(({ rows }) => rows),
      [],
    );
    assert.deepEqual(
      await gates.public.read(nobody, (read) => wholeRegister(read, framework, (row) => row)),
      [],
      'readers see who has signed',
    );
    const listed = await keeper.act('2026-02-03', (inside) => wholeRegister(inside, framework, (row) => row));
    assert.deepEqual(
      listed.map(({ name, state }) => [name, state]),
      [['First Trust', 'interested']],
    );
    // Nothing that readers can reach holds an address.
    const { rows } = await sql<{
      text: string;
    }>`select row_to_json(e)::text as text from published.register_entry e union all select row_to_json(h)::text from published.register_event h`.execute(
      write,
    );
    for (const { text } of rows) assert.doesNotMatch(text, /@/);
    const { rows: journal } = await sql<{
      detail: string;
    }>`select coalesce(why, '') || detail::text || thing as detail from kit.journal`.execute(write);
    for (const { detail } of journal) assert.doesNotMatch(detail, /first\.example|second\.example/);
  });
});

test('a file of invitations comes in whole, or not at all with every bad line named', async () => {
  await rolledBack(async (write, { gates }) => {
    const { keeper, framework } = await keeperWith(write, gates);
    const read = (text: string) =>
      keeper.act('2026-02-01', (inside) => {
        const table = namedTable(new TextEncoder().encode(text), invitationTable);
        return table.ok ? readInvitations(inside, framework, table.value) : Promise.resolve(table);
      });
    await sql`insert into published.authority (code, name, official_name, kind, nation, region, starts, ends, part_of,
      replaced_by, schools, register_code)
      select 'E09000007', 'Camden', 'London Borough of Camden', 'London borough', 'England', 'London', null, null,
      '{}', '{}', 0, '202'`.execute(write);
    const bad = await read(
      'kind,official number,name,area code,email for the ' +
        'letter\nauthority,E09000007,,,lead@camden.example\nauthority,E0900,,,\nchurch,,,,\ntrust,,ab,,\ntrust,12,A ' +
        'good trust,,\ngroup,,A forum,E09999999,\ngroup,,A forum,,not an address\nauthority,E09000007,,,\n',
    );
    assert.ok(!bad.ok);
    assert.deepEqual(
      bad.problem.rows.map(({ line, column }) => [line, column]),
      [
        [3, 'official number'],
        [4, 'kind'],
        [5, 'name'],
        [6, 'official number'],
        [7, 'area code'],
        [8, 'email for the letter'],
        [9, 'official number'],
      ],
    );
    assert.deepEqual(await gates.public.read(nobody, (inside) => wholeRegister(inside, framework, (row) => row)), []);
    const good = await read(
      'kind;official number;email for the letter;name\nauthority;E09000007;lead@camden.example;\ntrust;;;A good trust\n',
    );
    assert.ok(good.ok);
    assert.deepEqual(
      await keeper.act('2026-02-01', (inside, who) => inviteBodies(inside, who, framework, good.value, site)),
      { ok: true, value: 2 },
    );
    assert.deepEqual(
      (await keeper.act('2026-02-01', (inside) => wholeRegister(inside, framework, (row) => row))).map(
        ({ name, state }) => [name, state],
      ),
      [
        ['A good trust', 'invited'],
        ['Camden', 'invited'],
      ],
    );
    const again = await read('kind,official number,email for the letter\nauthority,E09000007,\n');
    assert.ok(!again.ok && /is in the register already/.test(again.problem.rows[0]?.rule ?? ''));
    assert.deepEqual(
      (await waitingLetters(write)).map(({ recipient }) => recipient),
      ['lead@camden.example'],
    );
    // A council that joins finds the entry that names it, and signs that one.
    const council = await body(write, gates, 'authority', { authority: 'E09000007' });
    assert.deepEqual(await council.act('2026-02-02', (inside) => ownEntries(inside, council.id)), []);
    assert.equal(await signed(council, framework, '2026-02-02', { asks: ['authority-adopt'] }), 'camden');
    assert.equal(
      (await council.act('2026-02-02', (inside) => ownEntry(inside, council.id, framework)))?.name,
      'Camden',
    );
    assert.equal(
      (await keeper.act('2026-02-02', (inside) => keptEntry(inside, keeper.id, framework, 'camden')))?.signatory,
      council.id,
    );
  });
});

test('letters go out 60, 30 and 7 days before and on the day of the lapse, each once', async () => {
  await rolledBack(async (write, { gates }) => {
    const { framework } = await keeperWith(write, gates);
    const own = await school(write, gates);
    await signed(own, framework, '2026-01-06');
    const sent = [];
    for (const today of [
      '2027-11-06',
      '2027-11-07',
      '2027-11-08',
      '2027-12-07',
      '2027-12-20',
      '2027-12-30',
      '2028-01-05',
      '2028-01-06',
      '2028-01-07',
    ]) {
      await runDaily(
        gates.work,
        { renewals: remindOfRenewal },
        { now: day(today), site, believed: today },
        (message, problem) => assert.fail(`${message}: ${String(problem)}`),
      );
      sent.push(
        (await waitingLetters(write)).filter(({ recipient }) => recipient === `${own.slug}@example.org`).length,
      );
    }
    assert.deepEqual(sent, [0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
});
