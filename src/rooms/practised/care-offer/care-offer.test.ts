/** Offers and coverage under the real gates: who may do what, and what readers then see. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, reading, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { applyAuthorities, readAuthorities } from '#rooms/ground/directory/index.js';
import { publishFramework, recordFramework, templates } from '#rooms/ground/frameworks/index.js';
import { openAccount, type OrganisationKind, type Who } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import {
  checkOffer,
  discardOffer,
  endOffer,
  publishOffer,
  recordCoverage,
  recordOffer,
  recordOfferDraft,
  recordOffers,
  recordOffersOfFile,
} from './acts.js';
import { csvHead, readOfferFile } from './offers-csv.js';
import { listedService, listPage, wholeService } from './open-referral.js';
import { offerContext } from './pages/edit-offer/context.js';
import { type OfferContext, readOffer, typedOffer } from './pages/edit-offer/edit-offer.form.js';
import {
  asksFramework,
  coverageOf,
  kindStates,
  offersById,
  offersFor,
  publishedOffer,
  publishedOffers,
  wholeCoverage,
} from './published.js';
import type { Cost, CoverageSaying, OfferDraft } from './words.js';

const now = new Date('2026-11-26T10:00:00Z');
const later = new Date('2026-12-03T10:00:00Z');
const own = 'E99900001';
const other = 'E99900002';
const framework = 'care-leavers-asks';

const directory = [
  'local-authority-code,official-name,nice-name,gss-code,local-authority-type-name,nation,region',
  `AAA,Ash Council,Ash,${own},Unitary authority,England,South West`,
  `BBB,Birch Council,Birch,${other},Unitary authority,England,South West`,
].join('\n');

interface Town {
  readonly authority: Who;
  readonly programme: Who;
  readonly school: Who;
}

/** Two authorities in the directory; one works here, and so do a programme that keeps the asks, and a school. */
async function town(write: Write): Promise<Town> {
  const read = readAuthorities(new TextEncoder().encode(directory));
  assert.ok(read.ok);
  await applyAuthorities(write, read.value, now);
  const join = async (kind: OrganisationKind, name: string, authority: string | null): Promise<Who> => {
    const organisation = newId(now);
    await write
      .insertInto('record.organisation')
      .values({ id: organisation, slug: organisation, name, kind, authority })
      .execute();
    return {
      organisation,
      account: await openAccount(
        write,
        { email: `${organisation}@care.example`, name, persona: null, organisation, role: 'lead' },
        now,
      ),
      now,
    };
  };
  const made = {
    authority: await join('authority', 'Ash Council', own),
    programme: await join('programme', 'Forum', null),
    school: await join('school', 'School', own),
  };
  const { id } = await recordFramework(write, made.programme, 'asks', templates['care-leavers-asks'].draft);
  assert.ok((await publishFramework(write, made.programme, id)).ok);
  return made;
}

function at<T>(gates: Gates, who: Who, act: (write: Write) => Promise<T>): Promise<T> {
  return gates.work.write({ account: who.account, organisation: who.organisation, boards: '*' }, act);
}

const draft = (more: Partial<OfferDraft> = {}): OfferDraft => ({
  ...{
    provider: 'Ash Council',
    providerCode: own,
    printed: null,
    framework,
    themes: ['travel'],
    ask: 'travel-2',
    answers: null,
    title: 'Driving lessons',
    what: 'Ten lessons and the first test.',
    duty: 'discretionary',
    who: null,
    groups: [],
  },
  ...{
    ages: 'limits',
    ageMin: 17,
    ageMax: 24,
    reach: 'own',
    areas: [own],
    outside: 'not known',
    also: null,
    amount: 'Up to £400',
    cost: 'not known',
    steps: ['Ask'],
    team: 'Leaving care team',
    phone: '020 7946 0123',
    email: 'team@ash.example',
    web: null,
  },
  ...{
    validFrom: null,
    validTo: '2027-03-31',
    verifiedOn: '2026-11-01',
    verifiedBy: 'manager',
    sourceUrl: null,
    note: null,
  },
  ...more,
});

