/** What was published by mistake is withdrawn: in every room that publishes, its address says so, and nothing of it is left for readers. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { addressOf } from '#kit/canonical.js';
import { findToWithdraw, withdrawalBook, type WithdrawalRow } from '#kit/withdrawals/withdrawals.js';
import { withdrawalReasons } from '#kit/withdrawals/words.js';
import { rooms } from '../src/app/rooms.js';
import { recognise, verify } from '../src/app/verify.js';
import { asOwner } from '../src/app/owner.js';
import type { PersonaKey } from '../src/app/demonstration/who.js';
import { type Running, runningKept } from './running.js';
import { waitingLetters } from './letters.js';
import { asker, persona } from './visit.js';

let kept: Running;
before(async () => {
  kept = await runningKept();
});
after(async () => kept.stop());

const reader = () => asker(kept.url, null);
const first = async <T>(
  query: (read: Parameters<Parameters<typeof kept.house.gates.public.read>[1]>[0]) => Promise<readonly T[]>,
): Promise<T> => {
  const [row] = await kept.house.gates.public.read(nobody, query);
  assert.ok(row);
  return row;
};

async function withdrawAs(
  who: PersonaKey,
  address: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const by = await persona(kept, who);
  const asked = await by.get(`/work/withdraw?address=${encodeURIComponent(address)}`);
  assert.equal(asked.status, 200);
  assert.match(asked.body, /What happens next/, address);
  const done = await by.post('/work/withdraw', {
    address: `${kept.url}${address}`,
    reason: 'personal',
    role: 'Clerk to the board',
    ...more,
  });
  assert.equal(done.to, '/work/withdraw?done=yes', done.body.slice(0, 4000));
}

/** Nothing of it is left: not at its addresses in any form, nor anywhere else that is looked at. */
async function assertGone(addresses: readonly string[], words: string, elsewhere: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const answer = await reader().get(address);
    assert.equal(answer.status, 410, address);
    assert.match(answer.body, /was withdrawn/, address);
    assert.ok(!answer.body.includes(words), address);
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
  }
  for (const address of elsewhere) {
    const answer = await reader().get(address);
    assert.equal(answer.status, 200, address);
    assert.ok(!answer.body.includes(words), `${address} still says “${words}”`);
  }
}

test('every kind that rooms publish says how it is withdrawn, and reasons are a list', () => {
  const kinds = rooms.flatMap((room) => room.withdrawables ?? []).map(({ kind }) => kind);
  assert.deepEqual(kinds.toSorted(), [
    'board',
    'charter',
    'event',
    'framework',
    'meeting',
    'minutes',
    'network',
    'offer',
    'pack',
    'practice',
    'promise',
    'register entry',
  ]);
  assert.ok(withdrawalReasons.length > 0);
  // One thing, one address: what others tied words of theirs to does not come back as if they had said it of the new one.
  const gone = rooms
    .flatMap((room) => room.withdrawables ?? [])
    .filter(({ comesBack }) => !comesBack)
    .map(({ kind }) => kind);
  assert.deepEqual(gone.toSorted(), ['event', 'network', 'offer', 'promise']);
});

/** Every thing that stands in public, by the organisation whose it is, with the addresses that would go. */
async function standing(): Promise<
  readonly {
    readonly kind: string;
    readonly organisation: string;
    readonly subject: string;
    readonly addresses: readonly string[];
  }[]
> {
  const kinds = rooms.flatMap((room) => room.withdrawables ?? []);
  const organisations = await asOwner(kept.house, (write) =>
    write.selectFrom('record.organisation').select('id').execute(),
  );
  const all: { kind: string; organisation: string; subject: string; addresses: readonly string[] }[] = [];
  for (const { id: organisation } of organisations) {
    const found = await kept.house.gates.work.read({ account: null, organisation, boards: '*' }, async (read) => {
      const who = { organisation, account: 'nobody', now: new Date() };
      const mine: typeof all = [];
      for (const kind of kinds) {
        for (const address of await kind.own(read, organisation)) {
          const one = await findToWithdraw(read, who, kinds, address, kept.url);
          assert.equal(one?.kind.kind, kind.kind, address);
          mine.push({
            kind: kind.kind,
            organisation,
            subject: one.standing.subject,
            addresses: [one.standing.address, ...(one.standing.besides ?? []), `${one.standing.address}/v1`],
          });
        }
      }
      return mine;
    });
    all.push(...found);
  }
  return all;
}

