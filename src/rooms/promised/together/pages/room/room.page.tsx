import { effectOf, roomFrame, noParams, noSeat } from '../in-the-room.js';
import { wordsAsked } from '#kit/address.js';
import { doorPage, redirect, view } from '#kit/page.js';
import { togetherPaths } from '../../paths.js';
import { roomSeen } from '../../lookups.js';
import { Room } from './room.view.js';

const roomDone: Readonly<Record<string, string>> = {
  sent: 'Thank you. An adult reads it first, then others see it here.',
};

export const togetherRoomPage = doorPage({
  path: '/together/room',
  params: noParams,
  async get({ db, pass: seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    const aims = new Map(room.clauses.map(({ id, aim }) => [id, aim]));
    const tally = new Map(room.tally.map((one) => [one.clause, one]));
    const about = (clause: string | null): string | null => (clause === null ? null : (aims.get(clause) ?? null));
    return view({
      title: room.title,
      main: (
        <Room
          {...roomFrame(room)}
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
