import type { Room } from '#kit/room.js';
import { endSurveys } from './daily.js';
import { cardsFilePage, cardsPage } from './pages/cards/cards.page.js';
import { designPage } from './pages/design/design.page.js';
import { lastDayPage, openPage } from './pages/open/open.page.js';
import { beginPage, surveysPage } from './pages/surveys/surveys.page.js';
import {
  letterPage,
  letterPdfPage,
  noticesPage,
  paperPage,
} from './pages/notices-and-letter/notices-and-letter.page.js';
import { settingPage, settingsPage } from './pages/settings/settings.page.js';
import { sheetPage } from './pages/data-sheet/data-sheet.page.js';
import { signPage } from './pages/sign-off/sign-off.page.js';
import { againPage, surveyPage } from './pages/survey/survey.page.js';
import { addWayPage, wayPage } from './pages/ways-in/ways-in.page.js';
import { withdrawPage } from './pages/withdraw-way-in/withdraw-way-in.page.js';
import { surveyPaths } from './paths.js';
import { surveysKeeps, surveysRetention } from './retention.js';
import { surveysRefusals } from './refusals.js';

export const surveys: Room = {
  name: 'surveys',
  pages: [
    surveysPage,
    beginPage,
    surveyPage,
    designPage,
    sheetPage,
    signPage,
    noticesPage,
    letterPage,
    letterPdfPage,
    paperPage,
    settingsPage,
    settingPage,
    openPage,
    lastDayPage,
    againPage,
    addWayPage,
    wayPage,
    cardsPage,
    cardsFilePage,
    withdrawPage,
  ],
  places: [
    {
      text: 'Surveys',
      href: surveyPaths.all(),
      about: 'Ask young people and adults, without names: the data sheet, settings, codes for classes, cards.',
      needs: 'lead',
    },
  ],
  daily: { 'end surveys': endSurveys },
  retention: surveysRetention,
  keeps: surveysKeeps,
  refusals: surveysRefusals,
  readable: {
    'record.survey': 'Whatever is heard belongs to a survey.',
    'record.survey_reviewer': 'Who reads the texts of a survey is said there.',
    'record.survey_setting': 'A text comes from a setting of its survey.',
    'record.way_in': 'An answer came in by a card or a link.',
  },
};
