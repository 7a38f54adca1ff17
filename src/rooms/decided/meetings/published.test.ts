/** What readers get of meetings: the calendar in its order, narrowed, page by page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Read, type Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { publication, publicBoard, publicMeeting } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { pagesOf } from '#test/places.js';
import {
  isMeetingPublished,
  meetingDays,
  type MeetingsWish,
  publishedBoardName,
  publishedMeetings,
} from './published.js';

const asReader = <T>(gates: Gates, question: (read: Read) => Promise<T>): Promise<T> =>
  gates.public.read(nobody, question);

/** Seven meetings of two boards, three of them on one day. */
async function sevenMeetings(write: Write): Promise<void> {
  await publicMeeting(write, 'youth', '2026-06-16', { slug: 'e', start: '11:00' });
  await publicMeeting(write, 'audit', '2026-06-16', { slug: 'd', start: '11:00' });
  await publicMeeting(write, 'youth', '2026-09-08', { slug: 'g', state: 'cancelled' });
  await publicMeeting(write, 'youth', '2026-06-16', { slug: 'c', start: '09:00' });
  await publicMeeting(write, 'youth', '2026-06-16', { slug: 'b' });
  await publicMeeting(write, 'youth', '2026-03-10', { slug: 'a', state: 'cancelled' });
  await publicMeeting(write, 'youth', '2026-06-16', { slug: 'f', start: '11:00' });
}

test('meetings stand by day and time, what has no time yet first on its day, page by page, and backwards', async () => {
  await rolledBack(async (write, { gates }) => {
    await sevenMeetings(write);
    const pages = (wish: Partial<MeetingsWish>) =>
      pagesOf(
        (place) => asReader(gates, (read) => publishedMeetings(read, { ...wish, place, count: 3 })),
        ({ slug }) => slug,
      );
    assert.deepEqual(await pages({}), [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
    assert.deepEqual(await pages({ backwards: true }), [['g', 'f', 'e'], ['d', 'c', 'b'], ['a']]);
  });
});

test('a calendar is narrowed to a board, to days of which the last does not count, and to what is not cancelled', async () => {
  await rolledBack(async (write, { gates }) => {
    await sevenMeetings(write);
    const slugs = async (wish: Partial<MeetingsWish>) =>
      (await asReader(gates, (read) => publishedMeetings(read, { ...wish, count: 20 }))).rows
        .map(({ slug }) => slug)
        .join('');
    assert.equal(await slugs({}), 'abcdefg');
    assert.equal(await slugs({ board: 'audit' }), 'd');
    assert.equal(await slugs({ board: 'youth' }), 'abcefg');
    assert.equal(await slugs({ board: 'nobody' }), '');
    assert.equal(await slugs({ from: '2026-06-16' }), 'bcdefg');
    assert.equal(await slugs({ from: '2026-06-17' }), 'g');
    assert.equal(await slugs({ until: '2026-06-16' }), 'a');
    assert.equal(await slugs({ until: '2026-06-17' }), 'abcdef');
    assert.equal(await slugs({ from: '2026-04-01', until: '2026-09-08' }), 'bcdef');
    assert.equal(await slugs({ withoutCancelled: true }), 'bcdef');
    assert.equal(await slugs({ withoutCancelled: false }), 'abcdefg');
  });
});

test('the number of a meeting rises with each publication of it, and by two where one is withdrawn', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicMeeting(write, 'youth', '2026-06-16', {
      start: '11:00',
      place: 'Mill Lane',
      state: 'agenda published',
    });
    await publicMeeting(write, 'youth', '2026-09-08');
    for (const version of [1, 2]) await publication(write, 'pack', 'youth/2026-06-16', version);
    await publication(write, 'minutes', 'youth/2026-06-16');
    await publication(write, 'board', 'youth/2026-06-16');
    await publication(write, 'pack', 'youth/2026-03-10');
    const numbers = async () =>
      (await asReader(gates, (read) => publishedMeetings(read, { count: 9 }))).rows.map(
        ({ publications }) => publications,
      );
    assert.deepEqual(await numbers(), [3, 0]);
    const gone = (address: string, kind: string, subject: string) =>
      sql`insert into published.withdrawal (address, below, kind, subject, version, organisation, organisation_name, role, reason, on_day)
        values (${address}, true, ${kind}, ${subject}, 1, ${newId()}, 'Northmoor', 'clerk', 'wrong', '2026-03-01')`.execute(
        write,
      );
    await gone('/publications/1', 'pack', 'youth/2026-06-16');
    await gone('/publications/2', 'minutes', 'youth/2026-06-16');
    // The page of the meeting, a publication of another meeting, and one of another kind count for nothing.
    await gone('/boards/youth/meetings/2026-06-16/pack', 'pack', 'youth/2026-06-16');
    await gone('/publications/3', 'pack', 'youth/2026-03-10');
    await gone('/publications/4', 'board', 'youth/2026-06-16');
    assert.deepEqual(await numbers(), [7, 0]);
    const { rows } = await asReader(gates, (read) => publishedMeetings(read, { count: 1 }));
    assert.deepEqual(rows, [
      {
        board: 'youth',
        board_name: 'youth',
        slug: '2026-06-16',
        date: '2026-06-16',
        start: '11:00',
        place: 'Mill Lane',
        state: 'agenda published',
        changed_at: new Date('2026-02-20T09:00:00Z'),
        publications: 7,
      },
    ]);
  });
});

test('the first and the last day are those of a board, or of any; where nobody meets there is none', async () => {
  await rolledBack(async (write, { gates }) => {
    const days = (board?: string) => asReader(gates, (read) => meetingDays(read, board));
    assert.equal(await days(), null);
    await sevenMeetings(write);
    assert.deepEqual(await days(), { first: '2026-03-10', last: '2026-09-08' });
    assert.deepEqual(await days('audit'), { first: '2026-06-16', last: '2026-06-16' });
    assert.equal(await days('nobody'), null);
  });
});

test('readers know a meeting by its board and its address, and a board by its name', async () => {
  await rolledBack(async (write, { gates }) => {
    await sevenMeetings(write);
    await publicBoard(write, 'audit', 'Audit Committee');
    await publicBoard(write, 'youth', 'Youth Board');
    const known = (board: string, slug: string) => asReader(gates, (read) => isMeetingPublished(read, board, slug));
    assert.deepEqual(
      [await known('youth', 'a'), await known('audit', 'a'), await known('youth', 'd')],
      [true, false, false],
    );
    const name = (slug: string) => asReader(gates, (read) => publishedBoardName(read, slug));
    assert.deepEqual(
      [await name('youth'), await name('audit'), await name('zoo')],
      ['Youth Board', 'Audit Committee', undefined],
    );
  });
});
