import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Standing, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { tokenHash } from '#kit/token.js';
import { publishFramework, recordFramework, templates } from '#rooms/frameworks/index.js';
import { agreePromise, publishedPromises } from '#rooms/promises/index.js';
import { rolledBack } from '#test/house.js';
import { waitingLetters } from '#test/letters.js';
import { agreeCharter, publishCharter, recordCharter, recordClause, recordClauseDraft, recordClausePromise, recordHands, recordStage, withdrawClause } from './acts.js';
import { recordCode, withdrawCode } from './codes.js';
import { answerSuggestion, recordFromSuggestion } from './suggestions.js';
import { charterOf, chartersOf, clausesOf, codesOf, handVotesOf, stagesOf, suggestionsOf, tallyOf } from './lookups.js';
import { posterOf, publishedCharter, publishedCharters } from './published.js';
import { answerByChoosing, answerClause, codeOpens, ownBallot, roomSeen, submitSuggestion, takeSeat } from './together.js';
import type { CharterDraft, ClauseDraft, VoteAnswer } from './words.js';

const site = 'https://kept.example';
const day = (iso: string): Date => new Date(`${iso}T10:00:00Z`);
const today = '2026-11-26';
const refused = { code: '42501' };

const draft: CharterDraft = { title: 'Our charter', intro: 'We wrote it.', framework: '', choose: null, safeguarding: 'the safeguarding lead', safeguardingEmail: 'dsl@example.org' };
const clause: ClauseDraft = { heading: '', theme: 'active-citizens', aim: 'ask before a rule changes', steps: ['putting it to each class'], effectVerb: 'can', effect: 'see what changed', owner: null, due: null, easy: [] };

interface Body {
  readonly id: string;
  readonly standing: Standing;
  act<T>(work: (write: Write, who: { readonly organisation: string; readonly account: string; readonly now: Date }) => Promise<T>, iso?: string): Promise<T>;
}

let count = 0;
async function body(write: Write, gates: Gates): Promise<Body> {
  const [id, account] = [newId(), newId()];
  const slug = `charter-test-${process.pid}-${(count += 1)}`;
  await write.insertInto('record.organisation').values({ id, slug, name: `School ${count}`, kind: 'school', authority: null, urn: null, part_of: null }).execute();
  await write.insertInto('record.account').values({ id: account, email: `${slug}@example.org`, name: 'A lead', persona: null, created_at: day(today), closed_at: null }).execute();
  const standing: Standing = { account, organisation: id, boards: '*' };
  return { id, standing, act: (work, iso = today) => gates.work.write(standing, (inside) => work(inside, { organisation: id, account, now: day(iso) })) };
}

const certain = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T => {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
};

interface Begun {
  readonly school: Body;
  readonly slug: string;
  readonly charter: string;
  readonly clauses: readonly string[];
  readonly code: string;
  /** At the door: without an account or an organisation. */
  door<T>(work: (write: Write) => Promise<T>): Promise<T>;
  seat(): Promise<string>;
}

async function begun(write: Write, gates: Gates, more: Partial<CharterDraft> = {}, stage: 'suggestions' | 'discussion' | 'vote' = 'suggestions'): Promise<Begun> {
  const school = await body(write, gates);
  const framework = await school.act(async (inside, who) => {
    const { kind, draft: shipped } = templates['inclusion-charter'];
    const { id, slug } = await recordFramework(inside, who, kind, { ...shipped, name: `Framework ${who.organisation}` });
    certain(await publishFramework(inside, who, id));
    return slug;
  });
  const { slug } = certain(await school.act((inside, who) => recordCharter(inside, who, { ...draft, framework, ...more }, [clause, { ...clause, aim: 'open the hall at lunch', steps: [], theme: null }])));
  certain(await school.act((inside, who) => recordStage(inside, who, slug, stage, null)));
  const { code } = certain(await school.act((inside, who) => recordCode(inside, who, slug, { label: 'Year 4', seats: 40, expires: '2026-12-10' })));
  const charter = (await school.act((inside, who) => charterOf(inside, who.organisation, slug)))?.id ?? '';
  const clauses = (await school.act((inside, who) => clausesOf(inside, who.organisation, charter))).map(({ id }) => id);
  const door = <T>(work: (inside: Write) => Promise<T>): Promise<T> => gates.work.write(nobody, work);
  return { school, slug, charter, clauses, code, door, seat: async () => certain(await door((inside) => takeSeat(inside, code, day(today)))) };
}

