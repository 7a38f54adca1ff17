/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'frameworkPaths.all': [[[], '/frameworks']],
  'frameworkPaths.one': [[[odd], `/frameworks/${oddPart}`]],
  'frameworkPaths.version': [[['inclusion-charter', 2], '/frameworks/inclusion-charter/v2']],
  'frameworkPaths.own': [[[], '/work/frameworks']],
  'frameworkPaths.draft': [
    [[odd], `/work/frameworks/${oddPart}`],
    [['inclusion-charter', 'saved'], '/work/frameworks/inclusion-charter?done=saved'],
  ],
  'frameworkPaths.about': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/about']],
  'frameworkPaths.preview': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/preview']],
  'frameworkPaths.publish': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/publish']],
  'frameworkPaths.newTheme': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/themes/new']],
  'frameworkPaths.theme': [[['inclusion-charter', odd], `/work/frameworks/inclusion-charter/themes/${oddPart}`]],
  'frameworkPaths.moveTheme': [
    [['inclusion-charter', 'safety'], '/work/frameworks/inclusion-charter/themes/safety/move'],
  ],
  'frameworkPaths.removeTheme': [
    [['inclusion-charter', 'safety'], '/work/frameworks/inclusion-charter/themes/safety/remove'],
  ],
  'frameworkPaths.newAsk': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/asks/new']],
  'frameworkPaths.ask': [[['inclusion-charter', odd], `/work/frameworks/inclusion-charter/asks/${oddPart}`]],
  'frameworkPaths.moveAsk': [[['inclusion-charter', 'one'], '/work/frameworks/inclusion-charter/asks/one/move']],
  'frameworkPaths.removeAsk': [[['inclusion-charter', 'one'], '/work/frameworks/inclusion-charter/asks/one/remove']],
  'frameworkPaths.newWording': [[['inclusion-charter'], '/work/frameworks/inclusion-charter/wordings/new']],
  'frameworkPaths.wording': [[['inclusion-charter', odd], `/work/frameworks/inclusion-charter/wordings/${oddPart}`]],
  'frameworkPaths.removeWording': [
    [['inclusion-charter', 'one'], '/work/frameworks/inclusion-charter/wordings/one/remove'],
  ],
  'frameworkPaths.json': [[['inclusion-charter'], '/frameworks/inclusion-charter/framework.json']],
  'frameworkPaths.register': [[[odd], `/frameworks/${oddPart}/register`]],
};
