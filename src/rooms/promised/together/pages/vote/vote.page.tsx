import type { FieldProblem } from '#base/form.js';
import { limitBucket, effectOf, roomFrame, seatGone, noParams, noSeat, toVote } from '../in-the-room.js';
import { isUuid } from '#base/id.js';
import { queryField } from '#kit/address.js';
import type { Write } from '#kit/db/gate.js';
import { doorPage, type Fields, invalid, type Outcome, redirect, type View, view } from '#kit/page.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { togetherPaths } from '../../paths.js';
import { answerByChoosing, answerClause, voteMark } from '../../acts.js';
import { roomSeen, type TogetherRoom } from '../../lookups.js';
import { togetherWords } from '../../view-words.js';
import { voteAnswers } from '../../words.js';
import { Choose, Finish, OtherWords, Vote } from './vote.view.js';

function voteView(room: TogetherRoom, number: number, problems: readonly FieldProblem[]): View | null {
  const [clauses, clause] = [toVote(room), toVote(room)[number - 1]];
  if (!clause || room.vote === null) return null;
  return {
    title: `Vote: ${number} of ${clauses.length}`,
    main: (
      <Vote
        {...roomFrame(room)}
        action={togetherPaths.vote()}
        back={togetherPaths.room()}
        vote={room.vote}
        number={number}
        total={clauses.length}
        clause={{ ...clause, effect: effectOf(clause.verb, clause.effect) }}
        problems={problems}
      />
    ),
  };
}

const changedWords = { title: 'The words have changed', main: <OtherWords room={togetherPaths.room()} /> };

export const togetherVotePage = doorPage({
  path: '/together/vote',
  params: noParams,
  async get({ db, pass: seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return redirect(noSeat);
    if (room.stage !== 'vote' || room.choose !== null) return redirect(togetherPaths.room());
    const asked = queryField(query, 'clause', 4);
    const shown = voteView(room, /^[1-9]\d*$/.test(asked) ? Number(asked) : 1, []);
    return shown ? view(shown) : redirect(togetherPaths.room());
  },
  fields: { vote: 'choice', clause: 'choice', answer: 'choice', act: 'choice' },
  async post({ db, pass: seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return invalid(seatGone);
    const [id, vote] = [fields.get('clause'), fields.get('vote')];
    // By its id and by the vote: an answer must never fall on another clause, nor on other words.
    if (room.vote !== null && vote !== room.vote) return invalid(changedWords);
    const number = toVote(room).findIndex((clause) => clause.id === id) + 1;
    if (number === 0 || room.vote === null) return redirect(togetherPaths.room());
    const next = number >= toVote(room).length ? togetherPaths.finish() : togetherPaths.vote(number + 1);
    if (fields.get('act') === 'skip') return redirect(next);
    const answer = voteAnswers.find((one) => one === fields.get('answer'));
    const again = (message: string): Outcome => {
      const shown = voteView(room, number, [{ field: 'answer', message }]);
      return shown ? invalid(shown) : redirect(togetherPaths.room());
    };
    if (!answer) return again('Choose yes, no or not sure. Or leave this one out');
    if (!(await mayTry(db, limitBucket('vote', seat), 300, 2, now))) return again('Wait a minute, then vote again');
    const voted = await answerClause(db, seat, vote, id, answer, now);
    return voted.ok ? redirect(next, { once: voteMark(vote) }) : again(togetherWords[voted.problem]);
  },
});

function chooseView(room: TogetherRoom, chosen: readonly string[], problems: readonly FieldProblem[]): View {
  return {
    title: 'Vote',
    main: (
      <Choose
        {...roomFrame(room)}
        action={togetherPaths.choose()}
        back={togetherPaths.room()}
        vote={room.vote ?? ''}
        atMost={room.choose ?? 1}
        clauses={toVote(room)}
        chosen={chosen}
        problems={problems}
      />
    ),
  };
}

async function chosenBy(write: Write, room: TogetherRoom, seat: string, fields: Fields, now: Date): Promise<Outcome> {
  const chosen = fields.all('clauses').filter(isUuid);
  const vote = fields.get('vote');
  if (room.vote === null) return redirect(togetherPaths.room());
  if (vote !== room.vote) return invalid(changedWords);
  if (chosen.length === 0)
    return invalid(chooseView(room, chosen, [{ field: 'clauses', message: 'Choose at least one' }]));
  if (!(await mayTry(write, limitBucket('vote', seat), 300, 2, now)))
    return invalid(chooseView(room, chosen, [{ field: 'clauses', message: 'Wait a minute, then vote again' }]));
  const voted = await answerByChoosing(write, seat, vote, chosen, now);
  return voted.ok
    ? redirect(togetherPaths.finish(), { once: voteMark(vote) })
    : invalid(chooseView(room, chosen, [{ field: 'clauses', message: togetherWords[voted.problem] }]));
}

export const togetherChoosePage = doorPage({
  path: '/together/choose',
  params: noParams,
  async get({ db, pass: seat, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return redirect(noSeat);
    if (room.stage !== 'vote' || room.choose === null) return redirect(togetherPaths.room());
    return view(chooseView(room, [], []));
  },
  fields: { vote: 'choice', clauses: { length: 'choice', most: 200 } },
  async post({ db, pass: seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    return room && seat !== null ? chosenBy(db, room, seat, fields, now) : invalid(seatGone);
  },
});

export const togetherFinishPage = doorPage({
  path: '/together/finish',
  params: noParams,
  async get({ db, pass: seat, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    if (room.stage !== 'vote') return redirect(togetherPaths.room());
    return view({
      title: 'Have you finished?',
      main: (
        <Finish
          {...roomFrame(room)}
          again={room.choose === null ? togetherPaths.vote() : togetherPaths.choose()}
          back={togetherPaths.room()}
        />
      ),
    });
  },
});
