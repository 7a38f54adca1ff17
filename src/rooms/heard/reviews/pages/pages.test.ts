/** The pages through the server: a reviewer, a safeguarding lead, and those who may not. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nobody } from '#kit/db/gate.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona } from '#test/visit.js';
import { asOwner } from '#test/owner.js';
import { takeInTexts } from '../acts.js';
import { sessionFor, surveyFor, textsIn } from '../fixtures.js';

let kept: Running;
let programme: Asker;
let safeguarding: Asker;
let school: Asker;
let survey: { readonly id: string; readonly slug: string };
let asking: string;
let setting: string;
const worry = 'I am scared of <b>Mondays</b>';

before(async () => {
  kept = await runningKept();
  [programme, safeguarding, school] = [
    await persona(kept, 'programme'),
    await persona(kept, 'safeguarding'),
    await persona(kept, 'school'),
  ];
  await asOwner(kept.house, async (write) => {
    const holder = (key: string) =>
      write
        .selectFrom('record.account as a')
        .innerJoin('record.account_role as r', 'r.account', 'a.id')
        .select(['a.id', 'r.organisation'])
        .where('a.email', '=', `${key}@demonstration.invalid`)
        .executeTakeFirstOrThrow();
    const ada = await holder('programme');
    [asking, setting] = [ada.organisation, (await holder('safeguarding')).organisation];
    survey = await surveyFor(
      write,
      { organisation: asking, settings: [setting], reviewers: [ada.id] },
      'A survey of tests',
    );
    const session = await sessionFor(write, { organisation: asking, survey: survey.id, setting }, 'Year 4, Willow');
    await textsIn(write, { organisation: asking, survey: survey.id }, [
      { body: worry, setting, session, day: '2026-11-02' },
      { body: 'Plain wish\nfor a slide', setting, day: '2026-11-03' },
    ]);
  });
  await kept.house.gates.work.write(nobody, takeInTexts);
});

after(async () => kept.stop());

void test('a reviewer reads one text after the other; what worries is passed on and gone', async () => {
  const queues = await programme.get('/work/reviews');
  assert.match(queues.body, /A survey of tests/);
  assert.match(queues.body, /Overdue/);
  const queue = await programme.get(`/work/reviews/${survey.slug}`);
  const first = /href="(\/work\/reviews\/[^"]+\/texts\/[^"]+)"[^>]*>\s*Read the next text/.exec(queue.body)?.[1] ?? '';
  const page = await programme.get(first);
  assert.match(page.body, /I am scared of &lt;b(>|&gt;)Mondays/, 'the flagged one first, escaped');
  assert.doesNotMatch(page.body, /Plain wish/, 'one at a time');
  assert.match(page.body, /safeguarding lead of Millpond/);
  assert.equal((await programme.post(first, {})).status, 422);
  const redacted = await programme.post(first, { outcome: 'redact', words: worry, seen: '0' });
  assert.match(redacted.body, /Nothing was taken out/);
  const praise = await programme.post(first, { outcome: 'redact', words: 'School is great', seen: '0' });
  assert.deepEqual([praise.status, /only take words out/.test(praise.body)], [422, true]);
  for (const seen of ['', '1'])
    assert.match(
      (await programme.post(first, { outcome: 'clear', seen })).body,
      /Another reviewer has decided about this since you opened the page/,
    );
  const passed = await programme.post(first, { outcome: 'pass' });
  assert.equal(passed.status, 303);
  const next = await programme.get(passed.to ?? '');
  assert.match(next.body, /Passed to the safeguarding lead/);
  assert.match(next.body, /Plain wish/);
  assert.doesNotMatch((await programme.get(first)).body, /Mondays/);
  const done = await programme.post((passed.to ?? '').split('?')[0] ?? '', {
    outcome: 'redact',
    words: 'wish',
    quote: 'yes',
    seen: '0',
  });
  assert.equal(done.to, `/work/reviews/${survey.slug}?done=redacted`);
  const after = await programme.get(done.to ?? '');
  assert.match(after.body, /may be quoted/);
  assert.match(after.body, /Passed to the safeguarding leads/);
  assert.doesNotMatch(after.body, /Mondays/);
  assert.match(
    (await programme.get('/work/quotes/texts')).body,
    /\[removed\] wish \[removed\]/,
    'it is seen that something went',
  );
});

void test('the safeguarding lead acknowledges, asks for the session, and learns it when the programme agrees', async () => {
  assert.match((await safeguarding.get('/work')).body, /href="\/work\/safeguarding"/);
  const list = await safeguarding.get('/work/safeguarding');
  const concern = [...list.body.matchAll(/href="(\/work\/safeguarding\/[0-9a-f-]{36})"/g)].map(
    (match) => match[1] ?? '',
  );
  const bodies = await Promise.all(concern.map((one) => safeguarding.get(one)));
  const path = concern[bodies.findIndex(({ body }) => body.includes('Mondays'))] ?? '';
  for (const who of [programme, school])
    assert.deepEqual([(await who.get(path)).status, (await who.get('/work/safeguarding')).status], [403, 403]);
  const taken = await safeguarding.post(path, { step: 'acknowledge' });
  assert.equal(taken.to, `${path}?done=acknowledged`);
  assert.equal((await safeguarding.post(path, { step: 'action', words: ' ' })).status, 422);
  assert.equal((await safeguarding.post(`${path}/session`, { reason: '' })).status, 422);
  assert.equal(
    (await safeguarding.post(`${path}/session`, { reason: 'A class may need an adult' })).to,
    `${path}?done=asked`,
  );
  assert.doesNotMatch((await safeguarding.get(path)).body, /Willow/);
  const own = await safeguarding.get('/work/session-requests');
  assert.match(own.body, /You asked this yourself/);
  const requests = await programme.get('/work/session-requests');
  assert.doesNotMatch(requests.body, /Mondays|Willow/);
  const request = /action="(\/work\/session-requests\/[0-9a-f-]{36})"/.exec(requests.body)?.[1] ?? '';
  assert.equal((await safeguarding.post(request, { answer: 'release' })).status, 422);
  assert.equal((await school.post(request, { answer: 'release' })).status, 404);
  assert.equal((await programme.post(request, { answer: 'release' })).to, '/work/session-requests?done=released');
  assert.match((await safeguarding.get(path)).body, /Year 4, Willow/);
});

void test('where nobody could receive it, the reviewer is told what to do now, and it stays', async () => {
  await asOwner(kept.house, (write) =>
    textsIn(write, { organisation: asking, survey: survey.id }, [
      { body: 'Written through an open link', setting: null },
    ]),
  );
  await kept.house.gates.work.write(nobody, takeInTexts);
  const queue = await programme.get(`/work/reviews/${survey.slug}`);
  const path = /href="(\/work\/reviews\/[^"]+\/texts\/[^"]+)"[^>]*>\s*Read the next text/.exec(queue.body)?.[1] ?? '';
  assert.match(
    (await programme.get(path)).body,
    /Nobody is named as safeguarding lead in your organisation\. If somebody may be in danger, call 999 now/,
  );
  const refused = await programme.post(path, { outcome: 'pass' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /nothing is lost/);
  assert.match((await programme.get(path)).body, /Written through an open link/);
});

void test('a lead’s own page says who the safeguarding leads are, and appoints none', async () => {
  const page = await school.get('/work/colleagues');
  assert.match(page.body, /goes to Leila Hart and to no other colleague/);
  assert.match((await programme.get('/work/colleagues')).body, /has no safeguarding lead/);
  const refused = await school.post('/work/colleagues', { email: 'own@example.org', role: 'safeguarding' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Choose a role/);
  assert.equal(
    (await school.post('/work/colleagues/safeguarding', { email: 'own@example.org', act: 'invite' })).status,
    403,
  );
  const appointed = await safeguarding.post('/work/colleagues/safeguarding', {
    email: 'deputy@example.org',
    act: 'invite',
  });
  assert.match(appointed.body, /Invitation sent to deputy@example.org. Nothing is open to them until they accept/);
});
