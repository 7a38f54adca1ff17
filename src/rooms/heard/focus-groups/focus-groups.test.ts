import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { openAccount, type Who } from '#rooms/ground/people/index.js';
import { takeInTexts } from '#rooms/heard/reviews/index.js';
import { rolledBack } from '#test/house.js';
import {
  readQuote,
  recordConversation,
  recordConversationDraft,
  recordQuote,
  recordQuoteDraft,
  recordTextQuote,
  setQuoteAside,
} from './acts.js';
import { conversationsOf, quotesOf, textsToQuote } from './lookups.js';
import { readConversation, readQuoteForm, themesTyped } from './pages/focus-groups/conversation.form.js';
import { attribution, lacksOf, leastGroup, ownThemes, saidBy } from './rules.js';
import type { ConversationDraft } from './words.js';

const now = new Date('2026-11-26T10:00:00Z');
const draft: ConversationDraft = {
  kind: 'focus group',
  who: 'students',
  phase: 'secondary',
  day: '2026-11-20',
  present: 8,
  eligible: 900,
  setting: 'Millpond',
  survey: null,
  facilitator: 'youth worker',
  notes: 'Zeppelins were mentioned',
};

void test('a quote is usable only when a second person has read it, nobody could recognise it, and ten or more could have said it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'b'),
      fc.option(fc.constantFrom('a', 'b')),
      fc.option(fc.boolean()),
      fc.option(fc.integer({ min: 0, max: 30 })),
      fc.option(fc.constant('words')),
      (coded_by, read_by, recognisable, eligible, words) => {
        const usable = lacksOf({ coded_by, read_by, recognisable, eligible, words }).length === 0;
        assert.equal(
          usable,
          read_by !== null &&
            read_by !== coded_by &&
            recognisable === false &&
            eligible !== null &&
            eligible >= leastGroup &&
            words !== null,
        );
      },
    ),
  );
});

void test('a quote is attributed to people and phase, and to nothing closer', () => {
  assert.deepEqual(
    ['student primary', 'student secondary', 'educator', 'parent or carer', 'school leader'].map((audience) => {
      const { who, phase } = saidBy(audience);
      return attribution(who, phase);
    }),
    ['Student, primary', 'Student, secondary', 'Educator', 'Parent or carer', 'School leader'],
  );
  assert.deepEqual(ownThemes(' fair  rules, being known,,fair rules '), ['fair rules', 'being known']);
});

void test('forms are read, and say what they lack', () => {
  const typed = {
    kind: 'interview',
    who: 'school leaders',
    phase: 'primary',
    'day-day': '1',
    'day-month': '11',
    'day-year': '2026',
    present: '1',
    eligible: '',
    facilitator: ' a  researcher ',
    survey: 'x',
    notes: 'a\r\nb',
  };
  assert.deepEqual(readConversation(typed, '2026-11-26', ['y']), {
    problems: [],
    draft: {
      kind: 'interview',
      who: 'school leaders',
      phase: 'primary',
      day: '2026-11-01',
      present: 1,
      eligible: null,
      setting: null,
      survey: null,
      facilitator: 'a researcher',
      notes: 'a\nb',
    },
  });
  assert.deepEqual(
    readConversation({ ...typed, present: '41', eligible: '40' }, '2026-11-26', []).problems.map(({ field }) => field),
    ['eligible'],
  );
  assert.deepEqual(
    readConversation({}, '2026-11-26', []).problems.map(({ field }) => field),
    ['kind', 'who', 'phase', 'day-day', 'present', 'facilitator'],
  );
  assert.deepEqual(
    readConversation({ ...typed, 'day-year': '2027', eligible: 'many' }, '2026-11-26', []).problems.map(
      ({ field }) => field,
    ),
    ['day-day', 'eligible'],
  );
  const read = readQuoteForm({ words: 'Yes', theme: 'f a', own: 'b, c' }, ['f a']);
  assert.deepEqual(read.draft.themes, ['f a', 'b', 'c']);
  assert.deepEqual(themesTyped(read.draft.themes, ['f a']), { theme: 'f a', own: 'b, c' });
  assert.deepEqual(
    readQuoteForm({ words: ' ', own: 'a,b,c,d,e,f' }, []).problems.map(({ field }) => field),
    ['words', 'own'],
  );
});

