/** The pages through the server: from beginning to cards, and the setting's side. */
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { openPdf } from '#test/pdf.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona } from '#test/visit.js';

const open = '/work/surveys/belonging-and-safety-at-school-autumn';

let kept: Running;
let programme: Asker;
let school: Asker;

before(async () => {
  kept = await runningKept();
  [programme, school] = [await persona(kept, 'programme'), await persona(kept, 'school')];
});

after(async () => kept.stop());

/** Sends a form in which a field may stand several times. */
async function send(who: Asker, path: string, fields: readonly (readonly [string, string])[]) {
  const answer = await fetch(kept.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `kept=${who.token}` },
    body: new URLSearchParams([['csrf', who.csrf], ...fields.map(([name, value]) => [name, value])]),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() };
}

const day = (days: number) => {
  const [year, month, date] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  return { year: year ?? '', month: month ?? '', day: date ?? '' };
};
const dateOf = (prefix: string, days: number): readonly (readonly [string, string])[] =>
  Object.entries(day(days)).map(([part, value]) => [`${prefix}-${part}`, value]);

void test('a survey is begun, described, signed and opened; what is missing stands on its page', async () => {
  const instrument =
    /name="instrument"[^>]*value="([^"]+)"/.exec((await programme.get('/work/surveys/new')).body)?.[1] ?? '';
  const refused = await send(programme, '/work/surveys/new', [
    ['name', ''],
    ['instrument', instrument],
  ]);
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Give the survey a name/);
  const begun = await send(programme, '/work/surveys/new', [
    ['name', 'A page <b>of tests</b>'],
    ['instrument', instrument],
  ]);
  assert.equal(begun.status, 303);
  const path = begun.to.replace(/\/design$/, '');
  assert.match((await programme.get(path)).body, /A page &lt;b(>|&gt;)of tests/);
  const design = await send(programme, begun.to, [
    ['name', 'A page of tests'],
    ['audiences', 'educator'],
    ['audiences', 'student primary'],
    ['languages', 'en'],
    ...dateOf('opens', 0),
    ...dateOf('closes', 20),
  ]);
  assert.equal(design.to, `${path}?done=saved`);
  assert.match(
    (await programme.get(path)).body,
    /Still to do[\s\S]*Choose the lawful basis[\s\S]*Name who reads what is written freely[\s\S]*must be signed/,
  );
  assert.equal((await programme.post(`${path}/open`)).status, 422);
  const form = await programme.get(`${path}/data-sheet`);
  assert.match(form.body, /<strong>Health<\/strong>/);
  const reviewer = /name="reviewers"[^>]*value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const sheet: readonly (readonly [string, string])[] = [
    ['purpose', 'To know.'],
    ['why-en', 'We want to know.'],
    ['basis', 'public task'],
    ['whoSees', 'Nobody.'],
    ['consent', 'opt-out'],
    ['contact', 'Us'],
    ['openLink', 'yes'],
    ['items', 'belonging'],
    ['groups', 'year-primary'],
    ['reviewers', reviewer],
  ];
  const wrong = await send(programme, `${path}/data-sheet`, [...sheet, ['retention', 'soon']]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Enter a number of months from 1 to 84/);
  assert.match(wrong.body, /To know\./);
  assert.equal((await send(programme, `${path}/data-sheet`, [...sheet, ['retention', '12']])).status, 303);
  assert.match(
    (
      await send(programme, `${path}/sign-off`, [
        ['name', 'Ann'],
        ['capacity', 'lead'],
      ])
    ).body,
    /Confirm that you have read the data sheet/,
  );
  assert.equal(
    (
      await send(programme, `${path}/sign-off`, [
        ['name', 'Ann'],
        ['capacity', 'lead'],
        ['read', 'yes'],
      ])
    ).status,
    303,
  );
  assert.match((await programme.get(`${path}/sign-off`)).body, /Signed<\/strong> Ann, lead of the organisation/);
  assert.equal(
    (
      await send(programme, begun.to, [
        ['name', 'A page of tests'],
        ['audiences', 'educator'],
        ['languages', 'en'],
        ...dateOf('opens', 0),
        ...dateOf('closes', 20),
      ])
    ).status,
    303,
  );
  assert.match((await programme.get(path)).body, /it must be signed again/);
  assert.match((await programme.get(`${path}/sign-off`)).body, /No longer valid/);
  await send(programme, begun.to, [
    ['name', 'A page of tests'],
    ['audiences', 'educator'],
    ['audiences', 'student primary'],
    ['languages', 'en'],
    ...dateOf('opens', 0),
    ...dateOf('closes', 20),
  ]);
  // Its table by year left the sheet with the audience: it is chosen and signed again.
  await send(programme, `${path}/data-sheet`, [...sheet, ['retention', '12']]);
  assert.match((await programme.get(path)).body, /<a[^>]*>Open the survey<\/a>|signed again/);
  await send(programme, `${path}/sign-off`, [
    ['name', 'Ann'],
    ['capacity', 'lead'],
    ['read', 'yes'],
  ]);
  assert.equal((await programme.post(`${path}/open`)).to, `${path}?done=opened`);
  assert.match((await programme.get(path)).body, /Open a link for all/);
  const closed = await programme.post(`${path}/last-day`, { act: 'close' });
  assert.equal(closed.to, `${path}?done=closed`);
});

