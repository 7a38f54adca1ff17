/** Ways in that stop and go on, batches of cards, and a last day that moves: the acts, as each side. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { forgetNow } from '#test/forget-due.js';
import { surveysRetention } from './retention.js';
import { closeSurvey, moveLastDay, openSurvey, recordDesign, signSheet } from './acts.js';
import { keepCodes, takeCodes } from './cards.js';
import { sameBatches, someBatches, surveyAt, waysIn } from './lookups.js';
import { begun, good, key, mine, now, opened, type Party, problem, site } from './test/parties.js';
import { isSigned } from './sign-off.js';
import { answerSetting } from './settings.js';
import { withdrawWay } from './stop-ways-in.js';
import { endWay, freePlaces, openCards, openWay, raisePlaces } from './ways-in.js';

const keys = (purpose: string): Buffer => Buffer.alloc(32, purpose.length);
const session = (setting: string) =>
  ({ kind: 'class session', setting, audience: 'student primary', label: 'Year 5', places: 30, minutes: 60 }) as const;
const batch = (setting: string) =>
  ({ kind: 'cards', setting, audience: 'student primary', label: 'Year 6, Ash', places: 12, minutes: null }) as const;
const keep = { reason: 'Lost in the post', destroy: false };
const destroy = { reason: 'The code was in a chat group', destroy: true };
const intake = async (write: Write, way: string) =>
  (
    await sql<{
      stopped: string | null;
      closed: boolean;
    }>`select stopped, closed from intake.way_in where way_in = ${way}`.execute(write)
  ).rows[0];

void test('a batch is made once for a form, however often it is sent; a second one for the same people only where it is meant, and then it is seen', () =>
  rolledBack(async (write, { gates }) => {
    const { school, stranger, id } = await opened(write, gates);
    const draft = batch(school.organisation);
    const once = { id: randomUUID(), again: false };
    const make = (by: Party, given = once) => by.act((inside, who) => openCards(inside, who, key, id, draft, given));
    const first = good(await make(school));
    assert.equal(first.codes.length, 12);
    assert.deepEqual(good(await make(school)).codes, [], 'the same form');
    assert.deepEqual(problem(await make(school, { id: randomUUID(), again: false })), { code: 'made already' });
    assert.deepEqual(problem(await make(stranger)), { code: 'not there' });
    const elsewhere = await opened(write, gates);
    const foreign = await elsewhere.school.act((inside, who) =>
      openCards(inside, who, key, elsewhere.id, batch(elsewhere.school.organisation), once),
    );
    assert.deepEqual(problem(foreign), { code: 'not there' }, 'an id that is somebody else’s');
    const seen = async () => school.act((inside) => waysIn(inside, id));
    const twice = async () => school.act((inside) => sameBatches(inside, id, 5));
    assert.deepEqual(await twice(), []);
    const second = good(await make(school, { id: randomUUID(), again: true }));
    assert.deepEqual(await twice(), [{ label: 'Year 6, Ash', many: 2 }]);
    assert.ok((await seen()).every(({ madeBy }) => madeBy === school.account));
    good(await school.act((inside, who) => withdrawWay(inside, who, id, second.id, keep, site)));
    assert.deepEqual(await twice(), []);
    const { rows } = await sql<{
      many: number;
    }>`select count(*)::int as many from intake.pass p join intake.way_in w on w.way_in = p.way_in and w.survey = ${id}`.execute(
      write,
    );
    assert.equal(rows[0]?.many, 24);
  }));

void test('the codes of a batch are handed out once, within half an hour, and to nobody else', () =>
  rolledBack(async (write, { gates }) => {
    const { school, stranger, id } = await opened(write, gates);
    const made = good(await school.act((inside, who) => openCards(inside, who, key, id, batch(school.organisation))));
    await school.act((inside, who) => keepCodes(inside, who, keys, made));
    const { rows } = await sql<{
      sealed: string;
    }>`select encode(sealed, 'escape') as sealed from record.card_codes`.execute(write);
    assert.ok(made.codes.every((code) => !rows[0]?.sealed.includes(code)));
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const waits = async (party: typeof school, minutes: number) =>
      (await party.act((inside) => someBatches(inside, id, at(minutes), {}, 5))).rows.map(({ waitsUntil }) =>
        waitsUntil?.toISOString(),
      );
    assert.deepEqual(await waits(school, 29), [at(30).toISOString()]);
    assert.deepEqual(await waits(stranger, 0), []);
    assert.equal(await stranger.act((inside, who) => takeCodes(inside, who, keys, id, made.id)), null);
    assert.equal(
      await school.act((inside, who) => takeCodes(inside, who, keys, id, made.id), at(31)),
      null,
      'too late',
    );
    assert.deepEqual(await waits(school, 31), [undefined]);
    assert.deepEqual(await school.act((inside, who) => takeCodes(inside, who, keys, id, made.id), at(29)), made.codes);
    assert.equal(await school.act((inside, who) => takeCodes(inside, who, keys, id, made.id), at(29)), null, 'once');
    assert.deepEqual(
      (await school.act((inside) => waysIn(inside, id))).map(({ handedOutOn, handedOutBy }) => [
        handedOutOn,
        handedOutBy,
      ]),
      [['2026-11-30', school.account]],
    );
    await school.act((inside, who) => keepCodes(inside, who, keys, made));
    await forgetNow(write, surveysRetention, 'card codes', at(31));
    assert.deepEqual((await sql`select 1 from record.card_codes`.execute(write)).rows, [], 'nobody fetched them');
  }));

void test('a lead voids what came by a leaked code: with a reason, in the journal, told to the setting, and only whoever asks', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, stranger, slug, id } = await opened(write, gates);
    const { id: way } = good(
      await school.act((inside, who) => openWay(inside, who, key, id, session(school.organisation))),
    );
    await sql`delete from kit.mail`.execute(write);
    assert.deepEqual(problem(await school.act((inside, who) => withdrawWay(inside, who, id, way, destroy, site))), {
      code: 'not there',
    });
    assert.deepEqual(problem(await stranger.act((inside, who) => withdrawWay(inside, who, id, way, keep, site))), {
      code: 'not there',
    });
    assert.deepEqual(
      problem(await asker.act((inside, who) => withdrawWay(inside, who, slug, way, { ...destroy, reason: ' ' }, site))),
      { code: 'no reason' },
    );
    good(await asker.act((inside, who) => withdrawWay(inside, who, slug, way, destroy, site)));
    assert.deepEqual(await intake(write, way), { stopped: 'voided', closed: true });
    const [seen] = await school.act((inside) => waysIn(inside, id));
    assert.deepEqual(
      [seen?.stopped, seen?.stopReason, seen?.stoppedOn, seen?.closedOn],
      ['voided', destroy.reason, '2026-11-30', '2026-11-30'],
    );
    const { rows } = await sql<{
      why: string;
      detail: string;
    }>`select why, detail::text as detail from kit.journal where scope = ${asker.organisation} and verb = 'withdraw'`.execute(
      write,
    );
    assert.deepEqual(
      rows.map(({ why }) => why),
      [destroy.reason],
    );
    assert.match(rows[0]?.detail ?? '', /voided/);
    const letters = await waitingLetters(write);
    assert.equal(letters.length, 1);
    assert.match(
      letters[0]?.body ?? '',
      new RegExp(`has voided a code.*Year 5.*deleted.*${destroy.reason}.*${site}/work/surveys/${id}`, 's'),
    );
    for (const again of [keep, destroy])
      assert.deepEqual(problem(await asker.act((inside, who) => withdrawWay(inside, who, slug, way, again, site))), {
        code: 'stopped',
      });
    assert.deepEqual(problem(await school.act((inside, who) => raisePlaces(inside, who, id, way, 40))), {
      code: 'stopped',
    });
    assert.deepEqual(problem(await school.act((inside, who) => freePlaces(inside, who, id, way))), { code: 'stopped' });
  }));

void test('a school that does not take part is asked first; its cards and codes wait, and work again when it does, except what was voided', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, slug, id } = await opened(write, gates);
    const cards = good(await school.act((inside, who) => openCards(inside, who, key, id, batch(school.organisation))));
    const leaked = good(
      await school.act((inside, who) =>
        openCards(inside, who, key, id, { ...batch(school.organisation), label: 'Year 4' }),
      ),
    );
    const { id: lesson } = good(
      await school.act((inside, who) => openWay(inside, who, key, id, session(school.organisation))),
    );
    const { id: past } = good(
      await school.act((inside, who) =>
        openWay(inside, who, key, id, { ...session(school.organisation), label: 'Year 3' }),
      ),
    );
    good(await school.act((inside, who) => endWay(inside, who, id, past)));
    good(await asker.act((inside, who) => withdrawWay(inside, who, slug, leaked.id, destroy, site)));
    const answer = (by: Party, draft: Parameters<typeof answerSetting>[4]) =>
      by.act((inside, who) => answerSetting(inside, who, id, school.organisation, draft));
    assert.deepEqual(problem(await answer(school, { ...mine, answer: 'does not' })), { code: 'sure' });
    assert.deepEqual(await intake(write, cards.id), { stopped: null, closed: false }, 'nothing happened yet');
    good(await answer(school, { ...mine, answer: 'does not', sure: true }));
    const states = async () => {
      const found: (string | null)[] = [];
      for (const way of [cards.id, lesson, past, leaked.id]) found.push((await intake(write, way))?.stopped ?? null);
      return found;
    };
    assert.deepEqual(await states(), ['paused', 'paused', 'paused', 'voided']);
    assert.deepEqual(
      problem(await school.act((inside, who) => openWay(inside, who, key, id, session(school.organisation)))),
      { code: 'does not take part' },
    );
    assert.deepEqual(good(await answer(asker, mine)), { resumed: 3 });
    assert.deepEqual(await states(), [null, null, null, 'voided']);
    assert.deepEqual(
      [(await intake(write, past))?.closed, (await intake(write, cards.id))?.closed],
      [true, false],
      'what had ended has ended',
    );
    const { rows } = await sql<{
      state: string;
    }>`select count(*)::int as state from intake.pass where way_in = ${cards.id}`.execute(write);
    assert.deepEqual(rows, [{ state: 12 }], 'every card is there');
  }));

void test('a later last day than was signed waits for a signature; it is a year at most, and answers are not kept longer for it', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, slug, id } = await opened(write, gates);
    const move = (to: string) => asker.act((inside, who) => moveLastDay(inside, who, slug, to));
    const survey = async () =>
      (await asker.act((inside, who) => surveyAt(inside, who.organisation, slug))) ?? assert.fail();
    const days = async () =>
      (
        await sql<{
          closes: string;
          kept: string;
        }>`select closes_on::text as closes, keep_until::text as kept from intake.survey where survey = ${id}`.execute(
          write,
        )
      ).rows[0];
    assert.deepEqual(problem(await move('2099-01-01')), { code: 'days long' });
    assert.deepEqual(good(await move('2026-12-10')), { isSigned: true });
    assert.deepEqual(good(await move('2026-12-18')), { isSigned: true }, 'as was signed');
    assert.ok(isSigned(await survey()));
    assert.deepEqual(good(await move('2027-03-01')), { isSigned: false });
    assert.deepEqual(
      [isSigned(await survey()), (await survey()).closesOn, (await survey()).movesTo, (await days())?.closes],
      [false, '2026-12-18', '2027-03-01', '2026-12-18'],
    );
    good(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'data protection officer')));
    assert.deepEqual(
      [isSigned(await survey()), (await survey()).closesOn, (await survey()).movesTo, (await survey()).signedUntil],
      [true, '2027-03-01', null, '2027-03-01'],
    );
    assert.deepEqual(
      await days(),
      { closes: '2027-03-01', kept: '2028-12-10' },
      'deleted as the earliest last day says',
    );
    assert.deepEqual(
      problem(await asker.act((inside, who) => signSheet(inside, who, slug, 'Ann', 'lead'))),
      { code: 'not draft' },
      'nothing waits',
    );
    good(await move('2027-03-10'));
    good(await asker.act((inside, who) => closeSurvey(inside, who, slug)));
    assert.equal((await survey()).movesTo, null);
  }));

void test('a signature under a draft is of its last day too, and no survey opens for more than a year', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, slug, draft, id } = await opened(write, gates);
    await sql`delete from intake.way_in where survey = ${id}`.execute(write);
    await sql`delete from intake.survey where survey = ${id}`.execute(write);
    await sql`update record.survey set stage = 'draft', asked = null where id = ${id}`.execute(write);
    const opening = async (closesOn: string) => {
      good(await asker.act((inside, who) => recordDesign(inside, who, slug, { ...draft, closesOn })));
      return problem(await asker.act((inside, who) => openSurvey(inside, who, slug)));
    };
    assert.deepEqual(await opening('2026-12-19'), { code: 'missing', missing: ['signature void'] });
    assert.deepEqual(await opening('2099-12-19'), { code: 'missing', missing: ['days long', 'signature void'] });
    assert.equal(await opening('2026-12-17'), null);
  }));

void test('a class session is not opened before the first day: its hour would be over', () =>
  rolledBack(async (write, { gates }) => {
    const { asker, school, slug, id } = await begun(write, gates);
    await sql`update record.survey set stage = 'open', opens_on = '2026-12-07', asked = '{}' where id = ${id}`.execute(
      write,
    );
    await sql`insert into record.survey_setting (organisation, survey, setting, invited_on, answer)
      values (${asker.organisation}, ${id}, ${school.organisation}, '2026-11-30', 'takes part')`.execute(write);
    assert.deepEqual(
      problem(await asker.act((inside, who) => openWay(inside, who, key, slug, session(school.organisation)))),
      { code: 'not begun' },
    );
  }));
