/** /metrics: text that a strict reader takes, for whoever has the token or sits at the machine, and nothing that tells of people. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { makeRequests, openMetrics } from '#kit/metrics.js';
import { inTens } from '#rooms/heard/taking-part/figures.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { asOwner } from '../src/app/owner.js';
import { foundOrganisation } from '../src/app/seed.js';
import { readOpenMetrics } from './open-metrics.js';
import { type Running, runningKept } from './running.js';
import { asker, signedIn } from './visit.js';

const token = 'a-token-of-tests-0123456789';
let kept: Running;
before(async () => {
  kept = await runningKept({ loaded: false, behindProxy: true, baseUrl: 'https://kept.example', metricsToken: token });
});
after(async () => kept.stop());

interface Asked {
  readonly host?: string;
  readonly authorization?: string;
  readonly through?: boolean;
}

async function metrics({
  host = 'kept.example',
  authorization,
  through = true,
}: Asked): Promise<{ readonly status: number; readonly type: string; readonly body: string }> {
  const headers = {
    host,
    ...(through ? { 'x-forwarded-for': '198.51.100.7' } : {}),
    ...(authorization === undefined ? {} : { authorization }),
  };
  return new Promise((settle, fail) => {
    const asking = request(`${kept.url}/metrics`, { headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('end', () =>
        settle({ status: answer.statusCode ?? 0, type: String(answer.headers['content-type']), body }),
      );
    });
    asking.on('error', fail).end();
  });
}

test('a strict reader takes all of it, and it says what an installation does', async () => {
  // By the machine's own name, as whoever sits there would ask.
  const here = kept.url.slice('http://'.length);
  for (const path of ['/boards', '/no-such-page', '/take', '/sign-in']) await asker(kept.url, null).get(path);
  const organisation = await foundOrganisation(kept.house, 'Northmoor Council', 'northmoor');
  const account = await asOwner(kept.house, (write) =>
    openAccount(
      write,
      { email: 'clerk@example.org', name: 'Clerk', persona: null, organisation, role: 'clerk' },
      new Date(),
    ),
  );
  await (await signedIn(kept, account)).get('/work');
  const { status, type, body } = await metrics({ host: here, through: false });
  assert.deepEqual([status, type], [200, 'application/openmetrics-text; version=1.0.0; charset=utf-8']);
  const found = readOpenMetrics(body);
  const value = (name: string, labels: Readonly<Record<string, string>> = {}): number | undefined =>
    found.get(name)?.samples.find((one) => Object.entries(labels).every(([label, text]) => one.labels[label] === text))
      ?.value;
  for (const kind of ['public', 'workspace', 'sign-in', 'other'])
    assert.ok(
      found
        .get('kept_request_seconds')
        ?.samples.some(({ name, labels, value }) => name.endsWith('_count') && labels['kind'] === kind && value >= 1),
      kind,
    );
  assert.equal(value('kept_build'), 1);
  for (const gate of ['public', 'work', 'intake', 'release'])
    assert.ok((value('kept_pool_connections', { gate, state: 'most' }) ?? 0) > 0, gate);
  for (const name of [
    'kept_letters_waiting',
    'kept_answers_waiting',
    'kept_mixing_overdue',
    'kept_disk_free_bytes',
    'kept_memory_bytes',
    'kept_security_events',
  ])
    assert.ok((value(name) ?? -1) >= 0, name);
  assert.ok((value('kept_jobs_known', { state: 'waiting' }) ?? -1) >= 0);
  assert.equal((value('kept_answers_waiting') ?? 1) % 10, 0);
  // No page by its address, and no survey, organisation or person at all.
  for (const { samples } of found.values())
    for (const { labels } of samples)
      for (const text of Object.values(labels)) assert.doesNotMatch(text, /^\/|[0-9a-f]{8}-[0-9a-f]{4}|@/, text);
});

test('it is there for the token, by whatever name it is asked, and for nobody else from elsewhere', async () => {
  for (const host of ['kept.example', '10.0.0.1:3000'])
    assert.equal((await metrics({ host, authorization: `Bearer ${token}` })).status, 200, host);
  for (const authorization of ['Bearer wrong', `Bearer ${token}x`, `Basic ${token}`, 'Bearer ', token])
    for (const through of [true, false])
      assert.equal((await metrics({ authorization, through })).status, 404, authorization);
  assert.equal((await metrics({})).status, 404);
  assert.equal((await metrics({ host: 'evil.example', through: false })).status, 421);
});

test('nobody who asks every second sees one child begin or end', () => {
  const requests = makeRequests();
  const shown = (): readonly number[] =>
    [...readOpenMetrics(openMetrics(requests.families())).values()].flatMap(({ samples }) =>
      samples.filter(({ labels }) => labels['kind'] === 'taking part').map(({ value }) => value),
    );
  requests.count('taking part', 200, 0.01);
  const first = shown();
  assert.ok(first.every((value) => value === 0));
  for (let number = 2; number < 300; number += 1) requests.count('taking part', 303, 0.2);
  assert.deepEqual(shown(), first);
  requests.count('taking part', 200, 0.01);
  const together = readOpenMetrics(openMetrics(requests.families()));
  assert.equal(together.get('kept_request_seconds')?.samples.find(({ name }) => name.endsWith('_count'))?.value, 300);
  assert.equal(
    together.get('kept_requests')?.samples.reduce((sum, { value }) => sum + value, 0),
    300,
  );
  assert.deepEqual([0, 9, 10, 19, 20].map(inTens), [0, 0, 10, 10, 20]);
});

test('labels cannot break out of their line', () => {
  const text = openMetrics([
    {
      name: 'kept_faults',
      type: 'counter',
      help: 'a\nb\\',
      samples: [{ labels: { kind: 'a "quoted"\nline \\ end' }, value: 1 }],
    },
  ]);
  assert.equal(readOpenMetrics(text).get('kept_faults')?.samples[0]?.labels['kind'], 'a "quoted"\nline \\ end');
});