test('a code opens the room while it is open, to as many as it has seats', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, code, door, seat } = await begun(write, gates);
    assert.equal((await door((inside) => codeOpens(inside, code, day(today))))?.title, 'Our charter');
    assert.equal(await door((inside) => codeOpens(inside, 'BBBBBBBBB', day(today))), undefined);
    const small = certain(await school.act((inside, who) => recordCode(inside, who, slug, { label: 'Two', seats: 2, expires: '2026-12-10' }))).code;
    const takes = [];
    for (let index = 0; index < 3; index++) takes.push(await door((inside) => takeSeat(inside, small, day(today))));
    assert.deepEqual(takes.map((one) => (one.ok ? 'in' : one.problem)), ['in', 'in', 'full']);
    assert.deepEqual(await door((inside) => takeSeat(inside, code, day('2026-12-11'))), { ok: false, problem: 'not open' });
    const token = await seat();
    assert.equal((await door((inside) => roomSeen(inside, token, day(today))))?.code, code);
    // The day after its last one the seat opens nothing; nor does an invented seat.
    assert.equal(await door((inside) => roomSeen(inside, token, day('2026-12-11'))), null);
    assert.equal(await door((inside) => roomSeen(inside, 'a'.repeat(43), day(today))), null);
    certain(await school.act((inside, who) => withdrawCode(inside, who, slug, code)));
    assert.equal(await door((inside) => roomSeen(inside, token, day(today))), null);
    // The lead reads how many seats each code had taken, and of the closed one none is left.
    assert.deepEqual((await school.act((inside, who) => codesOf(inside, who.organisation, charter))).map(({ label, taken }) => [label, taken]).toSorted(), [['Two', 2], ['Year 4', 0]]);
  });
});

test('what young people write waits until an adult of the organisation has read it', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat } = await begun(write, gates);
    const token = await seat();
    const say = (text: string) => door((inside) => submitSuggestion(inside, token, { kind: 'words', clause: clauses[0] ?? null, body: text }, day(today)));
    certain(await say('Good.'));
    certain(await say('Ask Sam Smith.'));
    certain(await say('I am afraid at home.'));
    certain(await door((inside) => submitSuggestion(inside, token, { kind: 'clause', clause: null, text: { aim: 'play more', steps: ['longer breaks'], effectVerb: 'feel', effect: 'happy' } }, day(today))));
    const seen = async () => (await door((inside) => roomSeen(inside, token, day(today))))?.suggestions ?? [];
    assert.deepEqual(await seen(), []);
    const all = await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter));
    const idOf = (text: string): string => all.find(({ body: said, aim }) => said === text || aim === text)?.id ?? '';
    const review = (text: string, how: Parameters<typeof answerSuggestion>[4]) => school.act((inside, who) => answerSuggestion(inside, who, slug, idOf(text), how, site));
    certain(await review('Good.', { outcome: 'clear' }));
    const edit = (text: string) => ({ outcome: 'edit' as const, words: { aim: null, steps: null, effect: null, body: text } });
    // With nothing taken out the name would be shown to the class; and nobody puts words into a child's mouth.
    assert.deepEqual(await review('Ask Sam Smith.', edit('Ask Sam Smith')), { ok: false, problem: { code: 'nothing taken out' } });
    assert.deepEqual(await review('Ask Sam Smith.', edit('School is great.')), { ok: false, problem: { code: 'rewritten' } });
    assert.deepEqual((await seen()).map(({ body: said }) => said), ['Good.']);
    certain(await review('Ask Sam Smith.', edit('Ask [name].')));
    certain(await review('I am afraid at home.', { outcome: 'withhold', reason: 'worry', pass: true }));
    certain(await review('play more', { outcome: 'clear' }));
    assert.deepEqual(await review('Good.', { outcome: 'clear' }), { ok: false, problem: { code: 'not waiting' } });
    assert.deepEqual((await seen()).map(({ body: said, aim, edited }) => [said ?? aim, edited]).toSorted(), [['Ask [name].', true], ['Good.', false], ['play more', false]]);
    // The name is nowhere any more, and the letter about the worry says nothing of it.
    const { rows: kept } = await sql<{ text: string }>`select row_to_json(s)::text as text from record.charter_suggestion s`.execute(write);
    assert.ok(kept.every(({ text }) => !text.includes('Sam Smith')));
    const letters = (await waitingLetters(write)).filter(({ recipient }) => recipient === 'dsl@example.org');
    assert.equal(letters.length, 1);
    assert.doesNotMatch(`${letters[0]?.subject} ${letters[0]?.body}`, /afraid|home/);
    const taken = certain(await school.act((inside, who) => recordFromSuggestion(inside, who, slug, idOf('play more'))));
    assert.equal((await school.act((inside, who) => clausesOf(inside, who.organisation, charter))).at(-1)?.id, taken.clause);
    assert.deepEqual(await school.act((inside, who) => recordFromSuggestion(inside, who, slug, idOf('play more'))), { ok: false, problem: { code: 'not there' } });
  });
});

