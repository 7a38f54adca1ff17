/** Whoever owns the database may change every row of it. What was signed tells. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { headMark, headsNamed, type NamedHead, proofOf, signHead } from '#kit/proof/heads.js';
import { isSignedBy, signerOf } from '#kit/proof/signing.js';
import { missingHeads, verifyAgainst } from '#kit/proof/verify.js';
import { openWitness, witnessed } from '#kit/proof/witness.js';
import { savePublication } from '#kit/publications/publications.js';
import { freshHouse, house, rolledBack } from '#test/house.js';
import { verify } from './verify.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-proof-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const start = Date.parse('2026-12-03T10:00:00Z');
const at = (minutes: number): Date => new Date(start + minutes * 60_000);

async function publish(gates: Gates, subject: string, version = 1): Promise<string> {
  return gates.work.write(nobody, (write) =>
    savePublication(
      write,
      {
        kind: 'practice',
        subject,
        version,
        title: subject,
        content: { subject, version },
        html: `<p>${subject}`,
        pdf: null,
        pages: null,
        changes: null,
        board: '',
        date: null,
        passages: [],
      },
      at(version),
    ),
  );
}

async function note(gates: Gates, scope: string, thing: string): Promise<void> {
  await gates.work.write(nobody, (write) =>
    journal(write, { scope, at: at(0), who: 'kept', verb: 'record', kind: 'thing', thing }),
  );
}

interface Signed {
  readonly write: Write;
  readonly gates: Gates;
  readonly witnessed: readonly NamedHead[];
  /** Changes something as the owner of the database could, looks what `kept verify` says of it, and takes it back. */
  attack(name: string, expected: RegExp | null, ...statements: readonly string[]): Promise<void>;
  faults(key?: string, seen?: readonly NamedHead[]): Promise<readonly string[]>;
}

/** Three publications and two chains of the journal, signed twice. */
async function signedTwice(work: (signed: Signed) => Promise<void>): Promise<void> {
  const signer = signerOf((await house()).secret);
  await rolledBack(async (write, { gates }) => {
    const sign = async (minutes: number, seen: number) =>
      gates.work.write(nobody, (inside) => signHead(inside, { signer, now: at(minutes), seen }));
    await publish(gates, 'bridges');
    await note(gates, 'one', 'first');
    await note(gates, 'two', 'first');
    const first = await sign(1, 0);
    assert.equal(await sign(2, 1), null, 'nothing new, nothing signed');
    await publish(gates, 'doors');
    await publish(gates, 'bridges', 2);
    await note(gates, 'one', 'second');
    const second = await sign(3, 1);
    assert.ok(first && second);
    const heads = [first, second];
    const faults = async (key = signer.key, seen: readonly NamedHead[] = heads) =>
      (await verify(gates, { key, witnessed: seen })).faults;
    await work({
      write,
      gates,
      witnessed: heads,
      faults,
      async attack(name, expected, ...statements) {
        await sql`savepoint attack; set local session_replication_role = replica`.execute(write);
        for (const statement of statements) await sql.raw(statement).execute(write);
        await sql`set local session_replication_role = origin`.execute(write);
        const found = await faults();
        if (expected === null) assert.deepEqual(found, [], name);
        else
          assert.ok(
            found.some((fault) => expected.test(fault)),
            `${name}: ${found.join('\n')}`,
          );
        await sql`rollback to savepoint attack`.execute(write);
      },
    });
  });
}

/** As the owner could: every hash of a chain worked out anew, by the database's own functions. */
const newJournal = `do $$
declare one record; last bytea; begin
  for one in select * from kit.journal order by scope, number loop
    if one.number = 1 then last := decode(repeat('00', 32), 'hex'); end if;
    update kit.journal set previous = last, hash = sha256(last || kit.framed(scope, number::text,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), who, verb, kind, thing, why, detail::text))
      where scope = one.scope and number = one.number returning hash into last;
    update kit.journal_head set hash = last where scope = one.scope;
  end loop;
end $$`;
const newLines = `do $$
declare one published.publication; begin
  delete from published.publication_line;
  for one in select * from published.publication order by published_at, id loop perform published.add_line(one); end loop;
end $$`;
const changePublication = `update published.publication
  set content = '{"changed":true}', content_sha256 = encode(sha256('{"changed":true}'), 'hex') where subject = 'doors'`;
