import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Gates, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { Job } from '#kit/jobs/jobs.js';
import { openAccount, type Who } from '#rooms/ground/people/index.js';
import { rolledBack } from '#test/house.js';
import { sharedFile } from '#test/shared.js';
import { readRegisterAside } from './aside.js';
import { directoryFile, publishDirectoryFile, submitDirectoryFile, withdrawDirectoryFile } from './register-files.js';
import { authoritiesFile, bytesOf, linksFile, northshire, schoolsFile } from './fixtures.js';
import { readDirectoryFile } from './job.js';

const now = new Date('2026-11-26T10:00:00Z');

async function someone(write: Write, role: 'administrator' | 'clerk'): Promise<Who> {
  const organisation = newId(now);
  await write
    .insertInto('record.organisation')
    .values({ id: organisation, slug: organisation, name: 'Ours' })
    .execute();
  return {
    organisation,
    account: await openAccount(
      write,
      { email: `${role}@${organisation}.example`, name: 'Ann', persona: null, organisation, role },
      now,
    ),
    now,
  };
}

function send(gates: Gates, who: Who, kind: 'schools' | 'authorities' | 'links', bytes: Uint8Array): Promise<string> {
  return gates.work.write({ ...who, boards: '*' }, (write) =>
    submitDirectoryFile(write, who, { kind, name: 'a.csv', bytes, names: null }),
  );
}

/** Does the job as the workshop would, and gives the file as its page shows it. */
async function work(gates: Gates, who: Who, file: string) {
  const standing = { ...who, boards: '*' } as const;
  const job: Job = {
    id: newId(now),
    kind: 'directory file',
    organisation: who.organisation,
    account: who.account,
    payload: { file },
  };
  const to = await readDirectoryFile(job, {
    read: (question) => gates.work.read(standing, question),
    write: (act) => gates.work.write(standing, act),
    tell: async () => undefined,
    clock: () => now,
  });
  assert.equal(to, `/work/directory/${file}`);
  return (
    (await gates.work.read(standing, (read) => directoryFile(read, who.organisation, file))) ??
    assert.fail('the file is there')
  );
}

test('a file is looked at before anything is changed, then brought in once', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await someone(write, 'administrator');
    const ask = (file: string) =>
      gates.work.write({ ...who, boards: '*' }, (inside) => publishDirectoryFile(inside, who, file));
    const authorities = await send(gates, who, 'authorities', authoritiesFile(...northshire));
    assert.equal((await work(gates, who, authorities)).report?.counts.added, 4);
    assert.deepEqual(
      await write.selectFrom('published.authority').select('code').execute(),
      [],
      'a rehearsal leaves nothing behind',
    );
    assert.deepEqual(
      await write
        .selectFrom('kit.journal')
        .select('verb')
        .where('kind', '=', 'directory')
        .where('scope', '=', 'house')
        .execute(),
      [],
    );
    assert.ok((await ask(authorities)).ok);
    assert.equal((await work(gates, who, authorities)).state, 'brought in');
    assert.equal((await write.selectFrom('published.authority').select('code').execute()).length, 4);
    assert.deepEqual(await ask(authorities), { ok: false, problem: 'wrong state' });
    assert.equal((await work(gates, who, authorities)).state, 'brought in', 'a second run finds nothing to do');
    assert.equal(
      (await write.selectFrom('record.directory_file').select('bytes').executeTakeFirstOrThrow()).bytes,
      null,
    );

    const rows = [
      {
        'LA (name)': 'East Northshire',
        'GSSLACode (name)': 'E99000002',
        'Trusts (code)': '90001',
        'Trusts (name)': 'Alder',
      },
      { URN: '999502', 'LA (name)': 'Nowhere', 'GSSLACode (name)': '' },
    ];
    const schools = await send(gates, who, 'schools', schoolsFile(...rows));
    const seen = await work(gates, who, schools);
    assert.deepEqual(
      [seen.state, seen.report?.counts.added, seen.report?.unmatched, seen.report?.trusts],
      ['checked', 2, ['Nowhere: no authority is known by this name (1 school)'], { added: 1, changed: 0 }],
    );
    assert.ok(
      (await gates.work.write({ ...who, boards: '*' }, (inside) => withdrawDirectoryFile(inside, who, schools))).ok,
    );
    assert.deepEqual(await ask(schools), { ok: false, problem: 'wrong state' });
    assert.equal((await work(gates, who, schools)).state, 'set aside');
    assert.deepEqual(await write.selectFrom('published.school').select('urn').execute(), []);
    const links = await send(
      gates,
      who,
      'links',
      linksFile(['999501', '999502', 'Successor'], ['999501', '999502', 'Other']),
    );
    assert.deepEqual((await work(gates, who, links)).report?.unmatched, [
      'Other: no succession, left out (1 row)',
      '2 linked schools are not known here',
    ]);
  });
});

test('a file with broken rows is refused with line, column and rule, and nothing of it is kept', async () => {
  await rolledBack(async (write, { gates }) => {
    const who = await someone(write, 'administrator');
    const file = await work(gates, who, await send(gates, who, 'schools', schoolsFile({}, { URN: 'x' })));
    assert.deepEqual(
      [file.state, file.problem?.rows.map(({ line, column }) => [line, column])],
      ['refused', [[3, 'URN']]],
    );
    const other = await work(gates, who, await send(gates, who, 'links', bytesOf('%PDF-1.7')));
    assert.match(other.problem?.message ?? '', /a PDF.*links_edubasealldata/);
    assert.deepEqual(
      (await write.selectFrom('record.directory_file').select('bytes').execute()).map(({ bytes }) => bytes),
      [null, null],
    );
  });
});

test('nobody but an administrator sends a file, and nobody sees another organisation’s', async () => {
  await rolledBack(async (write, { gates }) => {
    const [clerk, administrator, other] = [
      await someone(write, 'clerk'),
      await someone(write, 'administrator'),
      await someone(write, 'administrator'),
    ];
    await assert.rejects(send(gates, clerk, 'schools', schoolsFile({})), { code: '42501' });
    const file = await send(gates, administrator, 'schools', schoolsFile({}));
    assert.equal(
      await gates.work.read({ ...other, boards: '*' }, (read) => directoryFile(read, administrator.organisation, file)),
      undefined,
    );
    assert.deepEqual(
      await gates.work.write({ ...other, boards: '*' }, (inside) =>
        withdrawDirectoryFile(inside, { ...other, organisation: administrator.organisation }, file),
      ),
      { ok: false, problem: 'wrong state' },
    );
  });
});

const real = sharedFile('data/gias/gias_surrey_hampshire_2022-04-20.csv');

test(
  'the register of two counties is read aside, and this process goes on',
  { skip: real === null ? 'the real file is not beside the repository' : false },
  async () => {
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 5);
    const read = await readRegisterAside({ kind: 'schools', names: null }, readFileSync(real ?? ''));
    clearInterval(clock);
    assert.ok(read.ok && read.value.kind === 'schools');
    assert.equal(read.value.reading.schools.length, 1096);
    assert.ok(ticks > 3, String(ticks));
  },
);