void test('the setting sees the survey, its own ways in and bands; it cannot open what is not its own', async () => {
  const list = await school.get('/work/surveys');
  const path = /href="(\/work\/surveys\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? '';
  assert.match(list.body, /Asked by London Inclusion Programme/);
  const page = await school.get(path);
  assert.match(page.body, /BLNG 2CMB/);
  assert.doesNotMatch(page.body, /BLNG 2SCN|Move the last day|Begin wave/);
  for (const part of ['design', 'data-sheet', 'settings', 'open', 'last-day', 'again'])
    assert.equal((await school.get(`${path}/${part}`)).status, 404, part);
  assert.equal((await school.get(open)).status, 404, 'the slug is the asking organisation’s own');
  assert.match((await school.get(`${path}/letter`)).body, /Millpond Primary School \(invented\) takes part/);
  assert.match((await programme.get(open)).body, /BLNG 2CMB[\s\S]*|BLNG 2SCN/);
  const session = await send(school, `${path}/ways-in/new?kind=class+session`, [
    ['label', 'Year 4'],
    ['audience', 'student primary'],
    ['places', '28'],
    ['minutes', '60'],
  ]);
  assert.equal(session.status, 303);
  assert.match((await school.get(session.to)).body, /together-card--wall[\s\S]*28 places\. Answered: 0\. Until/);
  assert.match(
    (
      await send(school, session.to, [
        ['act', 'places'],
        ['places', '3'],
      ])
    ).body,
    /Enter a number from 28/,
  );
  assert.equal(
    (
      await send(school, session.to, [
        ['act', 'places'],
        ['places', '30'],
      ])
    ).status,
    303,
  );
  assert.equal((await send(school, session.to, [['act', 'end']])).to, `${path}?done=ended`);
  assert.match((await school.get(session.to)).body, /This code has ended\. Whoever has begun can still send/);
});