test('a worry goes to the safeguarding leads of the school, else of whoever it is part of, and no copy stays', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, door, seat } = await begun(write, gates, { safeguardingEmail: null });
    const token = await seat();
    const pass = async (words: string) => {
      certain(await door((inside) => submitSuggestion(inside, token, { kind: 'words', clause: null, body: words }, day(today))));
      const id = (await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter))).find(({ body: said }) => said === words)?.id ?? '';
      return { id, done: await school.act((inside, who) => answerSuggestion(inside, who, slug, id, { outcome: 'withhold', reason: 'worry', pass: true }, site)) };
    };
    const nobodyThere = await pass('First worry');
    assert.deepEqual(nobodyThere.done, { ok: false, problem: { code: 'nobody to pass to' } });
    const left = await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter));
    assert.deepEqual(left.map(({ state, body: said }) => [state, said]), [['waiting', 'First worry']], 'it waits as it was');
    const appoint = async (organisation: string, email: string) => {
      const account = newId();
      await write.insertInto('record.account').values({ id: account, email, name: 'Safeguarding', persona: null, created_at: day(today), closed_at: null }).execute();
      await sql`insert into record.account_role (account, organisation, role) values (${account}, ${organisation}, 'safeguarding')`.execute(write);
      return (inside: (read: Write) => Promise<unknown>) => gates.work.write({ account, organisation, boards: '*' }, inside);
    };
    const concerns = async (reads: (work: (read: Write) => Promise<unknown>) => Promise<unknown>) => ((await reads(async (inside) => (await sql<{ body: string }>`select body from record.concern`.execute(inside)).rows)) as { body: string }[]).map(({ body: said }) => said);
    // A youth group without leads of its own: those of the council that it is part of.
    const council = await body(write, gates);
    await sql`update record.organisation set part_of = (select slug from record.organisation where id = ${council.id}) where id = ${school.id}`.execute(write);
    const above = await appoint(council.id, `above-${school.id}@example.org`);
    certain((await pass('Second worry')).done);
    assert.deepEqual(await concerns(above), ['Second worry']);
    const own = await appoint(school.id, `own-${school.id}@example.org`);
    const third = await pass('Third worry');
    certain(third.done);
    assert.deepEqual([await concerns(own), await concerns(above)], [['Third worry'], ['Second worry']]);
    assert.deepEqual((await school.act((inside) => sql`select from record.concern`.execute(inside))).rows, [], 'the lead of the charter does not open the store');
    assert.equal((await school.act((inside, who) => suggestionsOf(inside, who.organisation, charter))).find(({ id }) => id === third.id)?.body, null);
    const letters = (await waitingLetters(write)).filter(({ recipient }) => recipient.includes(school.id));
    assert.deepEqual(letters.map(({ recipient }) => recipient).toSorted(), [`above-${school.id}@example.org`, `own-${school.id}@example.org`]);
    for (const letter of letters) assert.doesNotMatch(`${letter.subject} ${letter.body}`, /worry|charter/i);
  });
});

