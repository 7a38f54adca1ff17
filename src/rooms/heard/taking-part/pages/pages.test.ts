/** The pages without script, through the server and the real gate, as a browser meets them. */
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { itemsFor } from '#rooms/heard/instruments/index.js';
import { noBrowser, openPage } from '#test/browser.js';
import { type Running, runningKept } from '#test/running.js';
import { asOwner } from '#test/owner.js';
import { asked, type OpenSurvey, openSurvey } from '../fixtures.js';
import { moveIntake, paperAddress } from '../workspace-to-intake.js';
import { receiptList } from '../receipt-words.js';
import { unseal } from '../sealing.js';
import { surveyKeys } from '../survey-keys.js';
import type { Asked } from '../words.js';

/** Moves on where a test needs another minute. */
let moment = new Date('2026-11-26T10:00:00Z');
let kept: Running;
let open: OpenSurvey;

before(async () => {
  kept = await runningKept({ loaded: false, clock: () => moment });
  open = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID());
});

after(async () => kept.stop());

interface Seen {
  readonly status: number;
  readonly to: string | null;
  /** Its own address. */
  readonly path: string;
  readonly body: string;
  /** Hidden fields of its last form. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly heading: string;
}

/** A browser that keeps the cookies of an attempt, follows redirects as one does, and no more. */
function browser({ takesCookies = true, at = kept.url } = {}) {
  const jar = new Map<string, string>();
  function hear(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      // The key, by a name that no neighbour can set; what is sealed under it goes to /take alone.
      const [cookie = '', path] =
        line.startsWith('kept_attempt=') || line.startsWith('__Host-')
          ? ['(__Host-)?kept_attempt', '/']
          : ['(__Secure-)?kept_attempt_[\\w-]+', '/take'];
      const ended = `; Max-Age=0; Path=${path}(; Secure)?; SameSite=Lax`;
      assert.match(line, new RegExp(`^${cookie}=(${ended}|.*; Path=${path}; HttpOnly(; Secure)?; SameSite=Strict)$`));
      assert.equal(/^__(Secure|Host)-/.test(line), line.includes('; Secure'));
      const [pair = ''] = line.split(';');
      assert.ok(pair.length <= 4096, 'no browser keeps a longer one');
      const [name = '', value = ''] = pair.split('=');
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else assert.doesNotMatch(line, /Expires|Max-Age/i, 'ends with the browser');
      if (value !== '' && takesCookies) jar.set(name, value);
    }
  }
  async function once(path: string, init: RequestInit = {}): Promise<Seen> {
    const answer = await fetch(at + path, {
      redirect: 'manual',
      ...init,
      headers: {
        ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(init.headers as Record<string, string>),
      },
    });
    hear(answer);
    const body = await answer.text();
    const hidden = Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      path,
      body,
      hidden,
      heading: /<h1[^>]*>(?:<label[^>]*>)?([^<]*)/.exec(body)?.[1] ?? '',
    };
  }
  async function ask(path: string, init: RequestInit = {}): Promise<Seen> {
    let seen = await once(path, init);
    for (let hops = 0; seen.to !== null && hops < 5; hops += 1)
      seen = await once(seen.to, seen.status === 307 ? init : {});
    return seen;
  }
  const form = (fields: Readonly<Record<string, string | readonly string[]>>): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
      ),
    ).toString(),
  });
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => ask(path, form(fields)),
    /** The first answer alone: where a form leads. */
    sent: (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => once(path, form(fields)),
    /** The key of its attempt. */
    cookie: () => jar.get('kept_attempt') ?? null,
    jar,
  };
}

type Browser = ReturnType<typeof browser>;

/** On with this answer. */
function go(
  who: Browser,
  code: string,
  page: Seen,
  how: string,
  answer: string | readonly string[] = '',
): Promise<Seen> {
  return who.post(`/take/${code}/answer`, { ...page.hidden, go: how, answer });
}

async function toTheEnd(who: Browser, code: string, from: Seen): Promise<Seen> {
  let page = from;
  for (let steps = 0; steps < 40 && !page.body.includes('value="send"'); steps += 1)
    page = await go(who, code, page, page.body.includes('value="skip"') ? 'skip' : 'next');
  return page;
}

const taken = async (code: string): Promise<string> => {
  const page = await browser().get(`/take/${code}`);
  return page.heading;
};

