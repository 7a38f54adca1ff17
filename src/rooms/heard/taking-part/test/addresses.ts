/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'takingPartPaths.door': [
    [[], '/take'],
    [['cy'], '/take?language=cy'],
    [['cy', odd], `/take?language=cy&code=${oddPart}`],
  ],
  'takingPartPaths.wrong': [[[odd], `/take?wrong=${oddPart}`]],
  'takingPartPaths.one': [
    [['BCDFGHJK'], '/take/BCDFGHJK'],
    [[odd, 'ar'], `/take/${oddPart}?language=ar`],
  ],
  'takingPartPaths.begin': [[['BCDFGHJK'], '/take/BCDFGHJK/begin']],
  'takingPartPaths.answer': [[['BCDFGHJK'], '/take/BCDFGHJK/answer']],
  'takingPartPaths.question': [[['BCDFGHJK', 3], '/take/BCDFGHJK/questions/3']],
  'takingPartPaths.told': [[['BCDFGHJK', 'no cookie', 'cy'], '/take/BCDFGHJK/told/no-cookie?language=cy']],
  'takingPartPaths.paper': [
    [['BCDFGHJK'], '/take/BCDFGHJK/paper'],
    [['BCDFGHJK', 'ar'], '/take/BCDFGHJK/paper?language=ar'],
    [['BCDFGHJK', 'ar', 'a-ticket'], '/take/BCDFGHJK/paper?language=ar&ticket=a-ticket'],
  ],
  'takingPartPaths.bundle': [[['BCDFGHJK', 'ar'], '/take/BCDFGHJK/pages?language=ar']],
  'takingPartPaths.seat': [[['BCDFGHJK'], '/take/BCDFGHJK/seat']],
  'takingPartPaths.worker': [[[], '/take/worker.js']],
  'takingPartPaths.sound': [[['0'.repeat(64)], `/take/sounds/${'0'.repeat(64)}`]],
  'takingPartPaths.unsent': [[[], '/take/unsent']],
};
