/** The life of a spotlight under the real gates, each organisation with its own standing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { runDaily } from '#kit/daily/daily.js';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { withdraw } from '#kit/withdrawals/withdrawals.js';
import { publicationVersion } from '#kit/publications/publications.js';
import { publishFramework, recordFramework, templates } from '#rooms/ground/frameworks/index.js';
import { rolledBack } from '#test/house.js';
import { body, type Body, day } from '#test/leads.js';
import { waitingLetters } from '#test/letters.js';
import {
  answerSubmission,
  publishSubmission,
  recordReview,
  recordSpotlight,
  recordSpotlightDraft,
  recordSubmissionEdit,
  recordUses,
  submitSpotlight,
  withdrawPractice,
  withdrawSpotlightDraft,
  withdrawSubmission,
} from './acts.js';
import { spotlightOf, spotlightsOf, submissionOf, waitingFor } from './lookups.js';
import { practiceTitles, publishedPractice, publishedPractices, usesOf } from './published.js';
import { remindOfReviews } from './reminders.js';
import { emptyDraft } from './rules.js';
import { practiceWithdrawal } from './withdrawals.js';
import type { SpotlightDraft } from './words.js';

const site = 'https://kept.example';
const refused = { code: '42501' };

interface Place {
  readonly write: Write;
  readonly gates: Gates;
  readonly programme: Body;
  readonly school: Body;
  readonly other: Body;
  /** Slug of the programme's framework. */
  readonly charter: string;
  readonly draft: SpotlightDraft;
}

async function within(work: (place: Place) => Promise<void>): Promise<void> {
  await rolledBack(async (write, { gates }) => {
    const [programme, school, other] = [
      await body(write, gates, 'programme'),
      await body(write, gates, 'school'),
      await body(write, gates, 'school'),
    ];
    const charter = await programme.act('2026-01-01', async (inside, who) => {
      const { id, slug } = await recordFramework(inside, who, 'charter', templates['inclusion-charter'].draft);
      await publishFramework(inside, who, id);
      return slug;
    });
    const draft: SpotlightDraft = {
      ...emptyDraft,
      title: 'A calm start',
      summary: 'Doors open early.',
      about: 'A school.',
      need: 'Mornings began with a quarrel at the gate.',
      needs: ['attendance'],
      ownNeeds: ['Cold mornings'],
      done: [{ heading: 'The door', text: 'Two adults greet everybody.' }],
      changed: 'Fewer are late.',
      evidence: 'measured',
      known: 'Counted twice.',
      cost: 'Toast.',
      amount: '2,600',
      role: 'Deputy head',
      address: 'https://school.example',
      framework: charter,
      themes: [`${charter} belonging`],
      phase: 'Primary',
      agreed: true,
      noChild: true,
    };
    await work({ write, gates, programme, school, other, charter, draft });
  });
}

async function waitingId({ programme }: Place): Promise<string> {
  const { waiting } = await programme.act('2026-02-01', (inside) => waitingFor(inside, programme.id, 5));
  assert.ok(waiting[0]);
  return waiting[0].id;
}

async function submitted(by: Body, draft: SpotlightDraft, on = '2026-02-01'): Promise<string> {
  const id = await by.act(on, (inside, who) => recordSpotlight(inside, who, draft));
  const answer = await by.act(on, (inside, who) => submitSpotlight(inside, who, id, site));
  assert.deepEqual(answer, { ok: true, value: { published: null } });
  return id;
}

async function published(
  place: Place,
  by: Body,
  draft: SpotlightDraft,
  on = '2026-02-01',
): Promise<{ readonly id: string; readonly slug: string }> {
  const id = await submitted(by, draft, on);
  const submission = await waitingId(place);
  const answer = await place.programme.act(on, (inside, who) => publishSubmission(inside, who, submission, site));
  assert.ok(answer.ok, JSON.stringify(answer));
  return { id, slug: answer.value.slug };
}