void test('cards: pressed twice one batch is made; its page has the file, once; a second batch is asked about and seen', async () => {
  const add = `${open}/ways-in/new?kind=cards`;
  const form = await programme.get(add);
  const [, id = ''] = /name="id" value="([^"]+)"/.exec(form.body) ?? [];
  const typed = { id, label: 'Year 6, Ash', audience: 'student primary', places: '12' };
  const both = await Promise.all([programme.post(add, typed), programme.post(add, typed)]);
  for (const one of both) assert.deepEqual([one.status, one.to], [303, `${open}/cards?done=made`]);
  const list = await programme.get(`${open}/cards?done=made`);
  assert.equal(list.body.match(/Year 6, Ash<\/a>/g)?.length, 1);
  assert.match(list.body, /The cards are made[\s\S]*by Ada Mensah[\s\S]*Once, until/);
  const [, file = ''] = /action="([^"]+\/cards)"/.exec(list.body) ?? [];
  assert.equal((await school.post(file)).status, 404, 'not by the address of another organisation');
  const answers = await Promise.all([programme.post(file), programme.post(file)]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 303], 'two tabs: one has it');
  const answer = answers.find(({ status }) => status === 200) ?? assert.fail();
  assert.match(answer.headers.get('content-type') ?? '', /^application\/pdf/);
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  const pdf = await openPdf(answer.bytes);
  assert.deepEqual([pdf.pages, pdf.ua], [3, '1'], 'a page for the adult, ten cards and two');
  const codes = [
    ...`${await pdf.text(2)}${await pdf.text(3)}`.matchAll(/take([BCDFGHJKLMNPQRSTVWXYZ2345679]{9})It/g),
  ].map(([, code]) => code ?? '');
  assert.equal(new Set(codes).size, 12);
  assert.equal((await programme.post(file)).to, `${open}/cards?done=gone`);
  assert.match(
    (await programme.get(`${open}/cards?done=gone`)).body,
    /It cannot be made again[\s\S]*Downloaded on[\s\S]*by Ada Mensah/,
  );
  const fresh = { ...typed, id: randomUUID() };
  const asked = await programme.post(add, fresh);
  assert.equal(asked.status, 422);
  assert.match(asked.body, /There are cards of this name already[\s\S]*I need another batch/);
  assert.equal((await programme.post(add, { ...fresh, again: 'yes' })).status, 303);
  const twice = await programme.get(`${open}/cards`);
  assert.match(twice.body, /Cards may have been printed twice: “Year 6, Ash” has 2 batches/);
  const [, withdraw = ''] = /href="([^"]+\/withdraw)"/.exec(twice.body) ?? [];
  assert.match((await programme.get(withdraw)).body, /Answered: 0[\s\S]*They count[\s\S]*They are deleted[\s\S]*Why\?/);
  assert.match((await programme.post(withdraw)).body, /Choose what happens[\s\S]*Say why/);
  assert.equal(
    (await programme.post(withdraw, { answers: 'keep', reason: 'Made twice' })).to,
    `${open}/cards?done=withdrawn`,
  );
  const after = await programme.get(`${open}/cards`);
  assert.doesNotMatch(after.body, /printed twice/);
  assert.match(
    after.body,
    /These cards were withdrawn on [^<]*Answers that were given with them count\.[^<]*Reason: Made twice/,
  );
});

void test('a session of the school: places are freed, paper is entered after its end, its code is voided by whoever asks', async () => {
  const path = /href="(\/work\/surveys\/[0-9a-f-]{36})"/.exec((await school.get('/work/surveys')).body)?.[1] ?? '';
  const { to } = await send(school, `${path}/ways-in/new?kind=class+session`, [
    ['label', 'Year 2'],
    ['audience', 'student primary'],
    ['places', '28'],
    ['minutes', '60'],
  ]);
  assert.equal((await school.post(to, { act: 'free' })).to, `${to}?done=freed`);
  assert.match((await school.get(`${to}?done=freed`)).body, /Places that nobody answered from are free again/);
  assert.equal((await school.post(to, { act: 'end' })).status, 303);
  const paper = (await school.post(to, { act: 'paper' })).to ?? '';
  assert.match(paper, /^\/take\/[A-Z2-9]{8}\/paper\?ticket=[\w-]{22}$/);
  assert.match(await (await fetch(kept.url + paper)).text(), /Enter a paper form/);
  assert.doesNotMatch(await (await fetch(kept.url + (paper.split('?')[0] ?? ''))).text(), /name="submission"/);
  const way = to.split('/').at(-1) ?? '';
  assert.doesNotMatch((await school.get(`${to}/withdraw`)).body, /They are deleted/);
  assert.equal(
    (
      await programme.post(`${open}/ways-in/${way}/withdraw`, {
        answers: 'delete',
        reason: 'It was read out on the bus',
      })
    ).to,
    `${open}?done=voided`,
  );
  assert.match((await school.get(to)).body, /This code was voided[^<]*Reason: It was read out on the bus/);
  assert.match(
    await (await fetch(kept.url + (paper.split('/paper')[0] ?? ''))).text(),
    /This code does not count any more/,
  );
});

void test('a school is warned before its cards stop, and they work again when it takes part again', async () => {
  const path = /href="(\/work\/surveys\/[0-9a-f-]{36})"/.exec((await school.get('/work/surveys')).body)?.[1] ?? '';
  const setting = /href="([^"]*\/settings\/[0-9a-f-]{36})"/.exec((await school.get(path)).body)?.[1] ?? '';
  const typed = (answer: string) => ({ answer, turnTo: 'Ms Khan, in room 4', 'eligible-0': '214', 'opted-out-0': '6' });
  const warned = await school.post(setting, typed('does not'));
  assert.equal(warned.status, 422);
  assert.match(
    warned.body,
    /stop working at once[\s\S]*Class session: Year 5, Hazel, 1,000 places[\s\S]*Stop these codes and cards/,
  );
  assert.equal((await school.post(setting, { ...typed('does not'), sure: 'yes' })).to, `${path}?done=paused`);
  const take = async () => (await fetch(`${kept.url}/take/BLNG2CMB`)).text();
  assert.match(await take(), /This code does not work now/);
  assert.equal((await school.post(setting, typed('takes part'))).to, `${path}?done=resumed`);
  assert.match(await take(), /Before you start/);
});

