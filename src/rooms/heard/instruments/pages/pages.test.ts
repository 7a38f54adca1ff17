/** The pages through the server: a template, a form that is read, and one that is refused with its cells. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona } from '#test/visit.js';
import { workbook } from '../fixtures.js';

let kept: Running;
let programme: Asker;

before(async () => {
  kept = await runningKept();
  programme = await persona(kept, 'programme');
});

after(async () => kept.stop());

async function send(
  path: string,
  fields: readonly (readonly [string, string])[],
  file?: Uint8Array,
): Promise<{ readonly status: number; readonly to: string | null; readonly body: string }> {
  const form = new FormData();
  form.set('csrf', programme.csrf);
  for (const [name, value] of fields) form.append(name, value);
  if (file) form.set('form', new Blob([new Uint8Array(file)]), 'form.xlsx');
  const answer = await fetch(kept.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `kept=${programme.token}` },
    body: form,
  });
  return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() };
}

const form = (...rows: readonly (readonly string[])[]) =>
  workbook({
    survey: [['type', 'name', 'label::English (en)', 'label::Urdu (ur)'], ...rows],
    choices: [
      ['list_name', 'name', 'label::English (en)'],
      ['yn', 'yes', 'Yes'],
      ['yn', 'no', 'No'],
    ],
    settings: [['form_title'], ['A form <b>of ours</b>']],
  });

void test('an instrument begins from the template, is shown in each of its languages, and is sealed once', async () => {
  const begun = await send('/work/instruments/new', [['from', 'template']]);
  assert.equal(begun.status, 303);
  const path = begun.to?.split('?')[0] ?? '';
  const page = await programme.get(begun.to ?? '');
  assert.match(page.body, /The instrument is begun/);
  assert.match(page.body, /Special category: health/);
  const arabic = await programme.get(`${path}/preview?audience=student+primary&language=ar`);
  assert.match(arabic.body, /<div lang="ar" dir="rtl">/);
  assert.match(arabic.body, /هل تشعر أنك جزء من مدرستك؟/);
  const codebook = await programme.get(`${path}/codebook.csv`);
  assert.match(codebook.headers.get('content-type') ?? '', /^text\/csv/);
  const sealed = await programme.post(`${path}/seal`);
  assert.deepEqual([sealed.status, sealed.to], [303, `${path}?done=sealed`]);
  const again = await programme.post(`${path}/seal`);
  assert.equal(again.status, 422);
  assert.match(again.body, /Nothing changed since the newest version/);
});

void test('a form becomes an instrument, a newer one takes the place of its draft, and the break is told', async () => {
  const begun = await send(
    '/work/instruments/new',
    [
      ['from', 'form'],
      ['audiences', 'educator'],
    ],
    form(['select_one yn', 'liked', 'Did you like it?', '']),
  );
  assert.equal(begun.status, 303);
  const path = begun.to?.split('?')[0] ?? '';
  const page = await programme.get(path);
  assert.match(page.body, /A form &lt;b(>|&gt;)of ours/);
  assert.match(page.body, /Urdu: liked/, 'what is not translated is told');
  assert.equal((await programme.post(`${path}/seal`)).status, 303);
  const replaced = await send(
    `${path}/form`,
    [['audiences', 'educator']],
    form(['select_one yn', 'liked', 'Was it good?', '']),
  );
  assert.equal(replaced.status, 303);
  assert.match(
    (await programme.get(path)).body,
    /Where series break[\s\S]*<strong>liked<\/strong>: its words changed for: educators/,
  );
});

void test('a form that cannot be read is refused with its cells, and what was ticked stays', async () => {
  const refused = await send(
    '/work/instruments/new',
    [
      ['from', 'form'],
      ['audiences', 'educator'],
      ['audiences', 'school leader'],
    ],
    form(['begin_group', 'g', 'A group', ''], ['calculate', 'c', 'x', '']),
  );
  assert.equal(refused.status, 422);
  assert.match(refused.body, /2 things in the form must be changed\. Nothing was saved/);
  assert.match(refused.body, /survey!A2[\s\S]*begin_group[\s\S]*survey!A3/);
  assert.match(refused.body, /value="school leader" checked/);
  assert.match((await send('/work/instruments/new', [])).body, /Choose what to begin from/);
  assert.match((await send('/work/instruments/new', [['from', 'form']])).body, /Choose a file/);
  assert.match(
    (await send('/work/instruments/new', [['from', 'form']], form(['text', 'a', 'b', '']))).body,
    /Say whom it asks/,
  );
});

void test('what is not there, or not one’s own, is not found', async () => {
  const school = await persona(kept, 'school');
  for (const path of [
    '/work/instruments/nowhere',
    '/work/instruments/nowhere/preview',
    '/work/instruments/nowhere/codebook.csv',
    '/work/instruments/nowhere/form',
  ])
    assert.equal((await programme.get(path)).status, 404, path);
  assert.equal((await school.get('/work/instruments/belonging-and-safety-at-school')).status, 404);
});
