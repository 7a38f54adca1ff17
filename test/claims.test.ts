/** An organisation that is not verified, through its pages and those of others; and the owner’s answers to its claim. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  makeOrganisation,
  officialDomain,
  organisationsList,
  rejectOrganisation,
  verifyOrganisations,
} from '../src/app/organisations-command.js';
import { asOwner, inSightOf } from '../src/app/owner.js';
import { rooms } from '../src/app/rooms.js';
import { verify } from '../src/app/verify.js';
import { nobody, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { findToWithdraw } from '#kit/withdrawals/withdrawals.js';
import { recordNetwork } from '../src/rooms/practised/networks/acts.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { waitingLetters } from './letters.js';
import { type Running, runningKept } from './running.js';
import { asker, type Asker, persona } from './visit.js';

let kept: Running;
let school: Asker;
let group: Asker;
const now = new Date();
const slug = 'millpond-primary-school';
const soon = new Date(now.getTime() + 10 * 86_400_000).toISOString();
const site = 'https://kept.example';
const reader = (): Asker => asker(kept.url, null);

before(async () => {
  kept = await runningKept();
  [school, group] = await Promise.all([persona(kept, 'school'), persona(kept, 'group')]);
  // As if it had come by an invitation.
  await asOwner(kept.house, (write) =>
    sql`update record.organisation set claim = 'number' where slug in (${slug}, 'eastmere')`.execute(write),
  );
});
after(async () => kept.stop());

const network = {
  kind: 'learning partnership',
  name: 'A network of nobody knows whom',
  purpose: 'To meet.',
  terms: '',
  chair: '',
  authority: '',
  board: '',
  themes: 'inclusion-charter safety',
};

void test('every page of the workspace says that it is not verified and what happens next, and nothing can be published or opened', async () => {
  for (const path of ['/work', '/work/networks/new'])
    assert.match(
      (await school.get(path)).body,
      /Not verified[\s\S]*cannot publish, sign or ask young people[\s\S]*href="\/work\/verification"/,
      path,
    );
  assert.match(
    (await school.get('/work/verification')).body,
    /URN 999003[\s\S]*Whoever runs this Kept sees your organisation in their list/,
  );
  const charters = await asOwner(kept.house, (write) =>
    sql<{
      slug: string;
      stage: string;
    }>`select c.slug, c.stage from record.charter c join record.organisation o on o.id = c.organisation
      where o.slug = ${slug} and c.stage in ('vote', 'agreed', 'published')`.execute(write),
  );
  const voting = charters.rows.find(({ stage }) => stage === 'vote')?.slug ?? '';
  const tried = [
    await school.post('/work/networks/new', network),
    await school.post(`/work/charters/${voting}/codes`, {
      label: 'Year 5',
      seats: '30',
      'expires-day': soon.slice(8, 10),
      'expires-month': soon.slice(5, 7),
      'expires-year': soon.slice(0, 4),
    }),
  ];
  for (const { status, body } of tried) {
    assert.equal(status, 403);
    assert.match(body, /<h1>Not verified<\/h1>[\s\S]*href="\/work\/verification"[\s\S]*href="\/work"/);
  }
});

void test('who cannot sign yet reads so before a form is filled in, and what would be taken on', async () => {
  const { body } = await school.get('/work/register/sign?framework=inclusion-charter');
  assert.match(
    body,
    /What you would take on[^]*You can sign once your organisation is verified[^]*href="\/work\/verification"/,
  );
  assert.doesNotMatch(body, /name="by"|in public<\/button>/);
});

/** Where readers meet the borough and the school among others. */
const pages = [
  '/promises',
  '/promises.json',
  '/networks',
  '/networks/eastmere-child-rights-schools-steering-group-invented',
  '/networks/belonging-before-behaviour-invented',
  '/practice',
  '/charters',
  '/care-offer/offers',
  '/award',
  '/register/inclusion-charter',
];
const unmarked = /(London Borough of Eastmere|Millpond Primary School) \(invented\)(?! \(not verified\))/;