test('an offer goes from draft to published, checked again and ended; readers see each step and no draft', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority } = await town(write);
    const seen = (slug: string) => reading(gates.public, nobody, (read) => publishedOffer(read, slug));
    const { id, slug } = await at(gates, authority, (inside) => recordOffer(inside, authority, draft()));
    assert.equal(await seen(slug), undefined);
    assert.ok((await at(gates, authority, (inside) => publishOffer(inside, authority, id))).ok);
    assert.equal((await seen(slug))?.offer.state, 'live');
    assert.ok(
      (await at(gates, authority, (inside) => recordOfferDraft(inside, authority, id, draft({ amount: 'Up to £500' }))))
        .ok,
    );
    assert.equal((await seen(slug))?.offer.amount, 'Up to £400', 'a change is not seen before it is published');
    // Checking what readers see does not publish the change by the way.
    assert.ok(
      (await at(gates, authority, (inside) => checkOffer(inside, { ...authority, now: later }, id, 'manager'))).ok,
    );
    const checked = await seen(slug);
    assert.deepEqual([checked?.offer.verified_on, checked?.offer.amount], ['2026-12-03', 'Up to £400']);
    assert.deepEqual(await at(gates, authority, (inside) => discardOffer(inside, authority, id)), {
      ok: false,
      problem: { code: 'wrong state', state: 'live' },
    });
    assert.ok(
      (await at(gates, authority, (inside) => endOffer(inside, { ...authority, now: later }, id, 'No money'))).ok,
    );
    const ended = await seen(slug);
    assert.deepEqual(
      [ended?.offer.state, ended?.offer.ended_reason, ended?.history.map(({ act }) => act)],
      ['ended', 'No money', ['ended', 'checked again', 'published']],
    );
    assert.equal(
      (await reading(gates.public, nobody, (read) => publishedOffers(read, { from: 0, count: 9 }))).total,
      0,
      'an ended offer is in no list',
    );
    assert.deepEqual(await at(gates, authority, (inside) => publishOffer(inside, authority, id)), {
      ok: false,
      problem: { code: 'wrong state', state: 'ended' },
    });
    const { id: second } = await at(gates, authority, (inside) => recordOffer(inside, authority, draft()));
    assert.ok((await at(gates, authority, (inside) => discardOffer(inside, authority, second))).ok);
    const verbs = (
      await write.selectFrom('kit.journal').select('verb').where('kind', '=', 'offer').orderBy('number').execute()
    ).map(({ verb }) => verb);
    assert.deepEqual(verbs, ['record', 'publish', 'record', 'record', 'withdraw', 'record', 'withdraw']);
  });
});

test('nobody touches another’s offers: not in the record, not among the published, and history only grows', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority, programme } = await town(write);
    const { id, slug } = await at(gates, authority, (inside) =>
      recordOffer(inside, authority, draft({ answers: 'offered' })),
    );
    assert.ok((await at(gates, authority, (inside) => publishOffer(inside, authority, id))).ok);
    for (const act of [
      publishOffer,
      (inside: Write, who: Who, one: string) => endOffer(inside, who, one, 'x'),
      (inside: Write, who: Who, one: string) => checkOffer(inside, who, one, 'x'),
    ])
      assert.deepEqual(await at(gates, programme, (inside) => act(inside, programme, id)), {
        ok: false,
        problem: { code: 'not there' },
      });
    const touched = await at(gates, programme, async (inside) => {
      const { rows: changed } =
        await sql`update published.offer set title = 'Mine' where slug = ${slug} returning 1`.execute(inside);
      const { rows: gone } = await sql`delete from published.coverage returning 1`.execute(inside);
      return changed.length + gone.length;
    });
    assert.equal(touched, 0);
    await assert.rejects(
      at(gates, programme, (inside) =>
        sql`insert into published.offer_event (offer, number, on_day, act, organisation)
          values (${slug}, 9, '2026-01-01', 'ended', ${authority.organisation})`.execute(inside),
      ),
      { code: '42501' },
    );
    for (const change of [
      sql`update record.offer_event set note = 'x'`,
      sql`delete from record.offer_event`,
      sql`delete from record.coverage`,
      sql`update record.coverage set state = 'offered'`,
    ])
      await assert.rejects(
        at(gates, authority, (inside) => change.execute(inside)),
        { code: '42501' },
      );
    await assert.rejects(
      reading(gates.public, nobody, (read) => read.selectFrom('record.offer').select('id').execute()),
      { code: '42501' },
    );
  });
});

