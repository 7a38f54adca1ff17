/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'instrumentPaths.all': [[[], '/work/instruments']],
  'instrumentPaths.begin': [[[], '/work/instruments/new']],
  'instrumentPaths.one': [
    [[odd], `/work/instruments/${oddPart}`],
    [['an-instrument', 'sealed'], '/work/instruments/an-instrument?done=sealed'],
  ],
  'instrumentPaths.form': [[['an-instrument'], '/work/instruments/an-instrument/form']],
  'instrumentPaths.seal': [[['an-instrument'], '/work/instruments/an-instrument/seal']],
  'instrumentPaths.codebook': [[['an-instrument'], '/work/instruments/an-instrument/codebook.csv']],
  'instrumentPaths.preview': [
    [['an-instrument'], '/work/instruments/an-instrument/preview'],
    [
      ['an-instrument', { audience: 'student primary', language: 'ar' }],
      '/work/instruments/an-instrument/preview?audience=student+primary&language=ar',
    ],
    [['an-instrument', { item: 'a b' }], '/work/instruments/an-instrument/preview?item=a+b'],
  ],
  'instrumentPaths.about': [[['an-instrument'], '/work/instruments/an-instrument/about']],
  'instrumentPaths.newQuestion': [
    [['an-instrument'], '/work/instruments/an-instrument/new-question'],
    [['an-instrument', 'yes or no'], '/work/instruments/an-instrument/new-question?kind=yes+or+no'],
  ],
  'instrumentPaths.question': [[['an-instrument', odd], `/work/instruments/an-instrument/questions/${oddPart}`]],
  'instrumentPaths.move': [[['an-instrument'], '/work/instruments/an-instrument/order']],
  'instrumentPaths.leaveOut': [
    [['an-instrument', odd], `/work/instruments/an-instrument/questions/${oddPart}/leave-out`],
  ],
  'instrumentPaths.sounds': [[['an-instrument', odd], `/work/instruments/an-instrument/questions/${oddPart}/sounds`]],
  'instrumentPaths.sound': [
    [['an-instrument', 'a'.repeat(64)], `/work/instruments/an-instrument/sounds/${'a'.repeat(64)}`],
  ],
  'instrumentPaths.library': [
    [['an-instrument'], '/work/instruments/an-instrument/library'],
    [
      ['an-instrument', { theme: 'about you', from: '', done: 'added' }],
      '/work/instruments/an-instrument/library?theme=about+you&done=added',
    ],
  ],
};
