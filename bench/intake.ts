/**
 * W1 of the reference on performance: the full path of a submission (checks, card, once only, sealed, durable before "thank you") beside
 * two bare endpoints on the same database, in turns. CPU milliseconds count every process: server and database.
 */
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { askedFifteen, fifteenAnswers } from '#rooms/heard/taking-part/fixtures.js';
import { makeCards, openIntake, openWayIn } from '#rooms/heard/taking-part/index.js';
import { asOwner } from '../src/app/owner.js';
import type { Book } from './figures.js';
import type { Running } from './kept.js';
import { type Posted, percentile, postAll } from './posts.js';
import { canLook, memory, processorTime, tree } from './processes.js';
import { houseMigrations } from '../src/app/migrations.js';

const secondsEach = 3;
const rounds = 3;

interface Course {
  readonly name: string;
  readonly url: string;
  readonly pids: () => readonly number[];
  readonly bodies: () => string | null;
}

export async function benchIntake(
  book: Book,
  kept: Running,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'join',
    holder: 'kept bench',
    log: () => undefined,
  });
  const bares: { disconnect(): void }[] = [];
  try {
    const organisation = (
      await asOwner(database, (write) => write.selectFrom('record.organisation').select('id').executeTakeFirstOrThrow())
    ).id;
    const [survey, wayIn] = [randomUUID(), randomUUID()];
    const standing = { account: null, organisation, boards: '*' } as const;
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await database.gates.work.write(standing, async (write) => {
      await openIntake(write, survey, askedFifteen, { opensOn: day(-1), closesOn: day(30), keepUntil: day(400) });
      await openWayIn(write, database.key('intake codes'), {
        survey,
        id: wayIn,
        setting: randomUUID(),
        audience: 'student secondary',
        kind: 'cards',
        code: null,
        places: 1_000_000,
        place: { setting: 'Bench', turnTo: null },
        endsAt: null,
      });
    });
    const codes: string[] = [];
    const stock = async (many: number): Promise<void> => {
      while (codes.length < many)
        codes.push(
          ...(await database.gates.work.write(standing, (write) =>
            makeCards(write, database.key('intake codes'), wayIn, 20_000),
          )),
        );
    };
    const owner = new pg.Client(database.admin as pg.ClientConfig);
    await owner.connect();
    await owner.query(
      'create schema if not exists bench; create table if not exists bench.answer (id uuid primary key, answers jsonb not null)',
    );
    await owner.end();
    let number = 0;
    const ours = (): string | null => {
      const code = codes.pop();
      if (code === undefined) return null;
      number += 1;
      return JSON.stringify({
        survey,
        code,
        submission: randomBytes(16).toString('base64url'),
        audience: 'student secondary',
        language: 'en',
        given: fifteenAnswers(number),
      });
    };
    const theirs = (): string => {
      number += 1;
      return JSON.stringify({ given: fifteenAnswers(number) });
    };
    const bare = async (kind: 'A' | 'B'): Promise<Course> => {
      const child = fork(join(import.meta.dirname, 'bare-intake.js'), [kind], {
        execArgv: [],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      bares.push(child);
      const heard = new Promise<number>((settle) => child.once('message', (port) => settle(Number(port))));
      child.send(database.admin as object);
      return {
        name: kind,
        url: `http://127.0.0.1:${await heard}/`,
        pids: () => [...tree(kept.pid), child.pid ?? 0],
        bodies: theirs,
      };
    };
    const courses: readonly Course[] = [
      await bare('A'),
      { name: 'Kept', url: `${kept.url}/take/answers`, pids: () => tree(kept.pid), bodies: ours },
      await bare('B'),
    ];
    const run = async (
      course: Course,
      seconds: number,
      connections: number,
    ): Promise<{ readonly posted: Posted; readonly processor: number }> => {
      if (course.name === 'Kept') await stock(seconds * 6000 + connections);
      const before = canLook ? processorTime(course.pids()) : 0;
      const posted = await postAll(course.url, seconds, connections, course.bodies);
      return { posted, processor: canLook ? (processorTime(course.pids()) - before) / posted.accepted : Number.NaN };
    };
    say('Intake: warming up');
    for (const course of courses) await run(course, 2, 50);
    for (const connections of [50, 200]) {
      say(`Intake: ${rounds} rounds of ${secondsEach} s with ${connections} at once, for A, Kept and B`);
      const found = new Map<string, { readonly posted: Posted; readonly processor: number }[]>(
        courses.map(({ name }) => [name, []]),
      );
      for (let round = 0; round < rounds; round += 1)
        for (const course of round % 2 === 0 ? courses : courses.toReversed())
          found.get(course.name)?.push(await run(course, secondsEach, connections));
      const of = (name: string) => found.get(name) ?? [];
      for (const { name } of courses) {
        const label =
          name === 'Kept' ? `intake, ${connections} at once: Kept` : `intake, ${connections} at once: bare ${name}`;
        book.add(
          `${label}, accepted`,
          'responses/s',
          of(name).map(({ posted }) => posted.accepted / posted.seconds),
        );
        if (canLook)
          book.add(
            `${label}, processor`,
            'ms/response',
            of(name).map(({ processor }) => processor),
          );
        book.add(
          `${label}, p99`,
          'ms',
          of(name).map(({ posted }) => percentile(posted.times, 0.99)),
        );
      }
      if (canLook)
        book.add(
          `intake, ${connections} at once: processor of Kept to A`,
          'times',
          of('Kept').map(({ processor }, round) => processor / (of('A')[round]?.processor ?? Number.NaN)),
          { atMost: 1 },
        );
      book.add(
        `intake, ${connections} at once: p99 of Kept to B`,
        'times',
        of('Kept').map(
          ({ posted }, round) => percentile(posted.times, 0.99) / percentile(of('B')[round]?.posted.times ?? [], 0.99),
        ),
        { atMost: 2 },
      );
      book.add(
        `intake, ${connections} at once: refused`,
        'responses',
        of('Kept').map(({ posted }) => Object.values(posted.refused).reduce((sum, many) => sum + many, 0)),
        { atMost: 0 },
      );
    }
    // Pool size - 1, pool, pool + 1, four times pool, and a thousand: the cliff that one peer fell off.
    for (const connections of [3, 4, 5, 16, 1000]) {
      const { posted } = await run(courses[1] as Course, 1.5, connections);
      book.add(
        `intake, ${connections} at once: refused`,
        'responses',
        [Object.values(posted.refused).reduce((sum, many) => sum + many, 0)],
        { atMost: 0 },
      );
      if (connections === 1000)
        book.add('intake, 1,000 at once: accepted', 'responses/s', [posted.accepted / posted.seconds]);
    }
    if (canLook) {
      let peak = 0;
      const watch = setInterval(() => (peak = Math.max(peak, memory(kept.pid).all)), 300);
      await run(courses[1] as Course, 5, 200);
      clearInterval(watch);
      book.add('memory of all processes while 200 take part (PSS)', 'MB', [peak]);
    }
  } finally {
    for (const one of bares) one.disconnect();
    await database.stop();
  }
}
