import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { nobody } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { freshHouse } from '#test/house.js';
import {
  askForJob,
  type JobHandler,
  JobRefused,
  type JobRow,
  type JobWorker,
  startJobs,
  type Workshop,
} from './jobs.js';

const house = await freshHouse();
const { work } = house.gates;
const workers: JobWorker[] = [];
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await house.gates.close();
});

const account = newId();
const organisation = newId();

function ask(kind: string): Promise<string> {
  return work.write(nobody, (write) => askForJob(write, { kind, organisation, account, payload: {} }, new Date()));
}

function row(id: string): Promise<JobRow> {
  return work.read(nobody, (read) =>
    read.selectFrom('kit.job').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

/** A worker over the handlers given; its beat is quick. */
function workshop(handlers: Readonly<Record<string, JobHandler>>, more: Partial<Workshop> = {}): JobWorker {
  const worker = startJobs(
    {
      gate: work,
      clock: () => new Date(),
      afterJob: () => undefined,
      handlers,
      aftermaths: {},
      log: { info: () => undefined, error: () => undefined },
      retrySeconds: 0,
      ...more,
    },
    20,
  );
  workers.push(worker);
  return worker;
}

async function ended(id: string): Promise<JobRow> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = await row(id);
    if (found.state === 'done' || found.state === 'failed') return found;
    await pause(10);
  }
  throw new Error(`the job did not end: ${JSON.stringify(await row(id))}`);
}

test('a job is done once, and says where its result is', async () => {
  let times = 0;
  const id = await ask('good');
  const worker = workshop({
    good: async (job, bench) => {
      times += 1;
      await bench.tell('Half of it', 0.5);
      return `/done/${job.id}`;
    },
  });
  const found = await ended(id);
  assert.deepEqual(
    [found.state, found.outcome, found.progress, found.attempts, times],
    ['done', `/done/${id}`, 1, 1, 1],
  );
  await worker.stop();
});

test('a refusal fails at once, with its message and its aftermath; a fault is tried five times', async () => {
  const put: string[] = [];
  const refusing = await ask('refusing');
  const faulty = await ask('faulty');
  let tries = 0;
  const worker = workshop(
    {
      refusing: () => Promise.reject(new JobRefused('The import is not there any more.')),
      faulty: () => {
        tries += 1;
        return Promise.reject(new Error('a fault'));
      },
    },
    {
      aftermaths: {
        refusing: async (_, job) => void put.push(job.kind),
        faulty: async (_, job) => void put.push(job.kind),
      },
    },
  );
  assert.deepEqual(
    [(await ended(refusing)).state, (await row(refusing)).outcome],
    ['failed', 'The import is not there any more.'],
  );
  assert.equal((await ended(faulty)).state, 'failed');
  assert.match((await row(faulty)).outcome ?? '', new RegExp(faulty));
  assert.equal(tries, 5);
  assert.deepEqual(put.toSorted(), ['faulty', 'refusing']);
  await worker.stop();
});

test('what a rule of the database refuses is told at once, in words: the organisation was rejected while its work waited', async () => {
  let tries = 0;
  const worker = workshop({
    publishing: (_, { write }) => {
      tries += 1;
      return write(async (inside) => {
        await sql`do $$ begin raise exception 'an organisation that is not verified publishes nothing' using errcode = 'KP012'; end $$`.execute(
          inside,
        );
        return '/published';
      });
    },
  });
  const done = await ended(await ask('publishing'));
  assert.deepEqual([done.state, tries], ['failed', 1]);
  assert.match(done.outcome ?? '', /^Nothing was published: your organisation is not verified\./);
  await worker.stop();
});

test('what a dead process left running: taken over at once by who is alone, else after its lease', async () => {
  async function leave(secondsLeft: number): Promise<string> {
    const id = await ask('left');
    await work.write(nobody, (write) =>
      write
        .updateTable('kit.job')
        .set({ state: 'running', attempts: 1, lease_until: new Date(Date.now() + secondsLeft * 1000) })
        .where('id', '=', id)
        .execute(),
    );
    return id;
  }
  const left: JobHandler = async () => '/left';
  const [long, short] = [await leave(3600), await leave(0.2)];
  const guest = workshop({ left });
  assert.equal((await ended(short)).attempts, 2);
  await pause(100);
  assert.equal((await row(long)).state, 'running', 'another process may still be at it');
  await guest.stop();
  const owner = workshop({ left }, { alone: true });
  assert.equal((await ended(long)).state, 'done');
  await owner.stop();
});

test('a worker that lost its lease does not overrule its successor', async () => {
  const id = await ask('slow');
  const gate = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const first = workshop({
    slow: async () => {
      began.resolve();
      await gate.promise;
      return '/from/the/first';
    },
  });
  await began.promise;
  await work.write(nobody, (write) =>
    write
      .updateTable('kit.job')
      .set({ lease_until: new Date(0) })
      .where('id', '=', id)
      .execute(),
  );
  const second = workshop({ slow: async () => '/from/the/second' });
  assert.equal((await ended(id)).outcome, '/from/the/second');
  gate.resolve();
  await first.stop();
  assert.equal((await row(id)).outcome, '/from/the/second');
  await second.stop();
});

test('the database going away under a job costs it none of its tries', async () => {
  const id = await ask('unlucky');
  let tries = 0;
  const worker = workshop({
    unlucky: () => {
      tries += 1;
      return tries < 8
        ? Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' }))
        : Promise.resolve('/at/last');
    },
  });
  const found = await ended(id);
  assert.deepEqual([found.state, found.attempts, tries], ['done', 1, 8]);
  await worker.stop();
});

test('a worker that is told to stop gives a long job back, and speaks for it no more', async () => {
  const id = await ask('long');
  const began = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const first = workshop({
    long: async (_, bench) => {
      began.resolve();
      await gate.promise;
      await bench.tell('Too late', 0.9);
      return '/from/the/first';
    },
  });
  await began.promise;
  await first.stop(50);
  const left = await row(id);
  assert.deepEqual([left.state, left.attempts], ['waiting', 0]);
  const second = workshop({ long: async () => '/from/the/second' });
  assert.equal((await ended(id)).outcome, '/from/the/second');
  gate.resolve();
  await second.stop();
  assert.equal((await row(id)).outcome, '/from/the/second');
});

test('a disk that is full costs a job none of its tries, and is not asked without a rest', async () => {
  const id = await ask('no room');
  let tries = 0;
  const began = performance.now();
  const worker = workshop({
    'no room': () => {
      tries += 1;
      return tries < 5
        ? Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' }))
        : Promise.resolve('/at/last');
    },
  });
  const found = await ended(id);
  assert.deepEqual([found.state, found.attempts], ['done', 1]);
  // 20, 40, 80 and 160 ms.
  assert.ok(performance.now() - began >= 300);
  await worker.stop();
});

test('a job that failed lets the others go first', async () => {
  const order: string[] = [];
  const poor = await ask('poor');
  const good = await ask('good');
  const worker = workshop(
    {
      poor: () => {
        order.push('poor');
        return order.filter((one) => one === 'poor').length < 2
          ? Promise.reject(new Error('a fault'))
          : Promise.resolve('/poor');
      },
      good: () => {
        order.push('good');
        return Promise.resolve('/good');
      },
    },
    { retrySeconds: 0.3 },
  );
  await Promise.all([ended(poor), ended(good)]);
  assert.deepEqual(order, ['poor', 'good', 'poor']);
  await worker.stop();
});
