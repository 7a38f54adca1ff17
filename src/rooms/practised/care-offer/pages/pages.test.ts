/** The pages through the server: five questions that leave no trace, and files and forms that are refused with the reason. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openPage, noBrowser } from '#test/browser.js';
import { axe } from '#test/axe.js';
import { enterAt, tabTo } from '#test/keyboard.js';
import { nobody } from '#kit/db/gate.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, asker, persona } from '#test/visit.js';

let kept: Running;
let borough: Asker;

before(async () => {
  kept = await runningKept();
  borough = await persona(kept, 'borough');
});

after(async () => kept.stop());

/** Rows of every table of the record, of what is published and of the kit, but the buckets of rate limits. */
async function rowsOfAll(): Promise<number> {
  return kept.house.gates.work.read(nobody, async (read) => {
    const { rows } = await sql<{
      count: number;
    }>`select ((select count(*) from kit.journal) + (select count(*) from kit.session) + (select count(*)
      from kit.mail) + (select count(*) from published.offer) + (select count(*)
      from published.coverage))::integer as count`.execute(read);
    return rows[0]?.count ?? 0;
  });
}

const find = (fields: Readonly<Record<string, string>>) => asker(kept.url, null).post('/care-offer/find', fields);

test('the five questions are answered without a cookie, a trace or an answer in an address', async () => {
  const before = await rowsOfAll();
  const answer = await find({
    lookedAfterBy: 'E09999001',
    lives: 'elsewhere',
    livesIn: 'E06000052',
    age: '19',
    status: 'former relevant',
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('set-cookie'), null);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(await rowsOfAll(), before);
  assert.doesNotMatch(
    answer.body,
    /(href|action)="[^"]*(E09999001|former|age=)/,
    'no address on the page carries an answer',
  );
  // Hers, also while she lives in Cornwall; there, and not known; hers only inside; and nothing of Gateshead.
  assert.match(answer.body, /Council tax paid until you are 25/);
  assert.match(answer.body, /Free bus travel in Cornwall/);
  const misses = answer.body.slice(answer.body.indexOf('Probably not for you'));
  assert.match(misses, /Guarantor for renting/);
  assert.doesNotMatch(answer.body, /Winter fuel payment/);
  assert.match(answer.body, /Broadband and data for job seekers/);
  assert.match(answer.body, /personal adviser/);
  assert.ok(answer.bytes.length < 100_000, `${answer.bytes.length} bytes`);
});

test('every question may be skipped, and a bad age comes back with everything that was typed', async () => {
  const skipped = await find({});
  assert.equal(skipped.status, 200);
  assert.match(skipped.body, /You did not say which council/);
  const refused = await find({
    lookedAfterBy: 'E09999001',
    age: 'nineteen',
    status: 'relevant',
    kinds: 'care-leavers-asks travel',
    groups: 'parents',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Enter your age as a number/);
  assert.match(refused.body, /value="nineteen"/);
  assert.match(refused.body, /<option value="E09999001" selected/);
  assert.match(refused.body, /value="relevant" checked/);
  for (const odd of [
    { lookedAfterBy: 'E00000000' },
    { kinds: "'; drop" },
    { livesIn: 'x', lives: 'elsewhere' },
    { status: 'king' },
    { lookedAfterBy: 'a\0b' },
  ])
    assert.ok([200, 400].includes((await find(odd)).status), JSON.stringify(odd));
});

test(
  'a young person who lives outside her authority finds what she can get by keyboard, in under a minute',
  { skip: noBrowser, timeout: 90_000 },
  async () => {
    const page = await openPage({ baseURL: kept.url, javaScript: false });
    try {
      const started = performance.now();
      await page.goto('/care-offer');
      await enterAt(
        page,
        page
          .getByRole('button', { name: 'What can I get?' })
          .or(page.getByRole('link', { name: 'What can I get?' }))
          .first(),
      );
      await tabTo(page, page.getByLabel('1. Which council looked after you?'));
      await page.keyboard.type('Eastmere');
      await page.keyboard.press('Tab');
      // From "I am not sure", which is chosen at first, up to "Somewhere else".
      await page.keyboard.press('ArrowUp');
      await tabTo(page, page.getByLabel('Which council’s area?'));
      await page.keyboard.type('Cornwall');
      await tabTo(page, page.getByLabel('3. How old are you?'));
      await page.keyboard.type('19');
      await enterAt(page, page.getByRole('button', { name: 'Show what I can get' }));
      assert.equal(await page.locator('h1').innerText(), 'What you can get');
      assert.equal(page.url(), `${kept.url}/care-offer/find`);
      assert.deepEqual(await page.context().cookies(), []);
      assert.match(await page.getByRole('main').innerText(), /Council tax paid until you are 25/);
      assert.ok(performance.now() - started < 60_000);
      await page.emulateMedia({ media: 'print' });
      assert.equal(
        await page.getByRole('heading', { name: 'Change your answers' }).isVisible(),
        false,
        'the paper has no form',
      );
    } finally {
      await page.context().close();
    }
    for (const width of [360, 1280]) {
      const again = await openPage({ baseURL: kept.url, width });
      await again.goto('/care-offer/find');
      await again.getByRole('button', { name: 'Show what I can get' }).press('Enter');
      for (const path of [
        null,
        '/care-offer/offers',
        '/care-offer/coverage',
        '/care-offer/compare?a=E09999001&b=E06000052',
      ]) {
        if (path !== null) await again.goto(path);
        await axe(again);
        assert.ok(
          (await again.evaluate<number>(
            'document.scrollingElement.scrollWidth - document.documentElement.clientWidth',
          )) <= 0,
          `${path ?? 'the answer'} at ${width}`,
        );
      }
      await again.context().close();
    }
  },
);

async function upload(text: string, more: Readonly<Record<string, string>> = {}) {
  const body = new FormData();
  body.set('csrf', borough.csrf);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  body.set('offers', new Blob([text]), 'offers.csv');
  const response = await fetch(`${kept.url}/work/care-offer/upload`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `kept=${borough.token}` },
    body,
  });
  return { status: response.status, to: response.headers.get('location'), body: await response.text() };
}