const letters = async (write: Write): Promise<readonly string[]> =>
  (await waitingLetters(write)).map(({ subject, body: text }) => `${subject}\n${text}`);
const state = (by: Body, id: string) =>
  by.act('2026-02-02', async (inside) => (await spotlightOf(inside, by.id, id))?.state);

test('a school submits, the programme asks back, the school mends, the programme edits and clears: only then do readers find it', () =>
  within(async (place) => {
    const { write, gates, programme, school, draft } = place;
    const id = await school.act('2026-02-01', (inside, who) =>
      recordSpotlight(inside, who, { ...draft, changed: '', agreed: false }),
    );
    const early = await school.act('2026-02-01', (inside, who) => submitSpotlight(inside, who, id, site));
    assert.deepEqual(early, {
      ok: false,
      problem: { code: 'not ready', problems: [{ code: 'empty', part: 'changed' }, { code: 'not agreed' }] },
    });
    await school.act('2026-02-01', (inside, who) => recordSpotlightDraft(inside, who, id, draft));
    assert.ok((await school.act('2026-02-01', (inside, who) => submitSpotlight(inside, who, id, site))).ok);
    assert.match((await letters(write)).join(), /A spotlight waits for you/);
    const first = await waitingId(place);
    assert.deepEqual(
      await programme.act('2026-02-02', (inside, who) => answerSubmission(inside, who, first, '  ', site)),
      { ok: false, problem: { code: 'no reason' } },
    );
    assert.ok(
      (await programme.act('2026-02-02', (inside, who) => answerSubmission(inside, who, first, 'How many?', site))).ok,
    );
    assert.match((await letters(write)).join(), /Your spotlight came back/);
    const back = await school.act('2026-02-03', (inside) => spotlightOf(inside, school.id, id));
    assert.deepEqual([back?.state, back?.last?.reason, back?.isPublic], ['asked back', 'How many?', false]);
    await school.act('2026-02-03', (inside, who) =>
      recordSpotlightDraft(inside, who, id, { ...draft, changed: 'From 31 to 12.' }),
    );
    assert.ok((await school.act('2026-02-03', (inside, who) => submitSpotlight(inside, who, id, site))).ok);
    const second = await waitingId(place);
    await programme.act('2026-02-04', (inside, who) =>
      recordSubmissionEdit(inside, who, second, {
        ...draft,
        title: 'A calm start to the day',
        changed: 'From 31 to 12.',
        framework: 'nowhere',
      }),
    );
    assert.equal(
      await gates.public.read(nobody, (read) => publishedPractice(read, 'a-calm-start-to-the-day')),
      undefined,
    );
    const cleared = await programme.act('2026-02-05', (inside, who) => publishSubmission(inside, who, second, site));
    assert.deepEqual(cleared, { ok: true, value: { slug: 'a-calm-start-to-the-day', version: 1 } });
    const seen = await gates.public.read(nobody, (read) => publishedPractice(read, 'a-calm-start-to-the-day'));
    assert.deepEqual(
      [
        seen?.organisation,
        seen?.published_on,
        seen?.review_due,
        seen?.evidence,
        seen?.needs,
        seen?.own_needs,
        seen?.uses,
      ],
      [school.id, '2026-02-05', '2027-02-05', 'measured', ['attendance'], ['Cold mornings'], 0],
    );
    const mine = await school.act('2026-02-06', (inside) => spotlightOf(inside, school.id, id));
    assert.deepEqual(
      [mine?.state, mine?.draft.title, mine?.last?.original.title],
      ['published', 'A calm start to the day', 'A calm start'],
    );
    assert.match((await letters(write)).join(), /Your spotlight is published/);
    const passages = await write
      .selectFrom('published.passage')
      .select(['path', 'kind'])
      .where('kind', '=', 'practice')
      .execute();
    assert.ok(passages.some(({ path }) => path === '/practice/a-calm-start-to-the-day#done-1'));
  }));