test('an offer by itself says nothing: coverage follows only where its keeper says so', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority } = await town(write);
    const publish = async (more: Partial<OfferDraft>) => {
      const { id } = await at(gates, authority, (inside) => recordOffer(inside, authority, draft(more)));
      assert.ok((await at(gates, authority, (inside) => publishOffer(inside, authority, id))).ok);
    };
    const said = () => reading(gates.public, nobody, (read) => coverageOf(read, framework, [own, other]));
    await publish({});
    assert.deepEqual(await said(), []);
    await publish({ answers: 'partly' });
    const [line] = await said();
    assert.deepEqual(
      [line?.authority, line?.theme, line?.ask, line?.state, line?.own, line?.saidOn],
      [own, 'travel', 'travel-2', 'partly', true, '2026-11-01'],
    );
    const found = await reading(gates.public, nobody, (read) => asksFramework(read, ''));
    assert.ok(found);
    const states = kindStates(found.chosen, [own, other], await said());
    assert.deepEqual(
      [states.get(own)?.get('travel'), states.get(own)?.get('health'), states.get(other)?.get('travel')],
      ['partly', 'not known', 'not known'],
    );
  });
});

test('coverage has a source and a day; an authority speaks of itself, a programme of any; not known takes back', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority, programme, school } = await town(write);
    const saying = (more: Partial<CoverageSaying> = {}): CoverageSaying => ({
      authority: own,
      framework,
      theme: 'health',
      ask: null,
      state: 'offered',
      source: 'Our survey',
      sourceUrl: null,
      on: '2026-11-01',
      offer: null,
      ...more,
    });
    const say = (who: Who, more: Partial<CoverageSaying> = {}) =>
      at(gates, who, (inside) => recordCoverage(inside, who, saying(more)));
    const refusals = [
      [authority, { authority: other }, 'not yours to say'],
      [school, {}, 'not yours to say'],
      [programme, { source: ' ' }, 'no source'],
      [programme, { on: '2026-11-27' }, 'in the future'],
      [programme, { on: '2026-02-30' }, 'in the future'],
      [programme, { authority: 'E00000000' }, 'no such authority'],
      [programme, { theme: 'cake' }, 'no such ask'],
      [programme, { ask: 'travel-1' }, 'no such ask'],
      [programme, { framework: 'no-such' }, 'no such ask'],
    ] as const;
    for (const [who, more, problem] of refusals)
      assert.deepEqual(await say(who, more), { ok: false, problem }, problem);
    assert.ok(
      (await say(programme)).ok &&
        (await say(authority, { state: 'not offered', on: '2025-01-01', source: 'Our own offer' })).ok,
    );
    const standing = async () =>
      (await reading(gates.public, nobody, (read) => coverageOf(read, framework, [own]))).map(
        ({ state, own: mine, others }) => [state, mine, others],
      );
    assert.deepEqual(await standing(), [['not offered', true, 1]]);
    assert.ok((await say(authority, { state: 'not known' })).ok);
    assert.deepEqual(await standing(), [['offered', false, 0]]);
    assert.ok((await say(programme, { state: 'not known' })).ok);
    assert.deepEqual(await standing(), []);
    assert.deepEqual(await reading(gates.public, nobody, (read) => wholeCoverage(read, (row) => row)), []);
    assert.equal(
      (await write.selectFrom('record.coverage').select('id').execute()).length,
      4,
      'what was said stays in the record',
    );
  });
});