const withdrawn = `update published.publication set withdrawn_on = '2026-12-03', title = '', content = '', html = '' where subject = 'doors'`;
const olderDatabase = [
  `delete from kit.signed_scope where head = 2`,
  `delete from published.signed_head where number = 2`,
  `delete from published.publication where subject = 'doors' or version = 2`,
  `delete from published.publication_line where number > 1`,
  `delete from kit.journal where scope = 'one' and number = 2`,
  `update kit.journal_head set number = 1, hash = (select hash from kit.journal where scope = 'one' and number = 1) where scope = 'one'`,
] as const;

test('each way in which an owner of the database could change the past is seen', async () => {
  await signedTwice(async ({ attack, faults }) => {
    assert.deepEqual(await faults(), []);
    await attack(
      'deletes a publication',
      /practice doors version 1 was deleted/,
      `delete from published.publication where subject = 'doors'`,
    );
    await attack(
      'deletes the last publication',
      /practice bridges version 2 was deleted/,
      `delete from published.publication where version = 2`,
    );
    await attack(
      'deletes the last with its line',
      /3 publications were signed with the head 2, and 2 are here/,
      `delete from published.publication where version = 2`,
      `delete from published.publication_line where number = 3`,
    );
    await attack(
      'deletes one and makes the chain anew',
      /3 publications were signed|not those that were signed/,
      `delete from published.publication where subject = 'doors'`,
      newLines,
    );
    await attack('changes a publication', /doors version 1 is another one than was published/, changePublication);
    await attack(
      'changes a publication and makes the chain anew',
      /are not those that were signed with the head 2/,
      changePublication,
      newLines,
    );
    await attack(
      'puts a publication in by hand',
      /stands in no line/,
      `insert into published.publication
        select gen_random_uuid(), kind, 'new', 1, title, published_at, null, content, content_sha256, html,
        html_sha256, pdf, pdf_sha256, pages, changes from published.publication limit 1`,
    );
    await attack(
      'changes an entry of the journal and makes all chains anew',
      /journal of one up to entry 1 is not the one that was signed with the head 1/,
      `update kit.journal set thing = 'another' where scope = 'one' and number = 1`,
      newJournal,
    );
    await attack(
      'says of a publication that it was withdrawn',
      /doors version 1 is marked as withdrawn, and no line of the journal says/,
      withdrawn,
    );
    await attack(
      'cuts the journal off',
      /Entry 2 of the journal of one.* is missing/,
      `delete from kit.journal where scope = 'one' and number = 2`,
      `update kit.journal_head set number = 1, hash = (select hash from kit.journal where scope = 'one' and number = 1) where scope = 'one'`,
    );
    await attack('empties the journal', /is missing/, 'delete from kit.journal', 'delete from kit.journal_head');
    await attack(
      'empties the journal and what was signed of it',
      /heads that belong to the signed head 1 were changed/,
      'delete from kit.journal',
      'delete from kit.journal_head',
      'delete from kit.signed_scope',
    );
    await attack(
      'changes a statement',
      /signed head 2 is not what was signed/,
      `update published.signed_head set statement = replace(statement, '"count":3', '"count":2') where number = 2`,
    );
    await attack(
      'changes a statement with its hash',
      /signed head 2 is not signed by the key/,
      `update published.signed_head set statement = replace(statement, '"count":3', '"count":2'), publications = 2 where number = 2`,
      `update published.signed_head set sha256 = encode(sha256(convert_to(statement, 'UTF8')), 'hex') where number = 2`,
    );
    await attack(
      'takes a signed head out',
      /Signed heads are missing before 2/,
      'delete from kit.signed_scope where head = 1',
      'delete from published.signed_head where number = 1',
    );
    await attack(
      'puts an older database in place',
      /1 signed head that this machine has seen, up to 2, is not in this database/,
      ...olderDatabase,
    );
    await attack(
      'puts another key in place',
      /somebody has put another one there/,
      `update published.signing_key set key = '${signerOf(Buffer.alloc(32, 7)).key}'`,
    );
    assert.deepEqual(await faults(), []);
  });
});

