/** The pages over HTTP: what was typed is kept where it is refused, and what is decided stands in the page, the calendar and the table. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { type Asker, asker, persona } from '#test/visit.js';

let kept: Running;
let programme: Asker;
let school: Asker;
const belonging = 'belonging-before-behaviour-invented';

before(async () => {
  kept = await runningKept();
  [programme, school] = [await persona(kept, 'programme'), await persona(kept, 'school')];
});
after(async () => kept.stop());

const reader = () => asker(kept.url, null);

test('a network that lacks something is refused with what was typed, and founded when it is whole', async () => {
  const typed = {
    kind: 'steering group',
    name: 'Rights in every school',
    purpose: 'To see to it',
    terms: '',
    chair: 'chair@example.org',
    authority: 'E00000000',
    board: 'none',
  };
  const refused = await programme.post('/work/networks/new', typed);
  assert.equal(refused.status, 422);
  for (const words of [
    'value="Rights in every school"',
    '>To see to it</textarea>',
    'value="chair@example.org"',
    'Say the terms of reference',
    'Leave the e-mail address out of who chairs it',
    'Choose an area of the list',
    'Choose a board of the list',
    'Error: ',
  ])
    assert.ok(refused.body.includes(words), words);
  const made = await programme.post('/work/networks/new', {
    ...typed,
    terms: 'It decides on help.',
    chair: 'Director',
    authority: 'E09000007',
    board: '',
  });
  assert.equal(made.to, '/work/networks/rights-in-every-school?done=founded');
  const page = await reader().get('/networks/rights-in-every-school');
  for (const words of ['Terms of reference', 'It decides on help.', 'Director', '/authorities/E09000007', '1 member'])
    assert.ok(page.body.includes(words), words);
});

test('an event is announced, moved and cancelled, and the calendar follows under one name', async () => {
  const at = `/work/networks/${belonging}/events`;
  const typed = {
    title: 'A morning together; with tea',
    about: 'We look.',
    'day-day': '31',
    'day-month': '2',
    'day-year': '2028',
    starts: '9.30am',
    ends: '9am',
    place: '',
    online: 'yes',
    link: 'http://meet.example/secret',
    'link-for': 'members',
    audience: 'Members',
    access: 'Step-free',
  };
  const refused = await programme.post(`${at}/new`, typed);
  assert.equal(refused.status, 422);
  for (const words of [
    'Enter a day that exists',
    'The link must be a whole web address',
    'value="9.30am"',
    'value="A morning together; with tea"',
    'value="31"',
  ])
    assert.ok(refused.body.includes(words), words);
  const whole = { ...typed, 'day-day': '28', ends: '11am', link: 'https://meet.example/secret' };
  assert.equal((await programme.post(`${at}/new`, whole)).to, `/work/networks/${belonging}?done=announced`);
  const event = `/networks/${belonging}/events/a-morning-together-with-tea`;
  const feed = async () => (await reader().get(`${event}/event.ics`)).body;
  const first = await feed();
  for (const line of [
    'DTSTART;TZID=Europe/London:20280228T093000',
    'DTEND;TZID=Europe/London:20280228T110000',
    'SEQUENCE:0',
    'STATUS:CONFIRMED',
    'SUMMARY:A morning together\\; with tea',
  ])
    assert.ok(first.includes(`\r\n${line}\r\n`), line);
  const uid = /\r\nUID:([0-9a-f-]{36})\r\n/.exec(first)?.[1];
  assert.ok(uid);
  // The link is members': in no page, feed or list that a reader can open.
  for (const path of [event, `${event}/event.ics`, `/networks/${belonging}`, `/networks/${belonging}/calendar.ics`])
    assert.ok(!(await reader().get(path)).body.includes('meet.example/secret'), path);
  assert.ok((await school.get(`/work/networks/${belonging}`)).body.includes('https://meet.example/secret'));
  const borough = await persona(kept, 'borough');
  assert.ok(
    !(await borough.get(`/work/networks/${belonging}`)).body.includes('meet.example/secret'),
    'who only asked to join is no member',
  );
  assert.equal(
    (await programme.post(`${at}/a-morning-together-with-tea`, whole)).to,
    `/work/networks/${belonging}?done=unchanged`,
  );
  assert.equal(
    (await programme.post(`${at}/a-morning-together-with-tea`, { ...whole, 'day-day': '27' })).to,
    `/work/networks/${belonging}?done=moved`,
  );
  assert.ok((await feed()).includes('SEQUENCE:1\r\nDTSTART;TZID=Europe/London:20280227T093000'));
  assert.equal((await programme.post(`${at}/a-morning-together-with-tea/cancel`, { reason: ' ' })).status, 422);
  assert.equal(
    (await programme.post(`${at}/a-morning-together-with-tea/cancel`, { reason: 'Snow' })).to,
    `/work/networks/${belonging}?done=cancelled`,
  );
  const last = await feed();
  assert.ok(last.includes(`UID:${uid}`) && last.includes('SEQUENCE:2') && last.includes('STATUS:CANCELLED'));
  assert.match((await reader().get(event)).body, /This event is cancelled\..*Snow/s);
  assert.equal(
    (await programme.get(`${at}/a-morning-together-with-tea`)).status,
    303,
    'a cancelled event is not changed',
  );
});

test('an invitation is answered by the invited alone; a removal needs its reason', async () => {
  const group = await persona(kept, 'group');
  const steering = 'eastmere-child-rights-schools-steering-group-invented';
  assert.equal(
    (await group.post(`/work/networks/${steering}/answer`, { act: 'join' })).to,
    `/work/networks/${steering}?done=not-now`,
  );
  assert.match((await school.get('/work/networks')).body, /Waiting for your answer/);
  assert.equal(
    (await school.post(`/work/networks/${steering}/answer`, { act: 'join' })).to,
    `/work/networks/${steering}?done=joined`,
  );
  assert.ok((await reader().get(`/networks/${steering}`)).body.includes('4 members'));
  const borough = await persona(kept, 'borough');
  const link = /\/work\/networks\/[a-z-]+\/members\/[0-9a-f-]{36}(?=">Millpond Primary)/.exec(
    (await borough.get(`/work/networks/${steering}`)).body,
  )?.[0];
  assert.ok(link);
  assert.equal((await school.get(link)).status, 404, 'a member is no host');
  const refused = await borough.post(link, { act: 'remove', reason: '' });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /Say why/);
  assert.equal(
    (await borough.post(link, { act: 'remove', reason: 'It moved away' })).to,
    `/work/networks/${steering}?done=removed`,
  );
  assert.match((await school.get(`/work/networks/${steering}`)).body, /It moved away/);
  assert.doesNotMatch((await reader().get(`/networks/${steering}`)).body, /It moved away/);
});

test('a letter to a school names one that is there; what was typed is kept', async () => {
  const typed = {
    how: 'letter',
    organisation: '',
    name: 'Fern Street Academy',
    kind: 'school',
    number: '12',
    email: 'head@fern',
  };
  const refused = await programme.post(`/work/networks/${belonging}/invite`, typed);
  assert.equal(refused.status, 422);
  for (const words of [
    'Enter the URN of a school of the directory',
    'Enter an e-mail address in the correct form',
    'value="Fern Street Academy"',
    'value="head@fern"',
  ])
    assert.ok(refused.body.includes(words), words);
  assert.equal(
    (
      await programme.post(`/work/networks/${belonging}/invite`, {
        ...typed,
        number: '999004',
        email: 'head@fern.example',
      })
    ).to,
    `/work/networks/${belonging}?done=written`,
  );
});