test('what was printed of an authority that works here is its own to publish', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority, programme } = await town(write);
    const printed = (code: string, name: string) =>
      draft({ provider: name, providerCode: code, areas: [code], printed: 'a report of 2024' });
    const shown = await at(gates, authority, (inside) => recordOffers(inside, authority, [draft()], true));
    assert.ok(shown.ok);
    const refusal = await at(gates, programme, (inside) =>
      recordOffers(inside, programme, [printed(other, 'Birch Council'), printed(own, 'Ash Council')], true),
    );
    assert.deepEqual(refusal, { ok: false, problem: { code: 'provider keeps its own', provider: 'Ash Council' } });
    assert.equal(
      (await write.selectFrom('record.offer').select('id').where('organisation', '=', programme.organisation).execute())
        .length,
      0,
      'nothing is half saved',
    );
    assert.ok(
      (await at(gates, programme, (inside) => recordOffers(inside, programme, [printed(other, 'Birch Council')], true)))
        .ok,
    );
  });
});

const context: OfferContext = {
  keeper: { name: 'Forum', isAuthority: false, authority: null },
  framework,
  kinds: [
    { key: 'travel', title: 'Travel' },
    { key: 'health', title: 'Health' },
  ],
  asks: [{ key: 'travel-2', theme: 'travel', body: 'Driving lessons' }],
  codes: new Set([own, other]),
  today: '2026-11-26',
};
const csv = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

test('a file of offers is taken whole or not at all, and each bad line is named with its column and rule', () => {
  const bad = readOfferFile(
    csv(
      'title,what it is,kinds,ask,checked on,checked by,lowest age,highest age,outside the area,who,email',
      'Lessons,Ten lessons,travel,travel-2,01/11/2026,manager,17,24,yes,relevant;former relevant,a@b.example',
      'Other,,cake,,31/02/2026,,30,20,perhaps,everyone,no',
      'Lessons,Again,Health,travel-2,,,,,,,',
    ),
    context,
  );
  assert.ok(!bad.ok);
  assert.equal(bad.problem.broken, 2);
  assert.deepEqual(
    bad.problem.rows.map(({ line, column }) => `${line} ${column}`).toSorted(),
    [
      '3 what it is',
      '3 kinds',
      '3 highest age',
      '3 outside the area',
      '3 email',
      '3 checked on',
      '3 who',
      '4 ask',
    ].toSorted(),
  );
  assert.match(bad.problem.message, /Nothing was saved/);
  const twice = readOfferFile(csv('title,what it is,kinds', 'Lessons,Ten,travel', 'lessons,Five,travel'), context);
  assert.ok(!twice.ok && /line 2/.test(twice.problem.message));
  const missing = readOfferFile(csv('title,kinds', 'x,travel'), context);
  assert.ok(!missing.ok && missing.problem.code === 'columns missing');
  const good = readOfferFile(
    csv(
      csvHead,
      'Lessons,"Ten lessons, and a test",Travel,travel-2,partly,Birch,E99900002,a report,,any,parents,,17,,own,,no,,,,First | Second,,,,,,,,,,',
    ),
    context,
  );
  assert.ok(good.ok, good.ok ? '' : good.problem.message);
  const [one] = good.value;
  assert.deepEqual(
    [one?.themes, one?.ages, one?.ageMax, one?.areas, one?.steps, one?.who?.length, one?.verifiedOn, one?.provider],
    [['travel'], 'limits', null, [other], ['First', 'Second'], 4, null, 'Birch'],
  );
});

test('what the form shows of a draft is read back as the same draft', () => {
  for (const more of [
    {},
    { who: ['relevant' as const], groups: ['parents' as const], ages: 'any' as const, ageMin: null, ageMax: null },
    { reach: 'anyone' as const, areas: [] },
    { answers: 'partly' as const },
  ]) {
    const one = draft({ ...more, provider: 'Ash Council', printed: 'a report' });
    const reading = readOffer(typedOffer(one), context);
    assert.deepEqual(reading, { ok: true, draft: one });
  }
});