for (const by of ['programme', 'school'] as const)
  test(`a name that the ${by} withdrew is taken by nobody else; its own practice takes it up again`, () =>
    within(async (place) => {
      const { write, programme, school, other, draft } = place;
      const { id, slug } = await published(place, school, draft);
      await place[by].act('2026-02-02', async (inside, who) => {
        const standing = (await practiceWithdrawal.find(inside, who, { practice: slug })) ?? assert.fail();
        assert.ok(
          (
            await withdraw(
              inside,
              who,
              by,
              { kind: practiceWithdrawal, standing, version: null },
              { role: 'Lead', reason: 'wrong', version: null },
            )
          ).ok,
        );
      });
      const waiting = async () =>
        (await programme.act('2026-02-03', (inside) => waitingFor(inside, programme.id, 5))).waiting[0]?.id ?? '';
      const clear = async () => {
        const submission = await waiting();
        return programme.act('2026-02-03', (inside, who) => publishSubmission(inside, who, submission, site));
      };
      await submitted(other, draft, '2026-02-03');
      assert.deepEqual(await clear(), { ok: true, value: { slug: `${slug}-2`, version: 1 } });
      await school.act('2026-02-03', (inside, who) =>
        recordSpotlightDraft(inside, who, id, { ...draft, summary: 'Doors open at eight.' }),
      );
      assert.ok((await school.act('2026-02-03', (inside, who) => submitSpotlight(inside, who, id, site))).ok);
      const takenUp = async (submission: string) =>
        (
          await programme.act('2026-02-03', (inside) =>
            sql<{ slug: string | null }>`select published.take_up_practice(${submission}::uuid) as slug`.execute(
              inside,
            ),
          )
        ).rows[0]?.slug;
      const { rows: before } = await sql<{
        id: string;
      }>`select id from record.submission where practice = ${id} and state <> 'waiting'`.execute(write);
      for (const { id: earlier } of before) assert.equal(await takenUp(earlier), null, 'only what waits to be cleared');
      await sql`update record.organisation set claim = 'name', verified_at = null where id = ${place[by].id}`.execute(
        write,
      );
      assert.equal(
        await takenUp(await waiting()),
        null,
        'not what went because whoever withdrew it is not who they said',
      );
      await sql`update record.organisation set claim = null where id = ${place[by].id}`.execute(write);
      assert.deepEqual(await clear(), { ok: true, value: { slug, version: 2 } });
      const { rows } = await sql`select from published.withdrawal where subject = ${slug} and version is null`.execute(
        write,
      );
      assert.equal(rows.length, 0, 'its address says no more that it was withdrawn');
    }));

test('a programme publishes its own for its own framework without asking anybody', () =>
  within(async ({ write, programme, draft }) => {
    const id = await programme.act('2026-02-01', (inside, who) => recordSpotlight(inside, who, draft));
    assert.deepEqual(await programme.act('2026-02-01', (inside, who) => submitSpotlight(inside, who, id, site)), {
      ok: true,
      value: { published: 'a-calm-start' },
    });
    assert.equal(await state(programme, id), 'published');
    assert.deepEqual(await letters(write), []);
  }));

test('a later version takes the place of the first, which stays readable; the same again only counts as looked at', () =>
  within(async (place) => {
    const { gates, programme, school, draft } = place;
    const { id, slug } = await published(place, school, draft);
    const again = async (on: string, change: SpotlightDraft) => {
      await school.act(on, (inside, who) => recordSpotlightDraft(inside, who, id, change));
      assert.equal(await state(school, id), 'draft');
      await school.act(on, (inside, who) => submitSpotlight(inside, who, id, site));
      const submission = await waitingId(place);
      return programme.act(on, (inside, who) => publishSubmission(inside, who, submission, site));
    };
    assert.deepEqual(await again('2026-06-01', { ...draft, title: 'A calmer start', changed: 'Nobody is late.' }), {
      ok: true,
      value: { slug, version: 2 },
    });
    assert.deepEqual(await again('2026-07-01', { ...draft, title: 'A calmer start', changed: 'Nobody is late.' }), {
      ok: true,
      value: { slug, version: 2 },
    });
    const [old, now, row] = await gates.public.read(
      nobody,
      async (read) =>
        [
          await publicationVersion(read, 'practice', slug, 1),
          await publicationVersion(read, 'practice', slug),
          await publishedPractice(read, slug),
        ] as const,
    );
    assert.match(old?.html ?? '', /Fewer are late/);
    assert.match(now?.html ?? '', /Nobody is late/);
    assert.deepEqual([row?.title, row?.version, row?.reviewed_on], ['A calmer start', 2, '2026-07-01']);
  }));

