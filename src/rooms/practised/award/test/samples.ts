/** Where the tests that go through every page look at those of this room. */
import { csv, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  pages: {
    '/award': { at: () => ['/award', '/award?page=9'], atVolume: ['/award'] },
    '/award.csv': { at: () => ['/award.csv'], gives: csv, isWhole: true, atVolume: null },
    '/award/:authority': {
      at: () => ['/award/E09000007', '/award/E09000003', '/award/E09000028?page=9'],
      atVolume: ['/award/E80000007'],
    },
    '/award/:authority/award.csv': {
      at: () => ['/award/E09000007/award.csv'],
      gives: csv,
      isWhole: true,
      atVolume: null,
    },
    '/work/award': { at: () => ['/work/award', '/work/award?done=3'], as: 'programme' },
    '/work/award/upload': { at: () => ['/work/award/upload'], as: 'borough' },
    '/work/award/upload/columns.csv': {
      at: () => ['/work/award/upload/columns.csv'],
      as: 'borough',
      gives: csv,
    },
  },
});
