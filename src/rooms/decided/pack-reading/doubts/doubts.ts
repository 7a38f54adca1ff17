/** What does not add up in a reading: all rules, in the order of the check page. None of them changes the reading. */
import type { Findings } from '../parts/reading.js';
import type { Doubt, Reading } from '../words.js';
import {
  actionWithoutDate,
  actionWithoutOwner,
  datesNotUnderstood,
  minutesCorrected,
  referenceWithoutTarget,
  undertakingInProse,
} from './minutes.js';
import {
  annexes,
  itemMarkedExempt,
  itemsAndPapers,
  meetingCancelled,
  pageRanges,
  paragraphNumbersLost,
  paragraphNumbersOutOfOrder,
  titleDiffers,
} from './papers.js';
import {
  absencesAndSubstitutes,
  attendanceAndMinutesDiffer,
  officeLabelDiffers,
  presentWithoutSeat,
  seatCounts,
  seatWithoutAttendance,
  spellingDiffers,
  substituteFromAnotherGroup,
  substitutesWithoutAbsence,
  substitutionWithoutPair,
} from './people.js';
import { figureDiffers, figureWithoutText, tableCellsMissing, textBreaksOff } from './text.js';

type Rule = (reading: Omit<Reading, 'doubts'>, findings: Findings) => readonly Doubt[];

const RULES: readonly Rule[] = [
  seatWithoutAttendance,
  spellingDiffers,
  attendanceAndMinutesDiffer,
  absencesAndSubstitutes,
  substitutionWithoutPair,
  substituteFromAnotherGroup,
  substitutesWithoutAbsence,
  presentWithoutSeat,
  actionWithoutOwner,
  actionWithoutDate,
  undertakingInProse,
  minutesCorrected,
  titleDiffers,
  officeLabelDiffers,
  paragraphNumbersLost,
  paragraphNumbersOutOfOrder,
  seatCounts,
  pageRanges,
  itemMarkedExempt,
  meetingCancelled,
  itemsAndPapers,
  annexes,
  referenceWithoutTarget,
  datesNotUnderstood,
  figureDiffers,
  tableCellsMissing,
  textBreaksOff,
  figureWithoutText,
];

/** Every doubt about a reading; two doubts of one kind, place and message are one. */
export function doubtsOf(reading: Omit<Reading, 'doubts'>, findings: Findings): readonly Doubt[] {
  const found = new Map<string, Doubt>();
  for (const rule of RULES) for (const one of rule(reading, findings)) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}
