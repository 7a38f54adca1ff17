import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressFor, encryptionRule, isOpenToOthers, readAddress, wayTo } from './hosts.js';

const hostsOf = (url: string) => {
  const read = readAddress(url);
  return read.ok ? read.value.hosts.map(({ host, port }) => `${host}${port === '' ? '' : `:${port}`}`) : read.problem;
};

test('one host or several, by name, number or socket', () => {
  for (const [url, ...hosts] of [
    ['postgres://u:p@db.example.org/kept', 'db.example.org'],
    ['postgresql://u:p@a:5433,b,[::1]:5434/kept?target_session_attrs=read-write', 'a:5433', 'b', '::1:5434'],
    ['postgres:///kept?host=/var/run/postgresql', '/var/run/postgresql'],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/kept', '/var/run/postgresql'],
    ['postgres://u@/kept?host=a,/run/b&port=5433', 'a:5433', '/run/b:5433'],
    ['postgres:///kept?host=a,b&port=5433,5434', 'a:5433', 'b:5434'],
    ['postgres:///kept', ''],
  ] as const)
    assert.deepEqual(hostsOf(url), hosts, url);
});

test('what is wrong is named by its rule, and nothing of the address is quoted', () => {
  for (const [url, rule] of [
    ['mysql://u:hunter2@x/y', /begins with postgres/],
    ['kept', /begins with postgres/],
    ['postgres://u:hunter2@a:54x/kept', /port a number/],
    ['postgres://u:hunter2@[::1/kept', /Each host is/],
    ['postgres://u:hunter2@a,b/kept?port=1,2,3', /2 hosts and 3 ports/],
    ['postgres://u:hunter2@a,,b/kept', /Between two commas/],
    ['postgres://u:hunter2@a/kept?target_session_attrs=standby', /Kept writes/],
    ['postgres://u:50%hunter2@a/kept', /%25/],
    ['postgres://u:hunter2 @a/kept', /%20/],
  ] as const) {
    const said = hostsOf(url);
    assert.match(String(said), rule, url);
    assert.doesNotMatch(String(said), /hunter2/);
  }
});

test('the way leads to one host at a time, and a host that failed is passed over once, however many failed there', () => {
  const url = 'postgres://u:p@first,second:5433,third/kept?sslmode=verify-full';
  const [one, again] = [wayTo(url), wayTo(addressFor(url, 'kept_work', 'secret'))];
  assert.equal(one.connectionString, 'postgres:///kept?sslmode=verify-full&host=first&user=u&password=p');
  assert.equal(
    again.connectionString,
    'postgres:///kept?sslmode=verify-full&host=first&user=kept_work&password=secret',
  );
  for (const way of [one, again, one]) way.passOver();
  const next = wayTo(url);
  assert.match(next.connectionString, /host=second&port=5433/);
  next.passOver();
  // One that failed there long ago, and is only told now, does not lead back.
  one.passOver();
  assert.match(wayTo(url).connectionString, /host=third/);
  wayTo(url).passOver();
  assert.match(wayTo(url).connectionString, /host=first/);
});

test('whatever stands in user, password and name of the database arrives as it was', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(text, text, text, (user, password, other) => {
      const url = `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@a,b/kept`;
      const read = readAddress(url);
      assert.deepEqual(read.ok && [read.value.user, read.value.password], [user, password]);
      const changed = readAddress(addressFor(url, other, password));
      assert.deepEqual(changed.ok && [changed.value.user, changed.value.password, changed.value.hosts.length], [
        other,
        password,
        2,
      ]);
      assert.equal(new URL(wayTo(url).connectionString).searchParams.get('password'), password);
    }),
  );
});

test('nothing goes to a database on another machine without encryption, unless the address says so', () => {
  const rule = (url: string): string | null => {
    const read = readAddress(url);
    return read.ok ? encryptionRule(read.value) : 'no address';
  };
  const refusedOnes = [
    '',
    '?sslmode=prefer',
    '?sslmode=require',
    '?sslmode=no-verify',
    '?sslmode=allow',
    '?sslmode=verify-full&uselibpqcompat=true',
  ];
  for (const host of [
    'db.example.org',
    '10.0.0.5',
    'localhost.example.org',
    '127.0.0.1,db.example.org',
    '[2001:db8::1]',
  ]) {
    for (const more of refusedOnes)
      assert.match(rule(`postgres://u:p@${host}/kept${more}`) ?? '', /sslmode=verify-full/, host + more);
    assert.equal(rule(`postgres://u:p@${host}/kept?sslmode=verify-full`), null);
    assert.equal(rule(`postgres://u:p@${host}/kept?sslmode=disable`), null);
    assert.ok(isOpenToOthers(`postgres://u:p@${host}/kept?sslmode=disable`));
    assert.ok(!isOpenToOthers(`postgres://u:p@${host}/kept?sslmode=verify-full`));
  }
  for (const here of [
    'postgres://u:p@localhost/kept',
    'postgres://u:p@127.0.0.1:5433/kept',
    'postgres://u:p@[::1]/kept',
    'postgres:///kept?host=/run/postgresql',
    'postgres:///kept',
  ]) {
    assert.equal(rule(here), null, here);
    assert.ok(!isOpenToOthers(here));
  }
});
