import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Connection, isServerAway, momentOf } from '#kit/db/client.js';
import { nobody, type OpenGates, openGates } from '#kit/db/gate.js';
import { freshHouse } from '#test/house.js';
import { type Line, makeLine } from '#test/line.js';
import { ownTime } from '#test/own-time.js';

const opened: { readonly gates: OpenGates; readonly line: Line }[] = [];
after(async () => {
  for (const { gates, line } of opened) {
    await gates.close();
    await line.close();
  }
});

async function overALine(): Promise<{ readonly gates: OpenGates; readonly line: Line; readonly said: string[] }> {
  const house = await freshHouse();
  const line = await makeLine(house.admin);
  const said: string[] = [];
  const gates = openGates(
    (role) => line.over(house.reach(role)),
    (message) => said.push(message),
  );
  opened.push({ gates, line });
  return { gates, line, said };
}

const ask = (gates: OpenGates, gate: 'public' | 'work') =>
  gates[gate].read(nobody, (read) => sql<{ one: number }>`select 1 as one`.execute(read));

/** Seconds of own time until somebody who asked heard that the database is away. */
async function secondsUntilAway(work: () => Promise<unknown>): Promise<number> {
  const seconds = ownTime();
  await assert.rejects(work, (problem) => isServerAway(problem));
  return seconds();
}

/** As the web server does. */
function beating(gates: OpenGates): () => void {
  const timer = setInterval(() => void gates.pulse.ask().catch(() => undefined), 300);
  return () => clearInterval(timer);
}

/** Seconds of own time. The code waits 2.5 s in all and 0.8 s for a pulse; without its limits it would be 15 s and more. */
const atMost = { wait: 5, known: 1, pulse: 3 };

test('a database that refuses is away within three seconds, and its gates open again by themselves', async () => {
  const { gates, line } = await overALine();
  await ask(gates, 'work');
  await line.cut();
  for (const gate of ['public', 'work'] as const)
    assert.ok((await secondsUntilAway(() => ask(gates, gate))) < atMost.wait);
  await line.mend();
  assert.equal((await ask(gates, 'work')).rows[0]?.one, 1);
});

test('a database that takes the connection and says nothing is away within three seconds, also for who waits already', async () => {
  const { gates, line } = await overALine();
  const stop = beating(gates);
  try {
    await ask(gates, 'work');
    await gates.pulse.ask();
    const sleeping = secondsUntilAway(() => gates.public.read(nobody, (read) => sql`select pg_sleep(4)`.execute(read)));
    line.hush();
    const asking = Array.from({ length: 20 }, (_, index) =>
      secondsUntilAway(() => ask(gates, index % 2 === 0 ? 'work' : 'public')),
    );
    for (const seconds of [await sleeping, ...(await Promise.all(asking))])
      assert.ok(seconds < atMost.wait, `${seconds} s`);
    // Known to be gone: nobody waits at all.
    assert.equal(gates.pulse.isGone(), true);
    assert.ok((await secondsUntilAway(() => ask(gates, 'work'))) < atMost.known);
    await line.mend();
    while (gates.pulse.isGone()) await pause(20);
    assert.equal((await ask(gates, 'public')).rows[0]?.one, 1);
  } finally {
    stop();
  }
});

test('gates that close while the pulse still connects leave no connection behind, which would keep the process alive', async () => {
  const house = await freshHouse();
  const gates = openGates(house.reach, () => undefined);
  const asked = gates.pulse.ask();
  await gates.close();
  await assert.rejects(asked);
  const onlooker = new Connection(house.admin, {
    name: 'kept onlooker',
    statementTimeout: 30_000,
    lockTimeout: 30_000,
    idleInTransactionTimeout: 30_000,
  });
  await onlooker.connect();
  try {
    const left = async () =>
      (
        await onlooker.query<{ n: number }>(
          "select count(*)::int as n from pg_stat_activity where application_name = 'kept pulse' and datname = current_database()",
        )
      ).rows[0]?.n;
    for (let looks = 0; (await left()) !== 0; looks += 1) {
      assert.ok(looks < 400, 'a connection of the pulse is still there');
      await pause(20);
    }
  } finally {
    await onlooker.end();
  }
});

test('a question of the pulse is answered or refused within a second, whatever the database does', async () => {
  const { gates, line } = await overALine();
  assert.equal(typeof (await gates.pulse.ask()), 'number');
  line.hush();
  assert.ok((await secondsUntilAway(() => gates.pulse.ask())) < atMost.pulse);
  await line.mend();
  await line.cut();
  assert.ok((await secondsUntilAway(() => gates.pulse.ask())) < atMost.pulse);
});

test('a connection that the network forgot while it rested is put away before anybody waits for it', async () => {
  const { gates, line } = await overALine();
  await Promise.all([ask(gates, 'work'), ask(gates, 'work'), ask(gates, 'public')]);
  line.forget();
  await pause(2_100);
  const seconds = ownTime();
  assert.equal((await ask(gates, 'work')).rows[0]?.one, 1);
  assert.equal((await ask(gates, 'public')).rows[0]?.one, 1);
  assert.ok(seconds() < atMost.wait);
});

test('a gate whose connections are all in use says so, by its name, and no other gate waits', async () => {
  const { gates } = await overALine();
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const { promise: all, resolve: met } = Promise.withResolvers<void>();
  let held = 0;
  const busy = Array.from({ length: 8 }, () =>
    gates.work.read(nobody, async () => {
      if ((held += 1) === 8) met();
      await over;
    }),
  );
  await all;
  const problems = await Promise.all(
    Array.from({ length: 40 }, () =>
      ask(gates, 'work').then(
        () => null,
        (problem: unknown) => problem,
      ),
    ),
  );
  for (const problem of problems) {
    assert.equal(momentOf(problem), 'full');
    assert.match(problem instanceof Error ? problem.message : '', /^All 8 connections of the work gate are in use/);
  }
  assert.equal((await ask(gates, 'public')).rows[0]?.one, 1);
  end();
  await Promise.all(busy);
  assert.equal((await ask(gates, 'work')).rows[0]?.one, 1);
});

test('closing says nothing of connections that end, and does not wait for a database that is away', async () => {
  const house = await freshHouse();
  const line = await makeLine(house.admin);
  const said: string[] = [];
  const gates = openGates(
    (role) => line.over(house.reach(role)),
    (message) => said.push(message),
  );
  await Promise.all([ask(gates, 'work'), ask(gates, 'public'), gates.pulse.ask()]);
  line.hush();
  const seconds = ownTime();
  await gates.close();
  assert.ok(seconds() < atMost.wait);
  await line.close();
  assert.deepEqual(said, []);
});
