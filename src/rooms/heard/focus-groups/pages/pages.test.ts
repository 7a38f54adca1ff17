/** The pages through the server: a conversation, a quote, its second reader, and the file. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nobody } from '#kit/db/gate.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona, signedIn } from '#test/visit.js';

let kept: Running;
let ada: Asker;
let tunde: Asker;

before(async () => {
  kept = await runningKept();
  ada = await persona(kept, 'programme');
  const second = await kept.house.gates.work.read(nobody, (read) =>
    read
      .selectFrom('record.account')
      .select('id')
      .where('email', '=', 'second-reader@demonstration.invalid')
      .executeTakeFirstOrThrow(),
  );
  tunde = await signedIn(kept, second.id);
});

after(async () => kept.stop());

const typed = {
  kind: 'focus group',
  who: 'students',
  phase: 'secondary',
  'day-day': '2',
  'day-month': '11',
  'day-year': '2026',
  present: '7',
  eligible: '850',
  facilitator: 'youth worker',
  setting: 'Somewhere <b>near',
  notes: 'Notes that stay here',
};

void test('a conversation is written down and quoted; only what a second person has read goes into the file', async () => {
  const refused = await ada.post('/work/focus-groups/new', { ...typed, present: 'many' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /a number from 1 to 200/);
  assert.match(refused.body, /Notes that stay here/, 'what was typed is kept');
  const begun = await ada.post('/work/focus-groups/new', typed);
  assert.equal(begun.status, 303);
  const path = begun.to?.split('?')[0] ?? '';
  assert.equal((await ada.post(path, { words: '' })).status, 422);
  assert.equal((await ada.post(path, { words: '=They "listen" now', own: 'being heard' })).to, `${path}?done=quoted`);
  const page = await ada.get(path);
  assert.match(page.body, /Somewhere &lt;b(>|&gt;)near/);
  assert.match(page.body, /a second person has to read it/);
  const quote = /href="(\/work\/quotes\/[0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
  const file = async () => (await ada.get('/work/quotes.csv')).body;
  assert.doesNotMatch(await file(), /listen/);
  assert.equal((await ada.post(quote, { act: 'read', recognisable: 'no', seen: '0' })).status, 422, 'not one’s own');
  assert.match((await tunde.get(quote)).body, /name="seen" value="0"/);
  assert.match(
    (await tunde.post(quote, { act: 'read', recognisable: 'no', seen: '1' })).body,
    /Its words have changed since you opened the page/,
  );
  assert.equal((await tunde.post(quote, { act: 'read', recognisable: 'no' })).status, 422);
  assert.equal((await tunde.post(quote, { act: 'read' })).status, 422);
  assert.equal((await tunde.post(quote, { act: 'read', recognisable: 'no', seen: '0' })).to, `${quote}?done=read`);
  const lines = (await file()).split('\r\n');
  assert.equal(lines[0], 'said by,theme,words');
  assert.ok(
    lines.includes('"Student, secondary",being heard,"\'=They ""listen"" now"'),
    'no formula, and nothing but people, phase, theme and words',
  );
  assert.doesNotMatch(await file(), /Somewhere|Notes|2026|youth worker|Ada|Tunde|Here they wait/);
  assert.match((await ada.get('/work/quotes?theme=being+heard')).body, /Quotes: being heard/);
  assert.equal((await ada.post(quote, { act: 'aside' })).status, 303);
  assert.doesNotMatch(await file(), /listen/);
  assert.equal((await ada.post(`${path}/edit`, { ...typed, eligible: '' })).status, 303);
  assert.equal((await ada.post(quote, { act: 'back' })).status, 303);
  assert.match((await ada.get(quote)).body, /fewer than ten could have said it, or nobody has counted/);
});

void test('nobody of another organisation comes near', async () => {
  const school = await persona(kept, 'school');
  const path =
    /href="(\/work\/focus-groups\/[0-9a-f-]{36})"/.exec((await ada.get('/work/focus-groups')).body)?.[1] ?? '';
  assert.equal((await school.get(path)).status, 404);
  assert.match((await school.get('/work/focus-groups')).body, /No conversations yet/);
  assert.equal((await school.get('/work/quotes.csv')).body, 'said by,theme,words\r\n');
  assert.equal((await ada.post('/work/quotes/texts', { survey: 'x', text: 'y' })).status, 422);
});
