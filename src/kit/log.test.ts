import assert from 'node:assert/strict';
import { test } from 'node:test';
import { impersonal, kindOf, type LogForm, makeFaults, makeLog } from './log.js';

function book(form: LogForm) {
  const lines: string[] = [];
  return {
    lines,
    log: makeLog({ form, write: (line) => lines.push(line), clock: () => new Date('2026-11-30T07:00:00Z') }),
  };
}

test('every line has its time and level, in one form or the other', () => {
  const text = book('text');
  text.log.warn({ work: 'mixing' }, 'This work did not end well');
  text.log.info('Starting the database');
  assert.deepEqual(text.lines, [
    '2026-11-30T07:00:00.000Z warn  This work did not end well work=mixing',
    '2026-11-30T07:00:00.000Z info  Starting the database',
  ]);
  const json = book('json');
  json.log.error({ err: new Error('gone'), reference: 'abc' }, 'A fault of ours');
  const [line] = json.lines.map((one) => JSON.parse(one));
  assert.deepEqual(
    [line.level, line.time, line.msg, line.reference, line.err.message],
    [50, 1_796_022_000_000, 'A fault of ours', 'abc', 'gone'],
  );
});

test('no line holds what somebody typed, or an address of a person', () => {
  const { lines, log } = book('json');
  const problem = Object.assign(new Error('invalid input syntax for type uuid: "my name is Sam Lee"'), {
    code: '22P02',
    detail: 'Key (email)=(sam@school.example) already exists.',
  });
  log.error({ err: problem }, 'A fault of ours');
  log.warn(
    { err: new Error('550 no such user <sam.lee@school.example>') },
    'A letter to sam.lee@school.example could not be sent',
  );
  assert.doesNotMatch(lines.join('\n'), /Sam Lee|sam|school\.example/);
  assert.match(lines[0] ?? '', /22P02/);
  assert.equal(impersonal('Key (email)=(a b) already exists'), 'Key (…)=(…) already exists');
});

test('the same fault is one line a minute, with a count; another is another line', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { lines, log } = book('text');
  const faults = makeFaults(log);
  const references = new Set(Array.from({ length: 500 }, () => faults.tell('no-room', 'warn', {}, 'A disk is full')));
  faults.tell('not-ready', 'warn', {}, 'The database does not answer');
  assert.equal(lines.length, 2);
  // Everybody is shown the reference that stands in the log.
  assert.equal(references.size, 1);
  assert.match(lines[0] ?? '', new RegExp([...references].join('')));
  context.mock.timers.tick(60_000);
  assert.equal(lines.length, 3);
  assert.match(lines[2] ?? '', /A disk is full: the same again fault=no-room .*times=499/);
  context.mock.timers.tick(600_000);
  assert.equal(lines.length, 3);
  faults.tell('no-room', 'warn', {}, 'A disk is full');
  assert.equal(lines.length, 4);
  assert.equal(faults.counts().get('no-room'), 501);
});

test('a fault is known by its code and where it happened', () => {
  assert.match(kindOf(Object.assign(new Error('no'), { code: '53100' })), /^53100/);
  assert.equal(kindOf('text'), 'string');
});
