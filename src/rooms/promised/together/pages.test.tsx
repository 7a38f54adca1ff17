import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '#test/views.js';
import { suggestProblems } from './pages/suggest/suggest.form.js';
import { sayProblems } from './pages/say/say.form.js';
import { Finish, Finished, Vote } from './pages/vote/vote.view.js';
import { Suggest } from './pages/suggest/suggest.view.js';
import { Room, type RoomProps } from './pages/room/room.view.js';
import { grade } from '#test/reading-grade.js';
import { finishLines, tallyWords, voteAgain, voteLines } from './view-words.js';
import type { Tally } from './words.js';

test('a young person is told what to do in a few plain words', () => {
  assert.deepEqual(suggestProblems('aim', {}), [{ field: 'aim', message: 'Write what we will do' }]);
  assert.deepEqual(suggestProblems('steps', {}), []);
  assert.deepEqual(suggestProblems('check', { aim: 'x'.repeat(301) }), [{ field: 'aim', message: 'Write it shorter' }]);
  assert.deepEqual(
    sayProblems(' ').map(({ field }) => field),
    ['body'],
  );
  for (const { message } of [...suggestProblems('aim', {}), ...sayProblems('')])
    assert.ok(message.split(' ').length <= 15, message);
});

const room: RoomProps = {
  leave: '/leave',
  safeguarding: 'room 2',
  organisation: 'Millpond',
  shared: false,
  othersShare: false,
  title: 'Our charter',
  intro: '',
  stage: 'suggestions',
  done: null,
  suggest: '/s',
  say: '/y',
  vote: '/v',
  clauses: [],
  suggestions: [],
  words: [],
};

test('on every page of the room stand who helps, who reads, and the way out', () => {
  const pages = [
    html(<Room {...room} />),
    html(<Suggest {...room} action="/s" back="/r" about={null} step="aim" typed={{}} problems={[]} check={null} />),
  ];
  for (const page of pages)
    for (const words of ['0800 1111', 'Stop and leave', 'Who reads what I write?', 'room 2'])
      assert.ok(page.includes(words), words);
});

test('a room offers only what its stage is for', () => {
  const shown = (stage: RoomProps['stage']): string => html(<Room {...room} stage={stage} />);
  assert.match(shown('suggestions'), /Suggest something new/);
  assert.doesNotMatch(shown('discussion'), /Suggest something new/);
  assert.doesNotMatch(shown('vote'), /Say what you think/);
  assert.doesNotMatch(shown('counted'), />Vote</);
});

test('what children are told of their vote can be read at nine, and promises no more than is true', () => {
  const texts = [
    ...[true, false].flatMap((shared) =>
      [true, false].map((othersShare) => voteLines({ shared, othersShare }).join(' ')),
    ),
    finishLines.join(' '),
    voteAgain,
  ];
  for (const text of texts) assert.ok(grade(text) <= 4.5, `grade ${grade(text)}: ${text}`);
  const pages = [
    html(<Room {...room} stage="vote" />),
    html(
      <Vote
        {...room}
        action="/v"
        back="/r"
        vote="v"
        number={1}
        total={1}
        clause={{ id: 'a', aim: 'a', steps: [], effect: null }}
        problems={[]}
      />,
    ),
    html(<Finish {...room} again="/v" back="/r" />),
    html(<Finished next="/" />),
  ];
  // Whoever holds the other seats may work out a vote: nobody is told that it cannot be.
  for (const page of pages)
    assert.doesNotMatch(page, /nobody can (see|know|find)|cannot be (seen|known)|secret|anonymous/i);
  assert.match(pages[0] ?? '', /somebody could cheat and vote many times/);
  for (const told of [{ shared: true }, { othersShare: true }])
    assert.match(html(<Finish {...room} {...told} again="/v" back="/r" />), /share (this|a) device/);
});

test('below ten there is no split', () => {
  const tally: Tally = {
    clause: 'a',
    closedOn: '2026-11-26',
    outcome: null,
    people: null,
    yes: null,
    no: null,
    notSure: null,
    chosen: null,
    byChoosing: false,
    shared: false,
    holds: true,
  };
  assert.equal(tallyWords(tally), 'fewer than 10 people voted. We do not say how they voted');
  assert.equal(
    tallyWords({ ...tally, outcome: 'yes' }),
    'more said yes than no. We show no numbers when one side is small',
  );
  assert.equal(tallyWords({ ...tally, outcome: 'yes', yes: 10, no: 3 }), '10 yes, 3 no');
  assert.equal(
    tallyWords({ ...tally, outcome: 'yes', byChoosing: true }),
    'most chose this. We show no numbers when one side is small',
  );
});