test('another’s offer needs the place where it is printed, and an authority writes of itself only', () => {
  const fields = (given: Readonly<Record<string, string>>) => ({
    get: (name: string) => given[name] ?? '',
    all: (name: string) => (given[name] === undefined ? [] : [given[name]]),
  });
  const base = { title: 'Lessons', what: 'Ten', kinds: 'travel' };
  const other = readOffer(fields({ ...base, provider: 'TalkTalk' }), context);
  assert.deepEqual(other.ok ? [] : other.problems.map(({ field }) => field), ['printed']);
  const authority = readOffer(fields({ ...base, provider: 'TalkTalk', providerCode: 'E99900002' }), {
    ...context,
    keeper: { name: 'Ash Council', isAuthority: true, authority: own },
  });
  assert.ok(
    authority.ok &&
      authority.draft.provider === 'Ash Council' &&
      authority.draft.providerCode === own &&
      authority.draft.printed === null,
  );
  const unchecked = readOffer(fields({ ...base, verifiedOn: '27/11/2026' }), context);
  assert.deepEqual(unchecked.ok ? [] : unchecked.problems.map(({ field }) => field), ['verifiedOn']);
});

test('offers are found by words, with a slip, by kind, council, group and outside; those for a place leave out other places', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority, programme } = await town(write);
    await at(gates, authority, (inside) =>
      recordOffers(
        inside,
        authority,
        [
          draft({ outside: 'yes' }),
          draft({ title: 'Guarantor for renting', themes: ['housing'], ask: null, groups: ['parents'] }),
        ],
        true,
      ),
    );
    const partner = draft({
      title: 'Data for all',
      provider: 'A company',
      providerCode: null,
      printed: 'a report',
      reach: 'not known',
      areas: [],
      themes: ['digital-connection'],
      ask: null,
    });
    await at(gates, programme, (inside) =>
      recordOffers(
        inside,
        programme,
        [
          partner,
          draft({ title: 'Bus pass', provider: 'Birch', providerCode: other, areas: [other], printed: 'a report' }),
        ],
        true,
      ),
    );
    const found = (wish: Partial<Parameters<typeof publishedOffers>[1]>) =>
      reading(gates.public, nobody, async (read) =>
        (await publishedOffers(read, { from: 0, count: 9, ...wish })).offers.map(({ title }) => title),
      );
    assert.deepEqual(await found({ q: 'DRIVING ash' }), ['Driving lessons']);
    assert.deepEqual(await found({ q: 'guarentor' }), ['Guarantor for renting']);
    assert.deepEqual(await found({ q: 'xyzzyplugh' }), []);
    assert.deepEqual(await found({ kind: `${framework} housing` }), ['Guarantor for renting']);
    assert.deepEqual(await found({ authority: other }), ['Bus pass']);
    assert.deepEqual(await found({ group: 'parents' }), ['Guarantor for renting']);
    assert.deepEqual(await found({ outside: 'yes' }), ['Driving lessons']);
    for (const q of ['%', "o'", '\\', "'; drop", '( )']) await found({ q });
    const mine = await reading(gates.public, nobody, (read) => offersFor(read, [own], [], 9));
    assert.deepEqual(
      mine.offers.map(({ title }) => title),
      ['Driving lessons', 'Guarantor for renting', 'Data for all'],
    );
    assert.equal((await reading(gates.public, nobody, (read) => offersFor(read, [own], [], 2))).more, true);
    assert.deepEqual(
      (await reading(gates.public, nobody, (read) => offersFor(read, [], [`${framework} travel`], 9))).offers,
      [],
    );
  });
});

