/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'promisePaths.all': [
    [[], '/promises'],
    [
      [{ status: 'not kept', framework: 'inclusion-charter', theme: 'a', authority: '', organisation: 'b', board }],
      '/promises?status=not+kept&framework=inclusion-charter&theme=a&organisation=b&board=cyp-board',
    ],
  ],
  'promisePaths.one': [[[odd], `/promises/${oddPart}`]],
  'promisePaths.json': [[['school-1'], '/promises/school-1/promise.json']],
  'promisePaths.work': [
    [[], '/work/promises'],
    [['ended', 2], '/work/promises?need=ended&page=2'],
  ],
  'promisePaths.add': [[[], '/work/promises/new']],
  'promisePaths.own': [[[odd], `/work/promises/${oddPart}`]],
  'promisePaths.draft': [[['school-1'], '/work/promises/school-1/draft']],
  'promisePaths.discard': [[['school-1'], '/work/promises/school-1/discard']],
  'promisePaths.agree': [[['school-1'], '/work/promises/school-1/agree']],
  'promisePaths.news': [[['school-1'], '/work/promises/school-1/news']],
  'promisePaths.date': [[['school-1'], '/work/promises/school-1/date']],
  'promisePaths.evidence': [[['school-1'], '/work/promises/school-1/evidence']],
  'promisePaths.takeBack': [[['school-1', id], `/work/promises/school-1/evidence/${id}`]],
  'promisePaths.end': [[['school-1'], '/work/promises/school-1/end']],
  'promisePaths.practices': [[['school-1'], '/work/promises/school-1/practices']],
  'promisePaths.ask': [[['school-1'], '/work/promises/school-1/ask']],
  'promisePaths.confirmations': [[[], '/work/confirmations']],
  'promisePaths.confirmation': [[[id], `/work/confirmations/${id}`]],
};
