import type { Room } from '#kit/room.js';
import * as draft from './pages/work-framework/work-framework.page.js';
import { frameworkJsonPage, frameworkPage, frameworkVersionPage } from './pages/framework/framework.page.js';
import { frameworksPage } from './pages/frameworks/frameworks.page.js';
import { ownFrameworksPage } from './pages/work-frameworks/work-frameworks.page.js';
import { frameworkPaths } from './paths.js';
import { frameworksRefusals } from './refusals.js';

declare module '#kit/publications/publications.js' {
  interface PublicationKinds {
    readonly framework: true;
  }
}

export const frameworks: Room = {
  name: 'frameworks',
  pages: [
    frameworksPage,
    frameworkPage,
    frameworkVersionPage,
    frameworkJsonPage,
    ownFrameworksPage,
    draft.draftPage,
    draft.previewPage,
    draft.publishPage,
    draft.aboutPage,
    draft.newThemePage,
    draft.themeEditPage,
    draft.moveThemePage,
    draft.removeThemePage,
    draft.newAskPage,
    draft.askEditPage,
    draft.moveAskPage,
    draft.removeAskPage,
    draft.newWordingPage,
    draft.wordingEditPage,
    draft.removeWordingPage,
  ],
  places: [
    {
      text: 'Frameworks',
      href: frameworkPaths.own(),
      about: 'Charters and lists of asks that your organisation keeps: draft the next version, publish it.',
      needs: 'lead',
    },
  ],
  keeps: [
    {
      what: 'Frameworks, their themes and asks',
      howLong: 'For as long as this Kept is there.',
      why: 'What was signed must stay there to be read.',
      tables: ['record.framework', 'published.framework', 'published.theme', 'published.ask', 'published.wording'],
    },
  ],
  refusals: frameworksRefusals,
  frame: [{ text: 'Frameworks', href: frameworkPaths.all(), stands: 'footer', rank: 60 }],
  readable: {
    'published.ask': 'A signature answers what a theme asks.',
    'published.framework': 'What is signed or practised stands under a framework.',
    'published.theme': 'A signature’s level is counted theme by theme.',
    'record.framework': 'Practice is offered under a framework.',
  },
};
