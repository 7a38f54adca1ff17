/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'surveyPaths.all': [[[], '/work/surveys']],
  'surveyPaths.begin': [[[], '/work/surveys/new']],
  'surveyPaths.one': [
    [[odd], `/work/surveys/${oddPart}`],
    [['a-survey', 'opened'], '/work/surveys/a-survey?done=opened'],
  ],
  'surveyPaths.design': [[['a-survey'], '/work/surveys/a-survey/design']],
  'surveyPaths.sheet': [[['a-survey'], '/work/surveys/a-survey/data-sheet']],
  'surveyPaths.sign': [[['a-survey'], '/work/surveys/a-survey/sign-off']],
  'surveyPaths.notices': [[['a-survey'], '/work/surveys/a-survey/notices']],
  'surveyPaths.letter': [[['a-survey'], '/work/surveys/a-survey/letter']],
  'surveyPaths.letterPdf': [[['a-survey'], '/work/surveys/a-survey/letter.pdf']],
  'surveyPaths.open': [[['a-survey'], '/work/surveys/a-survey/open']],
  'surveyPaths.lastDay': [[['a-survey'], '/work/surveys/a-survey/last-day']],
  'surveyPaths.again': [[['a-survey'], '/work/surveys/a-survey/again']],
  'surveyPaths.paper': [
    [['a-survey', 'student primary', 'cy'], '/work/surveys/a-survey/paper.pdf?audience=student%20primary&language=cy'],
  ],
  'surveyPaths.settings': [
    [['a-survey'], '/work/surveys/a-survey/settings'],
    [['a-survey', 'a b'], '/work/surveys/a-survey/settings?q=a%20b'],
  ],
  'surveyPaths.setting': [[['a-survey', id], `/work/surveys/a-survey/settings/${id}`]],
  'surveyPaths.addWay': [[['a-survey', 'class session'], '/work/surveys/a-survey/ways-in/new?kind=class%20session']],
  'surveyPaths.cards': [
    [['a-survey'], '/work/surveys/a-survey/cards'],
    [['a-survey', 'made'], '/work/surveys/a-survey/cards?done=made'],
  ],
  'surveyPaths.cardsFile': [[['a-survey', id], `/work/surveys/a-survey/ways-in/${id}/cards`]],
  'surveyPaths.withdraw': [[['a-survey', id], `/work/surveys/a-survey/ways-in/${id}/withdraw`]],
  'surveyPaths.way': [[['a-survey', id], `/work/surveys/a-survey/ways-in/${id}`]],
};