/** What the database answers to a row that an organisation writes, and forgets it. */
async function answered(
  organisation: string,
  table: 'withdrawal' | 'ending',
  { address, kind, subject }: { readonly address: string; readonly kind: string; readonly subject: string },
): Promise<string> {
  const written = kept.house.gates.work.write({ account: null, organisation, boards: '*' }, async (write) => {
    if (table === 'ending')
      await write
        .insertInto('published.ending')
        .values({ kind, subject, organisation, role: 'x', reason: 'x', on_day: '2026-11-30' })
        .execute();
    else
      await write
        .insertInto('published.withdrawal')
        .values({
          address,
          below: true,
          kind,
          subject,
          version: null,
          organisation,
          organisation_name: 'x',
          role: 'x',
          reason: 'wrong',
          on_day: '2026-11-30',
        })
        .execute();
    throw new Error('taken');
  });
  return written.then(
    () => 'never',
    (problem: Error & { code?: string }) => problem.code ?? problem.message,
  );
}

test('the database takes no withdrawal and no end of what is another organisation’s, nor at an address of another', async () => {
  const all = await standing();
  assert.deepEqual([...new Set(all.map(({ kind }) => kind))].toSorted(), [
    'board',
    'charter',
    'event',
    'framework',
    'meeting',
    'minutes',
    'network',
    'offer',
    'pack',
    'practice',
    'promise',
    'register entry',
  ]);
  const organisations = [...new Set(all.map(({ organisation }) => organisation))];
  for (const { kind, organisation, subject, addresses } of all) {
    const other = organisations.find((one) => one !== organisation) ?? assert.fail();
    // Of a practice also the keeper's, who cleared it.
    const stranger =
      kind === 'practice'
        ? (
            await asOwner(kept.house, (write) =>
              write
                .selectFrom('record.organisation')
                .select('id')
                .where('kind', '=', 'group')
                .where('id', '!=', organisation)
                .executeTakeFirstOrThrow(),
            )
          ).id
        : other;
    for (const address of addresses) {
      assert.equal(await answered(organisation, 'withdrawal', { address, kind, subject }), 'taken', address);
      assert.equal(await answered(stranger, 'withdrawal', { address, kind, subject }), '42501', address);
    }
    assert.equal(await answered(organisation, 'ending', { address: '', kind, subject }), 'taken', subject);
    assert.equal(await answered(stranger, 'ending', { address: '', kind, subject }), '42501', subject);
    for (const address of [
      '/',
      '/promises',
      `${addresses[0]}-2`,
      '/charters/somebody-elses',
      '/publications/00000000-0000-0000-0000-000000000000',
    ])
      assert.equal(
        await answered(organisation, 'withdrawal', { address, kind, subject }),
        '42501',
        `${kind} at ${address}`,
      );
  }
  const [one] = all;
  for (const kind of ['', 'survey', 'constructor'])
    assert.equal(await answered(one?.organisation ?? '', 'withdrawal', { address: '/x', kind, subject: 'x' }), '42501');
});

test('an address is written by the database as the corridor writes it', async () => {
  for (const name of ['plain', 'ميثاق', 'a b/c%?#', "!~*'()-_.", 'Straße 🎉', '']) {
    const { rows } = await asOwner(kept.house, (write) =>
      sql<{ made: string }>`select published.address('things', ${name}) as made`.execute(write),
    );
    assert.equal(rows[0]?.made, addressOf('/things/:thing', { thing: name }));
  }
});

