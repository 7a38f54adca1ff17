/** Ways around the usual ones, and a change of the secret: each is told, as it happens, to whoever guards the installation. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { makeLog } from '#kit/log.js';
import { asOwner } from '../src/app/owner.js';
import { runningKept } from './running.js';
import { persona } from './visit.js';
import { writtenFreely } from '../src/rooms/heard/reviews/test/written-freely.js';
import { houseMigrations } from './migrations.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-glass-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));

interface Line {
  readonly level: number;
  readonly security?: string;
  readonly how?: string;
}

/** Security events among lines of a log, as "name how". */
function told(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .flatMap(({ security, how, level }) =>
      security === undefined ? [] : [`${security} ${how ?? ''}${level >= 40 ? ' (alarming)' : ''}`],
    );
}

test('two people for a child: that a request for a session was answered is told, in the journals of both organisations', async () => {
  const lines: string[] = [];
  const kept = await runningKept({
    log: makeLog({ form: 'json', write: (line) => lines.push(line), clock: () => new Date() }),
  });
  try {
    const { request } = await asOwner(kept.house, writtenFreely);
    const answers = await persona(kept, 'programme');
    lines.length = 0;
    assert.equal((await answers.post(`/work/session-requests/${request.value}`, { answer: 'declined' })).status, 303);
    // In the journals of both organisations.
    assert.deepEqual(
      told(lines),
      Array.from({ length: 2 }, () => 'break-glass record session request (alarming)'),
    );
  } finally {
    await kept.stop();
  }
});

test(
  'the owner’s commands: a link past the mail, a restored backup, another secret',
  { timeout: 240_000 },
  async () => {
    const folder = join(workshop, 'data');
    await (
      await openDatabase(readConfig({ KEPT_DATA: folder }), {
        migrations: houseMigrations(),
        how: 'own',
        holder: 'a test',
        log: () => undefined,
      })
    ).stop();
    const run = (data: string, ...words: readonly string[]): readonly string[] => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--enable-source-maps', resolve(import.meta.dirname, '..', 'src', 'app', 'cli.js'), ...words],
        {
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], HOME: workshop, KEPT_DATA: data, KEPT_DEMO: 'off', KEPT_LOG: 'json' },
        },
      );
      assert.equal(status, 0, `${words.join(' ')}: ${stdout}${stderr}`);
      return told(stderr.split('\n'));
    };
    assert.deepEqual(run(folder, 'admin', 'organisation', 'hazel-hill', 'Hazel', 'Hill'), []);
    assert.deepEqual(run(folder, 'admin', 'account', 'hazel-hill', 'ann@private.example', 'Ann', 'Lee', 'lead'), [
      'appointment invite account',
    ]);
    assert.deepEqual(run(folder, 'admin', 'link', 'ann@private.example'), [
      'break-glass record sign-in link (alarming)',
    ]);
    const file = join(workshop, 'one.kept');
    assert.deepEqual(run(folder, 'backup', file), ['export kept backup']);
    assert.ok(existsSync(file));
    const secret = 'kept secret rotate';
    assert.deepEqual(
      run(folder, 'secret', 'rotate').map((one) => one.replace(' (alarming)', '')),
      [`secret ${secret}`],
    );
    const other = join(workshop, 'restored');
    assert.deepEqual(
      run(other, 'restore', file, '--secret-is-lost').filter((one) => one.startsWith('break-glass')),
      ['break-glass record backup (alarming)'],
    );
  },
);