test('two spotlights of one title get two addresses', () =>
  within(async (place) => {
    const slugs = [
      (await published(place, place.school, place.draft)).slug,
      (await published(place, place.other, place.draft)).slug,
    ];
    assert.deepEqual(slugs, ['a-calm-start', 'a-calm-start-2']);
  }));

test('nobody but the two sides sees a submission, and each does only its own part, whatever it tries', () =>
  within(async (place) => {
    const { gates, programme, school, other, draft } = place;
    const id = await submitted(school, draft);
    const submission = await waitingId(place);
    const gone = { ok: false, problem: { code: 'not there' } };
    // Somebody else.
    assert.equal(await other.act('2026-02-02', (inside) => submissionOf(inside, other.id, submission)), undefined);
    assert.deepEqual(
      await other.act('2026-02-02', (inside, who) => publishSubmission(inside, who, submission, site)),
      gone,
    );
    assert.deepEqual(
      await other.act('2026-02-02', (inside, who) => answerSubmission(inside, who, submission, 'No', site)),
      gone,
    );
    assert.deepEqual(
      await other.act('2026-02-02', (inside, who) => recordSubmissionEdit(inside, who, submission, draft)),
      gone,
    );
    assert.deepEqual(await other.act('2026-02-02', (inside, who) => submitSpotlight(inside, who, id, site)), gone);
    for (const act of [withdrawSubmission, withdrawSpotlightDraft, recordReview] as const)
      assert.deepEqual(await other.act('2026-02-02', (inside, who) => act(inside, who, id)), gone);
    assert.deepEqual(
      await other.act('2026-02-02', (inside, who) => withdrawPractice(inside, who, id, 'No', site)),
      gone,
    );
    // The school is no keeper, and cannot change what waits.
    assert.deepEqual(
      await school.act('2026-02-02', (inside, who) => publishSubmission(inside, who, submission, site)),
      gone,
    );
    assert.deepEqual(await school.act('2026-02-02', (inside, who) => recordSpotlightDraft(inside, who, id, draft)), {
      ok: false,
      problem: { code: 'wrong state', state: 'submitted' },
    });
    // The programme sees no drafts and takes nothing back.
    assert.deepEqual(await programme.act('2026-02-02', (inside, who) => withdrawSubmission(inside, who, id)), gone);
    assert.deepEqual(
      await gates.work.read(programme.standing, (read) => read.selectFrom('record.practice').select('id').execute()),
      [],
    );
    // The database says the same to a page that would try without the rules.
    const cheat = (by: Body, set: string) =>
      by.act('2026-02-02', (inside) =>
        sql`update record.submission set ${sql.raw(set)} where id = ${submission}`.execute(inside),
      );
    for (const set of [
      "state = 'cleared', publication = null",
      "state = 'asked back', reason = 'x', decided_at = now(), decided_by = submitted_by",
      "content = '{}'",
    ])
      await assert.rejects(cheat(school, set), refused, set);
    for (const set of [
      "original = '{}'",
      'keeper = organisation',
      "state = 'taken back', decided_at = now(), decided_by = submitted_by",
    ])
      await assert.rejects(cheat(programme, set), refused, set);
    assert.equal(Number((await cheat(other, "content = '{}'")).numAffectedRows), 0);
    // Nobody gives out as a keeper who is none.
    await assert.rejects(
      school.act('2026-02-02', (inside) =>
        sql`insert into record.submission
          select organisation, ${newId()}::uuid, practice, 9, organisation, framework, organisation_slug,
          organisation_name, organisation_kind, original, content, 'waiting', submitted_by, submitted_at
          from record.submission`.execute(inside),
      ),
      refused,
    );
    await withdrawn(school, submission, id);
  }));

