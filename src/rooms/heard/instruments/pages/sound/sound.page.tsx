import type { FieldProblem } from '#base/form.js';
import { z } from 'zod';
import { queryField, slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { megabytes } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordSound, removeSound } from '../../acts.js';
import { itemOf } from '../../draft-edits.js';
import { type InstrumentRecord, instrumentRecord, soundBytes, soundSizes } from '../../lookups.js';
import { instrumentPaths } from '../../paths.js';
import { soundWords } from '../../rules.js';
import { soundDigests, soundLimits, soundPlaces, soundType } from '../../sounds.js';
import { audienceWords, languageName, titleWords } from '../../view-words.js';
import { type Audience, audiences, type Item } from '../../words.js';
import { crumbsOf, meanwhileMessage, questionParams, seenAt, wordsOf } from '../shared.js';
import { SoundsView } from './sound.view.js';

/** "ar student primary", "en" for everybody: a language, then an audience where it has other words. */
const placeOf = (audience: Audience | null, language: string): string =>
  audience === null ? language : `${language} ${audience}`;

function readPlace(value: string): { readonly audience: Audience | null; readonly language: string } {
  const [language = '', ...rest] = value.split(' ');
  return { language, audience: audiences.find((one) => one === rest.join(' ')) ?? null };
}

const inMegabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

async function shown(
  db: Read,
  found: InstrumentRecord,
  item: Item,
  visitor: Visitor,
  more: { readonly problems?: readonly FieldProblem[]; readonly chosen?: string; readonly done?: string | null } = {},
): Promise<View> {
  const sealed = new Set(found.versions.flatMap(({ content }) => [...soundDigests(content)]));
  const used = [...(await soundSizes(db, visitor.organisation, found.id)).values()].reduce(
    (sum, size) => sum + size,
    0,
  );
  const name = (audience: Audience | null, language: string): string =>
    `${languageName(language)}${audience === null ? '' : `, ${audienceWords[audience].toLowerCase()}`}`;
  return {
    title: `Recordings: ${wordsOf(found, item)}`,
    crumbs: crumbsOf(found, 'Recordings'),
    main: (
      <SoundsView
        title={titleWords(found.draft)}
        words={wordsOf(found, item)}
        seen={seenAt(found)}
        done={more.done ?? null}
        problems={more.problems ?? []}
        chosen={more.chosen ?? ''}
        places={soundPlaces(item, found.draft.languages).map(({ audience, language, words }) => ({
          value: placeOf(audience, language),
          text: `${name(audience, language)}: ${words.length > 60 ? `${words.slice(0, 58)} …` : words}`,
        }))}
        sounds={(item.sounds ?? []).map(({ audience, language, words, sha256 }) => ({
          place: placeOf(audience, language),
          name: name(audience, language),
          language,
          words,
          href: instrumentPaths.sound(found.slug, sha256),
          isOld: words !== soundWords(item, audience, language),
          isSealed: sealed.has(sha256),
        }))}
        used={`Recordings of this instrument take ${inMegabytes(used)} MB of ${inMegabytes(soundLimits.instrument)} MB. Those of sealed versions stay.`}
      />
    ),
  };
}

/** The recordings of one question: by language, and by audience where it has other words. */
export const soundsPage = workPage({
  path: '/work/instruments/:instrument/questions/:item/sounds',
  params: questionParams,
  needs: 'lead',
  async get({ db, visitor, params: { instrument, item: key }, query }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const item = found && itemOf(found.draft, key);
    if (!item) return halt('not-found');
    const done = queryField(query, 'done');
    return view(
      await shown(db, found, item, visitor, {
        done:
          done === 'added'
            ? 'The recording is added.'
            : done === 'removed'
              ? 'The recording is removed from the draft.'
              : null,
      }),
    );
  },
  fields: { seen: 'choice', place: 'choice', remove: 'choice' },
  files: { sound: { atMost: 16 * megabytes } },
  async post({ db, visitor, params: { instrument, item: key }, fields, files, now }): Promise<Outcome> {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const item = found && itemOf(found.draft, key);
    if (!item) return halt('not-found');
    const path = instrumentPaths.sounds(instrument, key);
    const chosen = fields.get('place');
    const again = async (field: string, message: string): Promise<Outcome> =>
      invalid(await shown(db, found, item, visitor, { problems: [{ field, message }], chosen }));
    const stale = `${meanwhileMessage}. Look at the words, then choose the recording again`;
    if (fields.get('remove') !== '') {
      const removed = await removeSound(db, whoOf(visitor, now), instrument, fields.get('seen'), {
        item: key,
        ...readPlace(fields.get('remove')),
      });
      if (removed.ok) return redirect(`${path}?done=removed`);
      return removed.problem === 'not there' ? halt('not-found') : again('place', stale);
    }
    const place = readPlace(chosen);
    const file = files['sound'];
    if (soundWords(item, place.audience, place.language) === '')
      return again('place', 'Choose the words that the recording says');
    if (!file || file.bytes.length === 0) return again('sound', 'Choose a recording');
    if (file.bytes.length > soundLimits.one)
      return again(
        'sound',
        `The recording has ${inMegabytes(file.bytes.length)} MB; 1 MB is the most. Save it as MP3 with a lower quality: speech needs little`,
      );
    const type = soundType(file.bytes);
    if (type === null)
      return again('sound', 'This is not an MP3, M4A, OGG or WAV file. Save the recording as one of them');
    const added = await recordSound(
      db,
      whoOf(visitor, now),
      instrument,
      fields.get('seen'),
      { item: key, ...place },
      { type, bytes: file.bytes },
    );
    if (added.ok) return redirect(`${path}?done=added`);
    switch (added.problem) {
      case 'not there':
        return halt('not-found');
      case 'changed meanwhile':
        return again('sound', stale);
      case 'no place':
        return again('place', 'Choose the words that the recording says');
      case 'too much':
        return again(
          'sound',
          `All recordings of an instrument together have ${inMegabytes(soundLimits.instrument)} MB at most. Make this one smaller, or remove another first`,
        );
    }
  },
});

export const soundPage = workPage({
  path: '/work/instruments/:instrument/sounds/:sound',
  params: z.object({ instrument: slugParameter, sound: z.string().regex(/^[0-9a-f]{64}$/) }),
  needs: 'lead',
  async get({ db, visitor, params: { instrument, sound } }) {
    const found = await instrumentRecord(db, visitor.organisation, instrument);
    const bytes = found && (await soundBytes(db, visitor.organisation, found.id, sound));
    return bytes ? { kind: 'file', body: bytes.bytes, type: bytes.type, etag: `"${sound}"` } : halt('not-found');
  },
});