test('an address is withdrawn with all below it, or alone; withdrawals are read once for each act of publishing', async () => {
  const row = (address: string, below: boolean): WithdrawalRow => ({
    address,
    below,
    kind: 'board',
    subject: 'b',
    version: null,
    organisation: '',
    organisation_name: '',
    role: '',
    reason: 'wrong',
    on_day: '2026-11-30',
  });
  let reads = 0;
  const book = withdrawalBook(async () => {
    reads += 1;
    return [row('/boards/b', false), row('/charters/c', true)];
  });
  const gone = async (address: string) => (await book.at(1, address))?.address ?? null;
  for (const [address, found] of [
    ['/boards/b', '/boards/b'],
    ['/boards/b/meetings/m', null],
    ['/charters/c', '/charters/c'],
    ['/charters/c/v1/charter.json', '/charters/c'],
    ['/charters/cc', null],
    ['/', null],
  ] as const)
    assert.equal(await gone(address), found, address);
  assert.equal(reads, 1);
  await book.at(2, '/');
  assert.equal(reads, 2);
});

test('a charter, its versions, easy read, poster and files go; and what was worked on stays', async () => {
  const charter = await first((read) =>
    read.selectFrom('published.charter').select(['slug', 'title', 'publication']).execute(),
  );
  const address = `/charters/${charter.slug}`;
  const poster = await reader().get(`${address}/poster.pdf`);
  assert.equal(poster.status, 200);
  assert.ok((await recognise(kept.house.gates, poster.bytes)).length > 0);
  // Pages that readers had just before are kept ready, and must not go out any more.
  assert.equal((await reader().get(address)).status, 200);
  // Nobody else withdraws it; nor is it theirs to find.
  for (const other of ['borough', 'trust', 'clerk'] as const) {
    const refused = await (
      await persona(kept, other)
    ).post('/work/withdraw', { address, reason: 'personal', role: 'Lead' });
    assert.equal(refused.status, 422, other);
    assert.match(refused.body, /Your organisation has no public page at that address/);
  }
  const school = await persona(kept, 'school');
  const half = await school.post('/work/withdraw', { address, role: 'Deputy head' });
  assert.equal(half.status, 422);
  assert.match(half.body, /Choose the reason/);
  assert.match(half.body, /value="Deputy head"/);
  // Words that a misspelt question is led to: those that lead nowhere any more are forgotten, and those that every text has ("all") are not.
  const words = async () => {
    const { rows } = await asOwner(kept.house, (read) =>
      sql<{ word: string; isEverywhere: boolean; leads: boolean }>`
      select word, numnode(plainto_tsquery('english', word)) = 0 as "isEverywhere", exists (select
        from published.passage where found @@ plainto_tsquery('english', word)) as leads from published.word
        order by word`.execute(read),
    );
    return {
      everywhere: rows.filter((row) => row.isEverywhere).map((row) => row.word),
      nowhere: rows.filter((row) => !row.isEverywhere && !row.leads).map((row) => row.word),
    };
  };
  const before = await words();
  await withdrawAs('school', address);
  assert.deepEqual(await words(), before);
  await assertGone(
    [
      address,
      `${address}/v1`,
      `${address}/charter.json`,
      `${address}/poster.pdf`,
      `${address}/easy-read`,
      `/publications/${charter.publication}`,
      `/publications/${charter.publication}/content.json`,
    ],
    charter.title,
    ['/charters', '/', '/search?q=everyone+belongs+school'],
  );
  assert.match(
    String((await reader().get(`${address}/charter.json`)).headers.get('content-type')),
    /^application\/problem\+json/,
  );
  assert.match((await reader().get(address)).body, /It held something personal that should not be public\./);
  assert.deepEqual((await verify(kept.house.gates)).faults, [], 'what was withdrawn is no damage');
  assert.match((await recognise(kept.house.gates, poster.bytes)).join(), /which was withdrawn on/);
  const { rows } = await asOwner(kept.house, (read) =>
    sql<{
      content: string;
      html: string;
      pdf: Buffer | null;
    }>`select content, html, pdf from published.publication where id = ${charter.publication}`.execute(read),
  );
  assert.deepEqual(rows, [{ content: '', html: '', pdf: null }], 'the text is not hidden, it is gone');
  assert.match((await school.get(`/work/charters/${charter.slug}`)).body, /[Pp]reparing/);
});