/** The fields and their kinds as the UK profile of HSDS 3.0 publishes them (schema/service.json and those it refers to); ! stands for required. */
const profile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: {
    id: 'uuid!',
    name: 'string!',
    description: 'string',
    url: 'uri!',
    email: 'email',
    status: 'status!',
    minimum_age: 'number',
    maximum_age: 'number',
    assured_date: 'date',
    alert: 'string',
    last_modified: 'datetime',
    organization: 'organization',
    service_areas: 'service_area[]',
    cost_options: 'cost_option[]',
    schedules: 'schedule[]',
    contacts: 'contact[]',
    attributes: 'attribute[]',
  },
  organization: { id: 'uuid!', name: 'string!', description: 'string!', uri: 'uri' },
  service_area: { id: 'uuid!', service_id: 'uuid', name: 'string', service_area: 'string', uri: 'uri' },
  cost_option: {
    id: 'uuid!',
    service_id: 'uuid',
    valid_from: 'date',
    valid_to: 'date',
    option: 'string',
    amount: 'number',
    amount_description: 'string',
  },
  schedule: { id: 'uuid!', service_id: 'uuid', valid_from: 'date', valid_to: 'date', description: 'string' },
  contact: { id: 'uuid!', service_id: 'uuid', name: 'string', phones: 'phone[]' },
  phone: { id: 'uuid!', contact_id: 'uuid', number: 'string!' },
  attribute: {
    id: 'uuid!',
    link_id: 'uuid',
    link_type: 'string',
    taxonomy_term_id: 'uuid',
    taxonomy_term: 'taxonomy_term',
  },
  taxonomy_term: { id: 'uuid!', taxonomy: 'string!', term: 'string' },
};

function faults(value: unknown, kind: string, where: string): readonly string[] {
  const named = kind.replace('!', '');
  if (named.endsWith('[]'))
    return Array.isArray(value)
      ? value.flatMap((one, index) => faults(one, named.slice(0, -2), `${where}[${index}]`))
      : [`${where} is no list`];
  const fields = profile[named];
  if (fields) {
    if (typeof value !== 'object' || value === null) return [`${where} is no object`];
    const given = new Map(Object.entries(value));
    return [
      ...[...given.keys()].filter((key) => !(key in fields)).map((key) => `${where}.${key} is not of the profile`),
      ...Object.entries(fields).flatMap(([key, type]) =>
        given.has(key)
          ? faults(given.get(key), type, `${where}.${key}`)
          : type.endsWith('!')
            ? [`${where}.${key} is missing`]
            : [],
      ),
    ];
  }
  const form: Readonly<Record<string, RegExp>> = {
    uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    date: /^\d{4}-\d\d-\d\d$/,
    datetime: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    uri: /^https?:\/\//,
    email: /^\S+@\S+$/,
    status: /^(active|inactive|defunct|temporarily closed)$/,
    string: /[^]/,
  };
  if (named === 'number') return typeof value === 'number' ? [] : [`${where} is no number`];
  return typeof value === 'string' && form[named]?.test(value) ? [] : [`${where} is not ${named}: ${String(value)}`];
}

