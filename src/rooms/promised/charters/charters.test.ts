import { day } from '#test/leads.js';
import { today, clause, body, certain, begun } from './test/begun.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import { agreePromise, publishedPromises } from '#rooms/promised/promises/index.js';
import { rolledBack } from '#test/house.js';
import {
  agreeCharter,
  publishCharter,
  recordClause,
  recordClauseDraft,
  recordClausePromise,
  recordStage,
  withdrawClause,
} from './acts.js';
import { withdrawCode } from './codes.js';
import { charterOf, chartersOf, clausesOf } from './lookups.js';
import { roomSeen, submitSuggestion } from '#rooms/promised/together/index.js';
import { posterOf, publishedCharter, publishedCharters } from './published.js';

test('another organisation sees none of it and can do nothing to it', async () => {
  await rolledBack(async (write, { gates }) => {
    const { slug, charter, clauses, code, door, seat } = await begun(write, gates);
    const token = await seat();
    certain(
      await door((inside) =>
        submitSuggestion(inside, token, { kind: 'words', clause: null, body: 'Ours' }, day(today)),
      ),
    );
    const other = await body(write, gates);
    assert.deepEqual(
      await other.act((inside, who) => chartersOf(inside, who.organisation, {}, 5)).then(({ rows }) => rows),
      [],
    );
    assert.equal(await other.act((inside, who) => charterOf(inside, who.organisation, slug)), undefined);
    assert.deepEqual(
      (await other.act((inside) => sql`select from record.charter_suggestion`.execute(inside))).rows,
      [],
    );
    assert.deepEqual((await other.act((inside) => sql`select from record.together_code`.execute(inside))).rows, []);
    const notThere = { ok: false, problem: { code: 'not there' } };
    assert.deepEqual(await other.act((inside, who) => recordStage(inside, who, slug, 'vote', null)), notThere);
    assert.deepEqual(
      await other.act((inside, who) => recordClauseDraft(inside, who, slug, clauses[0] ?? '', clause)),
      notThere,
    );
    assert.deepEqual(await other.act((inside, who) => withdrawCode(inside, who, slug, code)), notThere);
    // The functions of the database ask whose charter it is, too.
    await other.act((inside) =>
      sql`select record.open_vote(${charter}::uuid), record.close_vote(${charter}::uuid, ${today}::date, ${today}::date), record.close_seats(${code})`.execute(
        inside,
      ),
    );
    assert.notEqual(await door((inside) => roomSeen(inside, token, day(today))), null);
    assert.deepEqual((await sql`select from record.vote_secret`.execute(write)).rows, []);
  });
});

test('only what is agreed becomes public; a clause becomes a promise, and its status shows once that is agreed', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, slug, charter, clauses } = await begun(write, gates);
    const [first = '', second = ''] = clauses;
    assert.deepEqual(await school.act((inside, who) => publishCharter(inside, who, slug)), {
      ok: false,
      problem: { code: 'wrong stage', stage: 'suggestions' },
    });
    assert.deepEqual(await school.act((inside, who) => recordClausePromise(inside, who, slug, first)), {
      ok: false,
      problem: { code: 'wrong stage', stage: 'suggestions' },
    });
    const agreed = { body: 'Governing body', role: 'deputy head', group: 'School council', on: today };
    assert.deepEqual(
      await school.act((inside, who) => agreeCharter(inside, who, slug, { ...agreed, clauses: [newId()] })),
      { ok: false, problem: { code: 'nothing agreed' } },
    );
    certain(await school.act((inside, who) => agreeCharter(inside, who, slug, { ...agreed, clauses: [first] })));
    assert.deepEqual(await school.act((inside, who) => withdrawClause(inside, who, slug, first)), {
      ok: false,
      problem: { code: 'wrong stage', stage: 'agreed' },
    });
    assert.equal(certain(await school.act((inside, who) => publishCharter(inside, who, slug))).version, 1);
    const listed = await gates.public.read(nobody, (read) => publishedCharters(read, {}, 10));
    assert.deepEqual(
      listed.rows.filter((one) => one.slug === slug).map(({ clauses: number }) => number),
      [1],
    );
    assert.match(
      (await gates.public.read(nobody, (read) => posterOf(read, slug)))?.subarray(0, 5).toString() ?? '',
      /^%PDF-/,
    );
    assert.deepEqual(await school.act((inside, who) => recordClausePromise(inside, who, slug, second)), {
      ok: false,
      problem: { code: 'not agreed yet' },
    });
    const { promise } = certain(await school.act((inside, who) => recordClausePromise(inside, who, slug, first)));
    assert.deepEqual(await school.act((inside, who) => recordClausePromise(inside, who, slug, first)), {
      ok: false,
      problem: { code: 'promised already' },
    });
    assert.equal(
      (await gates.public.read(nobody, (read) => publishedCharter(read, slug)))?.promises.get(first),
      promise,
    );
    // Still a draft, because nobody owns it and it has no date: readers find no promise.
    assert.equal(
      (await gates.public.read(nobody, (read) => publishedPromises(read, { charter: slug, today, count: 5 }))).total,
      0,
    );
    const { rows } = await sql<{
      id: string;
    }>`update record.promise set owner = 'Deputy head', due = '2027-06-01' where slug = ${promise} returning id`.execute(
      write,
    );
    certain(
      await school.act((inside, who) =>
        agreePromise(
          inside,
          who,
          rows[0]?.id ?? '',
          { by: 'Governing body', link: null, on: today },
          'https://kept.example',
        ),
      ),
    );
    assert.equal(
      (await gates.public.read(nobody, (read) => publishedPromises(read, { charter: slug, today, count: 5 })))
        .promises[0]?.slug,
      promise,
    );
    // The next version: worked on in private, published as version 2.
    certain(await school.act((inside, who) => recordStage(inside, who, slug, 'preparing', 'A new year')));
    certain(await school.act((inside, who) => recordClause(inside, who, slug, { ...clause, aim: 'plant a tree' })));
    const ids = (await school.act((inside, who) => clausesOf(inside, who.organisation, charter))).map(({ id }) => id);
    certain(await school.act((inside, who) => agreeCharter(inside, who, slug, { ...agreed, clauses: ids })));
    assert.equal(certain(await school.act((inside, who) => publishCharter(inside, who, slug))).version, 2);
    assert.equal(
      (await gates.public.read(nobody, (read) => publishedCharter(read, slug)))?.promises.get(first),
      promise,
    );
  });
  closeTypesetter();
});