async function programme(write: Write) {
  const organisation = newId();
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: `programme-${organisation.slice(-12)}`, name: 'Programme', kind: 'programme' })
    .execute();
  const account = (email: string) =>
    openAccount(
      write,
      {
        email: `${email}-${organisation.slice(-12)}@focus.example`,
        name: email,
        persona: null,
        organisation,
        role: 'lead',
      },
      now,
    );
  return { organisation, ada: await account('ada'), tunde: await account('tunde'), third: await account('third') };
}

void test('a quote is read by somebody else, changed, read again and set aside; other organisations see nothing', () =>
  rolledBack(async (write, { gates }) => {
    const { organisation, ada, tunde } = await programme(write);
    const act = <T>(account: string, work: (inside: Write, who: Who) => Promise<T>, at = organisation): Promise<T> =>
      gates.work.write({ account, organisation: at, boards: '*' }, (inside) =>
        work(inside, { account, organisation: at, now }),
      );
    const conversation = await act(ada, (inside, who) => recordConversation(inside, who, draft));
    const made = await act(ada, (inside, who) =>
      recordQuote(inside, who, conversation, 'Umbrellas help', ['fair rules']),
    );
    const id = made.ok ? made.value : '';
    const quote = async () =>
      (await act(ada, (inside) => quotesOf(inside, organisation, { quote: id })))[0] ?? assert.fail('no quote');
    assert.deepEqual(lacksOf(await quote()), ['second reader']);
    assert.deepEqual(await act(ada, (inside, who) => readQuote(inside, who, id, false)), {
      ok: false,
      problem: 'own quote',
    });
    await assert.rejects(
      act(ada, (inside) =>
        sql`update record.quote set read_by = coded_by, read_on = '2026-11-26', recognisable = false where id = ${id}`.execute(
          inside,
        ),
      ),
      { code: '23514' },
      'the table says so too',
    );
    assert.ok((await act(tunde, (inside, who) => readQuote(inside, who, id, true))).ok);
    assert.deepEqual(lacksOf(await quote()), ['recognisable']);
    assert.ok((await act(tunde, (inside, who) => readQuote(inside, who, id, false))).ok);
    assert.deepEqual(lacksOf(await quote()), []);
    await act(ada, (inside, who) => recordQuoteDraft(inside, who, id, 'Umbrellas help', ['weather']));
    assert.deepEqual(
      [lacksOf(await quote()), (await quote()).themes],
      [[], ['weather']],
      'other themes need no reader',
    );
    await act(tunde, (inside, who) => recordQuoteDraft(inside, who, id, 'Umbrellas help a lot', ['weather']));
    assert.deepEqual(
      [lacksOf(await quote()), (await quote()).coder],
      [['second reader'], 'tunde'],
      'other words must be read again, and by somebody else than who changed them',
    );
    assert.deepEqual(
      await act(ada, (inside, who) => readQuote(inside, who, id, false, 0)),
      { ok: false, problem: 'changed meanwhile' },
      'by a page that still shows the earlier words',
    );
    await act(ada, (inside, who) =>
      recordConversationDraft(inside, who, conversation, { ...draft, phase: 'primary', eligible: 9 }),
    );
    assert.deepEqual([lacksOf(await quote()), (await quote()).phase], [['second reader', 'small group'], 'primary']);
    // Larger again: not usable before somebody has read it again.
    assert.ok((await act(ada, (inside, who) => readQuote(inside, who, id, false))).ok);
    await act(ada, (inside, who) =>
      recordConversationDraft(inside, who, conversation, { ...draft, phase: 'primary', eligible: 10 }),
    );
    assert.deepEqual(lacksOf(await quote()), ['second reader']);
    await act(ada, (inside, who) => setQuoteAside(inside, who, id, true));
    assert.equal((await quote()).set_aside, true);
    const other = await programme(write);
    assert.deepEqual(
      await act(
        other.ada,
        (inside) => conversationsOf(inside, other.organisation, {}, 5).then(({ rows }) => rows),
        other.organisation,
      ),
      [],
    );
    assert.equal(
      (await act(other.ada, (inside) => sql`select * from record.quote`.execute(inside), other.organisation)).rows
        .length,
      0,
    );
    assert.deepEqual(
      await act(other.ada, (inside, who) => recordQuote(inside, who, conversation, 'x', []), other.organisation),
      { ok: false, problem: 'not there' },
    );
    const journalled = JSON.stringify(
      (await sql`select * from kit.journal where scope = ${organisation}`.execute(write)).rows,
    );
    for (const word of ['Umbrellas', 'Zeppelins', 'weather', 'Millpond']) assert.ok(!journalled.includes(word), word);
  }));