void test('others’ pages say “not verified” beside its name, and only while it is so', async () => {
  for (const path of pages) {
    const { body } = await reader().get(path);
    assert.doesNotMatch(body, unmarked, path);
  }
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{
      path: string;
    }>`select '/practice/' || slug as path from published.practice where organisation_slug in (${slug}, 'eastmere')
      and state = 'published' union all select '/charters/' || slug from published.charter
      where organisation_slug in (${slug}, 'eastmere')`.execute(write),
  );
  assert.ok(rows.length > 1);
  for (const { path } of rows) assert.match((await reader().get(path)).body, / \(invented\) \(not verified\)/, path);
  assert.match((await reader().get('/networks')).body, /London Borough of Eastmere \(invented\) \(not verified\)/);
  assert.match((await reader().get('/verification')).body, /London Borough of Eastmere[\s\S]*Not verified yet/);
});

void test('a letter that it has sent says that it is not verified', async () => {
  const lettersTo = async (address: string) =>
    (await kept.house.gates.work.read(nobody, waitingLetters))
      .filter(({ recipient }) => recipient === address)
      .map(({ body }) => body)
      .join();
  await school.post('/work/colleagues', { act: 'invite', email: 'new@colleague.example', role: 'member' });
  assert.match(
    await lettersTo('new@colleague.example'),
    /invites you to act for Millpond Primary School[\s\S]*is not verified[\s\S]*\/join\//,
  );
  await group.post('/work/colleagues', { act: 'invite', email: 'new@group.example', role: 'member' });
  assert.doesNotMatch(await lettersTo('new@group.example'), /not verified/);
});

void test('what was published before can be withdrawn, and others can still answer', async () => {
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{
      practice: string;
      confirmation: string;
    }>`select (select p.id from published.practice p where p.organisation_slug = ${slug} and p.state = 'published' limit 1) as practice,
      (select c.id from record.confirmation c join record.organisation o on o.id = c.organisation
        where o.slug in (${slug}, 'eastmere') and c.answer is null limit 1) as confirmation`.execute(write),
  );
  const { practice, confirmation } = rows[0] ?? assert.fail();
  assert.equal((await school.post(`/work/practice/${practice}/withdraw`, { reason: 'It says too much.' })).status, 303);
  if (confirmation !== null)
    assert.match(
      (await group.post(`/work/confirmations/${confirmation}`, { answer: 'yes', people: '12', words: 'They did.' }))
        .to ?? '',
      /done=answered/,
    );
});

void test('the owner lists, verifies, rejects and names domains in plain words, and each refusal says the way out', async () => {
  const list = await organisationsList(kept.house);
  assert.match(
    list,
    /^eastmere: London Borough of Eastmere \(invented\) \(E09999001\), not verified\n {4}led by borough@demonstration\.invalid\n/,
  );
  assert.match(
    list,
    /lga: Local Government Association, made by the owner\n[\s\S]*2 organisations wait to be verified: kept admin verify SLUG/,
  );
  await assert.rejects(
    verifyOrganisations(kept.house, ['eastmere', 'nobody'], site, now),
    /no organisation nobody[\s\S]*Nothing was changed/,
  );
  await assert.rejects(verifyOrganisations(kept.house, [], site, now), /kept admin organisations lists them/);
  await assert.rejects(rejectOrganisation(kept.house, [slug], site, now), /kept admin reject SLUG REASON/);
  await assert.rejects(officialDomain(kept.house, ['gmail.com', 'E09000007'], now), /confirms nobody/);
  await assert.rejects(
    officialDomain(kept.house, ['camden.gov.uk', 'Camden'], now),
    /kept admin domain camden\.gov\.uk E09000007/,
  );
  assert.match(
    await officialDomain(kept.house, ['camden.gov.uk', 'E09000007'], now),
    /with an address in camden\.gov\.uk is verified/,
  );
  assert.match(
    await verifyOrganisations(kept.house, [slug, 'eastmere'], site, now),
    /Millpond Primary School \(invented\) is verified[\s\S]*Eastmere/,
  );
  assert.match(await organisationsList(kept.house), /No organisation waits/);
  await assert.rejects(verifyOrganisations(kept.house, [slug], site, now), /verified already/);
  assert.doesNotMatch((await school.get('/work')).body, /not-verified/);
  assert.equal((await school.post('/work/networks/new', network)).status, 303);
  for (const path of pages) assert.doesNotMatch((await reader().get(path)).body, /not verified/, path);
});

