/** What a clerk does with an import: brings a file in, answers doubts, gives particulars, asks for publication. */
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { askForJob } from '#kit/jobs/jobs.js';
import { journal } from '#kit/journal.js';
import { requireVerified } from '#rooms/ground/people/index.js';
import { earlierAnswers, type ImportSheet } from './lookups.js';
import {
  type CorrectionProblem,
  correctionProblem,
  publishProblem,
  type PublishProblem,
  unplacedSubject,
} from './rules.js';
import type { Correction, Particulars, Settlement } from './words.js';
import type { Reading } from '#rooms/decided/pack-reading/index.js';

export interface Who {
  readonly organisation: string;
  readonly account: string;
  readonly now: Date;
}

/** Keeps a reading and the lines it refers to. The same file again is the same import, with the clerk's answers so far. */
export async function recordImport(
  write: Write,
  who: Who,
  reading: Reading,
  lines: readonly string[],
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const saved = await write
    .insertInto('record.import')
    .values({
      organisation: who.organisation,
      board: null,
      id: newId(),
      name: reading.source.name,
      kind: reading.source.kind,
      sha256: reading.source.sha256,
      // PostgreSQL keeps no U+0000 in text; the reading has none either.
      source: lines.join('\n').replaceAll('\0', '\uFFFD'),
      reading: json(reading),
      state: 'to check',
      imported_by: who.account,
      imported_at: who.now,
    })
    .onConflict((conflict) => conflict.constraint('import_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (saved) {
    await journal(write, {
      scope: who.organisation,
      at: who.now,
      who: who.account,
      verb: 'record',
      kind: 'import',
      thing: saved.id,
      detail: { sha256: reading.source.sha256, name: reading.source.name },
    });
    return { id: saved.id, isNew: true };
  }
  const known = await write
    .selectFrom('record.import')
    .select('id')
    .where('organisation', '=', who.organisation)
    .where('sha256', '=', reading.source.sha256)
    .executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
}

async function saveSettlement(
  write: Write,
  who: Who,
  importId: string,
  subject: string,
  outcome: Settlement['outcome'],
  correction: unknown,
): Promise<void> {
  const row = {
    outcome,
    correction: correction === null ? null : json(correction),
    settled_by: who.account,
    settled_at: who.now,
  };
  await write
    .insertInto('record.settlement')
    .values({ organisation: who.organisation, import: importId, subject, ...row })
    .onConflict((conflict) => conflict.columns(['organisation', 'import', 'subject']).doUpdateSet(row))
    .execute();
}

export type AnswerProblem = CorrectionProblem | 'no such doubt' | 'being published' | 'nothing to take over';

/** Answers a doubt; a later answer takes the place of an earlier one until the import is published. */
export async function answerDoubt(
  write: Write,
  who: Who,
  sheet: ImportSheet,
  doubtId: string,
  outcome: Settlement['outcome'],
  correction: Correction | null,
): Promise<Result<true, AnswerProblem>> {
  if (sheet.state === 'publishing') return refused('being published');
  const doubt = sheet.reading.doubts.find((one) => one.id === doubtId);
  if (!doubt) return refused('no such doubt');
  if (outcome === 'corrected') {
    const problem = correctionProblem(doubt, correction ?? {}, sheet.reading);
    if (problem) return refused(problem);
  }
  await saveSettlement(write, who, sheet.id, doubt.id, outcome, outcome === 'corrected' ? correction : null);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'answer',
    kind: 'doubt',
    thing: `${sheet.id}/${doubt.id}`,
    detail: {
      doubt: doubt.kind,
      outcome,
      ...(outcome === 'corrected' && correction ? { correction: correction as Record<string, unknown> } : {}),
    },
  });
  return ok(true);
}

/** Takes back an answer. */
export async function reopenDoubt(
  write: Write,
  who: Who,
  sheet: ImportSheet,
  doubtId: string,
): Promise<Result<true, AnswerProblem>> {
  if (sheet.state === 'publishing') return refused('being published');
  if (!sheet.reading.doubts.some((doubt) => doubt.id === doubtId)) return refused('no such doubt');
  await write
    .deleteFrom('record.settlement')
    .where('organisation', '=', who.organisation)
    .where('import', '=', sheet.id)
    .where('subject', '=', doubtId)
    .execute();
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'answer',
    kind: 'doubt',
    thing: `${sheet.id}/${doubtId}`,
    detail: { outcome: 'open again' },
  });
  return ok(true);
}

