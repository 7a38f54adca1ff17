/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'directoryPaths.authorities': [
    [[], '/authorities'],
    [[{ region: 'London', kind: 'London borough', page: 2 }], '/authorities?region=London&kind=London+borough&page=2'],
  ],
  'directoryPaths.authority': [
    [['E09000007'], '/authorities/E09000007'],
    [[odd, 2], `/authorities/${oddPart}?page=2`],
  ],
  'directoryPaths.schools': [
    [[], '/schools'],
    [
      [{ q: 'mill pond', authority: 'E09000007', phase: 'Primary', page: 2 }],
      '/schools?q=mill+pond&authority=E09000007&phase=Primary&page=2',
    ],
    [[{ q: 'a', page: 1 }], '/schools?q=a'],
  ],
  'directoryPaths.school': [[[999003], '/schools/999003']],
  'directoryPaths.trusts': [
    [[], '/trusts'],
    [[{ q: 'mill pond', page: 2 }], '/trusts?q=mill+pond&page=2'],
  ],
  'directoryPaths.trust': [
    [['999001'], '/trusts/999001'],
    [[odd, 2], `/trusts/${oddPart}?page=2`],
  ],
  'directoryPaths.work': [[[], '/work/directory']],
  'directoryPaths.file': [[[id], `/work/directory/${id}`]],
  'directoryPaths.bringIn': [[[id], `/work/directory/${id}/bring-in`]],
  'directoryPaths.setAside': [[[id], `/work/directory/${id}/set-aside`]],
};
