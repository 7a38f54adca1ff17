import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate, plainDate } from '#base/london.js';
import { slugParameter, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { may, type Visitor } from '#kit/visitor.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import {
  isMeetingPublished,
  meetingPaths,
  meetingRecord,
  type WorkMeeting,
  workMeetings,
} from '#rooms/decided/meetings/index.js';
import {
  openSuggestions,
  promisePaths,
  recordSetAside,
  recordTakenUp,
  suggestionsAt,
  type SuggestionProblem,
} from '#rooms/promised/promises/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { Clerk, type ClerkProps } from './clerk.view.js';

const problemWords: Readonly<Record<SuggestionProblem, string>> = {
  'not suggested': 'This promise is not suggested for this meeting any more',
  'meeting over': 'This meeting is over: open the next one',
  'no reason': 'Say why it is set aside',
};

const doneWords: Readonly<Record<string, string>> = {
  announced: 'The meeting is announced.',
  'taken-up': 'It is taken up for this meeting, and readers of the promise see it.',
  'set-aside': 'It is set aside for this meeting.',
};

interface Place {
  readonly at: WorkMeeting;
  /** The first meeting of the board that is still to come. */
  readonly next: WorkMeeting | undefined;
}

async function place(
  db: Read,
  visitor: Visitor,
  board: string,
  meeting: string,
  today: string,
): Promise<Place | undefined> {
  const meetings = await workMeetings(db, visitor.organisation, board);
  const at = meetings.find(({ slug }) => slug === meeting);
  return (
    at && {
      at,
      next: meetings.findLast(({ date, state }) => date >= today && state !== 'cancelled' && state !== 'postponed'),
    }
  );
}

async function shown(
  db: Read,
  visitor: Visitor,
  { at, next }: Place,
  today: string,
  more: Pick<ClerkProps, 'done' | 'problems' | 'typed'>,
): Promise<View> {
  const isNext = next?.id === at.id;
  const { items } = await meetingRecord(db, visitor.organisation, at.id);
  const published = await isMeetingPublished(db, at.boardSlug, at.slug);
  const suggestions = isNext ? await openSuggestions(db, at, today) : [];
  const settled = await suggestionsAt(db, visitor.organisation, at.id);
  const day = plainDate(at.date);
  return {
    title: `${at.boardName}, ${day}: preparing the meeting`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Your boards', href: meetingPaths.boards() },
      { text: `${at.boardName}, ${day}` },
    ],
    main: (
      <Clerk
        action={meetingPaths.atWork(at.boardSlug, at.slug)}
        board={at.boardName}
        meeting={at}
        mayKeep={may(visitor, 'keep meetings')}
        isOver={at.date < today}
        next={isNext || !next ? null : { href: meetingPaths.atWork(next.boardSlug, next.slug), date: next.date }}
        page={published ? boardPaths.meeting(at.boardSlug, at.slug) : null}
        items={items}
        suggestions={suggestions.map((one) => ({ ...one, href: promisePaths.one(one.slug) }))}
        settled={settled.map((one) => ({ ...one, href: promisePaths.one(one.slug) }))}
        {...more}
      />
    ),
  };
}

const params = z.object({ board: slugParameter, meeting: slugParameter });

export const clerkPage = workPage({
  path: '/work/boards/:board/meetings/:meeting',
  params,
  needs: 'keep meetings',
  async get({ db, visitor, params: { board, meeting }, now, query }) {
    const today = londonDate(now);
    const found = await place(db, visitor, board, meeting, today);
    return found
      ? view(await shown(db, visitor, found, today, { done: wordsAsked(doneWords, query), problems: [], typed: {} }))
      : halt('not-found');
  },
  fields: { promise: 'choice', outcome: 'choice', reason: 'line' },
  async post({ db, visitor, params: { board, meeting }, fields, now }): Promise<Outcome> {
    const today = londonDate(now);
    const found = await place(db, visitor, board, meeting, today);
    if (!found) return halt('not-found');
    const [promise, reason] = [fields.get('promise'), fields.get('reason').slice(0, 1000)];
    const who = whoOf(visitor, now);
    const isTakenUp = fields.get('outcome') === 'taken up';
    const answer = !isUuid(promise)
      ? ({ ok: false, problem: 'not suggested' } as const)
      : isTakenUp
        ? await recordTakenUp(db, who, found.at, promise)
        : await recordSetAside(db, who, found.at, promise, reason);
    if (answer.ok)
      return redirect(`${meetingPaths.atWork(board, meeting)}?done=${isTakenUp ? 'taken-up' : 'set-aside'}`);
    const field = answer.problem === 'no reason' ? `reason-${promise}` : 'suggested';
    return invalid(
      await shown(db, visitor, found, today, {
        done: null,
        problems: [{ field, message: problemWords[answer.problem] }],
        typed: { [promise]: reason },
      }),
    );
  },
});
