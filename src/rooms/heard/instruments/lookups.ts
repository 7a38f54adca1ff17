/** Questions to the record: an organisation's instruments and their versions. */
import type { Read } from '#kit/db/gate.js';
import type { Audience, InstrumentContent, SoundType } from './words.js';

export interface InstrumentRecord {
  readonly id: string;
  readonly slug: string;
  readonly draft: InstrumentContent;
  readonly changed_at: Date;
  /** From the first to the newest. */
  readonly versions: readonly {
    readonly number: number;
    readonly content: InstrumentContent;
    readonly sealed_on: string;
  }[];
}

/** One of an organisation's own instruments with all that was sealed; undefined where it has no such one. */
export async function instrumentRecord(
  read: Read,
  organisation: string,
  slug: string,
): Promise<InstrumentRecord | undefined> {
  const found = await read
    .selectFrom('record.instrument')
    .select(['id', 'slug', 'draft', 'changed_at'])
    .where('organisation', '=', organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!found) return undefined;
  const versions = await read
    .selectFrom('record.instrument_version')
    .select(['number', 'content', 'sealed_on'])
    .where('organisation', '=', organisation)
    .where('instrument', '=', found.id)
    .orderBy('number')
    .execute();
  return { ...found, versions };
}

export interface InstrumentLine {
  readonly slug: string;
  readonly draft: InstrumentContent;
  readonly changed_at: Date;
  /** Null where none was sealed yet. */
  readonly version: number | null;
}

/** An organisation's instruments, the last changed first. */
export async function instrumentsOf(read: Read, organisation: string): Promise<readonly InstrumentLine[]> {
  const rows = await read
    .selectFrom('record.instrument as instrument')
    .select(['slug', 'draft', 'changed_at'])
    .select((expression) =>
      expression
        .selectFrom('record.instrument_version as version')
        .whereRef('version.organisation', '=', 'instrument.organisation')
        .whereRef('version.instrument', '=', 'instrument.id')
        .select((inner) => inner.fn.max<number | null>('number').as('number'))
        .as('version'),
    )
    .where('organisation', '=', organisation)
    .orderBy('changed_at', 'desc')
    .orderBy('slug')
    .execute();
  return rows;
}

export async function instrumentSlugs(read: Read, organisation: string): Promise<ReadonlySet<string>> {
  return new Set(
    (await read.selectFrom('record.instrument').select('slug').where('organisation', '=', organisation).execute()).map(
      ({ slug }) => slug,
    ),
  );
}

/** The recordings of an instrument and how long they are in bytes. */
export async function soundSizes(
  read: Read,
  organisation: string,
  instrument: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom('record.instrument_sound')
    .select('sha256')
    .select((expression) => expression.fn<number>('octet_length', ['bytes']).as('size'))
    .where('organisation', '=', organisation)
    .where('instrument', '=', instrument)
    .execute();
  return new Map(rows.map(({ sha256, size }) => [sha256, size]));
}

/** One recording; undefined where the organisation has no such one. */
export async function soundBytes(
  read: Read,
  organisation: string,
  instrument: string,
  sha256: string,
): Promise<{ readonly type: SoundType; readonly bytes: Uint8Array } | undefined> {
  const found = await read
    .selectFrom('record.instrument_sound')
    .select(['type', 'bytes'])
    .where('organisation', '=', organisation)
    .where('instrument', '=', instrument)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return found;
}

export interface VersionSound {
  readonly item: string;
  /** Null where it says the question's own words, which all audiences without other words read. */
  readonly audience: Audience | null;
  readonly language: string;
  readonly type: SoundType;
  readonly sha256: string;
}

/** The recordings that a sealed version has, in the order of its questions; their bytes are behind `soundBytes`. `instrument` is its id. */
export async function soundsOf(
  read: Read,
  organisation: string,
  instrument: string,
  version: number,
): Promise<readonly VersionSound[]> {
  const found = await read
    .selectFrom('record.instrument_version')
    .select('content')
    .where('organisation', '=', organisation)
    .where('instrument', '=', instrument)
    .where('number', '=', version)
    .executeTakeFirst();
  return (
    found?.content.items.flatMap(({ key, sounds = [] }) =>
      sounds.map(({ audience, language, type, sha256 }) => ({ item: key, audience, language, type, sha256 })),
    ) ?? []
  );
}