void test('the owner makes an organisation; nobody who came first is taken for it, and each refusal says the way out', async () => {
  const council = {
    slug: 'newtown',
    name: 'Newtown Council',
    kind: 'authority',
    authority: 'E09000033',
    urn: null,
    part_of: null,
  } as const;
  assert.match(await makeOrganisation(kept.house, council), /newtown is made/);
  assert.match(await makeOrganisation(kept.house, council), /newtown is there already/);
  // Whoever came by an invitation may have the short name: an account that the owner opens for the council must not land there.
  await asOwner(kept.house, (write) =>
    sql`insert into record.organisation (id, slug, name, kind, claim) values (gen_random_uuid(), 'oldtown', 'Oldtown', 'group', 'name')`.execute(
      write,
    ),
  );
  await assert.rejects(
    makeOrganisation(kept.house, { ...council, slug: 'oldtown', name: 'Oldtown', authority: 'E09000032' }),
    /another organisation of that short name[\s\S]*oldtown: Oldtown, not verified[\s\S]*Choose another short name/,
  );
  await assert.rejects(
    makeOrganisation(kept.house, { ...council, slug: 'newtown-2' }),
    /newtown has that official number[\s\S]*kept admin reject newtown REASON/,
  );
  await assert.rejects(
    makeOrganisation(kept.house, { ...council, slug: 'nobody', authority: null, kind: 'group', part_of: 'nowhere' }),
    /no organisation nowhere/,
  );
  for (const name of ['', 'x'.repeat(201)])
    await assert.rejects(
      makeOrganisation(kept.house, { ...council, slug: 'nobody', authority: null, name }),
      /1 to 200 characters/,
    );
});

/** All that an organisation has published, at its addresses and as publications. */
async function publicOf(named: string): Promise<{
  readonly addresses: readonly string[];
  readonly publications: readonly { readonly id: string; readonly root: string }[];
}> {
  const kinds = rooms.flatMap((room) => room.withdrawables ?? []);
  return asOwner(kept.house, async (write) => {
    const { id } = await write
      .selectFrom('record.organisation')
      .select('id')
      .where('slug', '=', named)
      .executeTakeFirstOrThrow();
    return inSightOf(write, id, async () => {
      const addresses: string[] = [];
      const publications: { id: string; root: string }[] = [];
      for (const kind of kinds) {
        for (const address of await kind.own(write, id)) {
          const found = await findToWithdraw(write, { organisation: id, account: 'kept', now }, kinds, address, site);
          addresses.push(address);
          const { rows } = await sql<{
            id: string;
          }>`select id from published.publication where kind = ${kind.kind} and subject = ${found?.standing.subject ?? ''}`.execute(
            write,
          );
          publications.push(...rows.map((row) => ({ id: row.id, root: address })));
        }
      }
      return { addresses, publications };
    });
  });
}

