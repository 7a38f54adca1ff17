/** What is said of schools and the award. */
import { londonDate } from '#base/london.js';
import { ok, refused, type Result } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { raiseRevision } from '#kit/publications/publications.js';
import { ownOrganisation, showOrganisation, type Who } from '#rooms/ground/people/index.js';
import { ownSchools } from './lookups.js';
import { saveAward } from './store.js';
import type { AwardDraft, AwardProblem } from './words.js';

/** Records how schools stand, all of them or none: an authority speaks of the schools of its area, a programme of any. */
export async function recordAward(
  write: Write,
  who: Who,
  drafts: readonly AwardDraft[],
): Promise<Result<number, AwardProblem>> {
  const own = await ownSchools(
    write,
    drafts.map(({ urn }) => urn),
  );
  const foreign = drafts.find(({ urn }) => !own.has(urn));
  if (foreign) return refused({ code: 'not your school', urn: foreign.urn });
  await showOrganisation(write, who.organisation);
  await saveAward(write, await ownOrganisation(write, who.organisation), who, londonDate(who.now), drafts);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'record',
    kind: 'award',
    thing: drafts.length === 1 ? String(drafts[0]?.urn) : 'schools',
    why: null,
    detail: { schools: drafts.length, ...(drafts.length === 1 ? { stage: drafts[0]?.stage ?? null } : {}) },
  });
  await raiseRevision(write);
  return ok(drafts.length);
}
