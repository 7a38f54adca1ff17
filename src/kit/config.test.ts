import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { readConfig, SettingProblem, settings, settingsTable } from '#kit/config.js';

test('nothing needs to be set', () => {
  assert.deepEqual(readConfig({}), {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    databaseUrl: null,
    reserve: 100,
    directUrl: null,
    connections: { public: 8, work: 8, intake: 4, release: 2 },
    secret: null,
    secretBefore: null,
    baseUrl: 'http://localhost:3000',
    smtpUrl: null,
    mailFrom: 'kept@localhost',
    log: 'text',
    demo: true,
    behindProxy: false,
    securityContact: null,
    user: null,
    metricsToken: null,
    backupAt: null,
    backupKey: null,
    backupFolder: resolve('data', 'backups'),
    backupKeep: 14,
  });
});

test('what is set is used, and real use is no demonstration', () => {
  const config = readConfig({
    PORT: '80',
    BASE_URL: 'https://kept.example.gov.uk/',
    KEPT_DATA: '/srv/kept',
    SMTP_URL: 'smtps://u:p@mail:465',
    KEPT_SECRET: ' ',
    DATABASE_URL: 'postgres:///kept?host=/run/postgresql',
  });
  assert.deepEqual(
    [config.port, config.baseUrl, config.dataFolder, config.mailFrom, config.demo, config.secret, config.databaseUrl],
    [
      80,
      'https://kept.example.gov.uk',
      resolve('/srv/kept'),
      'kept@kept.example.gov.uk',
      false,
      null,
      'postgres:///kept?host=/run/postgresql',
    ],
  );
  assert.equal(readConfig({ BASE_URL: 'https://kept.example.gov.uk', KEPT_DEMO: 'on' }).demo, true);
});

for (const [name, value] of [
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '3000x'],
  ['HOST', 'a b'],
  ['KEPT_DATA', 'a\nb'],
  ['DATABASE_URL', 'mysql://root:hunter2@x/y'],
  ['DATABASE_URL', 'kept'],
  ['KEPT_CONNECTIONS', 'work=0'],
  ['KEPT_CONNECTIONS', 'work=8,door=2'],
  ['KEPT_CONNECTIONS', '8'],
  ['KEPT_SECRET', 'hunter2'],
  ['BASE_URL', 'kept.example.gov.uk'],
  ['BASE_URL', 'https://example.gov.uk/kept'],
  ['SMTP_URL', 'https://user:hunter2@x'],
  ['SMTP_URL', 'smtp://user:hunter2@mail.example.org?ignoreTLS=true'],
  ['SMTP_URL', 'smtps://user:hunter2@mail.example.org/?tls.rejectUnauthorized=false'],
  ['SMTP_URL', 'smtp://'],
  ['MAIL_FROM', 'Kept <a@b>'],
  ['KEPT_METRICS_TOKEN', 'hunter2'],
  ['KEPT_BACKUP_AT', '24:00'],
  ['KEPT_BACKUP_KEY', 'kept-backup-open-hunter2'],
  ['KEPT_BACKUP_KEEP', '0'],
  ['KEPT_DEMO', 'yes'],
] as const) {
  test(`${name}=${JSON.stringify(value)} is refused with the way out and without a password`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error: unknown) => {
        assert.ok(error instanceof SettingProblem);
        assert.match(error.message, new RegExp(`^The setting ${name} cannot be `));
        assert.ok(error.message.includes(settings.find((one) => one.name === name)?.wayOut ?? '-'));
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
  });
}

test('connections are given for some gates, the others keep theirs', () => {
  assert.deepEqual(readConfig({ KEPT_CONNECTIONS: 'work=16, intake=8' }).connections, {
    public: 8,
    work: 16,
    intake: 8,
    release: 2,
  });
});

test('a demonstration promises that no letter goes out, so it takes no mail server', () => {
  assert.throws(
    () => readConfig({ KEPT_DEMO: 'on', SMTP_URL: 'smtps://u:hunter2@mail.example.org' }),
    (error: unknown) =>
      error instanceof SettingProblem &&
      /KEPT_DEMO=on and SMTP_URL/.test(error.message) &&
      !error.message.includes('hunter2'),
  );
  assert.equal(readConfig({ SMTP_URL: 'smtps://u:p@mail.example.org' }).demo, false);
});

test('backups by timetable are sealed, so they need a key', () => {
  assert.throws(
    () => readConfig({ KEPT_BACKUP_AT: '02:30' }),
    /KEPT_BACKUP_AT needs KEPT_BACKUP_KEY[^]*kept backup key/,
  );
});

test('everything that is wrong is said at once', () => {
  assert.throws(() => readConfig({ PORT: 'x', KEPT_DEMO: 'y' }), /PORT[^]*\n[^]*KEPT_DEMO/);
});

test('docs/settings.md shows these settings', () => {
  const home = resolve(import.meta.dirname, '..', '..', '..');
  const page = readFileSync(join(home, 'docs', 'settings.md'), 'utf8');
  assert.ok(page.includes(settingsTable()), `docs/settings.md must hold this table:\n${settingsTable()}`);
});

test('a setting may lie in a file, for secrets that no environment should hold', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-settings-'));
  try {
    const file = join(folder, 'secret');
    writeFileSync(file, `${'s'.repeat(43)}\n`);
    assert.equal(readConfig({ KEPT_SECRET_FILE: file }).secret, 's'.repeat(43));
    const refusal = (environment: Readonly<Record<string, string>>): string => {
      try {
        readConfig(environment);
        return '';
      } catch (problem) {
        return problem instanceof Error ? problem.message : '';
      }
    };
    assert.match(
      refusal({ KEPT_SECRET_FILE: file, KEPT_SECRET: 't'.repeat(43) }),
      /KEPT_SECRET and KEPT_SECRET_FILE say the same thing twice/,
    );
    if (existsSync('/dev/zero'))
      assert.match(
        refusal({ KEPT_SECRET_FILE: '/dev/zero' }),
        /too large for a setting/,
        'a device has no size, and no end',
      );
    assert.match(refusal({ SMTP_URL_FILE: join(folder, 'none') }), /no file that can be read where SMTP_URL_FILE says/);
    writeFileSync(file, 'short');
    const short = refusal({ KEPT_SECRET_FILE: file });
    assert.match(short, /KEPT_SECRET cannot be \(hidden\)/);
    assert.doesNotMatch(short, /short/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('where faults are told is an e-mail address or a page', () => {
  assert.equal(readConfig({}).securityContact, null);
  assert.equal(
    readConfig({ KEPT_SECURITY_CONTACT: 'security@kept.example' }).securityContact,
    'mailto:security@kept.example',
  );
  assert.equal(
    readConfig({ KEPT_SECURITY_CONTACT: 'https://kept.example/faults' }).securityContact,
    'https://kept.example/faults',
  );
  for (const bad of ['nobody', 'http://kept.example', 'a@b.example\nContact: x'])
    assert.throws(() => readConfig({ KEPT_SECURITY_CONTACT: bad }), /KEPT_SECURITY_CONTACT/);
});
