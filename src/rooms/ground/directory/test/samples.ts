/** Where the tests that go through every page look at those of this room. */
import { json as jsonb } from '#kit/db/client.js';
import { newId } from '#kit/id.js';
import type { DirectoryReport, FileProblem } from '../words.js';
import { importIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner, now }) =>
    owner(async (write) => {
      const imported = await importIn(write);
      const [checked, refused, aside] = [newId(), newId(), newId()];
      const own = {
        organisation: imported.organisation,
        sha256: '',
        bytes: null,
        names: null,
        job: null,
        problem: null,
        report: null,
        sent_by: imported.imported_by,
        sent_at: now,
        ended_at: null,
      };
      const report: DirectoryReport = {
        counts: { added: 1, changed: 1, closed: 1, reopened: 0, unchanged: 9, vanished: 1 },
        added: ['999012'],
        changed: [{ key: '999003', fields: [{ field: 'status', from: 'open', to: 'closed' }] }],
        closed: ['999003'],
        reopened: [],
        vanished: ['999001'],
        unmatched: ['Northshire: no authority is known by this name (1 school)'],
        trusts: { added: 0, changed: 1 },
      };
      const problem: FileProblem = {
        code: 'broken rows',
        message:
          'Line 3, column “URN” (x): a URN is a number of five to seven digits. This is the only such row. Nothing was saved.',
        rows: [{ line: 3, column: 'URN', found: 'x', rule: 'a URN is a number of five to seven digits' }],
        broken: 1,
      };
      await write
        .insertInto('record.directory_file')
        .values([
          { ...own, id: checked, kind: 'schools', name: 'edubasealldata.csv', state: 'checked', report: jsonb(report) },
          { ...own, id: refused, kind: 'links', name: 'links.csv', state: 'refused', problem: jsonb(problem) },
          { ...own, id: aside, kind: 'links', name: 'links.csv', state: 'set aside', ended_at: now },
        ])
        .execute();
      return { files: [checked, refused], aside };
    }),
  named: ({ aside }) => ({ file: { value: aside, of: 'administrator' } }),
  pages: {
    '/authorities': {
      at: () => ['/authorities', '/authorities?region=London&kind=City+corporation', '/authorities?region=Atlantis'],
      atVolume: ['/authorities'],
    },
    '/authorities/:code': {
      at: () => ['/authorities/E09000007', '/authorities/E09000002'],
      atVolume: ['/authorities/E80000007'],
    },
    '/schools': {
      at: () => [
        '/schools',
        '/schools?q=milpond',
        '/schools?q=xyzzyplugh',
        '/schools?authority=E09000007&phase=Primary',
      ],
      atVolume: ['/schools', '/schools?q=cedar+mill', '/schools?q=ceddar+mil', '/schools?authority=E80000007'],
    },
    '/schools/:urn': { at: () => ['/schools/999003', '/schools/999001', '/schools/999007'], atVolume: null },
    '/trusts': {
      at: () => ['/trusts', '/trusts?q=lantrn', '/trusts?q=xyzzyplugh', '/trusts?page=9'],
      atVolume: ['/trusts', '/trusts?q=cedar', '/trusts?q=ceddar'],
    },
    '/trusts/:trust': { at: () => ['/trusts/999001', '/trusts/999001?page=9'], atVolume: ['/trusts/300003'] },
    '/work/directory': { at: () => ['/work/directory'], as: 'administrator' },
    '/work/directory/:file': { at: ({ files }) => files.map((file) => `/work/directory/${file}`), as: 'administrator' },
  },
});
