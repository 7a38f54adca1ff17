/**
 * Invented charters of the invented primary school: one that is published, with a clause that became a promise, and one on
 * which its classes vote, with a code that everybody may try. Nobody wrote any of it.
 */
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import {
  agreeCharter,
  answerSuggestion,
  charterOf,
  clausesOf,
  publishCharter,
  recordCharter,
  recordClausePromise,
  recordCode,
  recordEasyWords,
  recordHands,
  recordStage,
  type CharterDraft,
  type ClauseDraft,
} from '#rooms/promised/charters/index.js';
import { answerClause, codeOpens, submitSuggestion, suggestionsOf, takeSeat } from '#rooms/promised/together/index.js';
import type { Who } from '#rooms/ground/people/index.js';
import { agreePromise, promiseRecord, recordNews } from '#rooms/promised/promises/index.js';
import { asOwner } from '../owner.js';
import { acting } from './acting.js';
import type { Demonstration } from './who.js';

const site = 'https://kept.invalid';

/** The code with which everybody may go in where the demonstration runs. */
export const demonstrationCode = 'BRGHTPND2';

type Seed = Pick<ClauseDraft, 'theme' | 'aim' | 'steps' | 'effectVerb' | 'effect'> & Partial<ClauseDraft>;
const clause = (seed: Seed): ClauseDraft => ({ heading: '', owner: null, due: null, easy: [], ...seed });

const about: Omit<CharterDraft, 'title' | 'intro'> = {
  framework: 'inclusion-charter',
  choose: null,
  safeguarding: 'the safeguarding lead, in the room beside the office',
  safeguardingEmail: null,
};

