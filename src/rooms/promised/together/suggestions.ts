/** What adults do with what young people wrote. */
import { londonDate } from '#base/london.js';
import { redactionOfParts } from '#base/redaction.js';
import { ok, refused, type Result } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { postLetters } from '#kit/mail/mail.js';
import type { Who } from '#rooms/ground/people/index.js';
import { passWorryOn } from '#rooms/heard/reviews/index.js';
import { type Suggestion, suggestionOf } from './lookups.js';
import type { SuggestionProblem, WithholdReason } from './words.js';

export type Review =
  | { readonly outcome: 'clear' }
  | {
      readonly outcome: 'edit';
      readonly words: {
        readonly aim: string | null;
        readonly steps: readonly string[] | null;
        readonly effect: string | null;
        readonly body: string | null;
      };
    }
  | { readonly outcome: 'withhold'; readonly reason: WithholdReason; readonly pass: boolean };

/** The charter for which it was written, as far as whoever answers needs it. */
export interface WrittenFor {
  readonly id: string;
  readonly title: string;
  readonly safeguardingEmail: string | null;
  /** Where its lead reads what was written. */
  readonly readAt: string;
}

/** An adult read what a young person wrote: it is shown, shown with something taken out, or withheld. */
export async function answerWritten(
  write: Write,
  who: Who,
  charter: WrittenFor,
  id: string,
  review: Review,
  site: string,
): Promise<Result<{ readonly passed: boolean }, SuggestionProblem>> {
  const suggestion = await suggestionOf(write, who.organisation, charter.id, id);
  if (!suggestion) return refused('not there');
  // Something withheld can still be handed to the safeguarding lead, and a shown text can be taken out of sight again.
  if (suggestion.state !== 'waiting' && review.outcome !== 'withhold') return refused('not waiting');
  if (review.outcome === 'edit') {
    const { words } = review;
    const redaction = redactionOfParts([
      { written: suggestion.aim ?? '', shown: words.aim ?? '' },
      { written: (suggestion.steps ?? []).join('\n'), shown: (words.steps ?? []).join('\n') },
      { written: suggestion.effect ?? '', shown: words.effect ?? '' },
      { written: suggestion.body ?? '', shown: words.body ?? '' },
    ]);
    if (redaction !== 'taken out') return refused(redaction === 'unchanged' ? 'nothing taken out' : 'rewritten');
  }
  const today = londonDate(who.now);
  const reviewed = { reviewed_by: who.account, reviewed_on: today };
  const passes = review.outcome === 'withhold' && review.pass && suggestion.passed_on === null;
  const passed = passes ? await passOn(write, who, charter, suggestion, site) : null;
  if (passed === 'nobody') return refused('nobody to pass to');
  const changes =
    review.outcome === 'clear'
      ? { state: 'cleared' as const }
      : review.outcome === 'edit'
        ? { state: 'cleared' as const, edited: true, ...review.words }
        : {
            state: 'withheld' as const,
            reason: review.reason,
            ...(passes ? { passed_on: today } : {}),
            ...(passed === 'safeguarding leads' ? noWords : {}),
          };
  await write
    .updateTable('record.charter_suggestion')
    .set({ ...changes, ...reviewed })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
  return ok({ passed: passes });
}

/** Once it is with the safeguarding leads nobody else keeps a copy. */
const noWords = { aim: null, steps: null, effect: null, body: null };

/**
 * To the safeguarding leads of the organisation, or of the one it is part of. Where there are none, the adult whom the charter names gets a
 * letter without a word of what was written, which stays here for them (reference section 3, P10).
 */
async function passOn(
  write: Write,
  who: Who,
  charter: WrittenFor,
  suggestion: Suggestion,
  site: string,
): Promise<'safeguarding leads' | 'named adult' | 'nobody'> {
  const { aim, steps, effect_verb: verb, effect, body, day } = suggestion;
  const words =
    body ??
    [
      `We will ${aim ?? ''}`,
      ...(steps ?? []).map((step) => `by ${step}`),
      ...((effect ?? '') === '' ? [] : [`So, you ${verb ?? 'can'} ${effect ?? ''}`]),
    ].join('\n');
  const passed = await passWorryOn(
    write,
    who,
    { from: charter.title, about: 'Written in the room of a charter', words, day },
    site,
  );
  if (passed.ok) return 'safeguarding leads';
  if (charter.safeguardingEmail === null) return 'nobody';
  const letter =
    `Somebody who reads what young people write has handed something to you. For their sake this letter says ` +
    `nothing of it. Please ask the lead of your charter, who finds it ` +
    `here:\n\n${site}${charter.readAt}\n`;
  await postLetters(
    write,
    [
      {
        organisation: who.organisation,
        to: charter.safeguardingEmail,
        subject: 'Something for the safeguarding lead',
        body: letter,
      },
    ],
    who.now,
  );
  return 'named adult';
}

/** Notes that a suggestion became part of the charter. */
export async function markUsed(write: Write, who: Who, id: string): Promise<void> {
  await write
    .updateTable('record.charter_suggestion')
    .set({ used: true })
    .where('organisation', '=', who.organisation)
    .where('id', '=', id)
    .execute();
}