test('a class session: the whole way in three languages, the receipt, and the next person finds nothing', async () => {
  const { code } = await open.wayIn('class session', { places: 2 });
  const who = browser();
  const typed = await who.post('/take', { code: `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`, language: 'cy' });
  assert.deepEqual([typed.status, typed.path], [200, `/take/${code}?language=cy`]);
  const start = await who.get(`/take/${code}?language=ar`);
  assert.match(start.body, /<html lang="ar" dir="rtl">/);
  assert.match(start.body, /إشعار للأطفال/);
  assert.doesNotMatch(start.body, /A notice for adults/);
  assert.match(start.body, /0800 1111[\s\S]*999/);
  assert.match(start.body, /Ms Khan, in room 4/);
  assert.equal(who.cookie(), null, 'nothing is set before the start');
  const first = await who.post(`/take/${code}/begin`, { language: 'en' });
  assert.equal(first.status, 200);
  assert.equal(first.heading, 'Which year are you in?');
  assert.match(first.body, /<title>Question 1 of \d+ - Belonging and safety/);
  const second = await go(who, code, first, 'next', 'year-5');
  assert.equal(second.heading, 'Do you feel part of your school?');
  const back = await go(who, code, second, 'back', 'usually');
  assert.match(back.body, /value="year-5" checked/);
  const third = await go(who, code, await go(who, code, back, 'next', 'year-6'), 'next', 'usually');
  const choose = itemsFor(asked.content, 'student primary').find(({ kind }) => kind === 'choose');
  const keys = choose?.options.map(({ key }) => key) ?? [];
  const refused = await go(who, code, third, 'next', keys.slice(0, 6));
  assert.equal(refused.status, 422);
  assert.match(refused.body, /<title>Error: Question 3/);
  assert.match(refused.body, /You chose more than 5/);
  assert.equal(refused.body.match(/ checked/g)?.length, 6, 'what was ticked stays');
  assert.doesNotMatch(refused.body, / disabled/);
  let page = await go(who, code, refused, 'next', keys.slice(0, 5));
  page = await toTheEnd(who, code, page);
  assert.match(page.body, /You answered 3 of \d+ questions/);
  const done = await go(who, code, page, 'send');
  assert.equal(done.status, 200);
  assert.match(done.body, /Your answers have arrived/);
  const words = [...done.body.matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word = '']) => word);
  assert.equal(words.length, 4);
  assert.ok(words.every((word) => receiptList('en').includes(word)));
  assert.match(done.body, new RegExp(`href="/take/${code}"[^>]*>Next person`));
  assert.match(done.body, /0800 1111/);
  assert.equal(who.cookie(), null, 'the attempt has ended');
  // The next person presses Back: the browser sends the first one's form again.
  for (const old of [first, third, page]) {
    const seen = await go(who, code, old, 'next', 'year-4');
    assert.equal(seen.status, 409);
    assert.match(seen.body, /This page is no longer there/);
    assert.doesNotMatch(seen.body, /checked|year-5|year-6/);
  }
  const next = await who.post(`/take/${code}/begin`, { language: 'cy' });
  assert.match(next.body, /<html lang="cy" dir="ltr">/);
  assert.doesNotMatch(next.body, / checked/);
  for (const how of ['next', 'stop', 'send'])
    assert.match((await go(who, code, page, how)).body, /This page is no longer there/, how);
  const mine = await go(who, code, next, 'next', 'year-3');
  assert.equal(mine.status, 200, 'the second one’s own attempt goes on');
});

test('stop and leave gives the seat back, and starting anew does not take a second one', async () => {
  const { code } = await open.wayIn('class session', { places: 1 });
  const who = browser();
  await who.post(`/take/${code}/begin`, {});
  assert.equal(await taken(code), 'Every place is taken');
  const again = await who.post(`/take/${code}/begin`, { language: 'en' });
  assert.equal(again.status, 200, 'the same browser’s old seat is free again');
  const other = browser();
  const full = await other.post(`/take/${code}/begin`, {});
  assert.equal(full.status, 409);
  assert.match(full.body, /Ask your teacher to add a place/);
  const left = await go(who, code, again, 'stop', 'year-5');
  assert.match(left.body, /You have left\. Nothing was kept\./);
  assert.match(left.body, /0800 1111/);
  assert.equal(who.cookie(), null);
  assert.equal((await other.post(`/take/${code}/begin`, {})).status, 200);
  assert.match((await go(who, code, again, 'next', 'year-5')).body, /no longer there/);
});

test('a card: conditions are followed, what is no longer asked is dropped, text arrives apart, and the card is spent', async () => {
  const { cards } = await open.wayIn('cards', { places: 3, audience: 'student secondary' });
  const [card = '', other = ''] = cards;
  const who = browser();
  let page = await who.post(`/take/${card}/begin`, { language: 'en' });
  while (page.heading !== 'Did something at school change because students asked for it?')
    page = await go(who, card, page, 'skip', 'left out');
  const asking = await go(who, card, page, 'next', 'yes');
  assert.equal(asking.heading, 'What changed?');
  assert.match(asking.body, /Do not write names/);
  assert.match(asking.body, /We cannot see who you are/);
  const long = await go(who, card, asking, 'next', 'x'.repeat(201));
  assert.equal(long.status, 422);
  assert.match(long.body, /Shorten it to 200/);
  assert.match(long.body, /x{201}/);
  const later = await go(who, card, long, 'next', 'The <b>toilets</b>');
  assert.notEqual(later.heading, 'What changed?');
  const before = await go(who, card, await go(who, card, later, 'back'), 'back');
  assert.equal(before.heading, 'Did something at school change because students asked for it?');
  assert.notEqual((await go(who, card, before, 'next', 'no')).heading, 'What changed?', 'passed over');
  const end = await toTheEnd(who, card, await go(who, card, before, 'next', 'yes'));
  assert.match((await go(who, card, end, 'send')).body, /You can close this page now/);
  assert.equal(await taken(card), 'This card has been used');
  assert.equal((await browser().post(`/take/${card}/begin`, {})).status, 409);
  assert.match((await go(who, card, end, 'send')).body, /no longer there/);
  // A state of one card opens under no other, even for the same browser.
  const mine = await who.post(`/take/${other}/begin`, {});
  assert.match((await who.post(`/take/${cards[2]}/answer`, { ...mine.hidden, go: 'next' })).body, /no longer there/);
  assert.equal((await who.get(mine.path)).heading, mine.heading, 'nothing happened to it');
});