void test('of a rejected organisation nothing stays at any address, but what others have signed, joined or answered', async () => {
  for (const [named, why, least] of [
    [slug, 'The school says no.', 2],
    ['eastmere', 'It was not them.', 8],
    ['lga', 'A trial.', 5],
  ] as const) {
    const { addresses, publications } = await publicOf(named);
    assert.ok(addresses.length >= least, `${named}: ${addresses.join(' ')}`);
    const said = await rejectOrganisation(kept.house, [named, why], site, now);
    assert.match(said, /is rejected: it publishes nothing and asks nobody/);
    const staying = addresses.filter((address) => said.includes(`\n    ${address}\n`));
    assert.match(said, staying.length === 0 ? /Nothing that it had published stays/ : /stay, ended and marked/);
    for (const address of addresses) {
      const { status, body } = await reader().get(address);
      assert.equal(status, staying.includes(address) ? 200 : 410, address);
      if (status === 410)
        assert.match(
          body,
          /Whoever runs this site withdrew it on [^<]*It was published by [^<]*<[\s\S]*It was not for this organisation to publish\./,
          address,
        );
      else assert.match(body, / \(not verified\)/, address);
    }
    for (const { id, root } of publications)
      if (!staying.includes(root))
        for (const end of ['', '/content.json', '/main.html'])
          assert.equal((await reader().get(`/publications/${id}${end}`)).status, 410, `${root} ${end}`);
  }
  assert.deepEqual((await verify(kept.house.gates)).faults, []);
  // Whoever cleared what others told, and is rejected, takes nothing of theirs along.
  const keeper = await asOwner(kept.house, (write) =>
    write
      .selectFrom('published.practice as practice')
      .innerJoin('record.organisation as keeper', 'keeper.id', 'practice.keeper')
      .select(['keeper.slug as keeper', 'practice.slug'])
      .whereRef('practice.keeper', '!=', 'practice.organisation')
      .executeTakeFirstOrThrow(),
  );
  await rejectOrganisation(kept.house, [keeper.keeper, 'A', 'trial.'], site, now);
  assert.equal((await reader().get(`/practice/${keeper.slug}`)).status, 200);
  // It does not lift it by itself, before it is verified after all.
  const { id } = await asOwner(kept.house, (write) =>
    write.selectFrom('record.organisation').select('id').where('slug', '=', 'lga').executeTakeFirstOrThrow(),
  );
  const lifted = await kept.house.gates.work.write({ account: null, organisation: id, boards: '*' }, (write) =>
    write.deleteFrom('published.withdrawal').where('organisation', '=', id).executeTakeFirst(),
  );
  assert.equal(lifted.numDeletedRows, 0n);
});

void test('what stood of those who were rejected before goes when the owner rejects them again', async () => {
  const { id } = await asOwner(kept.house, (write) =>
    write.selectFrom('record.organisation').select('id').where('slug', '=', 'lga').executeTakeFirstOrThrow(),
  );
  const publication = newId(now);
  await asOwner(kept.house, async (write) => {
    await journal(write, {
      scope: id,
      at: now,
      who: 'kept',
      verb: 'publish',
      kind: 'board',
      thing: 'children-and-young-people-board',
      detail: {},
    });
    await sql`delete from published.withdrawal where organisation = ${id} and address = '/boards/children-and-young-people-board'`.execute(
      write,
    );
    await sql`insert into published.publication (id, kind, subject, version, title, published_at, content,
      content_sha256, html, html_sha256)
      values (${publication}, 'board', 'children-and-young-people-board', 99, 'x', ${now}, 'x', 'x', 'x', 'x')`.execute(
      write,
    );
  });
  assert.match(
    await rejectOrganisation(kept.house, ['lga', 'Again'], site, now),
    /lga was rejected already\. Withdrawn: 1\./,
  );
  for (const path of [`/publications/${publication}`, '/boards/children-and-young-people-board'])
    assert.equal((await reader().get(path)).status, 410, path);
  await assert.rejects(rejectOrganisation(kept.house, ['lga', 'Again'], site, now), /rejected already/);
});

