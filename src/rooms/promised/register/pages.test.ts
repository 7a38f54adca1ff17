/** The pages over HTTP, in the demonstration: signing by form, the keeper's desk, somebody who is interested, and the badge. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { plainDate } from '#base/london.js';
import { nobody } from '#kit/db/gate.js';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, asker, persona } from '#test/visit.js';
import { shownWordsFor } from './view-words.js';
import { type ShownWord, shownWords } from './words.js';

let kept: Running;
let [school, trust, programme, reader]: Asker[] = [];
let today = '2026-11-26';

before(async () => {
  kept = await runningKept({ clock: () => new Date(`${today}T10:00:00Z`) });
  [school, trust, programme] = await Promise.all(
    (['school', 'trust', 'programme'] as const).map((role) => persona(kept, role)),
  );
  reader = asker(kept.url, null);
});

after(async () => kept.stop());

function there(who: Asker | undefined): Asker {
  assert.ok(who);
  return who;
}

async function seen(who: Asker | undefined, path: string): Promise<string> {
  const answer = await there(who).get(path);
  assert.equal(answer.status, 200, path);
  return answer.body;
}

async function sent(
  who: Asker | undefined,
  path: string,
  fields: Readonly<Record<string, string>>,
  status: number,
  ...messages: readonly RegExp[]
): Promise<string> {
  const answer = await there(who).post(path, fields);
  assert.equal(
    answer.status,
    status,
    `${path}: ${answer.body.slice(answer.body.indexOf('<main'), answer.body.indexOf('<main') + 1200)}`,
  );
  for (const message of messages) assert.match(answer.body, message);
  return status === 303 ? (answer.to ?? '') : answer.body;
}

const register = '/frameworks/inclusion-charter/register';
const desk = '/work/register/inclusion-charter';
const decided = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' };

test('a trust signs by form; a refusal keeps what was typed and names the field', async () => {
  const typed = {
    framework: 'inclusion-charter',
    by: 'Nadia Farrow',
    role: '',
    mandate: 'Board of trustees',
    link: 'http://lantern.example/minutes',
    ...decided,
    'on-day': '31',
  };
  const again = await sent(
    trust,
    '/work/register/sign?framework=inclusion-charter',
    typed,
    422,
    /Enter the role of the adult who signs/,
    /begins with https:/,
    /Enter the date of the decision/,
  );
  assert.match(again, /value="Nadia Farrow"/);
  assert.match(again, /value="http:\/\/lantern\.example\/minutes"/);
  const whole = { ...typed, role: 'Director', link: 'https://lantern.example/minutes', ...decided };
  await sent(trust, '/work/register/sign', whole, 422, /Choose at least one thing that you take on/);
  await sent(
    trust,
    '/work/register/sign',
    { ...whole, asks: 'school-adopt', 'on-year': '2027' },
    422,
    /Enter a day from \d+ November 2024 to/,
  );
  await sent(
    trust,
    '/work/register/sign',
    { ...whole, framework: 'care-leavers-asks', asks: 'school-adopt' },
    422,
    /asks nothing of organisations of your kind/,
  );
  const signed = async () => Number(/>(\d+)<[^]{0,60}?\bsigned\b/.exec(await seen(programme, desk))?.[1]);
  const before = await signed();
  assert.equal(
    await sent(trust, '/work/register/sign', { ...whole, asks: 'school-adopt' }, 303),
    '/work/register?done=signed',
  );
  assert.equal(await signed(), before + 1, 'figures at work follow what was just done');
  const entry = await seen(reader, `${register}/lantern-schools-trust-invented`);
  assert.match(entry, /Nadia Farrow, Director/);
  assert.match(entry, /href="https:\/\/lantern\.example\/minutes"/);
  // What is missing for the next level stands there, theme by theme.
  assert.match(entry, /A promise that counts: Students as active citizens/);
  await sent(
    trust,
    '/work/register/withdraw',
    { framework: 'inclusion-charter', by: 'Board of trustees', reason: '' },
    422,
    /Say in plain words why/,
    /value="Board of trustees"/,
  );
  assert.equal(
    await sent(
      trust,
      '/work/register/withdraw',
      { framework: 'inclusion-charter', by: 'Board of trustees', reason: 'Money' },
      303,
    ),
    '/work/register?done=withdrawn',
  );
  assert.match(
    await seen(reader, `${register}/lantern-schools-trust-invented`),
    /Withdrawn on 26 November 2026\. Decided by: Board of trustees/,
  );
  assert.match(await seen(reader, `${register}/lantern-schools-trust-invented/badge.svg`), />Withdrawn</);
});

test('somebody who is interested reaches the keeper alone; the keeper lists and invites, and the address is forgotten', async () => {
  const path = `${register}/interested`;
  await sent(reader, path, { email: 'x' }, 422, /Choose who it is/, /correct form/, /Enter your role/);
  await sent(
    reader,
    path,
    { kind: 'school', school: 'invented', email: 'head@school.example', role: 'Head' },
    422,
    /More than one may be meant/,
    /value="head@school\.example"/,
  );
  await sent(
    reader,
    path,
    { kind: 'school', school: '111111', email: 'head@school.example', role: 'Head' },
    422,
    /No school or setting has the number 111111/,
  );
  await sent(
    reader,
    path,
    { kind: 'school', school: '999005', email: 'head@school.example', role: 'Head' },
    200,
    /Thank you: it was sent/,
  );
  assert.doesNotMatch(await seen(reader, `${register}?q=school`), /head@school/);
  const page = await seen(programme, desk);
  assert.match(page, /head@school\.example/);
  const action = /action="([^"]+\/interested\/[^"]+)"/g;
  const actions = [...page.matchAll(action)].map(([, found]) => found ?? '');
  assert.equal(actions.length, 2);
  const order = page.indexOf('head@school.example') > page.indexOf('forum@demonstration') ? 1 : 0;
  await sent(school, actions[order] ?? '', { answer: 'invite' }, 404);
  await sent(
    programme,
    actions[order] ?? '',
    { answer: 'invite' },
    200,
    /Listed as interested and invited/,
    /\/join\//,
  );
  assert.equal(await sent(programme, actions[1 - order] ?? '', { answer: 'decline' }, 303), `${desk}?done=declined`);
  assert.match(await seen(programme, desk), /No requests are waiting/);
  assert.match(
    await seen(reader, `${register}?show=interested`),
    /Nobody found/,
    'that a body is interested is for itself to say',
  );
  const { organisation } = await kept.house.gates.public.read(nobody, (read) =>
    read
      .selectFrom('published.framework')
      .select('organisation')
      .where('slug', '=', 'inclusion-charter')
      .executeTakeFirstOrThrow(),
  );
  const rows = await kept.house.gates.work.read({ account: null, organisation, boards: '*' }, (read) =>
    read.selectFrom('record.register_interest').select('id').execute(),
  );
  assert.deepEqual(rows, []);
});

test('the keeper invites, one by one and by a file, and removes with a reason', async () => {
  await sent(
    programme,
    `${desk}/invite`,
    { kind: 'authority', authority: 'E09000007', email: '' },
    422,
    /is in the register already/,
  );
  await sent(
    programme,
    `${desk}/invite`,
    { kind: 'trust', trust: 'Harbour Trust (invented)', email: 'not one' },
    422,
    /correct form/,
    /value="Harbour Trust \(invented\)"/,
  );
  await sent(
    programme,
    `${desk}/invite`,
    { kind: 'trust', trust: 'Harbour Trust (invented)', email: 'lead@harbour.example' },
    200,
    /Harbour Trust \(invented\) is invited/,
  );
  const upload = async (text: string) => {
    const form = new FormData();
    form.set('csrf', there(programme).csrf);
    form.set('invitations', new Blob([text], { type: 'text/csv' }), 'invitations.csv');
    return fetch(`${kept.url}${desk}/invitations`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { cookie: `kept=${there(programme).token ?? ''}` },
    });
  };
  const refused = await upload(
    'kind,official number,name,email for the letter\ntrust,,Quay Trust (invented),\nschool,111111,,\nauthority,E09000007,,\n',
  );
  assert.equal(refused.status, 422);
  const said = await refused.text();
  assert.match(said, /the number \(URN\) of a school or setting that the directory knows/);
  assert.match(said, /is in the register already/);
  assert.match(await seen(reader, `${register}?q=quay`), /Nobody found/);
  assert.equal(
    (await upload('kind,official number,name,email for the letter\ntrust,,Quay Trust (invented),\nschool,999006,,\n'))
      .status,
    303,
  );
  assert.match(await seen(reader, `${register}?q=quay`), /Nobody found/, 'being invited is no word of whoever is');
  assert.match(await seen(programme, `${desk}?q=quay`), /Quay Trust \(invented\)/);
  await sent(
    programme,
    `${desk}/entries/quay-trust-invented/remove`,
    { by: '', reason: 'It was a mistake' },
    422,
    /Say who decided it/,
    /It was a mistake/,
  );
  assert.equal(
    await sent(
      programme,
      `${desk}/entries/quay-trust-invented/remove`,
      { by: 'Steering group', reason: 'It was a mistake' },
      303,
    ),
    `${desk}?done=removed`,
  );
  assert.equal((await there(reader).get(`${register}/quay-trust-invented`)).status, 404, 'nor is being taken off');
});

test('the badge, its page and its JSON say what the register says, on every day; it lapses overnight without anybody', async () => {
  const entry = `${register}/millpond-primary-school-invented`;
  const words = shownWords.map((word) => shownWordsFor[word].text);
  const wordIn = (svg: string): ShownWord | undefined =>
    shownWords.find((word) => svg.includes(`>${shownWordsFor[word].text}</text>`));
  const told = [];
  for (const on of ['2026-11-26', '2026-12-18', '2026-12-25', '2027-01-04', '2027-01-05']) {
    today = on;
    // Pages kept ready notice the new day within a second.
    for (
      let tries = 0;
      tries < 50 && !(await seen(reader, `${entry}/badge.svg`)).includes(`as of ${plainDate(on)}`);
      tries += 1
    )
      await pause(100);
    const [svg, page, list] = [
      await seen(reader, `${entry}/badge.svg`),
      await seen(reader, `${entry}/verify`),
      await seen(reader, `${register}?q=millpond+primary`),
    ];
    const word = wordIn(svg);
    assert.ok(word);
    told.push(word);
    const text = words[shownWords.indexOf(word)] ?? '';
    assert.match(page, new RegExp(`“${text}”`));
    assert.match(list, new RegExp(`>${text}</strong>`));
    const json = JSON.parse(await seen(reader, `${entry}/badge.json`)) as {
      readonly level: string | null;
      readonly as_of: string;
      readonly standing: string;
    };
    assert.deepEqual([json.level ?? json.standing, json.as_of], [word, on]);
    const all = JSON.parse(await seen(reader, `/frameworks/inclusion-charter/register.json`)) as {
      readonly entries: readonly { readonly slug: string; readonly level: string | null; readonly standing: string }[];
    };
    const row = all.entries.find(({ slug }) => slug === 'millpond-primary-school-invented');
    assert.equal(row?.level ?? row?.standing, word);
    assert.match(
      await seen(reader, '/frameworks/inclusion-charter/register.csv'),
      new RegExp(`Millpond Primary School \\(invented\\),[^\\r]*,${word},`),
    );
  }
  // The practice is a year old, then a promise is overdue, then the signature is 24 months old.
  assert.deepEqual(told, ['heard', 'acting', 'signed', 'signed', 'lapsed']);
  const svg = await seen(reader, `${entry}/badge.svg`);
  assert.doesNotMatch(svg, /style=|<style|<script|href=/);
  assert.match(svg, /as of 5 January 2027/);
  assert.equal((await there(reader).get(`${entry}/badge.svg`)).headers.get('cache-control'), 'no-cache');
  today = '2026-11-26';
});

void test('a page that the list does not have leads to the first one', async () => {
  const beyond = Buffer.from(JSON.stringify(['zzzz', 'zzzz'])).toString('base64url');
  assert.match(await seen(reader, `${register}?after=${beyond}`), /no page this far on\. <a href="\?">/);
});

void test('whoever withdraws an entry reads once how it comes back: by a signature, not by a version', async () => {
  const page = await seen(school, `/work/withdraw?address=${register}/millpond-primary-school-invented`);
  assert.match(page, /when its organisation signs again/);
  assert.doesNotMatch(page, /new version number/);
});
