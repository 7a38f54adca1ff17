/** What becomes of what young people wrote for a charter. */
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import { answerWritten, markUsed, type Review, suggestionOf } from '#rooms/promised/together/index.js';
import { ownClause, recordClause, recordClauseDraft } from './acts.js';
import { type Done, charterJournal, charterForAct } from './charter-for-act.js';
import { charterPaths } from './paths.js';

/** An adult read what a young person wrote: it is shown, shown with something taken out, or withheld. */
export async function answerSuggestion(
  write: Write,
  who: Who,
  slug: string,
  id: string,
  review: Review,
  site: string,
): Promise<Done> {
  const found = await charterForAct(write, who, slug, null);
  if (!found.ok) return found;
  const { id: charter, title, safeguarding_email: safeguardingEmail } = found.value;
  const readAt = charterPaths.suggestion(slug, id);
  const done = await answerWritten(write, who, { id: charter, title, safeguardingEmail, readAt }, id, review, site);
  if (!done.ok) return refused({ code: done.problem });
  await charterJournal(write, who, 'answer', slug, {
    suggestion: id,
    outcome: review.outcome,
    ...(done.value.passed ? { passed: true } : {}),
  });
  return ok(null);
}

/** Makes a clause of a cleared suggestion. */
export async function recordFromSuggestion(
  write: Write,
  who: Who,
  slug: string,
  id: string,
): Promise<Done<{ readonly clause: string }>> {
  const found = await charterForAct(write, who, slug, 'edit words');
  if (!found.ok) return found;
  const suggestion = await suggestionOf(write, who.organisation, found.value.id, id);
  if (!suggestion || suggestion.state !== 'cleared' || suggestion.kind === 'words' || suggestion.used)
    return refused({ code: 'not there' });
  const text = {
    aim: suggestion.aim ?? '',
    steps: suggestion.steps ?? [],
    effectVerb: suggestion.effect_verb ?? ('can' as const),
    effect: suggestion.effect ?? '',
  };
  const known = suggestion.clause === null ? undefined : await ownClause(write, who, found.value, suggestion.clause);
  const done = known
    ? await recordClauseDraft(write, who, slug, known.id, {
        heading: known.heading,
        theme: known.theme,
        owner: known.owner,
        due: known.due,
        easy: known.easy,
        ...text,
      })
    : await recordClause(write, who, slug, { heading: '', theme: null, owner: null, due: null, easy: [], ...text });
  if (!done.ok) return done;
  await markUsed(write, who, id);
  return ok({ clause: known?.id ?? done.value?.id ?? '' });
}