/** Accepts every doubt that has no answer yet. */
export async function acceptRest(write: Write, who: Who, sheet: ImportSheet): Promise<Result<number, AnswerProblem>> {
  if (sheet.state === 'publishing') return refused('being published');
  const open = sheet.reading.doubts.filter(
    (doubt) => !sheet.settlements.some((settlement) => settlement.subject === doubt.id),
  );
  for (const doubt of open) await saveSettlement(write, who, sheet.id, doubt.id, 'accepted', null);
  if (open.length > 0)
    await journal(write, {
      scope: who.organisation,
      at: who.now,
      who: who.account,
      verb: 'answer',
      kind: 'import',
      thing: sheet.id,
      detail: { outcome: 'accepted the rest', doubts: open.length },
    });
  return ok(open.length);
}

/** Gives the open doubts the answers they had in an earlier import: only where doubt and words are exactly the same. */
export async function useEarlierAnswers(
  write: Write,
  who: Who,
  sheet: ImportSheet,
  from: string,
): Promise<Result<number, AnswerProblem>> {
  if (sheet.state === 'publishing') return refused('being published');
  const earlier = await earlierAnswers(write, who.organisation, sheet);
  // What the page offered may have gone since: answers are never taken from another file than the one that was named.
  if (earlier?.import !== from) return refused('nothing to take over');
  for (const answer of earlier.answers)
    await saveSettlement(write, who, sheet.id, answer.subject, answer.outcome, answer.correction);
  const answers = earlier.answers.map(({ subject, outcome }) => ({ doubt: subject, outcome }));
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'answer',
    kind: 'import',
    thing: sheet.id,
    detail: { outcome: 'used earlier answers', from, doubts: answers.length, answers },
  });
  return ok(answers.length);
}

/** Sets a piece of text aside, or puts it back: set-aside text is not published. */
export async function placeText(
  write: Write,
  who: Who,
  sheet: ImportSheet,
  line: number,
  outcome: 'accepted' | 'set aside',
): Promise<Result<true, AnswerProblem>> {
  if (sheet.state === 'publishing') return refused('being published');
  const text = sheet.reading.unplaced.find((one) => one.lines.from === line);
  if (!text) return refused('no such doubt');
  await saveSettlement(write, who, sheet.id, unplacedSubject(text.lines), outcome, null);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'answer',
    kind: 'text',
    thing: `${sheet.id}/${line}`,
    detail: { outcome },
  });
  return ok(true);
}

export const particularsSubject = 'meeting';

/** Keeps the particulars of the meeting as the clerk gives them. */
export async function giveParticulars(
  write: Write,
  who: Who,
  sheet: ImportSheet,
  particulars: Particulars,
): Promise<Result<true, AnswerProblem>> {
  if (sheet.state === 'publishing') return refused('being published');
  await saveSettlement(write, who, sheet.id, particularsSubject, 'corrected', particulars);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'import',
    thing: sheet.id,
    detail: { particulars: { ...particulars } },
  });
  return ok(true);
}

/** Asks for publication: everything is answered, and the long work begins. Returns the job. */
export async function askToPublish(
  write: Write,
  who: Who,
  sheet: ImportSheet,
): Promise<Result<string, PublishProblem | 'being published'>> {
  if (sheet.state === 'publishing') return refused('being published');
  const problem = publishProblem(sheet.corrected, sheet.open);
  if (problem) return refused(problem);
  await requireVerified(write, who.organisation);
  await write
    .updateTable('record.import')
    .set({ state: 'publishing' })
    .where('organisation', '=', who.organisation)
    .where('id', '=', sheet.id)
    .execute();
  return ok(
    await askForJob(
      write,
      { kind: 'publish import', organisation: who.organisation, account: who.account, payload: { import: sheet.id } },
      who.now,
    ),
  );
}