void test('a later last day waits until the data sheet is signed again', async () => {
  const later = await send(programme, `${open}/last-day`, [['act', 'move'], ...dateOf('closes', 90)]);
  assert.equal(later.to, `${open}?done=unsigned`);
  assert.match((await programme.get(later.to)).body, /waits for a signature[\s\S]*Sign the data sheet again/);
  assert.match((await programme.get(`${open}/sign-off`)).body, /No longer valid[\s\S]*Signed until now/);
  assert.match(
    (
      await send(programme, `${open}/last-day`, [
        ['act', 'move'],
        ['closes-day', '1'],
        ['closes-month', '1'],
        ['closes-year', '2099'],
      ])
    ).body,
    /A survey is open for a year at most and is planned two years ahead/,
  );
  assert.match(
    (await send(programme, `${open}/last-day`, [['act', 'move'], ...dateOf('closes', 500)])).body,
    /A survey can be open for a year at most/,
  );
  assert.equal(
    (
      await send(programme, `${open}/sign-off`, [
        ['name', 'Ann'],
        ['capacity', 'lead'],
        ['read', 'yes'],
      ])
    ).status,
    303,
  );
  assert.doesNotMatch((await programme.get(open)).body, /waits for a signature/);
});

void test('papers: the letter and a form in each language are tagged PDFs', async () => {
  for (const path of [
    'letter.pdf',
    'paper.pdf?audience=student+primary&language=en',
    'paper.pdf?audience=student+primary&language=ar',
    'paper.pdf?audience=educator&language=cy',
  ]) {
    const answer = await programme.get(`${open}/${path}`);
    assert.equal(answer.status, 200, path);
    const pdf = await openPdf(answer.bytes);
    assert.equal(pdf.ua, '1', path);
  }
  const paper = await openPdf((await programme.get(`${open}/paper.pdf?audience=student+primary&language=en`)).bytes);
  assert.match(await paper.text(1), /Codeonyourcard/);
  assert.match(await paper.text(1), /Youdonothavetoanswer/);
});

void test('the codes of the demonstration open its survey: a class of the primary school, and secondary students', async () => {
  for (const [code, audience, kind, setting] of [
    ['BLNG2CMB', 'student primary', 'class session', 'Millpond Primary School (invented)'],
    ['BLNG2SCN', 'student secondary', 'open link', null],
  ] as const) {
    const hash = createHmac('sha256', kept.house.key('intake codes')).update(code).digest();
    const { rows } = await kept.house.gates.intake.read(nobody, (read) =>
      sql<
        Record<string, unknown>
      >`select * from intake.code_opens(${hash}, ${new Date().toISOString().slice(0, 10)}, ${new Date()})`.execute(
        read,
      ),
    );
    const said = JSON.stringify(rows);
    for (const word of [audience, kind, 'open', ...(setting === null ? [] : [setting])])
      assert.ok(said.includes(word), `${code}: ${said}`);
  }
});

void test('a setting is looked for by name and asked once', async () => {
  const next = '/work/surveys/belonging-and-safety-at-school-autumn-2';
  assert.match((await programme.get(`${next}/settings?q=ea`)).body, /three letters of the name at least/);
  const found = await programme.get(`${next}/settings?q=eastmere`);
  const id =
    /name="setting" value="([^"]+)"[^>]*\/?><button[^>]*>Ask London Borough of Eastmere/.exec(
      found.body.replace(/>\s+</g, '><'),
    )?.[1] ?? '';
  assert.equal((await programme.post(`${next}/settings`, { setting: id })).status, 303);
  assert.match((await programme.post(`${next}/settings`, { setting: id })).body, /was asked already/);
  assert.match(
    (await (await persona(kept, 'borough')).get('/work/surveys')).body,
    /Belonging and safety at school, spring/,
  );
});
