import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CalendarEvent, escaped, folded, icalendar } from './icalendar.js';

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'abc',
  changed: new Date('2024-03-01T09:30:15.250Z'),
  sequence: 2,
  date: '2024-03-12',
  start: '11:00',
  title: 'Children, Young People; and buses',
  location: 'Hall 1\n18 Smith Square',
  description: null,
  url: 'https://kept.example/boards/x',
  status: 'CONFIRMED',
  ...more,
});
const feed = (...events: readonly CalendarEvent[]) =>
  icalendar({ name: 'Boards', description: 'All meetings', url: 'https://kept.example/calendar', events });

void test('an event with a time is in London time, one without is a whole day', () => {
  assert.match(feed(event()), /\r\nDTSTART;TZID=Europe\/London:20240312T110000\r\n/);
  assert.match(feed(event({ start: null })), /\r\nDTSTART;VALUE=DATE:20240312\r\n/);
  assert.match(feed(event()), /\r\nTRANSP:OPAQUE\r\n/);
  assert.match(feed(event({ start: null })), /\r\nTRANSP:TRANSPARENT\r\n/);
  assert.doesNotMatch(feed(event({ start: null })), /\r\n(?:DTEND|DURATION|TRANSP:OPAQUE)/);
  assert.match(feed(event({ start: 'after lunch' })), /\r\nDTSTART;VALUE=DATE:20240312\r\n/);
});

void test('an end is told where it comes after the start', () => {
  assert.match(
    feed(event({ end: '12:30' })),
    /\r\nDTSTART;TZID=Europe\/London:20240312T110000\r\nDTEND;TZID=Europe\/London:20240312T123000\r\n/,
  );
  for (const more of [
    { end: '11:00' },
    { end: '09:00' },
    { end: 'late' },
    { end: null },
    { start: null, end: '12:30' },
  ])
    assert.doesNotMatch(feed(event(more)), /DTEND/);
});

void test('an event carries what a calendar needs to update it', () => {
  const made = feed(event());
  for (const line of [
    'UID:abc',
    'DTSTAMP:20240301T093015Z',
    'LAST-MODIFIED:20240301T093015Z',
    'SEQUENCE:2',
    'STATUS:CONFIRMED',
    'SUMMARY:Children\\, Young People\\; and buses',
    'LOCATION:Hall 1\\n18 Smith Square',
    'URL;VALUE=URI:https://kept.example/boards/x',
    'TZID:Europe/London',
  ])
    assert.ok(made.includes(`\r\n${line}\r\n`), line);
  assert.ok(made.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && made.endsWith('END:VCALENDAR\r\n'));
});

void test('a day that does not exist is refused', () => {
  assert.throws(() => feed(event({ date: '2024-02-30' })), RangeError);
});

void test('folding keeps within 75 octets and unfolding gives the line back, for any text', () => {
  fc.assert(
    // Without a size strings stay far below the length at which anything is folded.
    fc.property(
      fc.oneof(
        ...(['grapheme', 'grapheme-ascii'] as const).map((unit) => fc.string({ unit, maxLength: 400, size: 'max' })),
      ),
      (text) => {
        const line = `SUMMARY:${escaped(text)}`;
        const made = folded(line);
        for (const part of made.split('\r\n')) assert.ok(Buffer.byteLength(part) <= 75, part);
        assert.equal(made.replaceAll('\r\n ', ''), line);
      },
    ),
  );
});

void test('whatever a title holds, it adds no line of its own and comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const made = feed(event({ title: text }));
      const lines = made.replaceAll('\r\n ', '').split('\r\n');
      const base = feed(event({ title: 'x' }))
        .replaceAll('\r\n ', '')
        .split('\r\n');
      assert.equal(lines.length, base.length);
      const summary = lines.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? '';
      const back = summary.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
      // Line ends are one, control characters are blanks, halves of characters are replaced.
      assert.equal(
        back,
        text
          .toWellFormed()
          .replace(/\r\n|\r|\u2028|\u2029/g, '\n')
          .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' '),
      );
    }),
  );
});
