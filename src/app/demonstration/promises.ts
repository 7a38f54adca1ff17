/**
 * Invented promises of the invented school, borough and programme, one for each way in which a promise can stand, and a
 * coming meeting whose clerk is offered the overdue one. Dates count from the demonstration's own day.
 */
import { recordComing, workBoards } from '#rooms/decided/meetings/index.js';
import {
  agreePromise,
  answerConfirmation,
  askedOfGroup,
  inviteToConfirm,
  recordEnd,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPromise,
  showGroup,
  type PromiseDraft,
} from '#rooms/promised/promises/index.js';
import { answerNaming, namedByOthers } from '#rooms/ground/people/index.js';
import { acting } from './acting.js';
import type { Acting, Demonstration } from './who.js';

const board = 'children-and-young-people-board';
const site = 'https://kept.invalid';

type Seed = Pick<PromiseDraft, 'framework' | 'theme' | 'aim' | 'steps' | 'effectVerb' | 'effect'> &
  Partial<PromiseDraft>;

export async function loadPromises({ database, clock, as }: Demonstration): Promise<void> {
  const { day, act, certain } = acting({ database, clock }, 'promises');
  const draft = (by: Acting, days: number, seed: Seed) =>
    act(by, days, (write, who) =>
      recordPromise(write, who, {
        charter: null,
        owner: null,
        starts: null,
        due: null,
        measure: null,
        board: null,
        source: null,
        ...seed,
      }),
    );
  async function agreed(by: Acting, days: number, body: string, seed: Seed): Promise<string> {
    const { id } = await draft(by, days, seed);
    certain(
      await act(by, days, (write, who) => agreePromise(write, who, id, { by: body, link: null, on: day(days) }, site)),
    );
    return id;
  }
  const news = async (by: Acting, days: number, id: string, body: string, atRisk = false): Promise<unknown> =>
    certain(await act(by, days, (write, who) => recordNews(write, who, id, { body, atRisk })));
  const { school, borough, programme, group, clerk } = as;
  const charter = 'inclusion-charter';

  // The school: on track, at risk with a moved date, kept and confirmed, and a draft that lacks its owner and date.
  const languages = await agreed(school, -70, 'School council and governing body', {
    framework: charter,
    theme: 'equity-and-diversity',
    aim: 'let every family hear its own language in school once a term',
    steps: [
      'asking each family which language it speaks at home',
      'inviting a parent or grandparent of each class to read a story',
    ],
    effectVerb: 'feel',
    effect: 'that what you speak at home belongs here',
    owner: 'Deputy head',
    due: day(140),
    measure: 'Each class can name the languages of its families',
    source: 'The school council asked for it',
  });
  await news(school, -20, languages, 'All families were asked. Four classes have had their first story.');
  const quiet = await agreed(school, -160, 'Governing body', {
    framework: charter,
    theme: 'adaptable-and-reflective',
    aim: 'open a quiet room at lunch',
    steps: ['clearing the old store beside the library', 'finding two adults for each day'],
    effectVerb: 'can',
    effect: 'have a calm half hour whenever you need one',
    owner: 'Head of inclusion',
    due: day(-40),
  });
  certain(
    await act(school, -50, (write, who) =>
      recordNewDate(write, who, quiet, day(25), 'The ceiling of the store has to be mended first.'),
    ),
  );
  await news(school, -8, quiet, 'The ceiling is mended. One of the two adults is still to be found.', true);
  const rule = await agreed(school, -210, 'School council and governing body', {
    framework: charter,
    theme: 'active-citizens',
    aim: 'ask every class before a rule of the school changes',
    steps: [
      'putting the question to each class a week before',
      'writing on the wall what was said and what came of it',
    ],
    effectVerb: 'can',
    effect: 'see what your words changed',
    owner: 'Deputy head',
    due: day(-30),
    measure: 'Every change of a rule names the question that was put',
  });
  await news(
    school,
    -120,
    rule,
    'Two questions were put so far: about phones, and about the order of the dinner queue.',
  );
  certain(
    await act(school, -45, (write, who) =>
      recordEvidence(write, who, rule, {
        kind: 'figure',
        title: '5 of 5 changes of rules since the spring name the question that was put',
        url: null,
        dated: day(-46),
        strength: 'said',
      }),
    ),
  );
  certain(
    await act(school, -45, (write, who) =>
      recordEvidence(write, who, rule, {
        kind: 'document',
        title: 'What we asked, what you said, what we did (list of the year)',
        url: 'https://millpond.example/asked-and-done',
        dated: day(-46),
        strength: 'shown',
      }),
    ),
  );
  certain(
    await act(school, -44, (write, who) =>
      recordEnd(write, who, rule, { state: 'kept', on: day(-44), by: 'Deputy head', reason: null, replacement: null }),
    ),
  );
  await act(group, -60, (write, who) => showGroup(write, who));
  certain(await act(school, -43, (write, who) => inviteToConfirm(write, who, rule, ['millpond-school-council'], site)));
  const [asked] = await act(group, -40, (write) => askedOfGroup(write, group.organisation));
  if (!asked) throw new Error('the school council of the demonstration was not asked');
  certain(
    await act(group, -36, (write, who) =>
      answerConfirmation(
        write,
        who,
        asked.id,
        {
          answer: 'yes',
          people: 14,
          words: 'We were asked about the phones and they listened. Next time give us two weeks.',
        },
        site,
      ),
    ),
  );
  await agreed(school, -35, 'School council and governing body', {
    framework: charter,
    theme: 'beyond-achievement',
    aim: 'find out who never takes part in a club, and ask why',
    steps: ['keeping a count for each club, without names', 'asking those who stay away what would help'],
    effectVerb: 'can',
    effect: 'join in, whatever your family can pay',
    owner: 'Head of inclusion',
    due: day(200),
  });
  await draft(school, -2, {
    framework: charter,
    theme: 'beyond-achievement',
    aim: 'celebrate more than marks at the end of the year',
    steps: ['letting each class name what it is proud of'],
    effectVerb: 'feel',
    effect: 'that somebody saw what you are good at',
  });

  // The borough: overdue, without news for half a year, not kept.
  const housing = await agreed(borough, -230, 'Cabinet member for children (invented)', {
    framework: 'care-leavers-asks',
    theme: 'housing',
    aim: 'give every care leaver one named person for questions about their home',
    steps: ['choosing the people in the housing team', 'writing to every care leaver with the name and number'],
    effectVerb: 'can',
    effect: 'ring somebody who knows you when the boiler breaks',
    owner: 'Head of leaving care',
    due: day(-26),
  });
  await news(borough, -80, housing, 'Six people are chosen. The letters are being written.');
  await agreed(borough, -215, 'Corporate parenting panel (invented)', {
    framework: 'care-leavers-asks',
    theme: 'digital-connection',
    aim: 'lend a laptop to everybody who starts a course',
    steps: ['buying forty laptops', 'lending them in the first week of term'],
    effectVerb: 'can',
    effect: 'do your course work at home',
    owner: 'Head of leaving care',
    due: day(150),
    board,
  });
  const passes = await agreed(borough, -300, 'Cabinet member for children (invented)', {
    framework: 'care-leavers-asks',
    theme: 'travel',
    aim: 'pay for bus travel until you are 25',
    steps: ['agreeing a price with the bus company', 'sending out passes'],
    effectVerb: 'can',
    effect: 'get to work without counting the fare',
    owner: 'Head of leaving care',
    due: day(-60),
  });
  certain(
    await act(borough, -58, (write, who) =>
      recordEnd(write, who, passes, {
        state: 'not kept',
        on: day(-58),
        by: 'Cabinet member for children (invented)',
        reason: {
          kind: 'money',
          words:
            'The bus company asked for twice what there was. We pay for the first six months of a new job instead, and try again with the next budget.',
        },
        replacement: null,
      }),
    ),
  );

  // The programme's own, overdue, with a published board to answer to, and the meeting at which it can be raised.
  const together = await agreed(programme, -190, 'Steering group of the programme (invented)', {
    framework: charter,
    theme: 'active-citizens',
    aim: 'bring the school councils of all who signed together',
    steps: ['finding a hall and a Saturday', 'letting the councils write the programme of the day'],
    effectVerb: 'can',
    effect: 'learn from others what worked',
    owner: 'Programme lead',
    due: day(-12),
    board,
  });
  const { rows: namings } = await act(clerk, -180, (write, who) => namedByOthers(write, who.organisation, {}, 10));
  const named = namings.find(({ named: slug, answer }) => slug === board && answer === null);
  if (!named || !(await act(clerk, -180, (write, who) => answerNaming(write, who, named.id, 'yes'))))
    throw new Error('the board of the demonstration was not asked');
  await news(programme, -75, together, 'Three councils want to come. There is no hall yet.', true);
  const [own] = await act(clerk, 0, (write) => workBoards(write, clerk.organisation, board));
  if (!own) throw new Error('the board of the demonstration is not there');
  certain(
    await act(clerk, 0, (write, who) =>
      recordComing(write, who, own, {
        date: day(21),
        start: '11:00',
        place: 'Invented for the demonstration',
        mode: 'hybrid',
      }),
    ),
  );
}