test('a publication that was withdrawn is not deleted, and its chain stays whole', async () => {
  await signedTwice(async ({ gates, attack }) => {
    await gates.work.write(nobody, (inside) =>
      journal(inside, { scope: 'one', at: at(4), who: 'kept', verb: 'withdraw', kind: 'practice', thing: 'doors' }),
    );
    await attack('withdraws', null, withdrawn);
    await attack(
      'withdraws another than was published',
      /withdrawn publication practice doors version 1 is another one/,
      withdrawn,
      `update published.publication set content_sha256 = 'x' where subject = 'doors'`,
    );
  });
});

test('who signs with a key of their own is seen, though everything else fits', async () => {
  await signedTwice(async ({ write, faults }) => {
    const forger = signerOf(Buffer.alloc(32, 7));
    await sql`set local session_replication_role = replica; delete from kit.signed_scope; delete from published.signed_head`.execute(
      write,
    );
    await sql`insert into published.signing_key (number, key, made_at) values (2, ${forger.key}, now())`.execute(write);
    await sql`set local session_replication_role = origin`.execute(write);
    await signHead(write, { signer: forger, now: at(9), seen: 1 });
    const found = await faults();
    assert.ok(
      found.some((fault) => /is not signed by the key of this Kept/.test(fault)),
      found.join('\n'),
    );
    assert.ok(found.some((fault) => /that this machine has seen/.test(fault)));
  });
});

test('an old file shows an older database for what it is, and a restored backup too, but says so', async () => {
  const signer = signerOf((await house()).secret);
  await signedTwice(async ({ write, gates, witnessed: [first, second], faults }) => {
    assert.ok(first && second);
    const outside = { key: signer.key, witnessed: [] };
    const file = Buffer.from(
      `%PDF-1.7 /Keywords (${headMark(second)}) and kept-head:12:no kept-head:99:${'z'.repeat(64)}`,
    );
    assert.deepEqual(headsNamed(file), [{ number: second.number, sha256: second.sha256 }]);
    assert.match(
      (await verifyAgainst(write, second, outside)).said,
      /signed head 2 of 2026-12-03, which is here. It covers 3 publications/,
    );
    await sql`set local session_replication_role = replica`.execute(write);
    for (const statement of olderDatabase) await sql.raw(statement).execute(write);
    await sql`set local session_replication_role = origin`.execute(write);
    const without = await verifyAgainst(write, second, outside);
    assert.deepEqual([without.isHere, /there is none with that number here/.test(without.said)], [false, true]);
    // The owner of the installation, who has the secret, restored it: signed for, and so no fault.
    const restored = await gates.work.write(nobody, (inside) =>
      signHead(inside, { signer, now: at(60), seen: 2, restored: true }),
    );
    assert.equal(restored?.number, 3);
    assert.deepEqual(await faults(), []);
    assert.match(
      (await verify(gates, { key: signer.key, witnessed: [first, second] })).notes.join(),
      /On 2026-12-03 a backup was restored. It held the signed heads up to 1/,
    );
    assert.match(
      (await verifyAgainst(write, second, outside)).said,
      /A backup was restored here that held the heads up to 1/,
    );
    // Without that statement the next head shows the gap for ever.
    await sql`set local session_replication_role = replica; delete from kit.signed_scope where head = 3; delete
      from published.signed_head where number = 3; set local session_replication_role = origin`.execute(write);
    await publish(gates, 'gates');
    assert.equal(
      (await gates.work.write(nobody, (inside) => signHead(inside, { signer, now: at(61), seen: 2 })))?.number,
      3,
    );
    assert.ok((await faults(signer.key, [first])).some((fault) => /Signed heads are missing before 3/.test(fault)));
    // Until the owner of the installation, who has the secret, says that they are lost.
    const lost = await missingHeads(write, { key: signer.key, witnessed: [first, second] });
    assert.deepEqual(lost, { after: 1, until: 3 });
    await gates.work.write(nobody, (inside) => signHead(inside, { signer, now: at(62), seen: 3, lost }));
    assert.deepEqual(await faults(), []);
    assert.equal(await missingHeads(write, { key: signer.key, witnessed: [first, second] }), null);
  });
});

