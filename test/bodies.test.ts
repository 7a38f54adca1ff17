/** What a form may be sent as, tried on a real socket: who is refused hears it at once, and nothing of theirs is held. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from './running.js';
import { type Asker, persona } from './visit.js';

let kept: Running;
let lead: Asker;

before(async () => {
  kept = await runningKept();
  lead = await persona(kept, 'borough');
});
after(async () => kept.stop());

/** Sends a head and the beginning of a body that never ends; tells the status that comes back all the same. */
async function unfinished(path: string, type: string, beginning: string, cookie = ''): Promise<number> {
  const { port, hostname, host } = new URL(kept.url);
  return new Promise((settle, fail) => {
    const socket = connect(Number(port), hostname, () => {
      const head = [
        `POST ${path} HTTP/1.1`,
        `host: ${host}`,
        `content-type: ${type}`,
        'content-length: 50000000',
        'sec-fetch-site: same-origin',
        ...(cookie ? [`cookie: ${cookie}`] : []),
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${beginning}`);
    });
    let said = '';
    socket.on('data', (part) => {
      said += part.toString();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(said)?.[1];
      if (status === undefined) return;
      socket.destroy();
      settle(Number(status));
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('closed without an answer')));
  });
}

const boundary = 'multipart/form-data; boundary=kept';
const beginning = '--kept\r\ncontent-disposition: form-data; name="email"; filename="a.bin"\r\n\r\nxxxx';

test('a page without a file of its own answers an upload before it has come', async () => {
  for (const path of ['/sign-in', '/sign-out', '/together', '/care-offer/find', '/take'])
    assert.equal(await unfinished(path, boundary, beginning), 400, path);
});

test('somebody who is not signed in sends no upload at all', async () => {
  assert.equal(await unfinished('/work/imports/new', boundary, beginning), 401);
});

test('a signed-in lead sends no upload to a page that takes none', async () => {
  assert.equal(await unfinished('/work/promises/new', boundary, beginning, `kept=${lead.token}`), 400);
});

test('a form is refused by its length before it has come', async () => {
  assert.equal(await unfinished('/sign-in', 'application/x-www-form-urlencoded', 'email=a'), 413);
});

async function send(type: string, body: string, path = '/work/promises/new'): Promise<number> {
  return (
    await fetch(`${kept.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: { 'content-type': type, cookie: `kept=${lead.token}`, 'sec-fetch-site': 'same-origin' },
    })
  ).status;
}

test('only a form is taken for a form', async () => {
  for (const type of [
    'application/json',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/x-protobuf',
  ])
    assert.equal(await send(type, '{"aim":"x"}'), 400, type);
});

test('more values than the page takes are refused before one is read', async () => {
  assert.equal(await send('application/x-www-form-urlencoded', 'a&'.repeat(400_000)), 400);
  assert.equal(await send('application/x-www-form-urlencoded', `csrf=${lead.csrf}&aim=a&aim=b`), 400);
});

test('text that is too long comes back whole, with everything else that was typed', async () => {
  const long = 'We will listen. '.repeat(2000);
  const answer = await lead.post('/work/promises/new', { aim: long, owner: 'Head of care', 'due-day': '1' });
  assert.equal(answer.status, 422);
  assert.match(answer.body, /This text has 32,000 characters\. It may have 20,000: shorten it/);
  assert.ok(answer.body.includes(long.trimEnd()));
  assert.match(answer.body, /<input type="hidden" name="owner" value="Head of care"/);
});

test('a multipart body that breaks off or is none is the sender’s, wherever it breaks', async () => {
  const part = (name: string, more = ''): string =>
    `--kept\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\nx`;
  const broken = [
    part('file', '; filename="a"'),
    `${part('language')}\r\n${part('file', '; filename="a"')}\r\n`,
    `${part('file', '; filename="a"')}\r\n--kept`,
    '--kept\r\ncontent-disposition: form-data; name="file"',
    'no boundary at all',
    '',
    '--kept\r\n\r\n\r\n--kept--\r\n',
    `${part('__proto__')}\r\n--kept--\r\n`,
  ];
  for (const body of broken)
    for (const path of ['/take/unsent', '/work/imports/new']) {
      const status = await send('multipart/form-data; boundary=kept', body, path);
      assert.ok(status >= 400 && status < 500, `${path} ${JSON.stringify(body)}: ${status}`);
    }
  assert.equal(await send('multipart/form-data', 'x', '/take/unsent'), 400);
});

/** What somebody who takes part sends, in a browser of the given languages. */
async function take(path: string, body: string, accepts = 'en', site = 'same-origin') {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': site,
    'accept-language': accepts,
  };
  const answer = await fetch(kept.url + path, { method: 'POST', redirect: 'manual', body, headers });
  return { status: answer.status, body: await answer.text() };
}

test('whoever takes part gets their text back in the language of their page', async () => {
  const text = `answer=${'a'.repeat(20_001)}`;
  for (const [language, heading, message, direction] of [
    [
      'cy',
      'Ni ellir cadw eich testun fel hyn',
      'Mae hwn yn rhy hir. Gwnewch e’n fyrrach: 20000 o lythrennau ar y mwyaf.',
      'ltr',
    ],
    ['ar', 'لا يمكن حفظ نصك بهذا الشكل', 'هذا طويل جدًا. اختصره إلى 20000 حرفًا على الأكثر.', 'rtl'],
  ] as const) {
    // The page speaks one language and the browser another: the page's counts.
    const answer = await take('/take/bcdfghjk/answer', `language=${language}&go=next&${text}`, 'en-GB,fr;q=0.8');
    assert.equal(answer.status, 422);
    for (const one of [
      `lang="${language}" dir="${direction}"`,
      `<h1>${heading}</h1>`,
      message,
      'name="go" value="next"',
    ])
      assert.ok(answer.body.includes(one), `${language}: ${one}`);
    assert.doesNotMatch(answer.body, /cannot be saved|Send again|Error:|There is a problem/, language);
  }
  assert.match(
    (await take('/take/bcdfghjk/answer', text, 'cy')).body,
    /lang="cy"/,
    'without a language of the page, that of the browser',
  );
  assert.match((await take('/take/bcdfghjk/answer', text, 'ur')).body, /Your text cannot be saved like this/);
});

test('whoever takes part is refused in their language, in their own frame, with a way on and whom to turn to', async () => {
  const refused = [
    await take('/take/bcdfghjk/answer', 'language=cy&nothing=known'),
    await take('/take/bcdfghjk/answer', 'language=cy&go=next', 'en', 'cross-site'),
    await take('/take/bcdfghjk/answer', `language=cy&answer=${'a'.repeat(20_000_000)}`, 'cy'),
  ];
  assert.deepEqual(
    refused.map(({ status }) => status),
    [400, 403, 413],
  );
  for (const { body } of refused) {
    assert.match(body, /<html lang="cy"[^]*<h1>Ni ellid anfon hwn<\/h1>[^]*href="\/take\?language=cy"[^]*0800 1111/);
    assert.doesNotMatch(body, /<nav|href="\/search"/);
  }
  const missing = await fetch(`${kept.url}/take/${'x'.repeat(150)}/questions/1`, {
    headers: { 'accept-language': 'ar' },
  });
  assert.match(await missing.text(), /<html lang="ar" dir="rtl"/);
});

test('a refusal in the workspace leads back to it', async () => {
  const answer = await lead.post('/work/promises/new', { nothing: 'known' });
  assert.equal(answer.status, 400);
  assert.match(answer.body, /<a href="\/work">workspace<\/a>/);
  const out = await fetch(`${kept.url}/work/promises/new`, {
    method: 'POST',
    body: 'aim=a',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      referer: `${kept.url}/work/promises/new?theme=care`,
    },
  });
  assert.match(await out.text(), /href="\/sign-in\?to=%2Fwork%2Fpromises%2Fnew%3Ftheme%3Dcare"/);
});