test('a file with a bad line changes nothing and says which; a good one comes in, and is published where that is wished', async () => {
  const refused = await upload(
    'title,what it is,kinds,checked on\nA pass,Free swimming,leisure,\nOther,Something,cake,99/99/2026\n',
  );
  assert.equal(refused.status, 422);
  assert.match(refused.body, /There is no kind of ask “cake”/);
  assert.match(refused.body, /Enter a day that exists/);
  assert.doesNotMatch((await borough.get('/work/care-offer')).body, /A pass/);
  assert.equal((await upload('')).status, 422);
  const taken = await upload('title,what it is,kinds\nA pass,Free swimming for you,leisure\n', { publish: 'yes' });
  assert.deepEqual([taken.status, taken.to], [303, '/work/care-offer?done=1-0-0']);
  assert.match((await asker(kept.url, null).get('/care-offer/offers?q=swimming')).body, /A pass/);
});

test('a file that is brought again writes nothing a second time, and changes what stands only where that is wished', async () => {
  const head = 'title,what it is,kinds\n';
  const first = 'Bus tickets,Ten free tickets a month,leisure\n';
  const publicly = async () => (await asker(kept.url, null).get('/care-offer/offers?q=tickets')).body;
  const count = async () => (await publicly()).match(/Bus tickets/gi)?.length ?? 0;
  assert.equal((await upload(head + first)).to, '/work/care-offer?done=1-0-0');
  assert.equal(await count(), 0, 'a draft');
  assert.equal((await upload(head + first, { publish: 'yes' })).to, '/work/care-offer?done=0-0-1');
  const once = await count();
  assert.ok(once > 0, 'the draft is published');
  assert.equal((await upload(head + first, { publish: 'yes' })).to, '/work/care-offer?done=0-0-1');
  assert.equal(await count(), once);

  const changed = 'bus TICKETS ,Twenty free tickets a month,leisure\nSkating,Free skates,leisure\n';
  const refused = await upload(head + changed, { publish: 'yes' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /“bus TICKETS” is here already and says something else/);
  assert.match(refused.body, /name="publish"[^>]* checked/);
  assert.doesNotMatch((await borough.get('/work/care-offer')).body, /Skating/, 'nothing of the file');
  const taken = await upload(head + changed, { publish: 'yes', change: 'yes' });
  assert.equal(taken.to, '/work/care-offer?done=1-1-0');
  assert.match((await borough.get(taken.to ?? '')).body, /Offers: 1 new, 1 changed, 0 as before\.</);
  assert.match(await publicly(), /Twenty free tickets/);
  assert.equal(await count(), once);
});

test('the lead writes an offer down, is told what is wrong beside each field, publishes, checks and ends it', async () => {
  const refused = await borough.post('/work/care-offer/new', {
    title: 'Skating',
    what: '',
    kinds: 'leisure',
    ages: 'limits',
    verifiedOn: '1/1/2026',
  });
  assert.equal(refused.status, 422);
  for (const words of [/Say in plain words what it is/, /Enter the lowest age/, /Say in which role/, /value="Skating"/])
    assert.match(refused.body, words);
  const made = await borough.post('/work/care-offer/new', {
    title: 'Skating',
    what: 'Ice skating on Fridays.',
    kinds: 'leisure',
    who: 'any',
  });
  assert.equal(made.status, 303);
  const path = (made.to ?? '').split('?')[0] ?? '';
  assert.equal((await borough.post(`${path}/check`, { by: 'manager' })).status, 422, 'a draft is not checked');
  assert.equal((await borough.post(`${path}/publish`)).status, 303);
  assert.match((await borough.post(`${path}/end`, { reason: ' ' })).body, /Say why it ends/);
  assert.equal((await borough.post(`${path}/check`, { by: 'manager' })).status, 303);
  assert.equal((await borough.post(`${path}/end`, { reason: 'The ice melted' })).status, 303);
  assert.equal((await borough.post(`${path}/discard`)).status, 422);
  assert.match((await borough.get(path)).body, /Ended: The ice melted/);
  assert.equal((await borough.get(`${path}/edit`)).status, 404);
});

test('coverage is said with a source, and readers see who said it', async () => {
  const say = (more: Readonly<Record<string, string>>) =>
    borough.post('/work/care-offer/coverage', {
      authority: 'E09999001',
      framework: 'care-leavers-asks',
      about: 'health health-1',
      state: 'partly',
      source: 'Our local offer',
      on: '01/11/2026',
      ...more,
    });
  assert.match((await say({ source: '' })).body, /Say where you know it from/);
  assert.match((await say({ authority: 'E06000052' })).body, /your own authority only/);
  assert.equal((await say({ about: 'cake' })).status, 422);
  assert.equal((await say({})).status, 303);
  const page = await asker(kept.url, null).get('/care-offer/authorities/E09999001');
  assert.match(page.body, /Our local offer. 1 November 2026, said by the council itself/);
  const csv = await asker(kept.url, null).get('/care-offer/coverage.csv');
  assert.match(csv.body, /^authority code,authority,/);
  assert.match(
    csv.body,
    /E09999001,Eastmere \(invented\),care-leavers-asks,Health,health-1,partly,Our local offer,,2026-11-01,the authority itself\r\n/,
  );
  assert.equal((await asker(kept.url, null).get('/care-offer/authorities/E00000000')).status, 404);
});
