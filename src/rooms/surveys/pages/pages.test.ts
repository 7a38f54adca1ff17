/** The pages through the server: from beginning to cards, and the setting's side. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
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
  const answer = await fetch(kept.url + path, { method: 'POST', redirect: 'manual', headers: { cookie: `kept=${who.token}` }, body: new URLSearchParams([['csrf', who.csrf], ...fields.map(([name, value]) => [name, value])]) });
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() };
}

const day = (days: number) => {
  const [year, month, date] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  return { year: year ?? '', month: month ?? '', day: date ?? '' };
};
const dateOf = (prefix: string, days: number): readonly (readonly [string, string])[] => Object.entries(day(days)).map(([part, value]) => [`${prefix}-${part}`, value]);

void test('a survey is begun, described, signed and opened; what is missing stands on its page', async () => {
  const instrument = /name="instrument"[^>]*value="([^"]+)"/.exec((await programme.get('/work/surveys/new')).body)?.[1] ?? '';
  const refused = await send(programme, '/work/surveys/new', [['name', ''], ['instrument', instrument]]);
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Give the survey a name/);
  const begun = await send(programme, '/work/surveys/new', [['name', 'A page <b>of tests</b>'], ['instrument', instrument]]);
  assert.equal(begun.status, 303);
  const path = begun.to.replace(/\/design$/, '');
  assert.match((await programme.get(path)).body, /A page &lt;b(>|&gt;)of tests/);
  const design = await send(programme, begun.to, [['name', 'A page of tests'], ['audiences', 'educator'], ['audiences', 'student primary'], ['languages', 'en'], ...dateOf('opens', 0), ...dateOf('closes', 20)]);
  assert.equal(design.to, `${path}?done=saved`);
  assert.match((await programme.get(path)).body, /Still to do[\s\S]*Choose the lawful basis[\s\S]*Name who reads what is written freely[\s\S]*must be signed/);
  assert.equal((await programme.post(`${path}/open`)).status, 422);
  const form = await programme.get(`${path}/data-sheet`);
  assert.match(form.body, /<strong>Health<\/strong>/);
  const reviewer = /name="reviewers"[^>]*value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const sheet: readonly (readonly [string, string])[] = [['purpose', 'To know.'], ['why-en', 'We want to know.'], ['basis', 'public task'], ['whoSees', 'Nobody.'], ['consent', 'opt-out'], ['contact', 'Us'], ['openLink', 'yes'], ['items', 'belonging'], ['groups', 'year-primary'], ['reviewers', reviewer]];
  const wrong = await send(programme, `${path}/data-sheet`, [...sheet, ['retention', 'soon']]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Enter a number of months from 1 to 84/);
  assert.match(wrong.body, /To know\./);
  assert.equal((await send(programme, `${path}/data-sheet`, [...sheet, ['retention', '12']])).status, 303);
  assert.match((await send(programme, `${path}/sign-off`, [['name', 'Ann'], ['capacity', 'lead']])).body, /Confirm that you have read the data sheet/);
  assert.equal((await send(programme, `${path}/sign-off`, [['name', 'Ann'], ['capacity', 'lead'], ['read', 'yes']])).status, 303);
  assert.match((await programme.get(`${path}/sign-off`)).body, /Signed<\/strong> Ann, lead of the organisation/);
  assert.equal((await send(programme, begun.to, [['name', 'A page of tests'], ['audiences', 'educator'], ['languages', 'en'], ...dateOf('opens', 0), ...dateOf('closes', 20)])).status, 303);
  assert.match((await programme.get(path)).body, /it must be signed again/);
  assert.match((await programme.get(`${path}/sign-off`)).body, /No longer valid/);
  await send(programme, begun.to, [['name', 'A page of tests'], ['audiences', 'educator'], ['audiences', 'student primary'], ['languages', 'en'], ...dateOf('opens', 0), ...dateOf('closes', 20)]);
  // Its table by year left the sheet with the audience: it is chosen and signed again.
  await send(programme, `${path}/data-sheet`, [...sheet, ['retention', '12']]);
  assert.match((await programme.get(path)).body, /<a[^>]*>Open the survey<\/a>|signed again/);
  await send(programme, `${path}/sign-off`, [['name', 'Ann'], ['capacity', 'lead'], ['read', 'yes']]);
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
  for (const part of ['design', 'data-sheet', 'settings', 'open', 'last-day', 'again']) assert.equal((await school.get(`${path}/${part}`)).status, 404, part);
  assert.equal((await school.get(open)).status, 404, 'the slug is the asking organisation’s own');
  assert.match((await school.get(`${path}/letter`)).body, /Millpond Primary School \(invented\) takes part/);
  assert.match((await programme.get(open)).body, /BLNG 2CMB[\s\S]*|BLNG 2SCN/);
  const session = await send(school, `${path}/ways-in/new?kind=class+session`, [['label', 'Year 4'], ['audience', 'student primary'], ['places', '28'], ['minutes', '60']]);
  assert.equal(session.status, 303);
  assert.match((await school.get(session.to)).body, /together-card--wall[\s\S]*28 places\. Answered: 0\. Until/);
  assert.match((await send(school, session.to, [['act', 'places'], ['places', '3']])).body, /Enter a number from 28/);
  assert.equal((await send(school, session.to, [['act', 'places'], ['places', '30']])).status, 303);
  assert.equal((await send(school, session.to, [['act', 'end']])).to, `${path}?done=ended`);
  assert.match((await school.get(session.to)).body, /Nobody else can come in this way/);
});

void test('cards are a file that is kept nowhere on its way (that their codes are in no table: test/gates.test.ts)', async () => {
  const answer = await programme.post(`${open}/ways-in/new?kind=cards`, { label: 'Year 6, Ash', audience: 'student primary', places: '12' });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/pdf/);
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  const pdf = await openPdf(answer.bytes);
  assert.deepEqual([pdf.pages, pdf.ua], [3, '1'], 'a page for the adult, ten cards and two');
  const codes = [...`${await pdf.text(2)}${await pdf.text(3)}`.matchAll(/take([BCDFGHJKLMNPQRSTVWXYZ2345679]{9})It/g)].map(([, code]) => code ?? '');
  assert.equal(new Set(codes).size, 12);
});

void test('papers: the letter and a form in each language are tagged PDFs', async () => {
  for (const path of ['letter.pdf', 'paper.pdf?audience=student+primary&language=en', 'paper.pdf?audience=student+primary&language=ar', 'paper.pdf?audience=educator&language=cy']) {
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
  for (const [code, audience, kind, setting] of [['BLNG2CMB', 'student primary', 'class session', 'Millpond Primary School (invented)'], ['BLNG2SCN', 'student secondary', 'open link', null]] as const) {
    const hash = createHmac('sha256', kept.house.key('intake codes')).update(code).digest();
    const { rows } = await kept.house.gates.intake.read(nobody, (read) => sql<Record<string, unknown>>`select * from intake.code_opens(${hash}, ${new Date().toISOString().slice(0, 10)}, ${new Date()})`.execute(read));
    const said = JSON.stringify(rows);
    for (const word of [audience, kind, 'open', ...(setting === null ? [] : [setting])]) assert.ok(said.includes(word), `${code}: ${said}`);
  }
});

void test('a setting is looked for by name and asked once', async () => {
  const next = '/work/surveys/belonging-and-safety-at-school-autumn-2';
  assert.match((await programme.get(`${next}/settings?q=ea`)).body, /three letters of the name at least/);
  const found = await programme.get(`${next}/settings?q=eastmere`);
  const id = /name="setting" value="([^"]+)"[^>]*\/?><button[^>]*>Ask London Borough of Eastmere/.exec(found.body.replace(/>\s+</g, '><'))?.[1] ?? '';
  assert.equal((await programme.post(`${next}/settings`, { setting: id })).status, 303);
  assert.match((await programme.post(`${next}/settings`, { setting: id })).body, /was asked already/);
  assert.match((await (await persona(kept, 'borough')).get('/work/surveys')).body, /Belonging and safety at school, spring/);
});
