/** What the workspace does to the intake: opens a survey and its ways in, prints cards, sees bands. Each is one function of the database; no table is read. */
import { createSecretKey } from 'node:crypto';
import { sql } from 'kysely';
import { byteaArray, json } from '#kit/db/client.js';
import type { Read, Write } from '#kit/db/gate.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import { codeHash, newCardCode } from './codes.js';
import { takingPartPaths } from './paths.js';
import { type KeyFor, seal, unseal } from './sealing.js';
import { ticketFor } from './tickets.js';
import type { Asked, Band, WayInKind, WayInPlace } from './words.js';

/** Days for which answers that waited for a connection still arrive after the last day (reference listening 4.4). */
export const lateDays = 7;

export interface IntakeDays {
  readonly opensOn: string;
  readonly closesOn: string;
  /** The last day on which raw answers are kept, as the data sheet says (P17). */
  readonly keepUntil: string;
}

/** The last day on which answers that waited, and forms of paper, are taken. */
export function lateUntil(closesOn: string): string {
  return new Date(Date.parse(`${closesOn}T00:00:00Z`) + lateDays * 86_400_000).toISOString().slice(0, 10);
}

/** Opens a survey to those who will take part. `asked` is frozen with it. The organisation in sight is the one that asks. */
export async function openIntake(
  write: Write,
  survey: string,
  asked: Asked,
  { opensOn, closesOn, keepUntil }: IntakeDays,
): Promise<void> {
  await sql`select record.open_intake(${survey}, ${json(asked)}, ${opensOn}, ${closesOn}, ${lateUntil(closesOn)}, ${keepUntil})`.execute(
    write,
  );
}

/** Copies what reads the survey's questions aloud to where it is played from; once, after it is open. `instrument` is whose recordings they are. */
export async function copySounds(write: Write, survey: string, instrument: string): Promise<void> {
  await sql`select record.copy_sounds(${survey}, ${instrument})`.execute(write);
}

/**
 * Moves the last day. The day of deletion comes earlier with it, and never later: what was answered is not kept longer than was signed. False
 * where it is not there, its answers are mixed already, or would be deleted before the last of them arrived.
 */
export async function moveIntake(write: Write, survey: string, closesOn: string): Promise<boolean> {
  const { rows } = await sql<{
    moved: boolean;
  }>`select record.move_intake(${survey}, ${closesOn}, ${lateUntil(closesOn)}) as moved`.execute(write);
  return rows[0]?.moved ?? false;
}

/** From now on nobody begins; what was issued before still arrives. */
export async function closeIntake(write: Write, survey: string): Promise<void> {
  await sql`select record.close_intake(${survey})`.execute(write);
}

export interface WayInDraft {
  readonly survey: string;
  /** A random UUID (version 4), also of the caller's own row. */
  readonly id: string;
  readonly setting: string | null;
  readonly audience: Audience;
  readonly kind: WayInKind;
  /** Of a class session or an open link; null for cards. */
  readonly code: string | null;
  readonly places: number | null;
  readonly place: WayInPlace;
  readonly endsAt: Date | null;
}

/** Opens a way in. `key` is Kept's key for "intake codes". False where the survey is not open to the organisation in sight. */
export async function openWayIn(write: Write, key: Buffer, draft: WayInDraft): Promise<boolean> {
  const hash = draft.code === null ? null : codeHash(key, draft.code);
  const { rows } = await sql<{
    opened: boolean;
  }>`select record.open_way_in(${draft.survey}, ${draft.id}, ${draft.setting}, ${draft.audience}, ${draft.kind},
    ${hash}, ${draft.places}, ${json(draft.place)}, ${draft.endsAt}) as opened`.execute(write);
  return rows[0]?.opened ?? false;
}

/** Codes for so many cards of a batch, to be printed at once: they are kept nowhere, and nobody can print them again. */
export async function makeCards(write: Write, key: Buffer, wayIn: string, many: number): Promise<readonly string[]> {
  const codes = new Set<string>();
  while (codes.size < many) codes.add(newCardCode());
  const secret = createSecretKey(key);
  await sql`select record.add_cards(${wayIn}, ${byteaArray([...codes].map((code) => codeHash(secret, code)))}::bytea[])`.execute(
    write,
  );
  return [...codes];
}

/** Codes of a batch, sealed until its file is handed out; `key` gives Kept's keys. */
export function sealCodes(key: KeyFor, wayIn: string, codes: readonly string[]): Buffer {
  return seal(createSecretKey(key('card codes')), wayIn, JSON.stringify(codes));
}

/** Null where they were sealed for another batch or under another secret. */
export function unsealCodes(key: KeyFor, wayIn: string, sealed: Buffer): readonly string[] | null {
  const text = unseal(createSecretKey(key('card codes')), wayIn, sealed);
  // Written above.
  return text === null ? null : JSON.parse(text);
}