/** After it was taken back the programme can do nothing with it any more. */
async function withdrawn(school: Body, submission: string, id: string): Promise<void> {
  assert.ok((await school.act('2026-02-02', (inside, who) => withdrawSubmission(inside, who, id))).ok);
  assert.equal(await state(school, id), 'draft');
  await assert.rejects(
    school.act('2026-02-02', (inside) =>
      sql`update record.submission set state = 'waiting', decided_at = null, decided_by = null where id = ${submission}`.execute(
        inside,
      ),
    ),
    refused,
  );
}

test('no row of the library appears or names another version without a clearing, not even for its own organisation', () =>
  within(async (place) => {
    const { write, school, other, programme, draft } = place;
    const { id, slug } = await published(place, school, draft);
    const insert = (by: Body, organisation: string, named: string) =>
      by.act('2026-02-03', (inside) =>
        sql`insert into published.practice (slug, id, publication, version, organisation, organisation_slug,
          organisation_name, organisation_kind, keeper, keeper_name, title, summary, themes, needs, own_needs,
          evidence, published_on, reviewed_on, review_due, state, body, folded_title, folded)
          select ${newId()}, ${newId()}::uuid, publication, 1, ${organisation}::uuid, 's', 'N', 'school',
            ${by.id}::uuid, 'K', ${named}, '', '{}', '{}', '{}', 'said', '2026-02-03', '2026-02-03', '2027-02-03', 'published', '',
            '', '' from published.practice where slug = ${slug}`.execute(inside),
      );
    for (const by of [school, other, programme]) await assert.rejects(insert(by, by.id, 'Mine'), refused);
    await assert.rejects(insert(other, school.id, 'Theirs'), refused);
    await assert.rejects(
      other.act('2026-02-03', (inside) =>
        sql`update published.practice set title = 'Mine' where slug = ${slug}`.execute(inside),
      ),
      refused,
    );
    // A publication of another practice, or of none, is not let in its place.
    const stray = (await other.act('2026-02-03', (inside, who) => recordSpotlight(inside, who, draft)), newId());
    await sql`insert into published.publication (id, kind, subject, version, title, published_at, content,
      content_sha256, html, html_sha256)
      values (${stray}, 'practice', 'stray', 1, 'Stray', now(), '{}', '', '', '')`.execute(write);
    await assert.rejects(
      school.act('2026-02-03', (inside) =>
        sql`update published.practice set publication = ${stray} where id = ${id}`.execute(inside),
      ),
      refused,
    );
    await assert.rejects(
      school.act('2026-02-03', (inside) => sql`delete from published.practice`.execute(inside)),
      refused,
    );
  }));

