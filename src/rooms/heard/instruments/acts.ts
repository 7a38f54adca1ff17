/** What a survey lead does with an instrument: begins it, changes or replaces its draft, seals a version. */
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import { json } from '#kit/db/client.js';
import { saveUnderFreeSlug } from '#kit/db/free-slug.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journalOf } from '#kit/journal.js';
import type { Who } from '#rooms/ground/people/index.js';
import { itemOf, replaced, withSoundsOf } from './draft-edits.js';
import { type InstrumentRecord, instrumentRecord, instrumentSlugs, soundSizes } from './lookups.js';
import { faultsOf, soundWords, titleOf } from './rules.js';
import { digestOf, soundDigests, soundLimits, withoutSound, withSound } from './sounds.js';
import type { Audience, ChangeProblem, InstrumentContent, InstrumentProblem, SoundType } from './words.js';

const note = journalOf('instrument');

/** Begins an instrument; what it lacks is told where it is shown, and before it is sealed. Its address is made from its title and stays. */
export async function recordInstrument(write: Write, who: Who, content: InstrumentContent): Promise<string> {
  const id = newId(who.now);
  const taken = await instrumentSlugs(write, who.organisation);
  const { slug } = await saveUnderFreeSlug(
    titleOf(content) === '' ? 'instrument' : titleOf(content),
    (free) =>
      write
        .insertInto('record.instrument')
        .values({ organisation: who.organisation, id, slug: free, draft: json(content), changed_at: who.now })
        .onConflict((conflict) => conflict.columns(['organisation', 'slug']).doNothing())
        .returning('slug')
        .executeTakeFirst(),
    (candidate) => taken.has(candidate) || candidate === 'new',
  );
  await note(write, who, 'record', slug, { items: content.items.length });
  return slug;
}

/** Takes the place of the draft. What was sealed stays as it is. */
export async function recordInstrumentDraft(
  write: Write,
  who: Who,
  slug: string,
  content: InstrumentContent,
): Promise<Result<null, InstrumentProblem>> {
  const found = await instrumentRecord(write, who.organisation, slug);
  if (!found) return refused({ code: 'not there' });
  // A form without a title keeps the one that is there.
  const draft = withSoundsOf(titleOf(content) === '' ? { ...content, title: found.draft.title } : content, found.draft);
  await write
    .updateTable('record.instrument')
    .set({ draft: json(draft), changed_at: who.now })
    .where('organisation', '=', who.organisation)
    .where('id', '=', found.id)
    .execute();
  await forgetSounds(write, who, found.id, slug);
  await note(write, who, 'record', slug, { items: content.items.length });
  return ok(null);
}

/**
 * Changes the draft as it stood when the page was made (`seen`, its time of change). Whoever writes second is told, so that nobody undoes
 * what they have not seen. `change` gives the problem where what it is about is gone.
 */
export async function changeInstrumentDraft<P>(
  write: Write,
  who: Who,
  slug: string,
  seen: string,
  what: Readonly<Record<string, unknown>>,
  change: (draft: InstrumentContent, record: InstrumentRecord) => Result<InstrumentContent, P>,
): Promise<Result<null, P | ChangeProblem>> {
  await write
    .selectFrom('record.instrument')
    .select('id')
    .where('organisation', '=', who.organisation)
    .where('slug', '=', slug)
    .forUpdate()
    .execute();
  const found = await instrumentRecord(write, who.organisation, slug);
  if (!found) return refused('not there');
  if (found.changed_at.toISOString() !== seen) return refused('changed meanwhile');
  const changed = change(found.draft, found);
  if (!changed.ok) return changed;
  // Two changes within a millisecond are two.
  const at = new Date(Math.max(who.now.getTime(), found.changed_at.getTime() + 1));
  await write
    .updateTable('record.instrument')
    .set({ draft: json(changed.value), changed_at: at })
    .where('organisation', '=', who.organisation)
    .where('id', '=', found.id)
    .execute();
  await forgetSounds(write, who, found.id, slug);
  await note(write, who, 'record', slug, what);
  return ok(null);
}