void test('what is being published while an organisation is rejected goes too, and what comes later is refused', async () => {
  const { id } = await asOwner(kept.house, async (write) => {
    const made = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id: made, slug: 'at-once', name: 'At once', kind: 'programme', authority: null })
      .execute();
    return { id: made };
  });
  const account = await asOwner(kept.house, (write) =>
    openAccount(write, { email: 'at@once.example', name: 'x', persona: null, organisation: id, role: 'lead' }, now),
  );
  const who = { organisation: id, account, now };
  const draft = {
    kind: 'learning partnership',
    purpose: 'To meet.',
    terms: null,
    chair: null,
    authority: null,
    board: null,
    themes: [],
  } as const;
  const found = (name: string, and: (write: Write) => Promise<void>): Promise<string> =>
    kept.house.gates.work.write({ ...who, boards: '*' }, async (write) => {
      const made = await recordNetwork(write, who, { ...draft, name });
      await and(write);
      return made;
    });
  const [written, goOn] = [Promise.withResolvers<number>(), Promise.withResolvers<undefined>()];
  const first = found('Under way', async (write) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(write);
    written.resolve(rows[0]?.pid ?? 0);
    await goOn.promise;
  });
  const pid = await written.promise;
  const rejected = rejectOrganisation(kept.house, ['at-once', 'Nobody', 'knows', 'them.'], site, now);
  const waiting = async (): Promise<number> =>
    (
      await asOwner(kept.house, (write) =>
        sql<{
          count: number;
        }>`select count(*)::integer as count from pg_locks where not granted and ${pid}::integer = any(pg_blocking_pids(pid))`.execute(
          write,
        ),
      )
    ).rows[0]?.count ?? 0;
  // Where nothing waits, the rejection has come to its end.
  for (let isDone = false; !isDone && (await waiting()) === 0;)
    isDone = await Promise.race([rejected.then(() => true), pause(20, false)]);
  goOn.resolve(undefined);
  const slug = await first;
  assert.match(await rejected, /Withdrawn: 1\. Nothing that it had published stays/);
  assert.equal((await reader().get(`/networks/${slug}`)).status, 410);
  await assert.rejects(
    found('Too late', () => Promise.resolve()),
    { code: 'KP012' },
  );
});

void test('what a room does not find of a rejected organisation is named, and not passed over', async () => {
  await asOwner(kept.house, (write) =>
    sql`insert into published.network
      select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'slug', 'drawn-from-nothing',
      'organisation', o.id))).*
    from published.network n, record.organisation o where o.slug = 'at-once' limit 1`.execute(write),
  );
  assert.match(
    await rejectOrganisation(kept.house, ['at-once', 'Again'], site, now),
    /rejected already[^]*These still stand[^]*\n {4}\/networks\/drawn-from-nothing\n/,
  );
  await asOwner(kept.house, (write) =>
    write.deleteFrom('published.network').where('slug', '=', 'drawn-from-nothing').execute(),
  );
});

void test('a rejection that meets somebody who holds what is to be withdrawn is tried again, and takes all of it', async () => {
  const id = newId(now);
  const who = await asOwner(kept.house, async (write) => {
    await write
      .insertInto('record.organisation')
      .values({ id, slug: 'crossing', name: 'Crossing', kind: 'programme', authority: null })
      .execute();
    return {
      organisation: id,
      account: await openAccount(
        write,
        { email: 'x@crossing.example', name: 'x', persona: null, organisation: id, role: 'lead' },
        now,
      ),
      now,
    };
  });
  const draft = {
    kind: 'learning partnership',
    purpose: 'To meet.',
    terms: null,
    chair: null,
    authority: null,
    board: null,
    themes: [],
  } as const;
  const act = <T>(work: (write: Write) => Promise<T>): Promise<T> =>
    kept.house.gates.work.write({ ...who, boards: '*' }, work);
  const slug = await act((write) => recordNetwork(write, who, { ...draft, name: 'Crossing' }));
  const [held, goOn] = [Promise.withResolvers<number>(), Promise.withResolvers<undefined>()];
  const second = act(async (write) => {
    await write.selectFrom('published.network').select('slug').where('slug', '=', slug).forUpdate().execute();
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(write);
    held.resolve(rows[0]?.pid ?? 0);
    await goOn.promise;
    return recordNetwork(write, who, { ...draft, name: 'Crossing two' });
  });
  const pid = await held.promise;
  const rejected = rejectOrganisation(kept.house, ['crossing', 'Nobody'], site, now);
  const waiting = async (): Promise<number> =>
    (
      await asOwner(kept.house, (write) =>
        sql<{
          count: number;
        }>`select count(*)::integer as count from pg_locks where not granted and ${pid}::integer = any(pg_blocking_pids(pid))`.execute(
          write,
        ),
      )
    ).rows[0]?.count ?? 0;
  while ((await waiting()) === 0) await pause(20);
  goOn.resolve(undefined);
  // Whoever of the two the database ended: what was published is withdrawn, or was refused.
  const last = await second.catch((problem: unknown) => {
    assert.equal((problem as { code?: string }).code, 'KP012');
    return null;
  });
  assert.match(await rejected, /Nothing that it had published stays/);
  for (const one of [slug, ...(last === null ? [] : [last])])
    assert.equal((await reader().get(`/networks/${one}`)).status, 410);
});