test('whatever the two sides do in whatever order, readers see only what the programme cleared', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom(
          'edit',
          'submit',
          'take back',
          'discard',
          'change',
          'ask back',
          'clear',
          'review',
          'withdraw',
          'withdraw by keeper',
        ),
        { minLength: 4, maxLength: 14 },
      ),
      (steps) =>
        within(async (place) => {
          const { gates, programme, school, draft } = place;
          let id = await school.act('2026-02-01', (inside, who) => recordSpotlight(inside, who, draft));
          let [edits, clearings] = [0, 0];
          const cleared = new Set<string>();
          for (const step of steps) {
            const { waiting } = await programme.act('2026-02-01', (inside) => waitingFor(inside, programme.id, 2));
            const submission = waiting[0]?.id ?? newId();
            if (step === 'edit')
              await school.act('2026-02-01', (inside, who) =>
                recordSpotlightDraft(inside, who, id, { ...draft, changed: `Edit ${(edits += 1)}.` }),
              );
            if (step === 'submit')
              await school.act('2026-02-01', (inside, who) => submitSpotlight(inside, who, id, site));
            if (step === 'take back')
              await school.act('2026-02-01', (inside, who) => withdrawSubmission(inside, who, id));
            if (
              step === 'discard' &&
              (await school.act('2026-02-01', (inside, who) => withdrawSpotlightDraft(inside, who, id))).ok
            )
              id = await school.act('2026-02-01', (inside, who) => recordSpotlight(inside, who, draft));
            if (step === 'change')
              await programme.act('2026-02-01', (inside, who) =>
                recordSubmissionEdit(inside, who, submission, { ...draft, changed: `Change ${(edits += 1)}.` }),
              );
            if (step === 'ask back')
              await programme.act('2026-02-01', (inside, who) =>
                answerSubmission(inside, who, submission, 'Why?', site),
              );
            if (step === 'review') await school.act('2026-02-01', (inside, who) => recordReview(inside, who, id));
            if (step === 'withdraw')
              await school.act('2026-02-01', (inside, who) => withdrawPractice(inside, who, id, 'Over.', site));
            if (step === 'withdraw by keeper')
              await programme.act('2026-02-01', (inside, who) => withdrawPractice(inside, who, id, 'Over.', site));
            if (step === 'clear') {
              const before = await programme.act('2026-02-01', (inside) =>
                submissionOf(inside, programme.id, submission),
              );
              if (
                (await programme.act('2026-02-01', (inside, who) => publishSubmission(inside, who, submission, site)))
                  .ok &&
                before
              ) {
                clearings += 1;
                cleared.add(before.content.changed);
              }
            }
            const own = await school.act('2026-02-01', (inside) => spotlightOf(inside, school.id, id));
            const shown = await gates.public.read(nobody, async (read) => {
              const { practices } = await publishedPractices(read, { from: 0, count: 5 });
              return Promise.all(
                practices.map(async ({ slug }) => (await publicationVersion(read, 'practice', slug))?.content ?? ''),
              );
            });
            assert.ok(shown.length <= 1 && (clearings > 0 || shown.length === 0), step);
            for (const content of shown)
              assert.ok(
                [...cleared].some((words) => content.includes(words)),
                step,
              );
            assert.equal(own?.isPublic, clearings > 0, step);
            if (own?.state === 'withdrawn') assert.deepEqual(shown, []);
          }
        }),
    ),
    { numRuns: 12 },
  );
});

test('what was withdrawn keeps its page with the reason, and leaves library and search; its keeper can do it too', () =>
  within(async (place) => {
    const { write, gates, programme, school, draft } = place;
    const { id, slug } = await published(place, school, draft);
    assert.deepEqual(await school.act('2026-03-01', (inside, who) => withdrawPractice(inside, who, id, ' ', site)), {
      ok: false,
      problem: { code: 'no reason' },
    });
    assert.deepEqual(
      await school.act('2026-03-01', (inside, who) => withdrawPractice(inside, who, id, 'It stopped.', site)),
      { ok: true, value: { slug } },
    );
    const seen = await gates.public.read(
      nobody,
      async (read) =>
        [
          await publishedPractice(read, slug),
          (await publishedPractices(read, { from: 0, count: 5 })).total,
          (await practiceTitles(read, [slug])).get(slug),
        ] as const,
    );
    assert.deepEqual(
      [seen[0]?.state, seen[0]?.withdrawn_on, seen[0]?.reason, seen[1], seen[2]],
      ['withdrawn', '2026-03-01', 'It stopped.', 0, 'A calm start'],
    );
    assert.deepEqual(
      await write.selectFrom('published.passage').select('path').where('kind', '=', 'practice').execute(),
      [],
    );
    const closed = { ok: false, problem: { code: 'wrong state', state: 'withdrawn' } };
    assert.deepEqual(
      await school.act('2026-03-02', (inside, who) => recordSpotlightDraft(inside, who, id, draft)),
      closed,
    );
    assert.deepEqual(await school.act('2026-03-02', (inside, who) => recordReview(inside, who, id)), closed);
    assert.deepEqual(
      await school.act('2026-03-02', (inside, who) => withdrawPractice(inside, who, id, 'Again', site)),
      closed,
    );
    const next = await published(place, school, draft, '2026-03-03');
    assert.ok(
      (
        await programme.act('2026-03-04', (inside, who) =>
          withdrawPractice(inside, who, next.id, 'A child could be recognised.', site),
        )
      ).ok,
    );
    assert.match((await letters(write)).at(-1) ?? '', /Your spotlight was withdrawn/);
    assert.equal(await state(school, next.id), 'withdrawn');
  }));

