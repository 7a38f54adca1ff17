import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { queryField, wordsAsked } from '#kit/address.js';
import type { Write } from '#kit/db/gate.js';
import { doorPage, type Fields, invalid, type Outcome, redirect, type View, view } from '#kit/page.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { togetherPaths } from '../../paths.js';
import { codeShown, codeTyped } from '../../rules.js';
import {
  answerByChoosing,
  answerClause,
  codeOpens,
  leaveSeat,
  roomSeen,
  type RoomClause,
  submitSuggestion,
  takeSeat,
  type TogetherRoom,
  voteMark,
} from '../../together.js';
import { togetherWords } from '../../view-words.js';
import { type SeatProblem, voteAnswers } from '../../words.js';
import type { FieldProblem, Typed } from '../edit/edit.form.js';
import { typedIn } from '../typed.js';
import { sayProblems, suggestionIn, suggestProblems, type SuggestStep, suggestSteps } from './together.form.js';
import { Left, OtherWords, Room, Say, SeatGone, Suggest, TogetherDoor } from './together.view.js';
import { Choose, Finish, Finished, Vote } from './vote.view.js';

const none = z.object({});
const gone = { title: 'You are not in a room', main: <SeatGone door={togetherPaths.door()} /> };
/** Where somebody without a seat is told so, whatever they asked for. */
const noSeat = `${togetherPaths.door()}?seat=none`;
const frame = (room: TogetherRoom) => ({
  leave: togetherPaths.leave(),
  safeguarding: room.safeguarding,
  organisation: room.organisation,
  shared: room.shared,
  othersShare: room.othersShare,
});
/** What the open vote is about; what has its result already is not voted on again. */
const toVote = (room: TogetherRoom): readonly RoomClause[] => room.clauses.filter((clause) => clause.toVote);
const effectOf = (verb: 'can' | 'feel' | null, words: string | null) =>
  words === null || words === '' ? null : { verb: verb ?? ('can' as const), words };

/** Buckets are named by a hash of the seat, one way for writing and another for voting, so that neither leads to the other. */
function bucket(kind: 'write' | 'vote', seat: string): string {
  return `together ${kind} ${createHash('sha256').update(`${kind} bucket ${seat}`).digest('hex')}`;
}

function doorView(
  code: string,
  problems: readonly FieldProblem[],
  opens: { readonly title: string; readonly organisation: string } | null,
  isIn: boolean,
): View {
  return {
    title: 'Write it together',
    main: (
      <TogetherDoor
        action={togetherPaths.door()}
        code={code}
        problems={problems}
        opens={opens}
        room={isIn ? togetherPaths.room() : null}
        leave={togetherPaths.leave()}
      />
    ),
  };
}

export const togetherDoorPage = doorPage({
  path: '/together',
  params: none,
  async get({ db, query, seat, now }) {
    const left = queryField(query, 'left');
    const code = codeTyped(queryField(query, 'code', 30));
    if (left === 'finished')
      return view({
        title: 'You have finished',
        main: <Finished next={code === null ? null : togetherPaths.door(code)} />,
      });
    if (left !== '') return view({ title: 'You have left', main: <Left door={togetherPaths.door()} /> });
    if (queryField(query, 'seat') !== '') return view(gone);
    return view(doorView(code === null ? '' : codeShown(code), [], null, (await roomSeen(db, seat, now)) !== null));
  },
  fields: { code: 'line' },
  async post({ db, fields, seat, once, sender, now }): Promise<Outcome> {
    const typed = fields.get('code').slice(0, 60);
    const again = (message: string): Outcome => invalid(doorView(typed, [{ field: 'code', message }], null, false));
    const code = codeTyped(typed);
    if (code === null) return again('A code has nine letters and numbers. Look at the card again');
    const opens = await codeOpens(db, code, now);
    if (!opens) {
      // A whole school sends from one address: only wrong codes are counted, and never against somebody who has a good one.
      return (await mayTry(db, `together wrong code from ${sender}`, 300, 2, now))
        ? again('This code does not open a room. Look at the card again, or ask the adult with you')
        : again('Too many wrong codes were typed. Wait a minute, then try again');
    }
    // A full room of seats at once, then one every second: more than any class needs, and too slow to use a code up unseen.
    if (!(await mayTry(db, `together seats of ${code}`, 2000, 1, now)))
      return again('Very many people are coming in. Wait a minute, then try again');
    // Whoever sits in this room already keeps the seat. On a shared device whoever types the code is the next person.
    const held = await roomSeen(db, seat, now);
    if (held?.code === code && !opens.shared) return redirect(togetherPaths.room());
    if (held && seat !== null) await leaveSeat(db, seat, now);
    const taken = await takeSeat(db, code, now, once);
    if (!taken.ok) return again(seatWords[taken.problem]);
    return redirect(togetherPaths.room(), { takeSeat: taken.value });
  },
});