test('a framework that others have taken up is not withdrawn as a whole; it says what to do instead', async () => {
  const answer = await (await persona(kept, 'programme')).get('/work/withdraw?address=/frameworks/inclusion-charter');
  assert.match(answer.body, /It cannot be withdrawn as a whole\./);
  assert.doesNotMatch(answer.body, /What happens next/);
  const forced = await (
    await persona(kept, 'programme')
  ).post('/work/withdraw', { address: '/frameworks/inclusion-charter', reason: 'wrong', role: 'Programme lead' });
  assert.equal(forced.status, 422);
  assert.equal((await reader().get('/frameworks/inclusion-charter')).status, 200);
});

test('an entry of a register goes with its history, stays out when it is invited again, and comes back with a new signature', async () => {
  const entry = await first((read) =>
    read
      .selectFrom('published.register_entry')
      .select(['framework', 'slug', 'mandate', 'name'])
      .where('organisation_slug', '=', 'eastmere')
      .where('signed_on', 'is not', null)
      .execute(),
  );
  const address = `/frameworks/${entry.framework}/register/${entry.slug}`;
  const stranger = await (await persona(kept, 'school')).get(`/work/withdraw?address=${address}`);
  assert.doesNotMatch(stranger.body, /What happens next/);
  const keeper = await persona(kept, 'programme');
  const wrong = await keeper.post('/work/withdraw', { address, reason: 'wrong', role: 'Programme lead' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /another organisation’s signature/);
  await withdrawAs('borough', address);
  await assertGone([address, `${address}/badge.svg`, `${address}/badge.json`], entry.mandate ?? 'no mandate', [
    `/frameworks/${entry.framework}/register`,
    `/frameworks/${entry.framework}/register.csv`,
    `/frameworks/${entry.framework}/register.json`,
    `/frameworks/${entry.framework}/register/map`,
  ]);
  const inList = async () =>
    (await reader().get(`/frameworks/${entry.framework}/register.csv`)).body.includes(`/register/${entry.slug}`);
  assert.equal(await inList(), false);
  await asOwner(kept.house, (write) =>
    sql`insert into published.register_entry (framework, slug, keeper, kind, name, folded, state)
      select framework, slug, organisation, kind, name, name, 'invited' from record.register_entry
      where slug = ${entry.slug}`.execute(write),
  );
  assert.equal(await inList(), false, 'a drawing does not bring it back');
  // Its history neither: without its entry an event would be refused, and the act that drew both with it.
  await asOwner(kept.house, (write) =>
    sql`insert into published.register_event (framework, slug, position, day, kind, detail)
      values (${entry.framework}, ${entry.slug}, 900, current_date, 'invited', '{}')`.execute(write),
  );
  const { organisation: keeps } = await asOwner(kept.house, (read) =>
    read
      .selectFrom('record.register_entry')
      .select('organisation')
      .where('framework', '=', entry.framework)
      .where('slug', '=', entry.slug)
      .executeTakeFirstOrThrow(),
  );
  await kept.house.gates.work.write({ account: null, organisation: keeps, boards: '*' }, (write) =>
    sql`select published.take_entry_up(${entry.framework}, ${entry.slug})`.execute(write),
  );
  // Asked of the table: what is withdrawn is read once for each act of publishing, and this is none.
  const isLifted = async () =>
    (
      await asOwner(kept.house, (read) =>
        read.selectFrom('published.withdrawal').select('subject').where('address', '=', address).execute(),
      )
    ).length === 0;
  assert.equal(await isLifted(), false, 'its keeper does not lift it');
  await assert.rejects(
    asOwner(kept.house, (write) =>
      sql`delete from published.register_event where framework = ${entry.framework}`.execute(write),
    ),
    { code: '42501' },
    'the history of others only grows',
  );
  const framework = await first((read) =>
    read
      .selectFrom('published.ask')
      .select('key')
      .where('framework', '=', entry.framework)
      .where('audience', '=', 'authority')
      .execute(),
  );
  const today = new Date();
  const signed = await (
    await persona(kept, 'borough')
  ).post('/work/register/sign', {
    framework: entry.framework,
    by: 'Cabinet',
    role: 'Lead member',
    mandate: 'A decision of today',
    link: 'https://eastmere.example/decision',
    asks: framework.key,
    'on-day': String(today.getUTCDate()),
    'on-month': String(today.getUTCMonth() + 1),
    'on-year': String(today.getUTCFullYear()),
  });
  assert.equal(signed.status, 303, signed.body.slice(0, 4000));
  const back = await reader().get(address);
  assert.equal(back.status, 200);
  assert.match(back.body, /A decision of today/);
  const { rows: history } = await asOwner(kept.house, (read) =>
    sql<{
      detail: { mandate?: string };
    }>`select detail from published.register_event where framework = ${entry.framework} and slug = ${entry.slug}`.execute(
      read,
    ),
  );
  assert.deepEqual(
    history.map(({ detail }) => detail.mandate),
    ['A decision of today'],
    'what was withdrawn does not come back with it',
  );
  // Where its keeper withdrew it to protect somebody, nobody but the keeper lets it back: it was removed, and its signatory takes nothing up.
  await withdrawAs('programme', address, { role: 'Programme lead' });
  const state = async () =>
    (
      await asOwner(kept.house, (read) =>
        sql<{
          state: string;
          organisation: string;
          signatory: string | null;
        }>`select state, organisation, signatory from record.register_entry where framework = ${entry.framework} and slug = ${entry.slug}`.execute(
          read,
        ),
      )
    ).rows;
  const [removed] = await state();
  assert.equal(removed?.state, 'removed');
  const borough = await asOwner(kept.house, (read) =>
    read.selectFrom('record.organisation').select('id').where('slug', '=', 'eastmere').executeTakeFirstOrThrow(),
  );
  for (const organisation of [borough.id, removed.organisation]) {
    await kept.house.gates.work.write({ account: null, organisation, boards: '*' }, (write) =>
      sql`select published.take_entry_up(${entry.framework}, ${entry.slug})`.execute(write),
    );
    assert.equal(await isLifted(), false);
  }
  const school = await asOwner(kept.house, (read) =>
    read
      .selectFrom('record.organisation')
      .select('id')
      .where('slug', '=', 'millpond-primary-school')
      .executeTakeFirstOrThrow(),
  );
  await assert.rejects(
    kept.house.gates.work.write({ account: null, organisation: school.id, boards: '*' }, (write) =>
      sql`select published.take_entry_out(${entry.framework}, ${entry.slug})`.execute(write),
    ),
    { code: '42501' },
  );
});

test('a framework that is over ends: it stays readable, and nobody signs it any more; a new version begins it again', async () => {
  const programme = await persona(kept, 'programme');
  const address = '/frameworks/inclusion-charter';
  const half = await programme.post('/work/withdraw', { address, act: 'end', why: '', 'end-role': 'Steering group' });
  assert.equal(half.status, 422);
  assert.match(half.body, /Say in plain words why it is over/);
  assert.match(half.body, /value="Steering group"/);
  assert.equal(
    (
      await programme.post('/work/withdraw', {
        address,
        act: 'end',
        why: 'The next charter takes its place.',
        'end-role': 'Steering group',
      })
    ).to,
    '/work/withdraw?done=end',
  );
  const page = await reader().get(address);
  assert.equal(page.status, 200);
  assert.match(page.body, /This framework ended on .*Decided by: Steering group.*The next charter takes its place\./s);
  assert.match((await reader().get('/frameworks')).body, /ended on/);
  assert.match(
    (await (await persona(kept, 'trust')).get('/work/register/sign?framework=inclusion-charter')).body,
    /This framework has ended/,
  );
  const register = await reader().get('/frameworks/inclusion-charter/register');
  assert.equal(register.status, 200, 'who has signed stays');
  assert.match(register.body, /This framework ended on/);
  assert.doesNotMatch(register.body, /We are interested|Sign or renew/);
  await assertNothingBegins(address);
});

/** No form offers it, no page takes it, and the database refuses what a page would miss; what began before goes on. */
async function assertNothingBegins(address: string): Promise<void> {
  const [school, programme, trust, borough] = [
    await persona(kept, 'school'),
    await persona(kept, 'programme'),
    await persona(kept, 'trust'),
    await persona(kept, 'borough'),
  ];
  for (const [by, form] of [
    [school, '/work/promises/new'],
    [school, '/work/charters/new'],
    [trust, '/work/practice/new'],
    [borough, '/work/networks/new'],
  ] as const) {
    const answer = await by.get(form);
    assert.equal(answer.status, 200, form);
    assert.doesNotMatch(answer.body, /value="inclusion-charter/, form);
    assert.match(
      answer.body,
      form === '/work/charters/new' ? /Start a charter/ : /value="care-leavers-asks/,
      `${form} still offers what goes on`,
    );
  }
  assert.match((await reader().get(`${address}/register/interested`)).body, /This framework has ended/);
  const desk = await programme.get('/work/register/inclusion-charter');
  assert.match(desk.body, /This framework has ended/);
  assert.doesNotMatch(desk.body, /Invite somebody/);
  const invited = await programme.post('/work/register/inclusion-charter/invite', {
    kind: 'authority',
    authority: 'E09000001',
    email: '',
  });
  assert.equal(invited.status, 422);
  assert.match(invited.body, /This framework has ended, so nobody is invited to sign it any more/);
  // A page that was opened before it ended is refused by the form, with words.
  const typed = {
    theme: 'inclusion-charter active-citizens',
    aim: 'listen',
    steps: 'asking',
    verb: 'can',
    effect: 'speak',
    owner: 'Head',
  };
  assert.equal((await school.post('/work/promises/new', typed)).status, 422);
}

test('every table whose rows name a framework refuses one that has ended, or says why it need not', async () => {
  const { rows } = await asOwner(kept.house, (read) =>
    sql<{ at: string; guarded: boolean }>`
    select c.oid::regclass::text as at, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'not_begun_under_ended') as guarded
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('record', 'intake')
       and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname in ('framework', 'themes'))`.execute(
      read,
    ),
  );
  const reasons: Readonly<Record<string, string>> = {
    'record.register_letter': 'remembers which reminder was sent',
    'record.quote': 'says what words are about; words of a year ago may be about what has ended since',
  };
  assert.ok(rows.length > 5);
  assert.deepEqual(
    rows.filter(({ at, guarded }) => !guarded && !(at in reasons)).map(({ at }) => at),
    [],
  );
  const { rows: offers } = await asOwner(kept.house, (read) =>
    sql<{
      guarded: boolean;
    }>`select exists (select from pg_trigger where tgrelid = 'record.offer'::regclass and tgname = 'not_begun_under_ended') as guarded`.execute(
      read,
    ),
  );
  assert.deepEqual(offers, [{ guarded: true }], 'an offer names its framework in its draft');
});

test('promises, offers, practices, networks and events leave lists, search, exports and calendars', async () => {
  const promise = await first((read) =>
    read
      .selectFrom('published.promise')
      .select(['slug', 'aim', 'id'])
      .where('organisation_slug', '=', 'millpond-primary-school')
      .where('last_answer', 'is', null)
      .execute(),
  );
  await withdrawAs('school', `/promises/${promise.slug}`, { role: 'Deputy head' });
  await assertGone([`/promises/${promise.slug}`, `/promises/${promise.slug}/promise.json`], promise.aim, ['/promises']);
  const school = await persona(kept, 'school');
  const again = await school.post(`/work/promises/${promise.slug}/news`, { body: 'x', standing: 'on track' });
  assert.notEqual(again.to, `/work/promises/${promise.slug}?done=news`, 'it is not drawn for readers again');
  assert.equal((await reader().get('/promises')).body.includes(promise.aim), false);
  // What young people answered is theirs: it goes only to protect somebody, and they are told.
  const answered = await first((read) =>
    read.selectFrom('published.promise').select('slug').where('last_answer', 'is not', null).execute(),
  );
  const offered = (await school.get(`/work/withdraw?address=/promises/${answered.slug}`)).body;
  assert.match(offered, /Young people have answered this promise/);
  assert.doesNotMatch(offered, /value="wrong"/);
  const forced = await school.post('/work/withdraw', {
    address: `/promises/${answered.slug}`,
    reason: 'wrong',
    role: 'Deputy head',
  });
  assert.equal(forced.status, 422);
  assert.match(forced.body, /only to protect somebody/);
  await withdrawAs('school', `/promises/${answered.slug}`, { reason: 'asked', role: 'Deputy head' });
  assert.equal((await reader().get(`/promises/${answered.slug}`)).status, 410);
  const told = await asOwner(kept.house, (read) => waitingLetters(read));
  assert.ok(told.some(({ subject }) => subject === 'A promise was withdrawn'));

  const offer = await first((read) =>
    read
      .selectFrom('published.offer')
      .select(['slug', 'title', 'id'])
      .where('provider_code', '=', 'E09999001')
      .where('state', '=', 'live')
      .execute(),
  );
  await withdrawAs('borough', `/care-offer/offers/${offer.slug}`);
  await assertGone(
    [`/care-offer/offers/${offer.slug}`, `/care-offer/open-referral/services/${offer.id}`],
    offer.title,
    ['/care-offer/offers', '/care-offer/open-referral/services', '/care-offer/authorities/E09999001'],
  );

  const practice = await first((read) =>
    read
      .selectFrom('published.practice')
      .select(['slug', 'title'])
      .where('organisation_slug', '=', 'millpond-primary-school')
      .where('state', '=', 'published')
      .execute(),
  );
  await withdrawAs('programme', `/practice/${practice.slug}`);
  await assertGone(
    [`/practice/${practice.slug}`, `/practice/${practice.slug}/v1`, `/practice/${practice.slug}/practice.json`],
    practice.title,
    ['/practice', '/search?q=practice&kind=practice'],
  );

  const event = await first((read) =>
    read
      .selectFrom('published.event as event')
      .innerJoin('published.network as network', 'network.id', 'event.network')
      .innerJoin('published.organisation as host', 'host.id', 'network.organisation')
      .select(['event.slug', 'event.title', 'event.network_slug', 'host.slug as host'])
      .where('host.slug', 'like', '%programme%')
      .execute(),
  );
  await withdrawAs('programme', `/networks/${event.network_slug}/events/${event.slug}`);
  await assertGone(
    [
      `/networks/${event.network_slug}/events/${event.slug}`,
      `/networks/${event.network_slug}/events/${event.slug}/event.ics`,
    ],
    event.title,
    [`/networks/${event.network_slug}`, `/networks/${event.network_slug}/calendar.ics`],
  );
});

test('a meeting that was withdrawn by mistake comes back at its address when it is announced again', async () => {
  const clerk = await persona(kept, 'clerk');
  const [{ slug: board }] = [await first((read) => read.selectFrom('published.board').select('slug').execute())];
  const on = new Date(Date.now() + 60 * 86_400_000);
  const day = {
    'date-day': String(on.getUTCDate()),
    'date-month': String(on.getUTCMonth() + 1),
    'date-year': String(on.getUTCFullYear()),
    mode: 'remote',
    start: '',
    place: '',
  };
  const announced = await clerk.post(`/work/boards/${board}/meetings/new`, day);
  assert.equal(announced.status, 303, announced.body.slice(0, 3000));
  const address = `/boards/${board}/meetings/${on.toISOString().slice(0, 10)}`;
  assert.equal((await reader().get(address)).status, 200);
  await withdrawAs('clerk', address);
  assert.equal((await reader().get(address)).status, 410);
  assert.equal((await clerk.post(`/work/boards/${board}/meetings/new`, { ...day, place: 'Room 4' })).status, 303);
  const back = await reader().get(address);
  assert.equal(back.status, 200);
  assert.match(back.body, /Room 4/);
  assert.equal((await clerk.post(`/work/boards/${board}/meetings/new`, day)).status, 422, 'and is known then');
});

test('minutes go with their decisions, actions and people; the meeting stays', async () => {
  const at = await first((read) =>
    read
      .selectFrom('published.meeting')
      .select(['board', 'slug', 'minutes'])
      .where('minutes', 'is not', null)
      .execute(),
  );
  const before = await kept.house.gates.public.read(nobody, (read) =>
    read.selectFrom('published.decision').select('body').where('meeting', '=', at.slug).execute(),
  );
  const address = `/boards/${at.board}/meetings/${at.slug}/minutes`;
  await withdrawAs('clerk', address);
  await assertGone(
    [address, `${address}.json`, `${address}/v1`, `/publications/${at.minutes}`],
    before[0]?.body ?? 'no decision',
    ['/decisions', '/actions', `/boards/${at.board}/meetings/${at.slug}`],
  );
  assert.equal(
    (
      await kept.house.gates.public.read(nobody, (read) =>
        read
          .selectFrom('published.person')
          .select('slug')
          .where('publication', '=', at.minutes ?? '')
          .execute(),
      )
    ).length,
    0,
  );
  assert.equal((await reader().get(`/boards/${at.board}`)).status, 200);
  assert.deepEqual((await verify(kept.house.gates)).faults, []);
});

test('a publication that was emptied without a line of the journal is damage', async () => {
  const { id, kind, subject } = await first((read) =>
    read.selectFrom('published.publication').select(['id', 'kind', 'subject']).where('kind', '=', 'board').execute(),
  );
  const programme = await persona(kept, 'programme');
  assert.equal((await programme.get('/work')).status, 200);
  // Whoever writes a withdrawal of what others published empties nothing by it.
  const { organisation } = await first((read) =>
    read.selectFrom('published.framework').select('organisation').execute(),
  );
  await assert.rejects(
    kept.house.gates.work.write({ account: null, organisation, boards: '*' }, async (write) => {
      await write
        .insertInto('published.withdrawal')
        .values({
          address: '/nowhere',
          below: true,
          kind,
          subject,
          version: null,
          organisation,
          organisation_name: 'x',
          role: 'x',
          reason: 'wrong',
          on_day: '2026-11-30',
        })
        .execute();
      await sql`select from published.empty_withdrawn(${kind}, ${subject}, null, '2026-11-30')`.execute(write);
    }),
    { code: '42501' },
  );
  await asOwner(kept.house, async (write) => {
    await sql`insert into published.withdrawal (address, below, kind, subject, organisation, organisation_name, role,
      reason, on_day) values ('/nowhere', true, ${kind}, ${subject}, ${organisation}, 'x', 'x', 'wrong',
      '2026-11-30')`.execute(write);
    await sql`delete from published.person where publication = ${id}`.execute(write);
    await sql`update published.publication
      set withdrawn_on = '2026-11-30', title = '', content = '', html = '', pdf = null, pages = null, changes = null
      where id = ${id}`.execute(write);
  });
  assert.match((await verify(kept.house.gates)).faults.join(), /no line of the journal says that it was/);
});
