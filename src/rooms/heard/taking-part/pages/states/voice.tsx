/** What every page of taking part says when it cannot be shown or taken: in the reader's language, with a way on and whom to turn to. */
import { MendView } from '#kit/mend-page.js';
import type { View } from '#kit/page.js';
import type { ProblemCode } from '#kit/problems.js';
import type { IntakeVoice, MendAsked, RefusedAsked } from '#kit/room.js';
import { takingPartPaths } from '../../paths.js';
import { type Sentence, sayIn } from '../../said.js';
import { inTongue } from '../entry.js';
import { Filled } from '../filled.view.js';
import { Help } from '../help.view.js';
import { awayView } from './away.js';

/** Left out: what was sent could not be understood, or did not come from a page of ours. */
const told: Partial<Readonly<Record<ProblemCode, readonly [title: Sentence, what: Sentence]>>> = {
  'not-found': ['missingTitle', 'missing'],
  'too-many': ['manyTitle', 'many'],
  'not-ready': ['awayTitle', 'away'],
  busy: ['awayTitle', 'away'],
  'no-room': ['awayTitle', 'away'],
  'our-fault': ['faultTitle', 'fault'],
};

export function refusedView({ languages, problem, reference }: RefusedAsked): View {
  const language = sayIn.firstOf(languages);
  const say = sayIn(language);
  const [title, what] = told[problem] ?? (['notTakenTitle', 'notTaken'] as const);
  const main = (
    <>
      <h1>{say(title)}</h1>
      <p class="lead">{say(what)}</p>
      {reference !== null && (
        <p>
          <Filled say={say} sentence="faultNumber" name="number">
            {reference}
          </Filled>
        </p>
      )}
      <p>
        <a class="take__way" href={takingPartPaths.door(language)}>
          {say('startAgain')}
        </a>
      </p>
      <Help say={say} turnTo={null} />
    </>
  );
  return inTongue(language, { title: say(title), main });
}

export function mendView({ languages, ...props }: MendAsked): View {
  const language = sayIn.firstOf(languages);
  const say = sayIn(language);
  const words = {
    problem: say('problemTitle'),
    title: say('mendTitle'),
    lead: say('mend'),
    label: say('mendLabel'),
    file: say('unsentFile'),
    go: say('mendGo'),
    error: say('error'),
    tooLong: (_: number, atMost: number) => say('tooLong', { number: atMost }),
    unreadable: say('mendUnreadable'),
  };
  return inTongue(language, { title: words.title, main: <MendView {...props} words={words} /> });
}

export const takingPartVoice: IntakeVoice = {
  home: takingPartPaths.door(),
  away: awayView,
  refused: refusedView,
  mend: mendView,
};