void test('a claim that is rejected ends what asks young people, and readers and the organisation are told why', async () => {
  await assert.rejects(rejectOrganisation(kept.house, [slug, 'Again'], site, now), /rejected already/);
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{ open: number }>`select count(*)::integer as open from record.organisation o where o.slug = ${slug} and (
      exists (select from record.together_code c where c.organisation = o.id and c.closed_on is null) or exists
        (select from intake.way_in w join intake.survey s on s.survey = w.survey where w.stopped is null
        and (s.organisation = o.id or w.setting = o.id)))`.execute(write),
  );
  assert.deepEqual(rows, [{ open: 0 }]);
  // The borough hosts, offers, promises and signed too; the association has boards.
  const { rows: left } = await asOwner(kept.house, (write) =>
    sql<Record<string, string>>`with gone as (select id, slug from record.organisation where rejected_on is not null)
      select 'promise' as what, p.slug from published.promise p join gone on gone.id = p.organisation where p.state in ('agreed', 'under way')
      union all select 'practice', p.slug from published.practice p join gone on gone.id = p.organisation where p.state = 'published'
      union all select 'offer', p.slug from published.offer p join gone on gone.id = p.organisation where p.state = 'live'
      union all select 'coverage', p.theme from published.coverage p join gone on gone.id = p.organisation
      union all select 'network', p.slug from published.network p join gone on gone.id = p.organisation where p.closed_on is null
      union all select 'event', p.slug from published.event p join gone on gone.id = p.organisation where p.state <> 'cancelled' and p.day >= current_date
      union all select 'award', p.urn::text from published.award p join gone on gone.id = p.organisation
      union all select 'charter', p.slug from published.charter p join gone on gone.id = p.organisation
      union all select 'signature', p.slug from published.register_entry p join gone on gone.id = p.organisation
      union all select 'meeting', p.slug from published.meeting p join record.board b on b.slug = p.board join gone on gone.id = b.organisation
      union all select 'passage', p.path from published.passage p join record.board b on b.slug = p.board join gone on gone.id = b.organisation`.execute(
      write,
    ),
  );
  assert.deepEqual(left, []);
  // Its entry was withdrawn with the rest. In the keeper's record nobody has signed it, so that the real one can be invited.
  const { rows: entry } = await asOwner(kept.house, (write) =>
    sql<Record<string, string | boolean | null>>`
    select e.signatory, e.state, exists (select from published.register_entry p where p.framework = e.framework
      and p.slug = e.slug) as shown from record.register_entry e where e.authority = 'E09999001'`.execute(write),
  );
  assert.deepEqual(entry, [{ signatory: null, state: 'removed', shown: false }]);
  assert.match(
    (await reader().get('/verification')).body,
    /Millpond Primary School[\s\S]*Rejected on[\s\S]*The school says no\./,
  );
  assert.match(
    (await school.get('/work/verification')).body,
    /Rejected[\s\S]*The school says no\.[\s\S]*They can verify your organisation after all/,
  );
  assert.equal((await school.post('/work/networks/new', { ...network, name: 'Another' })).status, 403);
});