test('another organisation sees none of it and can do nothing to it', async () => {
  await rolledBack(async (write, { gates }) => {
    const { slug, charter, clauses, code, door, seat } = await begun(write, gates);
    const token = await seat();
    certain(await door((inside) => submitSuggestion(inside, token, { kind: 'words', clause: null, body: 'Ours' }, day(today))));
    const other = await body(write, gates);
    assert.deepEqual(await other.act((inside, who) => chartersOf(inside, who.organisation)), []);
    assert.equal(await other.act((inside, who) => charterOf(inside, who.organisation, slug)), undefined);
    assert.deepEqual((await other.act((inside) => sql`select from record.charter_suggestion`.execute(inside))).rows, []);
    assert.deepEqual((await other.act((inside) => sql`select from record.together_code`.execute(inside))).rows, []);
    const notThere = { ok: false, problem: { code: 'not there' } };
    assert.deepEqual(await other.act((inside, who) => recordStage(inside, who, slug, 'vote', null)), notThere);
    assert.deepEqual(await other.act((inside, who) => recordClauseDraft(inside, who, slug, clauses[0] ?? '', clause)), notThere);
    assert.deepEqual(await other.act((inside, who) => withdrawCode(inside, who, slug, code)), notThere);
    // The functions of the database ask whose charter it is, too.
    await other.act((inside) => sql`select record.open_vote(${charter}::uuid), record.close_vote(${charter}::uuid, ${today}::date), record.close_seats(${code})`.execute(inside));
    assert.notEqual(await door((inside) => roomSeen(inside, token, day(today))), null);
    assert.deepEqual((await sql`select from record.vote_secret`.execute(write)).rows, []);
  });
});

test('one seat votes once for each clause and may change its answer; counts show after the vote, and none below ten', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat } = await begun(write, gates, {}, 'vote');
    const [first = '', second = ''] = clauses;
    const vote = (token: string, on: string, answer: VoteAnswer) => door((inside) => answerClause(inside, token, on, answer, day(today)));
    for (let voter = 0; voter < 11; voter++) {
      const token = await seat();
      certain(await vote(token, first, 'no'));
      certain(await vote(token, first, voter < 8 ? 'yes' : 'not sure'));
      if (voter < 9) certain(await vote(token, second, 'yes'));
      assert.deepEqual([...(await door((inside) => ownBallot(inside, token, day(today)))).entries()].length, voter < 9 ? 2 : 1);
    }
    assert.deepEqual(await school.act((inside, who) => tallyOf(inside, who.organisation, charter)), []);
    assert.deepEqual(await school.act((inside, who) => recordClauseDraft(inside, who, slug, first, { ...clause, aim: 'something else' })), { ok: false, problem: { code: 'wrong stage', stage: 'vote' } });
    assert.deepEqual(await vote(await seat(), newId(), 'yes'), { ok: false, problem: 'no such clause' });
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
    const tally = new Map((await school.act((inside, who) => tallyOf(inside, who.organisation, charter))).map((one) => [one.clause, one]));
    assert.deepEqual(tally.get(first), { clause: first, people: 11, yes: 8, no: 0, notSure: 3, chosen: null });
    assert.deepEqual(tally.get(second), { clause: second, people: null, yes: null, no: null, notSure: null, chosen: null });
    assert.deepEqual(await vote(await seat(), first, 'yes'), { ok: false, problem: 'not now' });
    certain(await school.act((inside, who) => recordHands(inside, who, slug, [{ clause: second, group: 'Year 1', day: today, yes: 4, no: 1, notSure: 0 }])));
    assert.equal((await school.act((inside, who) => handVotesOf(inside, who.organisation, charter)))[0]?.yes, 4);
  });
});