test('the export has the shape of Open Referral UK 3.0, and leaves out what is not known', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority, programme } = await town(write);
    await at(gates, authority, (inside) =>
      recordOffers(inside, authority, [draft({ who: ['relevant'], groups: ['parents'] })], true),
    );
    await at(gates, programme, (inside) =>
      recordOffers(
        inside,
        programme,
        [
          draft({
            title: 'Broadband',
            provider: 'A company',
            providerCode: null,
            printed: 'a report',
            reach: 'not known',
            areas: [],
            ages: 'not known',
            ageMin: null,
            ageMax: null,
            amount: null,
            team: null,
            phone: null,
            email: null,
            verifiedOn: null,
            verifiedBy: null,
            validTo: null,
          }),
        ],
        true,
      ),
    );
    const { offers } = await publishedOffers(write, { from: 0, count: 9 });
    const site = 'https://kept.example';
    const today = '2026-11-26';
    const whole = offers.map((offer) =>
      wholeService({
        offer,
        site,
        today,
        areas: offer.areas.map((code) => ({ code, name: 'Ash' })),
        kinds: new Map([[`${framework} travel`, 'Travel']]),
      }),
    );
    for (const service of whole) assert.deepEqual(faults(service, 'service', service.name), []);
    assert.deepEqual(
      faults({ ...whole[0], status: 'open', id: 'x', color: 'red' }, 'service', 's').length,
      3,
      'the check can fail',
    );
    const [unknown, known] = whole;
    assert.deepEqual(
      [known?.minimum_age, known?.maximum_age, known?.assured_date, known?.contacts.length],
      [17, 24, '2026-11-01', 1],
    );
    for (const field of ['minimum_age', 'maximum_age', 'assured_date', 'email'])
      assert.ok(unknown && !(field in unknown), field);
    assert.ok(
      unknown?.service_areas.length === 0 && !JSON.stringify(whole).includes('ot known'),
      'what is not known is left out',
    );
    assert.deepEqual(
      whole.flatMap((service) => service.cost_options),
      [],
      'an offer of which nobody said what it costs says no cost',
    );
    const [offer] = offers;
    assert.ok(offer);
    const costOf = (cost: Cost) =>
      wholeService({ offer: { ...offer, cost }, site, today, areas: [], kinds: new Map() }).cost_options.map(
        (option) => ['amount' in option ? option.amount : null, option.option],
      );
    assert.deepEqual([costOf('free'), costOf('charge')], [[[0, 'Free of charge']], [[null, 'There is a charge']]]);
    assert.deepEqual(
      ['2026-11-26', '2027-04-01'].map(
        (day) => listedService({ offer: { ...offer, valid_to: '2027-03-31' }, site, today: day }).status,
      ),
      ['active', 'inactive'],
      'nobody can have what is over',
    );
    const ids = whole.flatMap((service) => [
      service.id,
      ...service.service_areas.map(({ id }) => id),
      ...service.cost_options.map(({ id }) => id),
      ...service.attributes.map(({ id }) => id),
    ]);
    assert.equal(new Set(ids).size, ids.length);
    const page = listPage(
      offers.map((offer) => listedService({ offer, site, today })),
      1,
      50,
      2,
    );
    assert.deepEqual(
      [page.total_items, page.total_pages, page.size, page.first_page, page.last_page, page.empty],
      [2, 1, 2, true, true, false],
    );
    assert.deepEqual(
      page.contents.flatMap((service) => faults(service, 'service', service.name)),
      [],
    );
    assert.equal(listPage([], 3, 50, 101).last_page, true);
  });
});

test('a school keeps no offers: there is nothing for it to write into', async () => {
  await rolledBack(async (write, { gates }) => {
    const { school, authority } = await town(write);
    const contextOf = (who: Who) =>
      gates.work.read({ account: who.account, organisation: who.organisation, boards: '*' }, (read) =>
        offerContext(read, who.organisation, now),
      );
    assert.equal(await contextOf(school), null);
    assert.deepEqual((await contextOf(authority))?.keeper, { name: 'Ash Council', isAuthority: true, authority: own });
  });
});

test('whoever takes all offers by pages gets each once, in order, whatever the size of a page; others than live ones do not count', async () => {
  await rolledBack(async (write, { gates }) => {
    await write.deleteFrom('published.offer').execute();
    const { authority } = await town(write);
    const { id } = await at(gates, authority, (inside) => recordOffer(inside, authority, draft()));
    assert.ok((await at(gates, authority, (inside) => publishOffer(inside, authority, id))).ok);
    await sql`insert into published.offer
      select (jsonb_populate_record(o, jsonb_build_object('slug', 'offer-' || n, 'id', gen_random_uuid(), 'state',
      case when n % 7 = 0 then 'ended' else 'live' end))).*
      from published.offer o, generate_series(1, 350) n`.execute(write);
    const all = (
      await write.selectFrom('published.offer').select('id').where('state', '=', 'live').orderBy('id').execute()
    ).map((offer) => offer.id);
    assert.equal(all.length, 301);
    for (const from of [0, 1, 50, 99, 100, 101, 199, 200, 300, 301, 400]) {
      for (const size of [1, 7, 100, 150, 400]) {
        const found = await reading(gates.public, nobody, (read) => offersById(read, from, size));
        assert.deepEqual(
          [found.total, found.offers.map((offer) => offer.id)],
          [301, all.slice(from, from + size)],
          `${size} from ${from}`,
        );
      }
    }
  });
});

