/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'focusGroupPaths.all': [[[], '/work/focus-groups']],
  'focusGroupPaths.begin': [[[], '/work/focus-groups/new']],
  'focusGroupPaths.one': [
    [[id], `/work/focus-groups/${id}`],
    [[id, 'quoted'], `/work/focus-groups/${id}?done=quoted`],
  ],
  'focusGroupPaths.edit': [[[id], `/work/focus-groups/${id}/edit`]],
  'focusGroupPaths.quotes': [
    [[], '/work/quotes'],
    [[odd], `/work/quotes?theme=${oddPart}`],
  ],
  'focusGroupPaths.csv': [[[], '/work/quotes.csv']],
  'focusGroupPaths.texts': [
    [[], '/work/quotes/texts'],
    [['quoted'], '/work/quotes/texts?done=quoted'],
  ],
  'focusGroupPaths.quote': [
    [[id], `/work/quotes/${id}`],
    [[id, 'read'], `/work/quotes/${id}?done=read`],
  ],
};
