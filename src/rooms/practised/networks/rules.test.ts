import { keysOf } from '#base/keys.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventProblems, isSameEvent, isWebAddress, mayMember, memberCan, networkProblems, timeIn } from './rules.js';
import { emptyNetwork, readNetwork, typedFrom } from './pages/edit/edit.form.js';
import { emptyEvent, readEvent, typedEventFrom } from './pages/work-events/work-events.form.js';
import { type EventDraft, memberStates, type NetworkDraft } from './words.js';

const event: EventDraft = {
  title: 'A meeting',
  about: 'We talk.',
  day: '2027-03-02',
  starts: '09:30',
  ends: '11:00',
  place: 'Here',
  isOnline: false,
  link: null,
  linkFor: 'members',
  audience: 'Everybody',
  access: 'Step-free',
};
const network: NetworkDraft = {
  kind: 'learning partnership',
  name: 'A network',
  purpose: 'To learn',
  themes: ['charter one'],
  authority: null,
  terms: null,
  chair: null,
  board: null,
};

test('only the host lets in and removes; only an organisation itself joins, declines and leaves', () => {
  const acts = keysOf(memberCan);
  for (const act of acts)
    for (const state of [null, ...memberStates])
      assert.ok(!(mayMember(act, 'host', state) && mayMember(act, 'member', state)), act);
  for (const act of ['join', 'decline', 'leave', 'ask'] as const)
    for (const state of [null, ...memberStates]) assert.equal(mayMember(act, 'host', state), false);
  assert.ok(
    mayMember('join', 'member', 'invited') &&
      !mayMember('join', 'member', 'asked') &&
      !mayMember('join', 'member', null),
  );
  assert.ok(
    !mayMember('ask', 'member', 'removed') && !mayMember('ask', 'member', 'refused'),
    'who was removed comes back by an invitation only',
  );
});

test('a steering group says what it may decide and who chairs it; a learning partnership has a theme', () => {
  const parts = (draft: Partial<NetworkDraft>) =>
    networkProblems({ ...network, ...draft }).map(({ part, code }) => `${part} ${code}`);
  assert.deepEqual(parts({}), []);
  assert.deepEqual(parts({ themes: [] }), ['themes empty']);
  assert.deepEqual(parts({ kind: 'steering group', themes: [] }), ['terms empty', 'chair empty']);
  assert.deepEqual(parts({ purpose: 'Write to me@example.org' }), ['purpose e-mail address']);
  assert.deepEqual(parts({ name: 'x'.repeat(141) }), ['name too long']);
});

test('an event is on a day that exists, ends after it begins and is somewhere', () => {
  const parts = (draft: Partial<EventDraft>) =>
    eventProblems({ ...event, ...draft }).map(({ part, code }) => `${part} ${code}`);
  assert.deepEqual(parts({}), []);
  assert.deepEqual(parts({ day: '2027-02-30' }), ['day no date']);
  assert.deepEqual(parts({ ends: '09:30' }), ['ends ends first']);
  assert.deepEqual(parts({ starts: '', place: null }), ['starts no time', 'place nowhere']);
  assert.deepEqual(parts({ link: 'javascript:alert(1)' }), ['link no link']);
  assert.deepEqual(parts({ access: ' ' }), ['access empty']);
});

test('times are read as people write them, and nothing else is a time', () => {
  for (const [typed, read] of [
    ['9.30am', '09:30'],
    ['9:30', '09:30'],
    ['2pm', '14:00'],
    ['12am', '00:00'],
    ['12 PM', '12:00'],
    ['14:00', '14:00'],
    ['9', null],
    ['25:00', null],
    ['9:60', null],
    ['13pm', null],
    ['noonish', null],
    ['', null],
  ] as const)
    assert.equal(timeIn(typed), read, typed);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      assert.equal(timeIn(clock), clock);
      const half = `${hour % 12 === 0 ? 12 : hour % 12}.${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
      assert.equal(timeIn(half), clock);
    }),
  );
});

test('a link is a whole https address, whatever is tried', () => {
  for (const good of ['https://meet.example/a?b=c#d', 'https://a.b']) assert.ok(isWebAddress(good), good);
  for (const bad of [
    'http://meet.example/',
    'https://',
    'https://user@meet.example/',
    '//meet.example',
    'https://meet',
    'https://a.b/ c',
    'https://a.b/"x',
    'ftp://a.b',
  ])
    assert.ok(!isWebAddress(bad), bad);
});

test('what was saved comes back unchanged through the form, for any event and any network', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 60 })
    .map((one) =>
      one
        .replace(/[@\0\r]/g, '')
        .trim()
        .replace(/\s+/g, ' '),
    )
    .filter((one) => one !== '');
  const clock = fc
    .integer({ min: 0, max: 1438 })
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
  const day = fc
    .date({ min: new Date('2026-11-26T00:00:00Z'), max: new Date('2029-11-26T00:00:00Z'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      text,
      text,
      text,
      day,
      clock,
      fc.boolean(),
      fc.constantFrom('members' as const, 'everybody' as const),
      (title, about, access, on, starts, isOnline, linkFor) => {
        const draft: EventDraft = { ...event, title, about, access, day: on, starts, ends: '23:59', isOnline, linkFor };
        const read = readEvent(typedEventFrom(draft), '2026-11-26');
        assert.ok(read.ok, JSON.stringify(read));
        assert.ok(isSameEvent(read.draft, draft));
      },
    ),
  );
  const steering: NetworkDraft = {
    ...network,
    kind: 'steering group',
    terms: 'Decides',
    chair: 'Director',
    authority: 'E09000007',
    board: 'a-board',
  };
  const choices = {
    themes: new Set(['charter one']),
    authorities: new Set(['E09000007']),
    boards: new Set(['a-board']),
  };
  for (const draft of [network, steering])
    assert.deepEqual(readNetwork(typedFrom(draft), choices, null), { ok: true, draft });
});

test('a form that is empty names each part that is needed, and what no list offers is refused', () => {
  const fields = (read: { readonly ok: boolean; readonly problems?: readonly { readonly field: string }[] }) =>
    (read.problems ?? []).map(({ field }) => field);
  assert.deepEqual(fields(readEvent(emptyEvent, '2026-11-26')), [
    'title',
    'about',
    'audience',
    'access',
    'day-day',
    'starts',
    'ends',
    'place',
  ]);
  assert.deepEqual(fields(readEvent({ ...typedEventFrom(event), 'day-year': '2020' }, '2026-11-26')), ['day-day']);
  assert.deepEqual(fields(readEvent({ ...typedEventFrom(event), link: 'https://a.b/c' }, '2026-11-26')), ['online']);
  const none = { themes: new Set<string>(), authorities: new Set<string>(), boards: new Set<string>() };
  assert.deepEqual(fields(readNetwork({ ...emptyNetwork, kind: 'club', authority: 'E1' }, none, null)), [
    'kind',
    'name',
    'purpose',
    'themes',
    'authority',
  ]);
});