export async function loadCharters({ database, clock, as: { school } }: Demonstration): Promise<void> {
  const { at, day, act: actAs, certain } = acting({ database, clock }, 'charters');
  const act = <T>(days: number, work: (write: Write, who: Who) => Promise<T>): Promise<T> => actAs(school, days, work);
  /** Somebody without an account. */
  const atDoor = <T>(days: number, work: (write: Write, now: Date) => Promise<T>): Promise<T> =>
    database.gates.work.write({ account: null, boards: [] }, (write) => work(write, at(days)));
  const clauses = (slug: string) =>
    act(0, async (write, who) => {
      const charter = await charterOf(write, who.organisation, slug);
      return charter ? clausesOf(write, who.organisation, charter.id) : [];
    });

  const { slug } = certain(
    await act(-120, (write, who) =>
      recordCharter(
        write,
        who,
        {
          ...about,
          title: 'A school where everyone belongs',
          intro:
            'We wrote this charter together: every class, the school council and the staff. It says what we will do, and how you will notice.',
        },
        [
          clause({
            theme: 'equity-and-diversity',
            aim: 'let every family hear its own language in school',
            steps: [
              'asking each family which language it speaks at home',
              'inviting somebody of each class’s families to read a story every term',
            ],
            effectVerb: 'feel',
            effect: 'that what you speak at home belongs here',
          }),
          clause({
            theme: 'equity-and-diversity',
            aim: 'find out who is left out at playtime',
            steps: [
              'asking each class in the first week of every half term',
              'putting out two games that anybody can join',
            ],
            effectVerb: 'can',
            effect: 'always find somebody to play with',
            owner: 'Playtime lead',
            due: day(150),
          }),
          clause({
            theme: 'active-citizens',
            aim: 'ask every class before a rule changes',
            steps: [
              'putting the question to each class a week before',
              'writing on the wall what was said and what came of it',
            ],
            effectVerb: 'can',
            effect: 'see what your words changed',
            owner: 'Deputy head',
          }),
          clause({
            theme: 'adaptable-and-reflective',
            aim: 'ask what happened before anybody is told off',
            steps: ['listening to both sides on the same day', 'saying sorry when we were wrong'],
            effectVerb: 'feel',
            effect: 'treated fairly on a bad day',
          }),
          clause({
            theme: 'beyond-achievement',
            aim: 'notice what you are good at besides lessons',
            steps: [
              'putting up a wall where anybody can pin a thank-you',
              'letting the council lead one assembly each month',
            ],
            effectVerb: 'feel',
            effect: 'proud of more than your marks',
          }),
          clause({
            theme: 'beyond-achievement',
            aim: 'let nobody miss a trip because of money',
            steps: [],
            effectVerb: 'can',
            effect: 'come with us',
          }),
        ],
      ),
    ),
  );
  certain(await act(-110, (write, who) => recordStage(write, who, slug, 'suggestions', null)));
  certain(await act(-95, (write, who) => recordStage(write, who, slug, 'discussion', null)));
  const first = await clauses(slug);
  certain(
    await act(-94, (write, who) =>
      recordEasyWords(
        write,
        who,
        slug,
        new Map([
          [
            first[0]?.id ?? '',
            [
              'Some of us speak other languages at home.',
              'We want to hear them in school.',
              'Every term, somebody from home reads us a story.',
              'So, you feel at home here.',
            ],
          ],
          [
            first[3]?.id ?? '',
            [
              'Sometimes things go wrong.',
              'We ask you what happened.',
              'We listen first.',
              'If we were wrong, we say sorry.',
            ],
          ],
        ]),
      ),
    ),
  );
  certain(await act(-80, (write, who) => recordStage(write, who, slug, 'vote', null)));
  const { code } = certain(
    await act(-80, (write, who) =>
      recordCode(write, who, slug, { label: 'Years 3 to 6', seats: 120, shared: false, expires: day(-60) }),
    ),
  );
  // Fourteen invented votes, so that there is something to count.
  const vote = (await atDoor(-78, (write, now) => codeOpens(write, code, now)))?.vote ?? '';
  for (let voter = 0; voter < 14; voter++) {
    const seat = certain(await atDoor(-78, (write, now) => takeSeat(write, code, now)));
    for (const [index, { id }] of first.entries())
      certain(
        await atDoor(-78, (write, now) =>
          answerClause(
            write,
            seat,
            vote,
            id,
            (voter + index) % 7 === 0 ? 'not sure' : index % 2 === 1 && voter % 3 === 1 ? 'no' : 'yes',
            now,
          ),
        ),
      );
  }
  certain(
    await act(-70, (write, who) =>
      recordHands(
        write,
        who,
        slug,
        first.slice(0, 4).map(({ id }, index) => ({
          clause: id,
          group: 'Year 2',
          day: day(-72),
          yes: 22 + index,
          no: 3 - (index % 3),
          notSure: 2,
        })),
      ),
    ),
  );
  certain(await act(-66, (write, who) => recordStage(write, who, slug, 'counted', null)));
  certain(
    await act(-60, (write, who) =>
      agreeCharter(write, who, slug, {
        body: 'Governing body',
        role: 'deputy head',
        group: 'Millpond school council, for all classes',
        on: day(-60),
        clauses: first.map(({ id }) => id),
      }),
    ),
  );
  certain(await act(-58, (write, who) => publishCharter(write, who, slug)));
  // One clause became a promise, which is agreed and under way; another is still the draft of one.
  const { promise } = certain(
    await act(-57, (write, who) => recordClausePromise(write, who, slug, first[1]?.id ?? '')),
  );
  const { id } = await act(
    -57,
    async (write, who) => (await promiseRecord(write, who.organisation, promise)) ?? { id: '' },
  );
  certain(
    await act(-56, (write, who) =>
      agreePromise(write, who, id, { by: 'School council and governing body', link: null, on: day(-56) }, site),
    ),
  );
  certain(
    await act(-15, (write, who) =>
      recordNews(write, who, id, {
        body: 'All classes were asked. Two games are out every day, chosen by Year 5.',
        atRisk: false,
      }),
    ),
  );
  certain(await act(-57, (write, who) => recordClausePromise(write, who, slug, first[2]?.id ?? '')));

  // The other charter: its classes vote on it.
  const open = certain(
    await act(-20, (write, who) =>
      recordCharter(
        write,
        who,
        {
          ...about,
          title: 'Our lunchtime charter',
          intro: 'Lunch is the longest hour. We want it to be a good one for everybody.',
        },
        [
          clause({
            theme: 'equity-and-diversity',
            aim: 'cook food that everybody can eat',
            steps: ['asking families what their children may not eat', 'tasting new meals with a class each month'],
            effectVerb: 'can',
            effect: 'eat with your friends',
          }),
          clause({
            theme: 'adaptable-and-reflective',
            aim: 'keep a quiet place open',
            steps: ['opening the library on every lunchtime'],
            effectVerb: 'can',
            effect: 'have a rest from the noise',
          }),
          clause({
            theme: 'active-citizens',
            aim: 'let each class choose the music on one day',
            steps: ['writing a rota on the wall'],
            effectVerb: 'feel',
            effect: 'that lunch is yours, too',
          }),
        ],
      ),
    ),
  ).slug;
  certain(await act(-18, (write, who) => recordStage(write, who, open, 'suggestions', null)));
  certain(
    await act(-18, (write, who) =>
      recordCode(write, who, open, { label: 'Year 5', seats: 35, shared: false, expires: day(30) }),
    ),
  );
  // A code is random; this one is everybody's, and so it is put in by hand.
  await asOwner(database, async (write) => {
    await sql`update record.together_code set code = ${demonstrationCode}, expires_on = ${day(365)}::date, seats = 500
      where charter = (select id from record.charter where slug = ${open})`.execute(write);
  });
  const seat = certain(await atDoor(-17, (write, now) => takeSeat(write, demonstrationCode, now)));
  certain(
    await atDoor(-17, (write, now) =>
      submitSuggestion(
        write,
        seat,
        {
          kind: 'clause',
          clause: null,
          text: {
            aim: 'give more time for eating',
            steps: ['letting us go in when we are ready'],
            effectVerb: 'can',
            effect: 'finish your lunch',
          },
        },
        now,
      ),
    ),
  );
  certain(
    await atDoor(-17, (write, now) =>
      submitSuggestion(
        write,
        seat,
        { kind: 'words', clause: null, body: 'The queue is too long for the little ones.' },
        now,
      ),
    ),
  );
  const wrote = await act(-16, async (write, who) => {
    const charter = await charterOf(write, who.organisation, open);
    return charter ? suggestionsOf(write, who.organisation, charter.id) : [];
  });
  for (const one of wrote)
    certain(await act(-16, (write, who) => answerSuggestion(write, who, open, one.id, { outcome: 'clear' }, site)));
  certain(
    await atDoor(-16, (write, now) =>
      submitSuggestion(write, seat, { kind: 'words', clause: null, body: 'Can we have real plates?' }, now),
    ),
  );
  certain(await act(-4, (write, who) => recordStage(write, who, open, 'vote', null)));

  // A third one, just begun: only the school sees it.
  certain(
    await act(-2, (write, who) =>
      recordCharter(
        write,
        who,
        { ...about, title: 'Our charter for the library', intro: '' },
        [
          clause({
            heading: 'Books',
            theme: 'equity-and-diversity',
            aim: 'buy the books that we miss',
            steps: ['asking each class once a term'],
            effectVerb: 'can',
            effect: 'find somebody like you in a book',
          }),
          clause({
            theme: 'active-citizens',
            aim: 'keep the library open after lessons',
            steps: [],
            effectVerb: 'can',
            effect: 'stay and read',
          }),
        ],
        ['Draft of the library team, to be talked about'],
      ),
    ),
  );
}