test('where some are chosen, nobody chooses more than allowed', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat } = await begun(write, gates, { choose: 1 }, 'vote');
    for (let voter = 0; voter < 10; voter++) {
      const token = await seat();
      assert.deepEqual(await door((inside) => answerByChoosing(inside, token, clauses, day(today))), { ok: false, problem: 'too many' });
      certain(await door((inside) => answerByChoosing(inside, token, clauses.slice(1), day(today))));
      certain(await door((inside) => answerByChoosing(inside, token, clauses.slice(0, 1), day(today))));
      assert.deepEqual(await door((inside) => answerClause(inside, token, clauses[0] ?? '', 'yes', day(today))), { ok: false, problem: 'not now' });
    }
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
    assert.deepEqual((await school.act((inside, who) => tallyOf(inside, who.organisation, charter))).map(({ people, chosen }) => [people, chosen]).toSorted(), [[10, 0], [10, 10]]);
  });
});

test('no vote can be joined to a seat, to a suggestion or to a person: not through the work gate, and not from the tables themselves', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat } = await begun(write, gates);
    const token = await seat();
    certain(await door((inside) => submitSuggestion(inside, token, { kind: 'words', clause: null, body: 'Mine' }, day(today))));
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'vote', null)));
    certain(await door((inside) => answerClause(inside, token, clauses[0] ?? '', 'no', day(today))));
    // The gate in which pages work, as the lead and as nobody.
    for (const standing of [school.standing, nobody]) {
      for (const table of ['together_seat', 'clause_vote', 'vote_secret']) await assert.rejects(gates.work.write(standing, (inside) => sql`select * from ${sql.table(`record.${table}`)}`.execute(inside)), refused, table);
      await assert.rejects(gates.work.write(standing, (inside) => sql`select record.voter_number(${school.id}::uuid, ${charter}::uuid, ${tokenHash(token)})`.execute(inside)), refused);
    }
    // A dump of everything: which values does a vote share with a seat or a suggestion?
    const dump = async (table: string): Promise<readonly string[]> => (await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.table(`record.${table}`)} t where charter = ${charter}`.execute(write)).rows.flatMap(({ row }) => Object.values(row).map((value) => JSON.stringify(value)));
    const [votes, seats, suggestions] = [await dump('clause_vote'), await dump('together_seat'), await dump('charter_suggestion')];
    assert.equal(votes.length, 5);
    const shared = (one: readonly string[], other: readonly string[]): readonly string[] => one.filter((value) => other.includes(value));
    const known = [JSON.stringify(school.id), JSON.stringify(charter)].toSorted();
    assert.deepEqual(shared(votes, seats).toSorted(), known);
    assert.deepEqual(shared(votes, suggestions).toSorted(), known);
    assert.deepEqual(shared(seats, suggestions).filter((value) => !known.includes(value)), [JSON.stringify(today)]);
    // Even with the secret nobody gets from the seat that is kept to the number that voted: it takes the token.
    const { rows } = await sql<{ number: Buffer; voter: Buffer }>`select record.voter_number(${school.id}::uuid, ${charter}::uuid, s.token_hash) as number, v.voter from record.together_seat s, record.clause_vote v where s.charter = ${charter} and v.charter = ${charter}`.execute(write);
    assert.ok(rows.length > 0 && rows.every(({ number, voter }) => !number.equals(voter)));
    // When the vote closes, secret and answers are gone, and the token itself leads nowhere.
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'counted', null)));
    assert.deepEqual([await dump('clause_vote'), await dump('vote_secret')], [[], []]);
    assert.equal((await door((inside) => ownBallot(inside, token, day(today)))).size, 0);
    // No line of the journal has anything of it, and none was written by somebody at the door.
    const { rows: lines } = await sql<{ verb: string; detail: string }>`select verb, detail::text as detail from kit.journal where scope = ${school.id} and kind = 'charter'`.execute(write);
    assert.ok(lines.length > 0 && lines.every(({ detail }) => !/Mine|"no"/.test(detail)));
  });
});

test('a vote that is gone back from is counted, and the next one begins from nothing', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses, door, seat } = await begun(write, gates, {}, 'vote');
    const token = await seat();
    certain(await door((inside) => answerClause(inside, token, clauses[0] ?? '', 'yes', day(today))));
    assert.deepEqual(await school.act((inside, who) => recordStage(inside, who, slug, 'discussion', ' ')), { ok: false, problem: { code: 'no reason' } });
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'discussion', 'A word was wrong')));
    assert.equal((await school.act((inside, who) => stagesOf(inside, who.organisation, charter))).at(-1)?.reason, 'A word was wrong');
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'vote', null)));
    assert.equal((await door((inside) => ownBallot(inside, token, day(today)))).size, 0);
  });
});

test('only what is agreed becomes public; a clause becomes a promise, and its status shows once that is agreed', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses } = await begun(write, gates);
    const [first = '', second = ''] = clauses;
    assert.deepEqual(await school.act((inside, who) => publishCharter(inside, who, slug)), { ok: false, problem: { code: 'wrong stage', stage: 'suggestions' } });
    assert.deepEqual(await school.act((inside, who) => recordClausePromise(inside, who, slug, first)), { ok: false, problem: { code: 'wrong stage', stage: 'suggestions' } });
    const agreed = { body: 'Governing body', role: 'deputy head', group: 'School council', on: today };
    assert.deepEqual(await school.act((inside, who) => agreeCharter(inside, who, slug, { ...agreed, clauses: [newId()] })), { ok: false, problem: { code: 'nothing agreed' } });
    certain(await school.act((inside, who) => agreeCharter(inside, who, slug, { ...agreed, clauses: [first] })));
    assert.deepEqual(await school.act((inside, who) => withdrawClause(inside, who, slug, first)), { ok: false, problem: { code: 'wrong stage', stage: 'agreed' } });
    assert.equal(certain(await school.act((inside, who) => publishCharter(inside, who, slug))).version, 1);
    const listed = await gates.public.read(nobody, (read) => publishedCharters(read, {}, 10));
    assert.deepEqual(listed.rows.filter((one) => one.slug === slug).map(({ clauses: number }) => number), [1]);
    assert.match((await gates.public.read(nobody, (read) => posterOf(read, slug)))?.subarray(0, 5).toString() ?? '', /^%PDF-/);
    assert.deepEqual(await school.act((inside, who) => recordClausePromise(inside, who, slug, second)), { ok: false, problem: { code: 'not agreed yet' } });
    const { promise } = certain(await school.act((inside, who) => recordClausePromise(inside, who, slug, first)));
    assert.deepEqual(await school.act((inside, who) => recordClausePromise(inside, who, slug, first)), { ok: false, problem: { code: 'promised already' } });
    assert.equal((await gates.public.read(nobody, (read) => publishedCharter(read, slug)))?.promises.get(first), promise);
    // Still a draft, because nobody owns it and it has no date: readers find no promise.
    assert.equal((await gates.public.read(nobody, (read) => publishedPromises(read, { charter: slug, today, count: 5 }))).total, 0);
    const { rows } = await sql<{ id: string }>`update record.promise set owner = 'Deputy head', due = '2027-06-01' where slug = ${promise} returning id`.execute(write);
    certain(await school.act((inside, who) => agreePromise(inside, who, rows[0]?.id ?? '', { by: 'Governing body', link: null, on: today })));
    assert.equal((await gates.public.read(nobody, (read) => publishedPromises(read, { charter: slug, today, count: 5 }))).promises[0]?.slug, promise);
    // The next version: worked on in private, published as version 2.
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'preparing', 'A new year')));
    certain(await school.act((inside, who) => recordClause(inside, who, slug, { ...clause, aim: 'plant a tree' })));
    const ids = (await school.act((inside, who) => clausesOf(inside, who.organisation, charter))).map(({ id }) => id);
    certain(await school.act((inside, who) => agreeCharter(inside, who, slug, { ...agreed, clauses: ids })));
    assert.equal(certain(await school.act((inside, who) => publishCharter(inside, who, slug))).version, 2);
    assert.equal((await gates.public.read(nobody, (read) => publishedCharter(read, slug)))?.promises.get(first), promise);
  });
  closeTypesetter();
});