const seatWords: Readonly<Record<SeatProblem, string>> = {
  'not open': 'This code does not open a room. Ask the adult with you',
  full: 'All seats of this code are taken. Ask the adult with you for another code',
  'voted here':
    'Somebody has voted in this browser. Was it not you? Then ask the adult with you. They can make a code for shared devices',
};

const roomDone: Readonly<Record<string, string>> = {
  sent: 'Thank you. An adult reads it first, then others see it here.',
};

export const togetherRoomPage = doorPage({
  path: '/together/room',
  params: none,
  async get({ db, seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    const aims = new Map(room.clauses.map(({ id, aim }) => [id, aim]));
    const tally = new Map(room.tally.map((one) => [one.clause, one]));
    const about = (clause: string | null): string | null => (clause === null ? null : (aims.get(clause) ?? null));
    return view({
      title: room.title,
      main: (
        <Room
          {...frame(room)}
          title={room.title}
          intro={room.intro}
          stage={room.stage}
          done={wordsAsked(roomDone, query)}
          suggest={togetherPaths.suggest()}
          say={togetherPaths.say()}
          vote={room.choose === null ? togetherPaths.vote() : togetherPaths.choose()}
          clauses={room.clauses.map((clause) => ({
            ...clause,
            effect: effectOf(clause.verb, clause.effect),
            change: togetherPaths.suggest(clause.id),
            say: togetherPaths.say(clause.id),
            tally: tally.get(clause.id) ?? null,
          }))}
          suggestions={room.suggestions
            .filter(({ kind }) => kind !== 'words')
            .map((one) => ({
              aim: one.aim ?? '',
              steps: one.steps ?? [],
              effect: effectOf(one.verb, one.effect),
              about: about(one.clause),
              edited: one.edited,
              used: one.used,
            }))}
          words={room.suggestions
            .filter(({ kind }) => kind === 'words')
            .map((one) => ({ body: one.body ?? '', about: about(one.clause), edited: one.edited }))}
        />
      ),
    });
  },
});

function clauseNamed(room: TogetherRoom, id: string): RoomClause | null {
  return room.clauses.find((clause) => clause.id === id) ?? null;
}

function suggestView(room: TogetherRoom, step: SuggestStep, typed: Typed, problems: readonly FieldProblem[]): View {
  const text = suggestionIn(typed);
  const main = (
    <Suggest
      {...frame(room)}
      action={togetherPaths.suggest()}
      back={togetherPaths.room()}
      about={clauseNamed(room, typed['clause'] ?? '')}
      step={step}
      typed={typed}
      problems={problems}
      check={
        step === 'check' ? { aim: text.aim, steps: text.steps, effect: effectOf(text.effectVerb, text.effect) } : null
      }
    />
  );
  return { title: step === 'check' ? 'Is this right?' : `Suggest: step ${suggestSteps.indexOf(step) + 1} of 4`, main };
}

export const togetherSuggestPage = doorPage({
  path: '/together/suggest',
  params: none,
  async get({ db, seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    if (room.stage !== 'suggestions') return redirect(togetherPaths.room());
    const clause = clauseNamed(room, queryField(query, 'clause', 40));
    return view(
      suggestView(
        room,
        'aim',
        clause
          ? {
              clause: clause.id,
              aim: clause.aim,
              steps: clause.steps.join('\n'),
              verb: clause.verb,
              effect: clause.effect,
            }
          : { verb: 'can' },
        [],
      ),
    );
  },
  fields: {
    step: { length: 'text', most: 200 },
    clause: 'choice',
    steps: 'text',
    verb: 'choice',
    effect: 'text',
    aim: 'text',
    act: 'choice',
  },
  async post({ db, seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return invalid(gone);
    const typed = typedIn(fields);
    const step = suggestSteps.find((one) => one === typed['step']) ?? 'aim';
    const at = suggestSteps.indexOf(step);
    if (fields.get('act') === 'back') return view(suggestView(room, suggestSteps[at - 1] ?? 'aim', typed, []));
    const problems = suggestProblems(step, typed);
    const wrong = step === 'check' ? suggestSteps.find((one) => one === problems[0]?.field) : step;
    if (problems.length > 0) return invalid(suggestView(room, wrong ?? step, typed, problems));
    const next = suggestSteps[at + 1];
    if (next) return view(suggestView(room, next, typed, []));
    const clause = clauseNamed(room, typed['clause'] ?? '');
    if (!(await mayTry(db, bucket('write', seat), 20, 20, now)))
      return invalid(
        suggestView(room, 'check', typed, [
          { field: 'aim', message: 'You sent very much in a short time. Wait a minute, then send it' },
        ]),
      );
    const sent = await submitSuggestion(
      db,
      seat,
      { kind: clause ? 'change' : 'clause', clause: clause?.id ?? null, text: suggestionIn(typed) },
      now,
    );
    return sent.ok
      ? redirect(`${togetherPaths.room()}?done=sent`)
      : invalid(suggestView(room, 'check', typed, [{ field: 'aim', message: togetherWords[sent.problem] }]));
  },
});

function sayView(room: TogetherRoom, typed: Typed, problems: readonly FieldProblem[]): View {
  return {
    title: 'Say what you think',
    main: (
      <Say
        {...frame(room)}
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
  params: none,
  async get({ db, seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    return room.stage === 'suggestions' || room.stage === 'discussion'
      ? view(sayView(room, { clause: queryField(query, 'clause', 40) }, []))
      : redirect(togetherPaths.room());
  },
  fields: { clause: 'choice', body: 'text' },
  async post({ db, seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return invalid(gone);
    const typed = typedIn(fields);
    const body = (typed['body'] ?? '').replace(/\r\n?/g, '\n').trim();
    const problems = sayProblems(body);
    if (problems.length > 0) return invalid(sayView(room, typed, problems));
    if (!(await mayTry(db, bucket('write', seat), 20, 20, now)))
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

function voteView(room: TogetherRoom, number: number, problems: readonly FieldProblem[]): View | null {
  const [clauses, clause] = [toVote(room), toVote(room)[number - 1]];
  if (!clause || room.vote === null) return null;
  return {
    title: `Vote: ${number} of ${clauses.length}`,
    main: (
      <Vote
        {...frame(room)}
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
  params: none,
  async get({ db, seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return redirect(noSeat);
    if (room.stage !== 'vote' || room.choose !== null) return redirect(togetherPaths.room());
    const asked = queryField(query, 'clause', 4);
    const shown = voteView(room, /^[1-9]\d*$/.test(asked) ? Number(asked) : 1, []);
    return shown ? view(shown) : redirect(togetherPaths.room());
  },
  fields: { vote: 'choice', clause: 'choice', answer: 'choice', act: 'choice' },
  async post({ db, seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return invalid(gone);
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
    if (!(await mayTry(db, bucket('vote', seat), 300, 2, now))) return again('Wait a minute, then vote again');
    const voted = await answerClause(db, seat, vote, id, answer, now);
    return voted.ok ? redirect(next, { once: voteMark(vote) }) : again(togetherWords[voted.problem]);
  },
});

function chooseView(room: TogetherRoom, chosen: readonly string[], problems: readonly FieldProblem[]): View {
  return {
    title: 'Vote',
    main: (
      <Choose
        {...frame(room)}
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
  if (!(await mayTry(write, bucket('vote', seat), 300, 2, now)))
    return invalid(chooseView(room, chosen, [{ field: 'clauses', message: 'Wait a minute, then vote again' }]));
  const voted = await answerByChoosing(write, seat, vote, chosen, now);
  return voted.ok
    ? redirect(togetherPaths.finish(), { once: voteMark(vote) })
    : invalid(chooseView(room, chosen, [{ field: 'clauses', message: togetherWords[voted.problem] }]));
}

export const togetherChoosePage = doorPage({
  path: '/together/choose',
  params: none,
  async get({ db, seat, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return redirect(noSeat);
    if (room.stage !== 'vote' || room.choose === null) return redirect(togetherPaths.room());
    return view(chooseView(room, [], []));
  },
  fields: { vote: 'choice', clauses: { length: 'choice', most: 200 } },
  async post({ db, seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    return room && seat !== null ? chosenBy(db, room, seat, fields, now) : invalid(gone);
  },
});

export const togetherFinishPage = doorPage({
  path: '/together/finish',
  params: none,
  async get({ db, seat, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    if (room.stage !== 'vote') return redirect(togetherPaths.room());
    return view({
      title: 'Have you finished?',
      main: (
        <Finish
          {...frame(room)}
          again={room.choose === null ? togetherPaths.vote() : togetherPaths.choose()}
          back={togetherPaths.room()}
        />
      ),
    });
  },
});

export const togetherLeavePage = doorPage({
  path: '/together/leave',
  params: none,
  fields: { how: 'choice' },
  async post({ db, seat, fields, now }) {
    const room = await roomSeen(db, seat, now);
    if (room && seat !== null) await leaveSeat(db, seat, now);
    const code = room?.shared ? room.code : null;
    const how = fields.get('how');
    if (how === 'next') return redirect(togetherPaths.door(code), { leaveSeat: true });
    return redirect(how === 'finished' ? togetherPaths.finished(code) : `${togetherPaths.door()}?left=yes`, {
      leaveSeat: true,
    });
  },
});
