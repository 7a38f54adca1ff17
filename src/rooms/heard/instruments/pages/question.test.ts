/** Single questions through the server: added, changed, moved, left out, taken from the library, read aloud; and what is refused keeps what was typed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, persona } from '#test/visit.js';

let kept: Running;
let programme: Asker;
let path = '';

before(async () => {
  kept = await runningKept();
  programme = await persona(kept, 'programme');
  path = (await programme.post('/work/instruments/new', { from: 'nothing' })).to?.split('?')[0] ?? '';
});

after(async () => kept.stop());

async function seen(at: string): Promise<string> {
  return /name="seen" value="([^"]+)"/.exec((await programme.get(at)).body)?.[1] ?? '';
}

async function sound(at: string, fields: Readonly<Record<string, string>>, bytes: Uint8Array) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ csrf: programme.csrf, seen: await seen(at), ...fields }))
    form.append(name, value);
  form.set('sound', new Blob([new Uint8Array(bytes)]), 'voice.mp3');
  const answer = await fetch(kept.url + at, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `kept=${programme.token}` },
    body: form,
  });
  return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() };
}

const twoOptions = { options: '2', 'option-0-text-en': 'Yes, a lot', 'option-1-text-en': 'No' };

void test('a title is given, and a language more', async () => {
  const about = `${path}/about`;
  const none = await programme.post(about, { seen: await seen(about), act: 'save', 'title-en': ' ' });
  assert.equal(none.status, 422);
  assert.match(none.body, /Give the instrument a title in English/);
  assert.equal(
    (await programme.post(about, { seen: await seen(about), act: 'language', language: 'cy', 'title-en': 'Lunch' }))
      .status,
    303,
  );
  const page = await programme.get(about);
  assert.match(page.body, /Title in Welsh/);
  assert.match(page.body, /value="Lunch"/);
});

void test('a question is refused with its fields, keeps what was typed, and is added once it is right', async () => {
  assert.match((await programme.get(`${path}/new-question`)).body, /How is it answered/);
  const at = `${path}/new-question?kind=choice`;
  const form = {
    seen: await seen(at),
    'text-cy': 'Wyt ti’n hoffi cinio?',
    ...twoOptions,
    'option-1-text-en': '',
    'option-1-key': 'no',
  };
  const refused = await programme.post(at, { ...form, act: 'save' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Write the words of the question in English/);
  assert.match(refused.body, /Nobody is asked this/);
  assert.match(refused.body, /The option “no” has no words in the first language/);
  assert.match(refused.body, /href="#option-1-text-en"/);
  assert.match(refused.body, /Wyt ti’n hoffi cinio\?<\/textarea>/);
  assert.match(refused.body, /value="Yes, a lot"/);
  const more = await programme.post(at, { ...form, act: 'add' });
  assert.equal(more.status, 200);
  assert.match(
    more.body,
    /name="option-2-text-en"[\s\S]*value="Yes, a lot"|value="Yes, a lot"[\s\S]*name="option-2-text-en"/,
  );
  const ready = await programme.post(at, { ...form, act: 'prefer-not' });
  assert.match(ready.body, /value="I would rather not say"/);
  const up = await programme.post(at, { ...form, 'option-1-text-en': 'No', act: 'up 1' });
  assert.ok(up.body.indexOf('value="No"') < up.body.indexOf('value="Yes, a lot"'));
  const fewer = await programme.post(at, { ...form, act: 'remove 0' });
  assert.doesNotMatch(fewer.body, /Yes, a lot/);
  const added = await programme.post(at, {
    ...form,
    ...twoOptions,
    'text-en': 'Do you like lunch?',
    audiences: 'student primary',
    act: 'save',
  });
  assert.deepEqual([added.status, added.to], [303, `${path}?done=added`]);
  const question = await programme.get(`${path}/questions/do-you-like-lunch`);
  assert.match(question.body, /value="yes-a-lot"/);
  assert.match(question.body, /4 words in its longest sentence/);
});

void test('a condition shows the options of its question; left out, that question becomes a fault of the one that hung on it', async () => {
  const at = `${path}/new-question?kind=short+text`;
  const form = { seen: await seen(at), 'text-en': 'Why?', audiences: 'student primary', whenItem: 'do-you-like-lunch' };
  const shown = await programme.post(at, { ...form, act: 'condition' });
  assert.match(shown.body, /Asked of those who answered “Do you like lunch\?” with/);
  const refused = await programme.post(at, { ...form, act: 'save' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /It hangs on a question but on none of its options/);
  assert.equal((await programme.post(at, { ...form, whenOptions: 'no', act: 'save' })).status, 303);
  const moved = await programme.post(`${path}/order`, { seen: await seen(path), up: 'why' });
  assert.deepEqual([moved.status, moved.to], [303, `${path}?done=moved#item-why`]);
  assert.match((await programme.get(path)).body, /which is not asked before it/);
  assert.match((await programme.get(`${path}/questions/why`)).body, /do-you-like-lunch \(not asked before it\)/);
  await programme.post(`${path}/order`, { seen: await seen(path), down: 'why' });
  const leaving = `${path}/questions/do-you-like-lunch/leave-out`;
  assert.match((await programme.get(leaving)).body, /They stay, and must be changed[\s\S]*Why\?/);
  assert.equal((await programme.post(leaving, { seen: await seen(leaving) })).status, 303);
  const page = await programme.get(path);
  assert.match(page.body, /It hangs on “do-you-like-lunch”/);
  assert.match(page.body, /Only after no to do-you-like-lunch/);
});

void test('whoever writes second is told, and keeps what they typed; saving again then holds', async () => {
  const at = `${path}/questions/why`;
  const old = await seen(at);
  await programme.post(`${path}/about`, { seen: old, act: 'save', 'title-en': 'Lunch at school' });
  const form = { 'text-en': 'Why not?', audiences: 'student primary', key: 'why' };
  const late = await programme.post(at, { ...form, seen: old, act: 'save' });
  assert.equal(late.status, 422);
  assert.match(late.body, /Somebody else changed this instrument/);
  assert.match(late.body, /Why not\?<\/textarea>/);
  const between = await programme.post(at, { ...form, seen: old, act: 'condition' });
  assert.match(
    between.body,
    new RegExp(`name="seen" value="${old}"`),
    'a button that only changes the form does not see for somebody',
  );
  const now = /name="seen" value="([^"]+)"/.exec(late.body)?.[1] ?? '';
  assert.equal((await programme.post(at, { ...form, seen: now, act: 'save' })).status, 303);
  for (const [to, fields] of [
    [`${path}/order`, { up: 'why' }],
    [`${at}/leave-out`, {}],
    [`${path}/library`, { add: 'belonging' }],
    [`${path}/about`, { act: 'save', 'title-en': 'X' }],
  ] as const) {
    const refused = await programme.post(to, { ...fields, seen: old });
    assert.equal(refused.status, 422, to);
    assert.match(refused.body, /Somebody else changed this instrument/, to);
  }
});

void test('a question of the library is added once, with all its languages; another instrument gives its own', async () => {
  const at = `${path}/library?theme=belonging&audience=student+primary&language=ar`;
  assert.match((await programme.get(at)).body, /هل تشعر أنك جزء من مدرستك؟/);
  const added = await programme.post(at, { seen: await seen(at), add: 'belonging' });
  assert.equal(added.status, 303);
  assert.match(
    (await programme.get(added.to?.split('#')[0] ?? '')).body,
    /The question is added[\s\S]*In the instrument/,
  );
  assert.equal((await programme.post(at, { seen: await seen(at), add: 'belonging' })).status, 422);
  const other = `${path}/library?from=belonging-and-safety-at-school`;
  assert.equal((await programme.post(other, { seen: await seen(other), add: 'belonging' })).status, 303);
  assert.match(
    (await programme.get(`${path}/questions/belonging-2`)).body,
    /Do you feel that you belong at your school\?/,
  );
  assert.match(
    (await programme.get(`${path}/preview?item=belonging&audience=student+primary`)).body,
    /Do you feel part of your school[\s\S]*How it reads to a primary student/,
  );
});

void test('a recording is taken for what it is, played, and stays for the version that was sealed with it', async () => {
  const at = `${path}/questions/belonging/sounds`;
  const bytes = new TextEncoder().encode(`ID3${'voice'.repeat(20)}`);
  for (const [fields, file, message] of [
    [{ place: 'xx' }, bytes, /Choose the words that the recording says/],
    [{ place: 'en' }, new TextEncoder().encode('<html> of no sound at all'), /This is not an MP3/],
    [{ place: 'en' }, new Uint8Array(1024 * 1024 + 1), /1 MB is the most/],
    [{ place: 'en' }, new Uint8Array(0), /Choose a recording/],
  ] as const) {
    const refused = await sound(at, fields, file);
    assert.equal(refused.status, 422);
    assert.match(refused.body, message);
  }
  assert.equal((await sound(at, { place: 'en' }, bytes)).status, 303);
  const page = await programme.get(at);
  const href = /<audio[^>]* src="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const played = await programme.get(href);
  assert.equal(played.headers.get('content-type'), 'audio/mpeg');
  assert.deepEqual(played.bytes, bytes);
  assert.match(page.headers.get('content-security-policy') ?? '', /media-src 'self'/);
  // Sealed after what hung on nothing was put right.
  const why = `${path}/questions/why`;
  await programme.post(why, {
    seen: await seen(why),
    'text-en': 'Why not?',
    audiences: 'student primary',
    key: 'why',
    act: 'save',
  });
  assert.equal((await programme.post(`${path}/seal`)).status, 303);
  assert.equal((await programme.post(at, { seen: await seen(at), remove: 'en' })).status, 303);
  assert.doesNotMatch((await programme.get(at)).body, /<audio/);
  assert.equal((await programme.get(href)).status, 200, 'the version keeps it');
  assert.equal((await sound(at, { place: 'cy' }, new TextEncoder().encode(`OggS${'llais'.repeat(20)}`))).status, 303);
  const second = /<audio[^>]* src="([^"]+)"/.exec((await programme.get(at)).body)?.[1] ?? '';
  assert.equal((await programme.post(at, { seen: await seen(at), remove: 'cy' })).status, 303);
  assert.equal((await programme.get(second)).status, 404, 'no version had that one');
});

void test('names that a sealed version has stay, and a language goes only after its warning', async () => {
  const at = `${path}/questions/belonging`;
  assert.match((await programme.get(at)).body, /A sealed version has it, so it stays/);
  const about = `${path}/about`;
  const warned = await programme.post(about, { seen: await seen(about), act: 'leave cy', 'title-en': 'Lunch, again' });
  assert.match(warned.body, /Welsh goes with \d+ texts/);
  assert.match(warned.body, /value="Lunch, again"/);
  assert.equal(
    (await programme.post(about, { seen: await seen(about), act: 'drop cy', 'title-en': 'Lunch, again' })).status,
    303,
  );
  assert.doesNotMatch((await programme.get(about)).body, /Title in Welsh/);
});
