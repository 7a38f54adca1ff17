import type { Room } from '#kit/room.js';
import { codebookPage, formPage, instrumentPage, orderPage, sealPage } from './pages/instrument/instrument.page.js';
import { beginPage, instrumentsPage } from './pages/instruments/instruments.page.js';
import { aboutPage } from './pages/about/about.page.js';
import { libraryPage } from './pages/library/library.page.js';
import { previewPage } from './pages/preview/preview.page.js';
import { leaveOutPage, newQuestionPage, questionPage } from './pages/question/question.page.js';
import { soundPage, soundsPage } from './pages/sound/sound.page.js';
import { instrumentPaths } from './paths.js';
import { instrumentsRefusals } from './refusals.js';

export const instruments: Room = {
  name: 'instruments',
  pages: [
    instrumentsPage,
    beginPage,
    instrumentPage,
    previewPage,
    codebookPage,
    formPage,
    sealPage,
    orderPage,
    aboutPage,
    newQuestionPage,
    questionPage,
    leaveOutPage,
    libraryPage,
    soundsPage,
    soundPage,
  ],
  places: [
    {
      text: 'Instruments',
      href: instrumentPaths.all(),
      about: 'The questions of your surveys, whom they ask and in which languages.',
      needs: 'lead',
    },
  ],
  keeps: [
    {
      what: 'Questions, their versions and recordings',
      howLong: 'For as long as the organisation works with Kept.',
      why: 'Answers can only be understood with the questions.',
      tables: ['record.instrument', 'record.instrument_version', 'record.instrument_sound'],
    },
  ],
  refusals: instrumentsRefusals,
  readable: {
    'record.instrument': 'A survey says which instrument it asks with.',
    'record.instrument_sound': 'What is read aloud is copied to where answers come in.',
    'record.instrument_version': 'A survey asks one version of an instrument.',
  },
};
