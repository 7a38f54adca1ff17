/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'practicePaths.all': [
    [[], '/practice'],
    [
      [
        {
          q: 'calm start',
          theme: 'inclusion-charter belonging',
          phase: '',
          authority: 'E09000007',
          need: 'send',
          organisation: 'a',
          page: 2,
        },
      ],
      '/practice?q=calm+start&theme=inclusion-charter+belonging&authority=E09000007&need=send&organisation=a&page=2',
    ],
  ],
  'practicePaths.one': [[[odd], `/practice/${oddPart}`]],
  'practicePaths.version': [[['a-calm-start', 2], '/practice/a-calm-start/v2']],
  'practicePaths.json': [[['a-calm-start'], '/practice/a-calm-start/practice.json']],
  'practicePaths.promise': [[[odd], `/promises/${oddPart}`]],
  'practicePaths.promiseLikeIt': [[['a-calm-start'], '/work/promises/new?practice=a-calm-start']],
  'practicePaths.work': [[[], '/work/practice']],
  'practicePaths.add': [[[], '/work/practice/new']],
  'practicePaths.own': [[[id], `/work/practice/${id}`]],
  'practicePaths.draft': [
    [[id], `/work/practice/${id}/draft`],
    [[id, 3], `/work/practice/${id}/draft?areas=3#heading-3`],
  ],
  'practicePaths.submit': [[[id], `/work/practice/${id}/submit`]],
  'practicePaths.takeBack': [[[id], `/work/practice/${id}/take-back`]],
  'practicePaths.discard': [[[id], `/work/practice/${id}/discard`]],
  'practicePaths.review': [[[id], `/work/practice/${id}/review`]],
  'practicePaths.withdraw': [[[id], `/work/practice/${id}/withdraw`]],
  'practicePaths.submission': [[[id], `/work/practice/submissions/${id}`]],
  'practicePaths.editSubmission': [
    [[id], `/work/practice/submissions/${id}/draft`],
    [[id, 3], `/work/practice/submissions/${id}/draft?areas=3#heading-3`],
  ],
  'practicePaths.clear': [[[id], `/work/practice/submissions/${id}/clear`]],
  'practicePaths.askBack': [[[id], `/work/practice/submissions/${id}/ask-back`]],
};
