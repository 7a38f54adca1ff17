import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { type Running, runningKept } from '#test/running.js';
import { isAskedHere, makeNameCheck, senderOf } from './edge.js';

function asked(headers: Readonly<Record<string, string>>, remoteAddress = '203.0.113.9', url = '/') {
  return { headers, socket: { remoteAddress }, url };
}

test('the sender is whom the one proxy added last, whatever came with the request', () => {
  for (let forged = 0; forged < 60; forged++)
    assert.equal(
      senderOf(asked({ 'x-forwarded-for': `10.0.0.${forged}, 198.51.100.7` }, '127.0.0.1'), true),
      '198.51.100.7',
    );
  for (const given of ['198.51.100.7:4711', '::ffff:198.51.100.7', '[::ffff:198.51.100.7]:80', ' 198.51.100.7 '])
    assert.equal(senderOf(asked({ 'x-forwarded-for': given }), true), '198.51.100.7');
});

test('without a proxy, or where it names nobody, the other end of the connection counts', () => {
  assert.equal(senderOf(asked({ 'x-forwarded-for': '198.51.100.7' }), false), '203.0.113.9');
  for (const given of ['', 'unknown', '198.51.100.7, ', '_hidden', '999.1.1.1', '[', ':::'])
    assert.equal(senderOf(asked({ 'x-forwarded-for': given }), true), '203.0.113.9', given);
  assert.equal(senderOf(asked({}), true), '203.0.113.9');
});

test('addresses of IPv6 count by their first 64 bits', () => {
  const of = (address: string): string => senderOf(asked({}, address), false);
  assert.equal(of('2001:db8:1:2:3:4:5:6'), of('2001:0db8:0001:0002::ffff'));
  assert.equal(of('2001:db8::1'), of('2001:db8::9:9:9:9'));
  assert.notEqual(of('2001:db8:1:2::1'), of('2001:db8:1:3::1'));
  assert.equal(of('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(of('::1'), '0:0:0:0::/64');
});

test('what is asked on this machine is not what a proxy on it passes on', () => {
  const host = 'localhost:3000';
  for (const name of [host, '127.0.0.1:3000', '[::1]:3000'])
    assert.ok(isAskedHere(asked({ host: name }, '::ffff:127.0.0.1')), name);
  // A proxy on the same machine, whichever of these headers it adds; and one that adds none, by the name that it passes on.
  for (const header of ['x-forwarded-for', 'x-real-ip', 'via', 'forwarded', 'x-forwarded-host'])
    assert.ok(!isAskedHere(asked({ host, [header]: '127.0.0.1' }, '127.0.0.1')), header);
  for (const name of ['kept.example', 'localhost.kept.example', '', 'a b'])
    assert.ok(!isAskedHere(asked({ host: name }, '127.0.0.1')), name);
  assert.ok(!isAskedHere(asked({ host }, '203.0.113.9')));
});

test('Kept goes by the name of BASE_URL; health is said by any', () => {
  const isOwn = makeNameCheck('https://kept.example', false);
  const through = (host: string, url = '/') =>
    isOwn(asked({ host, 'x-forwarded-for': '198.51.100.7', 'x-forwarded-host': 'kept.example' }, '127.0.0.1', url));
  for (const host of ['kept.example', 'KEPT.example', 'kept.example:443']) assert.ok(through(host), host);
  for (const host of [
    'evil.example',
    'kept.example.evil.example',
    'kept.example:80',
    'x@kept.example',
    'kept.example/x',
    'localhost',
    '127.0.0.1',
    '203.0.113.1',
    '',
    'kept.example, evil.example',
  ])
    assert.ok(!through(host), host);
  for (const url of ['/healthz', '/readyz']) assert.ok(through('10.0.0.1', url));
  assert.ok(!through('10.0.0.1', '/healthz/../boards'));
  assert.ok(isOwn(asked({ host: 'localhost:3000' }, '127.0.0.1')), 'on the machine itself');
  const demonstration = makeNameCheck('http://localhost:3000', true);
  assert.ok(demonstration(asked({ host: '192.168.1.5:3000' })), 'a tablet in the same room');
  assert.ok(!demonstration(asked({ host: 'evil.example:3000' })));
});

let kept: Running;
before(async () => {
  kept = await runningKept({ loaded: false, demonstration: false, behindProxy: true, baseUrl: 'https://kept.example' });
});
after(async () => kept.stop());

/** As a proxy would ask; fetch writes the Host header by itself. */
async function asProxy(
  path: string,
  host: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((settle, fail) => {
    const asking = request(
      `${kept.url}${path}`,
      { headers: { host, 'x-forwarded-for': '198.51.100.7', ...more } },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.on('end', () => settle({ status: answer.statusCode ?? 0, body }));
      },
    );
    asking.on('error', fail).end();
  });
}

test('a page that lies on the shelf goes out under no other name', async () => {
  assert.equal((await asProxy('/boards', 'kept.example')).status, 200);
  assert.equal((await asProxy('/boards', 'kept.example')).status, 200);
  for (const path of ['/boards', '/search', '/take', '/sign-in', '/nothing-here']) {
    const refused = await asProxy(path, 'evil.example', { 'x-forwarded-host': 'kept.example' });
    assert.equal(refused.status, 421, path);
    assert.match(refused.body, /Kept does not go by this name/);
    assert.doesNotMatch(refused.body, /evil\.example/);
  }
  assert.equal((await asProxy('/readyz', '10.0.0.1')).status, 200);
});

test('what is for whoever builds Kept is not there in real use', async () => {
  for (const path of ['/kit', '/kit/button', '/kit/page/meeting', '/problems', '/metrics'])
    assert.equal((await asProxy(path, 'kept.example')).status, 404, path);
  assert.doesNotMatch((await asProxy('/boards', 'kept.example')).body, /Components/);
});

test('who tries codes under many invented addresses is counted as one', async () => {
  const statuses = new Set<number>();
  let refused = 0;
  for (let number = 0; number < 400; number++) {
    const { status } = await asProxy(`/take/wrong-code-${number}`, 'kept.example', {
      'x-forwarded-for': `10.1.${number >> 8}.${number & 255}, 198.51.100.7`,
    });
    statuses.add(status);
    if (status === 429) refused += 1;
  }
  assert.ok(refused > 0, [...statuses].join());
});
