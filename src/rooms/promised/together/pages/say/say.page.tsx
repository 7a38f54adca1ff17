import type { FieldProblem, Typed } from '#base/form.js';
import { limitBucket, clauseNamed, roomFrame, seatGone, noParams, noSeat } from '../in-the-room.js';
import { queryField } from '#kit/address.js';
import { doorPage, invalid, type Outcome, redirect, type View, view } from '#kit/page.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { togetherPaths } from '../../paths.js';
import { submitSuggestion } from '../../acts.js';
import { roomSeen, type TogetherRoom } from '../../lookups.js';
import { togetherWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { sayProblems } from './say.form.js';
import { Say } from './say.view.js';

function sayView(room: TogetherRoom, typed: Typed, problems: readonly FieldProblem[]): View {
  return {
    title: 'Say what you think',
    main: (
      <Say
        {...roomFrame(room)}
        action={togetherPaths.say()}
        back={togetherPaths.room()}
        about={clauseNamed(room, typed['clause'] ?? '')}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const togetherSayPage = doorPage({
  path: '/together/say',
  params: noParams,
  async get({ db, pass: seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    return room.stage === 'suggestions' || room.stage === 'discussion'
      ? view(sayView(room, { clause: queryField(query, 'clause', 40) }, []))
      : redirect(togetherPaths.room());
  },
  fields: { clause: 'choice', body: 'text' },
  async post({ db, pass: seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return invalid(seatGone);
    const typed = typedIn(fields);
    const body = (typed['body'] ?? '').replace(/\r\n?/g, '\n').trim();
    const problems = sayProblems(body);
    if (problems.length > 0) return invalid(sayView(room, typed, problems));
    if (!(await mayTry(db, limitBucket('write', seat), 20, 20, now)))
      return invalid(
        sayView(room, typed, [
          { field: 'body', message: 'You sent very much in a short time. Wait a minute, then send it' },
        ]),
      );
    const sent = await submitSuggestion(
      db,
      seat,
      { kind: 'words', clause: clauseNamed(room, typed['clause'] ?? '')?.id ?? null, body },
      now,
    );
    return sent.ok
      ? redirect(`${togetherPaths.room()}?done=sent`)
      : invalid(sayView(room, typed, [{ field: 'body', message: togetherWords[sent.problem] }]));
  },
});
