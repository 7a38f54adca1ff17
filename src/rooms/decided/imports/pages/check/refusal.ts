/** Which field of the check page a refused form is about, so that the summary leads to it. Pure. */
import type { FieldProblem } from '#base/form.js';
import type { AnswerProblem } from '../../acts.js';
import type { ImportSheet } from '../../lookups.js';
import { answerKind, type PublishProblem } from '../../rules.js';
import { answerMessage, publishMessage } from '../../view-words.js';
import type { Doubt } from '#rooms/decided/pack-reading/index.js';

export interface Refusal {
  /** Id of a doubt, or of the part of the page. */
  readonly subject: string;
  readonly problems: readonly FieldProblem[];
  readonly typed: Readonly<Record<string, string>>;
}

/** Id of the control with which a doubt is answered; of pairs each has its own. */
export function valueId(doubt: string, pair?: number): string {
  return pair === undefined ? `${doubt}-value` : `${doubt}-value-${pair}`;
}

/** The pairs that are wrong: those that name somebody a second time; all of them where none is chosen. */
export function wrongPairs(doubt: Doubt, typed: Refusal['typed']): readonly number[] {
  const chosen = doubt.evidence.map((_, index) => typed[`absent-${index}`] ?? '');
  const twice = chosen.flatMap((name, index) => (name !== '' && chosen.indexOf(name) < index ? [index] : []));
  return twice.length > 0 ? twice : [...chosen.keys()];
}

export function refusedAnswer(
  sheet: ImportSheet,
  doubtId: string,
  problem: AnswerProblem,
  typed: Refusal['typed'],
): Refusal {
  const doubt = sheet.reading.doubts.find((one) => one.id === doubtId);
  const hasControl =
    doubt !== undefined &&
    problem !== 'being published' &&
    problem !== 'no such doubt' &&
    problem !== 'nothing to correct';
  const field = hasControl
    ? valueId(doubt.id, answerKind(doubt, sheet.reading) === 'pairs' ? wrongPairs(doubt, typed)[0] : undefined)
    : (doubt?.id ?? 'doubts');
  return { subject: doubtId, problems: [{ field, message: answerMessage(problem) }], typed };
}

/** The doubts without an answer, in the order of the page. */
export function openDoubts(sheet: ImportSheet): readonly Doubt[] {
  return inOrder(sheet.reading.doubts).filter(
    (doubt) => !sheet.settlements.some((settlement) => settlement.subject === doubt.id),
  );
}

export function inOrder(doubts: readonly Doubt[]): readonly Doubt[] {
  return (['wrong', 'missing', 'check'] as const).flatMap((weight) =>
    doubts.filter((doubt) => doubt.weight === weight),
  );
}

export function refusedPublication(sheet: ImportSheet, problem: PublishProblem | 'being published'): Refusal {
  const message = publishMessage(problem);
  switch (problem) {
    case 'board missing':
      return { subject: 'meeting', problems: [{ field: 'board', message }], typed: {} };
    case 'date missing':
      return { subject: 'meeting', problems: [{ field: 'date', message }], typed: {} };
    case 'minutes date missing':
      return {
        subject: 'doubts',
        problems: [
          {
            field:
              sheet.reading.doubts.find(
                (doubt) => doubt.kind === 'date not understood' && answerKind(doubt, sheet.reading) === 'date',
              )?.id ?? 'doubts',
            message,
          },
        ],
        typed: {},
      };
    case 'doubts open':
      return { subject: 'publish', problems: [{ field: openDoubts(sheet)[0]?.id ?? 'doubts', message }], typed: {} };
    case 'being published':
      return { subject: 'publish', problems: [{ field: 'publish', message }], typed: {} };
  }
}

export function refusedPart(subject: 'meeting' | 'unplaced' | 'publish' | 'doubts', problem: AnswerProblem): Refusal {
  return { subject, problems: [{ field: subject, message: answerMessage(problem) }], typed: {} };
}