test('the table of all that is said has a line for each authority and ask, the authority’s own word before others’, by authority', async () => {
  await rolledBack(async (write, { gates }) => {
    await write.deleteFrom('published.coverage').execute();
    await sql`insert into published.coverage (authority, framework, theme, ask, organisation, organisation_name, own, state, source, said_on, recorded_at)
      select 'E' || lpad(n::text, 8, '0'), 'f', 'theme', ask, gen_random_uuid(), who, who = 'itself', 'offered', 'x',
        case when who = 'itself' then date '2026-01-01' else date '2026-02-01' + by::integer end, now()
        from generate_series(1, 45) n, unnest(array['a', 'b']) ask, unnest(array['itself', 'another', 'later'])
          with ordinality as speakers (who, by) where who <> 'itself' or n % 2 = 0`.execute(write);
    const rows = await reading(gates.public, nobody, (read) =>
      wholeCoverage(read, ({ authority, ask, organisation_name }) => `${authority} ${ask} ${organisation_name}`),
    );
    const expected = Array.from({ length: 45 }, (_, at) => at + 1).flatMap((n) =>
      ['a', 'b'].map((ask) => `E${String(n).padStart(8, '0')} ${ask} ${n % 2 === 0 ? 'itself' : 'later'}`),
    );
    assert.deepEqual(rows, expected);
  });
});

test('of a list of asks that has ended nothing new is said, and what was said before is changed', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority, programme } = await town(write);
    const says = (more: Partial<CoverageSaying>) =>
      at(gates, authority, (inside) =>
        recordCoverage(inside, authority, {
          framework,
          theme: 'travel',
          ask: null,
          authority: own,
          state: 'offered',
          source: 'Our offer',
          sourceUrl: null,
          on: '2026-11-01',
          offer: null,
          ...more,
        }),
      );
    assert.ok((await says({})).ok);
    await sql`insert into published.ending (kind, subject, organisation, role, reason, on_day)
      values ('framework', ${framework}, ${programme.organisation}, 'x', 'x', '2026-11-26')`.execute(write);
    assert.ok((await says({ state: 'partly' })).ok);
    assert.deepEqual(
      await says({ theme: 'health' }),
      { ok: false, problem: 'framework ended' },
      'in words, before the database refuses it',
    );
  });
});

test('a file does not take back a check that came after it, and tells offers apart by provider and title alone', async () => {
  await rolledBack(async (write, { gates }) => {
    const { authority } = await town(write);
    const taken = (drafts: readonly OfferDraft[], change = false) =>
      at(gates, authority, (inside) => recordOffersOfFile(inside, authority, drafts, { publish: false, change }));
    const count = (made: number, changed: number, same: number) => ({ ok: true, value: { made, changed, same } });
    const checked = draft({ title: 'Bus pass', verifiedOn: '2026-03-01', verifiedBy: 'A lead' });
    assert.deepEqual(await taken([checked]), count(1, 0, 0));
    // Nothing said of a check, an older one, and the same in other letters: all of them are the offer as it stands.
    for (const verifiedOn of [null, '2026-02-28', '2026-03-01'])
      assert.deepEqual(
        await taken([{ ...checked, verifiedOn, verifiedBy: verifiedOn && 'A lead' }]),
        count(0, 0, 1),
        String(verifiedOn),
      );
    const later = { ...checked, verifiedOn: '2026-03-02', verifiedBy: 'Another' };
    assert.deepEqual(await taken([later]), {
      ok: false,
      problem: { code: 'stands already', titles: ['Bus pass'] },
    });
    assert.deepEqual(await taken([later], true), count(0, 1, 0));
    assert.deepEqual(
      await taken([{ ...later, amount: '£5', verifiedOn: null, verifiedBy: null }], true),
      count(0, 1, 0),
    );
    const { rows } = await sql<{ title: string; on: string; amount: string }>`
      select draft ->> 'title' as title, draft ->> 'verifiedOn' as "on", draft ->> 'amount' as amount
        from record.offer where organisation = ${authority.organisation}`.execute(write);
    assert.deepEqual(rows, [{ title: 'Bus pass', on: '2026-03-02', amount: '£5' }]);
    assert.deepEqual(await taken([{ ...later, provider: 'Another provider' }]), count(1, 0, 0));
  });
});
