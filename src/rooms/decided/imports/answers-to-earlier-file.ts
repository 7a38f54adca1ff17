/**
 * Answers that were given to the same doubts of an earlier file: a pack that is corrected and published again is another
 * file, and nobody should answer forty doubts twice. Pure.
 */
import { answerKind, correctionProblem } from './rules.js';
import type { Correction, Settlement } from './words.js';
import type { Doubt, Reading } from '#rooms/decided/pack-reading/index.js';

/** What makes two doubts the same: lines may have moved, kind, sentence and words of evidence may not. */
function sameness(doubt: Doubt): string {
  return JSON.stringify([doubt.kind, doubt.message, doubt.evidence.map((place) => place.words)]);
}

/** Whether an answer still means what it meant: the possibilities it chose from are there. */
function fits(doubt: Doubt, before: Doubt, answer: Settlement, reading: Reading): boolean {
  if (answer.outcome !== 'corrected') return doubt.choices[0] === before.choices[0];
  const correction: Correction = answer.correction ?? {};
  if (correctionProblem(doubt, correction, reading) !== null) return false;
  return (
    answerKind(doubt, reading) !== 'pairs' ||
    (correction.pairs ?? []).every(
      (pair) => doubt.choices.includes(pair.absent) && doubt.evidence.some((place) => place.words === pair.substitute),
    )
  );
}

/** The earlier answers that fit the doubts that are open now, each for its doubt. What was answered in two ways is left open. */
export function answersFor(
  reading: Reading,
  open: readonly Doubt[],
  doubts: readonly Doubt[],
  settlements: readonly Settlement[],
): readonly Settlement[] {
  const given = new Map<string, { readonly before: Doubt; readonly answer: Settlement } | 'in two ways'>();
  const wording = ({ outcome, correction }: Settlement): string => JSON.stringify([outcome, correction]);
  for (const before of doubts) {
    const answer = settlements.find((settlement) => settlement.subject === before.id);
    if (!answer) continue;
    const known = given.get(sameness(before));
    given.set(
      sameness(before),
      known === undefined || (known !== 'in two ways' && wording(known.answer) === wording(answer))
        ? { before, answer }
        : 'in two ways',
    );
  }
  return open.flatMap((doubt) => {
    const found = given.get(sameness(doubt));
    return found && found !== 'in two ways' && fits(doubt, found.before, found.answer, reading)
      ? [{ ...found.answer, subject: doubt.id }]
      : [];
  });
}
