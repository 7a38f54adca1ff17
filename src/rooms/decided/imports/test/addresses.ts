/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'importPaths.workspace': [[[], '/work']],
  'importPaths.list': [[[], '/work/imports']],
  'importPaths.upload': [[[], '/work/imports/new']],
  'importPaths.check': [[[{ import: id }], `/work/imports/${id}`]],
  'importPaths.answer': [[[{ import: id, doubt: 'doubt-1' }], `/work/imports/${id}/doubts/doubt-1`]],
  'importPaths.unplaced': [[[{ import: id, line: 7 }], `/work/imports/${id}/unplaced/7`]],
  'importPaths.particulars': [[[{ import: id }], `/work/imports/${id}/meeting`]],
  'importPaths.earlierAnswers': [[[{ import: id }], `/work/imports/${id}/earlier-answers`]],
  'importPaths.acceptRest': [[[{ import: id }], `/work/imports/${id}/accept-rest`]],
  'importPaths.publish': [[[{ import: id }], `/work/imports/${id}/publish`]],
  'importPaths.progress': [[[{ job: id }], `/work/progress/${id}`]],
};
