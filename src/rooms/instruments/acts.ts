/** What a survey lead does with an instrument: begins it, replaces its draft, seals a version. */
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { freeSlug } from '#base/slug.js';
import { json } from '#kit/db/client.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import type { Who } from '#rooms/people/index.js';
import { instrumentRecord, instrumentSlugs } from './lookups.js';
import { faultsOf, titleOf } from './rules.js';
import type { InstrumentContent, InstrumentProblem } from './words.js';

async function note(write: Write, who: Who, verb: string, thing: string, detail: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await journal(write, { scope: who.organisation, at: who.now, who: who.account, verb, kind: 'instrument', thing, why: null, detail });
}

/** Begins an instrument; what it lacks is told where it is shown, and before it is sealed. Its address is made from its title and stays. */
export async function recordInstrument(write: Write, who: Who, content: InstrumentContent): Promise<string> {
  const id = newId(who.now);
  const taken = await instrumentSlugs(write, who.organisation);
  const slug = freeSlug(titleOf(content) === '' ? 'instrument' : titleOf(content), (candidate) => taken.has(candidate) || candidate === 'new');
  await write.insertInto('record.instrument').values({ organisation: who.organisation, id, slug, draft: json(content), changed_at: who.now }).execute();
  await note(write, who, 'record', slug, { items: content.items.length });
  return slug;
}

/** Takes the place of the draft. What was sealed stays as it is. */
export async function recordInstrumentDraft(write: Write, who: Who, slug: string, content: InstrumentContent): Promise<Result<null, InstrumentProblem>> {
  const found = await instrumentRecord(write, who.organisation, slug);
  if (!found) return refused({ code: 'not there' });
  // A form without a title keeps the one that is there.
  const draft = titleOf(content) === '' ? { ...content, title: found.draft.title } : content;
  await write.updateTable('record.instrument').set({ draft: json(draft), changed_at: who.now }).where('organisation', '=', who.organisation).where('id', '=', found.id).execute();
  await note(write, who, 'record', slug, { items: content.items.length });
  return ok(null);
}

/** Seals the draft as the next version: surveys are opened with versions only, and they never change. */
export async function sealInstrument(write: Write, who: Who, slug: string): Promise<Result<number, InstrumentProblem>> {
  await write.selectFrom('record.instrument').select('id').where('organisation', '=', who.organisation).where('slug', '=', slug).forUpdate().execute();
  const found = await instrumentRecord(write, who.organisation, slug);
  if (!found) return refused({ code: 'not there' });
  const faults = faultsOf(found.draft, found.versions.map(({ content }) => content));
  if (faults.length > 0) return refused({ code: 'faults', faults });
  const newest = found.versions.at(-1);
  if (newest && JSON.stringify(newest.content) === JSON.stringify(found.draft)) return refused({ code: 'nothing changed' });
  const number = (newest?.number ?? 0) + 1;
  await write.insertInto('record.instrument_version').values({ organisation: who.organisation, instrument: found.id, number, content: json(found.draft), sealed_on: londonDate(who.now) }).execute();
  await note(write, who, 'agree', slug, { version: number });
  return ok(number);
}
