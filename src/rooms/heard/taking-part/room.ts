import type { Room } from '#kit/room.js';
import { mixingFigures } from './figures.js';
import { mixing } from './mixer.js';
import { answerPage } from './pages/answer/answer.page.js';
import { answersPage } from './pages/answers/answers.page.js';
import { beginPage } from './pages/begin/begin.page.js';
import { bundlePage } from './pages/bundle/bundle.page.js';
import { doorPage } from './pages/door/door.page.js';
import { paperPage } from './pages/paper/paper.page.js';
import { questionPage } from './pages/question/question.page.js';
import { seatPage } from './pages/seat/seat.page.js';
import { soundPage } from './pages/sound/sound.page.js';
import { startPage } from './pages/start/start.page.js';
import { toldPage } from './pages/told/told.page.js';
import { unsentPage } from './pages/unsent/unsent.page.js';
import { takingPartVoice } from './pages/states/voice.js';
import { workerPage } from './pages/worker/worker.page.js';
import { destroyedSurveyKeys, takingPartKeeps, takingPartRetention } from './retention.js';
import { takingPartRefusals } from './refusals.js';
import { takingPartPaths } from './paths.js';

export const takingPart: Room = {
  name: 'taking-part',
  intakeVoice: takingPartVoice,
  pages: [
    doorPage,
    answersPage,
    unsentPage,
    workerPage,
    bundlePage,
    seatPage,
    soundPage,
    startPage,
    beginPage,
    answerPage,
    questionPage,
    toldPage,
    paperPage,
  ],
  rounds: { mixing },
  figures: mixingFigures,
  retention: takingPartRetention,
  keeps: takingPartKeeps,
  destroyedKeys: {
    find: destroyedSurveyKeys,
    what: 'Kept’s own backups from before a survey was mixed',
    why: 'With the secret they could join a card to an answer.',
  },
  refusals: takingPartRefusals,
  frame: [{ text: 'Take part', href: takingPartPaths.door(), stands: 'footer', rank: 10 }],
  readable: {
    'intake.answer': 'A session that is asked for is looked for among the answers.',
    'intake.inbox': 'A session that is asked for is looked for among what came in last.',
    'intake.survey': 'Texts are kept as long as their survey says.',
  },
};
