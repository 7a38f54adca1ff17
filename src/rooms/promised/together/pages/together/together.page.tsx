import type { FieldProblem } from '#base/form.js';
import { seatGone, noParams } from '../in-the-room.js';
import { queryField } from '#kit/address.js';
import { doorPage, invalid, type Outcome, redirect, type View, view } from '#kit/page.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { togetherPaths } from '../../paths.js';
import { codeShown, codeTyped } from '../../rules.js';
import { leaveSeat, takeSeat } from '../../acts.js';
import { codeOpens, roomSeen } from '../../lookups.js';
import type { SeatProblem } from '../../words.js';
import { Left, TogetherDoor } from './together.view.js';
import { Finished } from '../vote/vote.view.js';

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
  params: noParams,
  async get({ db, query, pass: seat, now }) {
    const left = queryField(query, 'left');
    const code = codeTyped(queryField(query, 'code', 30));
    if (left === 'finished')
      return view({
        title: 'You have finished',
        main: <Finished next={code === null ? null : togetherPaths.door(code)} />,
      });
    if (left !== '') return view({ title: 'You have left', main: <Left door={togetherPaths.door()} /> });
    if (queryField(query, 'seat') !== '') return view(seatGone);
    return view(doorView(code === null ? '' : codeShown(code), [], null, (await roomSeen(db, seat, now)) !== null));
  },
  fields: { code: 'line' },
  async post({ db, fields, pass: seat, once, sender, now }): Promise<Outcome> {
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
    return redirect(togetherPaths.room(), { takePass: taken.value });
  },
});

const seatWords: Readonly<Record<SeatProblem, string>> = {
  'not open': 'This code does not open a room. Ask the adult with you',
  full: 'All seats of this code are taken. Ask the adult with you for another code',
  'voted here':
    'Somebody has voted in this browser. Was it not you? Then ask the adult with you. They can make a code for shared devices',
};

export const togetherLeavePage = doorPage({
  path: '/together/leave',
  params: noParams,
  fields: { how: 'choice' },
  async post({ db, pass: seat, fields, now }) {
    const room = await roomSeen(db, seat, now);
    if (room && seat !== null) await leaveSeat(db, seat, now);
    const code = room?.shared ? room.code : null;
    const how = fields.get('how');
    if (how === 'next') return redirect(togetherPaths.door(code), { leavePass: true });
    return redirect(how === 'finished' ? togetherPaths.finished(code) : `${togetherPaths.door()}?left=yes`, {
      leavePass: true,
    });
  },
});