test('a draft that nobody else saw is thrown away; one that a keeper had stays', () =>
  within(async (place) => {
    const { school, draft } = place;
    const id = await school.act('2026-02-01', (inside, who) => recordSpotlight(inside, who, draft));
    assert.ok((await school.act('2026-02-01', (inside, who) => withdrawSpotlightDraft(inside, who, id))).ok);
    assert.deepEqual(await school.act('2026-02-01', (inside) => spotlightsOf(inside, school.id)), []);
    const had = await submitted(school, draft);
    await school.act('2026-02-01', (inside, who) => withdrawSubmission(inside, who, had));
    assert.deepEqual(await school.act('2026-02-01', (inside, who) => withdrawSpotlightDraft(inside, who, had)), {
      ok: false,
      problem: { code: 'wrong state', state: 'draft' },
    });
  }));

test('uses are replaced, counted, and nobody else’s to change', () =>
  within(async (place) => {
    const { gates, school, other, programme, draft } = place;
    const one = await published(place, school, draft);
    const two = await published(place, school, { ...draft, title: 'Another' });
    const promise = newId(day('2026-03-01'));
    const later = newId(day('2026-03-05'));
    const use = (by: Body, of: string, ...slugs: readonly string[]) =>
      by.act('2026-03-06', (inside) =>
        recordUses(
          inside,
          { promise: of, promiseSlug: `p-${of}`, organisationName: 'The school', aim: 'open early' },
          slugs,
        ),
      );
    const counts = () =>
      gates.public.read(nobody, async (read) => [
        (await publishedPractice(read, one.slug))?.uses,
        (await publishedPractice(read, two.slug))?.uses,
      ]);
    await use(other, promise, one.slug, one.slug, two.slug);
    await use(programme, later, one.slug);
    assert.deepEqual(await counts(), [2, 1]);
    assert.deepEqual(
      (await gates.public.read(nobody, (read) => usesOf(read, one.slug, 5))).map(({ promise_slug }) => promise_slug),
      [`p-${later}`, `p-${promise}`],
      'the newest first',
    );
    await use(other, promise, two.slug);
    assert.deepEqual(await counts(), [1, 1]);
    // Of another's promise nothing goes, and its use cannot be said again.
    await use(school, later);
    assert.deepEqual(await counts(), [1, 1]);
    await use(programme, later);
    assert.deepEqual(await counts(), [0, 1]);
  }));