test('after a change of the secret the new key vouches for the old one, and older signatures stay good', async () => {
  const next = signerOf(Buffer.alloc(32, 9));
  await signedTwice(async ({ write, gates, faults }) => {
    const { key } = signerOf((await house()).secret);
    await sql`insert into published.signing_key (number, key, made_at, follows, signature)
      values (2, ${next.key}, now(), ${key}, ${next.sign(`kept-key/1 ${next.key} follows ${key}`)})`.execute(write);
    await publish(gates, 'windows');
    await gates.work.write(nobody, (inside) => signHead(inside, { signer: next, now: at(5), seen: 2 }));
    assert.deepEqual(await faults(next.key), []);
    // Without the vouching signature they count for nothing.
    await sql`set local session_replication_role = replica; update published.signing_key set signature = null where number = 2`.execute(
      write,
    );
    assert.ok((await faults(next.key)).some((fault) => /vouched for by no later key/.test(fault)));
  });
});

test('publications that are committed at the same moment stand in one chain, each under a head', async () => {
  const own = await freshHouse();
  try {
    const signer = signerOf(own.secret);
    const ids = await Promise.all(Array.from({ length: 12 }, (_, number) => publish(own.gates, `at-once-${number}`)));
    // Two processes sign at the same moment.
    const signed = await Promise.all(
      [0, 1, 2].map(() => own.gates.work.write(nobody, (write) => signHead(write, { signer, now: at(1), seen: 0 }))),
    );
    assert.equal(signed.filter((one) => one !== null).length, 1);
    const found = await verify(own.gates, { key: signer.key, witnessed: [] });
    assert.deepEqual([found.publications, found.heads, found.faults], [12, 1, []]);
    const proof = await own.gates.public.read(nobody, (read) => proofOf(read, ids[3] ?? ''));
    assert.ok(proof.head && isSignedBy(signer.key, proof.head.statement, proof.head.signature));
    assert.equal(JSON.parse(proof.head.statement).publications.count, 12);
    // A page may not sign, change or empty what was signed.
    for (const statement of [
      `update published.signed_head set number = 9`,
      `delete from kit.signed_scope`,
      `insert into published.signing_key values (9, 'x', now(), null, null)`,
      `insert into published.publication_line select * from published.publication_line`,
    ]) {
      await assert.rejects(
        own.gates.work.write(nobody, (write) => sql.raw(statement).execute(write)),
        { code: '42501' },
        statement,
      );
    }
  } finally {
    await own.gates.close();
  }
});

test('what a machine has seen lies beside the database, and survives a line that was cut off', () => {
  const witness = openWitness(join(folder, 'beside'));
  const head = (number: number) => ({ number, sha256: String(number).repeat(64).slice(0, 64), signed_at: at(number) });
  for (const number of [1, 2, 2]) witness.see(head(number));
  assert.deepEqual(
    witnessed(join(folder, 'beside')).map(({ number }) => number),
    [1, 2],
  );
  assert.equal(openWitness(join(folder, 'beside')).newest(), 2);
  assert.deepEqual(witnessed(join(folder, 'nowhere')), []);
});