/** Seals the draft as the next version: surveys are opened with versions only, and they never change. */
export async function sealInstrument(write: Write, who: Who, slug: string): Promise<Result<number, InstrumentProblem>> {
  await write
    .selectFrom('record.instrument')
    .select('id')
    .where('organisation', '=', who.organisation)
    .where('slug', '=', slug)
    .forUpdate()
    .execute();
  const found = await instrumentRecord(write, who.organisation, slug);
  if (!found) return refused({ code: 'not there' });
  const faults = faultsOf(
    found.draft,
    found.versions.map(({ content }) => content),
  );
  if (faults.length > 0) return refused({ code: 'faults', faults });
  const newest = found.versions.at(-1);
  if (newest && JSON.stringify(newest.content) === JSON.stringify(found.draft))
    return refused({ code: 'nothing changed' });
  const number = (newest?.number ?? 0) + 1;
  await write
    .insertInto('record.instrument_version')
    .values({
      organisation: who.organisation,
      instrument: found.id,
      number,
      content: json(found.draft),
      sealed_on: londonDate(who.now),
    })
    .execute();
  await note(write, who, 'agree', slug, { version: number });
  return ok(number);
}

export type SoundProblem = 'no place' | 'too much';

/** Puts a recording to the words of a question in a language, in place of one that is there. The words as they are now go with it. */
export async function recordSound(
  write: Write,
  who: Who,
  slug: string,
  seen: string,
  place: { readonly item: string; readonly audience: Audience | null; readonly language: string },
  file: { readonly type: SoundType; readonly bytes: Uint8Array },
): Promise<Result<null, SoundProblem | ChangeProblem>> {
  const found = await instrumentRecord(write, who.organisation, slug);
  const item = found && itemOf(found.draft, place.item);
  if (!item) return refused('not there');
  const words = soundWords(item, place.audience, place.language);
  if (words === '') return refused('no place');
  const sha256 = digestOf(file.bytes);
  const kept = await soundSizes(write, who.organisation, found.id);
  // Recordings of sealed versions count: they are kept with the others.
  if (
    !kept.has(sha256) &&
    [...kept.values()].reduce((sum, size) => sum + size, 0) + file.bytes.length > soundLimits.instrument
  )
    return refused('too much');
  const change = await changeInstrumentDraft<never>(
    write,
    who,
    slug,
    seen,
    { sound: place.item, language: place.language },
    (draft) =>
      ok(
        replaced(
          draft,
          place.item,
          withSound(item, { audience: place.audience, language: place.language, type: file.type, sha256, words }),
        ),
      ),
  );
  if (!change.ok) return change;
  if (kept.has(sha256)) return ok(null);
  await write
    .insertInto('record.instrument_sound')
    .values({
      organisation: who.organisation,
      instrument: found.id,
      sha256,
      type: file.type,
      bytes: Buffer.from(file.bytes),
    })
    .execute();
  return ok(null);
}

/** Takes a recording from a question. A sealed version that has it keeps it. */
export async function removeSound(
  write: Write,
  who: Who,
  slug: string,
  seen: string,
  place: { readonly item: string; readonly audience: Audience | null; readonly language: string },
): Promise<Result<null, ChangeProblem>> {
  return changeInstrumentDraft<'not there'>(
    write,
    who,
    slug,
    seen,
    { soundRemoved: place.item, language: place.language },
    (draft) => {
      const item = itemOf(draft, place.item);
      return item
        ? ok(replaced(draft, place.item, withoutSound(item, place.audience, place.language)))
        : refused('not there');
    },
  );
}

/** Removes the bytes that neither the draft nor a version names any more. */
async function forgetSounds(write: Write, who: Who, id: string, slug: string): Promise<void> {
  const found = await instrumentRecord(write, who.organisation, slug);
  if (!found) return;
  const named = new Set(
    [found.draft, ...found.versions.map(({ content }) => content)].flatMap((content) => [...soundDigests(content)]),
  );
  const idle = [...(await soundSizes(write, who.organisation, id)).keys()].filter((sha256) => !named.has(sha256));
  if (idle.length > 0)
    await write
      .deleteFrom('record.instrument_sound')
      .where('organisation', '=', who.organisation)
      .where('instrument', '=', id)
      .where('sha256', 'in', idle)
      .execute();
}