void test('a cleared text becomes a quote once, and stops being one when its reviewer takes it back', () =>
  rolledBack(async (write, { gates }) => {
    const { organisation, ada, tunde, third } = await programme(write);
    const act = <T>(account: string, work: (inside: Write, who: Who) => Promise<T>): Promise<T> =>
      gates.work.write({ account, organisation, boards: '*' }, (inside) =>
        work(inside, { account, organisation, now }),
      );
    const [survey, instrument] = [newId(), newId()];
    await write
      .insertInto('record.instrument')
      .values({ organisation, id: instrument, slug: 'i', draft: '{}', changed_at: now })
      .execute();
    await write
      .insertInto('record.instrument_version')
      .values({ organisation, instrument, number: 1, content: '{}', sealed_on: '2026-11-01' })
      .execute();
    await sql`insert into record.survey (organisation, id, slug, name, instrument, version, wave, audiences,
      languages, sheet, changed_at) values (${organisation}, ${survey}, 's', 'S', ${instrument}, 1, 1, '{}', '{}',
      '{}', ${now})`.execute(write);
    await sql`insert into record.survey_reviewer (organisation, survey, account) values (${organisation}, ${survey}, ${ada})`.execute(
      write,
    );
    for (const body of ['one', 'two', 'three'])
      await sql`insert into intake.text (organisation, survey, audience, item, language, body, day)
        values (${organisation}, ${survey}, 'student primary', 'i', 'en', ${body}, '2026-11-25')`.execute(write);
    await gates.work.write(nobody, takeInTexts);
    await act(ada, (inside) =>
      sql`update record.free_text set state = 'cleared', quotable = body <> 'three', reviewer = ${ada}, decided_on = '2026-11-26'`.execute(
        inside,
      ),
    );
    const waiting = await act(tunde, (inside) => textsToQuote(inside, organisation));
    assert.deepEqual(waiting.map(({ words }) => words).toSorted(), ['one', 'two'], 'only what nobody could recognise');
    const [one, two] = [
      waiting.find(({ words }) => words === 'one')?.id ?? '',
      waiting.find(({ words }) => words === 'two')?.id ?? '',
    ];
    assert.ok((await act(tunde, (inside, who) => recordTextQuote(inside, who, survey, one))).ok);
    assert.deepEqual(await act(tunde, (inside, who) => recordTextQuote(inside, who, survey, one)), {
      ok: false,
      problem: 'coded already',
    });
    assert.deepEqual(await act(tunde, (inside, who) => recordTextQuote(inside, who, survey, newId())), {
      ok: false,
      problem: 'not cleared',
    });
    assert.ok((await act(ada, (inside, who) => recordTextQuote(inside, who, survey, two))).ok);
    const quotes = async () =>
      new Map(
        (await act(ada, (inside) => quotesOf(inside, organisation))).map((quote) => [
          quote.text,
          [quote.words, quote.reader, ...lacksOf(quote)],
        ]),
      );
    assert.deepEqual(
      (await quotes()).get(one),
      ['one', 'ada', 'small group'],
      'its reviewer was its second reader; how many answered is not known',
    );
    assert.deepEqual(
      (await quotes()).get(two),
      ['two', null, 'second reader', 'small group'],
      'who cleared it and took it up needs somebody else',
    );
    // Twelve of the audience have answered: a class, by its cards.
    const way = newId();
    await sql`insert into intake.survey (survey, organisation, asked, opens_on, closes_on, late_until, keep_until)
      values (${survey}, ${organisation}, '{}', '2026-11-01', '2026-12-01', '2026-12-08', '2028-12-01')`.execute(write);
    await sql`insert into intake.way_in (survey, way_in, audience, kind, code_hash, place)
      values (${survey}, ${way}, 'student primary', 'open link', '\\x00', '{}')`.execute(write);
    await sql`insert into intake.pass (hash, way_in) select sha256(n::text::bytea), ${way}::uuid from generate_series(1, 12) n`.execute(
      write,
    );
    await sql`insert into intake.spent (hash, way_in, submission)
      select sha256(n::text::bytea), ${way}::uuid, sha256(n::text::bytea) from generate_series(1, 12) n`.execute(write);
    assert.deepEqual((await quotes()).get(one), ['one', 'ada']);
    const known =
      (await act(ada, (inside) => quotesOf(inside, organisation))).find((quote) => quote.text === one)?.id ?? '';
    await act(ada, (inside, who) => recordQuoteDraft(inside, who, known, null, ['quiet']));
    await sql`delete from intake.spent where way_in = ${way}`.execute(write);
    assert.deepEqual((await quotes()).get(one), ['one', 'ada'], 'what was counted stays when codes are forgotten');
    assert.deepEqual((await quotes()).get(two), ['two', null, 'second reader', 'small group']);
    await act(ada, (inside) =>
      sql`update record.free_text set state = 'redacted', edited = '[name]', reviewer = ${ada}, decided_on = '2026-11-26' where id = ${one}`.execute(
        inside,
      ),
    );
    assert.deepEqual(
      (await quotes()).get(one),
      ['[name]', null, 'second reader'],
      'who took something out is no second reader of what is left',
    );
    assert.deepEqual(await act(ada, (inside, who) => readQuote(inside, who, known, false)), {
      ok: false,
      problem: 'own quote',
    });
    // Read as it was left, and then let out whole by whoever decides last: nobody has read that.
    assert.ok(
      (
        await act(tunde, (inside) =>
          sql`update record.quote set coded_by = ${third} where id = ${known} returning 1`.execute(inside),
        )
      ).rows.length === 1,
    );
    await sql`insert into record.survey_reviewer (organisation, survey, account) values (${organisation}, ${survey}, ${third})`.execute(
      write,
    );
    await act(third, (inside) =>
      sql`update record.free_text set edited = '[removed]', reviewer = ${third}, decided_on = '2026-11-26' where id = ${one}`.execute(
        inside,
      ),
    );
    const page =
      (await act(ada, (inside) => quotesOf(inside, organisation))).find((quote) => quote.text === one) ?? assert.fail();
    await act(third, (inside) =>
      sql`update record.free_text set edited = '[name]', reviewer = ${third}, decided_on = '2026-11-26' where id = ${one}`.execute(
        inside,
      ),
    );
    assert.deepEqual(
      await act(tunde, (inside, who) => readQuote(inside, who, known, false, page.version)),
      { ok: false, problem: 'changed meanwhile' },
      'the page showed other words',
    );
    assert.ok((await act(tunde, (inside, who) => readQuote(inside, who, known, false, page.version + 1))).ok);
    assert.deepEqual((await quotes()).get(one), ['[name]', 'tunde']);
    await act(third, (inside) =>
      sql`update record.free_text set state = 'cleared', edited = null, reviewer = ${third}, decided_on = '2026-11-26' where id = ${one}`.execute(
        inside,
      ),
    );
    assert.deepEqual((await quotes()).get(one), ['one', null, 'second reader'], 'who read less has not read this');
    await act(ada, (inside) =>
      sql`update record.free_text
        set state = 'withheld', edited = null, reason = 'names somebody', quotable = false, reviewer = ${ada},
        decided_on = '2026-11-26' where id = ${one}`.execute(inside),
    );
    assert.deepEqual((await quotes()).get(one), [null, 'tunde', 'not cleared']);
  }));