test('sent twice at once it is kept once, and both are told', async () => {
  const {
    cards: [card = ''],
  } = await open.wayIn('cards', { places: 1 });
  const who = browser();
  const end = await toTheEnd(who, card, await who.post(`/take/${card}/begin`, {}));
  const both = await Promise.all([go(who, card, end, 'send'), go(who, card, end, 'send')]);
  for (const one of both) assert.match(one.body, /Your answers have arrived/);
  const receipt = (seen: Seen) => /<ol class="take__receipt"[\s\S]*?<\/ol>/.exec(seen.body)?.[0];
  assert.equal(receipt(both[0]), receipt(both[1]));
});

test('wrong codes have a page with a way out, and too many never stop a right one', async () => {
  const {
    cards: [card = ''],
  } = await open.wayIn('cards', { places: 1 });
  const who = browser();
  const wrong = await who.post('/take', { code: 'not a code', language: 'cy' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Nid oes arolwg/);
  assert.match(wrong.body, /value="not a code"/);
  const statuses = new Set<number>();
  for (let tries = 0; tries < 80; tries += 1) statuses.add((await who.get('/take/BCDFGHJK')).status);
  assert.deepEqual([...statuses], [422, 429]);
  assert.equal((await who.get(`/take/${card}`)).status, 200);
  assert.equal((await who.post(`/take/${card}/begin`, {})).status, 200);
});

test('the last day is shown as it stands now, after it was moved too', async () => {
  const organisation = randomUUID();
  const { work } = kept.house.gates;
  const survey = await openSurvey(work, kept.house.key, organisation, { closesOn: '2027-02-12' });
  const { code } = await survey.wayIn('open link');
  assert.match((await browser().get(`/take/${code}`)).body, /You can answer until 12 February 2027\./);
  assert.ok(
    await work.write({ account: null, organisation, boards: '*' }, (write) =>
      moveIntake(write, survey.survey, '2027-03-01'),
    ),
  );
  assert.match((await browser().get(`/take/${code}`)).body, /You can answer until 1 March 2027\./);
});

test('a recording is played whole or in parts, is kept by browsers, and is gone with its survey', async () => {
  const bytes = randomBytes(5000);
  const name = createHash('sha256').update(bytes).digest('hex');
  const at = `/take/sounds/${name}`;
  assert.equal((await browser().get(at)).status, 404);
  await asOwner(kept.house, (write) =>
    sql`insert into intake.sound (survey, sha256, type, bytes) values (${open.survey}, ${name}, 'audio/ogg', ${bytes})`.execute(
      write,
    ),
  );
  const play = async (range?: string) => {
    const answer = await fetch(kept.url + at, range === undefined ? {} : { headers: { range } });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const whole = await play();
  assert.deepEqual(
    [
      whole.status,
      whole.headers.get('content-type'),
      whole.headers.get('cache-control'),
      whole.headers.get('accept-ranges'),
    ],
    [200, 'audio/ogg', 'public, max-age=31536000, immutable', 'bytes'],
  );
  assert.ok(whole.body.equals(bytes));
  for (const [range, from, to] of [
    ['bytes=0-1', 0, 1],
    ['bytes=4000-', 4000, 4999],
    ['bytes=-10', 4990, 4999],
    ['bytes=10-99999', 10, 4999],
  ] as const) {
    const part = await play(range);
    assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes ${from}-${to}/5000`], range);
    assert.ok(part.body.equals(bytes.subarray(from, to + 1)), range);
  }
  for (const range of ['bytes=9-2', 'bytes=5000-', 'bytes=-', 'bytes=-0', 'bytes=0-1,3-4', 'letters=0-1'])
    assert.equal((await play(range)).body.length, 5000, range);
  await asOwner(kept.house, (write) =>
    sql`update intake.survey set mixed_on = '2026-11-26' where survey = ${open.survey}`.execute(write),
  );
  assert.equal((await play()).status, 404);
  await asOwner(kept.house, (write) =>
    sql`update intake.survey set mixed_on = null where survey = ${open.survey}`.execute(write),
  );
});

/** A link of an open survey that is closed, or whose code is stopped. */
async function stopped(how: 'closed' | 'paused' | 'voided'): Promise<string> {
  const { code, id } = await open.wayIn('open link');
  const change =
    how === 'closed'
      ? sql`update intake.way_in set closed = true where way_in = ${id}`
      : sql`update intake.way_in set stopped = ${how} where way_in = ${id}`;
  await asOwner(kept.house, (write) => change.execute(write));
  return code;
}

test('each state of a code says what it is and leads on', async () => {
  const early = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), {
    opensOn: '2026-12-01',
    closesOn: '2026-12-20',
  });
  const past = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), {
    opensOn: '2026-10-01',
    closesOn: '2026-10-20',
  });
  const states: readonly (readonly [string, RegExp])[] = [
    [(await early.wayIn('open link')).code, /This survey is not open yet/],
    [(await past.wayIn('open link')).code, /This survey is closed/],
    [
      (await open.wayIn('class session', { endsAt: new Date('2026-11-26T09:00:00Z') })).code,
      /This class session is over/,
    ],
    // A session whose hour is over before the first day: "it will work" would not be true.
    [
      (await early.wayIn('class session', { endsAt: new Date('2026-11-26T11:00:00Z') })).code,
      /This class session is over/,
    ],
    [await stopped('closed'), /This code has ended/],
    [await stopped('paused'), /This code does not work now/],
    [await stopped('voided'), /This code does not count any more[\s\S]*deleted/],
  ];
  for (const [code, says] of states) {
    const page = await browser().get(`/take/${code}`);
    assert.match(page.body, says);
    assert.match(page.body, /0800 1111/);
    assert.match(page.body, /class="take__way" href="\/take/);
    assert.equal((await browser().post(`/take/${code}/begin`, {})).status, 409);
  }
  assert.equal((await browser().get(`/take/${states[0]?.[0]}/answer`)).path, `/take/${states[0]?.[0]}`);
});

test('a paper form is entered once, however often it is sent; what is wrong is named and kept', async () => {
  const { code } = await open.wayIn('class session', { places: 5, audience: 'educator' });
  const who = browser();
  const form = await who.get(`/take/${code}/paper`);
  assert.equal(form.status, 200);
  assert.match(form.body, /name="item-years-here"/);
  const refused = await who.post(`/take/${code}/paper`, {
    ...form.hidden,
    'item-years-here': 'many',
    'item-belonging': 'usually',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.body, /href="#item-years-here"[^>]*>Write a whole number/);
  assert.match(refused.body, /value="many"/);
  assert.match(refused.body, /value="usually" checked/);
  const filled = { ...refused.hidden, 'item-years-here': '٧', 'item-belonging': 'usually' };
  const done = await who.post(`/take/${code}/paper`, filled);
  assert.match(done.path, /\/told\/entered\?/, 'loaded again, it is no form that is sent again');
  assert.match(done.body, /have arrived[\s\S]*Enter another form/);
  assert.equal((await who.post(`/take/${code}/paper`, filled)).body, done.body, 'the same thanks');
  assert.equal(
    (await who.post(`/take/${code}/paper`, { ...filled, 'item-years-here': '8' })).status,
    409,
    'other answers under the same number',
  );
});

test('what came of a file that was handed in has an address of its own, and nobody makes one up', async () => {
  const who = browser();
  const body = new FormData();
  body.set('language', 'cy');
  body.set(
    'file',
    new File(
      [JSON.stringify({ format: 'kept-unsent/1', answers: [{ survey: randomUUID(), sealed: 'x'.repeat(80) }] })],
      'kept-unsent-answers.json',
      { type: 'application/json' },
    ),
  );
  const answer = await fetch(`${kept.url}/take/unsent`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: kept.url },
  });
  assert.equal(answer.status, 303);
  const told = answer.headers.get('location') ?? '';
  assert.match((await who.get(told)).body, /Cyrhaeddodd: 0\. Ni dderbyniwyd: 1\. Ddim nawr: 0\./);
  assert.doesNotMatch((await who.get(told.replace(/done=.{6}/, 'done=AAAAAA'))).body, /Cyrhaeddodd: /);
});

test('after the end of a session or a survey staff enter paper forms with the link for them, and nobody without it', async () => {
  const past = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), {
    opensOn: '2026-11-01',
    closesOn: '2026-11-20',
  });
  const gone = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), {
    opensOn: '2026-11-01',
    closesOn: '2026-11-18',
  });
  const over = { places: 2, endsAt: new Date('2026-11-26T09:00:00Z') };
  const [session, closed, late] = [
    await open.wayIn('class session', over),
    await past.wayIn('class session', over),
    await gone.wayIn('class session', over),
  ];
  const who = browser();
  for (const { code } of [session, closed]) {
    const without = await who.get(`/take/${code}/paper`);
    assert.match(without.body, /use the link for paper forms/);
    assert.equal(
      (
        await who.post(`/take/${code}/paper`, {
          submission: 'A'.repeat(22),
          seat: 'B'.repeat(43),
          ticket: 'C'.repeat(22),
          'item-belonging': 'usually',
        })
      ).status,
      409,
    );
    for (const place of [1, 2]) {
      const form = await who.get(paperAddress(kept.house.key, code));
      assert.equal(form.status, 200);
      const done = await who.post(`/take/${code}/paper`, { ...form.hidden, 'item-belonging': 'usually' });
      assert.match(done.body, /have arrived/, `form ${place}`);
      assert.match(done.body, /paper\?language=en&(amp;)?ticket=/);
    }
    const third = await who.get(paperAddress(kept.house.key, code));
    const full = await who.post(`/take/${code}/paper`, { ...third.hidden, 'item-belonging': 'usually' });
    assert.match(full.body, /Every place is taken[\s\S]*value="usually" checked/, 'what was copied stays');
  }
  assert.match(
    (await who.get(paperAddress(kept.house.key, late.code))).body,
    /This survey is closed/,
    'after the late day',
  );
  assert.match(
    (await who.get(paperAddress(kept.house.key, session.code).replace(session.code, closed.code))).body,
    /use the link for paper forms/,
    'a link of another session',
  );
  const {
    cards: [card = ''],
  } = await past.wayIn('cards', { places: 1 });
  const form = await who.get(`/take/${card}/paper`);
  assert.equal(form.status, 200, 'the form of a card that was filled in by hand');
  assert.match(
    (await who.post(`/take/${card}/paper`, { ...form.hidden, 'item-belonging': 'usually' })).body,
    /have arrived/,
  );
  assert.match(
    (await who.post(`/take/${card}/paper`, { ...form.hidden, 'item-belonging': 'usually' })).body,
    /have arrived/,
    'the same form of a card, sent again',
  );
  assert.match(
    (await who.post(`/take/${card}/paper`, { ...form.hidden, submission: 'A'.repeat(22), 'item-belonging': 'no' }))
      .body,
    /This card has been used/,
  );
});

test('wrong codes count together at every address; a right one is never refused for them', async () => {
  const sender = browser();
  const {
    cards: [card = '', other = ''],
  } = await open.wayIn('cards', { places: 2 });
  const { code } = await open.wayIn('class session');
  const json = (path: string, body: unknown) =>
    fetch(kept.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answers = (more: object) =>
    json('/take/answers', {
      survey: open.survey,
      submission: randomBytes(16).toString('base64url'),
      audience: 'student primary',
      language: 'en',
      given: {},
      ...more,
    });
  const seat = () => randomBytes(32).toString('base64url');
  // A minute of its own, so that other tests of this process do not count.
  moment = new Date(moment.getTime() + 600_000);
  const guesses: readonly (() => Promise<{ readonly status: number }>)[] = [
    () => sender.post('/take', { code: 'BCDF GHJK' }),
    () => sender.get('/take/BCDFGHJK'),
    () => sender.post('/take/BCDFGHJK/begin', {}),
    () => sender.get('/take/BCDFGHJK/paper'),
    () => sender.get('/take/BCDFGHJK/pages'),
    () => json('/take/BCDFGHJK/seat', { take: seat() }),
    () => answers({ code: 'BCDFGHJKL' }),
    () => answers({ code: 'BCDFGHJK', seat: seat() }),
  ];
  for (let round = 0; round < 7; round += 1) for (const guess of guesses) assert.notEqual((await guess()).status, 429);
  for (let left = 0; left < 4; left += 1) await guesses[left]?.();
  for (const guess of guesses) assert.equal((await guess()).status, 429);
  assert.equal((await sender.get(`/take/${card}`)).status, 200);
  assert.equal((await answers({ code: other })).status, 200);
  assert.equal((await json(`/take/${code}/seat`, { take: seat() })).status, 200);
});

test('four classes of thirty behind one address begin and send at once, and none is refused; a machine behind a link is', async () => {
  moment = new Date(moment.getTime() + 600_000);
  const classes = await Promise.all([1, 2, 3, 4].map(() => open.wayIn('class session', { places: 30 })));
  const json = (path: string, body: unknown) =>
    fetch(kept.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const child = async (code: string) => {
    const seat = randomBytes(32).toString('base64url');
    const statuses = [(await json(`/take/${code}/seat`, { take: seat })).status];
    statuses.push(
      (
        await json('/take/answers', {
          survey: open.survey,
          code,
          seat,
          submission: randomBytes(16).toString('base64url'),
          audience: 'student primary',
          language: 'en',
          given: {},
        })
      ).status,
    );
    return statuses;
  };
  const seen = await Promise.all(classes.flatMap(({ code }) => Array.from({ length: 30 }, () => child(code))));
  assert.ok(seen.flat().every((status) => status === 200));
  const { code, id } = await open.wayIn('open link');
  const linked = await Promise.all(Array.from({ length: 120 }, () => child(code)));
  assert.ok(
    linked.flat().every((status) => status === 200),
    'four classes behind a link',
  );
  const forged = await Promise.all(
    Array.from({ length: 300 }, () =>
      json('/take/answers', {
        survey: open.survey,
        code,
        seat: randomBytes(32).toString('base64url'),
        submission: randomBytes(16).toString('base64url'),
        audience: 'student primary',
        language: 'en',
        given: {},
      }),
    ),
  );
  assert.ok(
    forged.every(({ status }) => status === 429),
    'past the limit of their sender',
  );
  const { rows } = await asOwner(kept.house, (write) =>
    sql<{ many: number }>`select count(*)::int as many from intake.inbox where way_in = ${id}`.execute(write),
  );
  assert.equal(rows[0]?.many, 120);
});

test('a seat of a browser that is not heard of goes to somebody else; who comes back sends all the same, or is told to wait', async () => {
  const { code, id } = await open.wayIn('class session', { places: 1 });
  const [first, second] = [browser(), browser()];
  const end = await toTheEnd(first, code, await first.post(`/take/${code}/begin`, {}));
  moment = new Date(moment.getTime() + 20 * 60_000);
  assert.equal((await second.post(`/take/${code}/begin`, {})).status, 200);
  const waits = await go(first, code, end, 'send');
  assert.equal(waits.status, 409);
  assert.match(waits.body, /Ask your teacher to add a place/);
  assert.notEqual(first.cookie(), null, 'the attempt goes on');
  await asOwner(kept.house, (write) => sql`update intake.way_in set places = 2 where way_in = ${id}`.execute(write));
  assert.match((await go(first, code, waits, 'send')).body, /Your answers have arrived/);
});

test('what is sent through an open link, in Arabic, lies sealed in the inbox: answers, and what was written', async () => {
  const own = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID());
  const { code } = await own.wayIn('open link', { audience: 'student secondary' });
  const who = browser();
  let page = await who.post(`/take/${code}/begin`, { language: 'ar' });
  while (!page.body.includes('value="send"'))
    page = await go(
      who,
      code,
      page,
      'next',
      page.body.includes('<textarea')
        ? '  مكان هادئ\r\nللقراءة '
        : page.body.includes('value="yes"') && !page.body.includes('type="text"')
          ? 'no'
          : '',
    );
  assert.match((await go(who, code, page, 'send')).body, /شكرًا/);
  const { rows } = await kept.house.gates.release.read(nobody, (read) =>
    sql<{ texts: boolean }>`select texts is not null as texts from intake.inbox where survey = ${own.survey}`.execute(
      read,
    ),
  );
  assert.deepEqual(rows, [{ texts: true }]);
});

test(
  'in a browser without script: keyboard alone, and Back after the end shows nothing of the first person',
  { skip: noBrowser },
  async () => {
    const { code } = await open.wayIn('class session');
    const page = await openPage({ width: 360, javaScript: false, baseURL: kept.url });
    const wire: { readonly path: string; readonly bytes: number }[] = [];
    page.on(
      'requestfinished',
      (request) =>
        void request
          .sizes()
          .then(({ responseBodySize }) =>
            wire.push({ path: new URL(request.url()).pathname, bytes: responseBodySize }),
          ),
    );
    await page.goto('/take');
    await page.getByLabel('Type the code').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start' }).press('Enter');
    await page.getByRole('radio', { name: 'Year 5' }).press('Space');
    // Enter in a form presses its first button: onward, never out.
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Do you feel part of your school?' }).waitFor();
    await page.getByLabel('Yes, usually').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    assert.ok(await page.getByLabel('Yes, usually').isChecked());
    for (
      let steps = 0;
      steps < 40 && (await page.getByRole('button', { name: 'Send', exact: true }).count()) === 0;
      steps += 1
    )
      await page
        .getByRole('button', { name: /^(Skip this question|Continue)$/ })
        .last()
        .click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Your answers have arrived').waitFor();
    for (let steps = 0; steps < 6; steps += 1) {
      await page.goBack({ waitUntil: 'load' }).catch(() => null);
      assert.equal(await page.locator('input:checked').count(), 0, `${steps + 1} steps back`);
    }
    assert.deepEqual(
      wire.filter(({ path }) => !path.startsWith('/take') && !/^\/assets\/kept\.\w+\.css$/.test(path)),
      [],
      'pages and one stylesheet, nothing else',
    );
    const heaviest = Math.max(...wire.filter(({ path }) => path.startsWith('/take/')).map(({ bytes }) => bytes));
    assert.ok(heaviest < 3000, `${heaviest} bytes on the wire`);
    await page.context().close();
  },
);

test('a page is light for those who can read it so, and whole for those who cannot', async () => {
  for (const [accepts, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const answer = await fetch(`${kept.url}/take`, { headers: { 'accept-encoding': accepts } });
    assert.equal(answer.headers.get('content-encoding'), encoding);
    assert.equal(answer.headers.get('vary'), 'accept-encoding');
    assert.match(await answer.text(), /Type the code[\s\S]*<\/html>$/);
  }
});

/** Thirty questions that are answered freely. */
const thirty: Asked = {
  ...asked,
  languages: ['en'],
  audiences: ['student secondary'],
  content: {
    title: { en: 'Thirty texts' },
    languages: ['en'],
    items: Array.from({ length: 30 }, (_, at) => ({
      key: `t${at + 1}`,
      kind: 'long text' as const,
      audiences: ['student secondary' as const],
      texts: { en: `Text ${at + 1}` },
      variants: {},
      hints: {},
      options: [],
      atMost: null,
      least: null,
      most: null,
      special: null,
      when: null,
    })),
  },
};
/** Letters that no packing makes fewer; of three bytes each where they are to be many. */
const noise = (letters: number, wide = false): string =>
  Array.from({ length: letters }, () =>
    String.fromCodePoint((wide ? 0x4e00 : 0x61) + randomInt(wide ? 20_000 : 26)),
  ).join('');

test('every form leads on by a redirect, so that no key of a browser meets a form that was sent', async () => {
  const { code } = await open.wayIn('class session', { places: 3 });
  const who = browser();
  const start = await who.sent(`/take/${code}/begin`, { language: 'en' });
  assert.deepEqual([start.status, start.to], [307, `/take/${code}/begin?cookie=set`]);
  let page = await who.post(`/take/${code}/begin`, { language: 'en' });
  assert.equal(page.path, `/take/${code}/questions/1`);
  const ways = [
    ['next', 'year-5'],
    ['next', 'no such option'],
    ['back', ''],
    ['in cy', ''],
    ['in en', 'year-4'],
    ['skip', ''],
    ['next', 'usually'],
    ['stop', ''],
  ] as const;
  for (const [how, answer] of ways) {
    const sent = await who.sent(`/take/${code}/answer`, { ...page.hidden, go: how, answer });
    assert.equal(sent.status, 303, how);
    assert.match(sent.to ?? '', new RegExp(`^/take/${code}/(questions/\\d+|told/left\\?language=en)$`), how);
    page = await who.get(sent.to ?? '');
  }
  assert.match(page.body, /You have left/);
  assert.equal(who.jar.size, 0);
  for (const [path, fields] of [
    ['/take', { code: 'nonsense' }],
    ['/take', { code }],
    [`/take/${code}/answer`, { go: 'next' }],
    ['/take/BCDFGHJK/begin', {}],
    ['/take', { code: 'BCDF GHJK' }],
  ] as const)
    assert.match(String((await who.sent(path, fields)).status), /^30[37]$/, path);
});

test('Back, Forward and loading again show each question with what was answered; a form of an older attempt changes nothing', async () => {
  const { code } = await open.wayIn('class session', { places: 3 });
  const who = browser();
  const first = await who.post(`/take/${code}/begin`, { language: 'en' });
  const second = await go(who, code, first, 'next', 'year-5');
  const third = await go(who, code, second, 'next', 'usually');
  for (const page of [second, first, second, third, third]) {
    const again = await who.get(page.path);
    assert.equal(again.heading, page.heading);
    if (page === first) assert.match(again.body, /value="year-5" checked/);
    if (page === second) assert.match(again.body, /value="usually" checked/);
  }
  // Another tab of the same browser, at an older place: it adds its answer, and takes none away.
  await go(who, code, first, 'next', 'year-6');
  assert.match((await who.get(second.path)).body, /value="usually" checked/);
  // A third tab starts anew. It is asked first, and no way leads from there to the answers.
  const asks = await who.post(`/take/${code}/begin`, { language: 'en' });
  assert.equal(asks.heading, 'Answers were started in this browser');
  assert.doesNotMatch(asks.body, /questions\/|year-6/);
  assert.match((await who.get(first.path)).body, /value="year-6" checked/, 'nothing was lost by asking');
  const anew = await who.post(`/take/${code}/begin`, { ...asks.hidden, anew: 'yes' });
  assert.equal(anew.path, `/take/${code}/questions/1`);
  assert.doesNotMatch(anew.body, / checked/);
  const old = await go(who, code, third, 'next', '');
  assert.equal(old.heading, 'This page is no longer there');
  assert.doesNotMatch((await who.get(first.path)).body, / checked/);
});

test('an address of a question that is typed, sent or picked from a list leads to the beginning, not to answers', async () => {
  const { code } = await open.wayIn('class session', { places: 3 });
  const who = browser();
  const first = await who.post(`/take/${code}/begin`, { language: 'en' });
  await go(who, code, first, 'next', 'year-5');
  const cookie = [...who.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const typed = await fetch(kept.url + first.path, {
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'none' },
  });
  assert.deepEqual(
    [typed.status, typed.headers.get('location'), typed.headers.get('cache-control')],
    [303, `/take/${code}`, 'no-store'],
  );
  const back = await fetch(kept.url + first.path, {
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  assert.match(await back.text(), /value="year-5" checked/);
});

test('a browser that keeps no cookie is told so, with ways on, and takes no seat', async () => {
  const { code } = await open.wayIn('class session', { places: 1 });
  for (const [language, says] of [
    ['en', 'This browser blocks cookies'],
    ['cy', 'Mae’r porwr hwn yn rhwystro cwcis'],
    ['ar', 'هذا المتصفح يمنع ملفات تعريف الارتباط'],
  ] as const) {
    const told = await browser({ takesCookies: false }).post(`/take/${code}/begin`, { language });
    assert.equal(told.heading, says);
    assert.doesNotMatch(told.body, /somebody who has finished/);
    assert.match(told.body, /class="take__way" href="\/take/);
  }
  assert.equal((await browser().post(`/take/${code}/begin`, {})).status, 200, 'its only place is free');
});

test('“Continue” without an answer says once what it does, and then does it', async () => {
  const { code } = await open.wayIn('class session', { places: 1 });
  const who = browser();
  const first = await who.post(`/take/${code}/begin`, { language: 'en' });
  const said = await go(who, code, first, 'next');
  assert.deepEqual([said.status, said.heading], [200, first.heading]);
  assert.match(said.body, /You have not answered this question\. That is fine\./);
  const second = await go(who, code, said, 'next');
  assert.notEqual(second.heading, first.heading);
  const third = await go(who, code, second, 'next');
  assert.notEqual(third.heading, second.heading, 'once is enough');
});

test('the language changes on the way, and what was answered or typed stays', async () => {
  const { code } = await open.wayIn('class session', { places: 1 });
  const who = browser();
  const first = await who.post(`/take/${code}/begin`, { language: 'en' });
  const welsh = await go(who, code, first, 'in cy', 'year-5');
  assert.match(welsh.body, /<html lang="cy"/);
  assert.match(welsh.body, /value="year-5" checked/);
  const arabic = await go(who, code, welsh, 'in ar', 'year-6');
  assert.match(arabic.body, /<html lang="ar" dir="rtl">/);
  assert.match(arabic.body, /value="year-6" checked/);
  assert.match((await go(who, code, arabic, 'in xx', 'year-6')).body, /<html lang="en-GB"/);
});

test('the number of a question and of all questions is the same whatever was answered', async () => {
  const {
    cards: [card = ''],
  } = await open.wayIn('cards', { places: 1, audience: 'student secondary' });
  const who = browser();
  let page = await who.post(`/take/${card}/begin`, { language: 'en' });
  const seen: string[] = [];
  const note = (): unknown => seen.push(/<title>(?:Error: )?(?:Question (\d+ of \d+))?/.exec(page.body)?.[1] ?? '');
  while (!page.body.includes('value="send"')) {
    note();
    page = await go(
      who,
      card,
      page,
      page.heading === 'Did something at school change because students asked for it?' ? 'next' : 'skip',
      'yes',
    );
  }
  const total = itemsFor(asked.content, 'student secondary').length;
  assert.deepEqual(
    seen,
    Array.from({ length: total }, (_, at) => `${at + 1} of ${total}`),
  );
});

for (const [what, wide, behindProxy] of [
  ['in the browser', false, false],
  ['in the browser, in a script of three bytes a letter', true, false],
  ['in the form, behind a proxy that takes 8 kB', false, true],
] as const) {
  test(`thirty long texts arrive whole: they travel ${what}`, async () => {
    const own = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), { asks: thirty });
    const {
      cards: [card = ''],
    } = await own.wayIn('cards', { places: 1, audience: 'student secondary' });
    const server = behindProxy
      ? await runningKept({
          loaded: false,
          clock: () => moment,
          house: kept.house,
          behindProxy: true,
          baseUrl: 'https://kept.example',
        })
      : null;
    try {
      const who = browser({ at: server?.url ?? kept.url });
      const texts = thirty.content.items.map(() => noise(2000, wide));
      let page = await who.post(`/take/${card}/begin`, { language: 'en' });
      for (const [at, text] of texts.entries()) {
        assert.equal(page.heading, `Text ${at + 1}`);
        page = await go(who, card, page, 'next', text);
        if (behindProxy)
          assert.ok(
            [...who.jar].reduce((sum, [name, value]) => sum + name.length + value.length + 3, 0) < 7500,
            'what a proxy takes',
          );
        if (behindProxy)
          assert.ok(
            [...who.jar.keys()].every(
              (name) => name === '__Host-kept_attempt' || name.startsWith('__Secure-kept_attempt_'),
            ),
            'no plain name over https',
          );
      }
      assert.match(page.body, /You answered 30 of 30 questions/);
      if (behindProxy) {
        assert.match(page.body, /use the “Back” button on this page/);
        page = await go(who, card, page, 'back');
        assert.ok(page.body.includes(texts[29] ?? '-'));
        assert.equal((await who.get(`/take/${card}/questions/3`)).heading, 'Your answers are on the next page');
        page = await go(who, card, page, 'next', texts[29]);
      } else assert.ok((await who.get(`/take/${card}/questions/3`)).body.includes(texts[2] ?? '-'));
      assert.match((await go(who, card, page, 'send')).body, /Your answers have arrived/);
      const {
        rows: [row],
      } = await kept.house.gates.release.read(nobody, (read) =>
        sql<{ texts: Buffer }>`select texts from intake.inbox where survey = ${own.survey}`.execute(read),
      );
      const keys = await surveyKeys(kept.house.gates.intake, kept.house.key, own.survey, moment);
      assert.ok(keys);
      const opened = unseal(keys.inbox, own.survey, row?.texts ?? Buffer.alloc(0));
      for (const text of texts) assert.ok(opened?.includes(text));
    } finally {
      await server?.stop();
    }
  });
}

test('thirty long texts that a script hands in arrive, too', async () => {
  const own = await openSurvey(kept.house.gates.work, kept.house.key, randomUUID(), { asks: thirty });
  const {
    cards: [card = ''],
  } = await own.wayIn('cards', { places: 1, audience: 'student secondary' });
  const given = Object.fromEntries(thirty.content.items.map(({ key }) => [key, noise(2000, true)]));
  const body = {
    survey: own.survey,
    code: card,
    submission: randomBytes(16).toString('base64url'),
    audience: 'student secondary',
    language: 'en',
    given,
  };
  const answer = await fetch(`${kept.url}/take/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.deepEqual([answer.status, ((await answer.json()) as { outcome: string }).outcome], [200, 'accepted']);
});