test('the letters about a review go out once each, a month before and on the day, and again only a year later', () =>
  within(async (place) => {
    const { write, gates, school, draft } = place;
    const { id } = await published(place, school, draft);
    await write.deleteFrom('kit.mail').execute();
    const run = async (iso: string): Promise<readonly string[]> => {
      await runDaily(
        gates.work,
        { review: remindOfReviews },
        { now: day(iso), site, believed: iso },
        (message, problem) => assert.fail(`${message}: ${String(problem)}`),
      );
      const sent = await letters(write);
      await write.deleteFrom('kit.mail').execute();
      return sent;
    };
    assert.deepEqual(await run('2027-01-01'), []);
    assert.match((await run('2027-01-03')).join(), /A spotlight is due for review\nUntil 1 February 2027, say whether/);
    for (const iso of ['2027-01-04', '2027-01-31']) assert.deepEqual(await run(iso), [], iso);
    const due = await run('2027-02-01');
    assert.equal(due.length, 1);
    assert.match(due[0] ?? '', /was to be looked at by 1 February 2027.*\n.*\/work\/practice\//);
    for (const iso of ['2027-02-02', '2027-06-01']) assert.deepEqual(await run(iso), [], iso);
    assert.ok((await school.act('2027-06-02', (inside, who) => recordReview(inside, who, id))).ok);
    assert.deepEqual(await run('2028-01-01'), []);
    assert.equal((await run('2028-05-10')).length, 1, 'a new day has a letter of its own');
    await school.act('2028-05-11', (inside, who) => withdrawPractice(inside, who, id, 'Over.', site));
    assert.deepEqual(await run('2028-06-03'), []);
  }));

test('the library is found by words, with slips of the finger, and by everything that narrows it', () =>
  within(async (place) => {
    const { gates, school, other, charter, draft } = place;
    const calm = await published(place, school, { ...draft, summary: 'Breakfast and books before lessons' });
    const council = await published(
      place,
      other,
      {
        ...draft,
        title: 'The council decides',
        summary: 'Pupils vote on rules',
        need: 'Nobody was asked about calm corridors.',
        needs: ['voice'],
        themes: [`${charter} active-citizens`],
        phase: 'all',
        evidence: 'said',
      },
      '2026-03-01',
    );
    const find = async (wish: Partial<Parameters<typeof publishedPractices>[1]>) => {
      const answer = await gates.public.read(nobody, (read) =>
        publishedPractices(read, { from: 0, count: 10, ...wish }),
      );
      assert.equal(answer.total, answer.practices.length);
      return { slugs: answer.practices.map(({ slug }) => slug), answer };
    };
    assert.deepEqual((await find({})).slugs, [council.slug, calm.slug], 'without words the newest first');
    assert.deepEqual((await find({ q: 'calm' })).slugs, [calm.slug, council.slug], 'a word of the title weighs more');
    assert.deepEqual((await find({ q: 'vote' })).slugs, [council.slug]);
    const slip = await find({ q: 'brekfast' });
    assert.deepEqual([slip.slugs, slip.answer.mended.changed], [[calm.slug], [{ from: 'brekfast', to: 'breakfast' }]]);
    assert.deepEqual(
      slip.answer.practices[0]?.marked?.snippet.filter(({ marked }) => marked).map(({ text }) => text),
      ['Breakfast'],
    );
    const exchanged = await find({ q: 'the cuoncil' });
    assert.deepEqual([exchanged.slugs, exchanged.answer.mended.query], [[council.slug], 'the council']);
    assert.deepEqual((await find({ q: 'Frühstück xyzzy' })).slugs, []);
    const loose = await find({ q: 'breakfast vote' });
    assert.deepEqual([loose.answer.loose, loose.slugs.toSorted()], [true, [calm.slug, council.slug].toSorted()]);
    assert.deepEqual((await find({ q: '"council decides" -breakfast' })).slugs, [council.slug]);
    assert.deepEqual((await find({ theme: `${charter} active-citizens` })).slugs, [council.slug]);
    assert.deepEqual((await find({ need: 'attendance' })).slugs, [calm.slug]);
    assert.deepEqual(
      (await find({ phase: 'Primary' })).slugs,
      [council.slug, calm.slug],
      'what is for every phase is for this one',
    );
    assert.deepEqual((await find({ phase: 'Secondary' })).slugs, [council.slug]);
    assert.deepEqual((await find({ authority: 'E09000007' })).slugs, []);
    const line = (await find({ q: 'vote' })).answer.practices[0];
    assert.deepEqual((await find({ organisation: line?.organisation_slug ?? '' })).slugs, [council.slug]);
    assert.deepEqual((await find({ q: 'calm', need: 'voice' })).slugs, [council.slug]);
  }));