/** Other places, another end, closed or open again. Places never fall below those taken. False where it is not there. */
export async function changeWayIn(
  write: Write,
  wayIn: string,
  {
    places,
    endsAt,
    isClosed,
  }: { readonly places: number | null; readonly endsAt: Date | null; readonly isClosed: boolean },
): Promise<boolean> {
  const { rows } = await sql<{
    changed: boolean;
  }>`select record.change_way_in(${wayIn}, ${places}, ${endsAt}, ${isClosed}) as changed`.execute(write);
  return rows[0]?.changed ?? false;
}

/** Shuts these for good, their places and ends as they are. */
export async function closeWaysIn(
  write: Write,
  ways: readonly { readonly id: string; readonly places: number | null; readonly endsAt: Date | null }[],
): Promise<void> {
  await sql`select record.change_way_in(w.id, w.places, w.ends_at, true)
    from unnest(${ways.map(({ id }) => id)}::uuid[], ${ways.map(({ places }) => places)}::integer[],
    ${ways.map(({ endsAt }) => endsAt)}::timestamptz[]) w (id, places, ends_at)`.execute(write);
}

/** Gives back every seat of a session or a link that has not answered. False where it is not there, or it is stopped. */
export async function freeSeats(write: Write, wayIn: string): Promise<boolean> {
  const { rows } = await sql<{ freed: boolean }>`select record.free_seats(${wayIn}) as freed`.execute(write);
  return rows[0]?.freed ?? false;
}

/** Stops a way in at once, also for what was issued by it; null lets a paused one go on. False where it is not there, or is stopped for good. */
export async function stopWayIn(write: Write, wayIn: string, how: 'paused' | 'withdrawn' | null): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select record.stop_way_in(${wayIn}, ${how}) as stopped`.execute(
    write,
  );
  return rows[0]?.stopped ?? false;
}

/** The same for several: which of them were stopped, or go on. */
export async function stopWaysIn(
  write: Write,
  ways: readonly string[],
  how: 'paused' | null,
): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
    stopped: boolean;
  }>`select w.id, record.stop_way_in(w.id, ${how}) as stopped from unnest(${ways}::uuid[]) w (id)`.execute(write);
  return rows.flatMap(({ id, stopped }) => (stopped ? [id] : []));
}

/**
 * Stops a way in and destroys the answers that came by it and can still be told from others; what was written freely
 * is read first. For whoever asks; false for anybody else, and once all is mixed.
 */
export async function voidWayIn(write: Write, wayIn: string): Promise<boolean> {
  const { rows } = await sql<{ voided: boolean }>`select record.void_way_in(${wayIn}) as voided`.execute(write);
  return rows[0]?.voided ?? false;
}

/** Where staff enter forms of paper, after the end of a session too: whoever has the address can. `key` gives Kept's keys. */
export function paperAddress(key: KeyFor, code: string): string {
  return takingPartPaths.paper(code, null, ticketFor(key, 'paper', code));
}

export interface ReceivedBySetting extends Band {
  readonly setting: string | null;
  readonly audience: Audience;
}

/** How many of each setting and audience have answered, in bands, and by open links: of all settings, or of these. A setting sees its own. */
export async function receivedBySetting(
  read: Read,
  survey: string,
  settings: readonly string[] | null = null,
): Promise<readonly ReceivedBySetting[]> {
  return (
    await sql<ReceivedBySetting>`select setting, audience, band as least
      from record.received_by_setting(${survey}, ${settings}::uuid[]) order by setting nulls last, audience`.execute(
      read,
    )
  ).rows;
}

/** Both for a page that shows these ways in and these settings. */
export async function receivedOf(
  read: Read,
  survey: string,
  { ways, settings }: { readonly ways: readonly string[]; readonly settings: readonly string[] },
): Promise<{ readonly byWayIn: ReadonlyMap<string, Band>; readonly bySetting: readonly ReceivedBySetting[] }> {
  const { rows } = await sql<ReceivedBySetting & { readonly way: string | null }>`
    select way_in as way, setting, audience, band as least from record.received(${survey}, ${ways}::uuid[])
    union all select null, setting, audience, band from record.received_by_setting(${survey}, ${settings}::uuid[])
      order by setting nulls last, audience`.execute(read);
  return {
    byWayIn: new Map(rows.flatMap(({ way, least }) => (way === null ? [] : [[way, { least }]]))),
    bySetting: rows.flatMap(({ way, ...line }) => (way === null ? [line] : [])),
  };
}

/** The same by way in: of all of a survey, or of these. */
export async function receivedByWayIn(
  read: Read,
  survey: string,
  ways: readonly string[] | null = null,
): Promise<ReadonlyMap<string, Band>> {
  const { rows } = await sql<{
    way_in: string;
    least: number;
  }>`select way_in, band as least from record.received(${survey}, ${ways}::uuid[])`.execute(read);
  return new Map(rows.map(({ way_in, least }) => [way_in, { least }]));
}
