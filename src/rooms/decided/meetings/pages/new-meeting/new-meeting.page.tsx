import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordComing } from '../../acts.js';
import { type WorkBoard, workBoards } from '../../lookups.js';
import { meetingPaths } from '../../paths.js';
import { readComing } from './new-meeting.form.js';
import { Coming } from './new-meeting.view.js';

function shown(board: WorkBoard, typed: Typed, problems: readonly FieldProblem[], known: string | null): View {
  return {
    title: `Announce a meeting: ${board.name}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Your boards', href: meetingPaths.boards() },
      { text: 'Announce a meeting' },
    ],
    main: (
      <Coming
        action={meetingPaths.coming(board.slug)}
        back={meetingPaths.boards()}
        board={board.name}
        typed={typed}
        problems={problems}
        known={known === null ? null : meetingPaths.atWork(board.slug, known)}
      />
    ),
  };
}

export const comingPage = workPage({
  path: '/work/boards/:board/meetings/new',
  params: z.object({ board: slugParameter }),
  needs: 'keep meetings',
  async get({ db, visitor, params }) {
    const [board] = await workBoards(db, visitor.organisation, params.board);
    return board ? view(shown(board, {}, [], null)) : halt('not-found');
  },
  fields: { mode: 'choice', start: 'line', 'date-*': 'line', place: 'line' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const [board] = await workBoards(db, visitor.organisation, params.board);
    if (!board) return halt('not-found');
    const typed = typedIn(fields);
    const form = readComing(typed, londonDate(now));
    if (!form.ok) return invalid(shown(board, typed, form.problem, null));
    const made = await recordComing(db, whoOf(visitor, now), board, form.value);
    if (made.ok) return redirect(`${meetingPaths.atWork(board.slug, made.value.slug)}?done=announced`);
    const message =
      made.problem.code === 'date passed'
        ? 'That day has passed: a meeting is announced before it'
        : 'A meeting of this board on that day is known already';
    return invalid(
      shown(
        board,
        typed,
        [{ field: 'date-day', message }],
        made.problem.code === 'known already' ? made.problem.slug : null,
      ),
    );
  },
});
